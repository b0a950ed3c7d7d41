/** The part of markdown-it, VS Code's Markdown renderer, that is used here. */
export type Token = { type: string; content: string; meta: unknown; children: Token[] | null; hidden: boolean; block: boolean; attrs: [string, string][] | null; attrGet(name: string): string | null };
export type InlineState = { readonly src: string; pos: number; readonly env: Environment; push(type: string, tag: string, nesting: 0): Token };
export type CoreState = { src: string; tokens: Token[]; readonly env: Environment; readonly Token: new (type: string, tag: string, nesting: 0) => Token };

/** What the rules of one parse share. */
export type Environment = Record<string, unknown>;

/** Writes one token as HTML. VS Code names the file that is shown in `env.currentDocument`. */
export type Renderer = (tokens: readonly Token[], index: number, options: unknown, env: Environment, self: { renderToken(tokens: readonly Token[], index: number, options: unknown): string }) => string;

type Rules<R> = { push(name: string, rule: R): void; after(before: string, name: string, rule: R): void; before(after: string, name: string, rule: R): void };
export type MarkdownIt = {
  readonly core: { readonly ruler: Rules<(state: CoreState) => void> };
  readonly inline: { readonly ruler: Rules<(state: InlineState, silent: boolean) => boolean> };
  readonly renderer: { readonly rules: Record<string, Renderer | undefined> };
};
