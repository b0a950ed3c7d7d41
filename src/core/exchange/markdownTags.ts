/** Tags that stand in one’s own Markdown, as Foam and Obsidian have them: in the text as `#tag`, in the front matter under `tags`. */
import { tagFrom } from '../notes';
import { linesOf } from '../library';
import type { Incoming, IncomingNote } from './incoming';
import { nothingIncoming } from './incoming';
import { guidOf } from './guid';

/** A Markdown file of the folder. */
export type MarkdownFile = { readonly path: string; readonly text: string };

/**
 * The tags of these files; and each paragraph that has a tag and cites a source as a note on that source, with its words. `known` tells which keys
 * are those of sources.
 */
export function notesInMarkdown(files: readonly MarkdownFile[], known: (key: string) => boolean): Incoming {
  const tags = new Set<string>();
  const bySource = new Map<string, IncomingNote[]>();
  for (const { path, text } of files) {
    const { front, paragraphs } = partsOf(text);
    for (const tag of frontTags(front)) tags.add(tag);
    for (const paragraph of paragraphs) {
      const own = tagsIn(paragraph);
      for (const tag of own) tags.add(tag);
      if (own.length === 0) continue;
      for (const key of keysIn(paragraph).filter(known)) {
        const note = { note: { tags: own, text: paragraph }, guid: guidOf('text', `${path} ${key} ${paragraph}`) };
        bySource.set(key, [...(bySource.get(key) ?? []), note]);
      }
    }
  }
  return {
    ...nothingIncoming, tags: [...tags].map((tag) => ({ tag, entry: {} })),
    sources: [...bySource].map(([key, notes]) => ({ name: key, key, item: {}, notes })),
  };
}

/** Front matter and paragraphs outside of fences. */
function partsOf(text: string): { readonly front: readonly string[]; readonly paragraphs: readonly string[] } {
  const lines = linesOf(text.replace(/^\uFEFF/, '')).map((line) => line.text);
  const close = lines[0]?.trim() === '---' ? lines.findIndex((line, n) => n > 0 && line.trim() === '---') : -1;
  const paragraphs: string[][] = [[]];
  let fence: string | undefined;
  for (const line of lines.slice(close + 1)) {
    const run = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (run !== undefined) fence = fence === undefined ? run : run.startsWith(fence) ? undefined : fence;
    if (run !== undefined || fence !== undefined || line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return { front: lines.slice(1, Math.max(close, 1)), paragraphs: paragraphs.filter((part) => part.length > 0).map((part) => part.join('\n')) };
}

/** `tags: [a, b]`, `tags: a, b`, or a list below. */
function frontTags(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^tags?:/i.test(line));
  if (at < 0) return [];
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => !/^\s*- /.test(line));
  const listed = below.slice(0, end < 0 ? below.length : end).map((line) => line.replace(/^\s*- /, ''));
  const written = (lines[at] ?? '').replace(/^tags?:/i, '').replace(/[[\]"']/g, '').split(',');
  return [...written, ...listed].map((word) => tagFrom(word.replace(/["']/g, ''))).filter((tag) => tag !== '');
}

/** `#tag` behind a blank or an opening bracket; a number alone is none (it is an issue), nor is a heading’s `# `. */
function tagsIn(paragraph: string): readonly string[] {
  const words = paragraph.replace(/`[^`\n]*`/g, ' ').matchAll(/(?<=^|[\s([{])#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_/-]*)/gmu);
  return [...new Set([...words].map((match) => tagFrom(match[1] ?? '')).filter((tag) => tag !== '' && /\p{L}/u.test(tag)))];
}

/** Keys as Pandoc has them, and links to a file of that name: `[@lee2018]`, `[[lee2018]]`, `[[@lee2018]]`. */
const keysIn = (paragraph: string): readonly string[] =>
  [...new Set([...paragraph.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])|\[\[@?([^[\]|#\n]+)/gu)].map((match) => (match[1] ?? match[2] ?? '').trim()))];
