/** Which command a LaTeX draft cites with, read from its preamble and from its citations so far. */
import { isBiblatex, singleOf } from './latexCommands';
import { readLatex, type LatexText } from './latexArguments';

export type CitationPackage = 'biblatex' | 'natbib' | 'plain';

const loading = /\\(?:usepackage|RequirePackage(?:WithOptions)?)\s?(?:\[[^[\]]{0,2000}\])?\s?\{([^{}]{0,500})\}/g;
const natbibOnly = /\\(?:bibpunct|setcitestyle|citestyle)\b/;
const biblatexOnly = /\\(?:addbibresource|printbibliography|ExecuteBibliographyOptions)\b/;

/** The package that makes the citations of this text, as far as the text itself shows. */
export function citationPackage({ prose, commands }: LatexText): CitationPackage {
  const loaded = [...prose.matchAll(loading)].flatMap((found) => (found[1] ?? '').split(',')).map((name) => name.trim());
  if (loaded.some((name) => /^biblatex(?:-|$)/.test(name)) || biblatexOnly.test(prose)) return 'biblatex';
  if (loaded.includes('natbib') || natbibOnly.test(prose)) return 'natbib';
  if (commands.some(({ name }) => isBiblatex(name))) return 'biblatex';
  return commands.some(({ name }) => /^Cite[tp]$|^cite(?:[tp]|al[tp])$/.test(name)) ? 'natbib' : 'plain';
}

const commandOf: { readonly [P in CitationPackage]: string } = { biblatex: 'autocite', natbib: 'citep', plain: 'cite' };

/** See {@link citeCommand}; for a text that has been read already. */
export function commandIn(latex: LatexText): string {
  const uses = new Map<string, number>();
  for (const { name, shape } of latex.commands) {
    if (shape !== 'cite' && shape !== 'cites') continue;
    uses.set(singleOf(name), (uses.get(singleOf(name)) ?? 0) + 1);
  }
  const [most] = [...uses].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? commandOf[citationPackage(latex)];
}

/**
 * The command (no backslash) to cite with in this LaTeX draft: the one it uses most; without any, `autocite` if it
 * loads biblatex, `citep` if natbib, else `cite`.
 */
export const citeCommand = (text: string): string => commandIn(readLatex(text));
