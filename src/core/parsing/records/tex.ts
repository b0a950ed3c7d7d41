/** TeX in the fields of a bibliography: made so that citation-js reads it whole, and undone where it must not be read. */

const letters: { readonly [command: string]: string } = {
  AA: 'Å', aa: 'å', O: 'Ø', o: 'ø', L: 'Ł', l: 'ł', ss: 'ß', AE: 'Æ', ae: 'æ', OE: 'Œ', oe: 'œ', DH: 'Ð', dh: 'ð', TH: 'Þ', th: 'þ',
  DJ: 'Đ', dj: 'đ', NG: 'Ŋ', ng: 'ŋ', i: 'i', j: 'j',
};
const letterCommand = /(?:\{\\(AA|aa|AE|ae|OE|oe|DH|dh|DJ|dj|NG|ng|TH|th|ss|[OoLlij])\s{0,5}\}|\\(AA|aa|AE|ae|OE|oe|DH|dh|DJ|dj|NG|ng|TH|th|ss|[OoLlij])(?![A-Za-z])(?:\{\}|\\(?= )| ?))/gu;

/**
 * A field's value with letters written as commands (`\AA `, `\o`, the dotless `\i` under an accent) as letters, and with
 * dollar signs that stand for dollars, not for mathematics, escaped.
 */
export function preparedTex(value: string): string {
  const spelled = value.includes('\\')
    ? value.replace(letterCommand, (_, braced: string | undefined, bare: string | undefined) => letters[braced ?? bare ?? ''] ?? '')
    : value;
  return balanced(dollars(spelled));
}

/** A pair of dollar signs is mathematics when what it encloses looks so; every other dollar sign is money. */
function dollars(value: string): string {
  if (!value.includes('$')) return value;
  const parts = value.split(/(?<!\\)\$/u);
  let result = parts[0] ?? '';
  for (let index = 1; index < parts.length; index++) {
    const inside = parts[index] ?? '';
    const closed = index + 1 < parts.length;
    if (closed && isMathematics(inside)) result += `$${inside}$${parts[++index] ?? ''}`;
    else result += `\\$${inside}`;
  }
  return result;
}

const isMathematics = (inside: string): boolean =>
  inside.length < 200 && (/[\\^_=<>]/u.test(inside) || /^\s*[A-Za-z]\s*$/u.test(inside));

/** A value whose braces do not match would swallow the next field: its braces are dropped. */
function balanced(value: string): string {
  let depth = 0;
  for (const [mark] of value.matchAll(/\\[^]|[{}]/gu)) {
    if (mark === '{') depth++;
    else if (mark === '}' && --depth < 0) break;
  }
  const loose = /(?:^|[^\\])(?:\\\\)*\\$/u.test(value.slice(-10)) ? `${value} ` : value;
  return depth === 0 ? loose : loose.replace(/\\[{}]|[{}]/gu, '');
}

/** A value as plain text: commands, braces and dollar signs gone. For entries that citation-js refuses. */
export function plainTex(value: string): string {
  const accents = value.replace(/\\[a-zA-Z]+\*?\s?|\\[^a-zA-Z]/gu, (command) => (/^\\[&%$#_]/u.test(command) ? command.slice(1) : ''));
  return accents.replace(/[{}$~]/gu, (mark) => (mark === '~' ? ' ' : '')).replace(/\s+/gu, ' ').trim();
}

/** Can this value be read as it stands, without any knowledge of TeX? */
export const isPlain = (value: string): boolean => !/[\\{}$~%"]|--|``|''|<|>/u.test(value);

/** What citation-js makes of TeX, mended: no-break spaces, a dotless i under an accent, doubled blanks. */
export function mendedText(text: string): string {
  return text.replace(/ı([\u0300-\u036f])/gu, 'i$1').replace(/[\u00a0\t\n ]+/gu, ' ').normalize('NFC').trim();
}
