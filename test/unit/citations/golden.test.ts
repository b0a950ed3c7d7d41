/** Sixty hard citations for each syntax (test/fixtures/citations): the text, then a line `=> …` for each citation, `=| …` for each fact. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDraft, syntaxes, type Citation, type DraftReading, type Syntax } from '../../../src/core/citations';

function told({ command, form, keys }: Citation): string {
  const words = keys.map(({ key, prefix, locator, suffix, suppressAuthor }) => [
    prefix === undefined ? '' : `‹${prefix}› `, suppressAuthor ? '-' : '', key,
    locator === undefined ? '' : ` ‹${locator}›`, suffix === undefined ? '' : ` ‹…${suffix}›`,
  ].join(''));
  return `=> ${command} (${form}): ${words.join(' | ')}`.replace(/\s*\n\s*/g, ' ⏎ ');
}

const toldAll = ({ citations, facts }: DraftReading): readonly string[] =>
  [...citations.map(told), ...facts.map(({ kind, name, value }) => `=| ${kind}: ${name}${value === undefined ? '' : ` (${value})`}`)];

/** The cases of a file: each a text and the lines that tell what it cites. */
function cases(syntax: Syntax): readonly { readonly text: string; readonly wanted: readonly string[] }[] {
  return readFileSync(`test/fixtures/citations/${syntax}.txt`, 'utf8').trimEnd().split('\n%%\n').map((whole) => {
    const lines = whole.split('\n');
    const from = lines.findIndex((line) => /^=[>|] /.test(line));
    return { text: lines.slice(0, from < 0 ? undefined : from).join('\n'), wanted: from < 0 ? [] : lines.slice(from) };
  });
}

describe('Hard citations', () => {
  for (const syntax of syntaxes) {
    it(`are sixty at least in ${syntax}`, () => assert.ok(cases(syntax).length >= 60, String(cases(syntax).length)));
    for (const { text, wanted } of cases(syntax)) {
      it(`${syntax}: ${JSON.stringify(text)}`, () => {
        const draft = readDraft(syntax, text);
        assert.deepEqual(toldAll(draft), wanted);
        for (const { span, whole, places, prefix, locator, suffix, key } of draft.citations.flatMap(({ keys }) => keys)) {
          assert.equal(text.slice(span.start, span.end), key);
          assert.ok(whole.start <= span.start && span.end <= whole.end);
          assert.deepEqual([places.prefix, places.locator, places.suffix].map((place) => place && text.slice(place.start, place.end)), [prefix, locator, suffix]);
        }
      });
    }
  }
});
