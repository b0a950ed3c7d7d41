/** Citations in a draft: values on the ground floor of this room. Positions are UTF-16 code units of the draft. */
import type { DraftText } from '../exits';
import type { Locator, Span } from '../source';

/** The languages one can cite in; a row each in `syntaxes.ts`. */
export const syntaxes = ['markdown', 'latex', 'myst', 'typst', 'org'] as const;
export type Syntax = (typeof syntaxes)[number];

/**
 * How a citation speaks: aside, in brackets or a note (`normal`); as a word of the sentence, “Lee (2018) says” (`in-text`);
 * by one part of the reference, such as its year (`part`); or only in the list at the end (`listed`: `\nocite`, `nocite:`).
 */
export const forms = ['normal', 'in-text', 'part', 'listed'] as const;
export type Form = (typeof forms)[number];

/** What is said of a key besides the key, as written in the draft. `locator` is what the language takes for one: `pp. 3-5`. */
export const details = ['prefix', 'locator', 'suffix'] as const;
export type Detail = (typeof details)[number];

/**
 * One key of a citation. `span` is the key alone; `whole` has its signs too (`-@{odd key}`, `<key>`); `part` is the stretch
 * between separators that speaks of this key. `places` are the spans of the details.
 */
export type CitedKey = { readonly [D in Detail]?: string } & {
  readonly key: string;
  readonly span: Span;
  readonly whole: Span;
  readonly part: Span;
  readonly places: { readonly [D in Detail]?: Span };
  readonly suppressAuthor?: boolean;
};

/**
 * Why Pandoc does not read a bracket as its writer meant it: a part has no key (`[see Lee; @a]`) or has it within emphasis or quotation
 * marks; no semicolon parts two keys (`[@a and @b]`); another bracket directly follows (`[@a][@b]`), so that it is the text of a link.
 */
export const flaws = ['keyless', 'undivided', 'adjoined'] as const;
export type Flaw = (typeof flaws)[number];

/**
 * One citation: `[see @a, p. 3; @b]`, a bare `@a`, `\autocite[3]{a,b}`. `span` covers all of it. `command` is the LaTeX
 * command without backslash, the role of MyST, `cite` with its style in Org and Typst, or the signs `[]` and `@`.
 */
export type Citation = { readonly span: Span; readonly command: string; readonly form: Form; readonly keys: readonly CitedKey[]; readonly flaw?: Flaw };

/**
 * What to cite: a key, where in the source, and what to say before and after. The details are the person’s own words, in the draft’s language; `place` is where a note
 * says it is, which may be foreign: it is written in words of the draft’s language, none of whose signs mean anything there.
 */
export type CiteRequest = { readonly [D in Detail]?: string } & { readonly key: string; readonly suppressAuthor?: boolean; readonly place?: Locator };

/** How to cite: the LaTeX command or MyST role (else the one that fits the draft), and whether as a word of the sentence. */
export type CiteManner = { readonly command?: string; readonly inText?: boolean };

/** What to say of a key that is cited already: an empty string takes a detail away, what is left out stays. */
export type Change = { readonly [D in Detail]?: string } & { readonly suppressAuthor?: boolean };

/** What completion needs at a position: what was typed, and the stretch that accepting an item replaces; and whether `*` may stand here for all sources. */
export type CompletionContext = { readonly typed: string; readonly replace: Span; readonly mayBeAll?: true };

/** An edit of a draft: what it writes has passed an encoder. */
export type DraftEdit = Span & { readonly text: DraftText };

/** Edits of the draft as it is, and where the cursor stands in the text after them. */
export type Insertion = { readonly edits: readonly DraftEdit[]; readonly cursor: number };

/**
 * What a draft says besides its citations, each where it stands: a `bibliography` it names, its `root` file and those it
 * `include`s, an `entry` it defines itself (`\bibitem`), a `label` of its own, a `package` it loads, a `command` that it
 * defines for citing (`value`: the shape of its arguments), that it lists `everything`, and a key to let pass (`ignore`).
 */
export const factKinds = ['bibliography', 'root', 'include', 'entry', 'label', 'package', 'command', 'everything', 'ignore'] as const;
export type FactKind = (typeof factKinds)[number];
export type Fact = { readonly kind: FactKind; readonly name: string; readonly span: Span; readonly value?: string };
