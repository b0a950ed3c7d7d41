import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bareIdentifiers, identifierIn, identifierOf, identifiersIn, lookupHosts } from '../../../src/core/lookup';
import { services } from '../../../src/core/lookup/services';
import type { Item } from '../../../src/core/source';
import { patience, runs } from '../../reliability/tier';

const written = (text: string): string | undefined => {
  const found = identifierIn(text);
  return found && `${found.kind} ${found.value}`;
};

describe('identifiers to look up', function () {
  this.timeout(patience(20_000));

  it('are recognised bare, under their label and in an address', () => {
    assert.equal(written('10.1234/abc.2020.7'), 'doi 10.1234/abc.2020.7');
    assert.equal(written('https://doi.org/10.1234/abc.2020.7'), 'doi 10.1234/abc.2020.7');
    assert.equal(written('https://journal.example/article/10.1234/abc.2020.7'), 'doi 10.1234/abc.2020.7');
    assert.equal(written('ISBN: 978-0-306-40615-7'), 'isbn 9780306406157');
    assert.equal(written('0 306 40615 2'), 'isbn 0306406152');
    assert.equal(written('arXiv:2103.00020v2'), 'arxiv 2103.00020');
    assert.equal(written('https://arxiv.org/pdf/2103.00020v2'), 'arxiv 2103.00020');
    assert.equal(written('arXiv:hep-th/9901001'), 'arxiv hep-th/9901001');
    assert.equal(written('10.48550/arXiv.2103.00020'), 'arxiv 2103.00020');
  });

  it('are not seen in numbers that only look like one', () => {
    for (const text of ['978-0-306-40615-8', '2019', 'p. 152', 'https://example.org/2019/03', '', '10.2040/12']) assert.equal(written(text), undefined, text);
  });

  it('are taken out of a line or a list, without repeats, and the rest is told', () => {
    const { identifiers, others } = identifiersIn('10.1234/abc, 10.1234/ABC\nISBN 978-0-306-40615-7; nonsense');
    assert.deepEqual(identifiers.map(({ kind }) => kind), ['doi', 'isbn']);
    assert.deepEqual(others, ['nonsense']);
  });

  it('make a bare list only when every line is one', () => {
    assert.equal(bareIdentifiers('10.1234/abc\nhttps://doi.org/10.1234/def\n\narXiv:2103.00020\n978-0-306-40615-7').length, 4);
    assert.deepEqual(bareIdentifiers('10.1234/abc\nOkafor, N. 2019. The Silence of Middle Powers. https://doi.org/10.1234/def'), []);
    assert.deepEqual(bareIdentifiers('Introduction'), []);
  });

  it('of a source are its DOI, else its arXiv number, else the ISBN of a book', () => {
    const item = (fields: object): Item => ({ id: 'a', type: 'book', ...fields });
    assert.equal(identifierOf(item({ DOI: '10.1234/abc', ISBN: '9780306406157' }))?.kind, 'doi');
    assert.equal(identifierOf(item({ URL: 'https://arxiv.org/abs/2103.00020' }))?.kind, 'arxiv');
    assert.equal(identifierOf(item({ ISBN: '9780306406157' }))?.kind, 'isbn');
    assert.equal(identifierOf(item({ type: 'chapter', ISBN: '9780306406157' })), undefined);
  });

  it('lead to the listed hosts over https, whatever they hold (X-02)', () => {
    const trick = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('@evil.example/', '//evil.example/', '/../../admin', '\\\\evil', '?a=b#c', ':8443/', '::ffff:127.0.0.1', '2130706433', '%2e%2e/%2e%2e', '\u0000', 'ｄｏｉ．ｏｒｇ', '%'),
    );
    fc.assert(fc.property(fc.array(trick, { maxLength: 4 }), fc.constantFrom('10.1234/', 'https://doi.org/10.1234/', 'arXiv:2103.00020', ''), (parts, start) => {
      const found = identifierIn(start + parts.join(''));
      if (found === undefined) return;
      for (const service of services[found.kind]) {
        const url: URL = new URL(service.request(found.value).url);
        assert.equal(url.protocol, 'https:');
        assert.ok(lookupHosts.has(url.host), url.href);
        assert.equal(url.username + url.password + url.port + url.hash, '');
        assert.match(url.pathname, /^\/(?:works|dois|api\/books|api\/query|10\.)/u);
      }
    }), { numRuns: runs(10_000) });
  });
});
