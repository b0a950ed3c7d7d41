/**
 * A bibliography as CSL YAML, which is Pandoc's own: its texts are Markdown (Pandoc's manual, “Specifying bibliographic
 * data”), so what Markdown would take for its own is escaped.
 */
import { dateVariables, isObject, type Item } from '../source';
import { cslFields, literal } from './csl';
import { withEmphasis, type Emphases } from './richText';

const emphases: Emphases = {
  i: (text) => `*${text}*`, b: (text) => `**${text}**`, sup: (text) => `^${text}^`, sub: (text) => `~${text}~`,
  smallcaps: (text) => `[${text}]{.smallcaps}`, nocase: (text) => `[${text}]{.nocase}`,
};

const escaped = (text: string): string => text.replace(/[\\*_`$^~[\]<@]/g, '\\$&');

/** A number, dash or the like at the start would begin a list or heading. */
function markdown(text: string): string {
  const written = withEmphasis(text, escaped, emphases);
  return written.replace(/^(\d{1,9}|[A-Za-z]|[ivxlcIVXLC]+)([.)])(?=\s|$)/, '$1\\$2').replace(/^[-+>#|:=]/, '\\$&');
}

/** Fields that Pandoc takes as they are. */
const asTheyAre: ReadonlySet<string> = new Set([...dateVariables, 'id', 'type', 'DOI', 'URL', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'language', 'custom']);

function asMarkdown(value: unknown): unknown {
  if (typeof value === 'string') return markdown(value);
  if (Array.isArray(value)) return value.map(asMarkdown);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, asMarkdown(inner)])) : value;
}

function itemText(item: Item): string {
  const fields = [...cslFields(item)].sort(([one], [other]) => Number(other === 'id') - Number(one === 'id'));
  return fields.map(([field, value], index) =>
    `${index === 0 ? '- ' : '  '}${literal(field)}: ${literal(asTheyAre.has(field) ? value : asMarkdown(value))}\n`).join('');
}

/** A mapping with `references`, an empty list for no items. */
export const cslYaml = (items: readonly Item[]): string =>
  items.length === 0 ? 'references: []\n' : `references:\n${items.map(itemText).join('')}`;
