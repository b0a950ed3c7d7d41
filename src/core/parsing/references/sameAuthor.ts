/** Dashes that stand in a list for the author of the work above. */

/** What stands for the name: dashes of one kind, or a line drawn with low ones; a single long dash only before a sign or a blank. */
const dashes = /^(?:[—–―‒](?: ?[—–―‒]){1,7}|-{3,}|_{3,}|[—―](?=[.,\s]))[.,:]?\s?/u;

/** A line that begins so begins an entry; Chinese titles go on behind two dashes, a rule has nothing behind it, and hyphens before a word may be one. */
const opens = /^(?:(?:[—–―‒](?: ?[—–―‒]){1,7}|-{3,}|_{3,}|[—―](?=[.,]))(?:[.,:]\s?|\s?(?=\()|\s?(?=\d))|[—–―‒](?: ?[—–―‒]){1,7}\s?)(?!\p{sc=Han})[\p{L}\d"“«„‘'(*_[]/u;

/** Does a line begin with dashes in place of a name, and go on behind them? */
export const opensWithDashes = (line: string): boolean => opens.test(line);

/** `———, and Tomáš Vašíček`: the one above with somebody else. */
const furtherAuthors = /^(?:and|&|und|et|y|e|и|with|mit|ve) (?=\p{Lu})/u;

/** `———, ed.`, `———, editors.`, `——— (ред.)`: the one above as the editor of this one. */
const asEditor = /^\(?(?:[Ee]d(?:itor)?s?|Hrsg|hrsg|Hgg?|hg|éds?|dirs?|coords?|coordinador(?:a|es|as)?|comps?|compilers?|orgs?|red|(?:отв\. ?)?ред|сост|(?:yay\. ?)?haz)(?:\.|(?=[,)]))(?: ?(?:and|&) (?:trans(?:lator)?s?)\.)?\)?[,.:]? ?(?=[\p{Lu}“«"„‘'(*_\d])/u;

/** `———, trans.`: the one above as the translator. */
const asTranslator = /^\(?(?:trans(?:lator)?s?|[Üü]bers|trads?|пер|çev)\.\)?[,.:]? ?(?=[\p{Lu}“«"„‘'(*_\d])/u;

/** What the one above does in a work: write it, alone or with those that are named, edit it or translate it. */
export type Repeated = { readonly role: 'author' | 'editor' | 'translator'; readonly further: boolean; /** The reference without the dashes and the words of the role. */ readonly rest: string };

/** How a reference repeats the name above it; undefined where it does not. */
export function repeatedIn(plain: string): Repeated | undefined {
  if (!dashes.test(plain)) return undefined;
  const behind = plain.replace(dashes, '');
  const [edits, translates] = [asEditor.exec(behind)?.[0], asTranslator.exec(behind)?.[0]];
  if (edits !== undefined) return { role: 'editor', further: false, rest: behind.slice(edits.length) };
  if (translates !== undefined) return { role: 'translator', further: false, rest: behind.slice(translates.length) };
  return { role: 'author', further: furtherAuthors.test(behind), rest: behind.replace(furtherAuthors, '') };
}
