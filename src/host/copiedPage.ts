/** A stretch of a web page that is dropped or pasted: its plain text, and its HTML where a browser hands that over too. */
import type * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import type { ReadText, Reading } from '../core/parsing';

/** What was dropped or pasted. `html` is somebody’s text: it is read, and never shown as HTML. */
export type PageOrText = { readonly text: string; readonly html?: string };

/** The plain text and the HTML of what is carried; both may be wanting. */
export async function pageIn(data: vscode.DataTransfer): Promise<PageOrText> {
  const text = await data.get('text/plain')?.asString();
  const html = await data.get('text/html')?.asString();
  return { text: text ?? '', ...(html !== undefined && html.trim() !== '' && { html }) };
}

/** Is this what `pageIn` gives? */
export function isPageOrText(given: unknown): given is PageOrText {
  const { text, html } = (typeof given === 'object' && given !== null ? given : {}) as { readonly text?: unknown; readonly html?: unknown };
  return typeof text === 'string' && (html === undefined || typeof html === 'string');
}

/** The text that says most of what was dropped or pasted, and what `read` made of it. */
export async function readPage(engine: Engine, { text, html }: PageOrText, read: (text: string) => Promise<Reading>): Promise<ReadText> {
  if (html === undefined) return { text, reading: await read(text) };
  const { readCopiedPage } = await import('../core/parsing');
  return readCopiedPage({ text, html }, read, engine.breathe?.bind(engine));
}
