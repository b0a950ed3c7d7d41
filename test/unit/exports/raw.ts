/**
 * BibLaTeX and RIS taken apart without the readers of the extension: what stands in a file, by name, as it stands there. What two values may
 * differ in and still be the same is said here and nowhere else.
 */

/** The fields of a record by name, each with its values in their order. The type stands under `@` or `TY`. */
export type Raw = ReadonlyMap<string, readonly string[]>;

/** One entry of BibTeX by its key. */
export type RawEntry = { readonly key: string; readonly fields: Raw };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

class Splitter {
  private at = 0;
  private readonly macros = new Map(months.map((name) => [name, name]));
  readonly entries: RawEntry[] = [];

  constructor(private readonly text: string, private end = '}') {
    for (this.at = text.indexOf('@'); this.at >= 0; this.at = text.indexOf('@', this.at)) this.entry();
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'yu');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found !== null) this.at = sticky.lastIndex;
    return found;
  }

  private entry(): void {
    const head = this.take(/@\s*([A-Za-z]+)\s*[{(]/);
    if (head === null) {
      this.at += 1;
      return;
    }
    const type = (head[1] ?? '').toLowerCase();
    this.end = head[0].endsWith('{') ? '}' : ')';
    if (type === 'comment' || type === 'preamble') return;
    const key = type === 'string' ? '' : this.take(/\s*([^\s,]*)[ \t]{0,9},/)?.[1] ?? '';
    const fields = this.fields();
    if (type === 'string') for (const [name, value] of fields) this.macros.set(name, value);
    else this.entries.push({ key, fields: gathered([['@', type], ...fields]) });
  }

  private fields(): (readonly [string, string])[] {
    const fields: (readonly [string, string])[] = [];
    for (;;) {
      this.take(/[\s,]*/);
      const name = this.take(/([^\s,={}"]+)\s*=\s*/)?.[1];
      if (name === undefined) return fields;
      const parts = [this.part()];
      while (this.take(/\s*#\s*/) !== null) parts.push(this.part());
      fields.push([name.toLowerCase(), parts.join('')]);
    }
  }

  private part(): string {
    const open = this.text[this.at];
    if (open !== '{' && open !== '"') {
      const word = this.take(this.end === ')' ? /[^\s,#{}"()]+/ : /[^\s,#{}"]+/)?.[0] ?? '';
      return this.macros.get(word.toLowerCase()) ?? word;
    }
    const start = this.at += 1;
    let depth = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === '\\') this.at += 1;
      else if (depth === 0 && sign === (open === '{' ? '}' : '"')) break;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
    }
    this.at += 1;
    return this.text.slice(start, this.at - 1);
  }
}

function gathered(fields: readonly (readonly [string, string])[]): Raw {
  const all = new Map<string, string[]>();
  for (const [name, value] of fields) all.set(name, [...all.get(name) ?? [], value]);
  return all;
}

/** Every entry of a text in BibTeX, as it is written, with its abbreviations put in; a text that was quoted in a mail is read without its marks. */
export const rawEntries = (text: string): readonly RawEntry[] => new Splitter(text.replace(/^(?:> ?)+/gmu, '')).entries;

const combining: { readonly [accent: string]: string } = {
  '`': '\u0300', '\'': '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', 'u': '\u0306', '.': '\u0307', '"': '\u0308', 'r': '\u030a', 'H': '\u030b', 'v': '\u030c', 'd': '\u0323', 'c': '\u0327', 'k': '\u0328', 'b': '\u0331',
};
const letters: { readonly [command: string]: string } = {
  ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı', ldots: '…', dots: '…', textendash: '–', textemdash: '—',
  textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textbraceleft: '{', textbraceright: '}', S: '§', P: '¶', dag: '†', ddag: '‡', copyright: '©', textquoteright: '’', textquoteleft: '‘', euro: '€', texteuro: '€', pounds: '£',
};

/** LaTeX's ways to write a letter or sign as that sign, ties and runs of blanks as one blank, without the braces that only hold together. */
export const words = (value: string): string => value
  .replace(/&amp;/gu, '&').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>')
  .replace(/\\(["'`^~=.]|[uvHtcdbrk](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?/gu, (_, accent: string, letter: string) => (letter + (combining[accent] ?? '')).normalize('NFC'))
  .replace(/\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/gu, (all, name: string) => (Object.hasOwn(letters, name) ? letters[name] ?? all : all))
  .replace(/~/gu, ' ').replace(/\\([&%$#_{}])/gu, '$1').replace(/[{}]/gu, '').replace(/---/gu, '—').replace(/--/gu, '–').replace(/``/gu, '“').replace(/''/gu, '”').replace(/`/gu, '‘')
  .normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Names one by one, a family name before a comma or at the end; what stands whole in braces is one name. */
const people = (value: string): string => value.replace(/\s+/gu, ' ').split(/ and (?![^{}]*\})/iu).map((name) => {
  if (/^\{[^{}]*\}$/u.test(name.trim())) return `{${words(name)}}`;
  const parts = name.split(/,(?![^{}]*\})/u).map(words);
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : parts.join(', ');
}).join(' and ');

const isPeople = /^(?:author|editor[abc]?|translator|bookauthor|name[abc])$/u;
const aliases: { readonly [older: string]: string } = {
  journal: 'journaltitle', address: 'location', school: 'institution', annote: 'annotation', archiveprefix: 'eprinttype', primaryclass: 'eprintclass', key: 'sortkey', pdf: 'file',
};
const monthNames: { readonly [name: string]: string } = Object.fromEntries([...months, 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'].map((name, at) => [name, String(at % 12 + 1)]));

function value(name: string, raw: string): string {
  if (isPeople.test(name)) return people(raw);
  if (name === 'doi') return words(raw).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/iu, '').toLowerCase();
  if (name === 'pages') return words(raw).replace(/ ?[–—-]+ ?/gu, '–');
  if (name === 'keywords') return words(raw).split(',').map((word) => word.trim()).join(', ');
  return words(raw);
}

/** An entry in which only what it says counts: aliases by their name of today, year and month as a date, no empty fields, nothing twice; a list that comes in two fields is one. */
export function meaning({ fields }: RawEntry): { readonly [field: string]: readonly string[] } {
  const said = new Map<string, string[]>();
  for (const [raw, values] of fields) {
    const alias = aliases[raw];
    const name = alias === undefined || fields.has(alias) ? raw : alias;
    const lists = isPeople.test(name) ? [[...new Set(values)].join(' and ')] : name === 'keywords' ? [[...new Set(values)].join(', ')] : values;
    const all = [...new Set(lists.map((one) => value(name, one)).filter((one) => one !== ''))];
    if (all.length > 0) said.set(name, [...said.get(name) ?? [], ...all]);
  }
  const [year, month, day] = ['year', 'month', 'day'].map((name) => said.get(name));
  const number = month === undefined ? '' : monthNames[month[0]?.toLowerCase().replace(/\.$/u, '') ?? ''] ?? month[0] ?? '';
  if (!said.has('date') && year?.length === 1 && /^\d{4}$/u.test(year[0] ?? '') && (month === undefined || /^\d{1,2}$/u.test(number)) && (day === undefined || month !== undefined)) {
    said.set('date', [[year[0], ...(month === undefined ? [] : [number]), ...day ?? []].map((part) => (part ?? '').padStart(2, '0')).join('-')]);
    for (const name of ['year', 'month', 'day']) said.delete(name);
  }
  return Object.fromEntries([...said].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The empty places behind a date, and the address before a DOI. */
const mayDiffer: { readonly [tag: string]: RegExp } = { PY: /\/{1,3}$/u, DA: /\/{1,3}$/u, Y1: /\/{1,3}$/u, DO: /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi: ?/iu };
const sameTags: { readonly [older: string]: string } = { T1: 'TI', A1: 'AU', Y1: 'PY', N2: 'AB' };

/** The records of a text in RIS, as they are written. A value goes on until the next tag. */
export function rawRecords(text: string): readonly Raw[] {
  const records: [string, string][][] = [];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const [, tag, said = ''] = /^\s{0,9}([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/u.exec(line) ?? [];
    const last = records.at(-1)?.at(-1);
    if (tag === 'TY') records.push([[tag, said]]);
    else if (last === undefined || last[0] === 'ER') continue;
    else if (tag !== undefined) records.at(-1)?.push([tag, said]);
    else last[1] += `\n${line}`;
  }
  return records.map((fields) => gathered(fields.filter(([tag]) => tag !== 'ER')));
}

/** A record in which only what it says counts: tags that are the same by one of them, no empty values, blanks as one. The key is not of the record but of the library. */
export function meaningOfRecord(fields: Raw): { readonly [tag: string]: readonly string[] } {
  const said = [...fields].flatMap(([tag, values]) => {
    const same = sameTags[tag];
    const name = same === undefined || fields.has(same) ? tag : same;
    const all = values.map((one) => entities(one).replace(/\s+/gu, ' ').trim().replace(mayDiffer[name] ?? /$^/u, '')).filter((one) => one !== '');
    return all.length === 0 || tag === 'ID' ? [] : [[name, all] as const];
  });
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const entities = (text: string): string => text.replace(/&amp;/gu, '&').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&#39;/gu, '\'');
