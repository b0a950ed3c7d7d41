/** Of what type a work is, told by the words of its reference and by what the reference says. */
import type { ItemType } from '../../source';
import { withoutEnd } from '../lines';

/** Words that say what a work is, and its type. */
const kinds: readonly (readonly [ItemType, RegExp])[] = [
  ['thesis', /[[(]?(?:(?:Unpublished )?(?:[Dd]octoral|[Mm]aster[’']?s|PhD|Ph\. ?D\.|MA|[Dd]iploma) (?:[Dd]iss(?:ertation|\.)|[Tt]hesis)|(?<=[.,(] )(?:Dissertation|Diss\.|Habilitationsschrift|Doktora [Tt]ezi|Yüksek [Ll]isans [Tt]ezi)|\[D\]|: ?(?:авто)?(?:реф\. )?дис\.[^/.]{0,5}(?:\.\.\. )?(?:канд|д-ра|докт)\.? [\p{L}.]{1,12} ?(?:наук)?(?: ?: ?[\d.]{6,10})?|(?:автореф\. )?дис\. (?:\.\.\.|…) (?:канд|д-ра)\. [\p{L}.]{1,12} наук(?::? ?[\d.]{6,10})?|[Tt]hèse de doctorat)(?:,? (?=\p{Lu}))?[\])]?/u],
  ['report', /[[(]?(?:Working [Pp]aper|Policy [Bb]rief|Discussion [Pp]aper|Technical [Rr]eport|Arbeitspapier|Research [Rr]eport|Occasional [Pp]aper|(?<=[.)] )(?:Report|Rapport|Bericht|Informe) (?=(?:[Nn]o\.?|[Nn]r\.?|[Nn][°º]) ?\d))s?(?: [Ss]eries)?(?: ?(?:[Nn]o\.?|[Nn]r\.?|№)? ?\d[\d/-]{0,6})?[\])]?/u],
  ['paper-conference', /(?:\(?(?:Paper )?[Pp]resented at|\[Conference (?:presentation|paper)\]|Paper prepared for)[^.]{0,120}/u],
];

/** Pieces of words, one of which is in all that {@link kinds} looks for: they are quickly looked for. */
const hints = /issertation|hesis|apport|ericht|nforme|Diss\.|Habilitationsschrift|Tezi|tezi|\[D\]|дис\.|hèse|aper|rief|eport|rbeitspapier|\[Conference|resented/u;

/** The type that words of the reference name, and those words; undefined when it names none. */
export function namedKind(text: string): { readonly type: ItemType; readonly words: string } | undefined {
  if (!hints.test(text)) return undefined;
  for (const [type, pattern] of kinds) {
    const match = pattern.exec(text);
    if (match !== null && match.index >= 12) return { type, words: withoutEnd(match[0].replace(/^[[(: ]{1,3}/u, ''), ']), ') };
  }
  return undefined;
}

const codes: { readonly [code: string]: ItemType } = { J: 'article-journal', M: 'book', D: 'thesis', C: 'paper-conference', N: 'article-newspaper', R: 'report', S: 'standard', P: 'patent', EB: 'webpage', DB: 'dataset' };
const code = /[[［](J|M|D|C|N|R|S|P|G|EB|DB)(?:\/OL)?[\]］]/u;
const thesis = /thes[ie]s|thèse|diss|dissertation|habilitation|diplomarbeit|magisterarbeit|masterarbeit|tezi|tesis|tese|proefschrift|rozprawa|дисс?\.|диссертац|学位论文/iu;
const meeting = /proceedings|proc\.|conference|conf\.|symposium|workshop|kongress|tagung|colloque|congreso|материалы|конференц|论文集|年会/iu;

/** What a body writes about itself or its subject. */
const report = /(?<!\p{L})(?:reports?|(?:годовой )?отч[её]т|\p{L}*bericht|rapport|informe|relatório|raport|rapporto)(?!\p{L})/iu;

/** What a reference says, by CSL variable; of names only whether there are any, and whether all authors are bodies (`body`). */
export type Told = { readonly [variable: string]: string | undefined };

/** The type of a work by the fields of its reference. `fields` are those that are filled, by their CSL variable. */
export function typeOf(text: string, fields: Told): ItemType {
  const has = (variable: string): boolean => fields[variable] !== undefined && fields[variable] !== '';
  const coded = codes[code.exec(text)?.[1] ?? ''];
  if (coded !== undefined && !(coded === 'book' && has('container-title')) && !(coded === 'paper-conference' && !meeting.test(fields['container-title'] ?? ''))) return coded;
  if (fields['genre'] !== undefined) return thesis.test(fields['genre']) ? 'thesis' : 'report';
  const named = namedKind(text)?.type;
  if (named !== undefined && !has('volume') && !(has('container-title') && named !== 'paper-conference')) return named;
  if (has('event-title')) return 'paper-conference';
  if (has('container-title')) return heldType(fields, has);
  if (has('arxiv')) return 'article';
  if (has('body') && !has('publisher-place') && report.test(fields['title'] ?? '')) return 'report';
  if (has('publisher') || has('publisher-place') || has('ISBN') || has('number-of-pages') || has('edition')) return 'book';
  return has('URL') ? 'webpage' : has('editor') ? 'book' : 'document';
}

/** The type of a work that stands in another. */
function heldType(fields: Told, has: (variable: string) => boolean): ItemType {
  const periodical = has('volume') || has('issue');
  if (meeting.test(fields['container-title'] ?? '') && !has('issue')) return 'paper-conference';
  if (has('editor') || (!periodical && (has('publisher') || has('publisher-place'))) || has('ISBN')) return 'chapter';
  if (periodical) return 'article-journal';
  if (/\p{L}{3}/u.test(fields['date'] ?? '') || /^\d{1,2}\.\d{1,2}\./u.test(fields['date'] ?? '')) return 'article-newspaper';
  return has('page') ? 'article-journal' : has('URL') ? 'webpage' : 'article-journal';
}
