/**
 * Words and keys as a draft takes them: the encoders of what is written into drafts. Whatever a title, a quotation or a place says, no sign of it means anything to
 * the syntax, and nothing of it ends the citation that it stands in.
 */
import { inDraft, type DraftText } from '../exits';
import { plainWords } from '../markdownProse';
import type { Syntax } from './citation';
import type { CitationPackage } from './latexPackages';
import { oneLine } from './rules';

/** What stands in the draft already, or what a person wrote in the draft’s own language. */
export const standing = (text: string): DraftText => text as DraftText;

/** A key as it is; one that could end its citation never comes here, see `canCite` of each syntax. */
export const bareWords = (key: string): DraftText => key as DraftText;

const tex: { readonly [sign: string]: string } = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

// TeX takes no control sign, not even in a comment.
const unprintable = /[\0-\x08\x0b-\x1f\x7f]/g;
// What Org would run, or hand on as it stands to LaTeX and HTML: commands, snippets, macros, code.
const orgSigns = /[[\]\\$]|@@|\{\{|\b(?:src|call)_(?=[^\s])/g;

/** Text in which no sign means anything to the syntax. */
export const plain: { readonly [S in Syntax]: (text: string) => DraftText } = {
  markdown: plainWords,
  myst: plainWords,
  latex: (text) => text.replace(unprintable, '').replace(/[\\{}$&#%_~^]/g, (sign) => tex[sign] ?? sign) as DraftText,
  typst: (text) => text.replace(/[\\#*_`$@<>[\]~/]/g, '\\$&') as DraftText,
  org: (text) => text.replace(orgSigns, (sign) => (sign === ']' ? '\u200b]' : sign === '$' ? '\\dollar{}' : `${sign}\u200b`)) as DraftText,
};

/** No place in a work is written with these; what would open or close something becomes a round bracket. */
const inNoPlace = /[\\`$@~^|<>\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The place that a note says, for a citation: its signs mean nothing to the syntax, and end nothing. */
export const placeWords = (syntax: Syntax, place: string): DraftText => plain[syntax](place.replace(inNoPlace, '').replace(/[[{]/g, '(').replace(/[\]}]/g, ')'));

/** Words within a citation of Pandoc’s Markdown. */
export const wordsInGroup = (words: string): DraftText => oneLine(words).replace(/;/g, ',').replace(/(?<!\\)[[\]@]/g, '\\$&') as DraftText;

/** Words within a role of MyST, in braces or not. */
export const wordsInRole = (words: string | undefined): DraftText => oneLine(words).replace(/[{}`]/g, '') as DraftText;

/** Words within a citation of Org. */
export const wordsInOrg = (words: string): DraftText => oneLine(words).replace(/;/g, ',').replace(/\[/g, '(').replace(/\]/g, ')').replace(/@/g, '') as DraftText;

/** Words within the brackets of Typst. */
export const wordsInTypst = (words: string): DraftText => oneLine(words).replace(/(?<!\\)[[\]@#$]/g, '\\$&') as DraftText;

/** A key as Typst names any. */
export const typstString = (key: string): DraftText => inDraft`"${key.replace(/["\\]/g, '\\$&') as DraftText}"`;

/** A key as Org can name one. */
export const orgKey = (key: string): DraftText => key.replace(/\s+/g, '_') as DraftText;

const pageNumbers = /^pp?\.[ ~]?(?=[\divxlc]+(?:[-–, ]|$))/;

/** A note of a citation in LaTeX. biblatex writes “p.” itself; a range gets its dash; no bracket ends the argument early. */
export function latexNote(words: string, made: CitationPackage): DraftText {
  const said = words.replace(/\s+/g, ' ').trim();
  const numbers = made === 'biblatex' ? said.replace(pageNumbers, '') : said.replace(/^(pp?\.) /, '$1~');
  const escaped = numbers.replace(/(?<=\d)\s?[-–]\s?(?=\d)/g, '--').replace(/(?<!\\)[%&#_$]/g, '\\$&') as DraftText;
  return /[[\]]/.test(escaped) ? inDraft`{${escaped}}` : escaped;
}
