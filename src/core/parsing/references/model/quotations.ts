/** What stands in quotation marks, small words in brackets, and the number of a century: each is one thing, so a field neither begins nor ends within. */
import type { Token } from './tokens';

/** Which signs close what these open. */
const closing: { readonly [open: string]: string } = { '“': '”', '„': '“”', '«': '»', '»': '«', '‘': '’', '‚': '‘’', '"': '"', '\'': '\'', '《': '》', '『': '』', '「': '」' };
/** Signs that are apostrophes too. */
const apostrophes = '’\'';
/** What may stand between a quotation mark and the sign that ends the part. */
const ends = /^[.,;:?!)\]»”]$/u;

/** For each token 1 where it and the one before it stand within the same quotation (the outermost one), bracket or number, else 0. */
export function withinQuotations(tokens: readonly Token[]): Uint8Array {
  const within = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    if (isCentury(tokens, at)) within.fill(1, at, at + 3);
    const remark = remarkEnd(tokens, at);
    if (remark > 0) within.fill(1, at, remark + 1);
    if (isShortForm(tokens, at)) within.fill(1, at, at + 4);
    const close = opens(tokens, at) ? closeOf(tokens, at) : -1;
    if (close < 0) continue;
    within.fill(1, at + 2, close);
    at = close;
  }
  return within;
}

/** `im 20. Jahrhundert`: the full stop ends nothing. */
const isCentury = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && tokens[at + 1]?.text === '.' && /^\d{1,2}$/u.test(tokens[at]?.text ?? '') && /^(?:Jahrhunderts?|Jhs?|Jhdts?|století|stoljeća|stoletja|század\p{L}{0,4}|yüzyıl\p{L}{0,5})$/u.test(tokens[at + 2]?.text ?? '');

/** Words in small letters with which a bracket begins that is no part of a title: what somebody did, how far a work has come, where it was cited. */
export const ofOthers = /^(?:(?!(?:an|on|of|de|la|на|по|об|из|с|к)$)\p{L}{1,2}|eds?|edn|edited|editors?|hgg?|hrsg|herausgegeben|red|ред|под|сост|пер|отв|науч|trans|transl|translat\p{L}+|übers\p{L}*|trad\p{L}*|vols?|num|issue|forthcoming|un(?:published|veröffentlicht)|accessed|abgerufen|retrieved|zugriff|zuletzt|online|doi|url|arxiv|preprint|paper|presented|working|master|doctoral|diss\p{L}*|phd|thesis|orig\p{L}*|zuerst|zugl\p{L}*|first|repr\p{L}*|rev\p{L}*|see|vgl|siehe|hier|esp|coords?|dirs?|éds?|orgs?|comps?|comp\p{L}*|with|mit|unter|and|und|aufl\p{L}*|edition|print|web|pdf|дата|seri\p{L}*|сер\p{L}*)$/u;
/** The most tokens in such a bracket. */
const longestRemark = 24;

/** `der Rat für Netze (RN) und seine …`: letters in brackets within a sentence. */
const isShortForm = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{Ll}]{1,7}$/u.test(tokens[at + 1]?.text ?? '') && /\p{Lu}$/u.test(tokens[at + 1]?.text ?? '') && /^\p{L}{2,}/u.test(tokens[at - 1]?.text ?? '') && /^\p{Ll}{2,}$/u.test(tokens[at + 3]?.text ?? '') && !/^(?:in|edited|hrsg|hg|trans)$/u.test(tokens[at + 3]?.text ?? '');

/** Where the bracket ends that opens here with a small word, behind a word, and has no number in it; else -1. */
function remarkEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at + 1]?.text ?? '';
  if (at < 4 || tokens[at]?.text !== '(' || !/^\p{Ll}/u.test(first) || /^[.:\d]/u.test(tokens[at + 2]?.text ?? '.') || ofOthers.test(first) || !/^\p{L}{2,}/u.test(tokens[at - 1]?.text ?? '')) return -1;
  for (let end = at + 2; end < tokens.length && end < at + longestRemark; end++) {
    const { text } = tokens[end] as Token;
    if (text === ')') return end;
    if (/^[\d:;([/]/u.test(text)) return -1;
  }
  return -1;
}

/** No letter, figure or sign of ASCII but these two is a quotation mark. */
const maybeMark = /["'\u0080-\uffff]/;

/** A mark that opens stands behind a blank, a bracket or another mark, and (but for `« … »`) right before what it opens. */
function opens(tokens: readonly Token[], at: number): boolean {
  const { text, spaced } = tokens[at] as Token;
  if (text.length > 1 || !maybeMark.test(text) || closing[text] === undefined || (text !== '«' && tokens[at + 1]?.spaced !== false)) return false;
  return spaced || at === 0 || !/[\p{L}\d.,;:?!)]$/u.test(tokens[at - 1]?.text ?? '');
}

/** The place of the mark that closes the one at `open`; -1 where none does, or where the same kind is opened again before. */
function closeOf(tokens: readonly Token[], open: number): number {
  const mark = (tokens[open] as Token).text;
  const marks = closing[mark] ?? '';
  let perhaps = -1;
  for (let at = open + 1; at < tokens.length; at++) {
    const { text } = tokens[at] as Token;
    if (text === mark && !marks.includes(mark)) return perhaps;
    if (!marks.includes(text)) continue;
    if (!apostrophes.includes(text) && text !== '"') return at;
    if (ends.test(tokens[at + 1]?.text ?? '.') || ends.test(tokens[at - 1]?.text ?? '')) return at;
    if (perhaps < 0 && tokens[at + 1]?.spaced !== false) perhaps = at;
  }
  return perhaps;
}
