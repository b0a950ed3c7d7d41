/** A series in brackets behind an equals sign, as German historians print it: `(= Beiträge zur Stadtgeschichte, Bd. 8)`. */

const series = /,? ?\(= ?(?<name>\p{Lu}[^()=]{1,150}?)(?<word>,? (?:Bd|Band|Nr|No|H|Heft|Vol|T|Folge)\.?)?,? ?(?<number>\d[\d/,. -]{0,10}|[IVXL]{1,7}|Sonderheft(?: \d{1,4})?)?\)/u;

/** A reference without its series, and the series by CSL variable; undefined where it has none. */
export function withoutSeries(text: string): readonly [string, { readonly [field: string]: string } | undefined] {
  const match = text.includes('(=') && !/[\u0400-\u04ff]/u.test(text) ? series.exec(text) : null;
  const { name, number, word } = match?.groups ?? {};
  if (match === null || name === undefined || (word === undefined && !name.includes(' '))) return [text, undefined];
  return [text.replace(match[0], ''), { 'collection-title': name.replace(/,$/u, ''), ...(number === undefined ? {} : { 'collection-number': number }) }];
}
