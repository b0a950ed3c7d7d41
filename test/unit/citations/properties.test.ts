import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changeKey, completionAt, findCitations, insertCitation, readDraft, removeKey, renameKey, syntaxes, type Citation, type CiteRequest, type Syntax,
} from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';
import { growsWithSize, repeated } from '../../doubles/growth';
import { patience, runs } from '../../reliability/tier';

const key = fc.stringMatching(/^[\p{L}_][\p{L}0-9]{0,8}(?:[-:.+][a-z0-9]{1,4}){0,2}$/u).filter((text) => !/^\p{L}{2,3}-/u.test(text));
const locator = fc.option(fc.stringMatching(/^p\. [1-9][0-9]{0,3}$/), { nil: undefined });
const request = fc.record({ key, locator }).map(({ key: name, locator: place }) => (place === undefined ? { key: name } : { key: name, locator: place }));
const requests = fc.uniqueArray(request, { minLength: 1, maxLength: 4, selector: ({ key: name }) => name });
const prose = fc.array(fc.constantFrom('Power', 'Назарбаев', 'и', ' ', ' ', '\n', '\n\n', '.', ', ', '(', ')', '—', '“', '王', '5', ':', '; ', "'"), { maxLength: 30 })
  // A line that begins with a colon and a blank is no prose in Org.
  .map((words) => words.join('').replace(/^ *:/gm, ''));
const syntax = fc.constantFrom(...syntaxes);
const keysOf = (citations: readonly Citation[]): readonly string[] => citations.flatMap(({ keys }) => keys.map((cited) => cited.key));

describe('Citing, whatever the text', function () {
  this.timeout(patience(30_000));

  it('finds what it inserted, with its places, and leaves every other character', () => {
    fc.assert(fc.property(syntax, prose, prose, requests, (language, before, after, asked) => {
      const { edits, cursor } = insertCitation(language, before + after, before.length, asked);
      const text = applyEdits(before + after, edits);
      assert.deepEqual(keysOf(findCitations(language, text)), asked.map(({ key: name }) => name));
      const places = findCitations(language, text).flatMap(({ keys }) => keys.map((cited) => cited.locator?.replace('~', ' ')));
      assert.deepEqual(places, asked.map((wanted) => wanted.locator));
      assert.ok(text.startsWith(before) && text.endsWith(after));
      assert.ok(cursor > before.length && cursor <= text.length - after.length);
    }));
  });

  it('extends a citation to the union of its keys, in one citation, and does nothing the second time', () => {
    const plain = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(syntax, plain, plain, fc.double({ min: 0, max: 1, noNaN: true }), (language, first, more, where) => {
      const ask = (keys: readonly string[]) => keys.map((name) => ({ key: name }));
      const start = applyEdits('', insertCitation(language, '', 0, ask(first)).edits);
      const offset = 1 + Math.floor(where * (start.length - 1));
      const text = applyEdits(start, insertCitation(language, start, offset, ask(more)).edits);
      const citations = findCitations(language, text);
      assert.equal(citations.length, 1);
      assert.deepEqual([...keysOf(citations)].sort(), [...new Set([...first, ...more])].sort());
      assert.deepEqual(insertCitation(language, text, text.length, ask(more)).edits, []);
    }));
  });

  it('reads any text without an exception, with spans inside it that hold their keys', () => {
    const sign = fc.constantFrom('@', '[', ']', '{', '}', '\\cite', '\\autocites', '\\verb|', '\\begin{verbatim}', '%', '\n', '\n\n', '`', '```', '<!--', '-->', '---', ';', ',', 'a', 'Щ', '(', '\\', '*', ' ');
    const any = fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(syntax, any, fc.nat(), (language, text, nat) => {
      for (const { span, keys } of findCitations(language, text)) {
        assert.ok(span.start >= 0 && span.end <= text.length);
        for (const cited of keys) assert.equal(text.slice(cited.span.start, cited.span.end), cited.key);
      }
      const { edits, cursor } = insertCitation(language, text, nat % (text.length + 1), [{ key: 'new2020' }]);
      assert.ok(cursor <= applyEdits(text, edits).length);
    }), { numRuns: runs(500) });
  });

  /** The text after an edit of the key at this place among all keys; `-1` is the last. */
  const edited = (language: Syntax, text: string, at: number, edit: 'remove' | Parameters<typeof changeKey>[2]): string => {
    const draft = readDraft(language, text);
    const start = draft.citations.flatMap(({ keys }) => keys).at(at)?.span.start ?? assert.fail('no key');
    return applyEdits(text, edit === 'remove' ? removeKey(draft, start) : changeKey(draft, start, edit));
  };
  const cite = (language: Syntax, text: string, offset: number, asked: readonly CiteRequest[]): { readonly text: string; readonly cursor: number } => {
    const { edits, cursor } = insertCitation(language, text, offset, asked);
    return { text: applyEdits(text, edits), cursor };
  };

  it('takes out again what it inserted and extended, and leaves the text as it was', () => {
    fc.assert(fc.property(syntax, prose, prose, requests, key, (language, before, after, asked, other) => {
      fc.pre(!asked.some(({ key: name }) => name === other));
      const start = before + after;
      const first = cite(language, start, before.length, asked);
      const more = cite(language, first.text, first.cursor, [{ key: other }]);
      const keys = keysOf(findCitations(language, more.text));
      assert.deepEqual([...keys].sort(), [...asked.map(({ key: name }) => name), other].sort());
      let text = more.text;
      for (const _ of keys) text = edited(language, text, -1, 'remove');
      assert.deepEqual(keysOf(findCitations(language, text)), []);
      assert.equal(text.replace(/\s/g, ''), start.replace(/\s/g, ''));
      if (/\p{L}$/u.test(before) && /^(?:$|\n|\.(?:\s|$))/.test(after)) assert.equal(text, start);
    }));
  });

  it('takes a key out of an extended citation and gives back the one before', () => {
    fc.assert(fc.property(syntax, requests, key, (language, asked, other) => {
      fc.pre(!asked.some(({ key: name }) => name === other));
      const one = cite(language, 'So it is .', 9, asked);
      const more = cite(language, one.text, one.cursor, [{ key: other }]);
      const index = keysOf(findCitations(language, more.text)).indexOf(other);
      const back = edited(language, more.text, index, 'remove');
      // What LaTeX needs for several keys with pages may stay: \autocites for one key is as good as \autocite.
      assert.deepEqual(findCitations(language, back).flatMap(({ keys }) => keys.map(({ key: name, locator: place }) => [name, place])),
        findCitations(language, one.text).flatMap(({ keys }) => keys.map(({ key: name, locator: place }) => [name, place])));
      if (language !== 'latex') assert.equal(back, one.text);
    }));
  });

  it('says more of a key, finds it said, and takes it back', () => {
    const words = fc.constantFrom('see', 'cf. also', 'so schon');
    const tails = fc.constantFrom('emphasis added', 'with a map', 'и далее');
    fc.assert(fc.property(syntax, key, words, fc.constantFrom('p. 9', '33-35', 'ch. 4', '§ 3'), tails, (language, name, prefix, place, suffix) => {
      const { text } = cite(language, 'Power .', 6, [{ key: name }]);
      const change = { locator: place, suffix, ...(language !== 'typst' && { prefix }) };
      const said = edited(language, text, 0, change);
      const [found] = findCitations(language, said).flatMap(({ keys }) => keys);
      assert.equal(found?.locator?.replace('~', ' ').replace('--', '-'), place);
      assert.equal(found?.suffix, suffix);
      assert.equal(found?.prefix, language === 'typst' ? undefined : prefix);
      assert.equal(edited(language, said, 0, { locator: '', suffix: '', prefix: '' }), text);
      assert.equal(edited(language, said, 0, change), said);
    }));
  });

  it('renames a key wherever it is cited, and back', () => {
    fc.assert(fc.property(syntax, requests, key, (language, asked, name) => {
      fc.pre(!asked.some((one) => one.key === name));
      const { text } = cite(language, 'Power .', 6, asked);
      const old = asked[0]?.key as string;
      const renamed = applyEdits(text, renameKey(readDraft(language, text), old, name));
      assert.deepEqual(keysOf(findCitations(language, renamed)), asked.map((one) => (one.key === old ? name : one.key)));
      assert.equal(applyEdits(renamed, renameKey(readDraft(language, renamed), name, old)), text);
    }));
  });

  const sign = fc.constantFrom(
    '@', '[', ']', '{', '}', '\\cite', '\\autocites', '\\verb|', '\\begin{verbatim}', '\\end{verbatim}', '\\iffalse', '\\fi', '%', '\n', '\n', '\n\n', '`', '```\n', '\n```', '<!--', '-->', '---\n',
    '---\nbibliography: x.bib\nnocite: "@n"\n---\n', ';', ',', 'a', 'Щ', '(', ')', '\\', '*', ' ', '    ', '- ', '@key', '[@a; @b]', '\\cite{k}', '\\newcommand{\\seep}[1]{\\cite{#1}}', '\\seep{z}', '@k[p. 3]', '#cite(<k>)', '<k>', '//', '/*', '*/', '"', '$',
    '[cite:@k]', '[cite', '#+begin_src\n', '\n#+end_src', '=', '~', '{cite:p}`k`', '```{note}\n', '```{r}\n', '# ', ': ', '\\usepackage{natbib}', '<<x>>=\n', '\\addbibresource{a.bib}', '\r\n',
  );
  const anything = fc.array(fc.oneof({ weight: 5, arbitrary: sign }, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));

  it('reads again after any edits what a reading of the whole would give', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 12 }), put: fc.oneof(sign, fc.constant('')) });
    fc.assert(fc.property(syntax, anything, fc.array(edit, { minLength: 1, maxLength: 6 }), (language, start, changes) => {
      let draft = readDraft(language, start);
      for (const { at, cut, put } of changes) {
        const from = at % (draft.text.length + 1);
        const text = draft.text.slice(0, from) + put + draft.text.slice(from + cut);
        draft = readDraft(language, text, {}, draft);
        const whole = readDraft(language, text);
        assert.deepEqual(draft.citations, whole.citations);
        assert.deepEqual(draft.facts, whole.facts);
      }
    }), { numRuns: runs(500) });
  });

  it('never throws, whatever is asked of whatever text, and edits only inside it', () => {
    fc.assert(fc.property(syntax, anything, fc.nat(), (language, text, nat) => {
      const draft = readDraft(language, text);
      completionAt(language, draft, nat % (text.length + 1));
      for (const { key: name, span } of draft.citations.flatMap(({ keys }) => keys)) {
        applyEdits(text, removeKey(draft, span.start));
        applyEdits(text, changeKey(draft, span.start, { locator: 'p. 3', prefix: 'see', suffix: 'x', suppressAuthor: true }));
        assert.ok(renameKey(draft, name, 'other').length > 0);
      }
    }), { numRuns: 1000 });
  });

  const citingOf: { readonly [S in Syntax]: string } = {
    markdown: 'Some say [see @lee2018, p. 3].', latex: 'Some say \\cite[see][3]{lee2018}.', myst: 'Some say {cite:p}`lee2018`.', typst: 'Some say @lee2018.', org: 'Some say [cite:@lee2018 p. 3].',
  };

  it('reads again only where an edit was, and moves nothing before it is asked for', () => {
    for (const language of syntaxes) {
      const text = `${citingOf[language]}\n\n`.repeat(2000);
      const draft = readDraft(language, text);
      const again = readDraft(language, `${text.slice(0, 20_000)}x${text.slice(20_000)}`, {}, draft);
      const kept = new Set(draft.blocks.map(({ read }) => read));
      const fresh = again.blocks.filter(({ read }) => !kept.has(read));
      assert.ok(draft.blocks.length > 1000, language);
      assert.ok(fresh.length > 0 && fresh.length < 3, `${language}: ${fresh.length}`);
      assert.deepEqual(again.citations, findCitations(language, again.text), language);
    }
  });

  it('names the keys in their order without placing them', () => {
    fc.assert(fc.property(syntax, anything, (language, text) => {
      const draft = readDraft(language, text);
      assert.deepEqual(draft.keys, keysOf(draft.citations));
    }), { numRuns: 300 });
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['opening brackets', '['], ['at signs', '@'], ['bracketed at signs', '[@a '], ['ticks', '` `` ``` '], ['comments', '<!--'],
    ['unclosed commands', '\\cite['], ['unclosed keys', '\\cite{a,'], ['conditionals', '\\iffalse\\ifx'], ['blanks', ' '], ['letters', 'a'],
    ['verbatim', '\\begin{verbatim}\\verb|'], ['braced keys', '@{'], ['addresses', 'a@b](http://x '], ['parentheses', '\\cites(('], ['lists', '\n- > '],
    ['groups side by side', '[@a] '], ['groups with words', '[see @a, p. 3] '], ['groups with marks', '[*x; "@a* “y; _@b'], ['commands side by side', '\\cite{a} '], ['commands left open', '\\cite[a{b '], ['calls', '#cite(<a>) '], ['roles', '{cite:p}`a` '], ['prices', '$5 and '],
  ];
  for (const [name, piece] of hostile) {
    it(`reads half a megabyte of ${name} in linear time`, async function () {
      this.timeout(60_000);
      await growsWithSize((length) => syntaxes.map((language) => findCitations(language, repeated(piece, length))), 60_000);
    });
  }
});
