/** How one version of a source file differs from another, in few words. */
import { readSourceFile } from '../library';
import type { SourceFile } from '../library';

/** What the file would have and not have if `earlier` took the place of `now`. Lines are counted as the sets they are. */
export function differencesInWords(earlier: string, now: string): string {
  if (earlier === now) return 'the same as now';
  const [one, other] = [readSourceFile(earlier), readSourceFile(now)];
  const [back, away] = [linesMissing(earlier, now), linesMissing(now, earlier)];
  const lines = `${back} ${back === 1 ? 'line' : 'lines'} back, ${away} away`;
  const fields = other.frozen === 'damaged' ? [] : fieldsThatDiffer(one, other);
  return [notesInWords(one, other), fields.length === 0 ? '' : `other ${fields.slice(0, 4).join(', ')}${fields.length > 4 ? ' …' : ''}`, lines].filter((part) => part !== '').join(' · ');
}

function notesInWords({ notes: earlier }: SourceFile, { notes: now }: SourceFile): string {
  const difference = earlier.length - now.length;
  if (difference === 0) return `${earlier.length} ${earlier.length === 1 ? 'note' : 'notes'}`;
  return `${earlier.length} ${earlier.length === 1 ? 'note' : 'notes'}, ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`;
}

function fieldsThatDiffer({ item: one }: SourceFile, { item: other }: SourceFile): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** How many lines of a text the other text lacks. */
function linesMissing(text: string, other: string): number {
  const there = new Map<string, number>();
  for (const line of linesIn(other)) there.set(line, (there.get(line) ?? 0) + 1);
  let missing = 0;
  for (const line of linesIn(text)) {
    const left = there.get(line) ?? 0;
    if (left === 0) missing += 1;
    else there.set(line, left - 1);
  }
  return missing;
}

const linesIn = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');
