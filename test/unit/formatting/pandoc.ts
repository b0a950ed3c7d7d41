/** What Pandoc makes of a draft, if it is installed: the text of each citation and of each entry of the reference list. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompactNode } from '../../../src/core/formatting';

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A style as a file of its own. */
export function styleXml({ n, a = {}, c = [] }: CompactNode): string {
  const attributes = Object.entries(a).map(([name, value]) => ` ${name}="${attribute(value)}"`).join('');
  const children = c.map((child) => (typeof child === 'string' ? attribute(child) : styleXml(child))).join('');
  return `<${n}${attributes}>${children}</${n}>`;
}

type Node = { readonly t: string; readonly c?: unknown };
export type Made = { readonly citations: readonly string[]; readonly bibliography: readonly string[] };

export const pandocIsHere = (): boolean => spawnSync('pandoc', ['--version']).status === 0;

/** Pandoc's own citations of a draft; throws with what it says when it fails. */
export function pandocOf(draft: string, items: string, style: CompactNode): Made {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const csl = join(folder, 'style.csl');
  writeFileSync(csl, styleXml(style));
  const { stdout, stderr, status } = spawnSync('pandoc', ['--citeproc', '--bibliography', items, '--csl', csl, '--to', 'json', draft], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const made = { citations: [] as string[], bibliography: [] as string[] };
  walk((JSON.parse(stdout) as { blocks: unknown }).blocks, made);
  return made;
}

function walk(node: unknown, made: { citations: string[]; bibliography: string[] }): void {
  if (Array.isArray(node)) for (const child of node) walk(child, made);
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  const { t, c } = node as Node;
  if (t === 'Cite') made.citations.push(textOf((c as [unknown, unknown])[1]));
  else if (t === 'Div' && JSON.stringify((c as [unknown])[0]).includes('csl-entry')) made.bibliography.push(textOf((c as [unknown, unknown])[1]).trim());
  else for (const child of Object.values(node)) walk(child, made);
}

const quotes: { readonly [kind: string]: readonly [string, string] } = { DoubleQuote: ['“', '”'], SingleQuote: ['‘', '’'] };

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (node === null || typeof node !== 'object') return '';
  const { t, c } = node as Node;
  if (t === 'Str') return c as string;
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Quoted') {
    const [kind, inner] = c as [Node, unknown];
    const [open, close] = quotes[kind.t] ?? ['', ''];
    return open + textOf(inner) + close;
  }
  if (t === 'Code' || t === 'Math') return (c as [unknown, string])[1];
  if (t === 'Span' || t === 'Link' || t === 'Div') return textOf((c as [unknown, unknown])[1]);
  return textOf(c);
}
