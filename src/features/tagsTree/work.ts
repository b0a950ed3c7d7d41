/** What one does with tags: rename, merge, split, nest and delete them, describe and colour them, find and suggest some. */
import * as vscode from 'vscode';
import { noteFilesOf, setFields } from '../../core/library';
import type { SourceNote } from '../../core/library';
import { resolveTag, tagFrom } from '../../core/notes';
import { noSourceHere, sourceNotOurs } from '../../core/problem';
import { describedFrom, describedText, describeTag, mayMove, nodeOf, noSimilarTags, notATag, noTags, nothingToSuggest, palette, planMoves, planRemoval, planSplit, suggestTags, tagBelowItself, tagNowhere, targetOf, widerOf, entryPlace } from '../../core/tagging';
import type { CodebookEdit, Move, TagNode, TagPlan } from '../../core/tagging';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { askLine, pickOne } from '../../host/boxes';
import { notesIn } from '../../host/carried';
import type { Home } from '../../host/libraries';
import { commands, tagsMime } from '../../host/names';
import { nodesFrom, sourceLabel } from '../../host/nodes';
import { tell } from '../../host/notices';
import { rangeOf } from '../../host/positions';
import { askName, confirmPlan, pickNotes, pickSimilar, pickStaying, pickSuggested, pickTag, pickTags } from './asking';
import { carryOut, codebookPath } from './carrying';
import type { Done } from './carrying';
import { askField, askText } from './describing';
import { tagIcon } from './icons';
import { treeOf } from './rows';
import type { Node, TagRow } from './rows';
import { mayChangeMany } from '../../host/trust';

/** A tag and its library. */
type Here = { readonly home: Home; readonly tag: string };

const nothingElse: Pick<TagPlan, 'paths' | 'edits' | 'notes' | 'papers' | 'merged'> = { paths: [], edits: () => [], notes: 0, papers: 0, merged: [] };
const isRow = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value && 'home' in value;

/** Each command is given a row or the name of a tag; what else it needs may be given too, as a key of one’s own does, or is asked. */
export class TagWork {
  constructor(private readonly app: App, private readonly view: vscode.TreeView<Node>) {}

  async rename(given: unknown, to: unknown): Promise<Done | undefined> {
    const here = await this.#one(given, 'Rename Tag');
    if (here === undefined) return undefined;
    const typed = typeof to === 'string' ? to : await askName(here.tag, (name) => this.#remark(here, name));
    if (typed === undefined || typed.trim() === here.tag) return undefined;
    const end = targetOf(typed, here.tag, here.home.store.current.codebook);
    return this.#move(here.home, [{ from: here.tag, to: end }], `Rename #${here.tag} to #${end}`, typeof to === 'string');
  }

  async merge(given: unknown, more: unknown): Promise<Done | undefined> {
    const chosen = await this.#several(given, typeof more === 'string' ? undefined : more);
    const home = chosen[0]?.home ?? await this.#home();
    if (home === undefined) return undefined;
    const tags = chosen.length > 0 ? chosen.map(({ tag }) => tag) : [...await pickTags(home, 'Merge Tags')];
    const to = typeof more === 'string' ? resolveTag(tagFrom(more), home.store.current.codebook) : tags.length > 1 ? await pickStaying(tags, home)
      : tags[0] === undefined ? undefined : await pickTag(home, `Merge #${tags[0]} Into`, (tag) => mayMove({ from: tags[0] as string, to: tag }));
    if (to === undefined) return undefined;
    const from = tags.filter((tag) => tag !== to);
    return this.#move(home, from.map((tag) => ({ from: tag, to })), `Merge ${hashed(from)} into #${to}`, typeof more === 'string');
  }

  async nest(given: unknown, under: unknown): Promise<Done | undefined> {
    const here = await this.#one(given, 'Nest Tag');
    if (here === undefined) return undefined;
    const top = widerOf(here.tag) === '' ? [] : [{ icon: 'arrow-up', label: 'At the top', description: 'below no other tag', tag: '', alwaysShow: true }];
    const may = (tag: string): boolean => tag !== widerOf(here.tag) && tag !== here.tag && !tag.startsWith(`${here.tag}/`);
    const wider = typeof under === 'string' ? tagFrom(under) : await pickTag(here.home, `Nest #${here.tag} Under`, may, { first: top });
    if (wider === undefined) return undefined;
    return this.#move(here.home, [nested(here.tag, wider)], wider === '' ? `Take #${here.tag} to the top` : `Nest #${here.tag} under #${wider}`, typeof under === 'string');
  }

  async split(given: unknown, to: unknown, ids: unknown): Promise<Done | undefined> {
    const here = await this.#one(given, 'Split Tag');
    const node = here && nodeOf(treeOf(here.home), here.tag);
    if (here === undefined || node === undefined || node.notes.length === 0) return here && void report(this.app, [tagNowhere(here.tag)]);
    const notes = Array.isArray(ids) ? notesById(node, ids) : await pickNotes(node);
    if (notes === undefined) return undefined;
    const name = typeof to === 'string' ? tagFrom(to) : await pickTag(here.home, `Split #${here.tag}: Which Tag Do They Get?`, (tag) => tag !== here.tag);
    if (name === undefined || name === '') return undefined;
    return this.#carryOut(here.home, planSplit(here.home.store.current, { from: here.tag, to: name }, notes), `Give ${notes.length} of the notes on #${here.tag} the tag #${name}`, typeof to === 'string');
  }

  async remove(given: unknown, more: unknown): Promise<Done | undefined> {
    const chosen = await this.#several(given, more);
    const here = chosen.length > 0 ? chosen : [await this.#one(undefined, 'Delete Tag')].filter((one) => one !== undefined);
    const [first] = here;
    if (first === undefined) return undefined;
    const tags = here.filter(({ home }) => home === first.home).map(({ tag }) => tag);
    return this.#carryOut(first.home, planRemoval(first.home.store.current, tags), `Take ${hashed(tags)} off every note (the notes stay)`, more === true);
  }

  async findSimilar(): Promise<Done | undefined> {
    const home = await this.#home();
    const pairs = home && await pickSimilar(home);
    if (home === undefined) return undefined;
    if (pairs === undefined) return void report(this.app, [noSimilarTags()]);
    return pairs.length === 0 ? undefined : this.#move(home, pairs, `Merge ${pairs.length > 2 ? `${pairs.length} tags` : pairs.map(({ from, to }) => `#${from} into #${to}`).join(', ')}`, false);
  }

  /** The codebook at the tag’s entry, which is made, with empty fields to fill in, where there is none. */
  async editDefinition(given: unknown): Promise<void> {
    const here = await this.#one(given, 'Edit Definition');
    if (here === undefined) return;
    const { home, tag } = here;
    const entry = home.store.current.codebook.tags.get(tag);
    const missing = entry?.definition === undefined ? (['definition', 'include', 'exclude'] as const).filter((field) => entry?.[field] === undefined) : [];
    const edits: CodebookEdit[] = missing.map((field) => ({ kind: 'set', tag, field, value: '' }));
    if (entry?.guid === undefined && edits.length > 0) edits.push({ kind: 'set', tag, field: 'guid', value: crypto.randomUUID() });
    if (edits.length > 0 && await carryOut(this.app, home, { ...nothingElse, codebook: edits }) === undefined) return;
    await this.#openEntry(here);
  }

  async #openEntry({ home, tag }: Here): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.app.libraries.uriOf(home, codebookPath(home)));
    const at = placeToWrite(document.getText(), tag);
    await vscode.window.showTextDocument(document, { selection: rangeOf(document.getText(), { start: at, end: at }) });
  }

  /** One field of the entry, such as `definition` or `label.de`, with another text; one of several lines is changed in the codebook itself. */
  async describe(given: unknown, name: unknown, text: unknown): Promise<Done | undefined> {
    const here = await this.#one(given, 'Describe Tag');
    if (here === undefined) return undefined;
    const { home, tag } = here;
    const { codebook } = home.store.current;
    const entry = codebook.tags.get(tag);
    const described = typeof name === 'string' ? describedFrom(name) : await askField(tag, entry);
    if (described === undefined) return undefined;
    const edit = (typed: string): ReturnType<typeof describeTag> => describeTag(codebook, tag, described, typed, (one) => nodeOf(treeOf(home), one) !== undefined);
    if (typeof text !== 'string' && describedText(entry, described).includes('\n')) return void await this.#openEntry(here);
    const typed = typeof text === 'string' ? text : await askText(tag, entry, described, edit);
    if (typed === undefined || typed.trim() === describedText(entry, described)) return undefined;
    const made = edit(typed);
    return 'problem' in made ? void report(this.app, [made.problem]) : carryOut(this.app, home, { ...nothingElse, codebook: [made] });
  }

  async setColour(given: unknown, colour: unknown): Promise<Done | undefined> {
    const here = await this.#one(given, 'Set Colour of Tag');
    if (here === undefined) return undefined;
    const chosen = typeof colour === 'string' ? colour : await askColour(here);
    if (chosen === undefined) return undefined;
    const edit: CodebookEdit = { kind: 'set', tag: here.tag, field: 'colour', value: chosen === '' ? undefined : chosen };
    return carryOut(this.app, here.home, { ...nothingElse, codebook: [edit] });
  }

  /** Show a tag in the view, with what is below it. */
  async reveal(given: unknown): Promise<void> {
    const here = await this.#one(given, 'Reveal Notes of Tag');
    const node = here && nodeOf(treeOf(here.home), here.tag);
    if (here !== undefined && node !== undefined) await this.view.reveal({ kind: 'tag', ...here, node }, { select: true, focus: true, expand: 2 });
  }

  /** Tags that a source may get as its own. */
  async suggest(given: unknown): Promise<void> {
    await this.app.libraries.ready();
    const editor = vscode.window.activeTextEditor;
    const found = nodesFrom(this.app.libraries, given)[0] ?? (editor && this.app.libraries.atFile(editor.document.uri));
    if (found === undefined) return report(this.app, [noSourceHere()]);
    const { home, source } = found;
    if (source.path === undefined) return report(this.app, [sourceNotOurs(source.item.id, source.bibliography ?? '')]);
    const suggestions = suggestTags(source, home.store.current);
    if (suggestions.length === 0) return report(this.app, [nothingToSuggest(source.item.title ?? source.item.id)]);
    const tags = await pickSuggested(`Tags for ${sourceLabel(source.item)}`, suggestions);
    if (tags.length === 0) return;
    const change = await home.store.edit(source, (file) => setFields(file, { tags: [...new Set([...file.item.tags ?? [], ...tags])] }));
    report(this.app, change.problems);
    if (change.undo.length > 0 && await tell(`${sourceLabel(source.item)} has ${hashed(tags)} now.`, 'Undo') === 'Undo') report(this.app, await home.store.undo(change.undo));
  }

  /** A note dropped on a note is related to it. Tags dropped on a tag are nested below it or merged with it, as the person says; dropped beside the tags, they go to the top. */
  async drop(target: Node | undefined, data: vscode.DataTransfer): Promise<void> {
    const notes = notesIn(data);
    if (notes.length > 0) return target?.kind === 'note' ? vscode.commands.executeCommand(commands.relateNotes, notes, target) : undefined;
    if (target?.kind === 'relation') return;
    const carried = tagsIn(await data.get(tagsMime)?.asString());
    const home = target?.home ?? this.app.libraries.all.find(({ folder }) => folder.uri.toString() === carried[0]?.folder);
    const tags = carried.filter(({ folder }) => folder === home?.folder.uri.toString()).map(({ tag }) => tag).filter((tag) => tag !== target?.tag);
    if (home === undefined || tags.length === 0) return;
    const how = target === undefined ? 'nest' : await askHow(tags, target.tag);
    if (how === undefined) return;
    const to = target?.tag ?? '';
    const moves = tags.map((tag) => (how === 'merge' ? { from: tag, to } : nested(tag, to))).filter(({ from, to: end }) => from !== end);
    if (moves.length > 0) await this.#move(home, moves, how === 'merge' ? `Merge ${hashed(tags)} into #${to}` : to === '' ? `Take ${hashed(tags)} to the top` : `Nest ${hashed(tags)} under #${to}`, false);
  }

  // --- how -----------------------------------------------------------------------------------------------------------

  /** What is wrong with a new name while it is typed, or what will come of it. */
  #remark({ home, tag }: Here, typed: string): string | vscode.InputBoxValidationMessage | undefined {
    const to = targetOf(typed, tag, home.store.current.codebook);
    if (typed.trim() === tag) return undefined;
    if (to === '') return notATag(typed).message;
    if (to.startsWith(`${tag}/`)) return tagBelowItself(tag, to).message;
    const [there, written] = [nodeOf(treeOf(home), to) !== undefined, to !== typed.trim().normalize('NFC')];
    const said = there ? `#${to} is there already: the two become one.` : written ? `It will be written #${to}.` : '';
    return said === '' ? undefined : { message: said, severity: vscode.InputBoxValidationSeverity.Info };
  }

  async #move(home: Home, moves: readonly Move[], what: string, atOnce: boolean): Promise<Done | undefined> {
    const wrong = moves.find((move) => !mayMove(move));
    if (wrong !== undefined || moves.length === 0) return wrong && void report(this.app, [wrong.to === '' ? notATag(wrong.to) : tagBelowItself(wrong.from, wrong.to)]);
    return this.#carryOut(home, planMoves(home.store.current, moves), what, atOnce);
  }

  async #carryOut(home: Home, plan: TagPlan, what: string, atOnce: boolean): Promise<Done | undefined> {
    if (!mayChangeMany(this.app)) return undefined;
    const how = atOnce ? 'go' : await confirmPlan(what, plan);
    if (how === undefined) return undefined;
    const done = await carryOut(this.app, home, plan, how === 'preview' ? what : undefined);
    if (done !== undefined) void offerUndo(what, done);
    return done;
  }

  async #home(): Promise<Home | undefined> {
    await this.app.libraries.ready();
    const home = this.app.libraries.of(vscode.window.activeTextEditor?.document.uri);
    if (home !== undefined && treeOf(home).length > 0) return home;
    return void report(this.app, [noTags()]);
  }

  /** The tag that a command is given, as a row or by any spelling; else the chosen row; else one that is picked. */
  async #one(given: unknown, title: string): Promise<Here | undefined> {
    const [first] = await this.#several(given, undefined);
    if (first !== undefined) return first;
    if (typeof given === 'string') return void report(this.app, [tagNowhere(given)]);
    const home = await this.#home();
    const tag = home && await pickTag(home, title, (one) => nodeOf(treeOf(home), one) !== undefined, { placeholder: 'Choose a tag' });
    return home === undefined || tag === undefined ? undefined : { home, tag };
  }

  async #several(given: unknown, more: unknown): Promise<readonly Here[]> {
    await this.app.libraries.ready();
    const values = Array.isArray(more) && more.length > 0 ? more as unknown[] : Array.isArray(given) ? given as unknown[] : given === undefined ? this.view.selection : [given];
    return values.flatMap((value) => {
      if (isRow(value)) return value.kind === 'tag' ? [{ home: value.home, tag: value.tag }] : [];
      return typeof value === 'string' ? this.#named(value) : [];
    });
  }

  #named(word: string): readonly Here[] {
    const homes = this.app.libraries.all.map((home) => ({ home, tag: resolveTag(tagFrom(word), home.store.current.codebook) }));
    return homes.filter(({ home, tag }) => nodeOf(treeOf(home), tag) !== undefined).slice(0, 1);
  }
}

const hashed = (tags: readonly string[]): string => (tags.length > 3 ? `${tags.length} tags` : tags.map((tag) => `#${tag}`).join(', '));

/** A tag below another, or at the top; by its last part. */
const nested = (tag: string, wider: string): Move => {
  const name = tag.slice(tag.lastIndexOf('/') + 1);
  return { from: tag, to: wider === '' ? name : `${wider}/${name}` };
};

const notesById = (node: TagNode, ids: readonly unknown[]): readonly SourceNote[] =>
  node.notes.flatMap(({ source, note }) => (noteFilesOf(source).length > 0 && note.id !== undefined && ids.includes(note.id) ? [{ source, note }] : []));

function tagsIn(text: string | undefined): readonly { readonly folder: string; readonly tag: string }[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is { folder: string; tag: string } => typeof (one as TagRow | null)?.tag === 'string') : [];
  } catch {
    return [];
  }
}

async function askHow(tags: readonly string[], target: string): Promise<'nest' | 'merge' | undefined> {
  const rows = [
    { label: `Nest under #${target}`, description: tags.map((tag) => `#${nested(tag, target).to}`).join(', '), how: 'nest' as const },
    { label: `Merge into #${target}`, description: `${hashed(tags)} ${tags.length === 1 ? 'becomes an alias' : 'become aliases'}`, how: 'merge' as const },
  ];
  return (await pickOne(rows, { title: `${hashed(tags)} on #${target}`, placeHolder: 'What shall become of it?' }))?.how;
}

/** The colours by name; an empty text stands for none of its own. */
async function askColour({ home, tag }: Here): Promise<string | undefined> {
  const own = home.store.current.codebook.tags.get(tag)?.colour?.toLowerCase();
  const rows = Object.entries(palette).map(([name, colour]) => ({ label: name, description: colour.toLowerCase() === own ? `${colour} · now` : colour, iconPath: tagIcon(colour), colour }));
  const none = { label: 'No colour of its own', description: widerOf(tag) === '' ? '' : `that of #${widerOf(tag)}, if it has one`, iconPath: tagIcon(undefined), colour: '' };
  const other = { label: 'Another…', description: 'as #RRGGBB', colour: 'other', iconPath: new vscode.ThemeIcon('edit') };
  const chosen = await pickOne([...rows, none, other], { title: `Colour of #${tag}` });
  if (chosen?.colour !== 'other') return chosen?.colour;
  return askLine({ title: `Colour of #${tag}`, value: own ?? '#', remark: (typed) => (/^#[\da-f]{6}$/i.test(typed) ? undefined : 'Write # and six digits or letters from a to f, for example #1976D2.') });
}

/** Behind the colon of the entry’s definition, within its quotation marks where it is empty; else at the entry. */
function placeToWrite(text: string, tag: string): number {
  const entry = entryPlace(text, tag) ?? 0;
  const field = /\n[ \t]+definition:[ \t]*"?/.exec(text.slice(entry));
  return field === null ? entry : entry + field.index + field[0].length;
}

async function offerUndo(what: string, done: Done): Promise<void> {
  const extent = done.papers === 0 ? '' : ` ${done.notes} ${done.notes === 1 ? 'note' : 'notes'} in ${done.papers} ${done.papers === 1 ? 'source' : 'sources'}.`;
  if (await tell(`Done: ${what}.${extent}`, 'Undo') === 'Undo') await done.undo();
}
