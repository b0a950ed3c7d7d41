/** Every door of core through which a text of others comes in, as a function of that text. */
import { findQuote, readHeading, readNoteComment, readTagInput } from '../../../src/core/notes';
import { draftStyle, findCitations, headingLevelAt, readDraft, syntaxes } from '../../../src/core/citations';
import { notesInMarkdown, readIncoming } from '../../../src/core/exchange';
import { fold } from '../../../src/core/fold';
import { runsOf } from '../../../src/core/formattedRuns';
import { styleFromXml } from '../../../src/core/formatting/styleFile';
import { entryKeyAt, indexSources, keySpans, readSourceFile, relationSpans } from '../../../src/core/library';
import { headsIn } from '../../../src/core/library/headShards';
import { expandKeyPattern } from '../../../src/core/library/keyPattern';
import { bareIdentifiers, identifiersIn } from '../../../src/core/lookup';
import { mergeFiles, sidesOf } from '../../../src/core/merge';
import { cleanDoi, doisIn, indexBibliography, parsePaste, readBibliography, readCopiedPage, readDate, readName, readNames, readOwnProfiles, valueAs, xmlForest } from '../../../src/core/parsing';
import type { BibliographyFormat } from '../../../src/core/parsing';
import { parseQuery, readViews } from '../../../src/core/queries';
import { zipped } from '../../../src/core/tables';
import { editCodebook, entryPlace, keyPhrases } from '../../../src/core/tagging';
import { directEngine } from '../../doubles/directEngine';

/** What is done with a text; what it gives does not matter, but that it gives something. */
export type Door = (text: string) => unknown;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const bibliography = (format: BibliographyFormat): Door => (text) => readBibliography(text, format, directEngine);
const incoming = (ending: string): Door => (text) => readIncoming({ name: `a.${ending}`, bytes: bytesOf(text) }, directEngine);
/** A project that another program wrote: an archive of a text that names others in it. */
const project: Door = (text) => readIncoming({ name: 'a.qdpx', bytes: zipped([{ name: 'project.qde', bytes: bytesOf(text) }, { name: 'Sources/a.txt', bytes: bytesOf(text) }]) }, directEngine);
const anItem = { id: 'a', type: 'book' } as const;

/** Those that take a whole file or paste. */
export const wide: { readonly [name: string]: Door } = {
  'a paste': (text) => parsePaste(text, { engine: directEngine }),
  'a page’s HTML': (text) => readCopiedPage({ text: 'Aalto, M. (2017). Dykes and deputies. Low Lands, 8(2), 101–124.', html: text }, (one) => parsePaste(one.slice(0, 300), { engine: directEngine })),
  'a .bib': bibliography('bibtex'),
  'a .ris': bibliography('ris'),
  'a CSL .json': bibliography('csl-json'),
  'a CSL .yaml': bibliography('csl-yaml'),
  'the index of a .bib': (text) => indexBibliography(bytesOf(text), undefined),
  'a source file': (text) => readSourceFile(text),
  'front matter': (text) => readSourceFile(`---\n${text}\n---\n`),
  'the notes of a source file': (text) => readSourceFile(`---\nid: a\n---\n\n# Notes by anna\n\n## #tag\n\n${text}\n<!-- end -->\n`),
  'a source file in conflict': (text) => sidesOf(text),
  'a merge of source files': (text) => mergeFiles({ base: '---\nid: a\n---\n', ours: `---\nid: a\n---\n${text}`, theirs: `---\nid: a\n---\n${text.slice(0, -1)}` }),
  ...Object.fromEntries(syntaxes.map((syntax): [string, Door] => [`a draft in ${syntax}`, (text) => findCitations(syntax, text)])),
  'the style a draft names': draftStyle,
  'the headings of a draft': (text) => headingLevelAt(readDraft('markdown', text), text.length),
  'a text with a passage': (text) => findQuote(text, 'a passage that is looked for in it'),
  'a passage': (text) => findQuote('A text in which a passage is looked for.', text.slice(0, 2000)),
  'the codebook’s text': (text) => [entryPlace(text, 'a'), editCodebook(text, [{ kind: 'add', tag: 'a' }])],
  'saved views': readViews,
  'a REFI-QDA codebook': incoming('qdc'),
  'a REFI-QDA project': project,
  'an archive': incoming('qdpx'),
  'a table of codes': incoming('csv'),
  'a table of codes with tabs': incoming('tsv'),
  'Markdown with tags': (text) => notesInMarkdown([{ path: 'a.md', text }], () => true),
  'XML': xmlForest,
  'a CSL style': (text) => styleFromXml(text.slice(0, 1_000_000)).catch(() => undefined),
  'profiles of sites': (text) => readOwnProfiles(text, 'a.json'),
  'text for key phrases': keyPhrases,
  'text for DOIs': doisIn,
  'text for identifiers': (text) => [identifiersIn(text), bareIdentifiers(text)],
  'keys in a .bib': (text) => keySpans('a.bib', text, 'lee2018'),
  'keys in a .json': (text) => keySpans('a.json', text, 'lee2018'),
  'keys in a .yaml': (text) => keySpans('a.yaml', text, 'lee2018'),
  'relations': (text) => relationSpans(text, 'lee2018'),
  'what was kept of a library': (text) => headsIn(text, 'a'),
  'formatted text': runsOf,
  'folding': fold,
};

/** Those that take what stands on a line or in a field, in which nobody writes a megabyte. */
export const narrow: { readonly [name: string]: Door } = {
  'a query': parseQuery,
  'a search': (text) => indexSources([]).search(text),
  'a name': readName,
  'names': readNames,
  'a date': readDate,
  'a DOI': cleanDoi,
  'the heading of a note': readHeading,
  'the comment of a note': (text) => readNoteComment(`<!-- note ${text} -->`),
  'what is typed for tags': (text) => readTagInput(text, []),
  'a key pattern': (text) => expandKeyPattern(anItem, text),
  'a title for a key': (text) => expandKeyPattern({ ...anItem, title: text }, '[auth][year][shorttitle3_3]'),
  'a value for a field': (text) => (['author', 'issued', 'title', 'page'] as const).map((field) => valueAs(field, text)),
  'the head of an entry': (text) => entryKeyAt(text, text.length),
};

export const doors = { ...wide, ...narrow };
