/** markdown-it, which renders VS Code's preview, as far as these tests use it. */
import { createRequire } from 'node:module';
import path from 'node:path';

type Token = { readonly type: string; readonly content: string; readonly attrs: readonly (readonly [string, string])[] | null; readonly children: readonly Token[] | null };
type Reader = { parse(text: string, environment: object): readonly Token[]; render(text: string): string };
type MarkdownIt = new (options: { readonly html?: boolean; readonly linkify?: boolean; readonly breaks?: boolean }) => Reader;

export const MarkdownIt = createRequire(path.resolve('package.json'))('markdown-it') as MarkdownIt;
