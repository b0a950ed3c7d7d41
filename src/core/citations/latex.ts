/** Citing in LaTeX with natbib, biblatex and their kin. Syntax: the manuals of biblatex (3.9) and natbib (2). */
import { applyEdits } from '../edits';
import type { Span, TextEdit } from '../source';
import type { Citation, CitedKey, CiteRequest, CompletionContext } from './citation';
import { keysIn, readLatex, type Command, type KeyHere, type LatexText, type Unit } from './latexArguments';
import { multiOf } from './latexCommands';
import { citationPackage, commandIn, type CitationPackage } from './latexPackages';
import { distinct, holds, type Insertion, type SyntaxRules } from './rules';

// --- finding -----------------------------------------------------------------------------------------------------

const wordsIn = (prose: string, span: Span | undefined): string => (span ? prose.slice(span.start, span.end).trim() : '');

/** A unit's note before belongs to its first key, its note after to its last. A single note is the one after. */
function notesOf(prose: string, { options, volume }: Unit): { before: string; after: string } {
  const [first, second] = options;
  if (volume === undefined) return { before: second ? wordsIn(prose, first) : '', after: wordsIn(prose, second ?? first) };
  const before = first !== undefined && first.start < volume.start ? first : undefined;
  return { before: wordsIn(prose, before), after: wordsIn(prose, before ? second : first) || wordsIn(prose, volume) };
}

function citedKeys(prose: string, unit: Unit): readonly CitedKey[] {
  const keys = keysIn(prose, unit);
  const { before, after } = notesOf(prose, unit);
  return keys.map((key, index) => ({
    ...key,
    ...(index === 0 && before && { prefix: before }),
    ...(index === keys.length - 1 && after && { locator: after }),
  }));
}

function find(text: string): readonly Citation[] {
  const { prose, commands } = readLatex(text);
  return commands.flatMap(({ name, star, span, units }) => {
    const keys = units.flatMap((unit) => citedKeys(prose, unit));
    return keys.length === 0 ? [] : [{ span, command: star ? `${name}*` : name, keys }];
  });
}

// --- writing -----------------------------------------------------------------------------------------------------

const pageNumbers = /^pp?\.[ ~]?(?=[\divxlc]+(?:[-–, ]|$))/;

/** A note as LaTeX reads it. biblatex writes “p.” itself; a range gets its dash; no bracket ends the argument early. */
function note(words: string, made: CitationPackage): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  const numbers = made === 'biblatex' ? plain.replace(pageNumbers, '') : plain.replace(/^(pp?\.) /, '$1~');
  const escaped = numbers.replace(/(?<=\d)\s?[-–]\s?(?=\d)/g, '--').replace(/(?<!\\)[%&#_$]/g, '\\$&');
  return /[[\]]/.test(escaped) ? `{${escaped}}` : escaped;
}

const hasNotes = ({ locator, prefix }: CiteRequest): boolean => Boolean(locator?.trim() || prefix?.trim());

function options({ locator, prefix }: CiteRequest, made: CitationPackage): string {
  const after = locator?.trim() ? note(locator, made) : '';
  if (prefix?.trim()) return `[${note(prefix, made)}][${after}]`;
  return after && `[${after}]`;
}

const unitOf = (request: CiteRequest, made: CitationPackage): string => `${options(request, made)}{${request.key}}`;

/** Several keys with notes of their own: one command for many if there is one, else one citation after the other. */
function severally(command: string, requests: readonly CiteRequest[], made: CitationPackage): string {
  const multi = made === 'biblatex' && requests.length > 1 ? multiOf(command) : undefined;
  const units = requests.map((request) => unitOf(request, made));
  return multi ? `\\${multi}${units.join('')}` : units.map((unit) => `\\${command}${unit}`).join(' ');
}

function written(command: string, requests: readonly CiteRequest[], made: CitationPackage): string {
  const keys = [...new Set(requests.map(({ key }) => key))].join(',');
  if (command === 'nocite' || !requests.some(hasNotes)) return `\\${command}{${keys}}`;
  return severally(command, requests, made);
}

function insertNew(latex: LatexText, at: number, requests: readonly CiteRequest[], command: string): Insertion {
  const escaping = /(?:^|[^\\])(?:\\\\)*\\$/.test(latex.prose.slice(Math.max(0, at - 20), at));
  // A footnote mark follows its word at once; any other citation stands apart from it.
  const apart = !/^foot/.test(command) && /[\p{L}\p{N}\p{Pe}"'’,;:]/u.test(latex.prose[at - 1] ?? ' ');
  const text = (escaping || apart ? ' ' : '') + written(command, requests, citationPackage(latex));
  return { edits: [{ start: at, end: at, text }], cursor: at + text.length };
}

// --- extending ---------------------------------------------------------------------------------------------------

/** Keys into the braces: after the one at the cursor, with the separator that is used there. */
function addToList(text: string, prose: string, unit: Unit, offset: number, requests: readonly CiteRequest[]): TextEdit {
  const keys = keysIn(prose, unit);
  const words = text.slice(unit.list.start, unit.list.end);
  const separator = /,\s/.test(words) ? ', ' : ',';
  const added = requests.map(({ key }) => key).join(separator);
  const after = keys.findLast(({ span }) => span.start <= offset) ?? keys.at(-1);
  if (after === undefined) return { ...unit.list, text: added };
  const { end } = after.span;
  const loose = after === keys.at(-1) && ['', ','].includes(text.slice(end, unit.list.end).trim());
  return { start: end, end: loose ? unit.list.end : end, text: separator + added };
}

/** Each with notes of its own: the command becomes the one for many, or further citations follow it. */
function addUnits(latex: LatexText, { name, shape, star, span, nameEnd }: Command, requests: readonly CiteRequest[]): readonly TextEdit[] {
  const made = citationPackage(latex);
  const units = requests.map((request) => unitOf(request, made)).join('');
  const atEnd = { start: span.end, end: span.end };
  if (shape === 'cites') return [{ ...atEnd, text: units }];
  const multi = made === 'biblatex' && !star ? multiOf(name) : undefined;
  if (multi) return [{ start: nameEnd, end: nameEnd, text: multi.slice(name.length) }, { ...atEnd, text: units }];
  return [{ ...atEnd, text: ` ${written(star ? `${name}*` : name, requests, made)}` }];
}

/** A citation of one key without notes takes the notes that are asked for that key. */
function addNotes(latex: LatexText, command: Command, keys: readonly KeyHere[], request: CiteRequest): readonly TextEdit[] | undefined {
  const [unit] = command.units;
  const alone = command.shape === 'cite' && keys.length === 1 && unit?.options.length === 0;
  if (!alone || keys[0]?.key !== request.key || !request.locator?.trim()) return undefined;
  const at = unit.list.start - 1;
  return [{ start: at, end: at, text: options(request, citationPackage(latex)) }];
}

/** Is this key cited here, at this place? Then nothing is to be done for it. */
function isThere(here: CitedKey, { key, locator }: CiteRequest, made: CitationPackage): boolean {
  return here.key === key && (!locator?.trim() || here.locator === note(locator, made));
}

function extension(text: string, latex: LatexText, command: Command, offset: number, requests: readonly CiteRequest[]): readonly TextEdit[] {
  const keys = command.units.flatMap((unit) => citedKeys(latex.prose, unit));
  const made = citationPackage(latex);
  const [first] = requests;
  const noted = requests.length === 1 && first ? addNotes(latex, command, keys, first) : undefined;
  if (noted) return noted;
  const fresh = requests.filter((request) => !keys.some((key) => isThere(key, request, made)));
  if (fresh.length === 0) return [];
  const unit = command.units[0] as Unit;
  const inList = command.shape !== 'cites' && (keys.length === 0 || notesOf(latex.prose, unit).after === '');
  if (command.name === 'nocite' || (inList && !fresh.some(hasNotes))) return [addToList(text, latex.prose, unit, offset, fresh)];
  return addUnits(latex, command, fresh);
}

/** Can this citation take further keys? Volumes and quotations have one source, `#1` is a macro's. */
function extendable(prose: string, { shape, units: [unit] }: Command): boolean {
  if (unit === undefined || !['cite', 'part', 'cites'].includes(shape)) return false;
  return keysIn(prose, unit).length > 0 || prose.slice(unit.list.start, unit.list.end).trim() === '';
}

function insert(text: string, offset: number, requests: readonly CiteRequest[], wanted?: string): Insertion {
  const asked = distinct(requests);
  if (asked.length === 0) return { edits: [], cursor: offset };
  const latex = readLatex(text);
  const here = latex.commands.findLast(({ span }) => holds(span, offset));
  if (here === undefined) return insertNew(latex, offset, asked, wanted ?? commandIn(latex));
  if (!extendable(latex.prose, here)) return insertNew(latex, here.span.end, asked, wanted ?? commandIn(latex));
  const edits = extension(text, latex, here, offset, asked);
  return { edits, cursor: here.span.end + applyEdits(text, edits).length - text.length };
}

// --- completing --------------------------------------------------------------------------------------------------

/** The text up to the cursor, closed there: a command that ends at that brace is the one whose key is being typed. */
function complete(text: string, offset: number): CompletionContext | undefined {
  const { prose, commands } = readLatex(`${text.slice(0, offset)}}`);
  const unit = commands.findLast(({ span }) => span.end === offset + 1)?.units.at(-1);
  if (unit === undefined || unit.list.end !== offset) return undefined;
  const words = prose.slice(unit.list.start, offset);
  const typed = words.slice(words.lastIndexOf(',') + 1).trimStart();
  if (/[\\#\n]/.test(typed)) return undefined;
  const inside = typed !== '' && !typed.includes(' ');
  const rest = inside ? /^[^\s\\{},%]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0 : 0;
  return { typed, replace: { start: offset - typed.length, end: offset + rest } };
}

export const latex: SyntaxRules = {
  languages: ['latex', 'tex', 'rsweave', 'latex-expl3'],
  find,
  insert,
  complete,
  keyText: (key) => key,
};
