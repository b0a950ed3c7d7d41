/** The line in which Ovid names the book of a chapter: `Doe, J. [Ed]; Roe, R. [Ed]. (2009). Book. (pp. 3-20). City: Press.` */

/** What a source may say. */
export type SourcePart = 'journal' | 'volume' | 'issue' | 'pages' | 'date' | 'book' | 'editors' | 'publisher' | 'place';
/** The parts that a source names. */
export type Source = { readonly [P in SourcePart]?: string | undefined };

const editorMark = /\[Eds?(?:itors?)?\.?(?:,[^\]]{0,60})?\]/gu;

/** What the line says of a book; undefined when it is the line of an article. */
export function bookSource(line: string): Source | undefined {
  const marks = [...line.matchAll(editorMark)];
  const last = marks.at(-1);
  const after = last === undefined ? 0 : last.index + last[0].length;
  const pages = /(?:\(pp?\. ?|Chapter pagination: ?)([\w-]{1,24})/u.exec(line.slice(after))?.[1] ?? (last === undefined ? undefined : /:([\d-]{1,24}), \d{4}/u.exec(line.slice(after))?.[1]);
  if (last === undefined && !/\(pp?\. ?\d/u.test(line)) return undefined;
  const editors = line.slice(0, after).replace(editorMark, ';').split(';').map((name) => name.replace(/^[\s.,&]+/u, '').replace(/^In:\s{0,3}/u, '').trim()).filter((name) => name !== '');
  const rest = line.slice(after).replace(/^[\s.,;]+/u, '');
  const [, place, publisher] = /\bpp?\.\)?\.? ([^:.]{2,60}): ([^;:]{2,80}?)(?:[.;]|$)/u.exec(rest) ?? [];
  return { book: titleIn(rest), pages, editors: editors.join('\n'), date: /(?<!\d)\(?((?:19|20)\d\d)(?!\d)/u.exec(rest)?.[1], place, publisher };
}

/** The title: what stands before the first full stop or opening bracket, behind the year if that comes first. */
function titleIn(rest: string): string | undefined {
  const text = rest.replace(/^[^().]{0,60}\(\d{4}\)\.? ?/u, '').replace(/^\[/u, '');
  const title = /^.{2,300}?(?=\.(?:\s|:|$)|\s\(pp?\.|\.?\])/u.exec(text)?.[0];
  return title === undefined || !/\p{L}/u.test(title) ? undefined : title;
}
