/** Words of tags and texts made comparable: without case, marks and endings. Rough on purpose: what it finds is only offered. */

/** A text in lower case without marks (NFKD), its words between blanks. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();

/** The words of a plain text: runs of letters and digits. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const latinEndings = ['isations', 'izations', 'isation', 'ization', 'ations', 'ation', 'isms', 'ism', 'ists', 'ist', 'ities', 'ity', 'ings', 'ing', 'ers', 'ed', 'ies', 'es', 'al', 's', 'e', 'y'];
const cyrillicEndings = ['ость', 'ости', 'остью', 'ование', 'ования', 'ами', 'ями', 'ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'ий', 'ии', 'ыи', 'ая', 'яя', 'ое', 'ее', 'ые', 'ие', 'ия', 'ью', 'ой', 'ои', 'ей', 'еи', 'ом', 'ем', 'ам', 'ям', 'ах', 'ях', 'ов', 'ев', 'ую', 'ы', 'и', 'а', 'я', 'о', 'е', 'у', 'ю', 'ь'];

/** A plain word without the endings that make it plural, an activity or a doctrine: `voting` and `votes` are both `vot`. */
export function stem(word: string): string {
  const endings = /^[a-z]/.test(word) ? latinEndings : /^\p{Script=Cyrillic}/u.test(word) ? cyrillicEndings : [];
  let bare = word;
  for (const ending of endings) {
    if (!bare.endsWith(ending) || bare.length - ending.length < 3) continue;
    bare = bare.slice(0, -ending.length);
    if (endings === cyrillicEndings) break;
  }
  return bare;
}

/** Words that say little in a tag of our field, as stems. */
export const fillers: ReadonlySet<string> = new Set([
  'policy', 'policies', 'foreign', 'strategic', 'strategy', 'strategies', 'political', 'politics', 'theory', 'theories', 'concept', 'approach', 'issue', 'question',
  'the', 'of', 'and', 'in', 'on', 'for', 'a', 'an', 'by', 'to',
  'политика', 'политики', 'внешняя', 'внешней', 'стратегия', 'теория', 'и', 'в', 'на', 'о',
  'politique', 'etrangere', 'strategie', 'de', 'la', 'le', 'les', 'des', 'du', 'et', 'politica', 'exterior', 'estrategia', 'el', 'los', 'las', 'y', 'del',
  'politik', 'aussenpolitik', 'der', 'die', 'das', 'und', 'politika', 'politikasi', 'dis', 've',
].map((word) => stem(plain(word))));
