/** What the trees are made of, and how sources and notes look in any of them. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText, type MarkdownText, visible } from '../core/exits';
import { authorsInBrief, creatorsOf, fullName, kindOf, reviewsOf, yearOf } from '../core/source';
import type { Item, ItemType, Kind, Note } from '../core/source';
import { mergesOf, typeLabel } from '../core/library';
import type { Source } from '../core/library';
import { locatorText } from '../core/notes';
import { editorMarkdown } from './editorMarkdown';
import type { Found, Libraries } from './libraries';
import { commands, decorationScheme } from './names';

/** A source in a tree, or one note of it. Commands of the context menu are given one of these. */
export type SourceNode = Found & { readonly kind: 'source' };
export type NoteNode = Found & { readonly kind: 'note'; readonly note: Note };

/** Is this what a tree hands to a command? */
function isNode(value: unknown): value is SourceNode | NoteNode {
  return typeof value === 'object' && value !== null && 'home' in value && 'source' in value;
}

/** What a command was called on: rows of a tree, or citation keys or notes (`key#id`), as a key binding of one's own may give them. */
export function nodesFrom(libraries: Libraries, given: unknown): readonly (SourceNode | NoteNode)[] {
  return (Array.isArray(given) ? given as unknown[] : [given]).flatMap((one) => {
    if (isNode(one)) return [one];
    return typeof one === 'string' ? named(libraries, one) : [];
  });
}

function named(libraries: Libraries, name: string): readonly (SourceNode | NoteNode)[] {
  const source = libraries.find(name);
  if (source !== undefined) return [{ kind: 'source', ...source }];
  const [key = '', id] = name.split('#');
  const found = id === undefined ? undefined : libraries.find(key);
  const note = found?.source.notes.find((one) => one.id === id);
  return found === undefined || note === undefined ? [] : [{ kind: 'note', ...found, note }];
}

const icons: { readonly [T in ItemType]?: string } = {
  'article-journal': 'file-text', article: 'file-text', 'paper-conference': 'comment-discussion', book: 'book',
  chapter: 'bookmark', report: 'graph', thesis: 'mortar-board', webpage: 'globe', 'post-weblog': 'globe', dataset: 'database',
  'article-newspaper': 'note', 'article-magazine': 'note', legislation: 'law', legal_case: 'law', treaty: 'law', hearing: 'law',
  speech: 'megaphone', interview: 'mic', manuscript: 'edit', software: 'code', document: 'file',
};

const noteIcons: { readonly [K in Kind]: string } = {
  quote: 'quote', paraphrase: 'whole-word', summary: 'list-flat', claim: 'law', comment: 'comment',
};

/** `Yuneman 2023`, or the title of what nobody signed. */
export function sourceLabel(item: Item): string {
  const label = [authorsInBrief(item), yearOf(item)].filter((part) => part !== undefined && part !== '').join(' ');
  return visible(creatorsOf(item).length > 0 ? label : item.title ?? label ?? item.id);
}

/**
 * What a click on the row of a source does. A file of its own is opened as the Explorer opens files: one click shows it and leaves the
 * focus in the tree, so that one can go on with the arrows; two clicks or Enter go into it.
 */
export function opening(node: SourceNode): vscode.Command {
  const { home, source: { path } } = node;
  if (path === undefined) return { command: commands.openSource, title: 'Open Source', arguments: [node] };
  const uri = vscode.Uri.joinPath(home.folder.uri, ...path.split('/'));
  return { command: 'vscode.open', title: 'Open Source', arguments: [uri, { preview: true }] };
}

/** The same note in another reading of its file: by id, and one written by hand by all that it says. */
export const sameNote = (note: Note) => (placed: { readonly note: Note }): boolean =>
  note.id !== undefined ? placed.note.id === note.id : JSON.stringify(placed.note) === JSON.stringify(note);

/** What a click on the row of a note does: as with {@link opening}, its file is shown at the note. */
function openingNote(node: NoteNode): vscode.Command {
  const { home, source, note } = node;
  const placed = home.store.placeOfNote(source, sameNote(note));
  if (placed === undefined) return { command: commands.openSource, title: 'Open Note', arguments: [node] };
  const uri = vscode.Uri.joinPath(home.folder.uri, ...placed.path.split('/'));
  return { command: 'vscode.open', title: 'Open Note', arguments: [uri, { preview: true, selection: new vscode.Range(placed.line, 0, placed.line, 0) }] };
}

/** What very many rows have alike is made once: the editor holds all of it for each row. */
const icon = onceFor((id) => new vscode.ThemeIcon(id));
const decoration = onceFor((query) => vscode.Uri.from({ scheme: decorationScheme, path: '/source', query }));
const context = onceFor((words) => words);

function onceFor<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    const known = made.get(word) ?? make(word);
    made.set(word, known);
    return known;
  };
}

/** A source as a row, without what is only needed when somebody rests on it or clicks it. The count of its notes is its decoration, see {@link decorationUri}. */
export function sourceItem({ home, source }: Found): vscode.TreeItem {
  const { item } = source;
  const row = new vscode.TreeItem(sourceLabel(item) || item.id, vscode.TreeItemCollapsibleState.Collapsed);
  row.id = `${home.folder.index} ${source.handle}`;
  if (item.title !== undefined && row.label !== visible(item.title)) row.description = visible(item.title);
  row.iconPath = icon(icons[item.type] ?? 'file');
  row.resourceUri = decorationUri({ home, source });
  row.contextValue = context(['source', source.path !== undefined ? 'own' : 'linked', item.DOI ?? item.URL ? 'link' : '',
    reviewsOf(item).size > 0 ? 'unsure' : '', mergesOf(item).length > 0 ? 'merged' : ''].join('-'));
  row.accessibilityInformation = { label: spoken(source) };
  return row;
}

function spoken({ item, notes }: Source): string {
  const unsure = reviewsOf(item).size;
  return [
    item.title ?? item.id, creatorsOf(item).map(fullName).join(', '), yearOf(item), typeLabel(item.type),
    `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`, unsure > 0 ? `${unsure} fields to look at` : '',
  ].filter((part) => part !== undefined && part !== '').join(', ');
}

/** The address by which a row gets its decoration: how many notes it has and how many fields to look at. All rows that say the same have the same. */
function decorationUri({ source }: Found): vscode.Uri {
  return decoration(`${source.notes.length} ${reviewsOf(source.item).size}`);
}

/** The number of notes at the right end of a row, and a mark on a source with fields to look at. */
export function decorationOf(uri: vscode.Uri): vscode.FileDecoration | undefined {
  if (uri.scheme !== decorationScheme) return undefined;
  const [notes = 0, unsure = 0] = uri.query.split(' ').map(Number);
  const words = [notes > 0 ? `${notes} ${notes === 1 ? 'note' : 'notes'}` : '', unsure > 0 ? `${unsure} to look at` : ''].filter((part) => part !== '');
  return {
    ...(notes > 0 && { badge: notes > 99 ? '99' : String(notes) }),
    ...(words.length > 0 && { tooltip: words.join(', ') }),
    ...(unsure > 0 && { color: new vscode.ThemeColor('list.warningForeground') }),
  };
}

/**
 * A note as a row: its tags, then what it quotes or says. Under a tag, its words come first and the tag is left out. `more` are
 * lines for its tooltip, which may lead to sources.
 */
export function noteItem({ home, source, note }: NoteNode, underTag?: string, more: readonly MarkdownText[] = []): vscode.TreeItem {
  const tags = note.tags.filter((tag) => tag !== underTag).map((tag) => `#${tag}`).join(' ');
  const words = oneLine(note.quote ?? note.text);
  const where = [note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? ''];
  const [label, ...rest] = underTag === undefined ? [tags, ...where, words] : [words, ...where, tags];
  const row = new vscode.TreeItem(label || words || 'Note without words');
  row.description = rest.filter((part) => part !== '' && part !== row.label).join(' · ');
  row.iconPath = new vscode.ThemeIcon(noteIcons[kindOf(note)]);
  row.tooltip = editorMarkdown(joined([...[tags, note.quote ?? '', note.text].filter((part) => part !== '').map(markdownText), ...more], markdown`\n\n`), more.length > 0 ? [commands.openSource] : []);
  row.contextValue = 'note';
  row.command = openingNote({ kind: 'note', home, source, note });
  row.accessibilityInformation = { label: [kindOf(note), ...where, tags, words].filter((part) => part !== '').join(', ') };
  return row;
}

/** Text on one line, as a row needs it; marks that one cannot see are shown. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}
