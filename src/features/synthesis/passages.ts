/** Passages as the page shows them; and the notes behind their numbers. */
import { locatorText } from '../../core/notes';
import { kindOf } from '../../core/source';
import { sharedBy, Tally, upwards } from '../../core/synthesis';
import type { Coding, Meeting } from '../../core/synthesis';
import type { Found, Home } from '../../host/libraries';
import { oneLine, sourceLabel } from '../../host/nodes';
import type { MapNode, Passage, ToSynthesis } from '../../protocol';
import { Ids } from './ids';
import { numbersOf } from './lines';
import type { LineMeaning } from './lines';
import type { Model } from './model';

/** So many passages are shown at once; who wants more writes them out. */
const most = 200;

type Told = Omit<Extract<ToSynthesis, { kind: 'passages' }>, 'isNew' | 'line' | 'column'>;

export class Passages {
  readonly #ids = new Ids<Coding['note']>();
  readonly #codings = new Map<number, { readonly coding: Coding; readonly home: Home | undefined }>();

  /** The note behind a number, and its source as it is now, if it is still there. */
  at(id: number): { readonly coding: Coding; readonly found: Found | undefined } | undefined {
    const known = this.#codings.get(id);
    if (known === undefined) return undefined;
    const { coding, home } = known;
    const source = home?.store.current.sources.get(coding.source.handle);
    return { coding, found: home === undefined || source === undefined ? undefined : { home, source } };
  }

  idOf(coding: Coding, { homes }: Model): number {
    const id = this.#ids.of(coding.note);
    this.#codings.set(id, { coding, home: homes.get(coding.source) });
    return id;
  }

  /** The passages of a cell: of a line (all lines without), of a tag and those under it (all tags without). */
  ofCell(model: Model, line: LineMeaning | undefined, tag: string | undefined): Told {
    const sources = line === undefined ? undefined : new Set(line.sources);
    const found = model.codings.filter((coding) => (sources?.has(coding.source) ?? true) && bears(coding, tag));
    return this.#told([line?.label, tag === undefined ? undefined : `#${tag}`].filter((part) => part !== undefined).join(' · ') || 'All passages', found.map((coding) => this.passage(coding, model)), found);
  }

  /** The passages in which two tags meet. */
  ofPair(model: Model, within: Meeting, a: string, b: string): Told {
    const shared = sharedBy(model.shown, within, a, b, 10 * most);
    const passages = shared.flatMap(({ codings, text }) => codings.map((coding) => ({ ...this.passage(coding, model), ...(text !== undefined && { shared: oneLine(text) }) })));
    return this.#told(a === b ? `#${a}` : `#${a} with #${b}`, passages, [...new Set(shared.flatMap(({ codings }) => codings))]);
  }

  #told(title: string, passages: readonly Passage[], codings: readonly Coding[]): Told {
    const tally = new Tally();
    for (const { note } of codings) tally.add(note.stance);
    return { kind: 'passages', title, numbers: numbersOf(tally), passages: passages.slice(0, most), left: Math.max(0, passages.length - most) };
  }

  passage(coding: Coding, model: Model): Passage {
    const { source: { item }, note, tags } = coding;
    return {
      id: this.idOf(coding, model), source: sourceLabel(item) || item.id, title: item.title ?? '', text: note.text, where: note.locator === undefined ? '' : locatorText(note.locator), kind: kindOf(note), tags,
      ...(note.quote !== undefined && { quote: note.quote }), ...(note.stance !== undefined && { stance: note.stance }), ...(note.author !== undefined && { coder: note.author }),
    };
  }

  mapNode(coding: Coding, model: Model): MapNode {
    const { source: { item }, note, tags } = coding;
    return { id: this.idOf(coding, model), label: sourceLabel(item) || item.id, words: shortened(oneLine(note.text || note.quote || '')), tags, ...(note.stance !== undefined && { stance: note.stance }) };
  }
}

const bears = ({ tags }: Coding, tag: string | undefined): boolean => (tag === undefined ? tags.length > 0 : tags.some((one) => upwards(one).includes(tag)));

const shortened = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 160) > 80 ? text.lastIndexOf(' ', 160) : 160)} …`);
