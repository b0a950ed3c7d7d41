import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { findCitations, syntaxes } from '../../../src/core/citations';
import { readIncoming } from '../../../src/core/exchange';
import { styleFromXml } from '../../../src/core/formatting/styleFile';
import { addNote, readSourceFile, setFields } from '../../../src/core/library';
import { findQuote } from '../../../src/core/notes';
import { parsePaste, readBibliography, readOwnProfiles, xmlForest, type BibliographyFormat } from '../../../src/core/parsing';
import { writeBibliography } from '../../../src/core/exports';
import { hand, hold, readHeld } from '../../../src/worker/reading';
import { directEngine } from '../../doubles/directEngine';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const paste = (text: string) => parsePaste(text, { engine: directEngine });
/** Braces are not written alone, blanks count as one, and TeX makes one dash of three. */
const plain = (text: unknown): string => String(text).replace(/[{}]/g, '').replace(/---/g, '—').replace(/\s+/g, ' ');
const clean = (): void => {
  for (const prototype of [Object.prototype, Array.prototype, String.prototype]) assert.equal(Object.getOwnPropertyNames(prototype).some((name) => /pollut|evil/.test(name)), false);
  assert.equal(({} as { readonly polluted?: unknown }).polluted, undefined);
};

describe('hostile forms', function () {
  this.timeout(120_000);

  it('P-05 of XML: nothing that a document defines is expanded or fetched, and depth ends nothing', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "lol">${Array.from({ length: 30 }, (_, n) => `<!ENTITY b${n} "&b${n - 1};&b${n - 1};">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1/">]>`;
    const inside = `${laughs}<mods><titleInfo><title>A &b29; &x; &y; Title</title></titleInfo></mods>`;
    const { records } = await paste(inside);
    const said = JSON.stringify(records.map(({ item }) => item));
    assert.doesNotMatch(said, /root:|lollol/);
    assert.ok(said.length < 5000);
    assert.ok(JSON.stringify(xmlForest(inside)).length < 20_000);
    for (const [name, text] of [['x.qdc', `${laughs}<CodeBook><Codes><Code name="&b29;"/></Codes></CodeBook>`]] as const) {
      assert.deepEqual((await readIncoming({ name, bytes: bytes(text) }, directEngine)).problems.map(({ code }) => code), ['codes-unreadable']);
    }
    await styleFromXml(`${laughs}<style><info><title>&b29;&x;</title></info></style>`).then((style) => assert.doesNotMatch(JSON.stringify(style), /root:|lollol/), () => undefined);
    for (const piece of ['<a>', '<mods>', '<a b="&#65;">', '&#x41;', '&lt;a&gt;']) await paste(piece.repeat(100_000));
    xmlForest('<a>'.repeat(100_000));
  });

  it('P-06 of YAML: aliases, tags, merges and depth give strings or a reason', async () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${`*${'abcdefgh'[n]}, `.repeat(9)}*${'abcdefgh'[n]}]`).join('\n')}\n`;
    const texts = [bomb, `a: ${'['.repeat(10_000)}`, `${'- '.repeat(10_000)}a`, 'a: !!js/function "function(){ globalThis.polluted = 1 }"', 'a: !!python/object/apply:os.system [ls]', '<<: {polluted: 1}', '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}', `? ${'{'.repeat(1000)}`, 'a: 2001-01-01\nb: 1.10\nc: yes\nd: 012'];
    const outcomes = await directEngine.readYaml(texts);
    assert.deepEqual(outcomes.slice(0, 3).map(({ ok }) => ok), [false, false, false]);
    const last = outcomes.at(-1);
    assert.deepEqual(last?.ok === true && last.value, { a: '2001-01-01', b: '1.10', c: 'yes', d: '012' });
    for (const text of texts) readSourceFile(`---\n${text}\n---\n`, new Map([[text, undefined]]));
    clean();
  });

  it('P-07 of JSON: names of prototypes, depth, names twice and huge numbers change nothing but the record', async () => {
    const member = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
    const record = `[{"id": "a", "type": "book", "title": "One", "title": "Two", "volume": 1e400, ${member}, "custom": {${member}}}]`;
    const { records } = await paste(record);
    assert.deepEqual(records.map(({ item }) => item.title), ['Two']);
    const [entry] = (await readBibliography(record, 'csl-json', directEngine)).records;
    assert.notEqual(entry?.item.volume, 'Infinity');
    for (const open of ['[', '{"a":', '{"a":[', '[{"title":']) {
      await paste(open.repeat(100_000));
      await readBibliography(open.repeat(100_000), 'csl-json', directEngine);
      readOwnProfiles(open.repeat(100_000), 'a.json');
    }
    readOwnProfiles(`{"name": "a", ${member}}`, 'a.json');
    clean();
  });

  it('P-09 in any bytes is text or is said to be none, and lone surrogates and NUL harm no reader', async () => {
    for (const text of ['\ufeff@book{a, title = {A}, year = 2001}', '@book{a, title = {\0A\ud800}, year = 2001}', '\ufffe@\0b\0o\0o\0k\0']) await paste(text);
    const { records } = await paste('\ufeff@book{a, title = {A}, year = 2001}');
    assert.equal(records[0]?.item.title, 'A');
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('qdc', 'qdpx', 'csv', 'tsv', 'bib', 'ris', 'json'), async (content, ending) => {
      await readIncoming({ name: `a.${ending}`, bytes: content }, directEngine);
    }), { numRuns: 500 });
  });

  const ends = { LF: '\n', CRLF: '\r\n' } as const;
  for (const [name, end] of Object.entries(ends)) it(`P-10 an edit leaves every other byte of a file with ${name} alone, with and without a last line end`, () => {
    const whole = ['---', 'id: lee2018', 'type: book', 'title: "A"   ', '# a remark', 'volume: "1"', '---', '', '# Notes by anna', '', '## #a', '', 'Text.\u0085Same line.\u2028Same.', '', '<!-- end -->'].join(end);
    for (const text of [whole, whole + end, `\ufeff${whole}`]) {
      const file = readSourceFile(text);
      const after = applyEdits(text, setFields(file, { volume: '2' }));
      assert.equal(after, text.replace('volume: "1"', 'volume: "2"'));
      const added = applyEdits(text, addNote(file, { id: 'n1', author: 'anna', tags: ['b'], text: 'New.' }));
      const [start, tail] = [added.indexOf('## #b'), '<!-- end -->'];
      assert.equal(added.slice(0, start).trimEnd(), text.slice(0, text.indexOf(tail)).trimEnd());
      assert.ok(added.endsWith(text.slice(text.indexOf(tail))));
      if (end === '\r\n') assert.doesNotMatch(added, /[^\r]\n/);
    }
  });

  it('P-10 a file of mixed line ends keeps each of them', () => {
    const text = '---\r\nid: lee2018\ntype: book\r\nvolume: "1"\n---\r\n\n# Notes by anna\r\n\n## #a\n\nText.\r\n\n<!-- end -->\n';
    const after = applyEdits(text, setFields(readSourceFile(text), { volume: '2' }));
    const others = (whole: string): readonly string[] => whole.split(/(?<=\n)/).filter((line) => !line.startsWith('volume'));
    assert.deepEqual(others(after), others(text));
    assert.match(after, /^volume: "2"\r?$/m);
  });

  const odd = ['👩‍👩‍👧', '🇰🇿', 'e\u0301\u0301\u0301', 'שלום ', '\u202eabc\u202c', 'ﷺ', '\u2028', '\u200d', '𝔸', '한글', 'ı', 'İ', 'ﬁ', '\u0300'.repeat(200)];
  it('P-11 positions are right behind emoji, letters from right to left and floods of marks', () => {
    const forms = { markdown: '[@lee2018, p. 3]', latex: '\\cite{lee2018}', typst: '@lee2018', org: '[cite:@lee2018]', myst: '{cite:p}`lee2018`' } as const;
    for (const syntax of syntaxes) for (const before of odd) {
      const text = `${before} ${before}\n\n${before} ${forms[syntax]} ${before}`;
      const keys = findCitations(syntax, text).flatMap((citation) => citation.keys);
      assert.deepEqual(keys.map(({ key, span }) => [key, text.slice(span.start, span.end).replace('@', '')]), [['lee2018', 'lee2018']], `${syntax} ${before}`);
    }
    for (const before of odd) {
      const text = `${before} some words. ${before} A passage that was quoted. ${before}`;
      const span = findQuote(text, 'A passage that was quoted.');
      assert.equal(span && text.slice(span.start, span.end), 'A passage that was quoted.', before);
    }
  });

  it('P-12 a form under another’s name, a page of errors and nothing at all give an answer, and no invented source', async () => {
    const forms: { readonly [name: string]: string } = {
      RIS: 'TY  - BOOK\nTI  - A Title\nAU  - Lee, Ann\nPY  - 2001\nER  - \n', BibTeX: '@book{a, title = {A Title}, author = {Lee, Ann}, year = 2001}\n', JSON: '[{"id":"a","type":"book","title":"A Title"}]',
      'an error': '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>', nothing: '', blanks: ' \n\t', NUL: '\0'.repeat(100),
    };
    const own: { readonly [format: string]: string } = { 'bibtex': 'BibTeX', 'ris': 'RIS', 'csl-json': 'JSON' };
    for (const [name, text] of Object.entries(forms)) for (const format of ['bibtex', 'ris', 'csl-json', 'csl-yaml'] as readonly BibliographyFormat[]) {
      const { records } = await readBibliography(text, format, directEngine);
      const readable = own[format] === name || (format === 'csl-yaml' && name === 'JSON');
      assert.equal(records.length, readable ? 1 : 0, `${name} as ${format}`);
    }
    for (const name of ['RIS', 'BibTeX', 'JSON']) assert.equal((await paste(forms[name] ?? '')).records[0]?.item.title, 'A Title', name);
    assert.deepEqual((await paste('')).problems.map(({ code }) => code), ['paste-empty']);
  });

  it('P-13 is read the same wherever it is cut on its way to the thread', async () => {
    const text = '@book{a, title = {Ein 👩‍👩‍👧 Titel}, author = {Ли, 王毅}, year = 2001}\r\n\r\nTY  - BOOK\r\nTI  - Other 𝔸 Title\r\nER  - \r\n';
    const whole = JSON.stringify(await paste(text));
    await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: text.length }), { maxLength: 12 }), async (cuts) => {
      const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
      places.slice(1).forEach((end, index) => hold(text.slice(places[index], end), index === 0));
      await readHeld({ kind: 'readPaste' }, () => undefined);
      assert.equal(JSON.stringify(hand(0, 0)), whole);
    }), { numRuns: 200 });
  });

  it('P-14 comes back from our own export as it was, whatever its fields hold', async () => {
    const written = { 'biblatex': 'bibtex', 'bibtex': 'bibtex', 'csl-json': 'csl-json', 'ris': 'ris' } as const;
    const bad = ['}, note={x', '@book{b, title={', '\\input{/etc/passwd}', '"; DROP', '=cmd|x', '#{}%$&_^~\\', '{', '}', '<script>', '[x](command:y)', 'ER  - ', 'TY  - BOOK', '---', '${a}', '\\}', '%'];
    for (const [format, back] of Object.entries(written) as readonly (readonly [keyof typeof written, BibliographyFormat])[]) for (const text of bad) {
      const title = `Before ${text} after`;
      const out = writeBibliography([{ id: 'k1', type: 'book', title, publisher: title, author: [{ family: 'Lee', given: 'Ann' }] }, { id: 'k2', type: 'book', title: 'Second' }], format);
      const { records } = await readBibliography(out, back, directEngine);
      assert.deepEqual(records.map(({ item }) => item.id), ['k1', 'k2'], `${format} ${text}`);
      if (text !== '<script>') assert.equal(plain(records[0]?.item.title), plain(title), `${format} ${text}`);
    }
  });
});
