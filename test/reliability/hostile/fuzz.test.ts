import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Reached } from './coverage';
import { doors, type Door } from './doors';
import { families, textOf } from './families';

/** How many texts each door is given, and which doors: those whose names match. */
const each = Number(process.env['COMMONPLACE_FUZZ'] ?? 60);
const chosen = Object.entries(doors).filter(([name]) => new RegExp(process.env['COMMONPLACE_DOORS'] ?? '', 'u').test(name));
const runs = each * chosen.length;
const seed = Number(process.env['COMMONPLACE_SEED'] ?? 20260914);
/** In UTF-16 code units; long texts are for the tests of time. */
const longest = 6000;
/** In milliseconds of processor time. */
const most = 1000;
const words = [
  '@book{', '@string{a = "', '@comment{', 'title = {', 'author = {A and B}', '}', '"', ' # ', 'TY  - JOUR\n', 'AU  - A, B\n', 'ER  - \n', '[{"id":"', '":', '{"title":"', '"authors":[', '"author":[{"family":"A"}]', 'null', '1e400', '<mods>',
  '<record xmlns="', '</', '<![CDATA[', '<!--', '-->', '<!DOCTYPE a [', '&#x41;', '&amp;', '---\n', 'id: a\n', '- ', '~~~text\n', '## #tag · p. 3 · for\n', '<!-- note n1 at="a" -->\n', '<!-- end -->', '# Notes by a\n', '> ', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n',
  '[@key, p. 3]', '\\cite[p. 3]{a,b}', '\\begin{', '\\end{', '\\iffalse', '\\\\', '%', '$', '#cite(<a>)', '[cite:@a;@b]', '{cite:p}`a`', '```\n', 'Abstract: ', 'Authors: ', 'Vol. 3, No. 1, pp. 2–9', 'doi:10.1000/a', 'https://', '(2001). ', 'FN Clarivate\n', 'PT J\n',
  'PMID- 1\n', '%A A\n', '\t', '\r\n', '\n\n', '\0', '\u2028', '\ud800', '\u0301', '王', 'ё', '😀', '__proto__', 'constructor', 'toString', '$&', '$1', '${a}', '-1', '9'.repeat(30), 'not (', 'year>=', 'tag:"',
];

/** Numbers by chance that come again with the same seed (Park and Miller). */
class Chance {
  constructor(private state: number) {}
  below(limit: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % Math.max(1, limit);
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** A text made of others: cut, put together, repeated, with a word of some form somewhere. */
function changed(text: string, other: string, chance: Chance): string {
  const [from, to] = [chance.below(text.length + 1), chance.below(text.length + 1)].sort((a, b) => a - b) as [number, number];
  const ways = [
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, from) + chance.of(words) + text.slice(from),
    () => text.slice(0, from) + other.slice(chance.below(other.length)),
    () => text.slice(0, to) + text.slice(from, Math.min(to, from + 200)).repeat(chance.below(30)) + text.slice(to),
    () => text.slice(0, from) + String.fromCharCode(chance.below(chance.of([128, 0x600, 0xffff]))) + text.slice(from + 1),
    () => chance.of(words) + text + chance.of(words),
  ];
  return chance.of(ways)().slice(0, longest);
}

const seeds = (): string[] => {
  const read = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(`${folder}/${name}`, 'utf8').slice(0, longest));
  return [...read('test/fixtures/pastes'), ...read('test/fixtures/citations'), ...Object.keys(families).map((name) => textOf(name, 300)), ...words];
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What is wrong with how a door takes a text; undefined when nothing is. One that seems slow is asked again, and then it is the processor’s time that counts. */
async function wrongWith(open: Door, text: string): Promise<string | undefined> {
  for (let look = 0; look < 3; look += 1) {
    const [start, worked] = [performance.now(), look > 0 ? cpu() : 0];
    try {
      await open(text);
    } catch (error) {
      return error instanceof Error ? error.stack ?? error.message : String(error);
    }
    if (performance.now() - start < most || (look > 0 && cpu() - worked < most)) return undefined;
  }
  return `took more than ${most} ms`;
}

const own = (): string => [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype, RegExp.prototype].map((prototype) => Object.getOwnPropertyNames(prototype).sort().join()).join(';');

/** Texts that grow from those that reached new code; those that did so last are tried most. */
class Growth {
  private readonly reached = new Reached();
  private lately: { readonly open: Door; readonly text: string }[] = [];
  private looking = true;
  private seen = 0;

  /** It is looked for new code during the first `looks` texts: code whose runs are counted takes three times as long. */
  constructor(private readonly chance: Chance, readonly corpus: string[] = seeds(), private readonly looks = Infinity) {
    this.reached.news();
  }

  next(): string {
    const newest = this.corpus.slice(-20);
    let text = this.chance.of(this.chance.below(2) === 0 ? newest : this.corpus);
    for (let step = this.chance.below(4); step >= 0; step -= 1) text = changed(text, this.chance.of(this.corpus), this.chance);
    return text;
  }

  /** After a text was tried. To look costs as much as many texts, so it is done now and then; which of the texts it was is found out by trying each of them alone. */
  async tried(open: Door, text: string): Promise<void> {
    if (!this.looking) return;
    this.seen += 1;
    this.lately.push({ open, text });
    if (this.lately.length < (this.seen < 20_000 ? 8 : 128)) return;
    let fresh = this.reached.news();
    for (const one of this.lately) {
      if (fresh.length === 0) break;
      await wrongWith(one.open, one.text);
      const ran = this.reached.ran(fresh);
      if (ran.length > 0) this.corpus.push(one.text);
      fresh = fresh.filter((piece) => !ran.includes(piece));
    }
    this.lately = [];
    if (this.seen >= this.looks) this.close();
  }

  close(): void {
    if (this.looking) this.reached.close();
    this.looking = false;
  }
}

describe('fuzzing', function () {
  this.timeout(24 * 3600_000);

  it(`finds no door that throws, hangs or changes a prototype: ${each} texts that grow from those that reached new code at each of ${chosen.length} doors, seed ${seed}`, async () => {
    const [growth, prototypes] = [new Growth(new Chance(seed), seeds(), Math.min(1_000_000, Math.max(20_000, runs / 20))), own()];
    const found: string[] = [];
    for (let run = 0; run < runs && found.length < 20; run += 1) {
      const [name, open] = chosen[run % chosen.length] as (typeof chosen)[number];
      const text = growth.next();
      const wrong = await wrongWith(open, text);
      if (wrong !== undefined) {
        found.push(`${name}: ${JSON.stringify(text).slice(0, 600)}\n${wrong.split('\n').slice(0, 6).join('\n')}`);
        // A campaign that is broken off after hours has told by then what it found.
        console.log(found.at(-1));
      }
      await growth.tried(open, text);
      if (run % 50_000 === 49_999) console.log(`      ${run + 1} of ${runs} texts, ${found.length} of them taken badly, ${growth.corpus.length} to grow from`);
    }
    growth.close();
    assert.deepEqual(found, []);
    assert.equal(own(), prototypes);
  });

  it('finds no door that throws on texts put together by the grammar of their forms', async () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(texts, fc.constantFrom(...chosen), async (text, [name, open]) => {
      assert.equal(await wrongWith(open, text), undefined, name);
    }), { numRuns: Math.ceil(runs / 4), seed });
  });

  it('would find a fault behind three steps, each of which is new code and no more likely than one text in five hundred', async () => {
    const [one, two, three] = ['%A A\n', 'PT J\n', '@book{'] as const;
    let steps = 0;
    const behind = (text: string): void => {
      if (text.endsWith(one)) steps += 1;
      if (text.endsWith(one + two)) steps += 1;
      if (text.endsWith(one + two + three)) throw new Error('a fault');
    };
    const growth = new Growth(new Chance(seed));
    let found = 0;
    for (let run = 1; run <= 100_000 && found === 0; run += 1) {
      const text = growth.next();
      if (await wrongWith(behind, text) !== undefined) found = run;
      await growth.tried(behind, text);
    }
    growth.close();
    assert.ok(found > 0, `not found, ${steps} steps`);
  });
});
