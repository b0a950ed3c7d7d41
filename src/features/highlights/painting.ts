/** The marks of passages as decorations of editors. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText } from '../../core/exits';
import type { Source } from '../../core/library';
import { textHash } from '../../core/hash';
import { locatorText, passageRows } from '../../core/notes';
import type { Codebook } from '../../core/notes';
import type { Note, Span } from '../../core/source';
import { colourOf, palette, readableOn } from '../../core/tagging';
import type { App } from '../../host/app';
import { commandLink, editorMarkdown } from '../../host/editorMarkdown';
import { commands } from '../../host/names';
import { rangesOf } from '../../host/positions';
import { sourceLabel } from '../../host/nodes';
import { relationLines } from '../../host/relations';
import { Finder, plain } from './finding';
import type { Found, Ways } from './finding';
import type { Mark } from './marks';
import { namesIn, resolved } from './naming';

/** The grounds on which colours have to be seen, by kind of theme. */
const grounds = { light: '#ffffff', dark: '#1f1f1f' } as const;
/** Border of each lane: two dashed lines on one another show both colours. */
const borders = [
  { borderStyle: 'solid', borderWidth: '0 0 2px 0' }, { borderStyle: 'dashed', borderWidth: '0 0 2px 0' },
  { borderStyle: 'solid', borderWidth: '2px 0 0 0' }, { borderStyle: 'dotted', borderWidth: '2px 0 0 0' },
] as const;
/** The colour of a tag: the codebook's, else one of the palette, always the same. */
function colourFor(tag: string | undefined, codebook: Codebook): string {
  if (tag === undefined) return palette.grey;
  const chosen = Object.values(palette).filter((colour) => colour !== palette.grey);
  return colourOf(tag, codebook) ?? chosen[Number.parseInt(textHash(tag).slice(0, 8), 16) % chosen.length] as string;
}

/** All that is done for the passages of documents. */
export type Highlights = {
  dispose(): void;
  paint(editors: readonly vscode.TextEditor[]): Promise<void>;
  names(document: vscode.TextDocument, stop: vscode.CancellationToken): Promise<vscode.CodeLens[]>;
  resolved(lens: vscode.CodeLens): vscode.CodeLens;
};

export function openHighlights(app: App): Highlights {
  const finder = new Finder(app);
  const painter = new Painter(finder);
  return { paint: (editors) => painter.paint(editors), names: (document, stop) => namesIn(app, finder, document, stop), resolved, dispose: () => painter.dispose() };
}

class Painter implements vscode.Disposable {
  readonly #finder: Finder;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }

  async paint(editors: readonly vscode.TextEditor[]): Promise<void> {
    for (const editor of editors) {
      const { version } = editor.document;
      const way = this.#finder.wayFor(editor.document.uri);
      const found = way === 'off' ? undefined : await this.#finder.found(editor.document);
      if (editor.document.version === version) this.#put(editor, found, way);
    }
  }

  #put(editor: vscode.TextEditor, found: Found | undefined, way: Ways): void {
    const text = plain(editor.document);
    const byType = new Map<vscode.TextEditorDecorationType, Marked[]>();
    const add = (type: vscode.TextEditorDecorationType, span: Span, options: Omit<vscode.DecorationOptions, 'range'> = {}): void => {
      const same = byType.get(type) ?? [];
      byType.set(type, same);
      same.push({ span, options });
    };
    for (const mark of found?.marks ?? []) {
      const colour = colourFor(mark.tag, (found as Found).home.store.current.codebook);
      add(this.#passageType(colour, mark), mark.span, { hoverMessage: hoverOf(mark, found as Found) });
    }
    const numbered = way === 'names' ? passageRows(text, found?.marks ?? []).flatMap(({ passages }) => passages).filter(({ number }) => number !== '') : [];
    for (const { start, number } of numbered) add(this.#numberType(text[start - 1] === ' '), { start, end: start }, { renderOptions: { after: { contentText: number } } });
    for (const { span, tag } of found?.tags ?? []) add(this.#tagType(colourFor(tag, (found as Found).home.store.current.codebook)), { start: span.start, end: span.start + 1 });
    for (const type of this.#types.values()) editor.setDecorations(type, placed(text, byType.get(type) ?? []));
  }

  #type(name: string, make: () => vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    const type = this.#types.get(name) ?? vscode.window.createTextEditorDecorationType(make());
    this.#types.set(name, type);
    return type;
  }

  #passageType(colour: string, { lane, moved }: Mark): vscode.TextEditorDecorationType {
    return this.#type(`${colour} ${lane} ${moved}`, () => {
      const border = moved ? { borderStyle: 'dotted', borderWidth: '1px' } : borders[lane];
      const theme = (ground: string, tint: string) => {
        const seen = readableOn(ground, colour);
        return { borderColor: seen, overviewRulerColor: seen, ...(!moved && { backgroundColor: `${seen}${tint}` }) };
      };
      return { ...border, overviewRulerLane: vscode.OverviewRulerLane.Center, rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed, light: theme(grounds.light, '1f'), dark: theme(grounds.dark, '2e') };
    });
  }

  /** A number stands over the blank before its passage and takes no room, so that it pushes no word out of sight where the editor has broken the line; at the start of a line there is none. */
  #numberType(isAfterBlank: boolean): vscode.TextEditorDecorationType {
    const look = { color: new vscode.ThemeColor('descriptionForeground'), fontStyle: 'normal' };
    return this.#type(`number ${isAfterBlank}`, () => ({ after: isAfterBlank ? { ...look, width: '0.6em', margin: '0 0 0 -0.6em' } : look, rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed }));
  }

  /** A dot before a tag in a heading, which says which colour is whose. */
  #tagType(colour: string): vscode.TextEditorDecorationType {
    const dot = (ground: string) => ({ before: { contentText: '●', margin: '0 0.3em 0 0', color: readableOn(ground, colour) } });
    return this.#type(`${colour} tag`, () => ({ light: dot(grounds.light), dark: dot(grounds.dark) }));
  }
}

/** What is marked in a text, before its places are known as the editor counts them. */
type Marked = { readonly span: Span; readonly options: Omit<vscode.DecorationOptions, 'range'> };

function placed(text: string, marked: readonly Marked[]): vscode.DecorationOptions[] {
  const ranges = marked.length === 0 ? [] : rangesOf(text, marked.map(({ span }) => span));
  return marked.map(({ options }, index) => ({ range: ranges[index] as vscode.Range, ...options }));
}

const tagsOf = ({ tags }: Note): string => tags.map((tag) => `#${tag}`).join(' ');

/** The note as the library has it: the one in the editor may be read from another text. */
const kept = ({ notes }: Source, note: Note): Note => notes.find(({ id }) => id !== undefined && id === note.id) ?? note;

function hoverOf({ note, moved }: Mark, { home, key }: Found): vscode.MarkdownString {
  const source = home.store.current.sources.get(key);
  const about = [tagsOf(note), note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.kind ?? '', note.author ?? ''].filter((part) => part !== '');
  const words = about.map((part, index) => (index === 0 ? markdown`**${markdownText(part)}**` : markdownText(part)));
  return editorMarkdown(joined([
    joined(words, markdown` · `), ...(note.text === '' ? [] : [markdownText(note.text)]),
    ...(source === undefined ? [] : relationLines({ home, source, note: kept(source, note) })),
    ...(moved ? [markdown`*The words have changed since. The lamp at the note confirms the new place or removes the anchor.*`] : []),
    commandLink(markdownText(source === undefined ? key : sourceLabel(source.item)), commands.openSource, key),
  ], markdown`\n\n`), [commands.openSource]);
}
