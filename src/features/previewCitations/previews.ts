/**
 * The drafts that the preview shows, formatted. The renderer can't wait, so it is given what there is: the last formatting
 * where it still holds, else names and years; and the preview is asked to draw itself again once the formatter has answered.
 */
import * as vscode from 'vscode';
import type { DraftItems, DraftReading } from '../../core/citations';
import type { DraftCitation, FormattedDraft } from '../../core/enginePort';
import { htmlText } from '../../core/exits';
import { authorsInBrief, yearOf, type Item } from '../../core/source';
import type { App } from '../../host/app';
import type { Citing } from '../../host/drafts';
import type { Shown } from './html';

/** A draft ready to be shown. `formatted.citations[i]` belongs to `shown[i]`, which stands at the i-th citation of the text. */
export type Preview = { readonly shown: readonly Shown[]; readonly formatted: FormattedDraft };

type Known = { readonly asked: string; readonly citations: ReadonlyMap<string, FormattedDraft['citations'][number]>; readonly formatted: FormattedDraft };

const pause = 150;
/** As many drafts are remembered. */
const most = 8;

export class Previews implements vscode.Disposable {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, string>();
  private readonly readings = new Map<string, DraftReading>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;

  constructor(private readonly app: App, private readonly citing: Citing) {
    this.listening = app.libraries.onDidChange(() => this.refresh());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  /** What a draft cites, as it stands. */
  read(text: string, document: vscode.Uri | undefined): DraftReading {
    const name = document?.toString() ?? '';
    const reading = this.citing.readDraft('markdown', text, {}, this.readings.get(name));
    this.readings.set(name, reading);
    return reading;
  }

  /** The draft as it can be shown now. */
  of(reading: DraftReading, document: vscode.Uri | undefined): Preview {
    const { text } = reading;
    const items = this.itemsOf(document?.toString() ?? '', reading, document);
    const unknown = new Set(this.ready ? items.unknown : []);
    return {
      shown: items.printed.map(({ keys, span }) => ({
        keys: keys.map(({ key }) => key), unknown: keys.map(({ key }) => key).filter((key) => unknown.has(key)), written: text.slice(span.start, span.end),
      })),
      formatted: this.formatted(items, document),
    };
  }

  /** Before the library has been read, no key is unknown; the preview draws itself again then. */
  private itemsOf(name: string, reading: DraftReading, document: vscode.Uri | undefined): DraftItems {
    if (!this.ready) void this.app.libraries.ready().then(() => { this.ready = true; this.refresh(); });
    const { libraries } = this.app;
    const everything = (): readonly Item[] => [...libraries.of(document)?.store.current.sources.values() ?? []].map(({ item }) => item);
    return this.citing.draftToFormat(name, reading, (key) => libraries.find(key, document)?.source.item, everything);
  }

  private formatted({ draft }: DraftItems, document: vscode.Uri | undefined): FormattedDraft {
    const asked = JSON.stringify(draft);
    const known = this.known.get(draft.name);
    if (known?.asked !== asked && this.asking.get(draft.name) !== asked) void this.ask(draft, asked, document);
    if (known?.asked === asked) return known.formatted;
    const items = new Map(draft.items.map((item) => [item.id, item]));
    const brief = draft.citations.map((citation) => known?.citations.get(JSON.stringify(citation)) ?? inBrief(citation, items));
    return { notes: known?.formatted.notes ?? false, citations: brief, bibliography: known?.formatted.bibliography ?? [] };
  }

  private async ask(draft: DraftItems['draft'], asked: string, uri: vscode.Uri | undefined): Promise<void> {
    this.asking.set(draft.name, asked);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
    const { formatDraft } = await import('../../host/formatted');
    const outcome = await formatDraft(this.app, draft, document);
    if (this.asking.get(draft.name) !== asked) return;
    if (!outcome.ok) return this.app.log.warn(`The preview could not be formatted: ${outcome.reason}`);
    const items = new Map(draft.items.map((item) => [item.id, item]));
    const citations = new Map(draft.citations.map((citation, at) => [JSON.stringify(citation), outcome.value.citations[at] ?? inBrief(citation, items)]));
    this.known.delete(draft.name);
    this.known.set(draft.name, { asked, citations, formatted: outcome.value });
    for (const oldest of [...this.known.keys()].slice(0, -most)) for (const kept of [this.known, this.asking, this.readings]) kept.delete(oldest);
    this.refresh();
  }

  /** Another style or language: all is formatted anew. */
  forget(): void {
    this.known.clear();
    this.asking.clear();
    this.refresh();
  }

  /** Asks the previews to draw themselves again, once for many changes. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void vscode.commands.executeCommand('markdown.preview.refresh'), pause);
  }
}

/** A citation before it was formatted: names and years. */
function inBrief({ cites }: DraftCitation, items: ReadonlyMap<string, Item>): FormattedDraft['citations'][number] {
  const words = cites.map(({ id }) => items.get(id)).flatMap((item) => (item === undefined ? [] : [[authorsInBrief(item), yearOf(item)].filter(Boolean).join(' ')]));
  const text = `(${words.join('; ')})`;
  return { text, html: htmlText(text) };
}
