import assert from 'node:assert/strict';
import { differencesOf, identifierIn, lookUp, takeDifferences, valueInWords, type Door, type Identifier, type LookedUp, type Reply, type Request } from '../../../src/core/lookup';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const doi = '10.1234/silence';
const message = {
  status: 'ok', 'message-type': 'work', message: {
    DOI: doi, type: 'journal-article', title: ['The <i>Silence</i> of Middle Powers'], author: [{ given: 'Ngozi', family: 'Okafor', sequence: 'first' }], 'container-title': ['Journal of Invented Politics'],
    volume: '7', issue: null, page: '101-119', issued: { 'date-parts': [[2019, null]] }, abstract: '<jats:title>Abstract</jats:title><jats:p>Middle powers often keep silent, and hedge where they could choose.</jats:p>',
    'reference-count': 2, reference: [{ key: '1', DOI: '10.1234/other', 'article-title': 'Another Work' }],
  },
};
const answers: { readonly [host: string]: object | string } = {
  'api.crossref.org': message,
  'api.datacite.org': { data: { id: doi, type: 'dois', attributes: { doi, creators: [{ name: 'Okafor, Ngozi', givenName: 'Ngozi', familyName: 'Okafor' }], titles: [{ title: 'The Silence of Middle Powers' }], publicationYear: 2019, types: { resourceTypeGeneral: 'Dataset' } } } },
  'doi.org': { type: 'article-journal', DOI: doi, title: 'The Silence of Middle Powers', author: [{ family: 'Okafor', given: 'Ngozi' }], issued: { 'date-parts': [[2019]] } },
  'api.openalex.org': { id: 'https://openalex.org/W123', doi: `https://doi.org/${doi}`, title: 'The Silence of Middle Powers', type: 'article', publication_year: 2019, abstract_inverted_index: { Middle: [0], powers: [1] } },
};

class Table implements Door {
  readonly asked: string[] = [];
  constructor(private readonly replies: (request: Request) => Reply | object | string | undefined) {}
  ask(request: Request): Promise<Reply> {
    this.asked.push(new URL(request.url).host);
    const reply = this.replies(request) ?? { ok: false, fault: 'unknown' };
    return Promise.resolve(typeof reply === 'string' ? { ok: true, text: reply } : 'ok' in reply ? reply as Reply : { ok: true, text: JSON.stringify(reply) });
  }
}
const only = (...hosts: readonly string[]): Table => new Table(({ url }) => (hosts.includes(new URL(url).host) ? answers[new URL(url).host] : undefined));
const identifier = (text: string): Identifier => identifierIn(text) ?? assert.fail(text);
const look = (text: string, door: Door): Promise<LookedUp> => lookUp(identifier(text), door, directEngine);
async function found(text: string, door: Door): Promise<{ readonly item: Item; readonly service: string; readonly pasted: string }> {
  const answer = await look(text, door);
  if (!answer.ok) assert.fail(answer.problem.message);
  return { item: answer.record.item, service: answer.service, pasted: answer.record.pasted };
}
async function failure(text: string, door: Door): Promise<string> {
  const answer = await look(text, door);
  if (answer.ok) assert.fail(JSON.stringify(answer.record));
  return answer.problem.code;
}

describe('Looking up', () => {
  it('reads what Crossref says, without its markup, its nulls and its references', async () => {
    const { item, service } = await found(doi, only('api.crossref.org'));
    assert.equal(service, 'Crossref');
    assert.equal(item.title, 'The Silence of Middle Powers');
    assert.deepEqual(item.author, [{ family: 'Okafor', given: 'Ngozi' }]);
    assert.deepEqual(item.issued, { 'date-parts': [[2019]] });
    assert.equal(item.abstract, 'Middle powers often keep silent, and hedge where they could choose.');
    assert.equal(item.issue, undefined);
    assert.equal(item.type, 'article-journal');
  });

  it('asks one service after the other until one knows the work, and no more of them', async () => {
    for (const [count, host] of ['api.crossref.org', 'api.datacite.org', 'doi.org', 'api.openalex.org'].entries()) {
      const door = only(host);
      assert.equal((await found(doi, door)).item.title, 'The Silence of Middle Powers', host);
      assert.equal(door.asked.length, count + 1);
    }
  });

  it('takes no answer about another work, unless the service lists the DOI among the names of this one', async () => {
    const another = (aliases?: readonly string[]): Door => new Table(() => ({ ...message, message: { ...message.message, DOI: '10.1234/loudness', ...(aliases && { aliases }) } }));
    assert.equal(await failure(doi, another()), 'lookup-unknown');
    assert.equal(await failure(doi, another(['10.1234/silences'])), 'lookup-unknown');
    assert.equal((await found(doi, another(['10.1234/quiet', doi]))).item.DOI, '10.1234/loudness');
  });

  it('finds books by their ISBN, also under the shorter one, and no chapter of it', async () => {
    const book = { url: 'https://openlibrary.org/books/OL1M/Great', key: '/books/OL1M', title: 'Great Games', subtitle: 'Local Rules', authors: [{ name: 'Marta Kovalenko' }], publishers: [{ name: 'Invented Press' }], publish_places: [{ name: 'Astana' }], publish_date: 'June 2012', number_of_pages: 251, identifiers: { isbn_13: ['9780306406157'], isbn_10: ['0306406152'] } };
    const library = new Table(({ url }) => (url.includes('openlibrary') ? { 'ISBN:0306406152': book } : undefined));
    const { item } = await found('0-306-40615-2', library);
    assert.equal(item.type, 'book');
    assert.equal(item.title, 'Great Games: Local Rules');
    assert.deepEqual(item.author, [{ family: 'Kovalenko', given: 'Marta' }]);
    assert.deepEqual([item.publisher, item['publisher-place'], item.issued, item['ISBN']], ['Invented Press', 'Astana', { 'date-parts': [[2012, 6]] }, '9780306406157']);
    const list = { status: 'ok', message: { items: [{ DOI: '10.1/c', type: 'book-chapter', title: ['A Chapter'], ISBN: ['9780306406157'] }, { DOI: '10.1/b', type: 'monograph', title: ['The Book'], ISBN: ['9780306406157'] }] } };
    const crossref = new Table(({ url }) => (url.includes('openlibrary') ? {} : list));
    assert.equal((await found('9780306406157', crossref)).item.title, 'The Book');
  });

  it('finds preprints by their arXiv number, in the feed or else by their DOI', async () => {
    const feed = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n<title>ArXiv Query: id_list=2103.00020</title><id>http://arxiv.org/api/x</id>\n<entry><id>http://arxiv.org/abs/2103.00020v1</id><published>2021-02-26T19:04:58Z</published><title>Learning\n  from Silence</title><summary>  We study silence &amp; its uses in assemblies of states.\n</summary><author><name>Ngozi Okafor</name></author><author><name>Åke Sundström</name></author><arxiv:comment>12 pages</arxiv:comment><category term="cs.CY"/></entry></feed>';
    const { item } = await found('arXiv:2103.00020v1', new Table(({ url }) => (url.includes('arxiv.org') ? feed : undefined)));
    assert.equal(item.title, 'Learning from Silence');
    assert.deepEqual(item.author, [{ family: 'Okafor', given: 'Ngozi' }, { family: 'Sundström', given: 'Åke' }]);
    assert.deepEqual([item.type, item['number'], item.URL], ['article', 'arXiv:2103.00020', 'https://arxiv.org/abs/2103.00020']);
    assert.match(item.abstract ?? '', /silence & its uses/);
    const error = feed.replace(/<entry>[\s\S]*<\/entry>/u, '<entry><id>http://arxiv.org/api/errors</id><title>Error</title><summary>incorrect id</summary></entry>');
    const byDoi = { data: { attributes: { doi: '10.48550/arxiv.2103.00020', creators: [{ name: 'Okafor, Ngozi' }], titles: [{ title: 'Learning from Silence' }], publicationYear: 2021, types: { resourceTypeGeneral: 'Preprint' }, url: 'https://arxiv.org/abs/2103.00020' } } };
    assert.equal((await found('2103.00020', new Table(({ url }) => (url.includes('arxiv.org/api') ? error : byDoi)))).service, 'DataCite');
  });

  it('says what went wrong in a sentence of its own', async () => {
    const fails = (fault: string): Door => new Table(() => ({ ok: false, fault }) as Reply);
    assert.equal(await failure(doi, fails('unknown')), 'lookup-unknown');
    for (const fault of ['no-data', 'busy', 'offline', 'timeout', 'too-large', 'wrong-type', 'refused', 'circle', 'stopped']) assert.equal(await failure(doi, fails(fault)), `lookup-${fault}`);
    for (const text of ['no json at all', '{"message": {"DOI": "10.1234/silence", "title": ["cut sh']) assert.equal(await failure(doi, new Table(() => text)), 'lookup-wrong-type', text);
    for (const text of ['[]', '{}', '{"__proto__": {"x": 1}}', '{"message": null}']) assert.equal(await failure(doi, new Table(() => text)), 'lookup-unknown', text);
    assert.equal(({} as { x?: number }).x, undefined);
  });

  it('X-03 names the host that an answer led to, and says that it was refused, whatever the others said', async () => {
    const led = { ok: false, fault: 'redirect', detail: 'evil.example' } as const;
    const among = (others: Reply): Door => new Table(({ url }) => (url.includes('//doi.org') ? led : others));
    for (const [others, code] of [['unknown', 'lookup-redirect'], ['no-data', 'lookup-redirect'], ['busy', 'lookup-busy'], ['timeout', 'lookup-timeout']] as const) {
      const answer = await look(doi, among({ ok: false, fault: others }));
      if (answer.ok) assert.fail();
      assert.equal(answer.problem.code, code);
      assert.match(answer.problem.message, /doi\.org sent us on to “evil\.example” that is not on the list of services, so this was refused/);
    }
  });

  it('asks nobody else after it was stopped or found no connection', async () => {
    for (const fault of ['stopped', 'offline'] as const) {
      const door = new Table(() => ({ ok: false, fault }));
      await failure(doi, door);
      assert.equal(door.asked.length, 1);
    }
  });

  it('keeps what the service said as the pasted text, unless it is long', async () => {
    assert.match((await found(doi, only('api.crossref.org'))).pasted, /^\{"status":"ok"/);
    const long = new Table(() => ({ ...message, message: { ...message.message, reference: Array.from({ length: 2_000 }, () => ({ DOI: '10.1234/x' })) } }));
    assert.equal((await found(doi, long)).pasted, doi);
  });
});

describe('What a looked-up record says otherwise', () => {
  const ours: Item = {
    id: 'okafor', type: 'document', title: 'The silence of middle powers', author: [{ family: 'Okafor', given: 'N.' }], issued: { 'date-parts': [[2019]] }, volume: '8', page: '101–119', DOI: 'https://doi.org/10.1234/SILENCE',
    publisher: 'Own Press', custom: { review: { volume: { why: 'Perhaps the issue.' }, title: { why: 'Perhaps.' } }, panel: 'A' },
  };
  const theirs: Item = {
    id: '', type: 'article-journal', title: 'The Silence of Middle Powers', author: [{ family: 'Okafor', given: 'Ngozi' }], issued: { 'date-parts': [[2019, 6]] }, volume: '7', page: '101-119', DOI: doi,
    publisher: 'Invented Press', 'container-title': 'Journal of Invented Politics', custom: { unmapped: { member: '1' } },
  };

  it('is told field by field, with what is surer or fuller advised', () => {
    const differences = differencesOf(ours, theirs);
    assert.deepEqual(differences.map(({ field, advised }) => [field, advised]), [
      ['type', true], ['author', true], ['issued', true], ['volume', true], ['publisher', false], ['container-title', true],
    ]);
    assert.deepEqual(differencesOf(theirs, { ...theirs, id: 'x' }), []);
  });

  it('is set as chosen, and settles what was to be looked at in these fields alone', () => {
    const chosen = differencesOf(ours, theirs).filter(({ field }) => field === 'volume' || field === 'container-title');
    assert.deepEqual(takeDifferences(ours, chosen), { 'volume': '7', 'container-title': 'Journal of Invented Politics', 'custom': { panel: 'A', review: { title: { why: 'Perhaps.' } } } });
  });

  it('is shown in words', () => {
    assert.equal(valueInWords([{ family: 'Okafor', given: 'Ngozi' }, { literal: 'Institute' }]), 'Ngozi Okafor; Institute');
    assert.equal(valueInWords({ 'date-parts': [[2019, 6]] }), '2019-06');
    assert.equal(valueInWords('a\n b'), 'a b');
  });
});
