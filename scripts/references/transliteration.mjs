// Cyrillic references as lists of “References” print them: in Latin letters, the title once more in English in brackets.
import { Line } from './line.mjs';

const letters = Object.fromEntries(['а a', 'б b', 'в v', 'г g', 'д d', 'е e', 'ё yo', 'ж zh', 'з z', 'и i', 'й i', 'к k', 'л l', 'м m', 'н n', 'о o', 'п p', 'р r', 'с s', 'т t', 'у u', 'ф f', 'х kh', 'ц ts', 'ч ch', 'ш sh', 'щ shch', 'ъ ', 'ы y', 'ь ’', 'э e', 'ю yu', 'я ya', 'і i', 'ї yi', 'є ye', 'ґ g', 'ә a', 'ғ gh', 'қ q', 'ң ng', 'ө o', 'ұ u', 'ү u', 'һ h', '№ no.'].map((pair) => pair.split(' ')));

function latin(sign) {
  const found = letters[sign.toLowerCase()];
  if (found === undefined) return sign;
  return sign === sign.toLowerCase() ? found : found.slice(0, 1).toUpperCase() + found.slice(1);
}

export function transliterated(chance, line) {
  const out = new Line();
  const soft = chance.maybe(0.5);
  [...line.text].forEach((sign, at) => {
    const label = line.labels[at];
    const text = latin(sign).replace('’', soft ? "'" : '');
    out.text += text;
    for (let index = 0; index < text.length; index++) out.labels.push(index === 0 ? label : label.replace('+', ''));
    if (label === 'title' && line.labels[at + 1] !== 'title' && chance.maybe(0.6)) out.add(` [${chance.pick(['The problems of regional policy', 'Social aspects of development', 'Theory and practice of elections', 'On the history of the question', 'Economics and law'])}]`);
  });
  return chance.maybe(0.5) ? out.add(chance.pick([' (in Russian)', ' (In Russ.)', ' [in Russian]', ' (in Russian).'])) : out;
}
