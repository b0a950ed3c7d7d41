/** Names that an index prints in capitals, as they are written. */

const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a', 'an', 'at', 'by', 'from', 'with', 'de', 'des', 'du', 'la', 'le', 'et', 'der', 'die', 'und', 'für', 'fur', 'y', 'e', 'del', 'los', 'i', 'v', 'na']);
const kept = new Set(['PS', 'USA', 'US', 'UK', 'EU', 'UN', 'NATO', 'BMC', 'IEEE', 'ACM', 'MIT', 'II', 'III', 'IV', 'BMJ', 'JCMS', 'PLOS', 'SAGE', 'IDS', 'OSCE', 'UNESCO', 'JAMA', 'M', 'E', 'MDPI', 'AG', 'OECD', 'UNDP', 'UNICEF', 'ICPSR', 'RAND', 'CEPR', 'NBER', 'SIPRI', 'INFORMS', 'CSIRO', 'ACM', 'IFPRI', 'GESIS', 'ECPR', 'APSA', 'DIIS', 'GIGA', 'PRIO']);

/** `JOURNAL OF DEMOCRACY` as `Journal of Democracy`; a text with small letters in it stays as it is. */
export function withoutCapitals(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{4}/u.test(text)) return text;
  return text.replace(/[\p{L}’']+/gu, (word, at: number) => {
    if (kept.has(word)) return word;
    const lower = word.toLowerCase();
    return at > 0 && (small.has(lower) || /\d/u.test(text.charAt(at - 1))) ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
  });
}
