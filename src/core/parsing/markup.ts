/** Text that carries the markup of the page or index it came from. */

const block = /<\/?(?:jats:)?(?:p|sec|title|list|list-item|br|div|li|ul|ol|section|h[1-6])(?:\s[^<>]{0,300})?\/?>/giu;
const tag = /<\/?(?:jats:|mml:)?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?\/?>/giu;
const entities: { readonly [name: string]: string } = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…',
};

/** `&amp;` and its like as the characters they stand for; twice, since some exports escape twice. */
export function withoutEntities(text: string): string {
  return text.includes('&') && /&[#a-z]/iu.test(text) ? decoded(decoded(text)) : text;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, number?: string, hex?: string, name?: string) => {
    const code = number !== undefined ? Number(number) : hex !== undefined ? parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    return entities[(name ?? '').toLowerCase()] ?? whole;
  });
}

/** An abstract without JATS or HTML tags; their blocks become paragraphs. Text without tags stays as it is. */
export function withoutMarkup(text: string): string {
  const plain = withoutEntities(text);
  if (!plain.includes('<') || !/<\/?(?:jats:|mml:|p>|p |i>|b>|em>|strong>|scp>|h[1-6]>|br|div|sup>|sub>|span[ >])/iu.test(plain)) return plain === text ? text : plain.trim();
  const parted = plain.replace(block, '\n\n').replace(tag, '');
  return parted.split(/\n\s*\n/u).map((part) => part.replace(/\s+/gu, ' ').trim()).filter((part) => part !== '').join('\n\n')
    .replace(/^Abstract\n\n/u, '');
}
