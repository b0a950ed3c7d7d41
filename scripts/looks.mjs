// A pattern without what it only looks at, for a proof that it takes linear time.
//
// A look ahead or behind that can look at so many letters at most costs the same at each place; and it only ends ways through the rest of the pattern,
// never opens one. The same holds for the end of a line or word (`$`, `\b`). So a pattern takes no longer than, but for that cost, the same without its looks
// that must go every way to the end: which a letter that stands nowhere, wanted at the end, makes it do. If that one is linear, so is the pattern. The
// converse is not true. A `^` stays, for it keeps a pattern from being begun anew everywhere; but only where something may begin, since behind other letters
// it would take ways out of the proof that are gone in truth.

/** Private, the last: in no text that a test of recheck makes by itself. */
const nowhere = '\\uf8ff';

/** The pattern without its looks, and with the letter that is nowhere; undefined where a look has no limit or refers back, or there is none. */
export function withoutLooks(source) {
  const looks = looksIn(source);
  if (looks.every(({ text }) => text.length <= 2) || /\\[1-9]|\\k</.test(source)) return undefined;
  if (looks.some(({ text }) => hasNoLimit(text)) || hasStrangeBeginning(source)) return undefined;
  let [rest, at] = ['', 0];
  for (const { start, end } of looks) {
    rest += `${source.slice(at, start)}(?:)`;
    at = end;
  }
  return `(?:${rest}${source.slice(at)})${nowhere}`;
}

/** The outermost looks, and the ends of lines and words outside of them, with their places. */
function looksIn(source) {
  const looks = [];
  const open = [];
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    const isFree = !inClass && !open.some(({ isLook }) => isLook);
    const end = isFree ? /^(?:\$|\\[bB])/.exec(source.slice(at, at + 2))?.[0] : undefined;
    if (end !== undefined) looks.push({ start: at, end: at + end.length, text: end });
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') open.push({ at, isLook: /^\(\?<?[=!]/.test(source.slice(at, at + 4)) });
    else if (sign === ')') {
      const group = open.pop();
      if (group.isLook && !open.some(({ isLook }) => isLook)) looks.push({ start: group.at, end: at + 1, text: source.slice(group.at, at + 1) });
    }
  }
  return looks;
}

/** Does it repeat something without a limit? What looks like a repetition in a class is taken for one: the answer is then no proof, but no wrong one. */
const hasNoLimit = (look) => /[*+]|\{\d*,\}/.test(look.replace(/\\./g, 'x'));

/** Is there a `^` that stands neither at the beginning of the pattern nor of a group or an alternative? */
const hasStrangeBeginning = (source) => /(?<!^|\(|\(\?:|\||>)\^/.test(source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x'));
