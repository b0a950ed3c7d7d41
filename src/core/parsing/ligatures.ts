/** Words that lost a ligature (“con ict” for “conflict”) on their way out of a PDF. Only words of this list are mended. */

const broken: readonly (readonly [string, string])[] = [
  ['con ict', 'conflict'], ['con icts', 'conflicts'], ['de ne', 'define'], ['de ned', 'defined'], ['de nes', 'defines'], ['de nition', 'definition'],
  ['bene t', 'benefit'], ['bene ts', 'benefits'], ['in uence', 'influence'], ['in uences', 'influences'], ['in uential', 'influential'], ['in uenced', 'influenced'],
  ['signi cant', 'significant'], ['signi cantly', 'significantly'], ['signi cance', 'significance'], ['speci c', 'specific'], ['speci cally', 'specifically'],
  ['scienti c', 'scientific'], ['of ce', 'office'], ['of ces', 'offices'], ['of cial', 'official'], ['of cials', 'officials'], ['re ect', 'reflect'], ['re ects', 'reflects'],
  ['re ected', 'reflected'], ['identi ed', 'identified'], ['identi es', 'identifies'], ['identi cation', 'identification'], ['dif cult', 'difficult'], ['dif culty', 'difficulty'],
  ['ef cient', 'efficient'], ['ef ciency', 'efficiency'], ['suf cient', 'sufficient'], ['in ation', 'inflation'], ['bureaucra cy', 'bureaucracy'], ['quali ed', 'qualified'],
  ['con dence', 'confidence'], ['con rm', 'confirm'], ['con rms', 'confirms'], ['con rmed', 'confirmed'], ['classi cation', 'classification'], ['paci c', 'pacific'], ['con gurations', 'configurations'],
  ['con guration', 'configuration'], ['dif cile', 'difficile'], ['uni ed', 'unified'], ['uni cation', 'unification'], ['justi cation', 'justification'], ['modi ed', 'modified'], ['rati cation', 'ratification'],
];
const mended = new Map(broken);
const any = new RegExp(`(?<!\\p{L})(?:${[...mended.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`, 'giu');
const loneStart = /(?<=\p{L}[ ,.]? )nd that(?!\p{L})/gu;

/** The text with those words whole again; the text itself when it has none. */
export function withLigatures(text: string): string {
  return text.replace(any, (found) => inCaseOf(found, mended.get(found.toLowerCase()) ?? found)).replace(loneStart, 'find that');
}

const inCaseOf = (found: string, word: string): string => (/^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word);
