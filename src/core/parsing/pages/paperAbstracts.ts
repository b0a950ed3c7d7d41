/** The abstracts of a paper on a conference page: the text behind each label. */
import { paragraphs, readAbstract } from '../abstract';
import type { PageLine } from './pageLine';

const abstractKinds: ReadonlySet<string> = new Set(['abstract', 'shortAbstract', 'longAbstract']);

/** Which of the lines are labels of an abstract. */
export const labelsOf = (lines: readonly PageLine[], from: number, to: number): readonly number[] =>
  lines.flatMap((line, index) => (index >= from && index < to && abstractKinds.has(line.kind) && !isGlued(lines, index) ? [index] : []));

/** The page prints “Abstract:” behind a session's line, where no paper has begun. */
const isGlued = (lines: readonly PageLine[], index: number): boolean =>
  lines.slice(0, index).findLast((line) => line.kind !== 'blank')?.kind === 'session';

/** The main abstract, and a short one besides if the page has both. */
export type Abstracts = { readonly main?: string; readonly short?: string };

/** The text behind each label, up to the next label or `end`; the long abstract is the main one. */
export function abstractsOf(lines: readonly PageLine[], labels: readonly number[], end: number): Abstracts {
  const texts = new Map<string, string>();
  labels.forEach((label, index) => {
    const body = lines.slice(label + 1, labels[index + 1] ?? end).filter(isProse).map((line) => line.text);
    const abstract = readAbstract(paragraphs(body));
    if (abstract !== undefined) texts.set(lines[label]?.kind ?? '', abstract.text);
  });
  const short = texts.get('shortAbstract');
  const main = texts.get('longAbstract') ?? texts.get('abstract') ?? short;
  return { ...(main === undefined ? {} : { main }), ...(short === undefined || short === main ? {} : { short }) };
}

const isProse = (line: PageLine): boolean => !['noise', 'opener', 'session'].includes(line.kind);

/** A long abstract behind a short one belongs to the same paper. */
export function firstLabels(lines: readonly PageLine[], labels: readonly number[]): readonly number[] {
  return labels.filter((label, index) => {
    const before = lines[labels[index - 1] ?? -1]?.kind;
    return !(lines[label]?.kind === 'longAbstract' && before === 'shortAbstract');
  });
}
