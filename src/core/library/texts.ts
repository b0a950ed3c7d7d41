/** Full texts, transcripts and other files of the workspace that belong to a source: their paths stand under `custom.texts`. */
import { isObject } from '../source';
import type { Item, Json, TextEdit } from '../source';
import { inWord } from '../notes';
import { setFields } from './sourceEdits';
import type { SourceFile } from './sourceFile';
import type { Library, Source } from './library';

/** The paths of a source's texts, relative to the workspace folder, with `/`. */
export function textsOf({ custom }: Pick<Item, 'custom'>): readonly string[] {
  const texts = custom?.['texts'];
  return (Array.isArray(texts) ? texts as readonly Json[] : [texts]).filter((path): path is string => typeof path === 'string' && path !== '');
}

/** The edits that make a file of the workspace a text of the source; none when it is one. */
export function linkText(file: SourceFile, path: string): readonly TextEdit[] {
  const texts = textsOf(file.item);
  return texts.includes(path) ? [] : withTexts(file, [...texts, path]);
}

/** The edits that follow a text to its new path, in the record and in the anchors of the notes. */
export function moveText(file: SourceFile, from: string, to: string): readonly TextEdit[] {
  const texts = textsOf(file.item);
  const linked: readonly TextEdit[] = texts.includes(from) ? withTexts(file, texts.map((path) => (path === from ? to : path))) : [];
  const anchored = file.notes.flatMap(({ note, comment }) => {
    if (comment === undefined || note.anchor?.in?.path !== from) return [];
    const text = file.text.slice(comment.start, comment.end).replace(inWord(from), () => inWord(to));
    return [{ ...comment, text }];
  });
  return [...linked, ...anchored];
}

function withTexts(file: SourceFile, texts: readonly string[]): readonly TextEdit[] {
  const { custom } = file.item;
  return setFields(file, { custom: { ...(isObject(custom) && custom), texts } });
}

const byLibrary = new WeakMap<Library, ReadonlyMap<string, Source>>();

/** The source that a file of the workspace is a text of. Of several the first. */
export function sourceOfText(library: Library, path: string): Source | undefined {
  let texts = byLibrary.get(library);
  if (texts === undefined) {
    texts = new Map([...library.sources.values()].reverse().flatMap((source) => textsOf(source.item).map((text) => [text, source] as const)));
    byLibrary.set(library, texts);
  }
  return texts.get(path);
}
