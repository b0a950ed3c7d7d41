/** What a bibliography of Zotero and its like holds besides records: keywords as tags of sources, notes and annotations as notes. */
import { tagFrom } from '../notes';
import type { Item, Note } from '../source';
import type { Incoming, IncomingSource } from './incoming';
import { nothingIncoming } from './incoming';
import { guidOf } from './guid';

/** The tags and notes of records; records without either are left out. */
export function notesOfRecords(records: readonly { readonly item: Item }[]): Incoming {
  return { ...nothingIncoming, sources: records.map(({ item }) => sourceOf(item)).filter(({ notes, tags = [] }) => notes.length + tags.length > 0) };
}

function sourceOf(item: Item): IncomingSource {
  const { keyword, note, annote, tags: own = [], ...rest } = item;
  const words = typeof keyword === 'string' ? keyword.split(/[,;]/) : [];
  const tags = [...new Set([...own, ...words].map(tagFrom).filter((tag) => tag !== ''))];
  const texts = [note, annote].filter((text): text is string => typeof text === 'string' && text.trim() !== '').map(plainText);
  return {
    name: item.title ?? item.id, ...(item.id !== '' && { key: item.id }), item: rest, tags,
    notes: texts.map((text) => ({ note: noteOf(text), guid: guidOf('text', `${item.id} ${text}`) })),
  };
}

/** Zotero writes notes as HTML; what people wrote by hand stays as it is. */
function plainText(text: string): string {
  if (!/<\/(?:p|div|h\d|li)>|<br/i.test(text)) return text.trim();
  return text.replace(/<br[^>]{0,20}>/gi, '\n').replace(/<\/(?:p|div|h\d|li|blockquote)>/gi, '\n\n').replace(/<[^<>]{0,500}>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\n{3,}/g, '\n\n').trim();
}

/** A note that quotes and names its page, as Zotero makes it of an annotation: `“quote” (Lee, 2018, p. 12) comment`. */
function noteOf(text: string): Note {
  const [, quote, page, comment] = /^[“"]([^“”"]+)[”"]\s*\([^()]*?(?:p\.|pp\.|стр\.|с\.|S\.)\s?([\d–-]+)\)([^]*)$/u.exec(text) ?? [];
  if (quote === undefined || page === undefined) return { tags: [], text };
  return { tags: [], quote, locator: { label: 'page', value: page }, text: comment?.trim() ?? '' };
}
