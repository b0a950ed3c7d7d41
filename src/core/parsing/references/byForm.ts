/** Who wrote a work and where it appeared, where the form of the reference leaves no doubt. */
import type { Name } from '../../source';
import { isBody, readNames } from '../names';
import { looksLikeName } from '../pages/profile/names';
import type { ModelReading } from './model/reading';

/** `Freie Universität Bozen. (2018). …`: a body in front of a year in brackets. */
const bodyFirst = /^(?<body>\p{Lu}[^.,:;()\d“”"«»]{5,90})\. \((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{1,30})?\)[.,:]/u;

/** `…, 2nd ed. (Pamplona: Pamiela, 2001), 12`: the work of a note, with place, publisher and year in brackets. */
const imprint = /[\p{L}\d?!.)] \((?<place>\p{Lu}[^:()“”"«»\d]{1,50}): (?<publisher>[^:()“”"«»]{2,80}), (?<year>(?:1[5-9]|20)\d\d)\)(?:[,.;]|$)/u;

const sure = 0.85;

/** The reading with what the form of the reference says by itself. */
export const byForm = (text: string, reading: ModelReading): ModelReading =>
  withImprint(text, withBody(text, ownPublisher.test(reading.values['publisher'] ?? '') ? withoutPublisher(reading) : reading));

/** As the manual of the APA has it where the author is the publisher. */
const ownPublisher = /^(?:The )?Authors?$/u;

function withoutPublisher({ values: { publisher: _, ...values }, ...reading }: ModelReading): ModelReading {
  return { ...reading, values };
}

function withBody(text: string, reading: ModelReading): ModelReading {
  const body = bodyFirst.exec(text)?.groups?.['body'];
  return body === undefined || !isBody(body) ? reading : { ...reading, authors: [{ literal: body }], sure: { ...reading.sure, author: sure } };
}

function withImprint(text: string, reading: ModelReading): ModelReading {
  const { place, publisher, year } = imprint.exec(text)?.groups ?? {};
  if (place === undefined || publisher === undefined || year === undefined || reading.values['volume'] !== undefined) return reading;
  const names = nameOfNote(text.slice(0, reading.titleAt ?? 0));
  return {
    ...reading, authors: names ?? reading.authors, values: { ...reading.values, 'publisher-place': place, publisher, issued: year },
    sure: { ...reading.sure, 'publisher-place': sure, publisher: sure, issued: sure, ...(names === undefined ? {} : { author: sure }) },
  };
}

/** The one name in front of a title in a note, in the order in which it is spoken. */
function nameOfNote(before: string): readonly Name[] | undefined {
  const [, name = ''] = /^([^,.;:()“”"«»]{5,60}), $/u.exec(before) ?? [];
  return name.includes(' ') && !/ (?:and|und|et|y|e|&) /u.test(name) && looksLikeName(name) ? readNames(name).names : undefined;
}
