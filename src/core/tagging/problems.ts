/** The sentences of tagging for the person: each says what was wrong and what to do next, with a code that tests check. */
import type { Problem, Severity } from '../problem';

const problem = (code: string, severity: Severity, message: string): Problem => ({ code, severity, message });

export const notATag = (typed: string): Problem =>
  problem('tag-unfit', 'warning', `“${typed}” can’t be a tag. Use letters, digits and hyphens, with / between a wider tag and a narrower one.`);

export const tagBelowItself = (tag: string, below: string): Problem =>
  problem('tag-below-itself', 'warning', `#${tag} can’t stand below #${below}, which is itself or one of its own subtags. Choose another tag.`);

export const tagNowhere = (tag: string): Problem =>
  problem('tag-nowhere', 'information', `#${tag} stands on no note and no source any more. Look at the Tags view for the tags that are in use.`);

export const noTags = (): Problem =>
  problem('no-tags', 'information', 'There are no tags yet. Take a note on a source and give it a tag, then try again.');

export const tagFileFrozen = (path: string, reason: string): Problem =>
  problem('tag-file-frozen', 'error', `No tag was changed anywhere, since ${path} can’t be written to: ${reason}`);

export const tagFilesCutShort = (paths: readonly string[]): Problem =>
  problem('tag-files-cut-short', 'warning', `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''} may have been cut short: the closing line “<!-- end -->” is missing. Change the tags there all the same? Everything else in them stays.`);

export const codebookUnplaced = (tag: string, reason: string): Problem =>
  problem('codebook-unplaced', 'error', `The codebook was left as it is, and no tag was changed, since ${tag === '' ? 'it' : `the entry “${tag}”`} is written in a way that can’t be changed safely (${reason}). Open codebook.yaml, write ${tag === '' ? 'it' : 'the entry'} with one field on a line, then try again.`);

export const codebookUnsure = (): Problem =>
  problem('codebook-unsure', 'error', 'The codebook was left as it is, and no tag was changed, since the changed text would not have said what it should. Make the change in codebook.yaml by hand.');

export const filesMovedOn = (names: readonly string[]): Problem =>
  problem('tag-files-moved-on', 'error', `${names.slice(0, 3).join(', ')} changed while the tags were being changed, so nothing was saved. Close the changed editors without saving (or undo), then try again.`);

export const editRefused = (): Problem =>
  problem('tag-edit-refused', 'warning', 'No tag was changed: the editor did not take the change, or the preview was closed. Try again.');

export const noSimilarTags = (): Problem =>
  problem('no-similar-tags', 'information', 'No two tags look like spellings of one. Tags in different languages are found when the codebook gives their labels or aliases.');

export const nothingToSuggest = (title: string): Problem =>
  problem('nothing-to-suggest', 'information', `Nothing in “${title}” suggests a tag: it has no abstract, and no similar source has tags. Take a note and type a tag of your own.`);

export const tagFileUnread = (path: string, reason: string): Problem =>
  problem('tag-file-unread', 'error', `No tag was changed, since ${path} could not be read (${reason}). Look at the file, then try again.`);

export const undoMovedOn = (names: readonly string[]): Problem =>
  problem('tag-undo-moved-on', 'warning', `${names.slice(0, 3).join(', ')} changed since, so the change of tags was not taken back. Undo it in the editor (Ctrl+Z), or change the tags back by hand.`);

export const languageUnfit = (typed: string): Problem =>
  problem('language-unfit', 'warning', `“${typed}” is not the name of a language. Write its two or three letters, such as de, ru or kk.`);

export const aliasTaken = (alias: string, tag: string): Problem =>
  problem('alias-taken', 'warning', `“${alias}” can’t be another name of this tag, since it ${alias === tag ? 'is a tag' : `stands for #${tag}`} already. To make the two one, use “Merge Tags”.`);
