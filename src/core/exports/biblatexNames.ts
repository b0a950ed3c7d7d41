/** Names as BibTeX divides them: `von Family, Suffix, Given`, `{A Body}`, joined by ` and `. */
import type { Name } from '../source';
import { tex } from './tex';

const trimmed = (text: string | undefined): string => text?.trim() ?? '';

/** Would BibTeX cut or misread this part? A comma, a word `and`, a particle by its lower-case letter, an `=` (biber). */
const misread = /,|=|(?:^|\s)and(?:\s|$)|^others$/iu;
const beginsLow = /^\p{Ll}\S*\s/u;

const part = (text: string): string => (misread.test(text) ? `{${tex(text)}}` : tex(text));

/** The family name; a particle that belongs to it goes before, in braces with it if only braces keep them together. */
function family(name: Name): string {
  const particle = trimmed(name['non-dropping-particle']);
  const own = trimmed(name.family);
  if (particle === '') return beginsLow.test(own) ? `{${tex(own)}}` : part(own);
  const glue = /['’-]$/.test(particle) ? '' : ' ';
  if (own === '' || glue === '' || !/^\p{Ll}/u.test(particle) || misread.test(particle)) return `{${tex(`${particle}${glue}${own}`.trim())}}`;
  return `${tex(particle)} ${beginsLow.test(own) ? `{${tex(own)}}` : part(own)}`;
}

function nameTex(name: Name): string {
  if (trimmed(name.literal) !== '') return trimmed(name.literal) === 'others' ? 'others' : `{${tex(trimmed(name.literal))}}`;
  const given = [trimmed(name.given), trimmed(name['dropping-particle'])].filter(Boolean).join(' ');
  const own = family(name);
  if (own === '') return given && `{${tex(given)}}`;
  const suffix = trimmed(name.suffix);
  return [own, ...(suffix ? [part(suffix)] : []), ...(given || suffix ? [part(given)] : [])].join(', ');
}

/** A list of names for a BibTeX field, without the braces around the field; empty if nobody is named. */
export const namesTex = (names: readonly Name[]): string => names.map(nameTex).filter(Boolean).join(' and ');
