/**
 * What can go wrong with people's text, as data. Every sentence a person may read is made by a named function here,
 * says what was wrong and what to do next, and carries a code that tests check instead of the words.
 */
import type { Span } from './source';

export type Severity = 'error' | 'warning' | 'information';

/** A sentence for the person about a stretch of their text. `span` is in UTF-16 code units of that text. */
export type Problem = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
};

const problem = (code: string, severity: Severity, message: string, span?: Span): Problem =>
  span === undefined ? { code, severity, message } : { code, severity, message, span };

// --- reading a paste ---------------------------------------------------------------------------------------------

export const nothingToPaste = (): Problem =>
  problem('paste-empty', 'information', 'The clipboard holds no text. Copy a page, a record or a list of references, then paste again.');

export const nothingRecognised = (span?: Span): Problem =>
  problem('paste-unrecognised', 'information', 'No title, author or identifier was recognised in this text. It was kept as a document with the whole text under “As pasted”; fill in what you know.', span);

export const unreadableRecord = (format: string, reason: string, span: Span): Problem =>
  problem('record-unreadable', 'warning', `This ${format} record could not be read (${reason}). Its text was kept as a document; the other records were read.`, span);

export const pasteTooLarge = (limit: string): Problem =>
  problem('paste-too-large', 'error', `This text is larger than ${limit}, which is the limit. Paste or import it in parts.`);

export const readingStopped = (): Problem =>
  problem('paste-stopped', 'information', 'You stopped the reading, so not all of this text was read. Paste it again to read the whole.');

export const recordCutShort = (format: string, span: Span): Problem =>
  problem('record-cut-short', 'warning', `This ${format} record breaks off before its end. What was there was read; copy it again if something is missing.`, span);

export const recordRepaired = (format: string, span: Span): Problem =>
  problem('record-repaired', 'warning', `This ${format} record has a missing brace, quotation mark or comma. It was read as far as its lines make sense; look it over.`, span);

export const xmlDefinitionsSkipped = (span: Span): Problem =>
  problem('xml-definitions', 'warning', 'This XML defines abbreviations of its own in its DOCTYPE. They are never expanded; replace what is left of them (such as “&name;”) by hand.', span);

export const referencesUnchecked = (span: Span): Problem =>
  problem('references-unchecked', 'warning', 'This looks like the answer of a chat assistant. Such references may not exist: look each one up, by its DOI or title, before you cite it.', span);

export const lineIsNoText = (): Problem =>
  problem('line-no-text', 'error', 'This line is not a JSON string. Write each text on one line as JSON, for example "@article{…}".');

export const problemsUnlisted = (): Problem =>
  problem('problems-unlisted', 'warning', 'There are more problems than are listed here. Read these lines as files to see all of theirs.');

/** `others`: what else the field could be, in words. */
export const fieldUnsure = (field: string, why: string, span?: Span, others: readonly string[] = []): Problem =>
  problem('field-unsure', 'information', `${field}: ${why}${others.length === 0 ? '' : ` It could also be ${others.join(' or ')}.`}`, span);

export const nothingReadAs = (field: string): Problem => problem('nothing-read-as', 'warning', `No ${field} was read. Open the source, or use a part of the pasted text as its ${field}.`);

export const fieldReadHere = (): Problem => problem('field-read-here', 'information', 'It was read from here.');

export const mergeUnsure = (why: string, span: Span): Problem =>
  problem('merge-unsure', 'information', `Two records were merged into this source. ${why} If they are two works, keep both.`, span);

/** `same`: what the two records agree in. `likeness`: how alike their titles are, from 0 to 1, where they are not the same. */
export const sameWorkBecause = (same: readonly string[], likeness?: number): Problem =>
  problem('same-work', 'information', `The same ${enumerated(same)}${likeness === undefined ? '' : `, and titles that are ${Math.floor(likeness * 100)} % alike`}.`);

const enumerated = (words: readonly string[]): string =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

export const profileUnusable = (path: string, place: string, trouble: string): Problem =>
  problem('profile-unusable', 'warning', `A site profile in “${path}” was not used: ${place} ${trouble}. Mend it, then paste again; everything else was read as usual.`);

// --- reading a source file ---------------------------------------------------------------------------------------

export const fileDamaged = (): Problem =>
  problem('file-damaged', 'error', 'This file is empty or holds bytes that are not text, as after a crash or a broken sync. Nothing will be written to it; restore it from git or a backup.', { start: 0, end: 0 });

export const fileCutShort = (span: Span): Problem =>
  problem('file-cut-short', 'warning', 'The closing line “<!-- end -->” is missing, so this file may have been cut short. All of it was read. Add the line if the file is whole.', span);

export const mergeConflict = (span: Span): Problem =>
  problem('merge-conflict', 'error', 'This file holds an unresolved git conflict. Nothing will be written to it until the conflict is resolved.', span);

export const noConflictHere = (): Problem =>
  problem('no-conflict', 'information', 'There is no git conflict to merge in this file. Open a source file that holds lines “<<<<<<<”, “=======” and “>>>>>>>”, then try again.');

export const conflictUnreadable = (): Problem =>
  problem('conflict-unreadable', 'warning', 'This conflict can’t be merged by note: its marks do not fit together, or one of its versions has no whole front matter. Resolve it by hand, or take one version with git.');

export const conflictOtherwiseEncoded = (): Problem =>
  problem('conflict-otherwise-encoded', 'warning', 'One of the versions holds bytes that are not UTF-8 text, so nothing was merged. Take one of them with git (“git checkout --ours” or “--theirs”), or save both as UTF-8, then merge again.');

export const mergedWithMarks = (notes: number, fields: readonly string[]): Problem =>
  problem('merged-with-marks', 'warning', `Both versions were joined; ${[notes > 0 ? `${notes} ${notes === 1 ? 'note' : 'notes'}` : '', ...fields].filter((part) => part !== '').join(', ')} ${notes + fields.length === 1 ? 'stands' : 'stand'} in both. Compare them, then stage the file.`);

export const fieldInTwoVersions = (field: string): Problem =>
  problem('field-in-two-versions', 'warning', `Two versions of this file were merged, and both had changed ${field}. The other one said this.`);

export const noteInTwoVersions = (other: string, span: Span): Problem =>
  problem('note-twin', 'warning', `Two people changed this note, and the merge kept both versions: this one and the note ${other}. Compare them, then keep one or both.`, span);

export const noFrontMatter = (): Problem =>
  problem('front-matter-missing', 'error', 'This file does not begin with front matter (a block between two lines “---”), so its source is unknown. Add at least “id” and “title”.', { start: 0, end: 0 });

export const frontMatterOpen = (span: Span): Problem =>
  problem('front-matter-open', 'error', 'The front matter is never closed. End it with a line “---”.', span);

export const frontMatterUnread = (reason: string, span: Span): Problem =>
  problem('front-matter-line', 'warning', `This line of the front matter could not be read (${reason}). The other lines were.`, span);

export const frontMatterTwice = (field: string, span: Span): Problem =>
  problem('front-matter-twice', 'warning', `“${field}” stands twice in the front matter; the first one counts. Remove one.`, span);

export const unknownType = (type: string, span?: Span): Problem =>
  problem('type-unknown', 'warning', `“${type}” is not a type of the Citation Style Language; the source is treated as a document. Try “article-journal”, “book”, “chapter” or “report”.`, span);

export const noteHeadingUnclear = (words: string, span: Span): Problem =>
  problem('note-heading', 'information', `“${words}” in this heading is neither a tag, a locator (p. 12), a stance (for, against, mixed) nor a kind (quote, paraphrase, summary, claim, comment).`, span);

export const duplicateKey = (key: string, otherPath: string): Problem =>
  problem('key-twice', 'warning', `The citation key “${key}” is also used by ${otherPath}. Citations of it are ambiguous; change one of the two.`);

// --- several coders ------------------------------------------------------------------------------------------------

export const fewCoders = (): Problem =>
  problem('few-coders', 'information', 'There are not yet notes by two coders to compare. Each coder’s notes stand under “# Notes by …”, after the name in the setting “commonplace.author”.');

export const blindUntilCompared = (): Problem =>
  problem('blind-until-compared', 'warning', 'You code blind: the notes of others are hidden from you. The comparison shows them. Compare only when all have finished.');

// --- notes for other programs --------------------------------------------------------------------------------------

export const noNotesToWrite = (): Problem =>
  problem('no-notes-to-write', 'information', 'There are no notes to export here. Take a note first, or ask for others.');

export const notesFolderMissing = (folder: string): Problem =>
  problem('notes-folder-missing', 'error', `${folder} is no folder with sources. Name the folder that holds “sources”.`);

export const noRelationsToWrite = (): Problem =>
  problem('no-relations-to-write', 'warning', 'None of these notes supports, attacks or qualifies another, so there is nothing to draw in Argdown. Relate notes first.');

export const archiveUnreadable = (reason: string): Problem =>
  problem('archive-unreadable', 'error', `This archive could not be read: ${reason}. Nothing was taken from it; export it again from the program it comes from.`);

export const codesUnreadable = (reason: string): Problem =>
  problem('codes-unreadable', 'error', `No codes or notes could be read: ${reason}. Choose a .qdc, .qdpx, .csv, .bib, .ris or CSL .json file.`);

export const projectTextMissing = (name: string): Problem =>
  problem('project-text-missing', 'warning', `The text of “${name}” is not in the project, so its passages were left out. Export it as plain text, then import again.`);

export const sourcesLeft = (count: number): Problem =>
  problem('sources-left', 'warning', `${count} ${count === 1 ? 'source' : 'sources'} of the project ${count === 1 ? 'is no text' : 'are no texts'} (pictures, sound, film, PDF without text) and ${count === 1 ? 'was' : 'were'} left out.`);

export const codingsLeft = (count: number, name: string): Problem =>
  problem('codings-left', 'warning', `${count} ${count === 1 ? 'passage' : 'passages'} of “${name}” ${count === 1 ? 'lies' : 'lie'} outside of its text and ${count === 1 ? 'was' : 'were'} left out.`);

export const projectTooLong = (name: string): Problem =>
  problem('project-too-long', 'warning', `The notes of this project hold more than 50 million characters, which is the limit. What comes after it in “${name}” was left out: divide the project and import its parts.`);

export const nothingToImport = (known: number): Problem =>
  problem('nothing-to-import', 'information', known === 0 ? 'There are no codes, tags or notes in this. Choose another file.' : `All of this is here already (${known} ${known === 1 ? 'note' : 'notes'}), so nothing was changed.`);

export const exchangeUntrusted = (): Problem =>
  problem('exchange-untrusted', 'warning', 'Notes are not exported from or imported into a folder that you do not trust. Trust the folder (“Workspaces: Manage Workspace Trust”), then try again.');

export const noCodesToWrite = (): Problem =>
  problem('no-codes-to-write', 'warning', 'There are no tags to write, and the standard has no empty codebook. Tag a note first.');

export const relationLost = (relation: string, target: string, span: Span): Problem =>
  problem('relation-lost', 'warning', `This note ${relation} “${target}”, but there is no such note. It may have been deleted, or its source renamed outside of the editor. Relate it to another note, or remove the relation.`, span);

export const noteRelatesToItself = (): Problem =>
  problem('relation-to-itself', 'information', 'A note can’t be related to itself. Choose another note.');

export const noteToRelate = (): Problem =>
  problem('relation-none', 'information', 'Unfold a note in the Sources view and choose the relation to remove there.');

// --- the codebook and bibliographies -----------------------------------------------------------------------------

export const codebookUnread = (reason: string, span?: Span): Problem =>
  problem('codebook-unread', 'warning', `The codebook could not be read here (${reason}). Tags keep working; their labels and aliases are missing until this is mended.`, span);

export const bibliographyUnread = (path: string, reason: string): Problem =>
  problem('bibliography-unread', 'warning', `${path} could not be read (${reason}).`);

/** `guess`: the encoding that its letters were taken for, if there is a good one. */
export const bibliographyNotUtf8 = (guess?: 'Windows-1252'): Problem =>
  problem('bibliography-not-utf8', 'warning', `Not all bytes of this file are UTF-8 text. ${guess === undefined ? 'What can’t be told is shown as “\ufffd”' : `It is read as ${guess}; look at its accented letters`}. Reopen it with its encoding (at the right of the status bar), then save it with UTF-8; until then nothing is written to it.`, { start: 0, end: 0 });

// --- writing -----------------------------------------------------------------------------------------------------

export const changedOutside = (path: string): Problem =>
  problem('changed-outside', 'error', `${path} was changed by another program while you worked. Nothing was overwritten; look at the file and try again.`);

export const notWritable = (path: string, reason: string): Problem =>
  problem('not-writable', 'error', `${path} could not be saved (${reason}). Nothing of the old file was lost.`);

export const frozenFile = (path: string, reason: string): Problem =>
  problem('file-frozen', 'error', `Nothing was written to ${path}: ${reason}`);

export const writeToCutShort = (path: string): Problem =>
  problem('write-to-cut-short', 'warning', `${path} may have been cut short: its closing line “<!-- end -->” is missing. Write to it all the same? What is there stays.`);

export const openAFolder = (): Problem =>
  problem('no-folder', 'warning', 'Sources are kept as text files in a folder of yours. Open a folder first (File > Open Folder…), then try again.');

export const fileUnread = (name: string, reason: string): Problem =>
  problem('file-unread', 'warning', `${name} could not be read (${reason}). The other files were.`);

export const readAsWestern = (name: string): Problem =>
  problem('read-as-western', 'warning', `${name} is not in UTF-8 and was read as Windows-1252, the encoding of older programs for Western languages. Look at its accented letters; if they are wrong, undo, save the file as UTF-8, and try again.`);

export const lettersBroken = (name: string): Problem =>
  problem('letters-broken', 'warning', `${name} was left out: some of its letters are broken. Mend them in the file and save it as UTF-8, or export it anew, then try again.`);

export const lettersLost = (name: string): Problem =>
  problem('letters-lost', 'warning', `Some letters of ${name} are broken and stand as “\ufffd” in what was read. Mend them here, or export the file anew and import it again.`);

export const noDraft = (): Problem =>
  problem('no-draft', 'information', 'Citations can be inserted in Markdown and LaTeX. Put the cursor where the citation belongs, then try again.');

export const noSources = (): Problem =>
  problem('no-sources', 'information', 'There are no sources yet. Copy a page or a record and use “Commonplace: Paste Sources” first.');

export const nothingPasted = (key: string): Problem =>
  problem('nothing-pasted', 'information', `${key} keeps no text under “As pasted”, so there is nothing to show. Sources that were written by hand or stand in a linked bibliography have none.`);

export const pasteForgotten = (): Problem =>
  problem('paste-forgotten', 'information', 'This paste is no longer in memory. Each source keeps its own part: use “Show in Paste” on the source.');

export const nothingSelected = (): Problem =>
  problem('nothing-selected', 'information', 'Select the text that is the title, the authors or another field, in the pasted text or in the source file, then try again.');

export const notSuchAField = (field: string, text: string): Problem =>
  problem('not-such-a-field', 'warning', `“${text}” can’t be used as ${field}: none was recognised in it. Select it without what stands around it, or write it into the source file by hand.`);

export const sourceGone = (key: string): Problem =>
  problem('source-gone', 'warning', `${key} is no longer in the library, so nothing was changed. Paste the text again to have it back.`);

export const sourceNotOurs = (key: string, path: string): Problem =>
  problem('source-not-ours', 'information', `${key} stands in ${path}, which is never written to. Change it there, or in the program that makes that file.`);

export const nothingMerged = (key: string): Problem =>
  problem('nothing-merged', 'information', `Nothing was merged into ${key}, so there is nothing to take back.`);

export const noTextOfMerge = (key: string): Problem =>
  problem('no-text-of-merge', 'warning', `The text of the record that was merged into ${key} is no longer under “As pasted”, so it can’t become a source of its own. Paste it again and choose “Keep Both”.`);

export const noSourceHere = (): Problem =>
  problem('no-source-here', 'information', 'Choose a source in the Sources view, or open its file, to take a note on it.');

export const nothingToNote = (): Problem =>
  problem('nothing-to-note', 'information', 'Select a passage first: in a source file, or in a full text or transcript of the workspace. To note something on a source as a whole, use “New Note”.');

export const noLastTags = (): Problem =>
  problem('no-last-tags', 'information', 'There are no tags to repeat yet. Type some for this note; the next one can have the same.');

export const noNoteToUndo = (): Problem =>
  problem('no-note-to-undo', 'information', 'No note was taken since the window was opened. Older ones are deleted in the Sources or Tags view.');

export const textOutside = (name: string): Problem =>
  problem('text-outside', 'warning', `“${name}” is not saved in the folder of this source, so the note keeps the words of the passage but not its place. Move the file into the folder to have its passages marked.`);

export const bibliographyNotOurs = (path: string): Problem =>
  problem('bibliography-not-ours', 'information', `${path} was not made by Commonplace, so it is left alone and read as a bibliography of yours. To have one generated as well, give it another name in the setting “commonplace.bibliography.path”.`);

export const bibliographyChanged = (path: string): Problem =>
  problem('bibliography-changed', 'warning', `${path} is generated from your sources, but was changed by hand. It is left alone until you decide.`);

export const libraryUnreachable = (reason: string): Problem =>
  problem('library-unreachable', 'error', `The folder of sources can't be reached (${reason}). What was read before is still shown; nothing is written until it is back.`);

export const bibliographyEnding = (path: string): Problem =>
  problem('bibliography-ending', 'warning', `No bibliography is generated, since “${path}” ends in no form that can be written. Let the setting “commonplace.bibliography.path” end in .bib, .ris, .json or .yaml, or leave it empty.`);

// --- looking up --------------------------------------------------------------------------------------------------

export const lookupUntrusted = (): Problem =>
  problem('lookup-untrusted', 'warning', 'Looking up asks services on the internet, which is not done in a folder that you do not trust. Trust the folder (“Workspaces: Manage Workspace Trust”), then try again.');

export const lookupOff = (): Problem =>
  problem('lookup-off', 'warning', 'Looking up is switched off. Set “commonplace.lookup” to “ask” or “allow” in your settings to use it.');

export const lookupNothing = (title: string): Problem =>
  problem('lookup-nothing', 'information', `“${title}” has no DOI, ISBN or arXiv number to look up. Add one to its file, then try again.`);

export const lookupLinked = (path: string): Problem =>
  problem('lookup-linked', 'information', `This source stands in ${path}, which is not ours to write to. Paste it as a source of its own to complete it.`);

export const noIdentifier = (text: string): Problem =>
  problem('no-identifier', 'warning', `“${text}” is no DOI, ISBN or arXiv number. A DOI begins with “10.”, an ISBN has 10 or 13 digits, an arXiv number looks like 2103.00020.`);

export const tooManyIdentifiers = (most: number): Problem =>
  problem('too-many-identifiers', 'warning', `Only the first ${most} identifiers were looked up. Look the others up afterwards.`);

export const lookupUnknown = (identifier: string, services: readonly string[]): Problem =>
  problem('lookup-unknown', 'warning', `${identifier} is not known to ${inWords(services)}. Check how it is spelled, or paste the record from the publisher’s page.`);

/** What can go wrong with one request to a service, and what to say of it. `detail` is a status, a host or a time. */
const lookupFaults = {
  'unknown': () => 'does not know it. Check how it is spelled.',
  'no-data': () => 'has no record of it in a form that can be read. Paste the record from the publisher’s page instead.',
  'busy': (detail) => `is busy${detail === '' ? '' : ` and asks to wait ${detail}`}. Try again later.`,
  'offline': () => 'could not be reached. Check the connection to the internet, then try again.',
  'timeout': () => 'did not answer within 10 seconds. Try again later.',
  'too-large': () => 'gave more than 2 MB, which is the limit, so nothing was taken. Paste the record from the publisher’s page instead.',
  'wrong-type': () => 'gave something that is no record. Try again later, or paste the record from the publisher’s page.',
  'redirect': (detail) => `sent us on to ${detail === '' ? 'a place' : `“${detail}”`} that is not on the list of services, so this was refused and nothing was asked there. Paste the record from the publisher’s page instead.`,
  'circle': () => 'sent us on again and again, so it was not followed any further. Try again later.',
  'refused': (detail) => `refused (status ${detail}). Try again later.`,
  'stopped': () => 'was not asked any more, since you stopped it.',
} as const satisfies { readonly [fault: string]: (detail: string) => string };
/** What can go wrong with one request. */
export type LookupFault = keyof typeof lookupFaults;
export const allLookupFaults = Object.keys(lookupFaults) as readonly LookupFault[];

/** `hop`: another service, whose answer led to a host that may not be asked. */
export const lookupFailed = (identifier: string, service: string, fault: LookupFault, detail = '', hop?: { readonly service: string; readonly detail?: string }): Problem =>
  problem(`lookup-${fault}`, fault === 'stopped' ? 'information' : 'warning',
    `${identifier} could not be looked up: ${service} ${lookupFaults[fault](detail)}${hop === undefined ? '' : ` ${hop.service} ${lookupFaults.redirect(hop.detail ?? '')}`}`);

const inWords = (words: readonly string[]): string => {
  const distinct = [...new Set(words)];
  return distinct.length < 2 ? distinct.join('') : `${distinct.slice(0, -1).join(', ')} or ${distinct.at(-1)}`;
};

// --- citation styles ---------------------------------------------------------------------------------------------

export const styleNotFound = (name: string, reason: string): Problem =>
  problem('style-not-found', 'warning', `The citation style “${name}” can’t be used (${reason}). The style of the American Political Science Association stands in. Choose another with “Choose Citation Style”, or put the .csl file beside the draft.`);

// --- citations in drafts -----------------------------------------------------------------------------------------

const quoted = (keys: readonly string[]): string => keys.map((key) => `“${key}”`).join(' or ');

export const unknownKey = (key: string, instead: readonly string[], span: Span): Problem =>
  problem('citation-unknown', 'warning', `No source has the key “${key}”. ${instead.length > 0 ? `Did you mean ${quoted(instead)}?` : 'Paste the source, or correct the key.'}`, span);

export const citedElsewhere = (key: string, path: string, span: Span): Problem =>
  problem('citation-elsewhere', 'warning', `“${key}” is recorded in ${path}, which this document does not name as a bibliography. Name it, or paste the source.`, span);

export const keyInTwoPlaces = (key: string, paths: readonly string[], span: Span): Problem =>
  problem('citation-key-twice', 'warning', `Two records have the key “${key}” (${[...new Set(paths)].join(', ')}). Which one is cited depends on the program that reads them; change one of the keys.`, span);

export const citedTwice = (key: string, other: string, span: Span): Problem =>
  problem('citation-same-work', 'warning', `“${key}” and “${other}” are the same work; it would stand twice in the list of references. Cite it by one of the two keys.`, span);

export const citedRetracted = (key: string, span: Span): Problem =>
  problem('citation-retracted', 'warning', `The record of “${key}” says that this work was retracted. Cite it only as such.`, span);

export const citedDoubtful = (key: string, doubts: readonly string[], span: Span): Problem =>
  problem('citation-doubtful', 'information', `Something in the record of “${key}” should be looked at before it is cited. ${doubts.join(' ')}`, span);

export const unusedSource = (key: string, span?: Span): Problem =>
  problem('source-unused', 'information', `No draft cites “${key}”.`, span);

export const entryKeyTwice = (key: string, span: Span): Problem =>
  problem('entry-key-twice', 'warning', `Another entry of this file has the key “${key}” too. The first one counts; change one of the two.`, span);

export const bibliographyMissing = (path: string, span?: Span): Problem =>
  problem('bibliography-missing', 'warning', `The bibliography ${path} that this document names is not there. Correct its name, or put the file in place.`, span);

export const draftUnread = (name: string): Problem =>
  problem('draft-unread', 'error', `${name} is no draft that can be checked: it is not there, is not UTF-8 text, or ends in none of .md, .qmd, .Rmd, .tex, .Rnw, .myst, .typ, .org.`);

export const noKeyHere = (): Problem =>
  problem('no-key-here', 'information', 'There is no citation key here. Put the cursor on the key of a citation, of an entry in a bibliography, or on the line “id” of a source file.');

export const keyUnfit = (name: string, fit: string): Problem =>
  problem('key-unfit', 'error', `“${name}” is no citation key that LaTeX and Pandoc both read. Use letters, digits and the marks _ : . + / - inside.${fit === '' ? '' : ` Try “${fit}”.`}`);

export const keyTaken = (name: string): Problem =>
  problem('key-taken', 'error', `Another source has the key “${name}” already. Choose another one.`);

// --- queries -----------------------------------------------------------------------------------------------------

export const queryFieldUnknown = (name: string, known: readonly string[], span: Span): Problem =>
  problem('query-field', 'warning', `There is no field “${name}”. One can ask for ${inWords(['#tag', ...known])}.`, span);

/** `values`: all there are; without any, `says` what is asked for. */
export const queryValueUnknown = (field: string, value: string, values: readonly string[], says: string, span: Span): Problem =>
  problem('query-value', 'warning', `“${value}” is nothing that “${field}” can be: ${values.length > 0 ? `write ${inWords(values)}` : says}.`, span);

export const queryValueMissing = (field: string, span: Span): Problem =>
  problem('query-value-missing', 'warning', `Behind “${field}” a value is missing. Write one, in quotation marks if it has blanks.`, span);

export const queryNoOrder = (field: string, span: Span): Problem =>
  problem('query-no-order', 'warning', `“${field}” has no order, so it can’t be asked with < or >. Write “${field}:” and what it should be.`, span);

export const queryStraySign = (span: Span): Problem =>
  problem('query-stray-sign', 'warning', 'This sign stands behind no field. Write the field before it, as in “year>=2014”.', span);

export const queryTagEmpty = (span: Span): Problem =>
  problem('query-tag', 'warning', 'Behind “#” a tag is missing. Type its first letters and choose one.', span);

export const queryNothingBeside = (word: 'and' | 'or' | 'not', span: Span): Problem =>
  problem('query-nothing-beside', 'warning', `“${word}” has nothing ${word === 'not' ? 'behind it' : 'on one side'}. Add what is missing, or put the word in quotation marks if you search for it.`, span);

export const queryUnclosed = (span: Span): Problem =>
  problem('query-unclosed', 'warning', 'This is never closed. Add its other half.', span);

export const queryUnopened = (span: Span): Problem =>
  problem('query-unopened', 'warning', 'This bracket closes nothing. Remove it, or open it before.', span);

export const queryNestedTooDeep = (span: Span): Problem =>
  problem('query-deep', 'warning', 'Brackets stand too deep in one another here. Those inside were left out; write it with fewer.', span);

export const viewLineUnread = (span: Span): Problem =>
  problem('view-line', 'warning', 'This line is no view. Write a name, a colon, a blank and a query: “Against: #hedging stance:against”.', span);

export const viewWithoutQuery = (name: string, span: Span): Problem =>
  problem('view-empty', 'warning', `The view “${name}” has no query. Write one behind the colon.`, span);

export const viewTwice = (name: string, span: Span): Problem =>
  problem('view-twice', 'warning', `Two views are called “${name}”. The first one counts; give the other another name.`, span);

export const viewNameTaken = (name: string): Problem =>
  problem('view-name-taken', 'warning', `There is a view “${name}” already. Choose another name.`);

export const nothingGathered = (query: string): Problem =>
  problem('nothing-gathered', 'information', `No note fits “${query}”. Try a tag with its children, or fewer words.`);

export const everythingDrafted = (count: number): Problem =>
  problem('everything-drafted', 'information', `Nothing was inserted: ${count === 1 ? 'the passage stands' : `all ${count} passages stand`} in this draft already.`);

export const noQuotes = (): Problem =>
  problem('no-quotes', 'information', 'No note quotes anything yet. Select a passage in a source and choose New Note; then it can be inserted here.');

// --- tables ------------------------------------------------------------------------------------------------------

const cells = (count: number): string => (count === 1 ? 'One cell' : `${count} cells`);

export const tableCellsGuarded = (count: number): Problem =>
  problem('table-guarded', 'information', `${cells(count)} began with a sign that spreadsheet programs take for a formula (= + - @). An apostrophe was put before ${count === 1 ? 'it' : 'each'}; remove it if you read the file with another program.`);

export const tableCellsCut = (count: number, longest: number): Problem =>
  problem('table-cells-cut', 'warning', `${cells(count)} held more than ${longest} characters, which is the most that a sheet can hold, and ${count === 1 ? 'was' : 'were'} cut. Export as CSV or Markdown to have all of it.`);

export const tableRowsCut = (count: number): Problem =>
  problem('table-rows-cut', 'warning', `The last ${count} rows were left out, since a sheet can hold no more. Export as CSV to have all of them, or narrow the table down with a query.`);

export const renameOvertaken = (): Problem =>
  problem('rename-overtaken', 'warning', 'The drafts changed while the places of the key were gathered, so nothing was renamed. Try again once nothing else is changing them.');

// --- copying and exporting ---------------------------------------------------------------------------------------

export const noDraftInView = (): Problem =>
  problem('no-draft-in-view', 'information', 'This is done with the draft that you look at. Open a draft in Markdown, LaTeX, Typst or Org first, then try again.');

export const nothingCited = (): Problem =>
  problem('nothing-cited', 'information', 'This draft cites nothing that a source is there for. Cite a source with “Insert Citation”, then try again.');

export const nothingChosen = (): Problem =>
  problem('nothing-chosen', 'information', 'Choose sources in the Sources view, or put the cursor on a citation, then try again.');

export const listUnformatted = (reason: string): Problem =>
  problem('list-unformatted', 'warning', `The references could not be formatted (${reason}). Choose another style with “Choose Citation Style”, or copy fewer at a time.`);

/** `count` copied as plain text. `unknown` keys have no source. */
export const referencesCopied = (count: number, unknown: number): Problem =>
  problem('references-copied', 'information', `${count === 1 ? 'The reference is' : `${count} references are`} on the clipboard as plain text. Press “Copy with Italics” to have ${count === 1 ? 'it' : 'them'} as Word and mail show ${count === 1 ? 'it' : 'them'}.${unknown === 0 ? '' : ` ${unknown === 1 ? 'One key has' : `${unknown} keys have`} no source.`}`);

export const bibliographyUntrusted = (): Problem =>
  problem('bibliography-untrusted', 'warning', 'In a folder that you do not trust, no bibliography is generated. Trust the folder (“Workspaces: Manage Workspace Trust”), then update it again.');

export const manyUntrusted = (): Problem =>
  problem('many-untrusted', 'warning', 'In a folder that you do not trust, no command changes many files at once. Trust the folder (“Workspaces: Manage Workspace Trust”), or change them one by one.');

export const changingUntrusted = (count: number, most: number): Problem =>
  problem('changing-untrusted', 'warning', `In a folder that you do not trust, no more than ${most} sources are changed or deleted in one step, and these are ${count}, so none was. Trust the folder (“Workspaces: Manage Workspace Trust”), or choose fewer.`);

export const addingUntrusted = (count: number, most: number): Problem =>
  problem('adding-untrusted', 'error', `In a folder that you do not trust, no more than ${most} sources are added in one step, and these are ${count}, so none was added. Trust the folder (“Workspaces: Manage Workspace Trust”), or paste them in parts.`);

export const exportUntrusted = (): Problem =>
  problem('export-untrusted', 'warning', 'In a folder that you do not trust, nothing is written outside of it. Save the export inside the folder, or trust the folder (“Workspaces: Manage Workspace Trust”).');

export const exportFailed = (name: string, reason: string): Problem =>
  problem('export-failed', 'error', `${name} could not be written (${reason}). Choose another place, then try again.`);

/** `unknown`: keys that are cited but that no source has. */
export const exported = (count: number, name: string, unknown: readonly string[]): Problem =>
  problem('exported', 'information', `${count === 1 ? '1 source' : `${count} sources`} exported to ${name}.${unknown.length === 0 ? '' : ` Not there, for no source has the key: ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''}.`}`);

// --- keys made anew ----------------------------------------------------------------------------------------------

export const keysFit = (pattern: string): Problem =>
  problem('keys-fit', 'information', `Every key follows the pattern ${pattern} already, so nothing changes. Choose another pattern with “Choose Key Pattern”.`);

export const keysLeftOut = (count: number): Problem =>
  problem('keys-left-out', 'warning', `${count === 1 ? 'One source keeps its key, for its file is' : `${count} sources keep their keys, for their files are`} damaged or in conflict. Mend ${count === 1 ? 'it' : 'them'} (see Problems), then try again.`);

export const keysRenamed = (count: number, files: number): Problem =>
  problem('keys-renamed', 'information', `${count === 1 ? '1 key' : `${count} keys`} renamed in ${files === 1 ? '1 file' : `${files} files`}.`);

export const keysNotRenamed = (): Problem =>
  problem('keys-not-renamed', 'warning', 'No key was renamed: the changes were discarded, or a file changed meanwhile. Try again.');

/** `names`: parts and filters that there are not. */
export const patternUnknown = (names: readonly string[]): Problem =>
  problem('pattern-unknown', 'error', `There is no ${names.map((name) => `“${name}”`).join(' and no ')}. Parts are auth, authors, year, title, shorttitle, journal and others; filters lower, upper, skipwords, select=1,2, join=- and others.`);

export const patternUnclosed = (): Problem =>
  problem('pattern-unclosed', 'error', 'A bracket is missing: each part stands in brackets, as in [auth][year].');

export const patternEmpty = (): Problem =>
  problem('pattern-empty', 'error', 'This pattern takes nothing from a source, so all keys would be the same. Put in a part, as in [auth][year].');

// --- links from outside ------------------------------------------------------------------------------------------

export const linkEmpty = (): Problem =>
  problem('link-empty', 'warning', 'The link that was opened holds no source. It should read “…/add?text=” or “…/add?doi=” with the record or the DOI behind it.');

// --- formatting on the command line ------------------------------------------------------------------------------

export const draftUnformatted = (reason: string): Problem =>
  problem('draft-unformatted', 'error', `The references could not be formatted (${reason}). Name another style with --style.`);
