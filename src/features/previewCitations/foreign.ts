/**
 * What stands in a source file was written by others: its preview shows no HTML of theirs and fetches no picture from afar, either of which VS Code’s own
 * Markdown preview would do; both stay as they are written. Links lead to pages only.
 */
import { htmlText } from '../../core/exits';
import type { MarkdownIt, Renderer, Token } from './markdownIt';

/** Tags that only set letters otherwise. */
const plainTag = /^<\/?(?:i|b|em|strong|sub|sup|br)[ \t]*\/?>$/i;
/** An address that names its place by itself, or only its host. */
const remote = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Would an address do anything but open a page, begin a letter or lead to a place in the folder? */
const runs = (address: string): boolean => scheme.test(address) && !/^(?:https?|mailto):/i.test(address);

/** `isForeign`: was what stands in this file written by others? */
export function showForeignAsText(md: MarkdownIt, isForeign: (file: unknown) => boolean): void {
  const { rules } = md.renderer;
  const image = rules['image'];
  rules['image'] = (tokens, index, options, env, self) => {
    const [token, src] = [tokens[index]!, addressOf(tokens[index]!)];
    if (remote.test(src) && isForeign(env['currentDocument'])) return htmlText(`![${token.content}](${src})`);
    return image?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
  };
  const link = rules['link_open'];
  rules['link_open'] = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    // A link without an address is words.
    if (runs(addressOf(token)) && isForeign(env['currentDocument'])) token.attrs = token.attrs?.filter(([name]) => name !== 'href' && name !== 'data-href') ?? null;
    return link?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
  };
  for (const name of ['html_inline', 'html_block']) rules[name] = withoutTags(rules[name], isForeign);
}

/** Where a picture or a link leads. VS Code puts its own address for a picture in the place of the one that is written, and keeps that. */
const addressOf = (token: Token): string => (token.attrGet('data-src') ?? token.attrGet('src') ?? token.attrGet('data-href') ?? token.attrGet('href') ?? '').trim();

function withoutTags(before: MarkdownIt['renderer']['rules'][string], isForeign: (file: unknown) => boolean): Renderer {
  return (tokens, index, options, env, self) => {
    const { content } = tokens[index]!;
    if (isComment(content) || plainTag.test(content) || !isForeign(env['currentDocument'])) return before?.(tokens, index, options, env, self) ?? content;
    return htmlText(content);
  };
}

function isComment(content: string): boolean {
  const text = content.trim();
  return text.startsWith('<!--') && text.indexOf('-->', 4) === text.length - 3;
}
