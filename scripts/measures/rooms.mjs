// What is measured: the files of each room, by their paths from the root of the project.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

/** What keeps files, what writes text for other programs, and what reads foreign text. Files of types alone have no branches. */
const rooms = {
  store: /^src\/(?:core\/(?:library|history|merge)\/|core\/(?:merging|decoding|utf8|edits|hash|sameness)\.ts$|host\/(?:history|changeOnDisk|disk)\.ts$|host\/node\/(?!diskOf|packer|gitAuthor))/,
  encoders: /^src\/core\/(?:exits\.ts$|exports\/|tables\/|formatting\/results\.ts$|referenceList\.ts$|exchange\/(?:notes|guid|codebookTable|codeTree|refiProject|refiCodebook|xmlText|markdownTags|sourceText))/,
  parsers: /^src\/core\/(?:parsing\/|exchange\/(?:unzip|xmlReading|refiReading|readIncoming|bibliographyNotes|incoming)|engineLine\.ts$|engineReading\.ts$)/,
};

export const roomNames = Object.keys(rooms);

/** The room that a file belongs to, if it is measured. */
export const roomOf = (file) => roomNames.find((name) => rooms[name].test(file));

/** A path as esbuild gives it, from the root of the project. */
export const fromRoot = (file) => path.relative(inRoot(), file).split(path.sep).join('/');

/** Every measured file. */
export function measuredFiles() {
  const names = fs.readdirSync(inRoot('src'), { recursive: true }).map((name) => `src/${name.split(path.sep).join('/')}`);
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && roomOf(name) !== undefined).sort();
}
