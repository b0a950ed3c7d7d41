/** The one door to the network, against a server on this machine that misbehaves. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { lookupHosts, type Reply } from '../../../src/core/lookup';
import { doorLimits, NetworkDoor, type DoorLimits } from '../../../src/host/lookup/networkDoor';
import { waitAsked } from '../../../src/host/lookup/pace';
import { patience, runs } from '../../reliability/tier';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const json = { 'content-type': 'application/json; charset=utf-8' };

describe('The door to the network', function () {
  this.timeout(patience(20_000));
  let server: Server;
  let other: Server;
  let handler: Handler = () => undefined;
  let asked: string[] = [];
  let reachedOther = 0;
  const portOf = (one: Server): number => (one.address() as AddressInfo).port;
  const host = (): string => `127.0.0.1:${portOf(server)}`;

  before(async () => {
    server = createServer((request, response) => { asked.push(request.url ?? ''); handler(request, response); });
    other = createServer((_, response) => { reachedOther++; response.writeHead(200, json).end('{"secret":1}'); });
    await Promise.all([server, other].map((one) => new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))));
  });
  beforeEach(() => { [asked, reachedOther] = [[], 0]; });
  after(() => { for (const one of [server, other]) { one.closeAllConnections(); one.close(); } });

  const doorWith = (limits: Partial<DoorLimits> = {}): NetworkDoor =>
    new NetworkDoor('Commonplace/1', { ...doorLimits, protocol: 'http:', hosts: new Set([host()]), time: 1_000, ...limits });
  const ask = (answer: Handler, limits: Partial<DoorLimits> = {}, signal?: AbortSignal, path = '/works/1'): Promise<Reply> => {
    handler = answer;
    return doorWith(limits).ask({ url: `http://${host()}${path}`, accept: 'application/json', types: /^application\/json/u }, signal);
  };
  const faultOf = async (reply: Promise<Reply>): Promise<string | undefined> => {
    const one = await reply;
    return one.ok ? undefined : one.fault;
  };

  it('gives the text of an answer, and says nothing about the person', async () => {
    let sent: NodeJS.Dict<string | string[]> = {};
    const reply = await ask((request, response) => { sent = request.headers; response.writeHead(200, json).end('{"title":"Çapan"}'); });
    assert.deepEqual(reply, { ok: true, text: '{"title":"Çapan"}' });
    assert.equal(sent['user-agent'], 'Commonplace/1');
    assert.deepEqual(Object.keys(sent).filter((name) => /cookie|referer|authorization|from|origin/iu.test(name)), []);
  });

  it('asks only the listed hosts, over https, in what is shipped', async () => {
    const shipped = new NetworkDoor(undefined);
    for (const url of [`http://${host()}/`, 'http://api.crossref.org/works/1', 'https://evil.example/', 'https://api.crossref.org:8443/', 'https://a@api.crossref.org/', 'https://api.crossref.org.evil.example/', 'https://2130706433/', 'https://[::ffff:127.0.0.1]/', 'file:///etc/passwd', 'data:application/json,{}', 'no address']) {
      assert.equal(await faultOf(shipped.ask({ url, accept: '*/*', types: /./u })), 'redirect', url);
    }
    assert.deepEqual(asked, []);
    assert.ok([...doorLimits.hosts].every((one) => /^[a-z.]+$/u.test(one)) && doorLimits.protocol === 'https:');
  });

  const piece = fc.oneof(
    fc.constantFrom(...lookupHosts), fc.constantFrom('@', '/', '//', '\\\\', '\\', ':', ':443', ':8443', '.', '..', '?', '#', '%2f', '%40', '%00', '\0', '\t', '\n', '\r', ' ', '\u3002', '\uff0f', '\u200b', '\u00ad', '\u212a'),
    fc.constantFrom('https:', 'https://', 'http://', 'HTTPS://', 'hTTps:/', 'file:///', 'data:', 'ftp://', 'gopher://', 'javascript:', 'blob:https://', 'view-source:', 'ws://'),
    fc.constantFrom('127.0.0.1', '127.1', '0', '0x7f.1', '0177.0.0.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '169.254.169.254', '10.0.0.1', 'localhost', 'localhost.', 'metadata.google.internal', 'evil.example', 'ｄｏｉ．ｏｒｇ', 'dоi.org', 'doi.org.', 'DOI.ORG', 'xn--di-jia.org', 'user:secret@', '/works/10.1/x'),
    fc.webUrl(), fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const address = fc.oneof(
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('https://', '//', ''), fc.constantFrom(...lookupHosts), fc.array(piece, { maxLength: 4 })).map(([start, name, parts]) => start + name + parts.join('')),
  );

  it('speaks to no host but the listed ones, whatever address it is given and wherever it is sent on (X-02, X-03)', async () => {
    const reached = new Map<string, number>();
    const usual = globalThis.fetch;
    let next = '';
    globalThis.fetch = (input) => {
      const url = new URL(input as URL);
      assert.deepEqual([url.protocol, lookupHosts.has(url.host), url.username, url.password, url.port], ['https:', true, '', '', ''], url.href);
      reached.set(url.host, (reached.get(url.host) ?? 0) + 1);
      return Promise.resolve(next === '' ? new Response('{}', { headers: json }) : new Response(null, { status: 302, headers: { location: next } }));
    };
    try {
      await fc.assert(fc.asyncProperty(address, address, async (first, second) => {
        for (const [url, then] of [[first, ''], ['https://doi.org/10.1/x', second]] as const) {
          next = /[^\x21-\x7e]/u.test(then) ? encodeURI(Buffer.from(then).toString()) : then;
          await new NetworkDoor('Commonplace/1').ask({ url, accept: '*/*', types: /json/u });
        }
      }), { numRuns: runs(10_000) });
    } finally {
      globalThis.fetch = usual;
    }
    assert.ok(reached.size > 5 && [...reached.values()].every((count) => count > 10), 'the addresses by chance never reach a listed host');
  });

  it('waits ten seconds, takes 2 MiB and follows three redirects in what is shipped, and never waits longer than ten seconds for a busy service', () => {
    const { hosts: _, ...limits } = doorLimits;
    assert.deepEqual(limits, { protocol: 'https:', time: 10_000, bytes: 2 * 1024 * 1024, redirects: 3, patience: 10_000 });
  });

  it('follows no redirect to another host, address or protocol, and names where it led (X-03)', async () => {
    const places = () => [`http://127.0.0.1:${portOf(other)}/`, `http://localhost:${portOf(server)}/`, 'http://169.254.169.254/latest', 'http://10.0.0.1/', 'http://[::1]/', 'file:///etc/passwd', `https://${host()}/`, 'gopher://x/', `http://me@${host()}/`, `//evil.example/`, 'http://', 'javascript:alert(1)'];
    for (const location of places()) {
      const reply = await ask((_, response) => response.writeHead(302, { location }).end());
      assert.equal(reply.ok === false && reply.fault, 'redirect', location);
    }
    const named = await ask((_, response) => response.writeHead(302, { location: 'https://evil.example/x' }).end());
    assert.equal(named.ok === false && named.detail, 'evil.example');
    assert.equal(reachedOther, 0);
  });

  it('follows redirects on its own hosts, but no more than three, and gives up in a circle (X-03)', async () => {
    const steps = (count: number): Handler => (request, response) => {
      const step = Number(request.url?.split('/').at(-1));
      if (step < count) response.writeHead(301, { location: `/works/${step + 1}` }).end();
      else response.writeHead(200, json).end('{}');
    };
    assert.deepEqual(await ask(steps(3), {}, undefined, '/works/0'), { ok: true, text: '{}' });
    assert.equal(await faultOf(ask(steps(4), {}, undefined, '/works/0')), 'circle');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(302, { location: '/works/1' }).end())), 'circle');
  });

  it('waits no longer than its time, for the head or for the rest (X-04)', async () => {
    for (const slow of [() => undefined, (_: unknown, response: ServerResponse) => { response.writeHead(200, json).write('{'); }] as Handler[]) {
      const begin = Date.now();
      assert.equal(await faultOf(ask(slow, { time: 300 })), 'timeout');
      assert.ok(Date.now() - begin < 1_500);
    }
  });

  it('counts the time of all redirects together (X-04)', async () => {
    const reply = ask((_, response) => void setTimeout(() => response.writeHead(302, { location: '/works/1' }).end(), 150), { time: 300, redirects: 100 });
    assert.equal(await faultOf(reply), 'timeout');
  });

  it('takes no more than its limit, from an endless answer, an announced one or a bomb (X-04)', async () => {
    const bytes = 100_000;
    const endless: Handler = (_, response) => {
      response.writeHead(200, json);
      const more = (): void => { if (!response.destroyed) response.write('x'.repeat(20_000), () => setImmediate(more)); };
      more();
    };
    assert.equal(await faultOf(ask(endless, { bytes })), 'too-large');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200, json).end('x'.repeat(bytes + 1)), { bytes })), 'too-large');
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
    assert.ok(bomb.length < bytes);
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb), { bytes })), 'too-large');
    assert.equal((await ask((_, response) => response.writeHead(200, json).end('x'.repeat(bytes)), { bytes })).ok, true);
  });

  it('takes no answer of another type, and tells the refusals apart (X-04)', async () => {
    const status = (code: number, headers = {}): Handler => (_, response) => response.writeHead(code, { ...json, ...headers }).end('{}');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'))), 'wrong-type');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200).end('{}'))), 'wrong-type');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200, json).end(Buffer.from('{"title":"Gr\xf6\xdfe"}', 'latin1')))), 'wrong-type', 'letters in another encoding than UTF-8');
    assert.deepEqual(await ask((_, response) => response.writeHead(200, json).end('{"title":"Größe"}')), { ok: true, text: '{"title":"Größe"}' });
    assert.equal(await faultOf(ask(status(404))), 'unknown');
    assert.equal(await faultOf(ask(status(406))), 'no-data');
    assert.equal(await faultOf(ask(status(204))), 'no-data');
    assert.deepEqual(await ask(status(500)), { ok: false, fault: 'refused', detail: '500' });
    assert.equal(await faultOf(ask((request) => request.socket.destroy())), 'offline');
    assert.equal(await faultOf(ask((_, response) => { response.writeHead(200, { ...json, 'content-length': '50' }); response.write('{'); setTimeout(() => response.destroy(), 50); })), 'offline');
    assert.equal(await faultOf(ask((_, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('no gzip'))), 'offline');
  });

  it('asks a busy service once more after the time it names, and no more often (X-04)', async () => {
    const busy = (times: number, wait: string | undefined, status = 429): Handler => (_, response) =>
      (asked.length <= times ? response.writeHead(status, wait === undefined ? {} : { 'retry-after': wait }).end() : response.writeHead(200, json).end('{}'));
    const begin = Date.now();
    assert.equal((await ask(busy(1, '1'))).ok, true);
    assert.ok(Date.now() - begin >= 950);
    asked = [];
    assert.equal(await faultOf(ask(busy(9, '0'))), 'busy');
    assert.equal(asked.length, 2);
    asked = [];
    assert.equal(await faultOf(ask(busy(1, undefined))), 'busy');
    assert.equal(asked.length, 1);
    asked = [];
    assert.deepEqual(await ask(busy(1, '3600')), { ok: false, fault: 'busy', detail: '3600 seconds' });
    asked = [];
    assert.equal((await ask(busy(1, '0', 503))).ok, true);
    assert.equal(asked.length, 2);
    asked = [];
    assert.deepEqual(await ask(busy(1, undefined, 503)), { ok: false, fault: 'busy' });
    assert.equal(asked.length, 1);
  });

  it('keeps the distance that a service asks for (X-04)', async () => {
    handler = (_, response) => response.writeHead(200, { ...json, 'x-rate-limit-limit': '5', 'x-rate-limit-interval': '1s' }).end('{}');
    const door = doorWith();
    const request = { url: `http://${host()}/works/1`, accept: '*/*', types: /json/u };
    await door.ask(request);
    const begin = performance.now();
    for (let count = 0; count < 3; count++) assert.equal((await door.ask(request)).ok, true);
    assert.ok(performance.now() - begin >= 380, `${performance.now() - begin}`);
  });

  it('reads the time to wait in seconds or as a date', () => {
    assert.equal(waitAsked('7', 0), 7_000);
    assert.equal(waitAsked('Thu, 01 Jan 1970 00:00:05 GMT', 1_000), 4_000);
    assert.equal(waitAsked('soon', 0), undefined);
    assert.equal(waitAsked(null, 0), undefined);
  });

  it('stops at once when told to: before, while waiting and in the queue', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    handler = () => undefined;
    const door = doorWith({ time: 5_000 });
    const request = { url: `http://${host()}/works/1`, accept: '*/*', types: /json/u };
    const begin = Date.now();
    const replies = await Promise.all([1, 2, 3].map(() => door.ask(request, stop.signal)));
    assert.deepEqual(replies.map((reply) => !reply.ok && reply.fault), ['stopped', 'stopped', 'stopped']);
    assert.ok(Date.now() - begin < 1_000);
    assert.equal(asked.length, 2);
  });

  it('asks two at a time', async () => {
    let [now, most] = [0, 0];
    handler = (_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => { now--; response.writeHead(200, json).end('{}'); }, 30);
    };
    const door = doorWith();
    await Promise.all(Array.from({ length: 6 }, () => door.ask({ url: `http://${host()}/works/1`, accept: '*/*', types: /json/u })));
    assert.equal(most, 2);
    assert.equal(asked.length, 6);
  });
});
