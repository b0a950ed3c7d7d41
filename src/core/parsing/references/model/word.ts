/** What a token is by itself, as numbers that the model has weights for. */

/** `form` is the kind of token (see {@link forms}); the others are hashes of its letters. `sums` is what whoever weighs words makes of this one, once. */
export type Word = { readonly form: number; readonly word: number; readonly start: number; readonly end: number; readonly ending: number; readonly digits: number; sums: Int32Array | undefined };

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
    form: formNumber[form] ?? 0, word: /^\d|^url$|^doi$/u.test(form === 'url' ? 'url' : lower) ? 0 : hashOf(lower),
    start: lettered && lower.length > 3 ? hashOf(`^${lower.slice(0, 3)}`) : 0, end: lettered && lower.length > 3 ? hashOf(`${lower.slice(-2)}$`) : 0, ending: lettered && lower.length > 4 ? hashOf(`${lower.slice(-3)}$`) : 0,
    digits: /^\d+$/u.test(text) ? Math.min(Number(text), 99999) : -1, sums: undefined,
  };
}

/** Looks words up, each read once; forgets them all when there are too many. */
export class Words {
  private readonly known = new Map<string, Word>();

  of(text: string): Word {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    if (this.known.size > 50_000) this.known.clear();
    const word = wordOf(text);
    this.known.set(text, word);
    return word;
  }
}
