import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { codebookFrom } from '../../../src/core/notes';
import type { Codebook } from '../../../src/core/notes';
import { codebookAfter, editCodebook, entryPlace, sameCodebook } from '../../../src/core/tagging';
import type { CodebookEdit } from '../../../src/core/tagging';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';
import { tag as anyTag } from '../library/arbitraries';

async function read(text: string): Promise<Codebook> {
  const [outcome] = await directEngine.readYaml([text]);
  assert.ok(outcome?.ok, outcome?.ok === false ? `${outcome.reason}\n${text}` : text);
  return codebookFrom(outcome.value).codebook;
}

function changed(text: string, ...edits: CodebookEdit[]): string {
  const result = editCodebook(text, edits);
  assert.ok('edits' in result, 'problem' in result ? result.problem.message : '');
  return applyEdits(text, result.edits);
}

/** The changed text, after holding that it says what it should. */
async function checked(text: string, ...edits: CodebookEdit[]): Promise<string> {
  const after = changed(text, ...edits);
  assert.ok(sameCodebook(await read(after), codebookAfter(text === '' ? { team: [], tags: new Map() } : await read(text), edits)), after);
  return after;
}

const book = `# Our codebook.
team: [anna, bekzod] # both

tags:
  # hedging first
  hedging: # the main one
    label: {en: hedging, ru: "хеджирование"}
    aliases: [hedge] # more to come
    colour: "#2E7D32"
    definition: |
      Keeping options open.
      # no comment, but text

      At some cost.
    # a remark

  un-voting:
    aliases:
      - unga-voting # old name
      - 'votes'
    label:
      en: UN voting
    my-own: {kept: [as, it, is]}

# the end
`;

describe('the text of a codebook', () => {
  it('gets a colour in place of the old one, and no other byte changes', async () => {
    assert.equal(await checked(book, { kind: 'set', tag: 'hedging', field: 'colour', value: '#1976D2' }), book.replace('#2E7D32', '#1976D2'));
  });

  it('gets a field where one looks for it, behind a comment on the entry', async () => {
    assert.equal(await checked(book, { kind: 'set', tag: 'un-voting', field: 'colour', value: '#1976D2' }),
      book.replace('      en: UN voting\n', '      en: UN voting\n    colour: "#1976D2"\n'));
    assert.equal(await checked(book, { kind: 'set', tag: 'hedging', field: 'exclude', value: 'Mere indecision: see #drift' }),
      book.replace('      At some cost.\n', '      At some cost.\n    exclude: "Mere indecision: see #drift"\n'));
  });

  it('has a text of many lines replaced and taken away', async () => {
    assert.match(await checked(book, { kind: 'set', tag: 'hedging', field: 'definition', value: 'Keeping options open' }), /\n {4}definition: Keeping options open\n {4}# a remark\n/);
    assert.doesNotMatch(await checked(book, { kind: 'set', tag: 'hedging', field: 'definition', value: undefined }), /definition/);
  });

  it('keeps the other aliases as they are written, in both forms of a list', async () => {
    assert.equal(await checked(book, { kind: 'aliases', tag: 'hedging', aliases: ['hedge', 'хедж'] }), book.replace('[hedge]', '[hedge, хедж]'));
    assert.equal(await checked(book, { kind: 'aliases', tag: 'un-voting', aliases: ['unga-voting', 'votes', 'un-votes'] }),
      book.replace("      - 'votes'\n", "      - 'votes'\n      - un-votes\n"));
    assert.equal(await checked(book, { kind: 'aliases', tag: 'un-voting', aliases: ['votes'] }), book.replace('      - unga-voting # old name\n', ''));
    assert.equal(await checked(book, { kind: 'aliases', tag: 'hedging', aliases: [] }), book.replace('    aliases: [hedge] # more to come\n', ''));
  });

  it('sets and removes labels by language, in both forms', async () => {
    assert.equal(await checked(book, { kind: 'label', tag: 'hedging', language: 'kk', value: 'хеджирлеу' }), book.replace('"хеджирование"}', '"хеджирование", kk: хеджирлеу}'));
    assert.equal(await checked(book, { kind: 'label', tag: 'hedging', language: 'ru', value: undefined }), book.replace(', ru: "хеджирование"', ''));
    assert.equal(await checked(book, { kind: 'label', tag: 'un-voting', language: 'en', value: 'voting' }), book.replace('UN voting', 'voting'));
    assert.match(await checked('tags:\n  a:\n    label: Alpha\n', { kind: 'label', tag: 'a', language: 'ru', value: 'Альфа' }), /label: \{en: Alpha, ru: Альфа\}/);
  });

  it('renames an entry where it stands, with its comment', async () => {
    assert.equal(await checked(book, { kind: 'rename', tag: 'hedging', to: 'strategy/hedging' }), book.replace('  hedging: #', '  strategy/hedging: #'));
  });

  it('loses an entry and nothing around it', async () => {
    const without = await checked(book, { kind: 'remove', tag: 'hedging' });
    assert.match(without, /# hedging first\n {4}# a remark\n\n {2}un-voting:/);
    assert.match(await checked(book, { kind: 'remove', tag: 'un-voting' }), /# a remark\n\n# the end\n$/);
  });

  it('gets new entries at its end, apart from the others where those stand apart', async () => {
    assert.equal(await checked(book, { kind: 'set', tag: 'neutrality', field: 'guid', value: '3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03' }),
      book.replace('is]}\n', 'is]}\n\n  neutrality:\n    guid: "3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03"\n'));
    assert.equal(await checked('tags:\n- a\n'.replace('- a', '  a: {}\n  b:'), { kind: 'add', tag: 'c' }), 'tags:\n  a: {}\n  b:\n  c:\n');
    assert.equal(await checked('tags:\n  a: {}\n', { kind: 'set', tag: 'a', field: 'include', value: 'This' }), 'tags:\n  a:\n    include: This\n');
  });

  it('is begun where there is none', async () => {
    assert.equal(await checked('', { kind: 'aliases', tag: 'hedging', aliases: ['hedge'] }), 'tags:\n  hedging:\n    aliases: [hedge]\n');
    assert.equal(await checked('team: [anna]', { kind: 'add', tag: '123' }), 'team: [anna]\n\ntags:\n  "123":');
    assert.equal(await checked('tags: {} # none yet\n', { kind: 'add', tag: 'yes' }), 'tags: # none yet\n  "yes":\n');
  });

  it('has its team changed, in front of the tags where it had none', async () => {
    assert.equal(await checked(book, { kind: 'team', team: ['anna', 'bekzod', 'Нұрлан Ә.'] }), book.replace('[anna, bekzod]', '[anna, bekzod, Нұрлан Ә.]'));
    assert.equal(await checked('# ours\ntags:\n  a:\n', { kind: 'team', team: ['mei'] }), '# ours\nteam: [mei]\ntags:\n  a:\n');
  });

  it('keeps line ends of Windows, and a last line without an end', async () => {
    const windows = book.replaceAll('\n', '\r\n');
    assert.equal(await checked(windows, { kind: 'set', tag: 'un-voting', field: 'colour', value: '#1976D2' }),
      windows.replace('      en: UN voting\r\n', '      en: UN voting\r\n    colour: "#1976D2"\r\n'));
    assert.equal(await checked('tags:\n  a:\n    colour: "#1976D2"', { kind: 'set', tag: 'a', field: 'colour', value: '#E53935' }), 'tags:\n  a:\n    colour: "#E53935"');
  });

  it('is refused with a reason where a shape can’t be placed', () => {
    for (const [text, edit] of [
      ['tags: {a: {colour: "#1976D2"}}\n', { kind: 'set', tag: 'a', field: 'guid', value: 'g' }],
      ['tags:\n  a: {colour: "#1976D2"}\n', { kind: 'set', tag: 'a', field: 'guid', value: 'g' }],
      ['tags:\n  a:\n    aliases: [b,\n      c]\n', { kind: 'aliases', tag: 'a', aliases: ['b'] }],
      ['tags:\n  ? a\n  : b\n', { kind: 'add', tag: 'c' }],
      ['tags:\n\ta:\n', { kind: 'add', tag: 'c' }],
      ['just words\n', { kind: 'add', tag: 'c' }],
    ] as const satisfies readonly (readonly [string, CodebookEdit])[]) {
      const result = editCodebook(text, [edit]);
      assert.equal('problem' in result ? result.problem.code : result.edits, 'codebook-unplaced', text);
    }
  });

  it('tells where an entry begins', () => {
    assert.equal(entryPlace(book, 'un-voting'), book.indexOf('  un-voting:'));
    assert.equal(entryPlace(book, 'nowhere'), undefined);
  });

  const words = fc.oneof(fc.lorem({ maxCount: 4 }), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('a: b # c', 'yes', '- x', '{', '"', "it's", '\n', '| ', '#tag', '\u2028'))
    .map((text) => text.replace(/[\p{Cs}]/gu, '')).filter((text) => text.trim() !== '');
  const name = fc.oneof(fc.constantFrom('hedging', 'un-voting', 'foreign-policy/neutrality', 'көпвекторлық', 'no', '2014'), anyTag);
  const change: fc.Arbitrary<CodebookEdit> = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), tag: name }),
    fc.record({ kind: fc.constant('remove' as const), tag: name }),
    fc.record({ kind: fc.constant('set' as const), tag: name, field: fc.constantFrom('definition', 'include', 'exclude', 'guid'), value: fc.option(words, { nil: undefined }) }),
    fc.record({ kind: fc.constant('set' as const), tag: name, field: fc.constant('colour' as const), value: fc.constantFrom('#1976D2', '#E53935', undefined) }),
    fc.record({ kind: fc.constant('label' as const), tag: name, language: fc.constantFrom('en', 'ru', 'no'), value: fc.option(words, { nil: undefined }) }),
    fc.record({ kind: fc.constant('aliases' as const), tag: name, aliases: fc.uniqueArray(anyTag, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('team' as const), team: fc.uniqueArray(words.map((word) => word.trim()), { maxLength: 3 }) }),
  );
  const comment = fc.constantFrom('# a remark', '  # indented: remark', '', '    # deep', '#');

  it('says after any changes what it should, and keeps every comment that stood outside of what was changed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 8 }), fc.array(comment, { maxLength: 5 }), fc.array(change, { minLength: 1, maxLength: 4 }), async (made, remarks, edits) => {
      const start = `${remarks.join('\n')}\n${changed('', { kind: 'add', tag: 'first' }, ...made)}${remarks.join('\n')}\n# end\n`;
      const after = await checked(start, ...edits);
      assert.ok(after.startsWith(remarks.join('\n')));
      assert.ok(after.endsWith(`${remarks.join('\n')}\n# end\n`), after);
    }), { numRuns: 300 });
  });

  it('loses no line when an entry and its fields come and go', async () => {
    await fc.assert(fc.asyncProperty(name, words, async (tag, value) => {
      fc.pre(!/^(?:hedging|un-voting)$/.test(tag));
      const there = await checked(book, { kind: 'set', tag, field: 'definition', value });
      assert.equal(await checked(there, { kind: 'remove', tag }), book);
    }));
  });

  it('takes time in proportion to its length', async () => {
    const big = (size: number): string => `tags:\n${Array.from({ length: size }, (_, at) => `  tag-${at}:\n    aliases: [a-${at}]\n    definition: Some words\n`).join('\n')}`;
    const texts = new Map([500, 4000].map((size) => [size, big(size)]));
    await growsWithSize((size) => changed(texts.get(size) as string, { kind: 'set', tag: `tag-${size - 1}`, field: 'colour', value: '#1976D2' }), 500);
  });
});
