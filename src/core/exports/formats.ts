/** The formats of a bibliography: a row each in `writers.ts`. */
export const exportFormats = ['biblatex', 'bibtex', 'ris', 'csl-json', 'csl-yaml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const endings: { readonly [F in ExportFormat]: readonly string[] } = {
  'biblatex': ['.bib'],
  'bibtex': ['.bib'],
  'ris': ['.ris'],
  'csl-json': ['.json'],
  'csl-yaml': ['.yaml', '.yml'],
};

/** The format that a file name asks for by its ending, BibLaTeX for `.bib`; undefined for any other ending. */
export function exportFormatOf(path: string): ExportFormat | undefined {
  const name = path.toLowerCase();
  return exportFormats.find((format) => endings[format].some((ending) => name.endsWith(ending)));
}
