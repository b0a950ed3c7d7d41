/** The work of relating notes: which, how, to which; and taking a relation away. */
import * as vscode from 'vscode';
import { addLink, mintNoteId, newNoteId, readSourceFile, removeLink } from '../../core/library';
import type { Change, FindNote } from '../../core/library';
import { locatorText } from '../../core/notes';
import { noteRelatesToItself, noteToRelate } from '../../core/problem';
import { relations } from '../../core/source';
import type { Note, Relation } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { gatheredWhile, loadQueries } from '../../host/asking';
import { createBox, drawn, pickOne, type Row as BoxRow } from '../../host/boxes';
import { nodesFrom, oneLine, sourceLabel } from '../../host/nodes';
import type { NoteNode } from '../../host/nodes';
import { tell } from '../../host/notices';
import type { RelationNode } from '../../host/relations';

const notesAmong = (app: App, given: unknown): readonly NoteNode[] => nodesFrom(app.libraries, given).filter((node): node is NoteNode => node.kind === 'note');

/**
 * Which notes are related to which. Of two chosen rows the one that the menu was opened on is related to the other; of more, all
 * to one that is picked; what was dragged, to the row it was dropped on.
 */
function given(app: App, called: unknown, other: unknown): { readonly from: readonly NoteNode[]; readonly to?: NoteNode } {
  const [from, others] = [notesAmong(app, called), notesAmong(app, other)];
  if (!Array.isArray(other)) return { from, ...(others[0] && { to: others[0] }) };
  const rest = others.filter(({ note }) => note !== from[0]?.note);
  return rest.length === 1 && rest[0] !== undefined ? { from, to: rest[0] } : { from: others.length > 0 ? others : from };
}

/** Relates the notes it was called on, or the one at the cursor, to one that is given or picked. */
export async function relate(app: App, called: unknown, other: unknown): Promise<void> {
  await app.libraries.ready();
  const { from: chosen, to: target } = given(app, called, other);
  const from = chosen.length > 0 ? chosen : [noteAtCursor(app) ?? await pickNote(app, 'Relate Notes: Which Note?')].filter((node) => node !== undefined);
  const [first] = from;
  if (first === undefined) return;
  const relation = await pickRelation(from);
  const to = relation && (target ?? await pickNote(app, `Relate Notes: ${relation} Which Note?`, first.note));
  if (relation === undefined || to === undefined) return;
  const others = from.filter(({ note }) => note !== to.note);
  if (others.length === 0) return report(app, [noteRelatesToItself()]);
  const changes: Change[] = [];
  for (const node of others) changes.push(await keep(node, relation, to));
  const whole = { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
  const subject = others.length === 1 ? `this note ${relation}` : `${others.length} notes ${spokenOfMany[relation]}`;
  await done(app, first, whole, `Kept: ${subject} ${sourceLabel(to.source.item)}.`);
}

const spokenOfMany: { readonly [R in Relation]: string } = { supports: 'support', attacks: 'attack', qualifies: 'qualify' };

const same = (note: Note): FindNote => (placed) => (note.id !== undefined ? placed.note.id === note.id : JSON.stringify(placed.note) === JSON.stringify(note));

/** First the other note gets an id, if it has none; then this one gets the relation. */
async function keep(from: NoteNode, relation: Relation, to: NoteNode): Promise<Change> {
  const { random } = from.home.store.services;
  const id = to.note.id ?? newNoteId(random);
  const minted = to.note.id === undefined ? await to.home.store.editNote(to.source, same(to.note), (file, placed) => mintNoteId(file, placed, id)) : { undo: [], problems: [] };
  if (minted.problems.length > 0) return minted;
  const link = { relation, target: `${to.source.item.id}#${id}` };
  const linked = await from.home.store.editNote(from.source, same(from.note), (file, placed) => addLink(file, placed, link, newNoteId(random)));
  return { undo: [...minted.undo, ...linked.undo], problems: linked.problems };
}

/** Takes the relation of a row away, from whichever end it was called. */
export async function unrelate(app: App, given: unknown): Promise<void> {
  if (typeof given !== 'object' || given === null || !('kind' in given) || given.kind !== 'relation') return report(app, [noteToRelate()]);
  const { home, from, relation, target } = given as RelationNode;
  const change = await home.store.editNote(from.source, same(from.note), (file, placed) => removeLink(file, placed, { relation, target }));
  await done(app, { home }, change, 'Relation removed.');
}

async function done(app: App, { home }: Pick<NoteNode, 'home'>, change: Change, said: string): Promise<void> {
  report(app, change.problems);
  if (change.undo.length === 0) return;
  void tell(said, 'Undo').then(async (chosen) => { if (chosen === 'Undo') report(app, await home.store.undo(change.undo)); });
}

/** The note of a source file that the cursor stands in. */
function noteAtCursor(app: App): NoteNode | undefined {
  const editor = vscode.window.activeTextEditor;
  const found = editor && app.libraries.atFile(editor.document.uri);
  if (editor === undefined || found === undefined) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const placed = readSourceFile(editor.document.getText()).notes.find(({ span }) => span.start <= offset && offset < span.end);
  const note = placed && found.source.notes.find((known) => same(known)(placed));
  return note && { kind: 'note', ...found, note };
}

const explained: { readonly [R in Relation]: string } = {
  supports: 'this note gives reasons for the other', attacks: 'this note speaks against the other', qualifies: 'this note limits where the other holds',
};

async function pickRelation(from: readonly NoteNode[]): Promise<Relation | undefined> {
  const rows = relations.map((relation) => ({ label: relation, description: explained[relation], relation }));
  const title = from.length > 1 ? `${from.length} notes …` : from.map(({ note, source }) => `“${oneLine(note.quote ?? note.text).slice(0, 60) || sourceLabel(source.item)}” …`).join('');
  return (await pickOne(rows, { title, placeHolder: 'What does it do to the other note?' }))?.relation;
}

type Row = BoxRow & { readonly node: NoteNode };
const most = 200;

/** Any note, searched as one filters sources. */
async function pickNote(app: App, title: string, but?: Note): Promise<NoteNode | undefined> {
  const { parseQuery } = await loadQueries();
  const box = createBox<Row>();
  box.title = title;
  box.placeholder = 'Words of the note, author, #tag, stance:against …';
  const fill = async (): Promise<void> => {
    const { value } = box;
    const isWanted = (): boolean => box.value === value;
    const found = await gatheredWhile(isWanted, app, parseQuery(value).query);
    if (found === undefined || !isWanted()) return;
    const nodes = found.flatMap(({ home, notes }) => notes.filter(({ note }) => note !== but).map(({ source, note }): NoteNode => ({ kind: 'note', home, source, note })));
    box.items = drawn(nodes.slice(0, most).map(rowOf));
    box.activeItems = box.items.slice(0, 1);
  };
  return new Promise((resolve) => {
    let taken: NoteNode | undefined;
    box.onDidChangeValue(() => void fill());
    box.onDidAccept(() => { taken = box.activeItems[0]?.node; box.hide(); });
    box.onDidHide(() => { box.dispose(); resolve(taken); });
    void fill();
    box.show();
  });
}

/** The box sorts rows whose label holds what was typed before all others; so the label is an icon. */
function rowOf(node: NoteNode): Row {
  const { source, note } = node;
  const said = [sourceLabel(source.item), note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.tags.map((tag) => `#${tag}`).join(' ')];
  return { icon: 'note', label: '', description: said.filter((part) => part !== '').join(' · '), detail: oneLine(note.quote ?? note.text), alwaysShow: true, node };
}
