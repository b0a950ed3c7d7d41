/** A query as text again, in the one spelling that we write. */
import type { FieldQuery, Query } from './query';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The text of a query; read again, it is the same query. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all': return '';
    case 'and': return query.parts.map((part) => (part.kind === 'or' ? bracketed(part) : printQuery(part))).join(' ');
    case 'or': return query.parts.map(printQuery).join(' or ');
    case 'not': return `not ${query.part.kind === 'and' || query.part.kind === 'or' ? bracketed(query.part) : printQuery(query.part)}`;
    case 'tag': return `#${query.tag}${query.only ? '!' : ''}`;
    case 'words': return query.exact ? quoted(query.text) : query.text;
    case 'field': return printField(query);
  }
}

const bracketed = (query: Query): string => `(${printQuery(query)})`;

const printField = ({ field, is, value, exact }: FieldQuery): string => `${field}${is === '=' ? ':' : is}${exact || /\s/.test(value) ? quoted(value) : value}`;
