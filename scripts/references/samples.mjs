// References for training and measuring: printed, made dirty, cut into tokens with their labels.
import { chanceOf } from './chance.mjs';
import { print, styleOf } from './grammar.mjs';
import { dirty } from './noise.mjs';
import { printTemplate } from './printed.mjs';
import { languages, recordOf } from './records.mjs';
import { gbtStyle, gostStyle, printGbt, printGost } from './standards.mjs';

/** References one after the other, each `{ line, lang, source }`. `templates` are prints of citation styles. */
export function* samples(seed, count, { templates = [], stock = [], noise = true, only, lang: wanted, listed = false } = {}) {
  const chance = chanceOf(seed);
  for (let made = 0; made < count;) {
    const lang = wanted ?? chance.weighed(languages);
    const source = only ?? sourceOf(chance, lang, templates);
    const style = { gost: () => gostStyle(chance, lang), gbt: () => gbtStyle(chance), grammar: () => styleOf(chance, lang), csl: () => undefined }[source]();
    for (let times = listed ? count : chance.from(1, 3); times > 0 && made < count; times--) {
      const line = source === 'csl' ? printTemplate(chance, chance.pick(templates), stock) : { gost: printGost, gbt: printGbt, grammar: print }[source](chance, style, recordOf(chance, lang, stock));
      if (line === undefined || line.text.length < 20 || line.text.length > 900) continue;
      made++;
      yield { line: noise ? dirty(chance, line) : line, lang, source };
    }
  }
}

function sourceOf(chance, lang, templates) {
  if (lang === 'zh') return chance.maybe(0.85) ? 'gbt' : 'grammar';
  if (['ru', 'uk', 'kk'].includes(lang)) return chance.maybe(0.75) ? 'gost' : 'grammar';
  return templates.length > 0 && chance.maybe(0.5) ? 'csl' : 'grammar';
}
