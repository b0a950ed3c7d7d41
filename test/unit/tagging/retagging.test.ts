import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { newSourceFile, parseFile, readSourceFile } from '../../../src/core/library';
import { retag } from '../../../src/core/tagging';
import type { TagOf } from '../../../src/core/tagging';
import { directEngine } from '../../doubles/directEngine';
import { item, note, tag } from '../library/arbitraries';

const to = (table: { readonly [tag: string]: string | undefined }): TagOf => (name) => (name in table ? table[name] : name);
const headed = (heading: string): string => `---\nid: lee2020\n---\n\n# Notes\n\n${heading}\n\nWords with #a in them.\n\n<!-- end -->\n`;

describe('other tags in a heading', () => {
  const cases: readonly (readonly [string, TagOf, string])[] = [
    ['## #a #b · p. 3 · for', to({ a: 'c' }), '## #c #b · p. 3 · for'],
    ['## #a #b · p. 3 · for', to({ a: 'b' }), '## #b · p. 3 · for'],
    ['## #b #a · p. 3', to({ a: 'b' }), '## #b · p. 3'],
    ['## #a #b', to({ a: 'c', b: 'c' }), '## #c'],
    ['##   #a   #b  ·  p. 3  ', to({ b: 'x/y' }), '##   #a   #x/y  ·  p. 3  '],
    ['## #a · p. 3', to({ a: undefined }), '## p. 3'],
    ['## p. 3 · #a', to({ a: undefined }), '## p. 3'],
    ['## #a #b', to({ a: undefined }), '## #b'],
    ['## #a', to({ a: undefined }), '## '],
    ['## p. 3 · #a, #b. see also Lee', to({ a: 'c' }), '## p. 3 · #c, #b. see also Lee'],
    ['## see #a · #a', to({ a: 'c' }), '## see #a · #c'],
    ['## #многовекторность · с. 5', to({ многовекторность: 'multi-vectorism' }), '## #multi-vectorism · с. 5'],
  ];
  for (const [heading, tagOf, wanted] of cases) {
    it(`makes “${wanted}” of “${heading}”`, () => {
      const file = readSourceFile(headed(heading));
      assert.equal(applyEdits(file.text, retag(file, tagOf)), headed(wanted));
    });
  }

  it('changes no other byte of any file, and says the other tags', () => {
    fc.assert(fc.property(item, fc.array(note, { minLength: 1, maxLength: 4 }), tag, fc.boolean(), (source, notes, next, windows) => {
      const written = newSourceFile({ item: source, notes });
      const text = windows ? written.replaceAll('\n', '\r\n') : written;
      const [old] = notes.flatMap((one) => one.tags);
      fc.pre(old !== undefined);
      const file = readSourceFile(text);
      const after = applyEdits(text, retag(file, (name) => (name === old ? next : name)));
      const tagsOf = (whole: string): readonly (readonly string[])[] => readSourceFile(whole).notes.map((placed) => placed.note.tags);
      const wanted = tagsOf(text).map((tags) => [...new Set(tags.map((name) => (name === old ? next : name)))].sort());
      assert.deepEqual(tagsOf(after).map((tags) => [...tags].sort()), wanted);
      const rest = (lines: string): string[] => lines.split('\n').filter((line) => !line.startsWith('## ') && !line.startsWith('tags:'));
      assert.deepEqual(rest(after), rest(text));
    }));
  });
});

describe('other tags of a source', () => {
  const cases: readonly (readonly [string, TagOf, string])[] = [
    ['tags: ["a","b"]', to({ a: 'c' }), 'tags: ["c","b"]'],
    ["tags: [a, 'b', \"c\"] # mine", to({ b: 'x', c: 'y', a: 'z' }), "tags: [z, 'x', \"y\"] # mine"],
    ['tags:\n  - a # first\n  - b', to({ a: 'yes' }), 'tags:\n  - "yes" # first\n  - b'],
    ['tags: ["a","b"]', to({ a: 'b' }), 'tags: ["b"]'],
    ['tags: ["a"]\nDOI: "10.5555/x"', to({ a: undefined }), 'DOI: "10.5555/x"'],
    ['tags: [UN voting, "un voting"]', to({ 'UN-voting': 'un-voting' }), 'tags: ["un-voting","un voting"]'],
    ['tags: hedging', to({ hedging: 'x' }), 'tags: x'],
  ];
  for (const [front, tagOf, wanted] of cases) {
    it(`makes “${wanted}” of “${front}”`, async () => {
      const whole = (lines: string): string => `---\nid: lee2020\n${lines}\n---\n\n<!-- end -->\n`;
      const file = await parseFile(directEngine, { text: whole(front), version: '1' });
      assert.equal(applyEdits(file.text, retag(file, tagOf)), whole(wanted));
    });
  }
});
