/** The abstracts of a paper on a conference page: the text behind each label. */
import { paragraphs, readAbstract } from '../abstract';
import type { PageLine } from './pageLine';

const abstractKinds: ReadonlySet<string> = new Set(['abstract', 'shortAbstract', 'longAbstract']);

/** Which of the lines between two places are labels of an abstract. */
export function labelsOf(lines: readonly PageLine[], from: number, to: number): readonly number[] {
  const labels: number[] = [];
  let before: PageLine['kind'] | undefined;
  lines.slice(0, to).forEach(({ kind }, index) => {
    // Behind a session's line the page prints “Abstract:” before any paper has begun.
    if (index >= from && abstractKinds.has(kind) && before !== 'session') labels.push(index);
    if (kind !== 'blank') before = kind;
  });
  return labels;
}

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

/** The labels by paper: a long abstract behind a short one belongs to the same paper. */
export function paperLabels(lines: readonly PageLine[], labels: readonly number[]): readonly (readonly number[])[] {
  const papers: number[][] = [];
  for (const label of labels) {
    const last = papers.at(-1);
    if (lines[label]?.kind === 'longAbstract' && lines[last?.at(-1) ?? -1]?.kind === 'shortAbstract') last?.push(label);
    else papers.push([label]);
  }
  return papers;
}
