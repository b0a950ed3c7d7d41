/** A source's reference as a hover shows it: formatted, with its abstract and its notes. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText, type MarkdownText } from '../core/exits';
import { keysOf } from '../core/library';
import { creatorsOf, fullName, yearOf } from '../core/source';
import type { Item } from '../core/source';
import type { App } from './app';
import { loadCiting } from './drafts';
import type { Place } from './drafts';
import { commandLink, editorMarkdown } from './editorMarkdown';
import type { Found } from './libraries';
import { commands } from './names';
import { oneLine } from './nodes';

/** The hover on the key at a position of a draft, if a source has it. */
export async function referenceAt(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const { keyAtOffset } = await loadCiting();
  const reading = await app.drafts.reading(document);
  const cited = reading && keyAtOffset(reading, document.offsetAt(position))?.cited;
  if (cited === undefined) return undefined;
  await app.libraries.ready();
  const found = app.libraries.findCited(cited.key, document.uri);
  if (found === undefined) return undefined;
  const range = new vscode.Range(document.positionAt(cited.span.start), document.positionAt(cited.span.end));
  const places = (await app.drafts.placesOf(...keysOf(found.source.item))).filter((place) => place.uri.toString() !== document.uri.toString() || !place.range.isEqual(range));
  const { id } = found.source.item;
  const second = cited.key === id ? [] : [markdownText(`A second key of ${id}`)];
  const text = joined([await referenceText(app, found, document), ...second, joined([citedAlso(places), actions(id)], paragraph)], rule);
  return new vscode.Hover(editorMarkdown(text, [commands.openSource, commands.newNote, commands.copyReference, commands.goToCitation]), range);
}

const paragraph = markdown`\n\n`;
const rule = markdown`\n\n---\n\n`;

const actions = (key: string): MarkdownText => joined([
  commandLink(markdown`Open`, commands.openSource, key), commandLink(markdown`New Note`, commands.newNote, key), commandLink(markdown`Copy Reference`, commands.copyReference, key),
], markdown` · `);

/** So many other places are named. */
const mostPlaces = 6;

/** The other places that cite the same work, each to be gone to. */
function citedAlso(places: readonly Place[]): MarkdownText {
  if (places.length === 0) return markdown`Cited nowhere else`;
  const named = places.slice(0, mostPlaces).map(({ uri, range: { start, end } }) =>
    commandLink(markdownText(`${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`), commands.goToCitation, uri.toString(), [start.line, start.character, end.line, end.character]));
  const more = places.length > mostPlaces ? markdownText(` and ${places.length - mostPlaces} more places`) : markdown``;
  return markdown`Cited also in ${joined(named, markdown`, `)}${more}`;
}

/** In the style of the document it is shown in. All foreign text goes in as text; nothing in it becomes Markdown, a link or an icon. */
export const referenceHover = async (app: App, found: Found, document?: vscode.TextDocument): Promise<vscode.MarkdownString> =>
  editorMarkdown(await referenceText(app, found, document));

async function referenceText(app: App, { source: { item, notes } }: Found, document?: vscode.TextDocument): Promise<MarkdownText> {
  const shown = notes.slice(0, 5).map((note) => markdownText(shortened([note.tags.map((tag) => `#${tag}`).join(' '), note.quote ?? note.text].filter((part) => part !== '').join(' · '), 200)));
  const more = notes.length > shown.length ? [markdownText(`… and ${notes.length - shown.length} more notes`)] : [];
  return joined([
    markdownText(await reference(app, item, document)),
    ...(item.abstract === undefined ? [] : [markdownText(shortened(oneLine(item.abstract), 600))]),
    ...(notes.length === 0 ? [] : [joined([...shown, ...more], paragraph)]),
  ], rule);
}

/** In the style; should formatting fail, the plain facts of the record. */
async function reference(app: App, item: Item, document: vscode.TextDocument | undefined): Promise<string> {
  const { formatReferences } = await import('./formatted');
  const formatted = await formatReferences(app, [item], document);
  if (formatted.ok && formatted.value[0] !== undefined && formatted.value[0].text.trim() !== '') return formatted.value[0].text.trim();
  if (!formatted.ok) app.log.warn(`A reference could not be formatted: ${formatted.reason}`);
  return [creatorsOf(item).map(fullName).join(', '), yearOf(item), item.title, item['container-title'], item.DOI]
    .filter((part) => part !== undefined && part !== '').join('. ');
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
