/** A box for a query: what it finds, what is wrong with it and where, and what may be typed next. */
import * as vscode from 'vscode';
import type { ParsedQuery, QueryCompletion } from '../core/queries';
import type { App } from './app';
import { countedIn, draftPaths, gatheredWhile, loadQueries } from './asking';
import type { Queries } from './asking';
import { createBox, drawn, type Row as BoxRow } from './boxes';

/** `changed` is told of every text; `button` is a second thing to do with the query, beside taking it. */
export type QueryBox = {
  readonly title: string;
  readonly value?: string;
  readonly changed?: (text: string) => void;
  readonly button?: { readonly icon: string; readonly tooltip: string; readonly press: (text: string) => void };
};

type Row = BoxRow & { readonly insert?: QueryCompletion; readonly take?: true };

/** How long after the last key the answer is counted, in milliseconds. */
const pause = 120;

/** Asks for a query; undefined when the person leaves. An empty one is everything. */
export async function askQuery(app: App, options: QueryBox): Promise<string | undefined> {
  await app.libraries.ready();
  const box = new Box(app, await loadQueries(), await draftPaths(app), options);
  return box.ask();
}

class Box {
  readonly #pick = createBox<Row>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer = '';

  constructor(private readonly app: App, private readonly queries: Queries, private readonly drafts: readonly string[], private readonly options: QueryBox) {
    this.#pick.title = options.title;
    this.#pick.placeholder = '#tag  stance:against  kind:quote  year>=2014  author:"Yuneman"  not …  or words';
    this.#pick.value = options.value ?? '';
    if (options.button !== undefined) this.#pick.buttons = [{ iconPath: new vscode.ThemeIcon(options.button.icon), tooltip: options.button.tooltip }];
  }

  ask(): Promise<string | undefined> {
    const pick = this.#pick;
    return new Promise((resolve) => {
      let taken: string | undefined;
      const take = (): void => { taken = pick.value.trim(); pick.hide(); };
      pick.onDidChangeValue(() => this.#changed());
      pick.onDidTriggerButton(() => { take(); this.options.button?.press(taken ?? ''); });
      pick.onDidAccept(() => {
        const row = pick.activeItems[0];
        if (row?.insert === undefined) return take();
        this.#complete(row.insert);
      });
      pick.onDidHide(() => {
        clearTimeout(this.#timer);
        pick.dispose();
        resolve(taken);
      });
      this.#changed();
      pick.show();
    });
  }

  #complete({ insert, continues }: QueryCompletion): void {
    const { value } = this.#pick;
    const { replace } = this.queries.completeQuery(value, value.length, this.#library, this.drafts);
    this.#pick.value = `${value.slice(0, replace.start)}${insert}${continues ? '' : ' '}`;
    this.#changed();
  }

  get #library(): Parameters<Queries['completeQuery']>[2] {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return this.app.libraries.of(uri)?.store.current ?? { sources: new Map(), codebook: { team: [], tags: new Map() } };
  }

  #changed(): void {
    const parsed = this.queries.parseQuery(this.#pick.value);
    this.#show(parsed);
    this.options.changed?.(this.#pick.value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#count(parsed), pause);
  }

  async #count(parsed: ParsedQuery): Promise<void> {
    const value = this.#pick.value;
    const isWanted = (): boolean => this.#pick.value === value;
    const found = await gatheredWhile(isWanted, this.app, parsed.query);
    if (found === undefined || !isWanted()) return;
    this.#answer = countedIn(found);
    this.#show(parsed);
  }

  /** The box sorts rows whose label holds what was typed before all others; so labels are icons, and the words stand beside them. */
  #show({ problems }: ParsedQuery): void {
    const { value } = this.#pick;
    const { items } = this.queries.completeQuery(value, value.length, this.#library, this.drafts);
    const take: Row = { icon: 'check', label: '', description: value.trim() === '' ? 'Everything' : `Take this query: ${this.#answer}`, alwaysShow: true, take: true };
    const broken = problems.map((problem): Row => ({ icon: 'warning', label: '', description: problem.message, detail: marked(value, problem.span), alwaysShow: true }));
    const next = items.map((item): Row => ({ icon: iconOf(item), label: '', description: `${item.label}  ${item.detail}`, alwaysShow: true, insert: item }));
    const rows = drawn([take, ...broken, ...next]);
    this.#pick.items = rows;
    this.#pick.activeItems = rows.slice(0, 1);
  }
}

const iconOf = ({ label, continues }: QueryCompletion): string => (label.startsWith('#') ? 'tag' : continues ? 'symbol-field' : 'symbol-enum-member');

/** The query with the place of a problem between marks. */
const marked = (text: string, span: { readonly start: number; readonly end: number } | undefined): string =>
  (span === undefined ? text : `${text.slice(0, span.start)}▸${text.slice(span.start, span.end)}◂${text.slice(span.end)}`);
