import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { codebookFrom } from '../../../src/core/notes';
import type { Codebook } from '../../../src/core/notes/codebook';
import { codebookAfter, describedFrom, describedText, describeTag, editCodebook, sameCodebook } from '../../../src/core/tagging';
import type { Described } from '../../../src/core/tagging';
import { directEngine } from '../../doubles/directEngine';

const book = `# Ours.
tags:
  # first
  hedging: # the main one
    label: {en: hedging, ru: "хеджирование"} # by Anna
    aliases: [hedge] # more to come
    definition: Keeping a way out # short

  balancing:
    label:
      de: Gegenmacht # so Krell
    aliases:
      - balance # old
    include: |
      arms
      allies # and pacts
`;

async function read(text: string): Promise<Codebook> {
  const [outcome] = await directEngine.readYaml([text]);
  assert.ok(outcome?.ok, outcome?.ok === false ? `${outcome.reason}\n${text}` : text);
  return codebookFrom(outcome.value).codebook;
}

const inUse = new Set(['hedging', 'balancing', 'neutrality']);
const isTag = (tag: string): boolean => inUse.has(tag);

/** The codebook with a field that says what was typed, held to say that and nothing else. */
async function described(text: string, tag: string, field: string, typed: string): Promise<string> {
  const codebook = await read(text);
  const edit = describeTag(codebook, tag, describedFrom(field) as Described, typed, isTag);
  assert.ok('kind' in edit, 'problem' in edit ? edit.problem.message : '');
  const made = editCodebook(text, [edit]);
  assert.ok('edits' in made, 'problem' in made ? made.problem.message : '');
  const after = applyEdits(text, made.edits);
  assert.ok(sameCodebook(await read(after), codebookAfter(codebook, [edit])), after);
  return after;
}

async function refusal(tag: string, field: Described, typed: string): Promise<string> {
  const edit = describeTag(await read(book), tag, field, typed, isTag);
  return 'problem' in edit ? edit.problem.code : assert.fail('not refused');
}

describe('describing a tag', () => {
  it('writes one field and leaves every other line and comment', async () => {
    assert.equal(await described(book, 'hedging', 'definition', ' Keeping every door open '), book.replace('Keeping a way out #', 'Keeping every door open #'));
    assert.equal(await described(book, 'hedging', 'exclude', 'It chose a side: no hedging'), book.replace('# short\n', '# short\n    exclude: "It chose a side: no hedging"\n'));
    assert.equal(await described(book, 'hedging', 'label.kk', 'хеджирлеу'), book.replace('"хеджирование"', '"хеджирование", kk: хеджирлеу'));
    assert.equal(await described(book, 'hedging', 'label.ru', 'страхование'), book.replace('"хеджирование"', 'страхование'));
    assert.equal(await described(book, 'balancing', 'label.no', 'motmakt'), book.replace('# so Krell\n', '# so Krell\n      "no": motmakt\n'));
    assert.equal(await described(book, 'hedging', 'aliases', 'hedge, Risk Hedging, 对冲'), book.replace('[hedge]', '[hedge, Risk-Hedging, 对冲]'));
    assert.equal(await described(book, 'balancing', 'aliases', 'balance, counterbalancing'), book.replace('# old\n', '# old\n      - counterbalancing\n'));
    assert.equal(await described(book, 'neutrality', 'include', 'By law'), `${book}\n  neutrality:\n    include: By law\n`);
  });

  it('takes a field away that is left empty', async () => {
    assert.equal(await described(book, 'hedging', 'definition', '  '), book.replace('    definition: Keeping a way out # short\n', ''));
    assert.equal(await described(book, 'balancing', 'include', ''), book.replace(/ {4}include: [^]*/, ''));
    assert.equal(await described(book, 'hedging', 'label.en', ''), book.replace('en: hedging, ', ''));
    assert.equal(await described(book, 'hedging', 'aliases', ' , '), book.replace('    aliases: [hedge] # more to come\n', ''));
  });

  it('refuses names that are other tags or stand for them, and languages that are none', async () => {
    assert.equal(await refusal('hedging', { field: 'aliases' }, 'hedge, neutrality'), 'alias-taken');
    assert.equal(await refusal('hedging', { field: 'aliases' }, 'Balance'), 'alias-taken');
    assert.equal(await refusal('hedging', { field: 'aliases' }, '?!'), 'tag-unfit');
    assert.equal(await refusal('hedging', { field: 'label', language: 'German!' }, 'x'), 'language-unfit');
    assert.equal(describedFrom('guid'), undefined);
    assert.equal(describedFrom('label'), undefined);
  });

  it('says afterwards what was typed, whatever it was, in any field', async () => {
    const field = fc.constantFrom('definition', 'include', 'exclude', 'label.en', 'label.de', 'label.no', 'label.zh-Hant');
    const typed = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\p{Cs}/gu, ''));
    await fc.assert(fc.asyncProperty(fc.constantFrom('hedging', 'balancing', 'neutrality'), field, typed, async (tag, name, text) => {
      const after = await described(book, tag, name, text);
      assert.equal(describedText((await read(after)).tags.get(tag), describedFrom(name) as Described), text.trim());
      assert.ok(after.startsWith('# Ours.\ntags:\n  # first\n  hedging: # the main one\n'));
    }), { numRuns: 300 });
  });
});
