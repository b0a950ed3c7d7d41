/** Citing in LaTeX with natbib, biblatex and their kin. Syntax: the manuals of biblatex (3.9) and natbib (2). */
import { applyEdits } from '../edits';
import { inDraft, joined, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Insertion } from './citation';
import { keysIn, type Command, type KeyHere, type Unit } from './latexArguments';
import { citedKeys, notesOf, readLatexBlock, readProse } from './latexBlock';
import { multiOf, singleOf } from './latexCommands';
import { citationPackage, commandFor, type CitationPackage } from './latexPackages';
import { latexBlock } from './latexProse';
import { cutOut, distinct, holds, nothing, oneLine, type Passage, type SyntaxRules, type Ways } from './rules';
import { bareWords, latexNote } from './words';

/** A passage read for an edit: `prose` is what LaTeX reads of it, blanks elsewhere. */
type LatexText = { readonly prose: string; readonly commands: readonly Command[]; readonly ways: Ways };

function readLatex({ text, ways }: Pick<Passage, 'text' | 'ways'>): LatexText {
  const { prose } = latexBlock(`\n${text}`, 1, { commands: ways.commands, missing: new Map() });
  return { prose, ways, commands: readProse(prose, ways.commands).commands };
}

// --- writing -----------------------------------------------------------------------------------------------------

const hasNotes = ({ locator, prefix, suffix }: CiteRequest): boolean => [locator, prefix, suffix].some((words) => oneLine(words) !== '');

/** The notes before and after a key. A locator and what follows it are one note. */
function options({ locator, prefix, suffix }: CiteRequest, made: CitationPackage): DraftText {
  const after = noteAfter(locator, suffix, made);
  if (oneLine(prefix)) return inDraft`[${latexNote(prefix as string, made)}][${after}]`;
  return after === '' ? nothing : inDraft`[${after}]`;
}

const noteAfter = (locator: string | undefined, suffix: string | undefined, made: CitationPackage): DraftText =>
  latexNote([locator, suffix].filter((words) => oneLine(words)).join(', '), made);

const unitOf = (request: CiteRequest, made: CitationPackage): DraftText => inDraft`${options(request, made)}{${bareWords(request.key)}}`;

/** A command by its name, which is one of the table’s or the draft’s own. */
const commandWords = (name: string): DraftText => inDraft`\\${bareWords(name)}`;

/** Several keys with notes of their own: one command for many if there is one, else one citation after the other. */
function severally(command: string, requests: readonly CiteRequest[], made: CitationPackage): DraftText {
  const multi = made === 'biblatex' && requests.length > 1 ? multiOf(command) : undefined;
  const units = requests.map((request) => unitOf(request, made));
  if (multi) return inDraft`${commandWords(multi)}${joined(units, nothing)}`;
  const inside = made === 'natbib' && units.length > 1 ? insideOf(command) : undefined;
  const under = (name: string): readonly DraftText[] => units.map((unit) => inDraft`${commandWords(name)}${unit}`);
  return inside ? inDraft`\\citetext{${joined(under(inside), inDraft`; `)}}` : joined(under(command), inDraft` `);
}

/** What stands without brackets of its own within those of `\citetext`, natbib’s way to give several sources a page each. */
const insideOf = (command: string): string | undefined => (/^[cC]itep\*?$/.test(command) ? command.replace('itep', 'itealp') : undefined);

function written(command: string, requests: readonly CiteRequest[], made: CitationPackage): DraftText {
  const keys = joined([...new Set(requests.map(({ key }) => bareWords(key)))], inDraft`,`);
  if (command === 'nocite' || !requests.some(hasNotes)) return inDraft`${commandWords(command)}{${keys}}`;
  return severally(command, requests, made);
}

function insertNew(latex: LatexText, at: number, requests: readonly CiteRequest[], command: string): Insertion {
  const { prose, ways } = latex;
  const escaping = /(?:^|[^\\])(?:\\\\)*\\$/.test(prose.slice(Math.max(0, at - 20), at));
  // A footnote mark follows its word at once; any other citation stands apart from it.
  const apart = !/^foot/.test(command) && /[\p{L}\p{N}\p{Pe}"'’,;:.!?…]/u.test(prose[at - 1] ?? ' ');
  const text = inDraft`${escaping || apart ? inDraft` ` : nothing}${written(command, requests, citationPackage(ways))}`;
  return { edits: [{ start: at, end: at, text }], cursor: at + text.length };
}

// --- extending ---------------------------------------------------------------------------------------------------

/** Keys into the braces: after the one at the cursor, with the separator that is used there. */
function addToList(text: string, prose: string, unit: Unit, offset: number, requests: readonly CiteRequest[]): DraftEdit {
  const keys = keysIn(prose, unit);
  const words = text.slice(unit.list.start, unit.list.end);
  const separator = /,\s/.test(words) ? inDraft`, ` : inDraft`,`;
  const added = joined(requests.map(({ key }) => bareWords(key)), separator);
  const after = keys.findLast(({ span }) => span.start <= offset) ?? keys.at(-1);
  if (after === undefined) return { ...unit.list, text: added };
  const { end } = after.span;
  const loose = after === keys.at(-1) && ['', ','].includes(text.slice(end, unit.list.end).trim());
  return { start: end, end: loose ? unit.list.end : end, text: inDraft`${separator}${added}` };
}

/** Each with notes of its own: the command becomes the one for many, or further citations follow it. */
function addUnits(latex: LatexText, { name, shape, star, span, nameEnd }: Command, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  const made = citationPackage(latex.ways);
  const units = joined(requests.map((request) => unitOf(request, made)), nothing);
  const atEnd = { start: span.end, end: span.end };
  if (shape === 'cites') return [{ ...atEnd, text: units }];
  const multi = made === 'biblatex' && !star ? multiOf(name) : undefined;
  if (multi) return [{ start: nameEnd, end: nameEnd, text: bareWords(multi.slice(name.length)) }, { ...atEnd, text: units }];
  const command = star ? `${name}*` : name;
  const inside = made === 'natbib' ? insideOf(command) : undefined;
  if (inside) return intoCitetext({ span, nameEnd }, inside, requests);
  // Without brackets of their own they stand in those of others, parted as there.
  const isParted = /^[cC]itealp/.test(name);
  const parting = isParted ? inDraft`; ` : inDraft` `;
  const further = joined(requests.map((request) => inDraft`${commandWords(command)}${unitOf(request, made)}`), parting);
  return [{ ...atEnd, text: inDraft`${parting}${isParted ? further : written(command, requests, made)}` }];
}

/** `\citep[3]{a}` and a page of b: `\citetext{\citealp[3]{a}; \citealp[5]{b}}`. */
function intoCitetext({ span, nameEnd }: Pick<Command, 'span' | 'nameEnd'>, inside: string, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  const further = joined(requests.map((request) => inDraft`; ${commandWords(inside)}${unitOf(request, 'natbib')}`), nothing);
  return [{ start: span.start, end: nameEnd, text: inDraft`\\citetext{${commandWords(inside.replace('*', ''))}` }, { start: span.end, end: span.end, text: inDraft`${further}}` }];
}

/** A citation of one key without notes takes the notes that are asked for that key. */
function addNotes(latex: LatexText, command: Command, keys: readonly KeyHere[], request: CiteRequest): readonly DraftEdit[] | undefined {
  const [unit] = command.units;
  const alone = command.shape === 'cite' && keys.length === 1 && unit?.options.length === 0;
  if (!alone || keys[0]?.key !== request.key || !request.locator?.trim()) return undefined;
  const at = unit.list.start - 1;
  return [{ start: at, end: at, text: options(request, citationPackage(latex.ways)) }];
}

/** Is this key cited here, at this place? Then nothing is to be done for it. */
function isThere(here: CitedKey, { key, locator }: CiteRequest, made: CitationPackage): boolean {
  return here.key === key && (!locator?.trim() || (here.locator ?? here.suffix) === latexNote(locator, made));
}

const isEmpty = (prose: string, span: Span | undefined): boolean => span === undefined || prose.slice(span.start, span.end).trim() === '';

function extension(text: string, latex: LatexText, command: Command, offset: number, requests: readonly CiteRequest[]): readonly DraftEdit[] {
  const keys = command.units.flatMap((unit) => citedKeys(latex.prose, unit));
  const made = citationPackage(latex.ways);
  const [first] = requests;
  const noted = requests.length === 1 && first ? addNotes(latex, command, keys, first) : undefined;
  if (noted) return noted;
  const fresh = requests.filter((request) => !keys.some((key) => isThere(key, request, made)));
  if (fresh.length === 0) return [];
  const unit = command.units[0] as Unit;
  const bare = keys.length === 0 && command.units.length === 1 && command.shape === 'cite' && unit.options.length === 0;
  if (bare && fresh.some(hasNotes)) return [{ ...command.span, text: written(command.star ? `${command.name}*` : command.name, fresh, made) }];
  const inList = command.shape !== 'cites' && (keys.length === 0 || isEmpty(latex.prose, notesOf(unit).after));
  if (command.name === 'nocite' || (inList && !fresh.some(hasNotes))) return [addToList(text, latex.prose, unit, offset, fresh)];
  return addUnits(latex, command, fresh);
}

/** Can this citation take further keys? Volumes and quotations have one source, `#1` is a macro's. */
function extendable(prose: string, { shape, units: [unit] }: Command): boolean {
  if (unit === undefined || !['cite', 'part', 'cites'].includes(shape)) return false;
  return keysIn(prose, unit).length > 0 || prose.slice(unit.list.start, unit.list.end).trim() === '';
}

function insert(passage: Passage, offset: number, requests: readonly CiteRequest[], manner: CiteManner): Insertion {
  const { text } = passage;
  const asked = distinct(requests);
  if (asked.length === 0) return { edits: [], cursor: offset };
  const latex = readLatex(passage);
  const wanted = manner.command ?? commandFor(latex.ways, manner.inText);
  const here = latex.commands.findLast(({ span }) => holds(span, offset)) ?? lastParted(latex, offset);
  if (here === undefined) return insertNew(latex, offset, asked, wanted);
  if (!extendable(latex.prose, here)) return insertNew(latex, here.span.end, asked, wanted);
  const edits = extension(text, latex, here, offset, asked);
  return { edits, cursor: Math.max(here.span.end, offset) + applyEdits(text, edits).length - text.length };
}

/** The last citation in the braces of `\citetext` that close before the cursor. */
const lastParted = ({ prose, commands }: LatexText, offset: number): Command | undefined =>
  (prose[offset - 1] === '}' ? commands.find(({ name, span }) => span.end === offset - 1 && /^[cC]itealp/.test(name)) : undefined);

// --- taking away and changing ------------------------------------------------------------------------------------

/** The unit in whose braces a key stands, with its command. */
function unitOfKey(latex: LatexText, { span }: CitedKey): { readonly command: Command; readonly unit: Unit } | undefined {
  for (const command of latex.commands) {
    const unit = command.units.find(({ list }) => list.start <= span.start && span.end <= list.end);
    if (unit !== undefined) return { command, unit };
  }
  return undefined;
}

/** A key out of its braces, with one comma. */
function cutFromList(prose: string, unit: Unit, key: CitedKey): DraftEdit {
  const keys = keysIn(prose, unit);
  const index = keys.findIndex(({ span }) => span.start === key.span.start);
  const before = keys[index - 1];
  if (before !== undefined) return { start: before.span.end, end: key.span.end, text: nothing };
  return { start: key.span.start, end: keys[index + 1]?.span.start ?? key.span.end, text: nothing };
}

/** One of those in `\citetext{…; …}` goes with its semicolon, the last with all of it. */
function cutParted(text: string, { start, end }: Span): DraftEdit {
  const before = /(?:;|\\citetext\{)\s{0,20}$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^\s{0,20}[;}]\s{0,20}/.exec(text.slice(end, end + 41))?.[0] ?? '';
  if (before.startsWith(';')) return { start: start - before.length, end, text: nothing };
  if (after.includes(';')) return { start, end: end + after.length, text: nothing };
  const whole = before !== '' && after.includes('}');
  return cutOut(text, whole ? { start: start - before.length, end: end + after.trimEnd().length } : { start, end });
}

function remove(passage: Passage, _citation: Citation, key: CitedKey): readonly DraftEdit[] {
  const latex = readLatex(passage);
  const found = unitOfKey(latex, key);
  if (found === undefined) return [];
  const { command, unit } = found;
  if (keysIn(latex.prose, unit).length > 1) return [cutFromList(latex.prose, unit, key)];
  if (command.units.length === 1) return [/^[cC]itealp/.test(command.name) ? cutParted(passage.text, command.span) : cutOut(passage.text, command.span)];
  const cut = { start: unit.start, end: unit.list.end + 1, text: nothing };
  if (command.units.length > 2 || command.shape !== 'cites') return [cut];
  const single = singleOf(command.name);
  return [{ start: command.span.start + 1, end: command.nameEnd, text: bareWords(single) }, cut];
}

/** Other notes for a unit; a key that shares its braces gets a unit of its own. */
function change(passage: Passage, _citation: Citation, key: CitedKey, changes: Change): readonly DraftEdit[] {
  const latex = readLatex(passage);
  const found = unitOfKey(latex, key);
  if (found === undefined || found.unit.volume !== undefined) return [];
  const { unit, command } = found;
  const here = citedKeys(latex.prose, unit);
  const request = requestOf(key, changes);
  if (same(key, request)) return [];
  if (here.length > 1 && !sharesNotes(here, key)) return split(latex, command, unit, key, request);
  const from = unit.options[0] ? unit.options[0].start - 1 : unit.list.start - 1;
  const to = unit.options.at(-1) ? (unit.options.at(-1) as Span).end + 1 : unit.list.start - 1;
  return [{ start: from, end: to, text: options(request, citationPackage(latex.ways)) }];
}

const same = (one: CiteRequest, other: CiteRequest): boolean =>
  (['prefix', 'locator', 'suffix'] as const).every((detail) => oneLine(one[detail]) === oneLine(other[detail]));

const requestOf = (key: CitedKey, changes: Change): CiteRequest => {
  const { prefix, locator, suffix } = { ...key, ...changes };
  return { key: key.key, ...(oneLine(prefix) && { prefix: prefix as string }), ...(oneLine(locator) && { locator: locator as string }), ...(oneLine(suffix) && { suffix: suffix as string }) };
};

/** May this key of several take the notes of their common braces? Its own would stand at the same end. */
function sharesNotes(keys: readonly CitedKey[], key: CitedKey): boolean {
  const index = keys.findIndex(({ span }) => span.start === key.span.start);
  return index === keys.length - 1 && keys[0]?.prefix === undefined;
}

/** `\autocite{a,b}` with a page for a: `\autocites[3]{a}{b}`; or one command after the other. */
function split(latex: LatexText, { name, star, span, shape }: Command, unit: Unit, key: CitedKey, request: CiteRequest): readonly DraftEdit[] {
  const requests = citedKeys(latex.prose, unit).map((one) => (one.span.start === key.span.start ? request : requestOf(one, {})));
  const made = citationPackage(latex.ways);
  if (shape === 'cites') return [{ start: unit.start, end: unit.list.end + 1, text: joined(requests.map((one) => unitOf(one, made)), nothing) }];
  return [{ ...span, text: severally(star ? `${name}*` : name, requests, made) }];
}

// --- completing --------------------------------------------------------------------------------------------------

/** The text up to the cursor, closed there: a command that ends at that brace is the one whose key is being typed. */
function complete({ text, ways }: Passage, offset: number): CompletionContext | undefined {
  const { prose, commands } = readLatex({ text: `${text.slice(0, offset)}}`, ways });
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
  endings: ['tex', 'ltx', 'rnw', 'snw'],
  readBlock: readLatexBlock,
  insert,
  remove,
  change,
  complete,
  canCite: (key) => /^[\p{L}\p{N}\p{M}_:.+/!?'’&=;()|@-]+$/u.test(key),
  keyText: bareWords,
  rename: (_, { span }, name) => ({ ...span, text: bareWords(name) }),
};
