import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { loadCiteproc } from '../../../src/core/engine';
import type { DraftCitation, DraftToFormat } from '../../../src/core/enginePort';
import { createFormatter, type StyleData } from '../../../src/core/formatting';
import { inventedItems } from './items';

const loadStyles = async (): Promise<StyleData> => (await import('commonplace:styles')).default;
const formatter = createFormatter(loadCiteproc, loadStyles);
const items = inventedItems(40);
const cite = (...ids: readonly string[]): DraftCitation => ({ cites: ids.map((id) => ({ id })) });
const draft = (citations: readonly DraftCitation[], uncited: readonly string[] = [], name = 'draft.md'): DraftToFormat => ({ name, items, citations, uncited });
const apsa = { id: 'american-political-science-association' };

describe('Formatting the citations of a draft', function () {
  this.timeout(60_000);

  it('gives each citation in order and the reference list of what is cited', async () => {
    const { citations, bibliography, notes } = await formatter.draft(draft([
      { cites: [{ id: 'item1', prefix: 'see ', locator: '3–5', label: 'page' }, { id: 'item2' }] }, { ...cite('item4'), mode: 'composite' },
      { cites: [{ id: 'item1', suppressAuthor: true, suffix: ', among others' }] },
    ]), apsa, '');
    assert.equal(notes, false);
    assert.deepEqual(citations.map(({ text }) => text), ['(see Berg 2011, 3–5; Çelik 2012)', 'Ødegård (2010)', '(2011, among others)']);
    assert.deepEqual(bibliography.map(({ id }) => id), ['item1', 'item2', 'item4']);
  });

  it('tells apart works of one author and year by letters', async () => {
    const same = items.filter(({ author, issued }) => author?.[0]?.family === 'Berg' && issued?.['date-parts']?.[0]?.[0] === 2011);
    const two = [{ ...items[1], id: 'a', title: 'Zebra' }, { ...items[1], id: 'b', title: 'Apple' }] as typeof items;
    assert.ok(same.length > 0);
    const { citations } = await formatter.draft({ name: 'two', items: two, citations: [cite('a'), cite('b')], uncited: [] }, apsa, '');
    assert.deepEqual(citations.map(({ text }) => text), ['(Berg 2011b)', '(Berg 2011a)']);
  });

  it('lists works that are named without being cited, and numbers in a numbering style', async () => {
    const { citations, bibliography } = await formatter.draft(draft([cite('item3'), cite('item1')], ['item7']), { id: 'ieee' }, '');
    assert.deepEqual(citations.map(({ text }) => text), ['[1]', '[2]']);
    assert.deepEqual(bibliography.map(({ id, number }) => [id, number]), [['item3', '[1]'], ['item1', '[2]'], ['item7', '[3]']]);
  });

  it('says that a style sets notes, and shortens what was cited before', async () => {
    const { citations, notes } = await formatter.draft(draft([cite('item1'), cite('item2'), cite('item1')]), { id: 'chicago-fullnote-bibliography' }, '');
    assert.equal(notes, true);
    assert.ok((citations[2]?.text.length ?? 0) < (citations[0]?.text.length ?? 0));
  });

  let count = 0;
  it('gives after any changes what it gives for a new draft', async () => {
    const some = fc.array(fc.array(fc.integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    await fc.assert(fc.asyncProperty(fc.array(some, { minLength: 2, maxLength: 5 }), fc.constantFrom('american-political-science-association', 'chicago-fullnote-bibliography', 'ieee'), async (versions, id) => {
      const salt = count++;
      for (const version of versions) {
        const citations = version.map((cites) => cite(...cites.map((at) => `item${at}`)));
        const grown = await formatter.draft(draft(citations, [], `grown ${salt}`), { id }, '');
        const anew = await formatter.draft(draft(citations, [], `anew ${JSON.stringify(citations)}`), { id }, '');
        assert.deepEqual(grown, anew);
      }
    }), { numRuns: 12 });
  });

  it('leaves an empty citation empty, and gives nothing for a draft that cites nothing', async () => {
    assert.deepEqual((await formatter.draft(draft([{ cites: [] }, cite('item1')]), apsa, '')).citations.map(({ text }) => text), ['', '(Berg 2011)']);
    assert.deepEqual(await formatter.draft(draft([]), apsa, ''), { notes: false, citations: [], bibliography: [] });
  });

  it('formats in the language that is asked for, else in the style’s own', async () => {
    const words = async (id: string, locale: string) => (await formatter.draft(draft([cite('item0')], ['item2']), { id }, locale)).bibliography.map(({ text }) => text).join(' ');
    assert.match(await words('chicago-author-date', 'de-DE'), / und /);
    assert.match(await words('chicago-author-date-de', ''), / und /);
    assert.match(await words('apa', 'en-GB'), / & /);
  });
});

const apsaXml = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="fr-FR">
  <info><title>Notre revue &amp; nous</title><id>x</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <!-- a remark -->
  <citation><layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short" and="text"/></names><date variable="issued" prefix=" "><date-part name="year"/></date></layout></citation>
  <bibliography><sort><key variable="title"/></sort><layout suffix="."><text variable="title" font-style="italic"/></layout></bibliography>
</style>`;

describe('The bundled styles', function () {
  this.timeout(60_000);

  it('are listed by title, and every one of them formats', async () => {
    const list = await formatter.list();
    assert.ok(list.length > 30 && list.every(({ title }) => title !== ''));
    assert.deepEqual(list.map(({ title }) => title), list.map(({ title }) => title).sort((one, other) => one.localeCompare(other, 'en')));
    for (const { id, notes } of list) {
      const made = await formatter.draft({ name: 'all', items, citations: [cite('item1'), cite('item2')], uncited: [] }, { id }, '');
      assert.equal(made.notes, notes, id);
      assert.ok(made.citations.every(({ text }) => text !== ''), id);
      assert.ok(made.bibliography.length === 2 || (notes && made.bibliography.length === 0), id);
    }
  });
});

describe('Style files of the workspace', function () {
  this.timeout(20_000);

  it('are read and say what they are', async () => {
    assert.deepEqual(await formatter.describe({ xml: apsaXml }), { title: 'Notre revue & nous', notes: false, locale: 'fr-FR' });
    const { citations, bibliography } = await formatter.draft(draft([cite('item0')]), { xml: apsaXml }, '');
    assert.equal(citations[0]?.text.replace(/\s/g, ' '), '(Abramova, de la Cruz, et Institute of Order 2019)');
    assert.match(bibliography[0]?.html ?? '', /^<i>Hedging/);
  });

  it('that only point to another style stand for it when that is here', async () => {
    const pointer = (parent: string) => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Annals</title><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info></style>`;
    assert.equal((await formatter.describe({ xml: pointer('apa') })).parent, 'apa');
    const item = [items[1]].flatMap((one) => one ?? []);
    assert.deepEqual(await formatter.references(item, { xml: pointer('apa') }, ''), await formatter.references(item, { id: 'apa' }, ''));
    await assert.rejects(formatter.references(item, { xml: pointer('nowhere') }, ''), /nowhere/);
  });

  it('that are cut short, misspelt or lack their parts are refused, or format what they can', async () => {
    const without = (piece: string): string => apsaXml.replace(piece, '');
    const broken = [
      ...[0.2, 0.4, 0.6, 0.8, 0.95].map((part) => apsaXml.slice(0, apsaXml.length * part)),
      without('<citation>'), without('</citation>'), without('<names variable="author">'), without('</style>'), without('variable="author"'), without('class="in-text"'),
      apsaXml.replace('<layout prefix', '<text macro="nowhere"/><layout prefix'), apsaXml.replace('<text variable="title" font-style="italic"/>', '<text macro="nowhere"/>'),
      apsaXml.replace(/<citation>.*<\/citation>/su, ''), apsaXml.replace(/<bibliography>.*<\/bibliography>/su, ''), apsaXml.replace('name="year"', 'name="fortnight"'),
      apsaXml.replace('variable="title" font-style', 'variable="__proto__" font-style'), apsaXml.replace('default-locale="fr-FR"', 'default-locale="../../etc/passwd"'), apsaXml.replace('<citation>', '<citation>&bomb;'),
      apsaXml.replace(/"/g, '“'), apsaXml.replace(/</g, '&lt;'), `\uFEFF${apsaXml}`, apsaXml.replace(/\n/g, '\r\n'),
    ];
    const outcomes = await Promise.all(broken.map((xml, at) => formatter.draft(draft([cite('item0'), cite('item1')], [], `broken ${at}`), { xml }, '').then(({ citations }) => citations.map(({ text }) => text), (error: unknown) => String(error))));
    outcomes.forEach((outcome, at) => {
      if (typeof outcome === 'string') assert.match(outcome, /^Error: ./, String(at));
      else assert.ok(outcome.length === 2 && outcome.every((text) => text !== ''), String(at));
    });
    assert.match(String(outcomes[1]), /cut short/);
    assert.match(String(outcomes[13]), /how to cite/);
    assert.match(String(outcomes[12]), /macro “nowhere”/);
    assert.deepEqual(outcomes.slice(-2).map((outcome) => typeof outcome), ['object', 'object']);
    // The next style is none the worse for it.
    assert.match((await formatter.draft(draft([cite('item1')]), { xml: apsaXml }, '')).citations[0]?.text ?? '', /^\(Berg/);
  });

  it('that are something else are refused with the reason', async () => {
    await assert.rejects(formatter.references(items, { xml: '<html></html>' }, ''), /no CSL style/);
    await assert.rejects(formatter.references(items, { xml: ' '.repeat(1024 * 1024 + 1) }, ''), /1 MB/);
  });
});
