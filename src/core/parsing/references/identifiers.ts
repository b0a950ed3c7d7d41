/** Identifiers, addresses and the day of access in a reference: they have forms of their own in every style. */
import { cleanDoi, cleanUrl } from '../identifiers';
import type { Draft } from './draft';

const dayOfAccess = /[([]?(?:дата обращения|последнее обращение|(?:last )?accessed(?: on)?|(?<=\[)cited|retrieved(?: on)?|Zugriff(?: am)?|abgerufen am|letzter Zugriff(?: am)?|zuletzt (?:geprüft|abgerufen)(?: am)?|geprüft am|consulté le|consultado(?: el)?|Erişim(?: tarihi)?|Stand)[:.]? ?[^()[\]\n]{0,25}?\d{4}(?:[-.]\d\d[-.]\d\d| \p{L}{3,9}\.? \d{1,2}(?!\d))?(?:,? from:?)?[)\]]?/iu;
const doi = /(?:doi:? ?)?(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:? ?)?10\.\d{4,9}\/[^\s"<>«»“”，；]{2,200}/iu;
const address = /(?:(?:URL|Available (?:at|from|online)|Режим доступа|Verfügbar unter|Online unter|Online|Disponible en|En ligne|Erişim adresi|from|adresi?|<)[:：]? ?<?)?(?:https?:\/\/|www\.)[^\s<>“”«»]{3,300}>?/iu;
/** What every address holds; looked for first, since words that may stand before one are in all texts. */
const hasAddress = /https?:\/\/|www\./iu;
const asides: readonly RegExp[] = [
  /\[(?:Электронный ресурс|Internet|online|Online|text|Текст|на англ\. яз\.|in Russian|In Russian|Conference (?:presentation|paper)|en ligne|En ligne|Blog post|Web log post|PDF)\]/u,
  /[.:–—-]{0,1} ?Текст ?: ?(?:непосредственный|электронный)/u,
  /\(?(?<ISBN>ISBN(?:-1[03])?[:\s]{0,2}[\d-]{9,17}[\dXx])\)?/u,
  /\(?ISSN[:\s]{0,2}\d{4}-\d{3}[\dXxХ]\)?/u,
  /(?:PMID|PMCID|EDN|OCLC):? ?[A-Z]{0,6}\d{0,12}(?=[\s.,;)]|$)/u,
  /\(in Russian\)|\(In Russ\.?\)|\[?in Russian\]?|\(in Chinese\)/iu,
];
/** Every aside holds one of these. */
const hasAside = /\[|текст|is[bs]n|pmc?id|edn|oclc|in russ|in chin/iu;
const arxiv = /arXiv:? ?(?:preprint )?(?:arXiv:)?(\d{4}\.\d{4,5})(?:v\d)?(?: ?\[[\w.-]{2,12}\])?/iu;

/** Take out identifiers, addresses and the day of access. */
export function peelIdentifiers(draft: Draft): void {
  const accessed = draft.take(dayOfAccess)?.[0];
  if (accessed !== undefined) draft.set('accessed', accessed);
  peelDoi(draft);
  for (let at = 0; at < 3 && hasAddress.test(draft.text); at++) peelAddress(draft);
  const preprint = draft.take(arxiv);
  if (preprint?.[1] !== undefined) draft.set('arxiv', preprint[1]);
  if (hasAside.test(draft.text)) for (const aside of asides) draft.take(aside);
}

function peelDoi(draft: Draft): void {
  if (!draft.text.includes('10.')) return;
  const match = doi.exec(draft.text);
  const start = match === null ? -1 : match[0].search(/10\.\d{4}/u);
  const found = match === null ? undefined : cleanDoi(match[0].slice(start));
  if (match === null || found === undefined) return;
  const length = start + found.length;
  draft.set('DOI', found);
  draft.cut(match.index, match.index + Math.min(length, match[0].length));
  draft.text = draft.text.replace(/(?:https?:\/\/)?(?:dx\.)?doi\.org\/(?=\ue002)/iu, '');
}

function peelAddress(draft: Draft): void {
  const match = draft.take(address);
  const bare = match?.[0].slice(match[0].search(/https?:|www\./iu)).replace(/[.,;)\]>]{1,4}$/u, '') ?? '';
  const url = cleanUrl(bare.startsWith('www.') ? `https://${bare}` : bare);
  if (url !== undefined) draft.set('URL', url);
}
