/** A comparison of coders as a Markdown document to read, and as rows for a table. */
import { locatorText } from '../notes';
import type { Note } from '../source';
import type { TaggedUnit } from './coding';
import type { Agreement, Comparison, Figures } from './comparing';
import type { Figure } from './statistics';

/** Where a note stands, as the address of a link; undefined for one that can't be linked to. */
export type NoteLink = (key: string, note: Note) => string | undefined;

/** A figure as one prints it: two places behind the point, or what stands for one that there is not. */
export const figureText = (figure: Figure, none: string): string => figure.value?.toFixed(2) ?? none;
const percentText = (figure: Figure, none: string): string => (figure.value === undefined ? none : `${Math.round(figure.value * 100)} %`);

const columns = ['Tag', 'Units', 'Agree', 'Kappa', 'Alpha', 'Tagged', 'Agree', 'Kappa', 'Alpha', 'Differ'];

/** The figures as rows, the first of them the headings: each tag, all tags together, each pair of coders. `none` stands for a figure that is not defined. */
export function figureRows({ tags, overall, pairs, disagreements }: Comparison, none = ''): readonly (readonly string[])[] {
  const cells = ({ units, percent, kappa, alpha }: Agreement): string[] => [String(units), percentText(percent, none), figureText(kappa, none), figureText(alpha, none)];
  const row = (name: string, { all, tagged }: Figures, last = ''): string[] => [name, ...cells(all), ...cells(tagged), last];
  return [
    columns,
    ...tags.map((one) => row(`#${one.tag}`, one, String(one.disagreements))),
    row('All tags', overall, String(disagreements.length)),
    ...(pairs.length > 1 ? pairs.map((pair) => row(pair.coders.join(' and '), pair)) : []),
  ];
}

/** What the coders disagree on as rows, the first of them the headings. */
export function disagreementRows({ disagreements, options: { coders } }: Comparison): readonly (readonly string[])[] {
  return [
    ['Source', 'Title', 'Tag', 'Passage', ...coders],
    ...disagreements.map((unit) => [unit.source.key, unit.source.title, `#${unit.tag}`, unit.passage ?? '', ...unit.notes.map(saidOf)]),
  ];
}

const saidOf = (notes: readonly Note[] | undefined): string => (notes === undefined ? 'not judged' : notes.length === 0 ? 'absent' : 'present');

const explained = (kind: Comparison['options']['units'], silence: Comparison['options']['silence']): string => [
  kind === 'source' ? 'A unit is a source with a tag: did the coder give the tag anywhere in the source?' : 'A unit is a passage with a tag: quotations that overlap by half of the shorter one are one passage.',
  silence === 'missing' ? 'A source on which a coder has no note counts as not judged by them.' : 'A source on which a coder has no note counts as judged, without a tag.',
  'The first figures are over all units; the second leave out the units to which nobody gave the tag, which otherwise raise the agreement.',
  'Kappa is Cohen’s, which is for two coders: of more it stands in the rows of each two. Alpha is Krippendorff’s for nominal data.',
  'A dash: the figure is not defined, because all judgements are the same or the units are too few.',
].join(' ');

/** The whole comparison as Markdown: figures for each tag, then what is to be settled, with links to the notes. */
export function comparisonMarkdown(comparison: Comparison, link: NoteLink): string {
  const { options: { coders, units, silence }, disagreements } = comparison;
  return [
    `# Coders compared: ${coders.join(', ')}`, explained(units, silence),
    table(figureRows(comparison, '–')),
    `## To settle (${disagreements.length})`,
    disagreements.length === 0 ? 'The coders agree on every unit.' : disagreements.map((unit) => settled(unit, coders, link)).join('\n'),
  ].join('\n\n').concat('\n');
}

/** The first column to the left, the figures to the right, each as wide as its widest cell: so it is read in the editor, too. */
function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(cell));
  const [head = [], ...others] = cells;
  const widths = head.map((_, at) => Math.max(4, ...cells.map((row) => [...row[at] ?? ''].length)));
  const line = (row: readonly string[]): string => `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`;
  return [line(head), `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`, ...others.map(line)].join('\n');
}

function settled({ source, tag, passage, notes }: TaggedUnit, coders: readonly string[], link: NoteLink): string {
  const where = passage === undefined ? '' : `, “${short(passage)}”`;
  const said = coders.map((coder, n) => `  - ${plain(coder)}: ${notes[n] === undefined ? 'not judged' : notes[n].length === 0 ? 'absent' : notes[n].map((note) => linked(source.key, note, link)).join('; ')}`);
  return [`- [ ] **${plain(source.title || source.key)}** (${plain(source.key)}), ${plain(`#${tag}`)}${where}`, ...said].join('\n');
}

function linked(key: string, note: Note, link: NoteLink): string {
  const words = short([note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.quote ?? note.text].filter((part) => part !== '').join(' · ') || 'note');
  const address = link(key, note);
  return address === undefined ? words : `[${words}](<${address}>)`;
}

/** The first 80 characters, on one line, without what Markdown would read. */
function short(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return plain(characters.length <= 80 ? characters.join('') : `${characters.slice(0, 79).join('')}…`);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|]/g, (sign) => `\\${sign}`);
