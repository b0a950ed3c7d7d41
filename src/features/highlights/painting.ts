/** The marks of passages as decorations of editors. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText } from '../../core/exits';
import { sourceOfText } from '../../core/library';
import type { Source } from '../../core/library';
import { textHash } from '../../core/hash';
import { locatorText, searchText } from '../../core/notes';
import type { Codebook } from '../../core/notes';
import type { Note, Span } from '../../core/source';
import { colourOf, palette, readableOn } from '../../core/tagging';
import type { App } from '../../host/app';
import { commandLink, editorMarkdown } from '../../host/editorMarkdown';
import { readSetting, relativePath } from '../../host/libraries';
import type { Home } from '../../host/libraries';
import { commands } from '../../host/names';
import { rangesOf } from '../../host/positions';
import { sourceLabel } from '../../host/nodes';
import { relationLines } from '../../host/relations';
import { besideMarks, marksInFile, marksInText } from './marks';
import type { Mark, TagPlace } from './marks';

type Ways = 'names' | 'marks' | 'off';
type Found = { readonly marks: readonly Mark[]; readonly tags: readonly TagPlace[]; readonly home: Home; readonly key: string };

/** The grounds on which colours have to be seen, by kind of theme. */
const grounds = { light: '#ffffff', dark: '#1f1f1f' } as const;
/** Border of each lane: two dashed lines on one another show both colours. */
const borders = [
  { borderStyle: 'solid', borderWidth: '0 0 2px 0' }, { borderStyle: 'dashed', borderWidth: '0 0 2px 0' },
  { borderStyle: 'solid', borderWidth: '2px 0 0 0' }, { borderStyle: 'dotted', borderWidth: '2px 0 0 0' },
] as const;
/** How long marks may be worked out at a stretch, in milliseconds. */
const stretch = 8;

/** The colour of a tag: the codebook's, else one of the palette, always the same. */
function colourFor(tag: string | undefined, codebook: Codebook): string {
  if (tag === undefined) return palette.grey;
  const chosen = Object.values(palette).filter((colour) => colour !== palette.grey);
  return colourOf(tag, codebook) ?? chosen[Number.parseInt(textHash(tag).slice(0, 8), 16) % chosen.length] as string;
}

export class Painter implements vscode.Disposable {
  readonly #app: App;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(app: App) {
    this.#app = app;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }

  async paint(editors: readonly vscode.TextEditor[]): Promise<void> {
    for (const editor of editors) {
      const { version } = editor.document;
      const way = this.#wayFor(editor.document.uri);
      const found = way === 'off' ? undefined : await this.#found(editor.document);
      if (editor.document.version === version) this.#put(editor, found, way);
    }
  }

  #wayFor(uri: vscode.Uri): Ways {
    const home = this.#app.libraries.of(uri);
    const way = home === undefined ? 'off' : readSetting('highlights', home.folder);
    return way === 'off' || way === 'marks' ? way : 'names';
  }

  async #found(document: vscode.TextDocument): Promise<Found | undefined> {
    const own = this.#app.libraries.atFile(document.uri);
    if (own !== undefined) return { ...marksInFile(plain(document), own.source, own.home.store.current), home: own.home, key: own.source.item.id };
    const home = this.#app.libraries.of(document.uri);
    const path = home === undefined ? '' : relativePath(home, document.uri);
    const source = home && sourceOfText(home.store.current, path);
    if (home === undefined || source === undefined) return undefined;
    const { version } = document;
    let begun = performance.now();
    const marks = await marksInText(searchText(plain(document)), path, source, home.store.current, async () => {
      if (performance.now() - begun > stretch) {
        await new Promise((resolve) => setTimeout(resolve));
        begun = performance.now();
      }
      return document.version === version && !document.isClosed;
    });
    return marks && { marks, tags: [], home, key: source.item.id };
  }

  #put(editor: vscode.TextEditor, found: Found | undefined, way: Ways): void {
    const text = plain(editor.document);
    const byType = new Map<vscode.TextEditorDecorationType, vscode.DecorationOptions[]>();
    const add = (type: vscode.TextEditorDecorationType, span: Span, options: Omit<vscode.DecorationOptions, 'range'> = {}): void => {
      const [range] = rangesOf(text, [span]);
      byType.set(type, [...byType.get(type) ?? [], { range: range as vscode.Range, ...options }]);
    };
    for (const mark of found?.marks ?? []) {
      const colour = colourFor(mark.tag, (found as Found).home.store.current.codebook);
      add(this.#passageType(colour, mark), mark.span, { hoverMessage: hoverOf(mark, found as Found) });
    }
    if (way === 'names') for (const { at, words, isNumber } of besideMarks(text, found?.marks ?? [])) add(this.#besideType(isNumber), { start: at, end: at }, { renderOptions: { after: { contentText: words } } });
    for (const { span, tag } of found?.tags ?? []) add(this.#tagType(colourFor(tag, (found as Found).home.store.current.codebook)), { start: span.start, end: span.start + 1 });
    for (const type of this.#types.values()) editor.setDecorations(type, byType.get(type) ?? []);
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

  /** A number stands over the blank before its passage and takes no room, so that it pushes no word out of sight where the editor has broken the line. */
  #besideType(isNumber: boolean): vscode.TextEditorDecorationType {
    const look = { color: new vscode.ThemeColor('descriptionForeground'), fontStyle: 'normal' };
    return this.#type(isNumber ? 'number' : 'names', () => ({ after: isNumber ? { ...look, width: '0.6em', margin: '0 0 0 -0.6em' } : { ...look, margin: '0 0 0 1.5em' }, rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed }));
  }

  /** A dot before a tag in a heading, which says which colour is whose. */
  #tagType(colour: string): vscode.TextEditorDecorationType {
    const dot = (ground: string) => ({ before: { contentText: '●', margin: '0 0.3em 0 0', color: readableOn(ground, colour) } });
    return this.#type(`${colour} tag`, () => ({ light: dot(grounds.light), dark: dot(grounds.dark) }));
  }
}

const plain = (document: vscode.TextDocument): string => document.getText().replaceAll('\r\n', '\n');

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
