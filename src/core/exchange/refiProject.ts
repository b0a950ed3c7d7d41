/** Notes as a REFI-QDA project (standard 1.5, project 1.0): sources as texts, passages as selections with codings, notes, people and relations. */
import { locatorText } from '../notes';
import { zipped } from '../tables';
import type { ZipEntry } from '../tables';
import { yearOf } from '../source';
import type { Item, Note } from '../source';
import { codesXml, tagGuids } from './codeTree';
import { guidOf } from './guid';
import { bySource, nameOfNote, tagsOfNote, tagsWritten, utf8, workInBrief } from './notesToWrite';
import type { NotesToWrite, SourceNotes } from './notesToWrite';
import { codePoints, sourceText } from './sourceText';
import { element, xmlDeclaration, xmlText } from './xmlText';

/** The variables of a source, with their types in the standard. `Abstract length` counts code points: what follows are passages from elsewhere. */
export const variables = { 'Citation key': 'Text', Year: 'Integer', DOI: 'Text', 'Abstract length': 'Integer' } as const;
type Variable = keyof typeof variables;

/** The project as an archive: `project.qde` and a text for each source. */
export function refiProject(chosen: NotesToWrite): Uint8Array {
  const writer = new ProjectWriter(chosen);
  const project = writer.project();
  return zipped([{ name: 'project.qde', bytes: utf8(project) }, ...writer.texts]);
}

class ProjectWriter {
  readonly texts: ZipEntry[] = [];
  private readonly guids: ReadonlyMap<string, string>;
  private readonly tags: readonly string[];
  private readonly comments: string[] = [];
  /** The UUID of each note that is written; and by its name. Two that say the same have one each. */
  private readonly ofNotes = new Map<Note, string>();
  private readonly named = new Map<string, string>();

  constructor(private readonly chosen: NotesToWrite) {
    this.tags = [...new Set([...tagsWritten(chosen), ...chosen.codebook.tags.keys()])];
    this.guids = tagGuids(this.tags, chosen.codebook);
    const times = new Map<string, number>();
    for (const one of chosen.notes) {
      const name = nameOfNote(one);
      const count = (times.get(name) ?? 0) + 1;
      times.set(name, count);
      const guid = guidOf('note', count === 1 ? name : `${name} ${count}`);
      this.ofNotes.set(one.note, guid);
      if (count === 1) this.named.set(name, guid);
    }
  }

  project(): string {
    const { title } = this.chosen;
    const sources = bySource(this.chosen).map((one) => this.source(one));
    const codes = codesXml(this.tags, this.chosen.codebook, this.guids);
    return `${xmlDeclaration}${element('Project', { xmlns: 'urn:QDA-XML:project:1.0', name: title, origin: 'Commonplace' },
      some('Users', this.people()), codes && `<CodeBook>${codes}</CodeBook>`, sources.length === 0 ? undefined : some('Variables', variablesXml()),
      some('Sources', sources), some('Notes', this.comments), some('Links', this.links()))}\n`;
  }

  private people(): readonly string[] {
    const names = new Set(this.chosen.notes.flatMap(({ note }) => note.author ?? []));
    return [...names].map((name) => element('User', { guid: guidOf('person', name), name }));
  }

  private source({ source: { item }, notes }: SourceNotes): string {
    const guid = guidOf('source', item.id);
    const { text, abstractLength, spans } = sourceText(item, notes);
    const at = codePoints(text);
    this.texts.push({ name: `sources/${guid}.txt`, bytes: utf8(text) });
    const selections: string[] = [];
    const codings: string[] = [];
    const refs: string[] = [];
    for (const note of notes) {
      const span = spans.get(note);
      if (span === undefined) this.wholeNote(note, codings, refs);
      else selections.push(this.selection(note, at(span.start), at(span.end)));
    }
    const values = valuesOf(item, at(abstractLength)).map(([name, value]) => valueXml(name, value));
    return element('TextSource', { guid, name: workInBrief(item), plainTextPath: `internal://${guid}.txt` }, ...selections, ...codings, ...refs, ...values);
  }

  private selection(note: Note, startPosition: number, endPosition: number): string {
    const guid = this.ofNotes.get(note) ?? '';
    const text = note.text === '' ? undefined : guidOf('text', guid);
    if (text !== undefined) this.comments.push(commentXml(text, note, ''));
    return element('PlainTextSelection', { guid, name: [...(note.quote ?? '').replace(/\s+/g, ' ')].slice(0, 80).join(''), startPosition, endPosition, ...made(note) },
      `<Description>${xmlText(saidLines(note))}</Description>`, ...this.codings(note, guid), text && noteRef(text));
  }

  /** A note on the source as a whole: its codings name it. */
  private wholeNote(note: Note, codings: string[], refs: string[]): void {
    const guid = this.ofNotes.get(note) ?? '';
    this.comments.push(commentXml(guid, note, saidLines(note)));
    const own = this.codings(note, guid, noteRef(guid));
    codings.push(...own);
    if (own.length === 0) refs.push(noteRef(guid));
  }

  private codings(note: Note, guid: string, ref?: string): readonly string[] {
    return tagsOfNote(note, this.chosen.codebook).map((tag) =>
      element('Coding', { guid: guidOf('coding', `${guid} ${tag}`), ...made(note) }, element('CodeRef', { targetGUID: this.guids.get(tag) }), ref));
  }

  private links(): readonly string[] {
    return this.chosen.notes.flatMap(({ note }) => (note.links ?? []).flatMap(({ relation, target }) => {
      const [originGUID, targetGUID] = [this.ofNotes.get(note), this.named.get(target)];
      return targetGUID === undefined ? [] : [element('Link', { guid: guidOf('link', `${originGUID} ${relation} ${targetGUID}`), name: relation, direction: 'OneWay', originGUID, targetGUID })];
    }));
  }
}

const some = (name: string, parts: readonly string[]): string | undefined => (parts.length === 0 ? undefined : `<${name}>${parts.join('')}</${name}>`);
const noteRef = (targetGUID: string): string => element('NoteRef', { targetGUID });

const variablesXml = (): readonly string[] =>
  Object.entries(variables).map(([name, typeOfVariable]) => element('Variable', { guid: guidOf('variable', name), name, typeOfVariable }));

const valuesOf = (item: Item, abstractLength: number): readonly (readonly [Variable, string | number])[] => {
  const year = yearOf(item);
  return [['Citation key', item.id], ...(year === undefined ? [] : [['Year', year] as const]), ...(item.DOI === undefined ? [] : [['DOI', item.DOI] as const]), ['Abstract length', abstractLength]];
};

function valueXml(name: Variable, value: string | number): string {
  const type = variables[name];
  return element('VariableValue', {}, element('VariableRef', { targetGUID: guidOf('variable', name) }), `<${type}Value>${xmlText(String(value))}</${type}Value>`);
}

const commentXml = (guid: string, note: Note, said: string): string => element('Note', { guid, name: 'Note', ...made(note) },
  said === '' ? undefined : `<Description>${xmlText(said)}</Description>`, `<PlainTextContent>${xmlText(note.text)}</PlainTextContent>`);

/** Who made it and when, where that is known as the standard wants it. */
function made({ author, created }: Note): { readonly creatingUser?: string; readonly creationDateTime?: string } {
  const time = created === undefined ? NaN : Date.parse(created);
  return { ...(author !== undefined && { creatingUser: guidOf('person', author) }), ...(!Number.isNaN(time) && { creationDateTime: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') }) };
}

/** What the standard has no field for, as lines that begin with its name. */
const saidLines = (note: Note): string => [
  note.id === undefined ? '' : `Id: ${note.id}`, note.kind === undefined ? '' : `Kind: ${note.kind}`, note.locator === undefined ? '' : `Place: ${locatorText(note.locator)}`, note.stance === undefined ? '' : `Stance: ${note.stance}`,
].filter((line) => line !== '').join('\n');
