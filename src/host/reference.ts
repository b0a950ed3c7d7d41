/** A source's reference as a hover shows it: formatted, with its abstract and its notes. */
import * as vscode from 'vscode';
import { creatorsOf, fullName, yearOf } from '../core/source';
import type { Item } from '../core/source';
import type { App } from './app';
import { loadCiting } from './drafts';
import type { Place } from './drafts';
import type { Found } from './libraries';
import { markdownText } from './markdownText';
import { commands } from './names';
import { oneLine } from './nodes';

/** The hover on the key at a position of a draft, if a source has it. */
export async function referenceAt(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const { keyAtOffset } = await loadCiting();
  const reading = await app.drafts.reading(document);
  const cited = reading && keyAtOffset(reading, document.offsetAt(position))?.cited;
  if (cited === undefined) return undefined;
  await app.libraries.ready();
  const found = app.libraries.find(cited.key, document.uri);
  if (found === undefined) return undefined;
  const range = new vscode.Range(document.positionAt(cited.span.start), document.positionAt(cited.span.end));
  const hover = await referenceHover(app, found, document);
  const places = (await app.drafts.placesOf(cited.key)).filter((place) => place.uri.toString() !== document.uri.toString() || !place.range.isEqual(range));
  hover.isTrusted = { enabledCommands: [commands.openSource, commands.newNote, commands.copyReference, commands.goToCitation] };
  hover.appendMarkdown(`\n\n---\n\n${[citedAlso(places), actions(cited.key)].filter((part) => part !== '').join('\n\n')}`);
  return new vscode.Hover(hover, range);
}

const link = (words: string, command: string, ...given: readonly unknown[]): string => `[${words}](command:${command}?${encodeURIComponent(JSON.stringify(given)).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;

const actions = (key: string): string => [link('Open', commands.openSource, key), link('New Note', commands.newNote, key), link('Copy Reference', commands.copyReference, key)].join(' · ');

/** So many other places are named. */
const mostPlaces = 6;

/** The other places that cite the same work, each to be gone to. */
function citedAlso(places: readonly Place[]): string {
  if (places.length === 0) return 'Cited nowhere else';
  const named = places.slice(0, mostPlaces).map(({ uri, range }) => {
    const { start, end } = range;
    return link(markdownText(`${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`), commands.goToCitation, uri.toString(), [start.line, start.character, end.line, end.character]);
  });
  return `Cited also in ${named.join(', ')}${places.length > mostPlaces ? ` and ${places.length - mostPlaces} more places` : ''}`;
}

/** In the style of the document it is shown in. All foreign text goes in through {@link markdownText}; nothing in it becomes Markdown, a link or an icon. */
export async function referenceHover(app: App, { source }: Found, document?: vscode.TextDocument): Promise<vscode.MarkdownString> {
  const { item, notes } = source;
  const hover = new vscode.MarkdownString(markdownText(await reference(app, item, document)));
  if (item.abstract !== undefined) hover.appendMarkdown('\n\n---\n\n').appendMarkdown(markdownText(shortened(oneLine(item.abstract), 600)));
  if (notes.length > 0) hover.appendMarkdown('\n\n---\n\n');
  for (const note of notes.slice(0, 5)) {
    const tags = note.tags.map((tag) => `#${tag}`).join(' ');
    hover.appendMarkdown(`${markdownText(shortened([tags, note.quote ?? note.text].filter((part) => part !== '').join(' · '), 200))}\n\n`);
  }
  if (notes.length > 5) hover.appendMarkdown(`… and ${notes.length - 5} more notes`);
  return hover;
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
