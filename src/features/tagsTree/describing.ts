/** What the person is asked to describe a tag: which field of its entry, and what it shall say. */
import type { TagEntry } from '../../core/notes/codebook';
import { describedText, isLanguage, languageUnfit } from '../../core/tagging';
import type { CodebookEdit, Described } from '../../core/tagging';
import type { Problem } from '../../core/problem';
import { askLine, pickOne } from '../../host/boxes';
import { oneLine } from '../../host/nodes';

const asked: { readonly [F in Described['field']]: { readonly icon: string; readonly label: string; readonly prompt: string } } = {
  definition: { icon: 'book', label: 'Definition', prompt: 'What the tag means, in a sentence.' },
  include: { icon: 'check', label: 'Count when', prompt: 'Which passages get this tag.' },
  exclude: { icon: 'circle-slash', label: 'Don’t count when', prompt: 'Which passages don’t get it, though one might think so.' },
  label: { icon: 'globe', label: 'Label', prompt: 'How the tag is called in this language.' },
  aliases: { icon: 'tag', label: 'Other names', prompt: 'Spellings that count as this tag, with commas between.' },
};

const titleOf = (described: Described): string => (described.field === 'label' ? `${asked.label.label} in “${described.language}”` : asked[described.field].label);

/** One of the fields of an entry, shown with what it says; a label in a language that is there, or in another that is asked. */
export async function askField(tag: string, entry: TagEntry | undefined): Promise<Described | undefined> {
  const labels = Object.keys(entry?.label ?? {}).map((language): Described => ({ field: 'label', language }));
  const fields: readonly Described[] = [{ field: 'definition' }, { field: 'include' }, { field: 'exclude' }, ...labels, { field: 'aliases' }];
  const rows = fields.map((described) => ({ icon: asked[described.field].icon, label: titleOf(described), description: oneLine(describedText(entry, described)) || 'says nothing yet', described }));
  const other = { icon: 'add', label: 'Label in another language…', description: '', described: 'other' as const };
  const chosen = (await pickOne([...rows.slice(0, -1), other, ...rows.slice(-1)], { title: `Describe #${tag}`, placeHolder: 'Choose what to write', matchOnDescription: true }))?.described;
  return chosen === 'other' ? askLanguage(tag) : chosen;
}

async function askLanguage(tag: string): Promise<Described | undefined> {
  const language = await askLine({
    title: `Label of #${tag}: Which Language?`, prompt: 'Its two or three letters: en, de, ru, kk …', remark: (typed) => (typed === '' || isLanguage(typed.trim()) ? undefined : languageUnfit(typed).message),
  });
  return language === undefined || language.trim() === '' ? undefined : { field: 'label', language: language.trim() };
}

/** What the field shall say; what is wrong with it is told while it is typed. An empty text takes the field away. */
export const askText = (tag: string, entry: TagEntry | undefined, described: Described, edit: (typed: string) => CodebookEdit | { readonly problem: Problem }): Thenable<string | undefined> => askLine({
  title: `${titleOf(described)} of #${tag}`, value: describedText(entry, described), prompt: `${asked[described.field].prompt} Leave it empty to take it out of the codebook.`,
  remark: (typed) => { const made = edit(typed); return 'problem' in made ? made.problem.message : undefined; },
});
