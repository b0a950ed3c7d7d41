/** Which command a LaTeX draft cites with, read from what it loads and from its citations so far. */
import { isBiblatex, shapeOf, singleOf } from './latexCommands';
import type { Ways } from './rules';

export type CitationPackage = 'biblatex' | 'natbib' | 'plain';

/** The package that makes the citations of this draft, as far as the draft itself shows. */
export function citationPackage({ packages, used }: Ways): CitationPackage {
  if (packages.some((name) => /^biblatex(?:-|$)/.test(name))) return 'biblatex';
  if (packages.includes('natbib')) return 'natbib';
  const commands = [...used.keys()];
  if (commands.some((name) => isBiblatex(plain(name)))) return 'biblatex';
  return commands.some((name) => /^Cite[tp]$|^cite(?:[tp]|al[tp])$/.test(plain(name))) ? 'natbib' : 'plain';
}

const plain = (command: string): string => command.replace(/\*$/, '');

const commandOf: { readonly [P in CitationPackage]: string } = { biblatex: 'autocite', natbib: 'citep', plain: 'cite' };
const inTextOf: { readonly [P in CitationPackage]: string } = { biblatex: 'textcite', natbib: 'citet', plain: 'cite' };

/**
 * The command (no backslash) to cite with: the one the draft uses most; without any, `autocite` if it loads biblatex, `citep`
 * if natbib, else `cite`. As a word of the sentence: `textcite` or `citet`.
 */
export function commandFor(ways: Ways, inText = false): string {
  if (inText) return inTextOf[citationPackage(ways)];
  const uses = new Map<string, number>();
  for (const [written, count] of ways.used) {
    const name = plain(written);
    const shape = shapeOf(name) ?? ways.commands.get(name);
    if (shape === 'cite' || shape === 'cites') uses.set(singleOf(name), (uses.get(singleOf(name)) ?? 0) + count);
  }
  const [most] = [...uses].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? commandOf[citationPackage(ways)];
}
