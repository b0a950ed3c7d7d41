/** A tag explained where it stands: what it means, how often it is used, its last passages. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText, type MarkdownText } from '../../core/exits';
import { commentSpan, notesByTag } from '../../core/library';
import { locatorText } from '../../core/notes';
import { editorMarkdown } from '../../host/editorMarkdown';
import type { Found } from '../../host/libraries';
import { commands } from '../../host/names';
import { sourceLabel } from '../../host/nodes';
import { relationLines } from '../../host/relations';
import { fileIn, rangeIn, tagAt } from './reading';

/** How many passages are shown, and how much of each. */
const [most, longest] = [3, 160];

export function hover(document: vscode.TextDocument, position: vscode.Position, found: Found): vscode.Hover | undefined {
  const { home } = found;
  const library = home.store.current;
  const here = tagAt(fileIn(document), document.offsetAt(position), library.codebook);
  if (here === undefined) return relationsAt(document, document.offsetAt(position), found);
  const entry = library.codebook.tags.get(here.tag);
  const notes = notesByTag(library).get(here.tag) ?? [];
  const papers = new Set(notes.map(({ source }) => source.handle)).size;
  const names = [...Object.values(entry?.label ?? {}), ...(entry?.aliases ?? [])].filter((name) => name !== here.tag);
  const field = (title: MarkdownText, text: string | undefined): readonly MarkdownText[] => (text === undefined ? [] : [markdown`**${title}** ${markdownText(text)}`]);
  const last = [...notes].filter(({ note }) => (note.quote ?? note.text) !== '').sort((a, b) => (a.note.created ?? '') < (b.note.created ?? '') ? 1 : -1).slice(0, most);
  const text = joined([
    markdown`**#${markdownText(here.tag)}** · ${markdownText(`${notes.length} ${notes.length === 1 ? 'note' : 'notes'} in ${papers} ${papers === 1 ? 'paper' : 'papers'}`)}`,
    ...(here.spelled === here.tag ? [] : [markdown`“${markdownText(here.spelled)}” is an alias of it.`]),
    ...(names.length === 0 ? [] : [markdown`Also: ${markdownText([...new Set(names)].join(', '))}`]),
    ...(entry?.definition === undefined ? [] : [markdownText(entry.definition)]),
    ...field(markdown`Include`, entry?.include), ...field(markdown`Exclude`, entry?.exclude),
    ...last.map(({ source, note }) => markdown`> ${markdownText(shortened(note.quote ?? note.text))} (${markdownText([sourceLabel(source.item), note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? ''].filter((part) => part !== '').join(', '))})`),
  ], markdown`\n\n`);
  return new vscode.Hover(editorMarkdown(text), rangeIn(document, here.span));
}

/** On the comment of a note, its relations from both ends, with ways to the other notes. */
function relationsAt(document: vscode.TextDocument, offset: number, { home, source }: Found): vscode.Hover | undefined {
  const file = fileIn(document);
  const placed = file.notes.find(({ span }) => span.start <= offset && offset < span.end);
  const comment = placed && commentSpan(file, placed);
  if (placed === undefined || comment === undefined || offset < comment.start || offset > comment.end) return undefined;
  const lines = relationLines({ home, source, note: placed.note });
  if (lines.length === 0) return undefined;
  return new vscode.Hover(editorMarkdown(joined(lines, markdown`\n\n`), [commands.openSource]), rangeIn(document, comment));
}

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
