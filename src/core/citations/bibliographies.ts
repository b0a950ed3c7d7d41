/** Which bibliographies a draft uses: those that it, its project or the files it belongs to name. Paths have `/` between segments. */
import type { Fact, Syntax } from './citation';
import { readDraft } from './draftReading';
import { syntaxOfPath } from './syntaxes';
import { fieldStrings } from './yamlField';

/** A draft as far as this question goes. */
export type DraftFacts = { readonly path: string; readonly syntax: Syntax; readonly facts: readonly Fact[] };

/** Gives the text of a file by its path, or undefined where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** A bibliography that is named, and the file that names it. */
export type NamedBibliography = { readonly path: string; readonly namedIn: string };

/** A path that a file names, from the root of the workspace; `..` that lead out of it stay in front. */
export function resolvePath(from: string, name: string): string {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(name)) return name.replaceAll('\\', '/');
  const segments = from.includes('/') ? from.slice(0, from.lastIndexOf('/')).split('/') : [];
  for (const segment of name.replaceAll('\\', '/').split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..' && segments.at(-1) !== '') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

// --- projects ----------------------------------------------------------------------------------------------------

/** Files of a project that may name bibliographies for the drafts in their folder and below. */
const projectFiles = ['_metadata.yml', '_metadata.yaml', '_quarto.yml', '_quarto.yaml', 'myst.yml', '_bookdown.yml'];
const projectStops = new Set(['_quarto.yml', '_quarto.yaml', 'myst.yml']);

/** The folders from the draft’s own up to the root, each with its `/` at the end, and the root as the empty string. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end + 1));
  return [...folders, path.startsWith('/') ? '/' : ''];
}

async function namedByProject(path: string, read: ReadText): Promise<readonly NamedBibliography[]> {
  const named: NamedBibliography[] = [];
  for (const folder of foldersOf(path)) {
    let stop = false;
    for (const name of projectFiles) {
      const file = folder + name;
      const text = await read(file);
      if (text === undefined) continue;
      stop ||= projectStops.has(name);
      named.push(...fieldStrings(text, 'bibliography').map((one) => ({ path: resolvePath(file, one.text), namedIn: file })));
    }
    if (stop) break;
  }
  return named.length > 0 ? named : namedByBook(path, read);
}

/** The chapters of a book made with bookdown share the front matter of its first file. */
async function namedByBook(path: string, read: ReadText): Promise<readonly NamedBibliography[]> {
  if (!/\.rmd$/i.test(path)) return [];
  const file = `${foldersOf(path)[0] ?? ''}index.Rmd`;
  const text = file === path ? undefined : await read(file);
  return text === undefined ? [] : named({ path: file, syntax: 'markdown', facts: readDraft('markdown', text).facts });
}

// --- documents of several files ----------------------------------------------------------------------------------

const named = ({ path, facts }: DraftFacts): readonly NamedBibliography[] =>
  facts.filter(({ kind }) => kind === 'bibliography').map(({ name }) => ({ path: resolvePath(path, name), namedIn: path }));

const endings: { readonly [S in Syntax]: string } = { latex: '.tex', typst: '.typ', org: '.org', markdown: '.md', myst: '.md' };

/** The files that a draft takes in, by their paths; a name without ending gets that of its language. LaTeX counts from the root file. */
function includesOf({ path, syntax, facts }: DraftFacts, root: string): readonly string[] {
  return facts.filter(({ kind }) => kind === 'include').flatMap(({ name }) => {
    const file = /\.[A-Za-z]{1,4}$/.test(name) ? name : `${name}${endings[syntax]}`;
    const own = resolvePath(path, file);
    return syntax === 'latex' && root !== path ? [own, resolvePath(root, file)] : [own];
  });
}

/** How many files of one document are followed. */
const most = 500;

class Document {
  private readonly seen = new Map<string, DraftFacts>();

  /** `draft` as it stands now, whatever `drafts` hold of it. */
  constructor(draft: DraftFacts, private readonly drafts: ReadonlyMap<string, DraftFacts>, private readonly read: ReadText) {
    this.seen.set(draft.path, draft);
  }

  async load(path: string): Promise<DraftFacts | undefined> {
    const known = this.seen.get(path) ?? this.drafts.get(path);
    if (known !== undefined) return known;
    const syntax = syntaxOfPath(path);
    const text = syntax === undefined ? undefined : await this.read(path);
    if (syntax === undefined || text === undefined) return undefined;
    const draft = { path, syntax, facts: readDraft(syntax, text).facts };
    this.seen.set(path, draft);
    return draft;
  }

  /** The file that makes the whole document: the one named as root, or one that takes this one in. */
  async rootOf(draft: DraftFacts): Promise<DraftFacts> {
    const root = draft.facts.find(({ kind }) => kind === 'root');
    const stated = root === undefined ? undefined : await this.load(resolvePath(draft.path, root.name));
    if (stated !== undefined) return stated;
    let top = draft;
    const met = new Set([draft.path]);
    for (let parent = this.parentOf(top); parent !== undefined && !met.has(parent.path); parent = this.parentOf(top)) {
      met.add(parent.path);
      top = parent;
    }
    return top;
  }

  private parentOf(draft: DraftFacts): DraftFacts | undefined {
    for (const one of this.drafts.values()) {
      if (one.facts.length === 0) continue;
      const other = this.seen.get(one.path) ?? one;
      // LaTeX counts from a root that is not known yet: it may be in any folder above.
      const roots = other.syntax === 'latex' ? foldersOf(other.path) : [''];
      const takesIn = other.path !== draft.path && other.syntax === draft.syntax && roots.some((folder) => includesOf(other, `${folder}root`).includes(draft.path));
      if (takesIn) return other;
    }
    return undefined;
  }

  /** All files of the document that begins with this one. */
  async parts(root: DraftFacts): Promise<readonly DraftFacts[]> {
    const parts = new Map([[root.path, root]]);
    const waiting = [root];
    for (let draft = waiting.pop(); draft !== undefined && parts.size < most; draft = waiting.pop()) {
      for (const path of includesOf(draft, root.path)) {
        const part = parts.has(path) ? undefined : await this.load(path);
        if (part === undefined) continue;
        parts.set(path, part);
        waiting.push(part);
      }
    }
    return [...parts.values()];
  }
}

/** What a draft belongs to: the bibliographies it may cite from, and the paths of the files that make one document with it. */
export type DocumentScope = { readonly bibliographies: readonly NamedBibliography[]; readonly parts: readonly DraftFacts[] };

/**
 * The bibliographies that a draft uses, in the order in which they are named, none twice; none when nothing names any. `drafts`
 * are the other drafts that are known, by path: one of them may be the root that takes this one in.
 */
export async function scopeOf(draft: DraftFacts, drafts: ReadonlyMap<string, DraftFacts>, read: ReadText): Promise<DocumentScope> {
  const document = new Document(draft, drafts, read);
  const root = await document.rootOf(draft);
  const inDocument = await document.parts(root);
  const parts = inDocument.some(({ path }) => path === draft.path) ? inDocument : [draft, ...inDocument];
  const project = draft.syntax === 'markdown' || draft.syntax === 'myst' ? await namedByProject(draft.path, read) : [];
  // LaTeX is run where the root file is, and counts all paths from there.
  const all = [...parts.flatMap((part) => named(draft.syntax === 'latex' ? { ...part, path: root.path } : part)), ...project];
  return { parts, bibliographies: [...new Map(all.map((one) => [one.path, one])).values()] };
}
