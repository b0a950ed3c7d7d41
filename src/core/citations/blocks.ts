/** How a draft writes what is no citation: headings, emphasis, quotations in blocks. Texts are ready to stand there; a line of them that would begin something is kept from it. */
import { inDraft, type DraftText } from '../exits';
import type { Syntax } from './citation';
import type { DraftReading } from './draftReading';
import { plain, standing } from './words';

type Prose = {
  heading(level: number, text: DraftText): DraftText;
  emphasis(text: DraftText): DraftText;
  block(text: DraftText, draft: DraftReading): DraftText;
  /** What a person wrote in a note, which is Markdown. */
  own(text: string): DraftText;
};

/** A line of Markdown that begins like a list, a heading or a rule is none. */
const markdownLine = (line: string): string => line.replace(/^([-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`)).replace(/^(\d{1,9})([.)])/, '$1\\$2');
const quotedLines = (text: DraftText): DraftText => eachLine(text, (line) => (line === '' ? '>' : `> ${markdownLine(line)}`));
/** Nor is one of Typst and Org, which take other signs for such beginnings. */
const typstLine = (line: string): string => line.replace(/^[=+-]/, '\\$&').replace(/^(\d{1,9})\./, '$1\\.');
const orgLine = (line: string): string => (/^(?:[#*|:+-]|\d{1,9}[.)])/.test(line) ? `\u200b${line}` : line);
const eachLine = (text: DraftText, guard: (line: string) => string): DraftText => text.split('\n').map(guard).join('\n') as DraftText;
const signs = (sign: string, level: number): DraftText => standing(sign.repeat(level));
const latexLevels = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const;

const markdownProse: Prose = {
  heading: (level, text) => inDraft`${signs('#', level)} ${text}`, emphasis: (text) => inDraft`*${text}*`, block: quotedLines, own: standing,
};

export const prose: { readonly [S in Syntax]: Prose } = {
  markdown: markdownProse,
  myst: markdownProse,
  latex: {
    heading: (level, text) => inDraft`\\${standing(latexLevels[Math.min(level, latexLevels.length) - 1] ?? 'section')}{${text}}`, emphasis: (text) => inDraft`\\emph{${text}}`, own: plain.latex,
    block: (text, { ways }) => { const name = ways.packages.includes('csquotes') ? inDraft`displayquote` : inDraft`quote`; return inDraft`\\begin{${name}}\n${text}\n\\end{${name}}`; },
  },
  typst: { heading: (level, text) => inDraft`${signs('=', level)} ${text}`, emphasis: (text) => inDraft`_${text}_`, own: plain.typst, block: (text) => inDraft`#quote(block: true)[\n${eachLine(text, typstLine)}\n]` },
  org: { heading: (level, text) => inDraft`${signs('*', level)} ${text}`, emphasis: (text) => inDraft`/${text}/`, own: plain.org, block: (text) => inDraft`#+begin_quote\n${eachLine(text, orgLine)}\n#+end_quote` },
};
