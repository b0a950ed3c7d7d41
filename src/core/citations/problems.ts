/** What can be said of citations that are to be written. */
import type { Problem } from '../problem';
import { visible } from '../exits';
import type { Syntax } from './citation';

const names: { readonly [S in Syntax]: string } = { markdown: 'Markdown', myst: 'MyST', latex: 'LaTeX', typst: 'Typst', org: 'Org' };

/** Keys that a draft in this syntax can't cite. */
export const keysUncitable = (keys: readonly string[], syntax: Syntax): Problem => ({
  code: 'keys-uncitable', severity: 'warning',
  message: `${keys.map((key) => `“${visible(key)}”`).join(', ')} can’t be cited in ${names[syntax]}: ${keys.length === 1 ? 'the key has' : 'the keys have'} signs that would end the citation or that nobody sees. Rename ${keys.length === 1 ? 'it' : 'them'} with “Rename Citation Key”, to letters, digits and hyphens.`,
});
