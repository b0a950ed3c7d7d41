/** One block of a LaTeX draft read: its citations, and what it says of bibliographies, files and commands. */
import type { Span } from '../source';
import type { Citation, CitedKey, Fact, FactKind, Form } from './citation';
import { addDetails, bareKey } from './details';
import { keysIn, LatexReader, type Argument, type Command, type OtherCommand, type Unit } from './latexArguments';
import { isInText, shapeOf, type Shape } from './latexCommands';
import { latexBlock } from './latexProse';
import type { Block, House } from './rules';
import { shiftSpan } from './shifting';

/** The stretches of a unit's notes. A single note is the one after; a volume is one where no pages are. */
export function notesOf({ options, volume }: Unit): { readonly before?: Span; readonly after?: Span } {
  const [first, second] = options;
  const before = volume === undefined ? second && first : first !== undefined && first.start < volume.start ? first : undefined;
  const pages = volume === undefined ? second ?? first : before ? second : first;
  const after = volume !== undefined && (pages === undefined || pages.start === pages.end) ? volume : pages;
  return { ...(before && { before }), ...(after && { after }) };
}

/**
 * A unit's keys. The note before belongs to its first, the note after to its last. `from`: where the prose stands in the
 * draft, whose positions the keys have.
 */
export function citedKeys(prose: string, unit: Unit, from = 0): readonly CitedKey[] {
  const keys = keysIn(prose, unit);
  const { before, after } = notesOf(unit);
  return keys.map(({ key, span, part }, index) => {
    const place = shiftSpan(span, from);
    const cited = bareKey(key, place, place, part === span ? place : shiftSpan(part, from));
    return addDetails(cited, prose, from, index === 0 ? before : undefined, index === keys.length - 1 ? after : undefined, true);
  });
}

function formOf(name: string, shape: Shape): Form {
  if (/^nocite/.test(name)) return 'listed';
  if (shape === 'part') return 'part';
  return isInText(name) ? 'in-text' : 'normal';
}

function citation(prose: string, from: number, { name, shape, star, span, units }: Command): Citation {
  const keys = units.length === 1 ? citedKeys(prose, units[0] as Unit, from) : units.flatMap((unit) => citedKeys(prose, unit, from));
  return { span: shiftSpan(span, from), command: star ? `${name}*` : name, form: formOf(name, shape), keys };
}

// --- what else it says -------------------------------------------------------------------------------------------

/** Commands whose first braces name things of that kind. */
const naming: { readonly [name: string]: FactKind } = {
  addbibresource: 'bibliography', addglobalbib: 'bibliography', addsectionbib: 'bibliography', bibliography: 'bibliography', nobibliography: 'bibliography',
  input: 'include', include: 'include', subfile: 'include', subfileinclude: 'include', includeonly: 'include',
  bibitem: 'entry', usepackage: 'package', RequirePackage: 'package', nocite: 'everything',
};
const defining = new Set([
  'newcommand', 'renewcommand', 'providecommand', 'DeclareRobustCommand', 'NewDocumentCommand', 'RenewDocumentCommand', 'ProvideDocumentCommand',
  'DeclareDocumentCommand', 'DeclareCiteCommand', 'DeclareMultiCiteCommand', 'newcites', 'documentclass', 'import', 'subimport', 'def', 'let',
]);
const watched: ReadonlySet<string> = new Set([...Object.keys(naming), ...defining]);

function factsOf(prose: string, other: OtherCommand): readonly Fact[] {
  const kind = naming[other.name];
  if (kind === undefined) return definitions(prose, other);
  const list = other.args.slice(0, 3).find(({ sign }) => sign === '{')?.span;
  if (list === undefined) return [];
  const value = other.name.startsWith('add') ? 'biblatex' : undefined;
  return namesIn(prose, list).flatMap((one): readonly Fact[] => {
    if (kind === 'everything') return one.name === '*' ? [{ kind, ...one }] : [];
    return [{ kind, ...one, ...(value && { value }), name: kind === 'bibliography' && /^(?:no)?bibliography$/.test(other.name) && !/\.bib$/i.test(one.name) ? `${one.name}.bib` : one.name }];
  });
}

function namesIn(prose: string, { start, end }: Span): readonly { readonly name: string; readonly span: Span }[] {
  const found: { readonly name: string; readonly span: Span }[] = [];
  let from = start;
  for (const piece of prose.slice(start, end).split(',')) {
    const name = piece.trim();
    const at = from + piece.length - piece.trimStart().length;
    if (name !== '' && !/[\\#{}]/.test(name)) found.push({ name, span: { start: at, end: at + name.length } });
    from += piece.length + 1;
  }
  return found;
}

/** Commands that the draft makes itself, `\newcommand{\seep}[2]{\parencite[see][#1]{#2}}` and the like. */
function definitions(prose: string, { name, nameEnd, start, args }: OtherCommand): readonly Fact[] {
  const braces = args.filter(({ sign }) => sign === '{').map(({ span }) => prose.slice(span.start, span.end));
  const span = { start, end: args.at(-1)?.span.end ?? nameEnd };
  const command = (made: string | undefined, shape: string | undefined): readonly Fact[] =>
    (made === undefined || shape === undefined || shapeOf(made) !== undefined ? [] : [{ kind: 'command', name: made, span, value: shape }]);
  const made = /^\s*\\([A-Za-z]+)\s*$/.exec(braces[0] ?? '')?.[1] ?? /^\s*\\([A-Za-z]+)/.exec(prose.slice(nameEnd, nameEnd + 60))?.[1];
  if (name === 'DeclareCiteCommand') return command(made, 'cite');
  if (name === 'DeclareMultiCiteCommand') return command(made, 'cites');
  if (name === 'newcites') return (braces[0] ?? '').split(',').flatMap((suffix) => ['cite', 'citep', 'citet', 'nocite'].flatMap((one) => command(`${one}${suffix.trim()}`, one === 'nocite' ? 'part' : 'cite')));
  if (name === 'let') return command(made, shapeOf(/^\s*\\[A-Za-z]+[\s=]*\\([A-Za-z]+)/.exec(prose.slice(nameEnd, nameEnd + 120))?.[1] ?? ''));
  if (name === 'import' || name === 'subimport') return braces.length < 2 ? [] : [{ kind: 'include', name: `${braces[0]?.replace(/\/?$/, '/')}${braces[1]}`, span }];
  if (name === 'documentclass') return subfileRoot(prose, args);
  return command(made, shapeOfBody(braces.at(-1) ?? '', hasOption(name, args, braces)));
}

/** A chapter made with `subfiles` names its root: `\documentclass[../main.tex]{subfiles}`. */
function subfileRoot(prose: string, args: readonly Argument[]): readonly Fact[] {
  const [option, braces] = args;
  if (option?.sign !== '[' || braces === undefined || prose.slice(braces.span.start, braces.span.end).trim() !== 'subfiles') return [];
  return [{ kind: 'root', name: prose.slice(option.span.start, option.span.end).trim(), span: option.span }];
}

const citeInBody = /\\([A-Za-z]{1,40})\*?((?:\s?\[[^[\]]{0,200}\]){0,2})\s?\{([^{}]{0,80})\}/g;

/** Is the first argument of the command that is defined here an optional one? */
const hasOption = (name: string, args: readonly Argument[], braces: readonly string[]): boolean =>
  (/DocumentCommand$/.test(name) ? /^\s*[oO]/.test(braces[1] ?? '') : args.filter(({ sign }) => sign === '[').length > 1);

/** What arguments a command has whose body cites one of them. */
function shapeOfBody(body: string, option: boolean): Shape | undefined {
  const same = shapeOf(/^\s*\\([A-Za-z]+)\s*$/.exec(body)?.[1] ?? '');
  if (same !== undefined) return same;
  for (const [, name = '', , list = ''] of body.matchAll(citeInBody)) {
    const number = Number(/^\s*#([1-9])\s*$/.exec(list)?.[1] ?? 0);
    if (number === 0 || shapeOf(name) === undefined) continue;
    const place = option ? number - 1 : number;
    if (place === 1) return shapeOf(name) === 'part' ? 'part' : body.includes(`#${number + 1}`) ? 'quote' : 'cite';
    return place === 2 ? 'volcite' : undefined;
  }
  return undefined;
}

const magic = /^%+\s*!\s*T[eE]X\s+root\s*=(.+)$/;
const ignoring = /^%+\s*commonplace-ignore(?::|\s)(.*)$/;

function remarks(text: string, span: Span): readonly Fact[] {
  const words = text.slice(span.start, Math.min(span.end, span.start + 300)).trimEnd();
  const root = magic.exec(words)?.[1]?.trim();
  if (root !== undefined) return [{ kind: 'root', name: root.replace(/^"(.*)"$/, '$1'), span }];
  const names = ignoring.exec(words)?.[1]?.split(/[\s,]+/) ?? [];
  return names.filter((name) => name !== '').map((name) => ({ kind: 'ignore', name, span }));
}

/** The block that begins at `start`; see {@link Block}. */
export function readLatexBlock(whole: string, start: number, house: House): Block {
  const { length, reach, prose, comments } = latexBlock(whole, start, house);
  const { commands, facts } = readProse(prose, house.commands);
  const said = comments.flatMap((span) => remarks(whole, shiftSpan(span, start)));
  return {
    start, end: start + length, reach: reach + start, citations: commands.map((command) => citation(prose, start, command)).filter(({ keys }) => keys.length > 0),
    facts: [...facts.map((fact) => ({ ...fact, span: shiftSpan(fact.span, start) })), ...said],
  };
}

/** All citing commands of a stretch of prose, in its order, with those that have no key yet. Some stand inside another's argument. */
export function readProse(prose: string, own: ReadonlyMap<string, string>): { readonly commands: readonly Command[]; readonly facts: readonly Fact[] } {
  if (!prose.includes('\\')) return { commands: [], facts: [] };
  const reader = new LatexReader(prose, own, watched);
  return { commands: reader.commands, facts: reader.others.flatMap((other) => factsOf(prose, other)) };
}
