/** The sentences about earlier versions: each says what was wrong and what to do next, with a code that tests check. */
import type { Problem, Severity } from '../problem';

const problem = (code: string, severity: Severity, message: string): Problem => ({ code, severity, message });

export const historyUnkept = (reason: string): Problem =>
  problem('history-unkept', 'warning', `Earlier versions of your sources can’t be kept at the moment (${reason}). Saving goes on as always; make room on the disk of your user folder to have them kept again.`);

export const noEarlierVersion = (path: string, damaged: number): Problem =>
  problem('no-earlier-version', 'information', damaged === 0
    ? `No earlier version of ${path} is kept on this computer. Look in git, in the editor’s Timeline, or in your backup.`
    : `The ${damaged} earlier ${damaged === 1 ? 'version' : 'versions'} of ${path} on this computer can’t be read any more. Look in git, in the editor’s Timeline, or in your backup.`);

export const noneKept = (): Problem =>
  problem('no-earlier-versions', 'information', 'No earlier versions are kept of the sources of this folder yet. They are from the first time that something is written to a source.');
