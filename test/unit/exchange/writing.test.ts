import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { guidOf, noteFormats, noteWriters, type NoteFormat, type NotesToWrite } from '../../../src/core/exchange';
import { sha1 } from '../../../src/core/exchange/guid';
import { notesDocx } from '../../../src/core/exchange/notesDocx';
import type { Source } from '../../../src/core/library';
import { emptyCodebook } from '../../../src/core/notes';
import type { Codebook } from '../../../src/core/notes';
import type { Note } from '../../../src/core/source';
import { item, note } from '../library/arbitraries';
import { assertSound, assertValid, hasValidator } from './validity';
import { entriesOf } from './archive';

const abstract = '🧭 Small states “hedge”, because élites profit.\nThey abstain.';
const lee: Source = { handle: 'lee2018', item: { id: 'lee2018', type: 'book', title: 'Hedging <Without> Hedges', author: [{ family: 'Lee', given: 'Ji-won' }], issued: { 'date-parts': [[2018]] }, abstract }, notes: [] };
const notes: readonly Note[] = [
  { id: 'n1', author: 'anna', tags: ['hedge', 'strategy/multi-vectorism'], locator: { label: 'page', value: '12' }, stance: 'against', quote: 'because élites profit', text: '=SUM(A1) & <b>', created: '2026-09-14T10:22:05Z', links: [{ relation: 'attacks', target: 'lee2018#n2' }, { relation: 'supports', target: 'gone#n9' }] },
  { id: 'n2', author: 'Нұрлан Ә.', tags: ['hedging'], kind: 'claim', text: 'A claim [of] #mine.' },
  { tags: [], quote: 'words from\nthe full text 🧭', text: '' },
];
const codebook: Codebook = { team: [], tags: new Map([
  ['hedging', { aliases: ['hedge'], colour: '#1565C0', definition: 'Keep every door open.', include: 'a & b', exclude: 'c', label: { ru: 'хеджирование' }, guid: '3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03' }],
  ['strategy', { guid: '3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03' }],
]) };
const chosen: NotesToWrite = { title: 'Notes on <hedging>', codebook, notes: notes.map((one) => ({ source: lee, note: one })) };
const bytesOf = (format: NoteFormat, what = chosen): Uint8Array => noteWriters[format].write(what).bytes;
const text = (format: NoteFormat, what = chosen): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(format, what));
const codesOf = (format: NoteFormat, what = chosen): string[] => noteWriters[format].write(what).problems.map(({ code }) => code);

describe('notes written for other programs', function () {
  this.timeout(60_000);
  it('are Markdown with each passage and its citation, aliases resolved', () => {
    assert.match(text('md'), /^# Notes on \\<hedging\\>\n\n## Lee \(2018\): Hedging \\<Without\\> Hedges \[@lee2018\]\n\n### #hedging #strategy\/multi-vectorism · p\. 12 · against\n\n> because élites profit\n>\n> \[@lee2018, p\. 12\]\n\n=SUM\(A1\) & <b>\n\n\*anna\*\n/u);
  });

  it('are HTML in which nothing that people wrote is markup', () => {
    const html = text('html');
    assert.match(html, /<p>=SUM\(A1\) &amp; &lt;b&gt;<\/p>/u);
    assert.match(html, /<blockquote><p>words from<br>\nthe full text 🧭<\/p><\/blockquote>/u);
    assert.doesNotMatch(html, /<b>|<Without>|<script/u);
  });

  it('are tables in which no cell is a formula, and the person is told', () => {
    assert.match(text('csv'), /^\uFEFFKey,Authors,Year,Title,Tags,/u);
    assert.match(text('csv'), /'=SUM\(A1\) & <b>/u);
    assert.deepEqual(codesOf('csv'), ['table-guarded']);
    assert.ok(bytesOf('xlsx').length > 1000);
  });

  it('are a matrix of 0 and 1 that R reads as it is', () => {
    const second: Source = { ...lee, handle: 'kim2020', item: { ...lee.item, id: 'kim2020' } };
    const both = { ...chosen, notes: [...chosen.notes, { source: second, note: { tags: ['hedging'], text: '' } }] };
    assert.equal(text('matrix', both), 'key,hedging,strategy/multi-vectorism\r\nlee2018,1,1\r\nkim2020,1,0\r\n');
  });

  it('are JSON with everything', () => {
    const json = JSON.parse(text('json')) as { notes: readonly { readonly name: string }[]; sources: readonly { readonly id: string }[]; codebook: { tags: object } };
    assert.deepEqual([json.notes.length, json.notes[0]?.name, json.sources[0]?.id, Object.keys(json.codebook.tags)], [3, 'lee2018#n1', 'lee2018', ['hedging', 'strategy']]);
  });

  it('are Argdown of the relations between them, and it is told when there are none', () => {
    assert.match(text('argdown'), /\[lee2018 n2\]: A claim \\\[of\\\] \\#mine\. #\(hedging\)\n {2}- \[lee2018 n1\]/u);
    assert.match(text('argdown'), /\n\n\[lee2018 3\]: words from the full text 🧭\n$/u, 'those without relations follow');
    assert.deepEqual(codesOf('argdown', { ...chosen, notes: chosen.notes.slice(1) }), ['no-relations-to-write']);
  });

  it('are a Word document of parts that fit together', async () => {
    const entries = await entriesOf(notesDocx(chosen));
    assert.deepEqual([...entries.keys()], ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml', 'word/document.xml']);
    assert.match(entries.get('word/document.xml') ?? '', /<w:pStyle w:val="Quote"\/><\/w:pPr><w:r><w:t xml:space="preserve">words from<\/w:t><w:br\/><w:t xml:space="preserve">the full text 🧭<\/w:t>/u);
  });

  it('are written in every form for nothing at all', () => {
    for (const format of noteFormats) assert.doesNotThrow(() => bytesOf(format, { title: '', codebook: emptyCodebook, notes: [] }), format);
    assert.deepEqual(codesOf('qdc', { title: '', codebook: emptyCodebook, notes: [] }), ['no-codes-to-write']);
  });
});

describe('a REFI-QDA codebook and project', function () {
  this.timeout(120_000);
  it('nests tags as codes, says what the codebook says, and gives no UUID twice', () => {
    const qdc = text('qdc');
    assert.match(qdc, /<Code guid="3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03" name="hedging" isCodable="true" color="#1565C0"><Description>Keep every door open\.\nInclude: a &amp; b\nExclude: c\nAlso called: hedge\nLabel \(ru\): хеджирование<\/Description><\/Code>/u);
    assert.match(qdc, new RegExp(`<Code guid="${guidOf('tag', 'strategy')}" name="strategy" isCodable="true"><Code guid="${guidOf('tag', 'strategy/multi-vectorism')}" name="multi-vectorism" isCodable="true"/></Code>`, 'u'));
    assertValid('Codebook', [qdc]);
  });

  it('has each abstract as one line, and counts places in code points', async () => {
    const entries = await entriesOf(bytesOf('qdpx'));
    const [name = '', plain = ''] = [...entries].find(([one]) => one.startsWith('sources/')) ?? [];
    assert.equal(plain, '🧭 Small states “hedge”, because élites profit. They abstain. ¶ words from the full text 🧭');
    const project = entries.get('project.qde') ?? '';
    assert.match(project, new RegExp(`plainTextPath="internal://${name.slice('sources/'.length)}"`, 'u'));
    const selections = [...project.matchAll(/name="([^"]+)" startPosition="(\d+)" endPosition="(\d+)"/gu)];
    assert.deepEqual(selections.map(([, quote, start, end]) => [...plain].slice(Number(start), Number(end)).join('') === quote), [true, true]);
    assert.match(project, /<Link guid="[^"]+" name="attacks" direction="OneWay" originGUID="[^"]+" targetGUID="[^"]+"\/>/u);
    assert.equal(project.match(/<Link /gu)?.length, 1);
    assertSound(project, new Map([[name.slice('sources/'.length), plain]]));
    assertValid('Project', [project]);
  });

  it('is the same at every export', () => {
    assert.deepEqual(bytesOf('qdpx'), bytesOf('qdpx'));
    assert.equal(guidOf('note', 'lee2018#n1'), 'a6ee3f45-2bbe-5f99-9895-c50ad5c2818a');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => assert.equal(Buffer.from(sha1(bytes)).toString('hex'), createHash('sha1').update(bytes).digest('hex'))));
  });

  it('is valid whatever sources, tags and notes hold', async () => {
    const projects: string[] = [];
    const codebooks: string[] = [];
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uniqueArray(fc.tuple(item, fc.uniqueArray(note, { maxLength: 4, selector: ({ id }) => id })), { maxLength: 3, selector: ([{ id }]) => id }), async (title, all) => {
      const what = { title, codebook, notes: all.flatMap(([own, list]) => [...list, ...list.map(({ id: _, ...one }) => one), ...list.map(({ id: _, ...one }) => one)].map((one) => ({ source: { handle: own.id, item: own, notes: list }, note: one }))) };
      const entries = await entriesOf(bytesOf('qdpx', what));
      const project = entries.get('project.qde') ?? '';
      assertSound(project, new Map([...entries].map(([name, content]) => [name.replace('sources/', ''), content])));
      projects.push(project);
      codebooks.push(text('qdc', what));
    }), { numRuns: 300 });
    assert.ok(projects.length >= 300);
    assertValid('Project', projects);
    assertValid('Codebook', codebooks);
  });

  (hasValidator ? it : it.skip)('is held against schemas that see a mistake', () => {
    assert.throws(() => assertValid('Project', [new TextDecoder().decode(bytesOf('qdpx')).match(/<\?xml[^]*<\/Project>/u)?.[0].replace('<CodeBook>', '<Sets/><CodeBook>') ?? '']));
    assert.throws(() => assertValid('Codebook', [text('qdc').replace('isCodable="true"', '')]));
  });
});
