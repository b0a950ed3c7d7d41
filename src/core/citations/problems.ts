/** What can be said of citations that are to be written. */
import type { Problem } from '../problem';
import { visible } from '../exits';
import type { Span } from '../source';
import type { Flaw, Syntax } from './citation';

const names: { readonly [S in Syntax]: string } = { markdown: 'Markdown', myst: 'MyST', latex: 'LaTeX', typst: 'Typst', org: 'Org' };

/** Keys that a draft in this syntax can't cite. */
export const keysUncitable = (keys: readonly string[], syntax: Syntax): Problem => ({
  code: 'keys-uncitable', severity: 'warning',
  message: `${keys.map((key) => `“${visible(key)}”`).join(', ')} can’t be cited in ${names[syntax]}: ${keys.length === 1 ? 'the key has' : 'the keys have'} signs that would end the citation or that nobody sees. Rename ${keys.length === 1 ? 'it' : 'them'} with “Rename Citation Key”, to letters, digits and hyphens.`,
});

const flawed: { readonly [F in Flaw]: string } = {
  keyless: 'a part of this bracket has no key, or has it within emphasis or quotation marks. Put a comma in place of the semicolon, or move the marks.',
  undivided: 'no semicolon parts two keys of this bracket, and only the last would be printed. Put “; ” between them.',
  adjoined: 'another bracket or a note follows directly, as behind the text of a link. Put a blank between them, or join two citations with “; ”.',
};

/** What a quick fix does about it; `joins`: two citations become one. */
export const flawMends: { readonly [F in Flaw]: (joins: boolean) => string } = {
  keyless: () => 'Put a comma in place of the semicolon',
  undivided: () => 'Part the keys with semicolons',
  adjoined: (joins) => (joins ? 'Join both citations' : 'Put a blank behind the citation'),
};

/** A bracket that Pandoc does not read as its writer meant it. */
export const citationFlawed = (flaw: Flaw, span: Span): Problem => ({
  code: 'citation-flawed', severity: 'warning', span, message: `Pandoc does not read this as one citation: ${flawed[flaw]}`,
});

/** What stands in place of the rows of a draft that has no citation yet. */
export const citesNothingYet = (path: string): string => `${visible(path)} cites nothing yet. Insert a citation, or type @ or \\cite{ and a name or a word of a title.`;
