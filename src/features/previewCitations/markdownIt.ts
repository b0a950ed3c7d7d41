/** The part of markdown-it, VS Code's Markdown renderer, that is used here. */
export type Token = { type: string; content: string; meta: unknown; children: Token[] | null; hidden: boolean; block: boolean };
export type InlineState = { readonly src: string; pos: number; readonly env: Environment; push(type: string, tag: string, nesting: 0): Token };
export type CoreState = { src: string; tokens: Token[]; readonly env: Environment; readonly Token: new (type: string, tag: string, nesting: 0) => Token };

/** What the rules of one parse share. */
export type Environment = Record<string, unknown>;

type Rules<R> = { push(name: string, rule: R): void; after(before: string, name: string, rule: R): void; before(after: string, name: string, rule: R): void };
export type MarkdownIt = {
  readonly core: { readonly ruler: Rules<(state: CoreState) => void> };
  readonly inline: { readonly ruler: Rules<(state: InlineState, silent: boolean) => boolean> };
  readonly renderer: { readonly rules: Record<string, (tokens: readonly Token[], index: number) => string> };
};
