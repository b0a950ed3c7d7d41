/** What the person is asked before tags change: which tag, which notes, and whether to look at the changes first. */
import * as vscode from 'vscode';
import { locatorText, tagFrom } from '../../core/notes';
import { noteFilesOf } from '../../core/library';
import type { SourceNote } from '../../core/library';
import { similarTags } from '../../core/tagging';
import type { Likeness, SimilarTag, Suggestion, TagNode, TagPlan } from '../../core/tagging';
import { askLine, createBox, drawn, pickMany, pickOne } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { oneLine, sourceLabel } from '../../host/nodes';
import { tagIcon } from './icons';
import { treeOf } from './rows';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

type TagChoice = vscode.QuickPickItem & { readonly tag: string };

function* flat(nodes: readonly TagNode[]): Iterable<TagNode> {
  for (const node of nodes) {
    yield node;
    yield* flat(node.children);
  }
}

/** Every tag of a library as rows, without those that are left out. */
function choicesOf(home: Home, keep: (tag: string) => boolean): TagChoice[] {
  return [...flat(treeOf(home))].filter(({ tag }) => keep(tag)).map((node) => ({
    label: `#${node.tag}`, description: node.notesWithin === 0 ? '' : counted(node.notesWithin, 'note'), iconPath: tagIcon(node.colour), tag: node.tag,
  }));
}

/** One tag of the library, or a new one that is typed and may be kept. `first` are rows before the tags. */
export function pickTag(home: Home, title: string, keep: (tag: string) => boolean, { first = [], placeholder = 'Choose a tag, or type a new one' }: { readonly first?: readonly TagChoice[]; readonly placeholder?: string } = {}): Promise<string | undefined> {
  const pick = createBox<TagChoice>();
  const known = choicesOf(home, keep);
  const fill = (): void => {
    const typed = tagFrom(pick.value);
    const fresh = typed !== '' && keep(typed) && !known.some(({ tag }) => tag === typed);
    pick.items = drawn([...first, ...known, ...(fresh ? [{ label: 'New tag', description: `#${typed}`, tag: typed, alwaysShow: true, iconPath: new vscode.ThemeIcon('add') }] : [])]);
  };
  pick.title = title;
  pick.placeholder = placeholder;
  return new Promise((resolve) => {
    let chosen: string | undefined;
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => { chosen = pick.activeItems[0]?.tag; pick.hide(); });
    pick.onDidHide(() => { pick.dispose(); resolve(chosen); });
    fill();
    pick.show();
  });
}

/** Several tags of the library. */
export async function pickTags(home: Home, title: string): Promise<readonly string[]> {
  const chosen = await pickMany(choicesOf(home, () => true), { title, placeHolder: 'Tick the tags that are one' });
  return (chosen ?? []).map(({ tag }) => tag);
}

/** Which of some tags stays. */
export async function pickStaying(tags: readonly string[], home: Home): Promise<string | undefined> {
  const rows = choicesOf(home, (tag) => tags.includes(tag));
  return (await pickOne(rows, { title: 'Merge Tags: Which Name Stays?', placeHolder: 'The other names become aliases' }))?.tag;
}

/** Some notes of a tag. */
export async function pickNotes(node: TagNode): Promise<readonly SourceNote[] | undefined> {
  const rows = node.notes.flatMap(({ source, note }) => (noteFilesOf(source).length === 0 ? [] : [{
    label: oneLine(note.quote ?? note.text) || 'Note without words',
    description: [sourceLabel(source.item), note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.author ?? ''].filter((part) => part !== '').join(' · '),
    at: { source, note },
  }]));
  const chosen = await pickMany(rows, { title: `Split #${node.tag}: Which Notes Go?`, placeHolder: 'Tick the notes that get another tag', matchOnDescription: true });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ at }) => at);
}

/** The new name of a tag; what is wrong with it, or will come of it, is said while it is typed. */
export function askName(tag: string, remark: (typed: string) => string | vscode.InputBoxValidationMessage | undefined): Thenable<string | undefined> {
  return askLine({
    title: `Rename #${tag}`, value: tag, valueSelection: [tag.lastIndexOf('/') + 1, tag.length],
    prompt: 'The old name stays as an alias in the codebook. A / makes it narrower than another tag.', remark: remark,
  });
}

const likenessWords: { readonly [L in Likeness]: string } = {
  letters: 'the same letters', label: 'a label of it in the codebook', words: 'the same words, without endings',
};

/** Pairs of similar tags; none is ticked beforehand. */
export async function pickSimilar(home: Home): Promise<readonly SimilarTag[] | undefined> {
  const counts = new Map([...flat(treeOf(home))].map(({ tag, notesWithin }) => [tag, notesWithin]));
  const rows = similarTags(treeOf(home), home.store.current.codebook).map((pair) => ({
    label: `#${pair.from} → #${pair.to}`, description: `${likenessWords[pair.why]} · ${counted(counts.get(pair.from) ?? 0, 'note')} to ${counts.get(pair.to) ?? 0}`, pair,
  }));
  if (rows.length === 0) return undefined;
  const chosen = await pickMany(rows, { title: 'Similar Tags', placeHolder: 'Tick the pairs that are one tag; the name on the left becomes an alias', matchOnDescription: true });
  return (chosen ?? []).map(({ pair }) => pair);
}

const groundWords: { readonly [G in Suggestion['ground']]: string } = {
  passage: 'in the passage', text: 'in title or abstract', similar: 'on similar sources', term: 'new: a term of the field', phrase: 'new: a phrase of the abstract',
};

/** Some of the suggested tags; none is ticked beforehand. */
export async function pickSuggested(title: string, suggestions: readonly Suggestion[]): Promise<readonly string[]> {
  const rows = suggestions.map(({ tag, ground }) => ({ label: `#${tag}`, description: groundWords[ground], tag }));
  const chosen = await pickMany(rows, { title, placeHolder: 'Tick the tags that this source gets', matchOnDescription: true });
  return (chosen ?? []).map(({ tag }) => tag);
}

/** Whether to go on, and how: at once, or with a look at every change. `what` is said in the manner of “Rename #a to #b”. */
export async function confirmPlan(what: string, plan: TagPlan): Promise<'go' | 'preview' | undefined> {
  const extent = plan.papers === 0 ? 'no source uses it' : `${counted(plan.notes, 'note')} in ${counted(plan.papers, 'source')}`;
  const joined = plan.merged.length === 0 ? '' : `joins ${plan.merged.map((tag) => `#${tag}`).join(', ')}, which ${plan.merged.length === 1 ? 'is' : 'are'} there already`;
  const rows = [
    { icon: 'check', label: 'Change', description: extent, detail: joined, how: 'go' as const },
    { icon: 'diff', label: 'Look at the changes first', description: 'each can be left out', how: 'preview' as const },
  ];
  return (await pickOne(rows, { title: what }))?.how;
}
