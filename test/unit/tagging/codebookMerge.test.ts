import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import type { MergedFile } from '../../../src/core/merge';
import { codebookFrom } from '../../../src/core/notes';
import type { Codebook } from '../../../src/core/notes';
import { editCodebook, looksLikeCodebook, mergeCodebooks } from '../../../src/core/tagging';
import type { CodebookEdit } from '../../../src/core/tagging';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize, repeated } from '../../doubles/growth';

async function read(text: string): Promise<Codebook> {
  const [outcome] = await directEngine.readYaml([text]);
  assert.ok(outcome?.ok, outcome?.ok === false ? `${outcome.reason}\n${text}` : text);
  return codebookFrom(outcome.value).codebook;
}

async function merged(base: string | undefined, ours: string, theirs: string): Promise<MergedFile> {
  const result = await mergeCodebooks({ ...(base !== undefined && { base }), ours, theirs }, directEngine);
  assert.ok(result !== undefined, `not merged:\n${ours}\n---\n${theirs}`);
  return result;
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

      At some cost.

  un-voting:
    aliases:
      - unga-voting # old name
    my-own: {kept: [as, it, is]}

# the end
`;
const changed = (text: string, ...edits: CodebookEdit[]): string => {
  const result = editCodebook(text, edits);
  return 'edits' in result ? applyEdits(text, result.edits) : text;
};

describe('versions of a codebook', function () {
  this.timeout(280_000);

  it('are joined by tag and by field, with the comments and the order of our side', async () => {
    const ours = changed(book, { kind: 'set', tag: 'hedging', field: 'colour', value: '#000000' }, { kind: 'add', tag: 'balancing' }).replace('# both', '# both of us');
    const theirs = changed(book, { kind: 'set', tag: 'hedging', field: 'include', value: 'Arms deals' }, { kind: 'label', tag: 'un-voting', language: 'kk', value: 'дауыс' }, { kind: 'team', team: ['anna', 'bekzod', 'mei'] });
    const { text, fields } = await merged(book, ours, theirs);
    assert.deepEqual(fields, []);
    assert.match(text, /^# Our codebook\.\nteam: \[anna, bekzod, mei\] # both of us\n\ntags:\n {2}# hedging first\n {2}hedging: # the main one\n/u);
    assert.match(text, /colour: "#000000"\n[^]*include: Arms deals\n[^]*- unga-voting # old name\n[^]*my-own: \{kept: \[as, it, is\]\}\n[^]*balancing:\n[^]*# the end\n$/u);
    assert.equal((await read(text)).tags.get('un-voting')?.label?.['kk'], 'дауыс');
  });

  it('join aliases and labels that both changed, member by member', async () => {
    const ours = changed(book, { kind: 'aliases', tag: 'hedging', aliases: ['hedge', 'insurance'] }, { kind: 'label', tag: 'hedging', language: 'fr', value: 'couverture' });
    const theirs = changed(book, { kind: 'aliases', tag: 'hedging', aliases: ['хеджирование'] }, { kind: 'label', tag: 'hedging', language: 'de', value: 'Absicherung' });
    const entry = (await read((await merged(book, ours, theirs)).text)).tags.get('hedging');
    assert.deepEqual([entry?.aliases, entry?.label], [['insurance', 'хеджирование'], { en: 'hedging', ru: 'хеджирование', fr: 'couverture', de: 'Absicherung' }]);
  });

  it('keep both readings of a field that both changed: ours, and theirs as a comment below it', async () => {
    const [ours, theirs] = ['Ours.', 'Theirs: all of it # too'].map((value) => changed(book, { kind: 'set', tag: 'hedging', field: 'definition', value })) as [string, string];
    const { text, fields } = await merged(book, ours, theirs);
    assert.deepEqual(fields, ['hedging definition']);
    assert.equal((await read(text)).tags.get('hedging')?.definition, 'Ours.');
    assert.match(text, /definition: Ours\.\n {4}# theirs: definition: "Theirs: all of it # too"\n/u);
    const block = await merged(book, book.replace('At some cost.', 'At a cost.'), book.replace('At some cost.', 'At no cost.'));
    assert.match(block.text, /At a cost\.\n {4}# theirs: definition: \|\n {4}# theirs: {3}Keeping options open\.\n {4}# theirs:\n {4}# theirs: {3}At no cost\.\n/u);
  });

  /** As *Rename Tag* does it: the old name stays as an alias. */
  const renaming = (tag: string, to: string, ...aliases: readonly string[]): CodebookEdit[] => [{ kind: 'rename', tag, to }, { kind: 'aliases', tag: to, aliases: [...aliases, tag] }];

  it('carry what one side changed in an entry to the name that the other gave it, whichever side did which', async () => {
    const one = changed(book, ...renaming('hedging', 'strategic-hedging', 'hedge'));
    const other = changed(book, { kind: 'set', tag: 'hedging', field: 'definition', value: 'Kept open.' }, { kind: 'set', tag: 'hedging', field: 'exclude', value: 'Balancing' }, { kind: 'label', tag: 'hedging', language: 'de', value: 'Absicherung' }, { kind: 'aliases', tag: 'hedging', aliases: ['hedge', 'insurance'] });
    for (const [ours, theirs] of [[one, other], [other, one]] as const) {
      const { text, fields } = await merged(book, ours, theirs);
      const { tags } = await read(text);
      assert.deepEqual([...tags.keys()], ['strategic-hedging', 'un-voting'], text);
      const entry = tags.get('strategic-hedging');
      assert.deepEqual([entry?.definition, entry?.exclude, entry?.colour, entry?.label?.['de'], [...entry?.aliases ?? []].toSorted(), fields], ['Kept open.', 'Balancing', '#2E7D32', 'Absicherung', ['hedge', 'hedging', 'insurance'], []]);
      assert.match(text, /# hedging first\n {2}strategic-hedging: # the main one\n/u);
    }
  });

  it('carry it to narrower tags that moved along, and not into a tag that was there or that both renamed', async () => {
    const tree = 'tags:\n  a:\n    colour: "#111111"\n  a/x:\n    definition: Old.\n  c:\n    definition: C.\n';
    const moved = changed(tree, { kind: 'rename', tag: 'a/x', to: 'b/x' }, ...renaming('a', 'b'));
    const { tags } = await read((await merged(tree, moved, changed(tree, { kind: 'set', tag: 'a/x', field: 'definition', value: 'New.' }))).text);
    assert.deepEqual([[...tags.keys()], tags.get('b/x')?.definition], [['b', 'b/x', 'c'], 'New.']);
    const joined = changed(tree, { kind: 'remove', tag: 'a/x' }, { kind: 'aliases', tag: 'c', aliases: ['a/x'] });
    const kept = await read((await merged(tree, joined, changed(tree, { kind: 'set', tag: 'a/x', field: 'definition', value: 'New.' }))).text);
    assert.deepEqual([kept.tags.get('a/x')?.definition, kept.tags.get('c')?.definition], ['New.', 'C.']);
    const told = await merged(tree, changed(tree, { kind: 'set', tag: 'a/x', field: 'definition', value: 'New.' }), joined);
    assert.deepEqual(told.fields, ['a/x']);
    assert.match(told.text, /\n {2}# theirs: took this entry away\n {2}a\/x:\n {4}definition: New\.\n/u);
    const twice = await read((await merged(tree, changed(tree, ...renaming('c', 'd')), changed(tree, ...renaming('c', 'e')))).text);
    assert.deepEqual(['d', 'e'].map((tag) => twice.tags.get(tag)?.definition), ['C.', 'C.']);
  });

  it('keep an entry that one took away and the other changed, and take one away that only one did', async () => {
    const without = changed(book, { kind: 'remove', tag: 'un-voting' });
    assert.deepEqual([...(await read((await merged(book, without, book)).text)).tags.keys()], ['hedging']);
    const { text } = await merged(book, without, changed(book, { kind: 'set', tag: 'un-voting', field: 'definition', value: 'Votes.' }));
    assert.equal((await read(text)).tags.get('un-voting')?.definition, 'Votes.');
    assert.deepEqual([...(await read((await merged(undefined, without, book)).text)).tags.keys()], ['hedging', 'un-voting']);
  });

  it('are left to the person where one can’t be read or placed', async () => {
    for (const bad of ['tags: [a, b', 'tags:\n  a: {}\n  a: {}\n', '- a\n- b\n']) assert.equal(await mergeCodebooks({ base: book, ours: book, theirs: bad }, directEngine), undefined, bad);
  });

  it('are told from source files', () => {
    assert.deepEqual([book, '---\nid: a\ntags: ["b"]\n---\n\n# Notes\n', 'team: a\r\n', '---\ntags:\n  a:\n', ''].map(looksLikeCodebook), [true, false, true, true, false]);
  });

  it('are told from source files in time that grows with the text', async () => {
    await growsWithSize((size) => assert.equal(looksLikeCodebook(`tags:\n${repeated('---\n', size)}`), true), 20_000);
  });

  const words = fc.constantFrom('Words.', 'More: words', 'слова # и ещё', 'a "quoted" one', '中文', 'line\nbreak');
  const tag = fc.constantFrom('hedging', 'un-voting', 'a', 'многовекторность', 'b/c');
  const edit: fc.Arbitrary<CodebookEdit> = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), tag, field: fc.constantFrom('definition' as const, 'include' as const, 'exclude' as const, 'guid' as const), value: fc.option(words, { nil: undefined }) }),
    fc.record({ kind: fc.constant('label' as const), tag, language: fc.constantFrom('en', 'ru', 'kk'), value: fc.option(words, { nil: undefined }) }),
    fc.record({ kind: fc.constant('aliases' as const), tag, aliases: fc.uniqueArray(fc.constantFrom('hedge', 'x1', 'x2', 'ещё'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('team' as const), team: fc.uniqueArray(fc.constantFrom('anna', 'bekzod', 'mei'), { minLength: 1 }) }),
    tag.map((one): CodebookEdit => ({ kind: 'remove', tag: one })), tag.map((one): CodebookEdit => ({ kind: 'add', tag: one })),
  );
  const remark = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 99 })).map(([at, n]) => (text: string): string => {
    const keys = [...text.matchAll(/^(?: {2})?[\p{L}/-]+:/gmu)].map(({ index }) => index);
    const place = keys[at % Math.max(1, keys.length)] ?? 0;
    return `${text.slice(0, place)}${/^ */.exec(text.slice(place))?.[0] ?? ''}# remark ${n}\n${text.slice(place)}`;
  });
  const deeds = fc.array(fc.oneof({ weight: 5, arbitrary: edit.map((one) => (text: string): string => changed(text, one)) }, { weight: 1, arbitrary: remark }), { maxLength: 5 });
  const after = (text: string, list: readonly ((text: string) => string)[]): string => list.reduce((now, deed) => deed(now), text);

  /** Everything that a codebook says, a fact a line. */
  const facts = ({ team, tags }: Codebook): readonly string[] => [
    ...team.map((one) => `team ${one}`),
    ...[...tags].flatMap(([name, { label = {}, aliases = [], ...texts }]) => [
      `${name}`, ...aliases.map((alias) => `${name} alias ${alias}`), ...Object.entries(label).map(([language, one]) => `${name} ${language} ${one}`),
      ...Object.entries(texts).filter(([, text]) => text !== '').map(([field, text]) => `${name} ${field} ${text}`),
    ]),
  ];
  const remarks = (text: string): readonly string[] => [...text.matchAll(/# (?:remark \d+|the main one|hedging first|the end|Our codebook\.)/g)].map(([one]) => one);

  it('lose nothing that a side has and the other did not take away, whatever both did', async () => {
    let clashes = 0;
    await fc.assert(fc.asyncProperty(deeds, deeds, deeds, fc.boolean(), async (first, second, third, known) => {
      const base = after(book, first);
      const [ours, theirs] = [after(base, second), after(base, third)];
      const { text, fields } = await merged(known ? base : undefined, ours, theirs);
      const [before, whole] = [new Set(known ? facts(await read(base)) : []), new Set(facts(await read(text)))];
      const sides = [new Set(facts(await read(ours))), new Set(facts(await read(theirs)))];
      clashes += fields.length;
      const theirsKept = text.split('\n').filter((line) => line.includes('# theirs:')).join('\n');
      for (const [at, side] of sides.entries()) {
        for (const fact of side) {
          const deleted = before.has(fact) && !sides[1 - at]?.has(fact);
          const field = fact.split(' ').slice(0, 2).join(' ');
          const aside = at === 1 && theirsKept !== '' && (fields.includes(field) || fields.includes(`${fact.split(' ')[0] ?? ''} label`));
          assert.ok(whole.has(fact) || deleted || aside, `${fact} is lost:\n${text}\n--- ours\n${ours}\n--- theirs\n${theirs}`);
        }
      }
      for (const side of [ours, theirs]) for (const one of remarks(side)) assert.ok(text.includes(one) || (known && base.includes(one)), `${one} is lost:\n${text}`);
    }), { numRuns: 3000 });
    assert.ok(clashes > 100, 'clashes were met');
  });

  it('leave every byte alone where only one side changed anything', async () => {
    await fc.assert(fc.asyncProperty(deeds, async (list) => {
      const ours = after(book, list);
      for (const [left, right] of [[ours, book], [book, ours], [ours, ours]] as const) assert.equal((await merged(book, left, right)).text, ours);
      assert.equal((await merged(book.replaceAll('\n', '\r\n'), ours.replaceAll('\n', '\r\n'), book)).text, ours.replaceAll('\n', '\r\n'));
    }), { numRuns: 500 });
  });

  it('are joined in a time that grows with their size', async () => {
    const big = (size: number): string => `tags:\n${Array.from({ length: size }, (_, n) => `  tag${n}:\n    definition: Number ${n}\n`).join('')}`;
    await growsWithSize(async (size) => void await merged(big(size), big(size).replaceAll('Number 1', 'No. 1'), big(size).replaceAll('Number 2', 'No. 2')), 100);
  });
});
