/** What a token is by itself, as numbers that the model has weights for. */

/**
 * `form` is the kind of token (see {@link forms}); the others are hashes of its letters. Whoever weighs words keeps what it made of this one at `place`;
 * what is not of the same `age` as the place is made anew.
 */
export type Word = {
  readonly text: string; readonly form: number; readonly word: number; readonly start: number; readonly end: number; readonly ending: number; readonly digits: number;
  place: number; age: number;
};

/** Kinds of tokens. A sign of its own keeps its own kind. */
export const forms = ['X', 'Xx', 'XX', 'XXX', 'xx', 'xX', 'd', 'dd', 'ddd', 'year', 'dddd', 'ddddd', 'han', 'url', 'doi', '.', ',', ':', ';', '(', ')', '[', ']', '"', '«', '»', '-', '/', '&', "'", '?', 'other'] as const;
const formNumber: { readonly [form: string]: number } = Object.fromEntries(forms.map((form, index) => [form, index]));

const signs: { readonly [sign: string]: (typeof forms)[number] } = {
  '。': '.', '．': '.', '，': ',', '、': ',', '：': ':', '；': ';', '（': '(', '）': ')', '［': '[', '］': ']', '“': '«', '„': '«', '”': '»', '‘': '«', '’': '»', '‚': '«', '《': '«', '》': '»',
  '–': '-', '—': '-', '−': '-', '‐': '-', '!': '?', '？': '?', '！': '?', '…': '.',
};

/** A number for a text, the same everywhere (FNV-1a, 32 bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

function formOf(text: string): (typeof forms)[number] {
  const first = text[0] ?? '';
  if (/\d/u.test(first)) return text.includes('/') && text.startsWith('10.') ? 'doi' : digitsOf(text);
  if (/\p{sc=Han}/u.test(first)) return 'han';
  if (!/[\p{L}\p{M}]/u.test(first)) return (forms as readonly string[]).includes(text) ? (text as (typeof forms)[number]) : signs[text] ?? 'other';
  if (text.length > 7 && /[/.]/u.test(text)) return 'url';
  if (/^\p{Lu}$/u.test(text)) return 'X';
  if (/^\p{Lu}{2,3}$/u.test(text)) return 'XX';
  if (/^\p{Lu}[\p{Lu}’'ʼ]+$/u.test(text)) return 'XXX';
  if (/^\p{Lu}/u.test(text)) return 'Xx';
  return /\p{Lu}/u.test(text) ? 'xX' : 'xx';
}

function digitsOf(text: string): (typeof forms)[number] {
  if (text.length === 4) return /^(?:1[5-9]|20)/u.test(text) ? 'year' : 'dddd';
  return (['d', 'd', 'dd', 'ddd'] as const)[text.length] ?? 'ddddd';
}

function wordOf(text: string): Word {
  const form = formOf(text);
  const lower = text.toLowerCase();
  const lettered = /^\p{L}/u.test(text) && form !== 'url' && form !== 'han';
  return {
    text, form: formNumber[form] ?? 0, word: /^\d|^url$|^doi$/u.test(form === 'url' ? 'url' : lower) ? 0 : hashOf(lower),
    start: lettered && lower.length > 3 ? hashOf(`^${lower.slice(0, 3)}`) : 0, end: lettered && lower.length > 3 ? hashOf(`${lower.slice(-2)}$`) : 0, ending: lettered && lower.length > 4 ? hashOf(`${lower.slice(-3)}$`) : 0,
    digits: /^\d+$/u.test(text) ? Math.min(Number(text), 99999) : -1, place: 0, age: 0,
  };
}

/** What is no word at all. */
export const nothing = wordOf('');

/** So many words are known at once. */
const most = 50_000;
/** How many slots there are for their numbers; a power of two. */
const slots = 1 << 17;

/** Looks words up, each read once; forgets them all when there are too many. */
export class Words {
  private readonly table = new Int32Array(slots);
  private known: Word[] = [];

  of(text: string): Word {
    return this.at(text, 0, text.length);
  }

  /** The word that stands between two places of a text: no text is made of it but for one that is new. */
  at(text: string, start: number, end: number): Word {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let slot = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 15;
    for (; this.table[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
      const word = this.known[(this.table[slot] as number) - 1] as Word;
      if (isAt(word.text, text, start, end)) return word;
    }
    if (this.known.length >= most) return this.anew(text.slice(start, end));
    const word = wordOf(text.slice(start, end));
    this.table[slot] = this.known.push(word);
    return word;
  }

  private anew(text: string): Word {
    this.table.fill(0);
    this.known = [];
    return this.of(text);
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}
