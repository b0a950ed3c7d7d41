/** The sentences about a library's files as a whole: each says what was wrong and what to do next, with a code that tests check. */
import type { Problem, Severity } from '../problem';
import type { Vanished } from './vanishing';

const problem = (code: string, severity: Severity, message: string): Problem => ({ code, severity, message });

export const libraryVanished = ({ gone, known }: Vanished, folder: string): Problem =>
  problem('library-vanished', 'error', `${gone} of ${known} sources are gone from “${folder}”, all at once. Perhaps their drive or sync folder is not there, or another program deleted them. Nothing is written until you say which.`);

/** The same as a reason, within “… could not be saved (…)”. */
export const whyHeld = ({ gone, known }: Vanished): string =>
  `${gone} of ${known} sources vanished from the folder; decide first with “Commonplace: Decide About Vanished Sources”`;

export const filesOtherwiseEncoded = (names: readonly string[]): Problem =>
  problem('files-otherwise-encoded', 'warning', `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''} ${names.length === 1 ? 'was' : 'were'} left as ${names.length === 1 ? 'it is' : 'they are'}, since not all bytes there are UTF-8 text. Save with the encoding UTF-8 (at the right of the status bar), then rename once more.`);

export const keysToRename = (count: number, files: number): Problem =>
  problem('keys-to-rename', 'information', `${count === 1 ? '1 key' : `${count} keys`} would be renamed in ${files === 1 ? '1 file' : `${files} files`}: the list shows every changed line. Rename them?`);

/** `movedOn`: files that were in the way, none when the person cancelled; `left`: files that could not be put back as they were. */
export const keysPutBack = (movedOn: readonly string[], left: readonly string[]): Problem =>
  problem('keys-put-back', 'warning', `${movedOn.length === 0 ? 'The renaming was stopped.' : `${few(movedOn)} changed or stood in the way meanwhile.`} ${left.length === 0 ? 'Everything is as it was: no key was renamed. Try again.'
    : `All is as it was but for ${few(left)}, which changed meanwhile and may hold new keys. Run “Regenerate Keys” once more, or have back what they were with “Restore Earlier Version”.`}`);

const few = (names: readonly string[]): string => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;

export const conflictCopy = (original: string, notes: number): Problem =>
  problem('conflict-copy', 'error', `A sync program made this copy of ${original} because both were changed at once. It is no source of its own${notes === 0 ? '' : `, and its ${notes === 1 ? 'note is' : `${notes} notes are`} not shown`}. Compare the two, take over what ${original} lacks, then delete this copy.`);
