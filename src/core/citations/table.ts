/** The table of syntaxes: a row each. */
import type { Syntax } from './citation';
import { latex } from './latex';
import { markdown } from './markdown';
import { myst } from './myst';
import { org } from './org';
import type { SyntaxRules } from './rules';
import { typst } from './typst';

export const rules: { readonly [S in Syntax]: SyntaxRules } = { markdown, latex, myst, typst, org };
