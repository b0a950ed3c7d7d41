import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { notesInMarkdown, openArchive, planIncoming, readIncoming } from '../../../src/core/exchange';
import { emptyCodebook } from '../../../src/core/notes';
import type { Item } from '../../../src/core/source';
import { crc32, zipped } from '../../../src/core/tables';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) => readIncoming({ name, bytes: typeof content === 'string' ? bytes(content) : content }, directEngine);
const codes = async (name: string, content: string | Uint8Array): Promise<string[]> => (await read(name, content)).problems.map(({ code }) => code);
const empty = { sources: new Map(), codebook: emptyCodebook };

/** One packed file, with whatever sizes and check sum one likes. */
function packed(name: string, content: Uint8Array, lie: { size?: number; check?: number; flags?: number; mode?: number } = {}): Uint8Array {
  const [data, named] = [deflateRawSync(content), Buffer.from(name)];
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0); head.writeUInt16LE(lie.flags ?? 0, 2); head.writeUInt16LE(8, 4);
  head.writeUInt32LE(lie.check ?? crc32(content), 10); head.writeUInt32LE(data.length, 14); head.writeUInt32LE(lie.size ?? content.length, 18); head.writeUInt16LE(named.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, named, data]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((lie.mode ?? 0) * 0x10000, 6);
  const central = Buffer.concat([Buffer.from('504b0102', 'hex'), Buffer.from([20, 0]), head, tail, named]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(central.length, 12); end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}

/** An archive in which names have become others of the same length, whatever their bytes. */
function renamed(archive: Uint8Array, names: { readonly [name: string]: Uint8Array }): Uint8Array {
  const out = Buffer.from(archive);
  for (const [name, other] of Object.entries(names)) for (let at = out.indexOf(name); at >= 0; at = out.indexOf(name)) out.set(other, at);
  return new Uint8Array(out);
}

const project = (body: string, attributes = 'origin="ATLAS.ti 24"'): string => `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="P" ${attributes}>${body}</Project>`;
const [u, c1, c2, s, n1] = ['11111111', '22222222', '33333333', '44444444', '55555555'].map((start) => `${start}-aaaa-4bbb-8ccc-000000000000`);
const whole = (text: string, selections: string, name = 'project.qde', folder = 'sources'): Uint8Array => zipped([
  { name, bytes: bytes(project(`<Users><User guid="${u}" name="Dina  K."/></Users><CodeBook><Codes><Code guid="{${c1?.toUpperCase()}}" name="Foreign policy" isCodable="false"><Code guid="${c2}" name="Hedging" isCodable="true" color="#f80"/></Code></Codes></CodeBook>`
    + `<Sources><TextSource guid="${s}" name="Interview &amp; more" plainTextPath="internal://${s}.txt">${selections}</TextSource><PictureSource guid="${u?.replace('1', '9')}"/></Sources>`
    + `<Notes><Note guid="${n1}" name="Memo"><PlainTextContent>Look again.</PlainTextContent></Note></Notes>`)) },
  { name: `${folder}/${s}.txt`, bytes: bytes(text) },
]);
const selection = (start: number, end: number): string => `<PlainTextSelection guid="${s?.replace('4', `${start}`)}" startPosition="${start}" endPosition="${end}"><Coding guid="${u}" creatingUser="${u}" creationDateTime="2024-05-06T07:08:09+02:00"><CodeRef targetGUID="${c2}"/></Coding><NoteRef targetGUID="${n1}"/></PlainTextSelection>`;

describe('projects and codebooks of other programs', function () {
  this.timeout(60_000);
  it('P-08 take no more text than one can hold, however often their passages and notes lie over each other', async () => {
    const text = 'word '.repeat(40_000);
    const { sources, problems } = await read('x.qdpx', whole(text, selection(0, text.length).repeat(5000)));
    assert.deepEqual(problems.map(({ code }) => code), ['project-too-long', 'sources-left']);
    assert.ok((sources[0]?.notes.length ?? 0) > 200 && (sources[0]?.notes.length ?? 0) <= 250, `${sources[0]?.notes.length}`);
    assert.deepEqual((await read('x.qdpx', whole(text, selection(0, 4) + selection(5, 9)))).problems.map(({ code }) => code), ['sources-left']);
  });

  it('P-08 are read in time that grows with the codes and notes on one text', async () => {
    const coding = `<Coding guid="${u}"><CodeRef targetGUID="${c2}"/><NoteRef targetGUID="${n1}"/></Coding>`;
    const other = (n: number): string => coding.replace(`targetGUID="${n1}"`, `targetGUID="${String(n).padStart(8, '0')}-aaaa-4bbb-8ccc-000000000000"`);
    await growsWithSize((size) => read('x.qdpx', whole('Short.', Array.from({ length: size }, (_, n) => other(n)).join(''))), 500);
  });

  it('are read in slices, whose number grows with the text, and not on once the person has cancelled', async () => {
    const code = (n: number): string => `<Code guid="${u}" name="Code ${n}"><Description>What it means, number ${n}</Description></Code>`;
    const made: { readonly [name: string]: (size: number) => Uint8Array } = {
      'a.qdc': (size) => bytes(`<CodeBook><Codes>${Array.from({ length: size }, (_, n) => code(n)).join('')}</Codes></CodeBook>`),
      'a.csv': (size) => bytes(`tag,description\n${Array.from({ length: size }, (_, n) => `code ${n},"What it means, number ${n}"\n`).join('')}`),
      'a.qdpx': (size) => whole('word '.repeat(1000), Array.from({ length: size }, (_, n) => selection(n % 1000, n % 1000 + 40)).join('')),
    };
    class Stopped extends Error {}
    const pauses = async (name: string, size: number, mayTake = Infinity): Promise<number> => {
      let count = 0;
      const breathe = (): Promise<void> => (++count >= mayTake ? Promise.reject(new Stopped()) : Promise.resolve());
      await readIncoming({ name, bytes: made[name]?.(size) ?? bytes('') }, { ...directEngine, breathe }).catch((error: unknown) => assert.ok(error instanceof Stopped));
      return count;
    };
    for (const name of Object.keys(made)) {
      const [some, many] = [await pauses(name, 5_000), await pauses(name, 20_000)];
      assert.ok(some >= 10 && many >= 3.5 * some, `${name}: ${some} pauses, of four times as much ${many}`);
      assert.equal(await pauses(name, 20_000, 5), 5);
    }
  });

  it('are refused when they are larger than what is read whole, and say how large that is', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20);
    for (const content of [read('a.qdc', large), read('a.csv', large), read('a.qdpx', zipped([{ name: 'project.qde', bytes: large }]))]) {
      assert.deepEqual((await content).problems.map(({ code, message }) => [code, message.includes('20 MB')]), [['file-unread', true]]);
    }
  });

  it('are read with nested codes, code points, people, times and notes, whatever the folder and the file are called', async () => {
    for (const [name, folder] of [['project.qde', 'sources'], ['My Project.qde', 'Sources']] as const) {
      const { sources, tags, problems } = await read('x.qdpx', whole('🧭 We hedge.\r\nAlways.', selection(2, 10) + selection(12, 18), name, folder));
      assert.deepEqual(tags.map(({ tag, entry }) => [tag, entry.colour]), [['Foreign-policy', undefined], ['Foreign-policy/Hedging', '#ff8800']]);
      assert.deepEqual(sources[0]?.notes.map(({ note }) => [note.quote, note.text, note.author, note.created, ...note.tags]), [
        ['We hedge', 'Look again.', 'Dina K.', '2024-05-06T05:08:09Z', 'Foreign-policy/Hedging'], ['Always', 'Look again.', 'Dina K.', '2024-05-06T05:08:09Z', 'Foreign-policy/Hedging'],
      ]);
      assert.deepEqual([sources[0]?.name, problems.map(({ code }) => code)], ['Interview & more', ['sources-left']]);
    }
  });

  it('say what of them was left out', async () => {
    assert.deepEqual(await codes('x.qdpx', whole('Short.', selection(2, 99))), ['codings-left', 'sources-left']);
    assert.deepEqual(await codes('x.qdpx', zipped([{ name: 'project.qde', bytes: bytes(project(`<Sources><TextSource guid="${s}" name="A" plainTextPath="internal://gone.txt"/></Sources>`)) }])), ['project-text-missing']);
  });

  it('are refused when they define entities, are no project, or no archive', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${project('')}`;
    for (const text of [bomb, '<a/>', '']) assert.deepEqual(await codes('x.qdpx', zipped([{ name: 'project.qde', bytes: bytes(text) }])), ['codes-unreadable']);
    assert.deepEqual(await codes('x.qdc', bomb), ['codes-unreadable']);
    for (const content of [bytes(''), bytes('PK'), bytes('x'.repeat(5000))]) assert.deepEqual(await codes('x.qdpx', content), ['archive-unreadable']);
    assert.deepEqual(await codes('x.doc', 'x'), ['codes-unreadable']);
  });

  it('P-08 are read from an archive with limits: bombs, lies, ways out, links, locks, doubles and damage are refused', async () => {
    const refused = async (content: Uint8Array, name = 'project.qde'): Promise<boolean> => {
      const archive = openArchive(content);
      return 'code' in archive ? archive.code === 'archive-unreadable' : 'code' in await archive.read(name);
    };
    const bomb = new Uint8Array(150 * 1024 * 1024);
    assert.ok(await refused(packed('project.qde', bomb)), 'a bomb');
    assert.ok(await refused(packed('project.qde', bomb, { size: 10 })), 'a bomb that lies about its size');
    for (const name of ['../project.qde', '/project.qde', 'C:\\project.qde', 'a\\..\\..\\b', 'a\0b']) assert.ok(await refused(packed(name, bytes('x')), name), name);
    assert.ok(await refused(packed('project.qde', bytes('x'), { check: 1 })), 'damage');
    assert.ok(await refused(packed('project.qde', bytes('x'), { flags: 1 })), 'a lock');
    assert.ok(await refused(packed('project.qde', bytes('x'), { mode: 0o120777 })), 'a link');
    assert.ok(await refused(zipped([{ name: 'a', bytes: bytes('1') }, { name: 'a', bytes: bytes('2') }])), 'a double');
    assert.ok(await refused(zipped(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, bytes: bytes('') })))), 'too many');
    assert.ok(!(await refused(packed('project.qde', bytes('text'.repeat(10_000))))));
  });

  it('come in with the letters they were written in, or do not come in', async () => {
    const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
    const tagsOf = async (content: Uint8Array, name = 'x.csv') => (await read(name, content)).tags.map(({ tag, entry }) => [tag, entry.definition]);
    for (const text of ['\ufefftag,definition\nстратегия,Größe\n', 'tag,definition\nстратегия,Größe\n']) assert.deepEqual(await tagsOf(wide(text)), [['стратегия', 'Größe']]);
    assert.deepEqual(await tagsOf(latin('tag,definition\na-pa\xeds,Gr\xf6\xdfe\n')), [['a-país', 'Größe']]);
    assert.deepEqual(await codes('x.csv', latin('tag,definition\na-pa\xeds,Gr\xf6\xdfe\n')), ['read-as-western']);
    for (const name of ['x.csv', 'x.tsv', 'x.qdc', 'x.bib', 'x.ris', 'x.json']) {
      const cyrillic = await read(name, latin('tag,definition\n\xf1\xf2\xf0\xe0\xf2\xe5\xe3\xe8\xff,x\n'));
      assert.deepEqual([cyrillic.tags, cyrillic.sources, cyrillic.problems.map(({ code }) => code)], [[], [], ['file-unread']], name);
    }
    const broken = Buffer.from('tag,definition\nстратегия,Многовекторность\n');
    broken[16] = 0x20;
    assert.deepEqual([await tagsOf(broken), await codes('x.csv', broken)], [[], ['letters-broken']]);
    const book = `<?xml version="1.0" encoding="iso-8859-1"?><CodeBook><Codes><Code guid="${c2}" name="Pa\xeds"/></Codes></CodeBook>`;
    assert.deepEqual(await tagsOf(latin(book), 'x.qdc'), [['País', undefined]]);
  });

  it('have texts in their archives with the letters they were written in, or without passages of these', async () => {
    const archive = (text: Uint8Array): Uint8Array => zipped([
      { name: 'project.qde', bytes: bytes(project(`<CodeBook><Codes><Code guid="${c2}" name="Hedging"/></Codes></CodeBook><Sources><TextSource guid="${s}" name="A" plainTextPath="internal://a.txt">${selection(0, 4)}</TextSource></Sources>`)) },
      { name: 'sources/a.txt', bytes: text },
    ]);
    const quotesOf = async (text: Buffer) => (await read('x.qdpx', archive(new Uint8Array(text)))).sources.flatMap(({ notes }) => notes.map(({ note }) => note.quote));
    assert.deepEqual(await quotesOf(Buffer.from('\ufeffПаис', 'utf16le').swap16()), ['Паис']);
    assert.deepEqual(await quotesOf(Buffer.from('Pa\xeds.', 'latin1')), ['País']);
    assert.deepEqual(await quotesOf(Buffer.from('\xcf\xe0\xe8\xf1', 'latin1')), []);
    assert.deepEqual(await codes('x.qdpx', archive(new Uint8Array(Buffer.from('\xcf\xe0\xe8\xf1', 'latin1')))), ['file-unread', 'codings-left']);
  });

  it('P-09 keep names apart that are not in UTF-8', async () => {
    const [one, other] = [Buffer.from('S\xfcd/a', 'latin1'), Buffer.from('S\xf6d/a', 'latin1')];
    const archive = openArchive(renamed(zipped([{ name: 'AAAAA', bytes: bytes('1') }, { name: 'BBBBB', bytes: bytes('2') }, { name: 'project.qde', bytes: bytes('x') }]), { AAAAA: one, BBBBB: other }));
    assert.ok('names' in archive);
    assert.deepEqual(archive.names, ['S\xfcd/a', 'S\xf6d/a', 'project.qde']);
  });

  it('P-08 never throw, whatever bytes they are', async () => {
    const good = whole('🧭 We hedge.', selection(2, 10));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }), fc.nat({ max: good.length }), fc.constantFrom('qdpx', 'qdc', 'csv', 'ris', 'json', 'bib'), async (harm, end, ending) => {
      const bad = good.slice(0, end < 40 ? end : good.length);
      for (const [at, byte] of harm) bad[at] = byte;
      const incoming = await read(`x.${ending}`, bad);
      planIncoming(incoming, empty, { keyPattern: '[auth][year]' });
    }), { numRuns: 500 });
  });

  it('are codebooks of Taguette and QualCoder as tables, or lists of names', async () => {
    const tagsOf = async (text: string) => (await read('x.csv', text)).tags.map(({ tag, entry }) => [tag, entry.definition, entry.colour]);
    assert.deepEqual(await tagsOf('tag,description,number of highlights\nhedging,"Keep, every door open",4\nстратегия,,0\n'), [['hedging', 'Keep, every door open', undefined], ['стратегия', undefined, undefined]]);
    assert.deepEqual(await tagsOf('\uFEFFCategory;Code;Memo;Color\r\nForeign policy;Hedging;Why;#ff8800\r\n;Alone;;\r\n'), [['Foreign-policy/Hedging', 'Why', '#ff8800'], ['Alone', undefined, undefined]]);
    assert.deepEqual(await tagsOf('Foreign policy>>Hedging\nbalancing\n'), [['Foreign-policy/Hedging', undefined, undefined], ['balancing', undefined, undefined]]);
    assert.deepEqual(await codes('x.csv', ''), ['codes-unreadable']);
  });

  it('are keywords and notes of a bibliography, on works that are there and on new ones', async () => {
    const lee: Item = { id: 'lee2018', type: 'book', title: 'Hedging Without Hedges', tags: ['hedging'] };
    const bib = '@book{lee2018, title={Hedging Without Hedges}, keywords={hedging, small states}, annotation={A note.}}\n@book{kim2020, title={Something Else Entirely}, year={2020}, keywords={balancing}}\n@book{bare1999, title={Nothing}}';
    const plan = planIncoming(await read('zotero.bib', bib), { sources: new Map([['lee2018', { handle: 'lee2018', item: lee, notes: [], path: 'sources/lee2018.md' }]]), codebook: emptyCodebook }, { keyPattern: '[auth][year]', author: 'anna' });
    assert.deepEqual(plan.steps.map((step) => (step.kind === 'notes' ? [step.source.handle, step.tags, step.notes.map(({ text, author }) => [text, author])] : [step.item.id, step.item.tags])), [['lee2018', ['small-states'], [['A note.', 'anna']]], ['kim2020', ['balancing']]]);
    const csl = JSON.stringify([{ id: 'x', type: 'book', title: 'T', note: '<p>“the main vector” (Lee, 2018, p. 12) But why?</p>', keyword: 'a; b' }]);
    assert.deepEqual((await read('x.json', csl)).sources[0]?.notes[0]?.note, { tags: [], quote: 'the main vector', locator: { label: 'page', value: '12' }, text: 'But why?' });
  });

  it('are tags of Foam and Obsidian, with the paragraphs that cite a source as notes on it', () => {
    const files = [
      { path: 'a.md', text: '---\ntags: [hedging, "foreign policy"]\n---\n# Heading\n\nLee [@lee2018, p. 3] doubts this #balancing/soft, see #12 and `#code`.\n\n```\n#no\n```\n\nNothing #alone here.' },
      { path: 'b.md', text: '---\ntags:\n  - один\n---\nOn [[lee2018]] (#многовекторность). mail@lee2018.org #x' },
    ];
    const { tags, sources } = notesInMarkdown(files, (key) => key === 'lee2018');
    assert.deepEqual(tags.map(({ tag }) => tag), ['hedging', 'foreign-policy', 'balancing/soft', 'alone', 'один', 'многовекторность', 'x']);
    assert.deepEqual(sources.map(({ key, notes }) => [key, ...notes.map(({ note }) => note.tags)]), [['lee2018', ['balancing/soft'], ['многовекторность', 'x']]]);
  });
});
