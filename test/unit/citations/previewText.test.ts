import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftStyle, findCitations, listMark, markAt, markedForPreview, styleId } from '../../../src/core/citations';

const marked = (text: string): string => markedForPreview(text, findCitations('markdown', text).map(({ span }) => span));

describe('A draft made ready for a preview', () => {
  it('has a mark for each citation and the rest as it was', () => {
    const text = marked('A [see @a, p. 3] and @b [p. 4], but `@c`.');
    assert.equal(text.replace(/@\uE000(\d)\uE001/g, '<$1>'), 'A <0> and <1>, but `@c`.');
    assert.deepEqual(markAt(text, 2), { name: '0', end: 6 });
    assert.equal(markAt(text, 3), undefined);
  });

  it('keeps every line where it was', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('[@a', '; @b', ']', '\n', '\n\n', 'word', '::: {#refs}\n', ':::\n', '@c [p.\n3]', '```\n', '\uE000', '\uE001')), (pieces) => {
      const text = pieces.join('');
      assert.equal(marked(text).split('\n').length, text.split('\n').length);
    }));
  });

  it('has a mark where Pandoc would put the reference list', () => {
    const text = marked('One [@a].\n\n# References\n\n::: {#refs}\n\n:::\n\nEnd\n');
    assert.equal(text.split('\n')[4], `@\uE000${listMark}\uE001`);
    assert.ok(!marked('::: {#refs}\ntext\n:::\n').includes(listMark + '\uE001'));
  });

  it('carries no mark of its own making', () => assert.equal(marked('a \uE000 1 \uE001 b'), 'a  1  b'));
});

describe('The style that a draft asks for', () => {
  it('stands in its front matter', () => {
    assert.deepEqual({ ...draftStyle('---\ntitle: x\ncsl: styles/apa.csl\nlang: "ru-RU"\n---\n\ncsl: no\n'), span: undefined }, { csl: 'styles/apa.csl', lang: 'ru-RU', span: undefined });
    for (const text of ['csl: apa', '---\ncsl: apa\n', '\n---\ncsl: apa\n---\n', '']) assert.deepEqual(draftStyle(text), {});
  });

  it('is the same by its address, its file and its name', () => {
    for (const name of ['https://www.zotero.org/styles/apa', 'styles/apa.csl', 'apa', 'apa.csl?x']) assert.equal(styleId(name), 'apa');
  });
});
