/**
 * Nothing that a person wrote in BibLaTeX or RIS is lost on its way through a source file of ours: what stands in the export is compared with what stood in
 * the record, field by field as it is written, without our readers. `raw.ts` says in what two values may differ.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeBibliography, type ExportFormat } from '../../../src/core/exports';
import { readSourceFile } from '../../../src/core/library';
import { newSourceFile } from '../../../src/core/library/newFile';
import { parsePaste } from '../../../src/core/parsing';
import { reviewsOf, type Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { meaning, meaningOfRecord, rawEntries, rawRecords, type RawEntry } from './raw';

/** The items of a text, as they come back from the source files that are made of them. */
async function stored(text: string, format: 'bibtex' | 'ris'): Promise<readonly Item[]> {
  const { records } = await parsePaste(text, { engine: directEngine });
  return records.filter((record) => record.format === format)
    .map(({ item, pasted }, at) => readSourceFile(newSourceFile({ item: { ...item, id: item.id === '' ? `k${at}` : item.id }, pasted: [pasted] })).item);
}

const exported = async (text: string, reading: 'bibtex' | 'ris', format: ExportFormat): Promise<string> => writeBibliography(await stored(text, reading), format);

async function assertEntryComesBack(text: string): Promise<void> {
  const written = await exported(text, 'bibtex', 'biblatex');
  assert.deepEqual(rawEntries(written).map(meaning), rawEntries(text).map(meaning), `${text}\n${written}`);
}

async function assertRecordComesBack(text: string): Promise<void> {
  const written = await exported(text, 'ris', 'ris');
  assert.deepEqual(rawRecords(written).map(meaningOfRecord), rawRecords(text).map(meaningOfRecord), `${text}\n${written}`);
}

const list = <T>(one: fc.Arbitrary<T>, most: number, between: string): fc.Arbitrary<string> => fc.array(one, { minLength: 1, maxLength: most }).map((all) => all.join(between));
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('shed', 'Pier', 'of', 'the', 'harbour', 'NATO', 'Multi-Vector', 'Россия', '北京', 'Ängström', 'U.S.', '1945', 'McAdam') },
  { weight: 2, arbitrary: fc.constantFrom('{NATO}', '{R}ussia', 'M{\\"u}nchen', 'M\\"unchen', 'caf\\\'e', 'Bj{\\o}rn', 'Gro{\\ss}', '\\v{S}koda', '50\\%', 'R\\&D', '\\$5', '\\#1', 'x\\_y', 'it\'s', '``so\'\'', '1914--1918', 'Fig.~2', 'a: b', 'Why?', 'law;', 'a, b', '\\ldots{}', '---', '"so"', '`so\'') },
  { weight: 1, arbitrary: fc.constantFrom('$x^2$', 'H$_2$O', '\\textsuperscript{2}', '\\emph{via}', '\\textit{in situ}', '\\textbf{now}', '\\enquote{so}', '\\mkbibquote{so}', '{\\it old}', '\\textsc{bce}', '$\\alpha$', '\\underline{here}', '{The Pier at Dusk}', '<i>old</i>', '\\texttt{ls}') },
);
const words = list(word, 6, ' ');
const family = fc.constantFrom('Pier', 'M{\\"u}ller', 'O\'Neil', 'de la Cruz', 'van der Berg', 'Нұрланов', '阎', 'Smith-Jones', '{\\L}ukasz', 'García Márquez');
const given = fc.constantFrom('Ida', 'J. K.', 'Jean-Luc', 'A.', 'Åse', 'Mary Ann', '学通', 'J.~R.');
const name = fc.oneof(
  fc.tuple(family, given).map(([last, first]) => `${last}, ${first}`), fc.tuple(given, family).map(([first, last]) => `${first} ${last}`),
  fc.tuple(family, fc.constantFrom('Jr.', 'III', 'Sr'), given).map((parts) => parts.join(', ')), fc.constantFrom('{World Bank}', '{Ministry of Trade and Industry}', 'Plato', '{Barnes \\& Noble}', 'family=Berg, given=Jan, prefix=van der, useprefix=true'),
);
const names = fc.tuple(list(name, 4, ' and '), fc.constantFrom('', '', '', ' and others')).map((parts) => parts.join(''));
const day = fc.tuple(fc.integer({ min: 1000, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).chain(([y, m, d]) => {
  const two = (number: number): string => String(number).padStart(2, '0');
  return fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`);
});
const date = fc.oneof(
  { weight: 4, arbitrary: day }, { weight: 1, arbitrary: fc.tuple(day, day).map(([from, to]) => `${from}/${to}`) },
  { weight: 2, arbitrary: fc.constantFrom('1989?', '1989~', '1989%', '1999/..', '1999/', '../1999', '/1999', '199X', '19XX', '2004-21', '2004-24', '-0044', '0000', '1899-13', '2001-02-30', '1999-XX', '1999?/2001~', 'unknown', 'in press', '2021-05-05T10:11:12Z', '1723/1725?', 'Y170000002') },
);
const pages = fc.constantFrom('12', '12--15', '12-15', '12–15', '12 -- 15', '1--5, 20, 31--33', 'S12--S18', 'xii--xv', 'e12345', '100--8', '12ff.', '3+', '{12-1--12-9}', '7, 9--11', 'pp. 3--9');
const number = fc.oneof(fc.integer({ min: 1, max: 900 }).map(String), fc.constantFrom('IV', '12(3)', '3/4', '2--3', 'Spring', 'A12', '{12-1}', 'newseries', '1st', 'second', 'Third revised', '007', 'no. 4'));
const key = fc.constantFrom('pier1999', 'lee:2001', 'a_b', 'smith+98');
const language = fc.constantFrom('german', 'ngerman', 'english', 'american', 'langlatin and langgerman', 'Russian', 'en', 'de-AT', 'french and english', 'kazakh', 'Klingon');
const address = fc.constantFrom('https://example.org/a_b?x=1&y=2', 'https://example.org/a\\_b', 'http://example.org/%20x#part', '\\url{https://example.org/x}', 'example.org', 'https://doi.org/10.5555/pier.1', 'https://example.org/~ida');
const numeral = fc.constantFrom('978-0-19-925404-0', '9780199254040', '0-19-925404-0 978-0-19-925404-0', '978-0-19-925404-0, 978-3-16-148410-0', '0966-8136', '09668136', 'ISBN 3', '0966-8136 (print)');

const fieldsOf: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['author editor translator bookauthor editora editorb editorc annotator commentator introduction foreword afterword namea nameb namec shortauthor shorteditor holder', names],
  ['title subtitle titleaddon shorttitle maintitle mainsubtitle maintitleaddon booktitle booksubtitle booktitleaddon journaltitle journal journalsubtitle issuetitle issuesubtitle eventtitle eventtitleaddon origtitle reprinttitle indextitle series shortseries shortjournal '
    + 'note addendum annotation annote abstract howpublished venue location address publisher institution school organization origpublisher origlocation type usera userb userc userd usere userf nameaddon label library shorthand '
    + 'relatedstring key pubstate mynote x-remark version listb', words],
  ['publisher location origlocation institution lista', list(words, 3, ' and ')],
  ['editortype editoratype editorbtype namebtype nameatype authortype', fc.constantFrom('editor', 'compiler', 'founder', 'translator', 'redactor', 'director', 'collaborator', 'illustrator')],
  ['date urldate origdate eventdate year', date], ['month', fc.constantFrom('jan', 'mar', '12', 'September', '5', 'Spring')], ['day', fc.integer({ min: 1, max: 28 }).map(String)],
  ['volume number issue part volumes edition chapter eid isrn isan ismn iswc articleno', number], ['pages', pages], ['abstract note annotation', fc.constantFrom('A paragraph.\n\nAnother one.', 'One\n  line', 'The Pier.\\par And so on.')], ['pagetotal', fc.constantFrom('320', 'xii + 320', '320~pp.')],
  ['keywords', fc.constantFrom('a, b; c', 'a; b; c', 'a,b,c', 'one', 'one, two, {three, four}', 'R\\&D, x', ' a , b', 'a, a', 'a / b')], ['langid language hyphenation', language],
  ['url', address], ['doi', fc.constantFrom('10.5555/pier.1', 'https://doi.org/10.5555/pier.1', '10.1000/a_b', 'doi:10.5555/X', '10.1002/(SICI)1099<1::AID>3.0', '10.1000/a\\_b')],
  ['isbn issn', numeral], ['eprint', fc.constantFrom('2101.00001', 'math/0307200v3', '12345')], ['eprinttype archiveprefix', fc.constantFrom('arxiv', 'pubmed', 'jstor', 'hdl')], ['eprintclass primaryclass', fc.constantFrom('cs.CY', 'math.CO')],
  ['crossref xref related ids entryset xdata', key], ['relatedtype', fc.constantFrom('translationof', 'reprintof')], ['gender', fc.constantFrom('sf', 'pp')], ['pagination bookpagination', fc.constantFrom('section', 'page', 'verse')],
  ['file pdf verba', fc.constantFrom('a/b c.pdf', ':files/x_1.pdf:PDF', 'C:/Users/x%20y.pdf')], ['options', fc.constantFrom('useprefix=true', 'skipbib, maxnames=3')], ['execute', fc.constant('x')],
  ['sortkey presort sortname sorttitle sortyear indexsorttitle', fc.constantFrom('Pier, Ida', 'mm', '1999')], ['entrysubtype', fc.constantFrom('magazine', 'newspaper', 'classical')], ['pubstate', fc.constantFrom('inpress', 'forthcoming', 'submitted')],
  ['timestamp', fc.constant('2020-01-01 10:00:00 +0100')], ['bdsk-url-1 groups owner local-url citation.key', fc.constantFrom('https://example.org/x', 'my group')], ['type', fc.constantFrom('phdthesis', 'mathesis', 'techreport', 'PhD thesis', 'Habilitationsschrift')],
];
const named = fieldsOf.flatMap(([all, one]) => all.split(' ').map((field) => one.map((said) => [field, said] as const)));
const entryTypes = ('article book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection dataset manual misc online patent periodical suppperiodical proceedings mvproceedings inproceedings reference mvreference inreference report '
  + 'software thesis unpublished artwork audio bibnote commentary image jurisdiction legislation legal letter movie music performance review standard video conference electronic mastersthesis phdthesis techreport www custom newspaper').split(' ');
/** A field that is there once more, now and then. */
const field = fc.oneof(...named);
const fields = fc.tuple(fc.uniqueArray(field, { minLength: 1, maxLength: 12, selector: ([one]) => one }), fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(field, { maxLength: 1 }) })).map((lots) => lots.flat());
const delimiter = fc.constantFrom('{', '{', '"');
const entry = fc.tuple(fc.constantFrom(...entryTypes), fields, delimiter).map(([type, all, open]) => {
  const values = all.map(([one, said]) => `  ${one} = ${open === '{' || said.includes('"') ? `{${said}}` : `"${said}"`},\n`);
  return `@${type}{k,\n${values.join('')}}\n`;
});

const risTypes = ('ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR INTV JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS '
  + 'PAMP PAT PCOMM PODCAST PRESS RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB UNPD VIDEO WEB XYZ').split(' ');
const plainWord = fc.constantFrom('shed', 'Pier', 'of', 'the', 'NATO', 'Россия', '北京', 'a: b', 'a; b', 'R&D', '50%', '<i>old</i>', 'it\'s', '“so”', 'x_y', '3', '&amp;', 'a/b', '*Mice', 'Why?', 'a : b');
const plainWords = list(plainWord, 6, ' ');
const risName = fc.constantFrom('Pier, Ida', 'Pier, I.K.', 'Smith, John, Jr.', 'King, Jr., Martin', 'World Bank', 'Smith J', 'de la Cruz, Ana', 'Нұрланов, Ә.', 'Ministry of Trade and Industry of Kazakhstan', 'Lee, A.; Kim, B.', 'Pier, Ida (1950-2010)', 'Plato', 'Pier,Ida');
const risDate = fc.constantFrom('1999', '1999///', '1999/05//', '1999/05/09/', '1999/05/09/Spring', '1999//// Summer', '1999/05/09/to 12', 'in press', '[n.d.]', '1999-05', '1999-05-09', 'May 1999', '1999/13/40', 'c1999', '99', '2001 through 2002', '12 May');
const risPage = fc.constantFrom('12', '12-15', '12–15', 'e123', '12-15, 20', 'xii', 'S12', '0', '1-', '320 p', 'pp. 3-9', '320');
const risNumber = fc.constantFrom('1', '0', '12(3)', 'IV', 'Spring', '3/4', 'no. 4', 'PhD', '2nd', 'Article 12', '1234-5678', '1234-5678 (print)', '9780199254040', '978-0-19-925404-0; 3-16-148410-0');
const tagsOf: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['A1 A2 A3 A4 AU ED TA', risName], ['TI T1 T2 T3 TT BT CT CY CN CA C1 C2 C3 C4 C5 C6 C8 DB DP J1 J2 JA JF JO LB M1 M2 M3 N1 N2 AB AD AN AV NO OP PB PP RI RN RP ST SV U1 U2 U3 U4 U5 VO WT X1 ZZ', plainWords],
  ['PY Y1 Y2 DA', risDate], ['SP EP AR', risPage], ['VL IS CP ET NV SE SN C7 M1 AN', risNumber], ['KW', fc.constantFrom('sheds', 'a; b', 'a, b', '*Mice', 'a/b', 'sheds')], ['LA', fc.constantFrom('en', 'English', 'German; English', 'eng', 'ru')],
  ['DO', fc.constantFrom('10.5555/pier.1', 'https://doi.org/10.5555/pier.1', 'doi: 10.5555/X', 'none', '10.5555/pier.2')], ['UR LK L1 L2 L3 L4', fc.constantFrom('https://example.org/a_b?x=1', 'http://example.org/1; http://example.org/2', 'https://doi.org/10.5555/pier.1', 'file.pdf', 'example.org')],
  ['M3 L3 N1 U1', fc.constantFrom('10.5555/pier.1', 'Article', 'PhD thesis', 'Journal Article')], ['ID', fc.constantFrom('pier1999', '12345', 'rayyan-1 x')], ['TI T2 JO', fc.constant('Sheds')],
  ['AB N1 N2 KW C1', fc.constantFrom('One line.\nAnother line.', 'A paragraph.\n\nAnother one.', 'See\n12.\nand so on')],
];
const tag = fc.oneof(...tagsOf.flatMap(([all, one]) => all.split(' ').map((each) => one.map((said) => [each, said] as const))));
const record = fc.tuple(fc.constantFrom(...risTypes), fc.array(tag, { minLength: 1, maxLength: 14 }))
  .map(([type, tags]) => `TY  - ${type}\n${tags.map(([one, said]) => `${one}  - ${said}\n`).join('')}ER  - \n`);

const folders = ['fixtures/pastes', 'bench/reading'].map((name) => join(process.cwd(), 'test', name));
const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt')).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const));

/** What an entry says itself: what it inherits from another is written out beside that. */
const ownOf = (all: readonly RawEntry[], written: readonly RawEntry[]): readonly unknown[] => written.map((entry, at) => {
  const own = all[at]?.fields.has('crossref') === true ? meaning(all[at]) : undefined;
  return own === undefined ? meaning(entry) : Object.fromEntries(Object.entries(meaning(entry)).filter(([name]) => name in own));
});

/** The records of a file as they were pasted, each by itself, but for those that had lost a brace or a dash and were mended, or their tags the blanks around them. */
async function assertFileComesBack(text: string, format: 'bibtex' | 'ris'): Promise<void> {
  const { records, problems } = await parsePaste(text, { engine: directEngine });
  const abbreviations = (text.match(/^@string\s?\{.*\}$/gimu) ?? []).join('\n');
  for (const { format: own, span, item, claim = span } of records) {
    const isMended = problems.some((problem) => problem.span !== undefined && problem.span.start >= span.start && problem.span.start < span.end) || reviewsOf(item).has('page');
    if (own !== format || item.custom?.['merged'] !== undefined || isMended) continue;
    const pasted = text.slice(claim.start, claim.end);
    const stored = readSourceFile(newSourceFile({ item: { ...item, id: item.id === '' ? 'k' : item.id }, pasted: [pasted] })).item;
    const [entries, lines] = [rawEntries(`${abbreviations}\n${pasted}`), rawRecords(pasted)];
    if (format === 'bibtex') assert.deepEqual(ownOf(entries, rawEntries(writeBibliography([stored], 'biblatex'))), entries.map(meaning), pasted);
    else if (lines.length > 0) assert.deepEqual(rawRecords(writeBibliography([stored], 'ris')).map(meaningOfRecord), lines.map(meaningOfRecord), pasted);
  }
}

describe('What stands in a record', function () {
  this.timeout(120_000);

  it('in BibLaTeX stands in what is written of its source, in every field of every type', () => fc.assert(fc.asyncProperty(entry, assertEntryComesBack), { numRuns: 600 }));

  it('in RIS stands in what is written of its source, under every tag of every type', () => fc.assert(fc.asyncProperty(record, assertRecordComesBack), { numRuns: 600 }));

  for (const [file, text] of files) {
    if (/^\s*@[A-Za-z]+\s?[{(]/mu.test(text)) it(`in BibLaTeX stands in what is written of its source: ${file}`, () => assertFileComesBack(text, 'bibtex'));
    if (/^TY {1,2}-/mu.test(text)) it(`in RIS stands in what is written of its source: ${file}`, () => assertFileComesBack(text, 'ris'));
  }

  it('in RIS stands there in all its paragraphs, also in the last before its end', async () => {
    const [item] = await stored('TY  - JOUR\nTI  - Sheds\nAB  - Of sheds.\n\nAnd of piers.\nER  - \n', 'ris');
    assert.equal(item?.abstract, 'Of sheds.\n\nAnd of piers.');
  });
});

/** The fields of the only entry of a text. */
const fieldsIn = (text: string): { readonly [field: string]: readonly string[] } => { const [only] = rawEntries(text); return only === undefined ? {} : meaning(only); };

describe('What a person changes in a source', () => {
  const entryOf = async (more: string): Promise<Item> => (await stored(`@collection{k, title={Sheds}, subtitle={On Piers}, editor={Pier, Ida and family=Berg, given=Jan, prefix=van der}, date={1999?}, keywords={a, b; c}, note={Here}, addendum={There}${more}}`, 'bibtex'))[0] as Item;
  const written = (item: Item): { readonly [field: string]: readonly string[] } => fieldsIn(writeBibliography([item], 'biblatex'));

  it('is written, and nothing of what it was before', async () => {
    const fields = written({ ...await entryOf(''), title: 'Boats' });
    assert.deepEqual([fields['title'], fields['subtitle'], fields['@'], fields['date'], fields['addendum']], [['Boats'], undefined, ['collection'], ['1999?'], ['There']]);
  });

  it('is written when it was taken away', async () => {
    const { title: _, issued: __, note: ___, ...item } = await entryOf('');
    const fields = written(item as Item);
    assert.deepEqual([fields['title'], fields['subtitle'], fields['date'], fields['note'], fields['addendum']], [undefined, undefined, undefined, undefined, undefined]);
  });

  it('is written where it is another type, a name, a date or an address', async () => {
    const item = await entryOf(', howpublished={\\url{https://example.org/1}}');
    assert.deepEqual(written({ ...item, type: 'report' })['@'], ['report']);
    assert.deepEqual(written({ ...item, editor: [{ family: 'Lee', given: 'Bo' }] })['editor'], ['Bo Lee']);
    assert.deepEqual(written({ ...item, issued: { 'date-parts': [[2001]] } })['date'], ['2001']);
    const moved = written({ ...item, URL: 'https://example.org/2' });
    assert.deepEqual([moved['url'], moved['howpublished']], [['https://example.org/2'], undefined]);
  });

  it('as a tag of the source stands before the keywords of the record, which stay as they were', async () => {
    const item = { ...await entryOf(''), tags: ['harbours'] };
    assert.deepEqual(written(item)['keywords'], ['harbours, a, b; c']);
    const [ris] = await stored('TY  - JOUR\nTI  - Sheds\nKW  - a; b\nKW  - *c\nER  - \n', 'ris');
    assert.deepEqual(rawRecords(writeBibliography([{ ...ris as Item, tags: ['harbours'] }], 'ris'))[0]?.get('KW'), ['harbours', 'a; b', '*c']);
  });

  it('in what came from RIS is written, and nothing of what it was before', async () => {
    const [item] = await stored('TY  - EJOUR\nT1  - Sheds : On Piers\nJO  - Pier J.\nJ2  - P. J.\nT2  - Journal of Piers\nA1  - Pier J\nY1  - 1999/05/09/Spring\nSP  - 211\nEP  - 34\nER  - \n', 'ris');
    const [fields] = rawRecords(writeBibliography([{ ...item as Item, title: 'Boats', page: '3-5', 'container-title': 'Boats and Sheds' }], 'ris'));
    assert.deepEqual(['TY', 'TI', 'T1', 'T2', 'JF', 'SP', 'EP', 'Y1', 'A1'].map((tag) => fields?.get(tag)?.join()), ['EJOUR', 'Boats', undefined, undefined, 'Boats and Sheds', '3', '5', '1999/05/09/Spring', 'Pier J']);
  });

  it('and what says all that the record said is not kept twice', async () => {
    const [item] = await stored('@article{k, author={Ida Pier and Bo Lee}, title={Of {NATO} and {\\"A}mter}, journal={Journal of Piers}, year=1999, month=mar, pages={3--5}, doi={https://doi.org/10.5555/1}}', 'bibtex');
    assert.equal(item?.custom, undefined);
    const [record] = await stored('TY  - JOUR\nT1  - Sheds\nA1  - Pier, Ida\nJF  - Journal of Piers\nY1  - 1999///\nSP  - 3\nEP  - 5\nER  - \n', 'ris');
    assert.equal(record?.custom, undefined);
  });

  it('that was mended while it was read stays mended', async () => {
    const [item] = await stored('TY  - JOUR\nTI  - Sheds\nJO  - Journal of Piers\nSP  - 93105\nER  - \n', 'ris');
    const [fields] = rawRecords(writeBibliography([item as Item], 'ris'));
    assert.deepEqual([fields?.get('SP'), fields?.get('EP')], [['93'], ['105']]);
  });

  it('by hand in the file of a source gives no field a name or a type that would break a bibliography', async () => {
    const item = await entryOf('');
    const kept = item.custom?.['biblatex'] as { readonly type: { readonly for: string } };
    for (const name of ['comment', 'x{y', '']) {
      const odd = { ...item, custom: { ...item.custom, biblatex: { ...kept, type: { ...kept.type, is: { '@': name, 'a b}': 'x', 'note': '} \\input{x}' } } } } } as Item;
      const text = writeBibliography([odd], 'biblatex');
      assert.ok(rawEntries(text).length === 1 && text.startsWith('@book{k,') && !text.includes('\\input') && !text.includes('a b'), text);
    }
  });
});
