/** Every layout that is claimed to be read has three invented texts at least, one of them dirty: `test/bench/reading/layouts.json` names them. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import { formats } from '../../../src/core/parsing/reading';
import { directEngine } from '../../doubles/directEngine';

/** `as`: the format that its records are read as; pages and references are read in several ways. */
type Layout = { readonly as?: string; readonly clean: readonly string[]; readonly dirty: readonly string[] };
type Layouts = { readonly [group: string]: { readonly [name: string]: Layout } };

const root = path.join(process.cwd(), 'test');
const groups = JSON.parse(readFileSync(path.join(root, 'bench', 'reading', 'layouts.json'), 'utf8')) as Layouts;
const layouts = Object.values(groups).flatMap((group) => Object.entries(group));
const fixtures = path.join(root, 'fixtures', 'pastes');

const formatsIn = async (name: string): Promise<readonly string[]> =>
  (await parsePaste(readFileSync(path.join(root, `${name}.txt`), 'utf8'), { engine: directEngine })).records.map(({ format }) => format);

describe('Every layout that is read', function () {
  this.timeout(60_000);
  for (const [name, { clean, dirty }] of layouts) {
    it(`has three texts, one of them dirty: ${name}`, () => {
      const all = [...clean, ...dirty];
      assert.ok(new Set(all).size === all.length && all.length >= 3 && dirty.length >= 1, all.join(', '));
      for (const text of all) {
        assert.ok(existsSync(path.join(root, `${text}.txt`)) && existsSync(path.join(root, `${text}.json`)), text);
        assert.doesNotMatch(text, /-aside$/u, 'texts that are kept aside are not looked at');
      }
    });
  }

  for (const [name, { as, clean, dirty }] of layouts.filter(([, layout]) => layout.as !== undefined)) {
    it(`is recognised in each of them: ${name}`, async () => {
      for (const text of [...clean, ...dirty]) assert.ok((await formatsIn(text)).includes(as ?? ''), text);
    });
  }

  it('and every format of the table of readers is that of three texts, one of them dirty', () => {
    const read = readdirSync(fixtures).filter((file) => file.endsWith('.json')).map((file) => {
      const { records } = JSON.parse(readFileSync(path.join(fixtures, file), 'utf8')) as { readonly records: readonly { readonly format: string }[] };
      return { dirty: file.endsWith('dirty.json'), formats: records.map(({ format }) => format) };
    });
    for (const format of formats) {
      const [own, named] = [read.filter((one) => one.formats.includes(format)), layouts.filter(([, { as }]) => as === format)];
      const enough = (own.length >= 3 && own.some(({ dirty }) => dirty)) || named.length > 0;
      assert.ok(enough, format);
    }
  });
});
