/**
 * A query read: `#multi-vectorism and not #china stance:against year>=2014`. Terms side by side must all be true; `and` binds
 * before `or`; `not` and `-` turn round what follows. What can't be understood is told with its place, and left out.
 */
import {
  queryFieldUnknown, queryNestedTooDeep, queryNoOrder, queryNothingBeside, queryStraySign, queryTagEmpty, queryUnclosed, queryUnopened, queryValueMissing, queryValueUnknown,
} from '../problem';
import type { Problem } from '../problem';
import type { Span } from '../source';
import { tagFrom } from '../notes';
import { fieldNamed, fieldRules } from './fields';
import { tokensOf } from './lexing';
import type { Quoted, Token } from './lexing';
import { everything, joinedQuery, negated, queryFields } from './query';
import type { Comparison, Query, QueryField } from './query';

/** What a query says, and what of it could not be understood. */
export type ParsedQuery = { readonly query: Query; readonly problems: readonly Problem[] };

/** How deep brackets may stand in one another; what is deeper counts as if it had none. */
const deepest = 50;

/** Something that was typed: a query, or nothing where it was not understood. */
type Read = { readonly query?: Query };
type FieldToken = Extract<Token, { readonly kind: 'field' }>;

/** Reads any text at all; never throws. */
export function parseQuery(text: string): ParsedQuery {
  const problems: Problem[] = [];
  const tokens = withPairedBrackets(tokensOf(text), problems);
  const reader = new QueryReader(tokens, problems);
  const query = reader.whole();
  return { query, problems: problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}

/** Brackets without their other half, and those nested beyond reason, are left out. */
function withPairedBrackets(tokens: readonly Token[], problems: Problem[]): readonly Token[] {
  const open: Token[] = [];
  const left = new Set<Token>();
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind !== 'close') continue;
    const other = open.pop();
    if (other === undefined) problems.push(queryUnopened(spanOf(token)));
    if (other === undefined || open.length >= deepest) left.add(token);
    if (other !== undefined && open.length >= deepest) left.add(other);
    if (other !== undefined && open.length === deepest) problems.push(queryNestedTooDeep(spanOf(other)));
  }
  for (const token of open) problems.push(queryUnclosed(spanOf(token)));
  const unclosed = new Set(open);
  return tokens.filter((token) => !left.has(token) && !unclosed.has(token));
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

class QueryReader {
  #at = 0;

  constructor(private readonly tokens: readonly Token[], private readonly problems: Problem[]) {}

  whole(): Query {
    return this.#either().query ?? everything;
  }

  get #next(): Token | undefined {
    return this.tokens[this.#at];
  }

  /** Alternatives. */
  #either(): Read {
    const parts = [this.#together()];
    for (let sign = this.#next; sign?.kind === 'or'; sign = this.#next) {
      this.#at += 1;
      const right = this.#together();
      if (parts.at(-1) === undefined || right === undefined) this.problems.push(queryNothingBeside('or', spanOf(sign)));
      if (right !== undefined || parts.at(-1) === undefined) parts.push(right);
    }
    return joinedRead('or', parts.flatMap((part) => part ?? []));
  }

  /** What must all be true; undefined where nothing stands. */
  #together(): Read | undefined {
    const parts: Read[] = [];
    for (let token = this.#next; token !== undefined && token.kind !== 'or' && token.kind !== 'close'; token = this.#next) {
      if (token.kind !== 'and') {
        parts.push(this.#turned());
        continue;
      }
      this.#at += 1;
      if (parts.length === 0 || !startsSomething(this.#next)) this.problems.push(queryNothingBeside('and', spanOf(token)));
    }
    return parts.length === 0 ? undefined : joinedRead('and', parts);
  }

  #turned(): Read {
    let isTurned = false;
    let sign: Token | undefined;
    while (this.#next?.kind === 'not') {
      sign = this.#next;
      isTurned = !isTurned;
      this.#at += 1;
    }
    if (sign !== undefined && (!startsSomething(this.#next))) {
      this.problems.push(queryNothingBeside('not', spanOf(sign)));
      return {};
    }
    const { query } = this.#single();
    if (query === undefined || query.kind === 'all') return {};
    return { query: isTurned ? negated(query) : query };
  }

  #single(): Read {
    const token = this.#next as Token;
    this.#at += 1;
    if (token.kind !== 'open') return this.#term(token);
    const inside = this.#either();
    this.#at += 1;
    return inside;
  }

  #term(token: Token): Read {
    switch (token.kind) {
      case 'tag': return this.#tag(token.text, token);
      case 'words': return this.#words(token);
      case 'field': return this.#field(token);
      case 'stray': case 'open': case 'close': case 'and': case 'or': case 'not': return this.#broken(queryStraySign(spanOf(token)));
    }
  }

  #broken(problem: Problem): Read {
    this.problems.push(problem);
    return {};
  }

  #tag(typed: string, place: Span): Read {
    const tag = tagFrom(typed);
    if (tag === '') return this.#broken(queryTagEmpty(spanOf(place)));
    return { query: { kind: 'tag', tag, only: typed.endsWith('!') } };
  }

  #words({ start, end, text, exact, open }: Quoted): Read {
    if (open) this.problems.push(queryUnclosed({ start, end: start + 1 }));
    if (!/[\p{L}\p{N}]/u.test(text)) return exact && open !== true ? this.#broken(queryValueMissing('""', { start, end })) : {};
    return { query: { kind: 'words', text: tidy(text), exact } };
  }

  #field(token: FieldToken): Read {
    const { value } = token;
    if (value.open) this.problems.push(queryUnclosed({ start: value.start, end: value.start + 1 }));
    if (tidy(value.text) === '') return this.#broken(queryValueMissing(`${token.name}${token.sign}`, spanOf(token)));
    if (token.name.toLowerCase() === 'tag') return this.#tag(value.text, value);
    const field = fieldNamed(token.name);
    if (field === undefined) return this.#broken(queryFieldUnknown(token.name, queryFields, { start: token.start, end: token.nameEnd }));
    return this.#valued(field, token);
  }

  #valued(field: QueryField, { sign, start, nameEnd, value }: FieldToken): Read {
    const { read, values, ordered } = fieldRules[field];
    const is = (sign.replace(':', '') || '=') as Comparison;
    if (is !== '=' && ordered === undefined) return this.#broken(queryNoOrder(field, { start, end: nameEnd + sign.length }));
    const kept = read === undefined ? tidy(value.text) : read(value.text.trim());
    if (kept === undefined || (is !== '=' && kept.includes('..'))) return this.#broken(queryValueUnknown(field, value.text, values ?? [], fieldRules[field].says, spanOf(value)));
    if (read === undefined && !/[\p{L}\p{N}]/u.test(kept)) return this.#broken(queryValueMissing(`${field}:`, spanOf(value)));
    return { query: { kind: 'field', field, is, value: kept, exact: read === undefined && value.exact } };
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const startsSomething = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'close' && token.kind !== 'and' && token.kind !== 'or';

function joinedRead(kind: 'and' | 'or', parts: readonly Read[]): Read {
  const query = joinedQuery(kind, parts.flatMap(({ query: part }) => part ?? []));
  return query.kind === 'all' ? {} : { query };
}
