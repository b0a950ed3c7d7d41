/** Entries of BibTeX and BibLaTeX, and exactly the fields that each gives. */
import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

type Fields = { readonly [field: string]: unknown };

/** The fields of the first entry but for its key. */
async function fieldsOf(text: string): Promise<Fields> {
  const { records } = await readBibliography(text, 'bibtex', directEngine);
  const { id: _, ...fields } = records[0]?.item ?? { id: '' };
  return fields;
}

const on = (...days: readonly (readonly number[])[]): Fields => ({ 'date-parts': days });
const lee = { family: 'Lee', given: 'Bo' };

/** What stands in an entry, by what stands around the fields that matter. */
const cases: { readonly [about: string]: { readonly [entry: string]: Fields } } = {
  'types': {
    '@online{k, title={T}, urldate={2020-05-01}, url={https://example.org/a}}': { type: 'webpage', title: 'T', accessed: on([2020, 5, 1]), URL: 'https://example.org/a' },
    '@thesis{k, title={T}, type={phdthesis}, institution={U of X}, date={2001}}': { type: 'thesis', title: 'T', genre: 'PhD thesis', publisher: 'U of X', issued: on([2001]) },
    '@phdthesis{k, title={T}, school={U of X}, address={Town}}': { type: 'thesis', title: 'T', genre: 'PhD thesis', publisher: 'U of X', 'publisher-place': 'Town' },
    '@mastersthesis{k, title={T}, school={U of X}}': { type: 'thesis', title: 'T', genre: 'Master’s thesis', publisher: 'U of X' },
    '@mvbook{k, title={T}, volumes={3}}': { type: 'book', title: 'T', 'number-of-volumes': '3' },
    '@inreference{k, title={T}, booktitle={Encyclopaedia}}': { type: 'entry', title: 'T', 'container-title': 'Encyclopaedia' },
    '@patent{k, title={T}, number={US 12}, holder={Acme}, location={countryus}}': { type: 'patent', title: 'T', number: 'US 12', jurisdiction: 'United States of America', custom: { unmapped: { holder: 'Acme' } } },
    '@dataset{k, title={T}, version={2.1}, organization={Archive}}': { type: 'dataset', title: 'T', version: '2.1', publisher: 'Archive' },
    '@software{k, title={T}, version={1}}': { type: 'software', title: 'T', version: '1' },
    '@report{k, title={T}, type={techreport}, number={7}, institution={Bank}}': { type: 'report', title: 'T', genre: 'Technical report', number: '7', publisher: 'Bank' },
    '@techreport{k, title={T}, type={Working Paper}, number={7}, institution={Bank}}': { type: 'report', title: 'T', genre: 'Working Paper', number: '7', publisher: 'Bank' },
    '@inbook{k, title={T}, booktitle={B}, chapter={4}, pages={1--9}}': { type: 'chapter', title: 'T', 'container-title': 'B', 'chapter-number': '4', page: '1-9' },
    '@incollection{k, title={T}, booktitle={B}, booksubtitle={S}, editor={Lee, Bo}}': { type: 'chapter', title: 'T', 'container-title': 'B: S', editor: [lee] },
    '@incollection{k, title={T}, booktitle={Volume}, maintitle={Whole}, volume={2}}': { type: 'chapter', title: 'T', 'container-title': 'Whole', 'volume-title': 'Volume', volume: '2' },
    '@suppbook{k, title={Foreword}, booktitle={B}}': { type: 'chapter', title: 'Foreword', 'container-title': 'B' },
    '@periodical{k, title={J}, issuetitle={Special}, number={2}, date={2001}}': { type: 'periodical', title: 'J', 'volume-title': 'Special', issue: '2', issued: on([2001]) },
    '@unpublished{k, title={T}, howpublished={Manuscript}}': { type: 'manuscript', title: 'T', publisher: 'Manuscript' },
    '@unpublished{k, title={T}, eventtitle={Meeting}, venue={Town}, eventdate={2001-05-02/2001-05-04}}': { type: 'speech', title: 'T', 'event-title': 'Meeting', 'event-place': 'Town', 'event-date': on([2001, 5, 2], [2001, 5, 4]) },
    // Names that every object of the language knows.
    '@article{k, title={T}, constructor={X}, entrysubtype={constructor}}': { type: 'article-journal', title: 'T', custom: { unmapped: { constructor: 'X' } } },
    '@book{k, editor={Lee, Bo}, editortype={constructor}, toString={X}, toString={Y}}': { type: 'book', editor: [lee], custom: { unmapped: { tostring: 'X', editortype: 'constructor' } } },
    '@misc{k, title={T}, howpublished={\\url{https://example.org/x_y}}}': { type: 'document', title: 'T', URL: 'https://example.org/x_y' },
    '@article{k, title={T}, entrysubtype={newspaper}, journaltitle={The Post}}': { type: 'article-newspaper', title: 'T', 'container-title': 'The Post' },
    '@inproceedings{k, title={T}, booktitle={Proc}, series={LNPS}, number={12}, organization={Society}, publisher={Press}}': { type: 'paper-conference', title: 'T', 'container-title': 'Proc', 'collection-title': 'LNPS', 'collection-number': '12', publisher: 'Press', custom: { unmapped: { organization: 'Society' } } },
    '@collection{k, title={T}, editor={Lee, Bo}, series={S}, number={3}}': { type: 'book', title: 'T', editor: [lee], 'collection-title': 'S', 'collection-number': '3' },
  },
  'dates': {
    '@book{k, date={1995?}}': { type: 'book', issued: { ...on([1995]), circa: true } },
    '@book{k, date={1995-06~}}': { type: 'book', issued: { ...on([1995, 6]), circa: true } },
    '@book{k, date={1995/1997}}': { type: 'book', issued: on([1995], [1997]) },
    '@book{k, date={1995/}}': { type: 'book', issued: on([1995]), custom: { unmapped: { date: '1995/' } } },
    '@book{k, date={1995/..}}': { type: 'book', issued: on([1995]), custom: { unmapped: { date: '1995/..' } } },
    '@book{k, date={2004-22}}': { type: 'book', issued: { ...on([2004]), season: 2 } },
    '@book{k, date={199X}}': { type: 'book', issued: { ...on([1990], [1999]), circa: true } },
    '@book{k, date={2004-04-25T14:34:00}}': { type: 'book', issued: on([2004, 4, 25]) },
    '@book{k, date={2001}, origdate={1899}}': { type: 'book', issued: on([2001]), 'original-date': on([1899]) },
    '@book{k, year=2001, month=jan # "~15"}': { type: 'book', issued: on([2001, 1, 15]) },
    '@book{k, year=2001, month="15~" # jan}': { type: 'book', issued: on([2001, 1, 15]) },
    '@book{k, year=2001, month={January--March}}': { type: 'book', issued: on([2001, 1], [2001, 3]) },
    '@book{k, year=2001, month={3}, day={4}}': { type: 'book', issued: on([2001, 3, 4]) },
    '@book{k, year=2001, month={Spring}}': { type: 'book', issued: { ...on([2001]), season: 1 } },
    '@book{k, year={2019--2020}}': { type: 'book', issued: on([2019], [2020]) },
    '@book{k, year={2019/20}}': { type: 'book', issued: on([2019], [2020]) },
    '@book{k, year={c. 1850}}': { type: 'book', issued: { ...on([1850]), circa: true } },
    '@book{k, year={forthcoming}, pubstate={forthcoming}}': { type: 'book', issued: { literal: 'forthcoming' }, status: 'forthcoming' },
    '@online{k, year=2001, urldate={Accessed: 5 May 2011}}': { type: 'webpage', issued: on([2001]), accessed: on([2011, 5, 5]) },
    '@online{k, year=2001, urlyear=2011, urlmonth=may}': { type: 'webpage', issued: on([2001]), accessed: on([2011, 5]) },
  },
  'names': {
    '@book{k, author={family=Berg, given={Anna}, prefix={van der}, useprefix=true and Lee, Bo}}': { type: 'book', author: [{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' }, lee] },
    '@book{k, author={Lee, Bo and {Ministry of Trade and Industry} and Kim, Min-su}}': { type: 'book', author: [lee, { literal: 'Ministry of Trade and Industry' }, { family: 'Kim', given: 'Min-su' }] },
    '@book{k, author={Charles Louis Xavier Joseph de la Vall{\\\'e}e Poussin}}': { type: 'book', author: [{ family: 'Vallée Poussin', given: 'Charles Louis Xavier Joseph', 'non-dropping-particle': 'de la' }] },
    '@book{k, author={de la Cruz, Jr., Juan}}': { type: 'book', author: [{ family: 'Cruz', given: 'Juan', suffix: 'Jr.', 'non-dropping-particle': 'de la' }] },
    '@book{k, author={Martin Luther King, Jr.}}': { type: 'book', author: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }] },
    '@book{k, author={Martin King Jr.}}': { type: 'book', author: [{ family: 'King', given: 'Martin', suffix: 'Jr.' }] },
    '@book{k, author={{\\O}steng{\\aa}rd, {\\AA}se and {\\\'E}mile Zola}}': { type: 'book', author: [{ family: 'Østengård', given: 'Åse' }, { family: 'Zola', given: 'Émile' }] },
    '@book{k, author={D.~H. Lee and L.\\ A. Kim}}': { type: 'book', author: [{ family: 'Lee', given: 'D. H.' }, { family: 'Kim', given: 'L. A.' }] },
    '@book{k, author={Lee, Bo AND Kim, Min\n  and Park, Jae}}': { type: 'book', author: [lee, { family: 'Kim', given: 'Min' }, { family: 'Park', given: 'Jae' }] },
    '@book{k, author={Lee, Bo; Kim, Min}}': { type: 'book', author: [lee, { family: 'Kim', given: 'Min' }] },
    '@book{k, author={Lee, Bo and et al.}}': { type: 'book', author: [lee], custom: { authorsIncomplete: true } },
    '@book{k, author={Lee, Bo}, author={Kim, Min}}': { type: 'book', author: [lee, { family: 'Kim', given: 'Min' }] },
    '@book{k, editor={Lee, Bo}, editortype={compiler}}': { type: 'book', compiler: [lee] },
    '@book{k, editor={Lee, Bo}, editora={Kim, Min}, editoratype={redactor}}': { type: 'book', editor: [lee], custom: { unmapped: { editora: 'Kim, Min', editoratype: 'redactor' } } },
    '@incollection{k, bookauthor={Lee, Bo}, translator={Kim, Min}}': { type: 'chapter', 'container-author': [lee], translator: [{ family: 'Kim', given: 'Min' }] },
    '@book{k, author={\\textsc{Lee}, Bo}}': { type: 'book', author: [lee] },
    '@book{k, author={{\\relax Ch}ristos Lee}}': { type: 'book', author: [{ family: 'Lee', given: 'Christos' }] },
    '@book{k, author={jean de {La Fontaine}}}': { type: 'book', author: [{ family: 'La Fontaine', 'non-dropping-particle': 'jean de' }] },
    '@book{k, author={MÃ¼ller, JÃ¶rg}}': { type: 'book', author: [{ family: 'Müller', given: 'Jörg' }] },
  },
  'text': {
    '@book{k, title={\\"{\\i} \\\'\\i{} \\v s \\v{S} \\c{c} \\k{a} \\t{oo} \\b{b} \\d{h} \\H{o} \\u{g} \\.{I} \\r{a} \\={a} \\^{\\j}}}': { type: 'book', title: 'ï í š Š ç ą o͡o ḇ ḥ ő ğ İ å ā ĵ' },
    '@book{k, title={\\overline{x} and \\\'{\\^e} and {\\\'{\\^e}}}}': { type: 'book', title: 'x̅ and ế and ế' },
    '@book{k, title={{T}he {\\emph{Leviathan}} and \\textit{so {on}} {\\em too}}}': { type: 'book', title: 'The <i>Leviathan</i> and <i>so on</i> <i>too</i>' },
    '@book{k, title={1914--1918 --- a ``great\'\' war~now}}': { type: 'book', title: '1914–1918 — a “great” war now' },
    '@book{k, title={50% of A \\& B, 60\\% of \\$5 \\#1 a\\_b}}': { type: 'book', title: '50% of A & B, 60% of $5 #1 a_b' },
    '@book{k, title={CO$_2$ and the 19$^{th}$ century}}': { type: 'book', title: 'CO<sub>2</sub> and the 19<sup>th</sup> century' },
    '@book{k, title={A, {{B}}: \\enquote{C} \\href{https://example.org}{D} \\url{example.org/a}}}': { type: 'book', title: 'A, B: “C” D example.org/a' },
    '@book{k, title={Why?}, subtitle={Because}}': { type: 'book', title: 'Why? Because' },
    '@book{k, title="A {"}quoted{"} # word"}': { type: 'book', title: 'A "quoted" # word' },
    '@book{k, title={A &amp; B \\&amp; C}}': { type: 'book', title: 'A & B & C' },
    '@book{k, title={O\'Neill\'s \\`a la carte, stra{\\ss}e, na\\"ive, Erd\\H os}}': { type: 'book', title: 'O\'Neill\'s à la carte, straße, naïve, Erdős' },
    '@book{k, title={\\noopsort{b}The Title \\\\ goes on}}': { type: 'book', title: 'The Title goes on' },
    '@book{k, title={Notes on \\url{http://example.org/~ito/a--b\\_c} and a tilde~here}, publisher={ Spaced House }}': { type: 'book', title: 'Notes on http://example.org/~ito/a--b_c and a tilde here', publisher: 'Spaced House' },
    '@book{k, year="{\\noopsort{1961a}}{\\switchargs{--74}{1961}}"}': { type: 'book', issued: { 'date-parts': [[1961], [1974]] } },
    '@book{k, title={T}, abstract={First \\emph{one}.\n\nSecond -- two.}}': { type: 'book', title: 'T', abstract: 'First <i>one</i>.\n\nSecond – two.' },
  },
  'lists, numbers and the rest': {
    '@book{k, publisher={Taylor and Francis}, address={London and New York}}': { type: 'book', publisher: 'Taylor and Francis', 'publisher-place': 'London and New York' },
    '@book{k, publisher={MIT Press and Suhrkamp}, location={Cambridge and Berlin}, date=2001}': { type: 'book', publisher: 'MIT Press; Suhrkamp', 'publisher-place': 'Cambridge; Berlin', issued: on([2001]) },
    '@article{k, journaltitle={J}, journalsubtitle={S}, shortjournal={J.}, volume={3}, number={4}, issue={Spring}, issn={1234-5678}}': { type: 'article-journal', 'container-title': 'J: S', 'container-title-short': 'J.', volume: '3', issue: '4', ISSN: '1234-5678', custom: { unmapped: { issue: 'Spring' } } },
    '@article{k, journal={J}, pages={77}, eid={77}}': { type: 'article-journal', 'container-title': 'J', page: '77' },
    '@article{k, journal={J}, number={3/4}, eid={e12}}': { type: 'article-journal', 'container-title': 'J', issue: '3/4', number: 'e12' },
    '@book{k, note={First note}, addendum={And more}}': { type: 'book', note: 'First note. And more' },
    '@book{k, langid={ngerman}}': { type: 'book', language: 'de' },
    '@book{k, isbn={978-3-16-148410-0}, pagetotal={iv+300}, edition={2}}': { type: 'book', ISBN: '978-3-16-148410-0', 'number-of-pages': 'iv+300', edition: '2' },
    '@book{k, keywords={a, b ,c}, annotation={Good}}': { type: 'book', keyword: 'a, b, c', annote: 'Good' },
    '@article{k, eprint={2101.00001}, eprinttype={arxiv}, eprintclass={cs.CY}}': { type: 'article-journal', URL: 'https://arxiv.org/abs/2101.00001', custom: { unmapped: { eprint: '2101.00001', eprinttype: 'arxiv', eprintclass: 'cs.CY' } } },
    '@book{k, title={T}, titleaddon={A remark}, shorttitle={Short}}': { type: 'book', title: 'T. A remark', 'title-short': 'Short' },
    '@mvbook{k, maintitle={All Works}, title={Volume Two}, titleaddon={A Reader}, volume=2}': { type: 'book', title: 'All Works', 'volume-title': 'Volume Two. A Reader', volume: '2' },
    '@book{k, publisher={Routledge {and} Kegan Paul and Suhrkamp}, location={London}}': { type: 'book', publisher: 'Routledge and Kegan Paul; Suhrkamp', 'publisher-place': 'London' },
    '@article{k, language={langlatin and langgerman}, langid={german}, series={newseries}, pubstate={inpress}}': { type: 'article-journal', language: 'de', 'collection-title': 'new series', status: 'in press', custom: { unmapped: { language: 'langlatin and langgerman' } } },
    '@misc{k, url={http://example.org/\\textasciitilde{}lee/a\\_b}, doi={10.1000/182}}': { type: 'document', URL: 'http://example.org/~lee/a_b', DOI: '10.1000/182' },
    '@misc{k, howpublished={Available at \\url{https://example.org/x}}}': { type: 'document', URL: 'https://example.org/x' },
    '@article{k, eprint={12345}, eprinttype={pubmed}}': { type: 'article-journal', PMID: '12345', custom: { unmapped: { eprint: '12345', eprinttype: 'pubmed' } } },
    '@book{k, title={The $\\mu$-distribution in $O(n \\log n)$}}': { type: 'book', title: 'The μ-distribution in O(n log n)' },
  },
  'inheritance': {
    '@inproceedings{a, title={A}, crossref={p}}\n@proceedings{p, title={Proc}, subtitle={Sub}, editor={Lee, Bo}, date={2001}}': { type: 'paper-conference', title: 'A', 'container-title': 'Proc: Sub', editor: [lee], issued: on([2001]), custom: { unmapped: { crossref: 'p' } } },
    '@inbook{a, title={A}, crossref={b}, pages={1--2}}\n@book{b, title={B}, author={Lee, Bo}, volume={2}, crossref={m}}\n@mvbook{m, title={M}, publisher={P}}': { type: 'chapter', title: 'A', author: [lee], 'container-title': 'M', 'volume-title': 'B', 'container-author': [lee], volume: '2', page: '1-2', publisher: 'P', custom: { unmapped: { crossref: 'b' } } },
    '@article{a, title={A}, crossref={j}}\n@periodical{j, title={Journal}, volume={3}}': { type: 'article-journal', title: 'A', 'container-title': 'Journal', volume: '3', custom: { unmapped: { crossref: 'j' } } },
    '@book{a, title={A}, xdata={x, y}}\n@xdata{x, publisher={P}, xdata={z}}\n@xdata{y, location={L}}\n@xdata{z, series={S}}': { type: 'book', title: 'A', publisher: 'P', 'publisher-place': 'L', 'collection-title': 'S', custom: { unmapped: { xdata: 'x, y' } } },
  },
  'slips': {
    '@book{title={No key}, year=2001}': { type: 'book', title: 'No key', issued: on([2001]) },
    '@book{, title={Empty key}, year=2001}': { type: 'book', title: 'Empty key', issued: on([2001]) },
    '@book(k, title={Round (ones)}, year=2001)': { type: 'book', title: 'Round (ones)', issued: on([2001]) },
    '@book{k, title={Doubled},, year=2001,,}': { type: 'book', title: 'Doubled', issued: on([2001]) },
    '@preamble{"\\def\\x#1{#1} " # "\\newcommand{\\y}{z}"}\n@book{k, title={After}}': { type: 'book', title: 'After' },
    '@book{k, title={First}, title={Second}}': { type: 'book', title: 'First' },
    '@string{a = "One " # b}\n@string{b = "Two"}\n@book{k, title = a # "{Three}" # " four"}': { type: 'book', title: 'One bThree four' },
    '@comment{Lee, Bo. 2001. *A Title*. Place: Publisher.}\n% @book{out, title={Out}}\n@xdata{x, publisher={P}}\n@book{k, title={In}}': { type: 'book', title: 'In' },
    '@comment{set aside:\n  @book{out, title={Out}}\n  @misc{gone, title={Gone}}\n}\n@book{k, title={In}}': { type: 'book', title: 'In' },
    '@comment{never closed\n@book{k, title={In}}': { type: 'book', title: 'In' },
    '@book{k,\n  title = {Kept}, % 2000\n%  title = {Out},\n  author = {Lee, %B.\n Bo},\n  note = {5% of\n all}\n}': { type: 'book', title: 'Kept', author: [lee], note: '5% of all' },
    '@BOOK { k ,\n TITLE = {Spaced} ,\n YEAR = 2001\n}': { type: 'book', title: 'Spaced', issued: on([2001]) },
  },
};

describe('An entry of BibTeX or BibLaTeX', () => {
  for (const [about, entries] of Object.entries(cases)) {
    for (const [entry, fields] of Object.entries(entries)) {
      it(`gives its ${about}: ${entry.replace(/\n/gu, ' ')}`, async () => assert.deepEqual(await fieldsOf(entry), fields));
    }
  }
});
