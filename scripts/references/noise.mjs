// What copying does to a reference: lost and doubled blanks, other signs, numbers in front, words divided.
import { Line, replaced } from './line.mjs';

const numbers = ['[@] ', '@. ', '@) ', '(@) ', '@ ', '[@]', '@\t', '- ', '• '];

export function dirty(chance, clean) {
  let line = clean;
  const share = (chanceOfIt, change) => { if (chance.maybe(chanceOfIt)) line = change(line); };
  share(0.12, (text) => new Line().add(chance.pick(numbers).replace('@', String(chance.from(1, 200)))).append(text));
  share(0.02, (text) => new Line().add(`[${chance.pick(['Smi', 'Mül', 'ABC', 'Kov+', 'Sch'])}${chance.from(70, 99)}] `).append(text));
  share(0.015, (text) => new Line().add(chance.pick(['See ', 'Vgl. ', 'Cf. ', 'See also ', 'Siehe ', 'См.: '])).append(text));
  share(0.03, (text) => replaced(text, /(?<=\p{Ll}) (?=\p{Ll})/gu, () => (chance.maybe(0.12) ? '- ' : ' ')));
  share(0.04, (text) => replaced(text, /(?<=[.,;:]) /gu, () => (chance.maybe(0.4) ? '' : ' ')));
  share(0.03, (text) => replaced(text, / /gu, () => (chance.maybe(0.12) ? '  ' : ' ')));
  share(0.02, (text) => replaced(text, /[.,](?= )/gu, (sign) => (chance.maybe(0.25) ? '' : sign)));
  share(0.02, (text) => replaced(text, /[.,:;]/gu, (sign) => (chance.maybe(0.4) ? ` ${sign}` : sign)));
  share(0.03, (text) => replaced(text, /[.,:](?= )/gu, (sign) => (chance.maybe(0.12) ? chance.pick(['.', ',', ':', ';']) : sign)));
  share(0.05, (text) => replaced(text, /[“”„«»"]/gu, '"'));
  share(0.03, (text) => replaced(text, /[‘’]/gu, "'"));
  share(0.02, (text) => replaced(text, /(?<=\p{Ll})\p{Ll}(?=\p{Ll})/gu, (letter) => (chance.maybe(0.02) ? chance.pick(['l', 'i', 'e', 'm', '1']) : letter)));
  share(0.01, (text) => replaced(text, /\p{Ll}/gu, (letter) => letter.toUpperCase()));
  share(0.01, (text) => new Line().append(text).add(chance.pick([' (= Text 3).', ' [in German]', ' (in Russian)', ' [PubMed]', ' Google Scholar', ' Print.', ' Mimeo.', ' Reprint.', ' (eingesehen).', ' Unpublished.'])));
  return line;
}
