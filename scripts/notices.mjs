// The licences of everything that is bundled into what we ship.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { stylesNotice } from './styles.mjs';

/** The folder of the package that a bundled file belongs to: the last node_modules/NAME or node_modules/@SCOPE/NAME. */
const packageFolder = (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];

function licenceText(folder) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : '(The package carries no licence text of its own.)';
}

/** citeproc-js asks for its source to be named. */
const source = { citeproc: 'Source of citeproc-js: https://github.com/Juris-M/citeproc-js' };

function notice(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return [`${name} ${version}`, `Licence: ${license}`, ...(source[name] ? [source[name]] : []), '', licenceText(folder)].join('\n');
}

const line = `\n\n${'-'.repeat(80)}\n\n`;

/** The folders of the packages that are bundled, from the metafiles of the builds; each once, by name. A package reached through a link is the same. */
function foldersIn(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  return [...new Set(inputs.map(packageFolder).filter(Boolean).map((folder) => folder.slice(folder.indexOf('node_modules'))))].sort();
}

/** What is bundled: name, version, the licence’s name and its text. */
export const packagesIn = (metafiles) => foldersIn(metafiles).map((folder) => {
  const { name, version, license } = JSON.parse(fs.readFileSync(inRoot(folder, 'package.json'), 'utf8'));
  return { name, version, license, licence: licenceText(inRoot(folder)) };
});

/** The list of what is bundled for programs that check licences and known faults: CycloneDX 1.5. */
export function sbom(metafiles) {
  const components = packagesIn(metafiles).map(({ name, version, license }) => ({
    type: 'library', name, version, purl: `pkg:npm/${name.replace(/^@/, '%40')}@${version}`, licenses: [/ (?:OR|AND) /.test(license) ? { expression: license } : { license: { name: license } }],
  }));
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components }, undefined, 1)}\n`;
}

/** The text, from the metafiles of the builds; each package once, by name. */
export function notices(metafiles) {
  const folders = foldersIn(metafiles);
  const head = 'Commonplace contains the following works of others.';
  return [head, ...folders.map((folder) => notice(inRoot(folder))), stylesNotice()].join(line) + '\n';
}
