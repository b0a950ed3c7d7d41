/** An invented text as long as a book's part, made of sentences by chance from a seed: its turns of phrase return, as they do in real ones. */
import type { Chance } from './edits';

const lists = {
  how: 'northern|southern|reluctant|retired|junior|visiting|upland|coastal|provincial|temporary|unelected|bankrupt|cautious|eastern|western|bilingual|royal|municipal|secret|seasonal|landlocked|offshore|neutral|rival|former|federal|maritime|rural|independent|disputed|ageing|hostile|friendly|minor|central|rotating|ceremonial|anonymous|foreign|joint|restless|frugal|silent|talkative|distant|wealthy|armed|newly founded|well connected|half forgotten',
  who: 'ministry|assembly|envoy|customs union|treasury|port authority|republic|neighbour|opposition|mediator|committee|minister|pipeline company|river commission|delegation|canton|pension fund|delegate|statistical office|scholar|ambassador|coalition|senate|garrison|newspaper|bank|trade union|mayor|consul|archive|court|harbour master|railway|mission|secretariat|cabinet|governor|fishing fleet|translator|auditor|prefect|chamber of commerce|clergy|academy|consortium|border guard|shipyard|party|dynasty|tribunal',
  did: 'postponed|defended|abandoned|renegotiated|opposed|welcomed|misread|archived|paid for|demanded|translated|withheld|praised|criticised|discussed|signed|returned|measured|forgot|revised|leaked|ratified|annulled|inspected|inherited|sold|mortgaged|copied|denounced|renamed|financed|suspended|reopened|drafted|catalogued|vetoed|circulated|diluted|enforced|ridiculed|borrowed|exported|counted|taxed|mapped|rehearsed|concealed|published|amended|exhausted',
  what: 'treaty|doctrine|pipeline|quota on grain|policy of many vectors|ferry concession|register of votes|declaration|tariff schedule|promise of balance|map of cables|amnesty|census of ships|loan|language clause|fishing protocol|unwritten rule|ceasefire|council seat|transit tax|dredging contract|visa regime|lighthouse fund|minority statute|currency peg|arms depot|timber accord|observer mission|railway gauge|water share|radio licence|grain reserve|extradition list|guarantee of borders|budget line|ballot paper|export ban|state visit|cable station|school curriculum|island lease|mining code|reform of the police|aid package|embargo|flag law|peace plan|electoral roll|memorandum|shipping lane',
  when: 'spring|autumn|long winter|second election|third reading|strike|summit|caretaker government|price shock|drought|regatta|mourning|census|blockade|truce|jubilee|budget debate|storm season|festival|handover|recess|epidemic|road works|fuel shortage|coronation|referendum|flood|exhibition|trial|harvest',
  near: 'after|before|during|throughout|despite|because of|following|until',
  end: 'nobody in the {who} counted the costs of the {what}|the budget of the {how} {who} allowed no other {what}|its own {who} had advised against a {what}|the {how} neighbours paid no heed to the {what}|no {who} felt passed over by the {what}|the minutes of the {how} {who} give no reasons|the question of the {what} went away {near} the {when}|only the speeches of one {who} were read|a {how} paper reported the {what}|the {who} had promised a {how} {what}|old friendships of the {who} mattered more|an interpreter of the {who} fell ill|two signatures on the {what} were missing|maps of the {how} {who} disagreed|the {what} lapsed with the {when}|interest on the {what} rose|a {how} {who} had moved first|files on the {what} were damp|{when} left the {who} little choice|rents from the {what} had to be divided',
  voice: 'This {how} chapter argues that|The interviews with a {how} {who} suggest that|It has been objected by one {who} that|Few in the {who} would deny that|The {what} shows that|A closer look at the {how} {what} reveals that|One {how} {who} insisted that|The figures on the {what} do not contradict the view that|Against this {how} view of the {what}, it may be said that|From the {when} of {year} we know that',
} as const;
const words = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.split('|')])) as unknown as { readonly [L in keyof typeof lists]: readonly string[] };

const shapes = [
  'the {how} {who} {did} the {how} {what} {near} the {when}, since {end}.', '{voice} the {who} {did} a {how} {what}.', '{near} the {how} {when}, a {who} {did} the {what}.',
  'a {how} {who} {did} the {what}, and the {who} {did} its {how} {what} {near} the {when}.', '{voice} {end} while the {how} {who} {did} the {how} {what}.',
  'the {who}, which had {did} a {what} {near} the {how} {when}, now {did} another {what}, although {end}.', 'neither the {how} {who} nor the {who} {did} the {how} {what}.',
  'of {number} {how} cases between {year} and {year}, {number} {did} the {what}; the {how} {who} {did} a {what} in the others.',
  'what the {who} {did} {near} the {how} {when} was a {what}, not a {how} {what}.', 'if {end}, then the {how} {who} could not have {did} the {what} {near} the {when}.',
];

function filled(shape: string, chance: Chance): string {
  const text = shape.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'number') return String(3 + Math.floor(chance() * 400));
    if (name === 'year') return String(1950 + Math.floor(chance() * 70));
    const list = words[name as keyof typeof words];
    const phrase = list[Math.floor(chance() * list.length)] as string;
    return phrase.includes('{') ? filled(phrase, chance) : phrase;
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text of about so many words, in paragraphs. */
export function longText(count: number, chance: Chance): string {
  const paragraphs: string[] = [];
  for (let written = 0; written < count;) {
    const sentences = Array.from({ length: 4 + Math.floor(chance() * 6) }, () => filled(shapes[Math.floor(chance() * shapes.length)] as string, chance));
    paragraphs.push(sentences.join(' '));
    written += sentences.join(' ').split(' ').length;
  }
  return paragraphs.join('\n\n');
}
