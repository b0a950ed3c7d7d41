/** `commonplace merge BASE OURS THEIRS`: git’s merge driver for source files and the codebook. The result is written to OURS, as git asks. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Engine } from '../core/enginePort';
import { mergeSourceFiles } from '../core/merge';
import { looksLikeCodebook, mergeCodebooks } from '../core/tagging';
import { conflictOtherwiseEncoded, conflictUnreadable, mergedWithMarks } from '../core/problem';
import type { Problem } from '../core/problem';
import { utf8Text } from '../core/utf8';

/** Merge the three files into the second. 0: joined. 1: joined, and something stands in both versions, or both texts with git’s marks where they can’t be read; of bytes that are no text nothing is written, and git keeps each version. */
export async function mergeIntoOurs([basePath = '', oursPath = '', theirsPath = '']: readonly string[], engine: Engine, say: (problem: Problem) => void): Promise<number> {
  const read = [basePath, oursPath, theirsPath].map((path) => utf8Text(readFileSync(path)));
  if (read.some(({ damaged }) => damaged === true)) {
    say(conflictOtherwiseEncoded());
    return 1;
  }
  const [base, ours, theirs] = read.map(({ text }) => text) as [string, string, string];
  // Git hands over an empty file where both sides made the file anew.
  const merge = looksLikeCodebook(ours) && looksLikeCodebook(theirs) ? mergeCodebooks : mergeSourceFiles;
  const merged = await merge({ ...(base !== '' && { base }), ours, theirs }, engine);
  writeFileSync(oursPath, merged?.text ?? withMarks(ours, theirs));
  if (merged !== undefined && merged.notes === 0 && merged.fields.length === 0) return 0;
  say(merged === undefined ? conflictUnreadable() : mergedWithMarks(merged.notes, merged.fields));
  return 1;
}

/** Both texts whole, as git marks a conflict. */
const withMarks = (ours: string, theirs: string): string => `<<<<<<< ours\n${ended(ours)}=======\n${ended(theirs)}>>>>>>> theirs\n`;
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
