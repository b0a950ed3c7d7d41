/** Names as BibTeX divides them: `von Family, Suffix, Given`, `{A Body}`, joined by ` and `. */
import { bib, joined, type TexText } from '../exits';
import type { Name } from '../source';
import { tex } from './tex';

const trimmed = (text: string | undefined): string => text?.trim() ?? '';

/** Would BibTeX cut or misread this part? A comma, a word `and`, a particle by its lower-case letter, an `=` (biber). */
const misread = /,|=|(?:^|\s)and(?:\s|$)|^others$/iu;
const beginsLow = /^\p{Ll}\S*\s/u;

const part = (text: string): TexText => (misread.test(text) ? bib`{${tex(text)}}` : tex(text));

/** The family name; a particle that belongs to it goes before, in braces with it if only braces keep them together. */
function family(name: Name): TexText {
  const particle = trimmed(name['non-dropping-particle']);
  const own = trimmed(name.family);
  if (particle === '') return beginsLow.test(own) ? bib`{${tex(own)}}` : part(own);
  const glue = /['’-]$/.test(particle) ? '' : ' ';
  if (own === '' || glue === '' || !/^\p{Ll}/u.test(particle) || misread.test(particle)) return bib`{${tex(`${particle}${glue}${own}`.trim())}}`;
  return bib`${tex(particle)} ${beginsLow.test(own) ? bib`{${tex(own)}}` : part(own)}`;
}

function nameTex(name: Name): TexText {
  if (trimmed(name.literal) !== '') return trimmed(name.literal) === 'others' ? bib`others` : bib`{${tex(trimmed(name.literal))}}`;
  const given = [trimmed(name.given), trimmed(name['dropping-particle'])].filter(Boolean).join(' ');
  const own = family(name);
  if (own === '') return given === '' ? bib`` : bib`{${tex(given)}}`;
  const suffix = trimmed(name.suffix);
  return joined([own, ...(suffix ? [part(suffix)] : []), ...(given || suffix ? [part(given)] : [])], bib`, `);
}

/** A list of names for a BibTeX field, without the braces around the field; empty if nobody is named. */
export const namesTex = (names: readonly Name[]): TexText => joined(names.map(nameTex).filter(Boolean), bib` and `);
