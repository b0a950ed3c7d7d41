// References for training and measuring: printed, made dirty, cut into tokens with their labels.
import { chanceOf } from './chance.mjs';
import { noteOf, print, styleOf } from './grammar.mjs';
import { transliterated } from './transliteration.mjs';
import { dirty } from './noise.mjs';
import { printTemplate } from './printed.mjs';
import { languages, recordOf } from './records.mjs';
import { gbtStyle, gostStyle, printGbt, printGost } from './standards.mjs';

/** References one after the other, each `{ line, lang, source, type }`. `templates` are prints of citation styles. */
export function* samples(seed, count, { templates = [], stock = [], noise = true, only, lang: wanted, listed = false } = {}) {
  const chance = chanceOf(seed);
  for (let made = 0; made < count;) {
    const lang = wanted ?? chance.weighed(languages);
    const source = only ?? sourceOf(chance, lang, templates);
    const style = { gost: () => gostStyle(chance, lang), gbt: () => gbtStyle(chance), grammar: () => (chance.maybe(0.12) && lang !== 'zh' ? noteOf(chance, styleOf(chance, lang)) : styleOf(chance, lang)), csl: () => undefined, roman: () => styleOf(chance, 'en') }[source]();
    for (let times = listed ? count : chance.from(1, 3); times > 0 && made < count; times--) {
      const template = source === 'csl' ? chance.pick(templates) : undefined;
      const record = template === undefined ? recordOf(chance, lang, stock) : undefined;
      const line = template === undefined ? printers[source](chance, style, record) : printTemplate(chance, template, stock);
      const { type } = template ?? record;
      if (line === undefined || line.text.length < 20 || line.text.length > 900) continue;
      made++;
      yield { line: noise ? dirty(chance, line) : line, lang, source, type };
    }
  }
}

const printers = { gost: printGost, gbt: printGbt, grammar: print, roman: (random, form, record) => transliterated(random, print(random, form, record)) };

function sourceOf(chance, lang, templates) {
  if (lang === 'zh') return chance.maybe(0.85) ? 'gbt' : 'grammar';
  if (['ru', 'uk', 'kk'].includes(lang)) return chance.weighed({ gost: 75, grammar: 17, roman: 8 });
  return templates.length > 0 && chance.maybe(0.5) ? 'csl' : 'grammar';
}
