/** Markdown of ours with foreign text in it, read again by a reader of others: markdown-it, as VS Code's preview has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { findCitations, insertCitation, quotationText, readDraft } from '../../../src/core/citations';
import { noteWriters } from '../../../src/core/exchange';
import { passagesDocument } from '../../../src/core/gathering';
import { joined, markdown, markdownText, visible } from '../../../src/core/exits';
import { emptyCodebook } from '../../../src/core/notes';
import { markdownTable } from '../../../src/core/tables';
import type { Source } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { MarkdownIt } from './markdownIt';
import { payloads } from './payloads';
import { patience, runs } from '../tier';

/** As the preview of VS Code is set; addresses become links in it. */
const reader = new MarkdownIt({ html: true, linkify: true, breaks: false });
const plainReader = new MarkdownIt({ html: true });
type Token = ReturnType<typeof reader.parse>[number];

const all = (tokens: readonly Token[]): readonly Token[] => tokens.flatMap((token) => [token, ...all(token.children ?? [])]);
const kinds = (text: string): ReadonlySet<string> => new Set(all(reader.parse(text, {})).map(({ type }) => type));
/** What a reader sees. */
const seen = (text: string): string => all(plainReader.parse(text, {})).map(({ type, content }) => (type === 'text' || type === 'text_special' || type === 'code_inline' ? content : /break|(?:paragraph|heading|t[dhr])_close|^html/.test(type) ? ' ' : '')).join('');
const oneLine = (text: string): string => text.replace(/[\s\0\ufffd]+/g, ' ').trim();
/** markdown-it takes NUL for U+FFFD, as CommonMark asks. */
const words = (text: string): string => oneLine(visible(text.replace(/\s+/g, ' ')));

const harmless = new Set(['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'softbreak']);
const beyond = (text: string, allowed: ReadonlySet<string> = harmless): readonly string[] => [...kinds(text)].filter((kind) => !allowed.has(kind));

describe('foreign text in Markdown', function () {
  this.timeout(patience(20_000));
  it('E-01 is nothing but its own letters in a hover, whatever it says', () => {
    assert.ok(payloads.length >= 500);
    for (const payload of payloads) {
      const text = markdownText(payload);
      assert.deepEqual(beyond(text), [], payload);
      assert.equal(oneLine(seen(text)), words(payload), payload);
      assert.doesNotMatch(text.replace(/\\[!-/:-@[-`{-~]/g, ''), /\$\(/);
    }
  });

  it('E-01 stays so between words of ours', () => {
    const bold = new Set([...harmless, 'strong_open', 'strong_close']);
    fc.assert(fc.property(fc.constantFrom(...payloads), fc.string({ unit: 'binary', maxLength: 40 }), (payload, more) => {
      const text = joined([markdown`**${markdownText(`x${payload}${more}x`)}**`, markdownText(more)], markdown`\n\n`);
      assert.deepEqual(beyond(text, bold), []);
    }), { numRuns: runs(2000) });
  });

  it('E-06 is nothing but letters as the place that a note says, in the citation of a draft', () => {
    const draft = readDraft('markdown', 'Text. ', {});
    for (const payload of payloads) {
      const [edit] = insertCitation('markdown', draft, draft.text.length, [{ key: 'lee2018', place: { label: 'page', value: `3${payload}` } }]).edits;
      assert.deepEqual(beyond(edit?.text ?? '', new Set([...harmless, 'link_open', 'link_close'])), [], payload);
    }
  });

  it('E-06 is nothing but its own letters when a quotation of it is written into a draft', () => {
    const draft = readDraft('markdown', 'Text.\n', {});
    for (const payload of payloads) {
      const text = quotationText(draft, payload);
      assert.deepEqual(beyond(text, new Set([...harmless, 'link_open', 'link_close'])), [], payload);
      assert.equal(oneLine(seen(text)), oneLine(`“${payload.replace(/\s+/g, ' ').trim()}”`), payload);
      for (const { attrs } of all(reader.parse(text, {}))) for (const [name, value] of attrs ?? []) if (name === 'href') assert.match(value, /^(?:https?:\/\/|mailto:)/);
      assert.deepEqual(findCitations('markdown', text), [], payload);
    }
  });

  it('E-06 is nothing but its own letters in a document of passages and in a table', () => {
    const passages = new Set([...harmless, 'hardbreak', ...['heading', 'blockquote', 'link', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].flatMap((name) => [`${name}_open`, `${name}_close`])]);
    for (const payload of payloads) {
      const item = { id: 'lee2018', type: 'book', title: payload } as unknown as Item;
      const note: Note = { id: 'n1', tags: ['x'], quote: payload, text: payload };
      const source = { item, notes: [note], handle: 'lee2018', path: 'sources/lee2018.md' } as unknown as Source;
      const { text } = passagesDocument(payload, [{ label: payload, notes: [{ source, note }] }]);
      assert.deepEqual(beyond(text, passages), [], JSON.stringify(text));
      const table = markdownTable({ name: 'x', columns: [payload, 'b'], rows: [[payload, payload]] });
      assert.deepEqual(beyond(table, new Set([...passages, 'html_inline'])), [], payload);
      assert.deepEqual(all(reader.parse(table, {})).filter(({ type, content }) => type === 'html_inline' && content !== '<br>').map(({ content }) => content), [], payload);
    }
  });

  /** Notes written out as Markdown. */
  const exported = (foreign: { readonly title: string; readonly id: string; readonly quote: string }): string => {
    const note: Note = { id: 'n1', tags: ['x_y_', '_z'], author: foreign.title, locator: { label: 'page', value: foreign.title }, quote: foreign.quote, text: 'My own *words*.' };
    const source = { item: { id: foreign.id, type: 'book', title: foreign.title }, notes: [note], handle: foreign.id } as unknown as Source;
    return new TextDecoder().decode(noteWriters.md.write({ title: foreign.title, codebook: emptyCodebook, notes: [{ source, note }] }).bytes);
  };
  const exportedKinds = new Set([...harmless, ...['heading', 'blockquote', 'link', 'em'].flatMap((name) => [`${name}_open`, `${name}_close`])]);

  it('E-06 is nothing but its own letters in notes that are written out, which cite their own source alone', () => {
    for (const payload of payloads) {
      const text = exported({ title: payload, id: 'lee2018', quote: payload });
      assert.deepEqual(beyond(text, exportedKinds), [], JSON.stringify(text));
      assert.deepEqual(findCitations('markdown', text).flatMap(({ keys }) => keys.map(({ key }) => key)), ['lee2018', 'lee2018'], text);
      assert.match(text, /\n\nMy own \*words\*\.\n\n/);
      // markdown-it knows no citations: a key that one can hold, such as `__proto__`, may be strong for it.
      assert.deepEqual(beyond(exported({ title: 'x', id: payload, quote: 'y' }), new Set([...exportedKinds, 'strong_open', 'strong_close', 's_open', 's_close'])), [], payload);
    }
  });

  it('E-06 begins no list, heading or definition of Pandoc’s in a quotation that is written out', () => {
    const sign = fc.constantFrom('(1) ', '1. ', 'a. ', 'A) ', 'II.  ', 'iv) ', '#. ', ': x', '::: y', '~ z', '- ', '+ ', '* ', '| ', '===', '---', '\n', '\n\n', '\r\n', '\t', '    ', '> ', '[^1]: ', '[@k]', '@k ', '`', '```\n', '$x$', '<b>', '# ', '%', '\\', 'word ', 'слово ', '|a|b|\n|-|-|\n');
    const quotes = fc.sample(fc.array(sign, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')).filter((quote) => quote.trim() !== ''), 400);
    const { stdout, error } = spawnSync('pandoc', ['--to', 'json'], { input: quotes.map((quote) => exported({ title: 'x', id: 'lee2018', quote })).join('\n'), encoding: 'utf8', maxBuffer: 1e8 });
    if (error !== undefined) return;
    assert.deepEqual([...new Set([...stdout.matchAll(/"t":"(\w+)"/g)].map(([, kind]) => kind))].sort(), ['BlockQuote', 'Cite', 'Emph', 'Header', 'NormalCitation', 'Para', 'SoftBreak', 'Space', 'Str']);
  });
});
