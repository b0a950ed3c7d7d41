/** Looking one identifier up: service after service, until one knows the work. What they answer is foreign text. */
import type { Engine } from '../enginePort';
import { cleanDoi, doisIn, type Reading, type ReadRecord } from '../parsing';
import { lookupFailed, lookupUnknown, type LookupFault, type Problem } from '../problem';
import type { Item } from '../source';
import type { Door, Reply } from './door';
import { identifierIn, type Identifier } from './identifier';
import { servicesFor, type Service } from './services';

/** A work that a service knows, or why none was found. */
export type LookedUp =
  | { readonly ok: true; readonly identifier: Identifier; readonly service: string; readonly record: ReadRecord }
  | { readonly ok: false; readonly identifier: Identifier; readonly fault: LookupFault; readonly problem: Problem };

type Failure = { readonly service: string; readonly fault: LookupFault; readonly detail?: string };

/** Ask the services for one identifier. Never rejects. */
export async function lookUp(identifier: Identifier, door: Door, engine: Engine, signal?: AbortSignal): Promise<LookedUp> {
  const failures: Failure[] = [];
  for (const service of servicesFor(identifier)) {
    const found = recordIn(await answerOf(service, identifier, door, engine, signal), identifier, service);
    if ('record' in found) return { ok: true, identifier, service: service.name, record: found.record };
    failures.push(found);
    if (found.fault === 'stopped' || found.fault === 'offline') break;
  }
  return { ok: false, identifier, ...verdict(identifier, failures) };
}

/** What a service answered, and what was read of it. */
type Answer = Exclude<Reply, { readonly ok: true }> | { readonly ok: true; readonly text: string; readonly reading: Reading };

async function answerOf(service: Service, { value }: Identifier, door: Door, engine: Engine, signal?: AbortSignal): Promise<Answer> {
  const reply = await door.ask(service.request(value), signal);
  return reply.ok ? { ...reply, reading: await engine.readPaste(reply.text, signal === undefined ? {} : { signal }) } : reply;
}

/** The record among what a service answered that is the work asked for. */
function recordIn(answer: Answer, identifier: Identifier, service: Service): { readonly record: ReadRecord } | Failure {
  if (!answer.ok) return { service: service.name, fault: answer.fault, ...(answer.detail !== undefined && { detail: answer.detail }) };
  const { records, problems } = answer.reading;
  const known = records.filter(({ format }) => service.formats.includes(format));
  const record = known.find(({ item }) => isAbout(item, identifier, answer.text));
  const broken = !/^\s*[{[<]/u.test(answer.text) || problems.some(({ code }) => code === 'record-cut-short');
  if (broken || record === undefined) return { service: service.name, fault: broken ? 'wrong-type' : 'unknown' };
  return { record: { ...record, pasted: answer.text.length > longestKept ? identifier.value : answer.text.trim() } };
}

/** An answer longer than this is not kept under “As pasted”; the identifier is. In UTF-16 code units. */
const longestKept = 20_000;

/** Is this item the work that the identifier names? A service that answers about another one has not answered. */
function isAbout(item: Item, { kind, value }: Identifier, answer: string): boolean {
  const wanted = value.toLowerCase();
  switch (kind) {
    case 'doi': return [item.DOI ?? '', ...aliasesIn(answer)].some((doi) => cleanDoi(doi)?.toLowerCase() === wanted);
    case 'isbn': return isBook(item) && typeof item['ISBN'] === 'string' && item['ISBN'].replace(/[^\dX]/giu, '').includes(coreOf(value));
    case 'arxiv': return [item.URL, item.DOI, item['number']].some((text) => typeof text === 'string' && identifierIn(text)?.value.toLowerCase() === wanted);
  }
}

/** Crossref keeps a work under one DOI and lists the others that lead to it. */
const aliasesIn = (answer: string): readonly string[] => doisIn(/"aliases"\s{0,5}:\s{0,5}\[([^\]]{0,2000})\]/u.exec(answer)?.[1] ?? '');

const isBook = ({ type }: Item): boolean => type === 'book' || type === 'document' || type === 'report' || type === 'thesis';

/** The nine digits that an ISBN-10 and its ISBN-13 share. */
const coreOf = (isbn: string): string => (isbn.length === 13 ? isbn.slice(3, 12) : isbn.slice(0, 9));

/** What to say: where nobody knows the work, that; else what went wrong last. An answer that led to another host is told in any case, with that host. */
function verdict(identifier: Identifier, failures: readonly Failure[]): { readonly fault: LookupFault; readonly problem: Problem } {
  const hop = failures.findLast(({ fault }) => fault === 'redirect');
  const said = failures.findLast(({ fault }) => fault !== 'unknown' && fault !== 'no-data' && fault !== 'redirect') ?? hop ?? failures.findLast(({ fault }) => fault === 'no-data');
  if (said === undefined) return { fault: 'unknown', problem: lookupUnknown(identifier.value, failures.map(({ service }) => service)) };
  return { fault: said.fault, problem: lookupFailed(identifier.value, said.service, said.fault, said.detail, said === hop ? undefined : hop) };
}
