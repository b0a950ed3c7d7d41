/** REFI-QDA codebooks (`.qdc`) and projects (`.qdpx`) read, as any program of the standard writes them. */
import { decoded } from '../decoding';
import { locatorFrom, tagFrom } from '../notes';
import type { TagEntry } from '../notes';
import { codesUnreadable, codingsLeft, fileUnread, lettersBroken, projectTooLong, projectTextMissing, readAsWestern, sourcesLeft } from '../problem';
import type { Problem } from '../problem';
import { kinds, relations, stances } from '../source';
import type { Item, Note, Relation } from '../source';
import { allOf, inSlices, type Breathe, type Sliced } from '../slices';
import { guidFrom } from './guid';
import type { Incoming, IncomingNote, IncomingSource, IncomingTag } from './incoming';
import { nothingIncoming } from './incoming';
import { openArchive } from './unzip';
import type { Archive } from './unzip';
import { childrenOf, childText, largestDocument, rootOf, textIn, tooLarge, valueOf } from './xmlReading';
import type { XmlElement } from './xmlReading';

/** A `.qdc` file, in slices. */
export function* readingRefiCodebook(text: string): Sliced<Incoming> {
  const root = yield* rootOf(text, 'CodeBook');
  if (root === undefined) return { ...nothingIncoming, problems: [codesUnreadable('it is no REFI-QDA codebook, or defines entities of its own')] };
  return { ...nothingIncoming, tags: (yield* codesIn(root)).map(({ tag, entry }) => ({ tag, entry })) };
}

/** A `.qdpx` file. `breathe` gives the thread back between two slices. */
export async function readRefiProject(bytes: Uint8Array, breathe?: Breathe): Promise<Incoming> {
  const archive = openArchive(bytes);
  if ('code' in archive) return { ...nothingIncoming, problems: [archive] };
  const name = archive.names.find((one) => /^project\.qde$/i.test(one)) ?? archive.names.find((one) => /^[^/]+\.qde$/i.test(one));
  const read = await archive.read(name ?? 'project.qde');
  if ('code' in read) return { ...nothingIncoming, problems: [read] };
  if (read.length > largestDocument) return { ...nothingIncoming, problems: [fileUnread(name ?? '', tooLarge(largestDocument))] };
  const text = decoded(read);
  if ('reason' in text || text.doubt !== undefined) return { ...nothingIncoming, problems: ['reason' in text ? fileUnread(name ?? '', text.reason) : lettersBroken(name ?? '')] };
  const root = await inSlices(rootOf(text.text, 'Project'), breathe);
  if (root === undefined) return { ...nothingIncoming, problems: [codesUnreadable('it is no REFI-QDA project, or defines entities of its own')] };
  const codes = await inSlices(allCodesIn(childrenOf(root, 'CodeBook')), breathe);
  return new ProjectReader(root, archive, codes, breathe).read();
}

type ReadCode = IncomingTag & { readonly guid: string };

/** After so many codes there is a pause. */
const codesAtOnce = 200;

function* allCodesIn(books: readonly XmlElement[]): Sliced<readonly ReadCode[]> {
  const all: ReadCode[][] = [];
  for (const book of books) all.push(yield* codesIn(book));
  return all.flat();
}

/** Nested codes as nested tags. A folder that says nothing needs no entry. */
function* codesIn(book: XmlElement): Sliced<ReadCode[]> {
  const codes: ReadCode[] = [];
  let begun = 0;
  function* read(code: XmlElement, above: string): Sliced<void> {
    if (++begun % codesAtOnce === 0) yield;
    const own = tagFrom(valueOf(code, 'name') ?? '');
    const tag = [above, own].filter((part) => part !== '').join('/');
    const guid = guidFrom(valueOf(code, 'guid'));
    const colour = colourFrom(valueOf(code, 'color'));
    const entry = { ...entryFrom(childText(code, 'Description')), ...(colour !== undefined && { colour }), ...(guid !== undefined && { guid }) };
    if (own !== '') codes.push({ tag, entry, guid: guid ?? '' });
    for (const child of childrenOf(code, 'Code')) yield* read(child, tag);
  }
  for (const code of childrenOf(childrenOf(book, 'Codes')[0], 'Code')) yield* read(code, '');
  return codes;
}

function colourFrom(text = ''): string | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short !== null) return `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  return /^#[\da-f]{6}/i.exec(text)?.[0];
}

/** The lines that we write ourselves into a description; what stands before them is the definition. */
export function entryFrom(description: string): TagEntry {
  const found: { [name: string]: string } = {};
  const label: { [language: string]: string } = {};
  let at = 'definition';
  for (const line of description.split(/\r?\n/)) {
    const [, name, language, rest = ''] = /^(Include|Exclude|Also called|Label \(([\p{L}\p{N}-]{2,12})\)): (.*)$/u.exec(line) ?? [];
    if (language !== undefined) label[language] = rest;
    else if (name !== undefined) found[at = name] = rest;
    else found[at] = found[at] === undefined ? line : `${found[at]}\n${line}`;
  }
  const texts = Object.entries({ definition: found['definition']?.trim(), include: found['Include'], exclude: found['Exclude'] }).filter(([, text]) => text !== undefined && text !== '');
  const aliases = (found['Also called'] ?? '').split(', ').map(tagFrom).filter((alias) => alias !== '');
  return { ...Object.fromEntries(texts), ...(aliases.length > 0 && { aliases }), ...(Object.keys(label).length > 0 && { label }) };
}

/** After so many passages there is a pause. */
const passagesAtOnce = 20;

/** In UTF-16 units: as much text as the notes of one project may hold. Passages may overlap, so a small file can ask for any amount. */
const mostTaken = 50_000_000;

class ProjectReader {
  private readonly problems: Problem[] = [];
  private room = mostTaken;
  private readonly tagOf: ReadonlyMap<string, string>;
  private readonly people: ReadonlyMap<string, string>;
  private readonly comments: ReadonlyMap<string, XmlElement>;
  private readonly variables: ReadonlyMap<string, string>;

  constructor(private readonly root: XmlElement, private readonly archive: Archive, private readonly codes: readonly ReadCode[], private readonly breathe?: Breathe) {
    this.tagOf = new Map(codes.map(({ guid, tag }) => [guid, tag]));
    this.people = named(childrenOf(childrenOf(root, 'Users')[0], 'User'), (user) => valueOf(user, 'name') ?? '');
    this.comments = named(childrenOf(childrenOf(root, 'Notes')[0], 'Note'), (note) => note);
    this.variables = named(childrenOf(childrenOf(root, 'Variables')[0], 'Variable'), (variable) => valueOf(variable, 'name') ?? '');
  }

  async read(): Promise<Incoming> {
    const sources: IncomingSource[] = [];
    const all = childrenOf(this.root, 'Sources')[0];
    for (const source of textSources(all)) sources.push(await this.source(source));
    const left = (all?.children.filter((child) => typeof child !== 'string').length ?? 0) - sources.length;
    if (left > 0) this.problems.push(sourcesLeft(left));
    return { tags: this.codes.map(({ tag, entry }) => ({ tag, entry })), sources: this.related(sources), problems: this.problems };
  }

  private async source(element: XmlElement): Promise<IncomingSource> {
    const name = valueOf(element, 'name') ?? '';
    const text = await this.textOf(element, name);
    const values = this.valuesOf(element);
    const points = [...text];
    const key = values.get('Citation key');
    const selections = childrenOf(element, 'PlainTextSelection');
    const inside = selections.filter((selection) => liesIn(selection, points.length));
    const passages = await inSlices(allOf(inside, passagesAtOnce, (selection) => this.selection(selection, points)), this.breathe);
    const notes = [...passages, ...this.wholeNotes(element)];
    if (inside.length < selections.length) this.problems.push(codingsLeft(selections.length - inside.length, name));
    if (this.room < 0) this.problems.push(projectTooLong(name));
    const length = Number(values.get('Abstract length') ?? points.length);
    return {
      name, ...(key !== undefined && { key }), item: itemOf(name, values, key !== undefined),
      text: points.slice(0, Number.isInteger(length) && length >= 0 ? length : points.length).join(''),
      notes,
    };
  }

  /** The plain text of a source: in the archive or right here. The one program that counts CRLF as one writes so. */
  private async textOf(element: XmlElement, name: string): Promise<string> {
    const path = valueOf(element, 'plainTextPath');
    if (path === undefined) return childText(element, 'PlainTextContent');
    const file = pathMeant(path.replace(/^(?:internal|relative):\/\/\/?/i, '')).replace(/^\.?\/?sources\//i, '').toLowerCase();
    const entry = this.archive.names.find((one) => one.toLowerCase() === `sources/${file}`) ?? this.archive.names.find((one) => one.toLowerCase().split('/').at(-1) === file.split('/').at(-1));
    const bytes = entry === undefined ? undefined : await this.archive.read(entry);
    if (bytes === undefined || 'code' in bytes) {
      this.problems.push(projectTextMissing(name), ...(bytes === undefined ? [] : [bytes as Problem]));
      return '';
    }
    const text = this.plain(bytes, name);
    return /atlas/i.test(valueOf(this.root, 'origin') ?? '') ? text.replaceAll('\r\n', '\n') : text;
  }

  /** What is cut from it become passages: a text with broken letters is left out. */
  private plain(bytes: Uint8Array, name: string): string {
    const text = bytes.length > largestDocument ? { reason: tooLarge(largestDocument) } : decoded(bytes);
    if ('text' in text && text.doubt !== 'damaged') {
      if (text.doubt === 'western') this.problems.push(readAsWestern(name));
      return text.text;
    }
    this.problems.push('reason' in text ? fileUnread(name, text.reason) : lettersBroken(name));
    return '';
  }

  private valuesOf(element: XmlElement): ReadonlyMap<string, string> {
    return new Map(childrenOf(element, 'VariableValue').map((value) => {
      const name = this.variables.get(guidFrom(valueOf(childrenOf(value, 'VariableRef')[0], 'targetGUID')) ?? '') ?? '';
      return [name, textIn(childrenOf(value, 'TextValue', 'IntegerValue')[0])];
    }));
  }

  private selection(element: XmlElement, points: readonly string[]): readonly IncomingNote[] {
    const { start, end } = placeOf(element);
    if (!this.hasRoomFor(end - start)) return [];
    const codings = childrenOf(element, 'Coding');
    const texts = [element, ...codings].flatMap((one) => this.commentsOn(one)).map(({ text }) => text);
    const note = {
      tags: this.tagsOf(codings), quote: points.slice(start, end).join('').replace(/\r\n?/g, '\n'), text: texts.filter((text) => text !== '').join('\n\n'),
      ...this.made(element.attributes.has('creatinguser') ? element : codings[0]), ...saidIn(childText(element, 'Description')),
    };
    return [{ note, ...guidField(element) }];
  }

  /** Notes on the source as a whole, each with the codes that name it; codes without a note are one note. */
  private wholeNotes(element: XmlElement): readonly IncomingNote[] {
    const codings = childrenOf(element, 'Coding');
    const refs = new Map<string, XmlElement[]>();
    for (const one of [element, ...codings]) for (const ref of childrenOf(one, 'NoteRef')) {
      const guid = guidFrom(valueOf(ref, 'targetGUID')) ?? '';
      const own = refs.get(guid) ?? [];
      if (one !== element) own.push(one);
      refs.set(guid, own);
    }
    const notes = [...refs].flatMap(([guid, own]) => {
      const comment = this.comments.get(guid);
      return comment === undefined || !this.hasRoomFor(this.textOfComment(comment).length) ? [] : [{ note: { tags: this.tagsOf(own), text: this.textOfComment(comment), ...this.made(comment), ...saidIn(childText(comment, 'Description')) }, guid }];
    });
    const bare = codings.filter((coding) => childrenOf(coding, 'NoteRef').length === 0);
    return bare.length === 0 ? notes : [...notes, { note: { tags: this.tagsOf(bare), text: '', ...this.made(bare[0]) }, ...guidField(bare[0] as XmlElement) }];
  }

  private commentsOn(element: XmlElement): readonly { readonly text: string }[] {
    const comments = childrenOf(element, 'NoteRef').flatMap((ref) => this.comments.get(guidFrom(valueOf(ref, 'targetGUID')) ?? '') ?? []);
    return comments.map((comment) => ({ text: this.textOfComment(comment) })).filter(({ text }) => this.hasRoomFor(text.length));
  }

  /** Takes so much of what this project may fill. What no longer fits is left out, and so is all after it. */
  private hasRoomFor(length: number): boolean {
    if (this.room >= 0) this.room -= length;
    return this.room >= 0;
  }

  private textOfComment(comment: XmlElement): string {
    return childText(comment, 'PlainTextContent') || (valueOf(comment, 'name') === 'Note' ? '' : valueOf(comment, 'name') ?? '');
  }

  private tagsOf(codings: readonly XmlElement[]): readonly string[] {
    return [...new Set(codings.flatMap((coding) => this.tagOf.get(guidFrom(valueOf(childrenOf(coding, 'CodeRef')[0], 'targetGUID')) ?? '') ?? []))];
  }

  private made(element: XmlElement | undefined): Partial<Note> {
    const author = this.people.get(guidFrom(valueOf(element, 'creatingUser')) ?? '')?.replace(/\s+/g, ' ').trim();
    const time = Date.parse(valueOf(element, 'creationDateTime') ?? '');
    return { ...(author !== undefined && author !== '' && { author }), ...(!Number.isNaN(time) && { created: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') }) };
  }

  /** Links between notes, put on the notes that they come from; `target` is the UUID until the notes have their places. */
  private related(sources: readonly IncomingSource[]): readonly IncomingSource[] {
    const links = new Map<string, { readonly relation: Relation; readonly target: string }[]>();
    for (const link of childrenOf(childrenOf(this.root, 'Links')[0], 'Link')) {
      const [from, target] = [guidFrom(valueOf(link, 'originGUID')), guidFrom(valueOf(link, 'targetGUID'))];
      const relation = relations.find((one) => (valueOf(link, 'name') ?? '').toLowerCase().startsWith(one.slice(0, -1)));
      if (from === undefined || target === undefined || relation === undefined) continue;
      const own = links.get(from) ?? [];
      own.push({ relation, target });
      links.set(from, own);
    }
    const withLinks = (one: IncomingNote): IncomingNote => {
      const own = links.get(one.guid ?? '');
      return own === undefined ? one : { ...one, note: { ...one.note, links: own } };
    };
    return links.size === 0 ? sources : sources.map((source) => ({ ...source, notes: source.notes.map(withLinks) }));
  }
}

/** Where a selection begins and ends, in code points; NaN where that is not said. */
const placeOf = (element: XmlElement): { readonly start: number; readonly end: number } =>
  ({ start: Number(valueOf(element, 'startPosition') ?? NaN), end: Number(valueOf(element, 'endPosition') ?? NaN) });

function liesIn(element: XmlElement, length: number): boolean {
  const { start, end } = placeOf(element);
  return start >= 0 && end > start && end <= length;
}

/** A path as it is meant; one with a lone percent sign is meant as it stands. */
function pathMeant(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

const guidField = (element: XmlElement): { readonly guid?: string } => {
  const guid = guidFrom(valueOf(element, 'guid'));
  return guid === undefined ? {} : { guid };
};

const named = <T>(elements: readonly XmlElement[], value: (element: XmlElement) => T): ReadonlyMap<string, T> =>
  new Map(elements.map((element) => [guidFrom(valueOf(element, 'guid')) ?? '', value(element)]));

/** Texts, and the texts that stand for PDFs. */
const textSources = (all: XmlElement | undefined): readonly XmlElement[] =>
  [...childrenOf(all, 'TextSource'), ...childrenOf(all, 'PDFSource').flatMap((pdf) => childrenOf(pdf, 'Representation').slice(0, 1))];

/** What the name and the variables say of a work; the name is as we write it where the file is ours. */
function itemOf(name: string, values: ReadonlyMap<string, string>, ours: boolean): Partial<Item> {
  const [, who, title] = (ours ? /^(.+?)(?: \(\d{4}\))?: (.+)$/su.exec(name) : null) ?? [];
  const [year, DOI] = [values.get('Year') ?? '', values.get('DOI')];
  return {
    title: title ?? name, ...(who !== undefined && { author: [{ literal: who }] }), ...(/^\d{1,4}$/.test(year) && { issued: { 'date-parts': [[Number(year)]] } }), ...(DOI !== undefined && { DOI }),
  };
}

/** The lines that we write ourselves: kind, place, stance, id. */
function saidIn(description: string): Partial<Note> {
  const said = new Map(description.split('\n').map((line) => [line.slice(0, Math.max(0, line.indexOf(': '))), line.slice(line.indexOf(': ') + 2).trim()]));
  const locator = locatorFrom(said.get('Place') ?? '');
  const [stance, kind, id] = [stances.find((one) => one === said.get('Stance')), kinds.find((one) => one === said.get('Kind')), said.get('Id')];
  return { ...(locator && { locator }), ...(stance && { stance }), ...(kind && { kind }), ...(id !== undefined && /^[\p{L}\p{N}-]{1,40}$/u.test(id) && { id }) };
}
