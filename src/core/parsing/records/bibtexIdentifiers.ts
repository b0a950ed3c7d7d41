/** The identifiers and addresses of an entry. */
import { cleanDoi, cleanUrl, statedDoi } from '../identifiers';
import { withoutEnd } from '../lines';
import type { Values } from './bibtexFamily';

/** DOI, address and PubMed's numbers. An entry that names only its archive gets the address there. */
export function identifiersOf(values: Values): { readonly [variable: string]: string | undefined } {
  const url = addressIn(values);
  const said = values.get('doi') ?? '';
  const doi = statedDoi(said) ?? cleanDoi(url ?? '') ?? oneWord(said);
  return {
    DOI: doi, URL: url ?? (doi === undefined ? eprintUrl(values) : undefined),
    PMID: numberIn(values, 'pmid') ?? (archiveOf(values) === 'pubmed' ? numberIn(values, 'eprint') : undefined), PMCID: numberIn(values, 'pmcid'),
  };
}

const oneWord = (text: string): string | undefined => (/^[^\s{}\\]{1,500}$/u.test(text.trim()) ? text.trim() : undefined);
const numberIn = (values: Values, name: string): string | undefined => oneWord(values.get(name) ?? '');

/** The field `url`, whatever it holds; else an address in `howpublished`. */
function addressIn(values: Values): string | undefined {
  const url = plainUrl(values.get('url') ?? '');
  const address = cleanUrl(url) ?? url.split(/[\s,;]+/u).map(cleanUrl).find((one) => one !== undefined) ?? oneWord(url);
  if (address !== undefined) return address;
  const published = values.get('howpublished') ?? '';
  const inCommand = /\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}/u.exec(published)?.[1];
  return cleanUrl(plainUrl(inCommand ?? withoutEnd(published.trim().replace(/^\{/u, ''), '}. ')));
}

/** An address without what TeX needs around its signs. */
const plainUrl = (text: string): string => (/[\\{}$<>\n]/.test(text) ? withoutTex(text) : text.trim());
const withoutTex = (text: string): string => (/\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}/u.exec(text)?.[1] ?? text)
  .replace(/\n[ \t]{0,80}/gu, '').replace(/\\textasciitilde\s?(?:\{\})?|\\~(?:\{\})?|\$\\?[st]ilde\$|\$\\sim\$/gu, '~').replace(/\\textunderscore\s?(?:\{\})?/gu, '_')
  .replace(/\\([&%#_$])/gu, '$1').replace(/[{}]/gu, '').replace(/^<|>$/gu, '').trim();

/** Where the archives keep what they number. */
const archives: { readonly [name: string]: string } = {
  arxiv: 'https://arxiv.org/abs/', jstor: 'https://www.jstor.org/stable/', hdl: 'https://hdl.handle.net/', googlebooks: 'https://books.google.com/books?id=',
};

const archiveOf = (values: Values): string => (values.get('eprinttype') ?? values.get('archiveprefix') ?? '').trim().toLowerCase();

function eprintUrl(values: Values): string | undefined {
  const archive = archiveOf(values);
  const address = Object.hasOwn(archives, archive) ? archives[archive] : undefined;
  const number = numberIn(values, 'eprint')?.replace(/^arxiv:/iu, '');
  return address === undefined || number === undefined ? undefined : address + number;
}
