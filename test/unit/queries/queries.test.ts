import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeQuery, everything, joinedQuery, matchNotes, matchSources, negated, parseQuery, printQuery, queryFields } from '../../../src/core/queries';
import type { Query } from '../../../src/core/queries';
import type { Library, Source } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { growsWithSize, repeated } from '../../doubles/growth';

const note = (said: Partial<Note>): Note => ({ tags: [], text: '', ...said });
const source = (item: Partial<Item> & { readonly id: string }, ...notes: readonly Note[]): Source =>
  ({ handle: item.id, item: { type: 'article-journal', ...item } as Item, notes });
const year = (value: number): Partial<Item> => ({ issued: { 'date-parts': [[value]] } });
const libraryOf = (...sources: readonly Source[]): Library => ({
  sources: new Map(sources.map((one) => [one.handle, one])),
  codebook: { team: [], tags: new Map([['strategy/multi-vectorism', { aliases: ['multivectorism', 'многовекторность'] }], ['china', {}]]) },
});

const library = libraryOf(
  source({ id: 'yuneman2023', title: 'Kazakhstan’s Multi-Vector Foreign Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }], ...year(2023), DOI: '10.1/x', abstract: 'On the cost of balance.' },
    note({ id: 'n1', tags: ['multivectorism'], stance: 'against', quote: 'Voting cohesion is low', text: 'Contradicts the alliance reading.', locator: { label: 'page', value: '152' }, author: 'anna', created: '2026-09-14T10:22:05Z' }),
    note({ id: 'n2', tags: ['strategy/multi-vectorism', 'china'], stance: 'for', text: 'Die Außenpolitik als Ausgleich', author: 'bekzod', links: [{ relation: 'attacks', target: 'yuneman2023#n1' }] })),
  source({ id: 'nazarbaev1999', title: 'В потоке истории', author: [{ family: 'Назарбаев', given: 'Нурсултан' }], ...year(1999), type: 'book' },
    note({ id: 'n3', tags: ['strategy'], kind: 'claim', text: 'Баланс сил' })),
  source({ id: 'lee2018', title: 'Hedging', author: [{ family: 'Lee', given: 'Yu-Wen' }], ...year(2018), tags: ['china'] }),
);
const notesOf = (query: string): readonly (string | undefined)[] => matchNotes(parseQuery(query).query, library).map((one) => one.note.id);
const sourcesOf = (query: string): readonly string[] => matchSources(parseQuery(query).query, library).map(({ item }) => item.id);

describe('a query of notes', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', ['n1', 'n2', 'n3']],
    ['#multi-vectorism', []], ['#multivectorism', ['n1', 'n2']], ['#многовекторность', ['n1', 'n2']], ['#Multivectorism not #china', ['n1']],
    ['#strategy', ['n1', 'n2', 'n3']], ['#strategy!', ['n3']], ['tag:strategy!', ['n3']],
    ['stance:against', ['n1']], ['stance:none', ['n3']], ['kind:quote', ['n1']], ['kind:comment or kind:claim', ['n2', 'n3']],
    ['text:"voting cohesion"', ['n1']], ['text:"voting cohesio"', []], ['quote:cohes', ['n1']], ['note:cohes', []], ['note:politik', ['n2']],
    ['year>=2014', ['n1', 'n2']], ['year < 2000', ['n3']], ['year:1990..2000', ['n3']], ['year:..2000', ['n3']], ['year:2010–2023', ['n1', 'n2']], ['year=2024', []],
    ['author:"Yuneman"', ['n1', 'n2']], ['author:Юнеман', ['n1', 'n2']], ['author:nazarbayev', ['n3']], ['author:yun stance:for', ['n2']],
    ['title:"multi-vector foreign"', ['n1', 'n2']], ['title:"multi vector"', ['n1', 'n2']], ['istorii', ['n3']],
    ['coder:anna', ['n1']], ['by:bek', ['n2']], ['created:2026-09', ['n1']], ['created<2026-09-14', []], ['created>=2026', ['n1']],
    ['has:page', ['n1']], ['has:doi', ['n1', 'n2']], ['-has:doi', ['n3']], ['has:abstract has:quote', ['n1']],
    ['relation:attacks', ['n2']], ['relation:attacked', ['n1']], ['relation:any', ['n1', 'n2']],
    ['type:book', ['n3']], ['type:"journal article"', ['n1', 'n2']], ['key:lee', []], ['source:2023', ['n1', 'n2']],
    ['yuneman ausgleich', ['n2']], ['außenpolitik', ['n2']], ['Баланс', ['n3']], ['balans', ['n3']],
    ['(stance:for or stance:against) and not china', ['n1']], ['not (stance:for or stance:against)', ['n3']], ['cited:no', ['n1', 'n2', 'n3']], ['cited:yes', []],
  ];
  for (const [query, wanted] of cases) {
    it(`finds ${wanted.join(', ') || 'nothing'} for “${query}”`, () => {
      assert.deepEqual(parseQuery(query).problems, []);
      assert.deepEqual(notesOf(query), wanted);
    });
  }

  it('asks which drafts cite a source', () => {
    const citedIn = (key: string): readonly string[] => (key === 'lee2018' ? [] : key === 'yuneman2023' ? ['drafts/chapter-2.md', 'thesis.tex'] : ['thesis.tex']);
    const keys = (query: string): readonly string[] => matchSources(parseQuery(query).query, library, { citedIn }).map(({ item }) => item.id);
    assert.deepEqual(keys('cited:no'), ['lee2018']);
    assert.deepEqual(keys('cited:chapter-2'), ['yuneman2023']);
    assert.deepEqual(keys('cited:yes not cited:"chapter-2.md"'), ['nazarbaev1999']);
  });
});

describe('a query of sources', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['#multivectorism stance:against', ['yuneman2023']],
    ['#china stance:against', []],
    ['#china', ['yuneman2023', 'lee2018']], ['keyword:china', ['lee2018']],
    ['not #china', ['nazarbaev1999']],
    ['#multivectorism not #china', ['yuneman2023']],
    ['not stance:for', ['nazarbaev1999', 'lee2018']], ['not not stance:for', ['yuneman2023']],
    ['year>2000', ['yuneman2023', 'lee2018']], ['year>2000 not has:notes', ['lee2018']],
    ['(stance:for or year:2018) not #strategy', ['lee2018']],
    ['(#china or year:1999) not stance:for', ['nazarbaev1999', 'lee2018']],
    ['balance', ['yuneman2023']], ['cohesion ausgleich', ['yuneman2023']], ['not cohesion', ['nazarbaev1999', 'lee2018']],
  ];
  for (const [query, wanted] of cases) it(`finds ${wanted.join(', ') || 'nothing'} for “${query}”`, () => assert.deepEqual(sourcesOf(query), wanted));
});

describe('a broken query', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['stance:agains #china', 'query-value', 'agains', '#china'], ['colour:red #china', 'query-field', 'colour', '#china'],
    ['#china and', 'query-nothing-beside', 'and', '#china'], ['or #china', 'query-nothing-beside', 'or', '#china'], ['#china not', 'query-nothing-beside', 'not', '#china'],
    ['(#china', 'query-unclosed', '(', '#china'], ['#china)', 'query-unopened', ')', '#china'], ['"voting', 'query-unclosed', '"', '"voting"'],
    ['#china author:', 'query-value-missing', 'author:', '#china'], ['# china', 'query-tag', '#', 'china'],
    ['author>lee #china', 'query-no-order', 'author>', '#china'], ['year:soon #china', 'query-value', 'soon', '#china'], ['>= #china', 'query-stray-sign', '>=', '#china'],
    ['type:zeppelin x', 'query-value', 'zeppelin', 'x'], ['#china and and stance:for', 'query-nothing-beside', 'and', '#china stance:for'],
  ];
  for (const [text, code, at, rest] of cases) {
    it(`is told where “${text}” is broken, and the rest works`, () => {
      const { query, problems } = parseQuery(text);
      assert.deepEqual(problems.map((problem) => [problem.code, problem.span && text.slice(problem.span.start, problem.span.end)]), [[code, at]]);
      assert.equal(printQuery(query), rest);
    });
  }

  it('takes any text, nested as deep as you like', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { parseQuery(text); }));
    for (const piece of ['(', ')', 'not ', '-', '"', '(a or ', 'a:b ', 'year:>', '#a and ']) {
      const { query, problems } = parseQuery(piece.repeat(3000));
      matchSources(query, library);
      assert.ok(problems.every(({ span }) => span !== undefined && span.end <= piece.length * 3000));
    }
  });

  it('takes a title with a colon and an address for what they are', () => {
    assert.deepEqual(parseQuery('Hedging: why https://example.org/a:b 10.1234/abc').problems, []);
  });
});

const word = fc.constantFrom('hedging', 'Außenpolitik', 'многовекторность', 'x1', '外交', 'multi-vector');
const phrase = fc.constantFrom('voting cohesion', 'a "b" \\ c', 'and', '(x)', 'year:2014', '#tag');
const term: fc.Arbitrary<Query> = fc.oneof(
  fc.tuple(fc.constantFrom('china', 'strategy', 'strategy/multi-vectorism'), fc.boolean()).map(([tag, only]): Query => ({ kind: 'tag', tag, only })),
  word.map((text): Query => ({ kind: 'words', text, exact: false })),
  phrase.map((text): Query => ({ kind: 'words', text, exact: true })),
  fc.constantFrom('for', 'against', 'none').map((value): Query => ({ kind: 'field', field: 'stance', is: '=', value, exact: false })),
  fc.tuple(fc.constantFrom('=', '<', '>=') , fc.integer({ min: 1990, max: 2030 })).map(([is, value]): Query => ({ kind: 'field', field: 'year', is: is as '=', value: String(value), exact: false })),
  fc.tuple(fc.constantFrom('author', 'text', 'title', 'container', 'key'), phrase).map(([field, value]): Query => ({ kind: 'field', field: field as 'text', is: '=', value, exact: true })),
);
const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof({ depthSize: 'small' }, term,
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 2, maxLength: 4 })).map(([kind, parts]) => joinedQuery(kind as 'and', parts)),
    tie('query').map((part) => (part.kind === 'all' ? part : negated(part)))),
})).query;

describe('a written query', () => {
  it('is the same when it is read again', () => {
    fc.assert(fc.property(queries, (query) => {
      assert.deepEqual(parseQuery(printQuery(query)), { query, problems: [] });
    }));
  });

  it('is the same when what was understood of any text is written and read again', () => {
    const piece = fc.constantFrom('(', ')', 'and', 'or', 'not', '-', '#china', '"a b"', 'year', '>=', '2014', ':', 'author:', 'x', '“q”', 'stance:for', 'type:"journal article"', '!', 'key:a(b)', '\\');
    fc.assert(fc.property(fc.array(fc.tuple(piece, fc.constantFrom('', ' '))).map((pieces) => pieces.flat().join('')), (text) => {
      const { query } = parseQuery(text);
      assert.deepEqual(parseQuery(printQuery(query)), { query, problems: [] }, text);
    }), { numRuns: 2000 });
  });
});

describe('the laws of logic', () => {
  const notes = (query: Query): readonly unknown[] => matchNotes(query, library).map((one) => one.note);
  const sources = (query: Query): readonly unknown[] => matchSources(query, library);

  it('hold of notes and of sources: De Morgan, double not, distribution', () => {
    fc.assert(fc.property(queries, queries, queries, (a, b, c) => {
      const pairs: readonly (readonly [Query, Query])[] = [
        [{ kind: 'not', part: { kind: 'and', parts: [a, b] } }, { kind: 'or', parts: [{ kind: 'not', part: a }, { kind: 'not', part: b }] }],
        [{ kind: 'not', part: { kind: 'or', parts: [a, b] } }, { kind: 'and', parts: [{ kind: 'not', part: a }, { kind: 'not', part: b }] }],
        [{ kind: 'not', part: { kind: 'not', part: a } }, a],
        [{ kind: 'and', parts: [a, { kind: 'or', parts: [b, c] }] }, { kind: 'or', parts: [{ kind: 'and', parts: [a, b] }, { kind: 'and', parts: [a, c] }] }],
      ];
      for (const [one, other] of pairs) {
        assert.deepEqual(notes(one), notes(other));
        assert.deepEqual(sources(one), sources(other));
      }
    }));
  });

  it('part the notes into those that fit and those that do not', () => {
    fc.assert(fc.property(queries, (query) => {
      assert.equal(notes(query).length + notes({ kind: 'not', part: query }).length, notes(everything).length);
    }));
  });

  it('show a source whenever one of its notes is shown by what is true of it', () => {
    const positive = term.filter((one) => !(one.kind === 'field' && one.value === 'none'));
    fc.assert(fc.property(fc.array(positive, { minLength: 1, maxLength: 3 }), (terms) => {
      const query = joinedQuery('and', terms);
      const shown = new Set(sources(query));
      for (const found of matchNotes(query, library)) assert.ok(shown.has(found.source), printQuery(query));
    }));
  });
});

describe('completing a query', () => {
  const labels = (text: string): readonly string[] => completeQuery(text, text.length, library, ['drafts/chapter 2.md']).items.map(({ label }) => label);
  const applied = (text: string, index = 0): string => {
    const { replace, items } = completeQuery(text, text.length, library, ['drafts/chapter 2.md']);
    return text.slice(0, replace.start) + (items[index]?.insert ?? '') + text.slice(replace.end);
  };

  it('offers fields, then their values, and tags with how often they are used', () => {
    assert.deepEqual(labels('sta'), ['stance:']);
    assert.deepEqual(labels('stance:'), ['for', 'against', 'mixed', 'none']);
    assert.deepEqual(labels('stance:a'), ['against', 'mixed'].slice(0, 1));
    assert.equal(applied('#multi'), '#strategy/multi-vectorism');
    assert.deepEqual(completeQuery('#chi', 4, library).items, [{ insert: '#china', label: '#china', detail: '1 note' }]);
    assert.equal(applied('author:yun'), 'author:"Roman A. Yuneman"');
    assert.equal(applied('author:"yun'), 'author:"Roman A. Yuneman"');
    assert.equal(applied('cited:chap'), 'cited:"chapter 2.md"');
    assert.deepEqual(labels('by:'), ['anna', 'bekzod']);
    assert.ok(labels('#china ').includes('and'));
    assert.ok(!labels('').includes('and'));
    assert.deepEqual(labels('"a '), []);
  });

  it('takes the place of the word that the cursor stands in', () => {
    assert.deepEqual(completeQuery('#chna stance:for', 3, library).replace, { start: 0, end: 5 });
  });

  it('gives what can be read', () => {
    const beginning = fc.oneof(fc.constantFrom('', '#', '-#', '(', 'a', 's', 'tag:'), fc.constantFrom(...queryFields).map((field) => `${field}:`), fc.constantFrom(...queryFields).map((field) => field.slice(0, 2)));
    const before = queries.map((query) => `${printQuery(query)} `);
    fc.assert(fc.property(before, beginning, (start, typed) => {
      const text = `${start}${typed}`;
      const { replace, items } = completeQuery(text, text.length, library, ['drafts/my (new) chapter.md']);
      for (const { insert, continues } of items) {
        if (continues === true) continue;
        const { problems } = parseQuery(text.slice(0, replace.start) + insert + (typed === '(' ? ')' : ''));
        assert.deepEqual(problems, [], text + insert);
      }
    }));
  });
});

describe('a query of a large library', () => {
  it('takes time in proportion to it', async () => {
    const large = (size: number): Library => libraryOf(...Array.from({ length: size }, (_, at) => source({ id: `s${at}`, title: `Hedging ${at}`, ...year(1990 + at % 30) },
      ...Array.from({ length: 5 }, (__, n) => note({ id: `n${n}`, tags: [`t${n}`], quote: `The voting cohesion of ${at} is low, so that alignment counts for little.` })))));
    const libraries = new Map([250, 2000].map((size) => [size, large(size)]));
    await growsWithSize((size) => {
      const { query } = parseQuery('#t1 and not #t2 text:"voting cohesion" year>=2000 or author:x');
      for (let round = 0; round < 10; round += 1) matchNotes(query, libraries.get(size) as Library);
    }, 250);
  });

  it('is read in time in proportion to it', async () => {
    await growsWithSize((size) => parseQuery(repeated('#a and (not b or "c" year>=2000) ', size)), 20_000);
  });
});
