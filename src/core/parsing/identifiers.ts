/** DOIs as people paste them: inside addresses, after labels, with punctuation or the next word glued on. */

import { withoutEnd } from './lines';

const prefix = /^(?:doi\s*[:：]?\s*)?(?:https?:\/\/)?(?:(?:dx|www)\.)?(?:doi\.org\/)?(?:doi\s*[:：]\s*)?/iu;
const longest = 500;
const shape = /^10\.\d{4,9}\/\S+$/u;
const anywhere = /10\.\d{4,9}\/[^\s"'<>«»“”，。；]+/giu;
const gluedWord = /(?:\[Opens|Get rights|Abstract|Published|Received|Accepted|Available|Copyright|Corpus|Google|Cross[RrMm](?:ef|ark)|PDF|Keywords|PMID|Open Access|View|Citations?:?|Funding|Search|Download|Share|Cited|https?:)\S{0,2000}/u;
/** Behind the last digit, a button or the name of its picture: `…2291456CrossMark`. */
const gluedButton = /(?<=\d)(?:Cross[Mm]ark|Get rights|Google Scholar|Cross[Rr]ef(?:PubMed)?|Download|Share|Copy)(?:\P{L}.{0,400}|Logo.{0,400})?$/u;
const punctuation = '.,;:!?\'"”’»…';
const brackets = [['(', ')'], ['[', ']'], ['{', '}']] as const;

/** What an address says behind the DOI, such as from where it was followed: `?utm_source=…`. */
const query = /[?&#][a-z_]{2,30}=\S{0,500}$/iu;

/** The bare DOI (`10.…/…`) in a text that should be one, or undefined. A percent-escaped DOI is unescaped. */
export function cleanDoi(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const bare = unescapedPercent(text.trim().replace(/\\([_%&#{}])/gu, '$1').replace(prefix, ''));
  const doi = trimmedEnd(bare.replace(query, '').replace(gluedButton, ''));
  return shape.test(doi) && plausibleSuffix(doi) ? doi : undefined;
}

/** The bare DOI in a field that holds nothing else: any that has the form of one. */
export function statedDoi(text: string): string | undefined {
  const bare = text.length > longest ? '' : trimmedEnd(unescapedPercent(text.trim().replace(/\\([_%&#{}])/gu, '$1').replace(prefix, '').replace(query, '')));
  return shape.test(bare) ? bare : undefined;
}

/** Every DOI in a running text, in order, without repeats (compared without case). */
export function doisIn(text: string): readonly string[] {
  const dois = new Map<string, string>();
  for (const [found] of text.matchAll(anywhere)) {
    const doi = cleanDoi(found.replace(gluedWord, ''));
    if (doi !== undefined && !dois.has(doi.toLowerCase())) dois.set(doi.toLowerCase(), doi);
  }
  return [...dois.values()];
}

/** The page of a publisher behind a DOI: `10.1515/popa-2023-0017/html`. */
const view = /(?<=^10\.\d{4,9}\/.{4,300})\/[a-z]{3,8}$/iu;
const views = new Set(['html', 'pdf', 'epdf', 'epub', 'full', 'fulltext', 'xml', 'abstract', 'summary', 'meta']);

function trimmedEnd(text: string): string {
  for (let doi = views.has(text.slice(text.lastIndexOf('/') + 1).toLowerCase()) ? text.replace(view, '') : text; ;) {
    const shorter = withoutLooseBracket(withoutEnd(doi, punctuation));
    if (shorter === doi) return doi;
    doi = shorter;
  }
}

function withoutLooseBracket(doi: string): string {
  for (const [open, close] of brackets) {
    if (doi.endsWith(close) && doi.split(close).length > doi.split(open).length) return doi.slice(0, -1);
  }
  return doi;
}

function unescapedPercent(text: string): string {
  if (!/%[0-9a-f]{2}/iu.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `10.2040/12` on a door is no DOI: the part after the slash has a letter or at least four digits. */
function plausibleSuffix(doi: string): boolean {
  const suffix = doi.slice(doi.indexOf('/') + 1);
  return suffix.length >= 2 && (/\p{L}/u.test(suffix) || (suffix.match(/\d/gu) ?? []).length >= 4);
}

/** A web address that a browser would open, or undefined: only `http:`, `https:` and `ftp:`. */
export function cleanUrl(text: string): string | undefined {
  const url = text.trim().replace(/\\([_%&#~{}])/gu, '$1').replace(/^<|>$/gu, '');
  return /^(?:https?|ftp):\/\/[^\s/]\S*$/iu.test(url) ? url : undefined;
}
