/** A reference cut into the tokens that the model labels: words, numbers, signs; a Chinese character is a token of its own. */
import { Words, type Word } from './word';

/** A token: its place in the text, its letters, whether a blank stands before it, and what it is by itself. */
export type Token = { readonly start: number; readonly end: number; readonly text: string; readonly spaced: boolean; readonly word: Word };

/** An address or an identifier is one token. */
const address = /(?:https?:\/\/|www\.)[^\s<>“”«»，。]{2,300}/uy;
const identifier = /10\.\d{4,9}\/[^\s"<>«»“”，；]{2,200}/uy;

/** What a character is to the reader of tokens; `hanLetter` is a Chinese character that is a letter or a mark, `han` another sign of that script. */
const [blank, digit, han, hanLetter, letter, mark, sign] = [1, 2, 3, 4, 5, 6, 7];

/** What each code unit is, told when it is first met: 0 where that is yet to be told, and in halves of characters. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (/\s/u.test(character)) return blank;
  if (/\d/u.test(character)) return digit;
  if (/\p{sc=Han}/u.test(character)) return /[\p{L}\p{M}]/u.test(character) ? hanLetter : han;
  if (/\p{L}/u.test(character)) return letter;
  return /\p{M}/u.test(character) ? mark : sign;
}

/** What the character at a place is; `sign` behind the end. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return sign;
  const unit = text.charCodeAt(at);
  return (kinds[unit] as number) || newKindAt(text, at, unit);
}

function newKindAt(text: string, at: number, unit: number): number {
  const kind = kindOf(String.fromCodePoint(text.codePointAt(at) ?? unit));
  if (unit < 0xd800 || unit > 0xdfff) kinds[unit] = kind;
  return kind;
}

/** How many code units the character at a place has. */
const widthAt = (text: string, at: number): number => (text.charCodeAt(at) < 0xd800 || text.charCodeAt(at) > 0xdbff || (text.codePointAt(at) ?? 0) < 0x10000 ? 1 : 2);

/** Where the token ends that begins at a place: a word with its apostrophe, a number, a Chinese character, any other sign. */
function endOf(text: string, start: number, kind: number): number {
  if (kind === letter || kind === mark) return endOfWord(text, start);
  if (kind !== digit) return start + widthAt(text, start);
  let end = start + 1;
  while (kindAt(text, end) === digit) end++;
  return end;
}

const isApostrophe = (unit: number): boolean => unit === 0x2019 || unit === 0x27;

function endOfWord(text: string, start: number): number {
  let end = start;
  for (let kind = letter; kind === letter || kind === mark; kind = kindAt(text, end)) end += widthAt(text, end);
  if (end + 1 >= text.length || !isApostrophe(text.charCodeAt(end)) || kindAt(text, end + 1) !== letter) return end;
  end++;
  for (let kind = letter; kind === letter || kind === mark || kind === hanLetter; kind = kindAt(text, end)) end += widthAt(text, end);
  return end;
}

/** The address or identifier that begins at a place; undefined when none does. */
function linkAt(text: string, start: number): string | undefined {
  const unit = text.charCodeAt(start);
  const pattern = unit === 0x68 || unit === 0x77 ? address : unit === 0x31 && text.startsWith('10.', start) ? identifier : undefined;
  if (pattern === undefined || (pattern === address && !text.startsWith('http', start) && !text.startsWith('www.', start))) return undefined;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

/** What is known of words; all who cut texts share it. */
const words = new Words();

/** The tokens of a text, in order, at most so many; a text without any has none. */
export function tokensOf(text: string, most = Infinity): readonly Token[] {
  const tokens: Token[] = [];
  // What is no token is a blank.
  let spaced = true;
  for (let start = 0; start < text.length && tokens.length < most;) {
    const kind = kindAt(text, start);
    if (kind === blank) {
      spaced = true;
      start++;
      continue;
    }
    const link = linkAt(text, start);
    const reached = link === undefined ? endOf(text, start, kind) : start + link.length;
    const end = link === undefined || link.length <= 6 ? reached : start + link.replace(/[.,;:)\]]{1,3}$/u, '').length;
    const word = words.at(text, start, end);
    tokens.push({ start, end, text: word.text, spaced, word });
    spaced = false;
    start = reached;
  }
  return tokens;
}
