/**
 * The port to the disk, as small as the need. One `Files` is bound to one workspace folder; paths are relative to it,
 * with `/` between segments and never `..`. The host makes one over node's `fs` or over `vscode.workspace.fs`;
 * tests make one over a Map.
 */
import type { RawText } from '../parsing/reading';
import type { TextEdit } from '../source';

/** A listed file: `stamp` changes whenever the file may have changed (time and size). */
export type FileEntry = { readonly path: string; readonly stamp: string };

/**
 * The text of a file as the person has it: what stands in an unsaved editor, else what is on disk.
 * `version` names exactly these bytes or this state of the editor; a change is made from a version.
 * `text` is decoded UTF-8 with its byte order mark, if any, kept. `damaged`: the bytes are not UTF-8 text.
 */
export type FileText = { readonly text: string; readonly version: string; readonly damaged?: boolean };

/** How a write ended. `changed`: the file is not in the version the edit was made from; nothing was written. */
export type WriteResult =
  | { readonly ok: true; readonly version: string; /** in an editor, not yet saved */ readonly unsaved?: boolean }
  | { readonly ok: false; readonly why: 'changed' | 'exists' | 'failed'; readonly reason: string };

export type Disposable = { dispose(): void };

/** The same of a file that somebody else decodes: its bytes as they are on disk, or the text that stands in an unsaved editor. */
export type RawFile = { readonly raw: RawText; readonly version: string };

export interface Files {
  /** Every file under `folder` (recursively) whose name ends in one of `endings`; none if the folder isn't there. */
  list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]>;
  /**
   * The text of a file, or undefined if there is none. Rejects with a reason that fits into “… could not be read (…)” when
   * something is there that can't or mustn't be read: a link out of the folder, more than 64 MB, no permission.
   */
  read(path: string): Promise<FileText | undefined>;
  /** The same of a large file, whose bytes another thread is to decode. */
  readRaw?(path: string): Promise<RawFile | undefined>;
  /** {@link read} of many files, in their order; where one can't be read, why. Without it they are read one after the other. */
  readMany?(paths: readonly string[]): Promise<readonly (FileText | Error | undefined)[]>;
  /** Make a file that must not exist. Durable when it returns `ok`. */
  create(path: string, text: string): Promise<WriteResult>;
  /** Carry out the edits on a file that must still be in `version`. Durable, or in the unsaved editor, when `ok`. */
  change(path: string, version: string, edits: readonly TextEdit[]): Promise<WriteResult>;
  /** Put another text in place of a whole file that must still be in `version`, whatever it holds, even bytes that are not text. Only when the person asks for just that. */
  replace(path: string, version: string, text: string): Promise<WriteResult>;
  /** Move a file that must still be in `version` to the system's trash (or delete it where there is none). */
  remove(path: string, version: string): Promise<WriteResult>;
  /** Give a file that must still be in `version` another path in the same folder, where nothing may stand. Durable when `ok`; the version stays. */
  move(path: string, version: string, to: string): Promise<WriteResult>;
  /** Tell of files that may have changed, by whomever; in batches. `undefined`: anything may have changed. */
  watch(listener: (paths: readonly string[] | undefined) => void): Disposable;
}
