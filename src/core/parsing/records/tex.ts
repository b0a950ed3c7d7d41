/** TeX in the fields of a bibliography, before it is read. */

/**
 * Without what stands behind a percent sign to the end of its line. A sign behind a figure means per cent, and one on the
 * last line could take nothing out.
 */
export function withoutTexComments(value: string): string {
  if (!value.includes('%')) return value;
  const lines = value.split('\n');
  return lines.map((line, index) => {
    const comment = index < lines.length - 1 ? commentIn(line) : -1;
    return comment >= 0 ? line.slice(0, comment) : index < lines.length - 1 ? `${line}\n` : line;
  }).join('');
}

/** Where the first percent sign stands that is neither escaped nor behind a figure, or -1. */
function commentIn(line: string): number {
  let at = line.indexOf('%');
  while (at >= 0 && /(?:\\|\p{N} ?)$/u.test(line.slice(Math.max(0, at - 3), at))) at = line.indexOf('%', at + 1);
  return at;
}

/** Can this value be read as it stands, without any knowledge of TeX? */
export const isPlain = (value: string): boolean => !/[\\{}$~%"]|--|``|''|<|>/u.test(value);
