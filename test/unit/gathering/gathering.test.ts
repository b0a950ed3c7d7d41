import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftPassages, evidenceOf, findCitations, headingLevelAt, quotationInDraft, readDraft } from '../../../src/core/citations';
import type { Syntax } from '../../../src/core/citations';
import { evidenceAppendix, groupPassages, literatureTable, passageGroupings, passagesDocument } from '../../../src/core/gathering';
import { cellText } from '../../../src/core/tables';
import type { Library, Source, SourceNote } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';

const note = (said: Partial<Note>): Note => ({ tags: [], text: '', ...said });
const page = (value: string): Pick<Note, 'locator'> => ({ locator: { label: 'page', value } });
const source = (item: Partial<Item> & { readonly id: string }, ...notes: readonly Note[]): Source =>
  ({ handle: item.id, item: { type: 'article-journal', ...item } as Item, notes });
const long = 'Hedging is what small states do when they cannot know which of their partners will prevail. '.repeat(4).trim();

const sources = [
  source({ id: 'yuneman2023', title: 'Multi-Vector Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }], issued: { 'date-parts': [[2023]] }, 'container-title': 'Global Affairs' },
    note({ id: 'n1', tags: ['hedging/costs'], stance: 'against', quote: 'The vote share was 5% in *all* cases_', text: 'Contradicts the alliance reading.', ...page('152') }),
    note({ id: 'n2', tags: ['hedging'], kind: 'claim', stance: 'for', text: 'Hedging pays.', links: [{ relation: 'attacks', target: 'lee2018#n3' }] })),
  source({ id: 'lee2018', author: [{ family: 'Lee' }, { family: 'Kim' }], issued: { 'date-parts': [[2018]] } },
    note({ id: 'n3', tags: ['hedging', 'china'], quote: long, text: '' }),
    note({ tags: ['hedging'], quote: long, text: 'A second reader saw it too.', author: 'bekzod' })),
];
const library: Library = { sources: new Map(sources.map((one) => [one.handle, one])), codebook: { team: [], tags: new Map() } };
const all: readonly SourceNote[] = sources.flatMap((one) => one.notes.map((each) => ({ source: one, note: each })));
const passages = (found: readonly SourceNote[], label = '') => [{ label, passages: found.map(({ source: { item }, note: each }) => ({ key: item.id, note: each })) }];
const drafted = (syntax: Syntax, text: string, found = all, label = '') => draftPassages(readDraft(syntax, text), passages(found, label), 2, true);

describe('gathered passages', () => {
  it('stand in groups, as one asks for them', () => {
    const labels = (by: typeof passageGroupings[number], within?: string): readonly string[] => groupPassages(all, by, library, within).map(({ label, notes }) => `${label} ${notes.length}`);
    assert.deepEqual(labels('source'), ['Lee and Kim (2018) 2', 'Yuneman (2023) 2']);
    assert.deepEqual(labels('stance'), ['For 1', 'Against 1', 'No stance 2']);
    assert.deepEqual(labels('year'), ['2018 2', '2023 2']);
    assert.deepEqual(labels('author'), ['Kim 2', 'Lee 2', 'Yuneman 2']);
    assert.deepEqual(labels('tag', 'hedging'), ['#hedging 3', '#hedging/costs 1']);
    assert.deepEqual(labels('kind'), ['Quotations 3', 'Claims 1']);
    assert.deepEqual(labels('none'), [' 4']);
  });

  it('lose no passage, however they are grouped', () => {
    fc.assert(fc.property(fc.subarray([...all]), fc.constantFrom(...passageGroupings), (some, by) => {
      assert.deepEqual(new Set(groupPassages(some, by, library).flatMap(({ notes }) => notes.map((one) => one.note))), new Set(some.map((one) => one.note)));
    }));
  });

  it('are a document in which each passage leads to its note', () => {
    const { text, links } = passagesDocument('#hedging', groupPassages(all, 'source', library));
    assert.match(text, /^# #hedging\n\n4 passages in 2 sources\n\n## Lee and Kim \(2018\) · 2\n/);
    assert.deepEqual(links.map(({ span, found }) => [text.slice(span.start, span.end), found.note.id]),
      [['Lee and Kim (2018)', 'n3'], ['Lee and Kim (2018)', undefined], ['Yuneman (2023)', 'n1'], ['Yuneman (2023)', 'n2']]);
    assert.deepEqual(findCitations('markdown', text), []);
  });
});

describe('passages in a draft', () => {
  it('are quoted, cited in their place and followed by what was noted', () => {
    const { text, written, present } = drafted('markdown', '', all, '#hedging');
    assert.equal(text, [
      '## \\#hedging', '> The vote share was 5% in \\*all\\* cases\\_ [@yuneman2023, p. 152]', '*Against.* Contradicts the alliance reading.',
      '*For.* Hedging pays [@yuneman2023].', `> ${long} [@lee2018]`, 'A second reader saw it too.',
    ].join('\n\n'));
    assert.deepEqual([written, present], [4, 0]);
  });

  it('follow the language and the ways of the draft', () => {
    const latex = drafted('latex', '\\usepackage{csquotes}\\usepackage{biblatex}\n', all.slice(0, 2), 'Costs & gains').text;
    assert.equal(latex, [
      '\\subsection{Costs \\& gains}', '\\begin{displayquote}\nThe vote share was 5\\% in *all* cases\\_ \\autocite[152]{yuneman2023}\n\\end{displayquote}',
      '\\emph{Against.} Contradicts the alliance reading.', '\\emph{For.} Hedging pays \\autocite{yuneman2023}.',
    ].join('\n\n'));
    assert.match(drafted('markdown', '---\nlang: de\n---\n', all.slice(0, 1)).text, /\[@yuneman2023, S\. 152\]/);
    assert.match(drafted('typst', '', all.slice(0, 1)).text, /^#quote\(block: true\)\[\n[^]*@yuneman2023\[p\. 152\]\n\]/);
    assert.match(drafted('org', '', all.slice(0, 1)).text, /^#\+begin_quote\n[^]*\[cite:@yuneman2023 p\. 152\]\n#\+end_quote/);
  });

  it('are left out where the draft says them already, and stand once however often they are grouped', () => {
    const first = drafted('markdown', '').text;
    assert.deepEqual(drafted('markdown', first), { text: '', written: 0, present: 4 });
    const twice = draftPassages(readDraft('markdown', ''), [...passages(all, 'a'), ...passages(all, 'b')], 2, true);
    assert.equal(twice.text.match(/\[@yuneman2023, p\. 152\]/g)?.length, 1);
    assert.doesNotMatch(twice.text, /## b/);
  });

  it('cite each of their sources, in every syntax, and let no quotation cite or mark anything', () => {
    const foreign = fc.constantFrom('see @nobody2020 and [@other]', '\\cite{x} $a_b$ 100% #1', '# heading', '- item', '1. one', '> nested\n\n---', 'многовектор\nность', '#cite(<x>) *b*', '[cite:@x]', '```', '%');
    fc.assert(fc.property(fc.array(foreign, { minLength: 1, maxLength: 4 }), fc.constantFrom<Syntax>('markdown', 'latex', 'typst', 'org', 'myst'), (quotes, syntax) => {
      const found = quotes.map((quote, at) => ({ source: source({ id: `key${at}` }), note: note({ quote, ...page('3') }) }));
      const draft = readDraft(syntax, '');
      const { text } = draftPassages(draft, passages(found), 2, true);
      const keys = findCitations(syntax, text).flatMap((citation) => citation.keys.map(({ key }) => key));
      assert.deepEqual(keys, found.map((one) => one.source.item.id), text);
    }));
  });

  it('have headings one below the last one before the cursor', () => {
    const level = (syntax: Syntax, text: string): number => headingLevelAt(readDraft(syntax, text), text.length);
    assert.equal(level('markdown', 'No heading'), 2);
    assert.equal(level('markdown', '# One\n\n## Two\n\ntext'), 3);
    assert.equal(level('latex', '\\chapter{A}\n\\section*{B}\n'), 2);
    assert.equal(level('latex', '\\subsection{B}\n'), 3);
  });

  it('stand in the sentence when they are short, and in a block when they are long', () => {
    const quoted = (syntax: Syntax, text: string, quote: string) => quotationInDraft(readDraft(syntax, text), { key: 'k', note: note({ quote, ...page('3') }) });
    assert.deepEqual(quoted('markdown', '---\nlang: ru\n---\n', 'Баланс сил'), { text: '«Баланс сил» [@k, с. 3]', isBlock: false });
    assert.deepEqual(quoted('latex', '\\usepackage{csquotes}\\usepackage{natbib}', 'short'), { text: '\\enquote{short} \\citep[p.~3]{k}', isBlock: false });
    assert.deepEqual(quoted('markdown', '', long), { text: `> ${long} [@k, p. 3]`, isBlock: true });
  });
});

describe('the literature table', () => {
  it('has a row for each source: concept, citation, main idea, notes, cross-references, quotations', () => {
    const { columns, rows } = literatureTable('#hedging', all, sources, library, 'source');
    assert.deepEqual(columns, ['Concept', 'Citation', 'Main idea', 'Notes', 'Cross-reference', 'Quotation', 'Stance', 'Key']);
    assert.deepEqual(rows[0]?.map(cellText), [
      'hedging/costs; hedging', 'Yuneman, Roman A. 2023. Multi-Vector Policy. Global Affairs.', 'Hedging pays.', 'Contradicts the alliance reading. (p. 152)',
      'attacks Lee and Kim (2018)', '“The vote share was 5% in *all* cases_” (p. 152)', 'against, for', 'yuneman2023',
    ]);
    assert.equal(cellText(rows[1]?.[4]), 'attacked by Yuneman (2023)');
  });

  it('has a row for each passage, cited with its page', () => {
    const { rows } = literatureTable('#hedging', all, [], library, 'passage');
    assert.equal(rows.length, 4);
    assert.deepEqual(rows[0]?.[1], { text: 'Yuneman, Roman A. 2023. Multi-Vector Policy. Global Affairs. p. 152.', markdown: '[@yuneman2023, p. 152]' });
  });

  it('has a row for a source without notes', () => {
    const bare = source({ id: 'bare', title: 'Untitled?' });
    assert.deepEqual(literatureTable('x', [], [bare], library, 'source').rows.map((row) => row.map(cellText)), [['', 'Untitled?', '', '', '', '', '', 'bare']]);
  });
});

describe('the evidence appendix', () => {
  const draft = 'Costs are borne at home [@yuneman2023, pp. 150–155].\n\nAs Lee says:\n\n> Hedging is what small states do when they cannot know which of their partners will prevail. [@lee2018]\n\nNothing supports this [@kim2020; @yuneman2023].\n';
  const evidence = evidenceOf(readDraft('markdown', draft), (key) => library.sources.get(key)?.notes ?? []);

  it('has for each citation, in the order of the draft, the notes on its page and those whose words stand beside it', () => {
    assert.deepEqual(evidence.map(({ key, notes, doubts }) => [key, notes.map(({ id }) => id), doubts]), [
      ['yuneman2023', ['n1'], []], ['lee2018', ['n3', undefined], ['no-page']], ['kim2020', [], ['no-note']], ['yuneman2023', [], ['no-note']],
    ]);
    assert.equal(evidence[0]?.paragraph, 'Costs are borne at home [@yuneman2023, pp. 150–155].');
  });

  it('shows of a long paragraph the words around each citation, cut between words', () => {
    const words = 'The vote of every member was counted anew, and many states abstained. '.repeat(12);
    const text = `${words}Costs are borne at home [@yuneman2023; @kim2020, p. 3]. ${words}Nobody hedges for long [@lee2018].`;
    const shown = evidenceAppendix('x', evidenceOf(readDraft('markdown', text), () => []), () => undefined).match(/(?<=In the draft: “).*(?=”)/g) ?? [];
    assert.equal(shown.length, 3);
    for (const [at, key] of ['yuneman2023', 'kim2020', 'lee2018'].entries()) assert.ok(shown[at]?.includes(`\\@${key}`), shown[at]);
    assert.match(shown[0] ?? '', /^…(?:The|vote|of|every|member|was|counted|anew,|and|many|states) [^]* Costs are borne at home \\\[\\@yuneman2023; \\@kim2020, p\. 3\\\]\. The vote [^]*[a-z.,]…$/);
    assert.match(shown[2] ?? '', /^…[^]* abstained\. Nobody hedges for long \\\[\\@lee2018\\\]\.$/);
  });

  it('shows any paragraph with its citation in it, and no more of it than can be read at a glance', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }), (before, after) => {
      const plainWords = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic} ]/gu, ' ');
      const [one] = evidenceOf(readDraft('markdown', `So${plainWords(before)} [@lee2018] ${plainWords(after)}`), () => []);
      const shown = /In the draft: “(.*)”/u.exec(evidenceAppendix('x', one === undefined ? [] : [one], () => undefined))?.[1] ?? '';
      assert.ok(shown.includes('\\[\\@lee2018\\]'), shown);
      assert.ok(shown.length <= 260 && !/\p{Cs}/u.test(shown), shown);
    }));
  });

  it('is written with quotations, pages, notes and sources, and says what is missing', () => {
    const text = evidenceAppendix('chapter.md', evidence, (key) => library.sources.get(key)?.item);
    assert.match(text, /^# Evidence: chapter\.md\n\n4 citations, 3 to look at \(⚠\)\.\n\n## 1\. yuneman2023, pp\. 150–155\n/);
    assert.match(text, /\n> The vote share was 5% in \\\*all\\\* cases\\_ \(p\. 152\)\n\nContradicts the alliance reading\.\n/);
    assert.match(text, /## 3\. kim2020 ⚠\n\n[^]*no source has this key\.\n\n⚠ No note stands behind this citation/);
    assert.deepEqual(findCitations('markdown', text), []);
  });
});
