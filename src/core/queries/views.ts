/**
 * Saved views: a plain text file `views.yaml` beside the codebook, one view on a line: `Against the alliance: #multi-vectorism stance:against`. It is
 * YAML as we write it (the query as a JSON literal). A person may write the query as it is: then it goes to the end of the line, `#` included,
 * which a YAML reader would take for a comment. So we read it by ourselves, line by line.
 */
import { viewLineUnread, viewTwice, viewWithoutQuery } from '../problem';
import type { Problem } from '../problem';
import type { Span, TextEdit } from '../source';
import { linesOf } from '../library';
import { parseQuery } from './parsing';
import type { Query } from './query';

/** One view: its name, its query as text and as understood, and where it stands. `line` takes in its line end. */
export type SavedView = {
  readonly name: string;
  readonly text: string;
  readonly query: Query;
  readonly problems: readonly Problem[];
  readonly line: Span;
  readonly nameSpan: Span;
  readonly querySpan: Span;
};

/** What `views.yaml` says: views in its order, and lines that say none. */
export type SavedViews = { readonly views: readonly SavedView[]; readonly problems: readonly Problem[] };

/** The name of the file, in the folder of sources. */
export const viewsFile = 'views.yaml';

/** Reads any text; what is broken is told with its place, also inside a query. */
export function readViews(text: string): SavedViews {
  const views: SavedView[] = [];
  const problems: Problem[] = [];
  for (const { text: written, start, next } of linesOf(text, { start: 0, end: text.length })) {
    if (/^\s*(?:#|$)/.test(written) || /^(?:---|\.\.\.|views:)\s*$/.test(written)) continue;
    const view = readLine(written, { start, end: next });
    if ('code' in view) problems.push(view);
    else if (views.some(({ name }) => name === view.name)) problems.push(viewTwice(view.name, view.nameSpan));
    else views.push(view);
  }
  return { views, problems };
}

const nameBefore = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^:\s](?:[^:]|:(?!\s|$))*)):(?=\s|$)/;

function readLine(written: string, line: Span): SavedView | Problem {
  const at = line.start;
  const found = nameBefore.exec(written);
  if (found === null) return viewLineUnread({ start: at, end: at + written.length });
  const [head, json, single, bare] = found;
  const indent = written.length - written.trimStart().length;
  const name = (json === undefined ? single?.replaceAll("''", "'") ?? bare ?? '' : unescaped(`"${json}"`) ?? json).trim();
  const nameSpan = { start: at + indent, end: at + head.length - 1 };
  const rest = written.slice(head.length);
  const start = at + head.length + rest.length - rest.trimStart().length;
  return withQuery({ name, nameSpan, line }, rest.trim(), start);
}

function withQuery(view: Pick<SavedView, 'name' | 'nameSpan' | 'line'>, written: string, start: number): SavedView | Problem {
  if (view.name === '' || written === '') return viewWithoutQuery(view.name, view.nameSpan);
  const text = unescaped(written) ?? (/^'(?:[^']|'')*'$/.test(written) ? written.slice(1, -1).replaceAll("''", "'") : written);
  const querySpan = { start, end: start + written.length };
  const { query, problems } = parseQuery(text);
  const shift = written === text ? start : written.slice(1, -1) === text ? start + 1 : undefined;
  return { ...view, text, query, querySpan, problems: problems.map((problem) => ({ ...problem, span: shift === undefined || problem.span === undefined ? querySpan : { start: problem.span.start + shift, end: problem.span.end + shift } })) };
}

/** What a JSON string says; undefined for what is none. */
function unescaped(written: string): string | undefined {
  if (!written.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

// --- changes -----------------------------------------------------------------------------------------------------

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const nameText = (name: string): string => (/^\p{L}[\p{L}\p{M}\p{N} ,()’–-]*$/u.test(name) && !/^(?:views|yes|no|true|false|null|on|off)$/i.test(name) ? name : JSON.stringify(name));
const lineText = (name: string, query: string): string => `${nameText(oneLine(name))}: ${JSON.stringify(oneLine(query))}`;

/** What a new file begins with. */
export const viewsHeader = '# Views of this library: a name and a query on each line.\n';

/** The edits that save a query under a name: a view of that name gets it, else a new one is added at the end. */
export function saveView(text: string, name: string, query: string): readonly TextEdit[] {
  const known = readViews(text).views.find((view) => view.name === oneLine(name));
  if (known !== undefined) return [{ ...known.querySpan, text: JSON.stringify(oneLine(query)) }];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return [{ start: text.length, end: text.length, text: `${gap}${lineText(name, query)}${lineEnd}` }];
}

/** The edits that give a view another name; none when it is not there or the name is taken. */
export function renameView(text: string, name: string, other: string): readonly TextEdit[] {
  const { views } = readViews(text);
  const view = views.find((one) => one.name === name);
  if (view === undefined || views.some((one) => one.name === oneLine(other))) return [];
  return [{ ...view.nameSpan, text: nameText(oneLine(other)) }];
}

/** The edits that take a view away. */
export const removeView = (text: string, name: string): readonly TextEdit[] =>
  readViews(text).views.filter((view) => view.name === name).map(({ line }) => ({ ...line, text: '' }));
