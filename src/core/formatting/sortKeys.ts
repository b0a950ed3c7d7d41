/**
 * Sort keys of a style that call macros. citeproc writes every macro out at each place where a sort key calls it, which for
 * APA or Chicago takes seconds; here each is built once for the list it sorts and then run from there. The order of the
 * sorted list stays what it was.
 */

import type { XmlNode } from './compact';

type Token = { execs: ((state: State, item: unknown, cite: unknown) => void)[]; strings: Record<string, unknown>; postponed_macro?: string; cslid?: unknown };
type Build = { extension: string; root: string; macro_stack: string[] };
type State = {
  readonly build: Build;
  readonly cslXml: { readonly dataObj: unknown; getNodesByName(data: unknown, name: string, id?: string): XmlNode[] };
  readonly tmp: Record<string, unknown>;
  configureTokenList(tokens: Token[]): void;
  /** Ours: macros built for sort keys, by the list they sort and their name. */
  sortMacros?: Map<string, Token[]>;
};
type Expand = (this: State, call: Token, target: Token[]) => void;
type Csl = {
  expandMacro: Expand & { readonly once?: true };
  readonly Token: new (name: string, type: number) => Token;
  readonly START: number; readonly END: number; readonly SINGLETON: number;
  readonly Node: { readonly group: { readonly build: { call(token: Token, state: State, target: Token[], realGroup: boolean): void } } };
  makeBuilder(state: State, target: Token[]): (node: XmlNode) => void;
  tokenExec: { call(state: State, token: Token, item: unknown, cite: unknown): number };
};

/** Teaches citeproc's module to build the macros of sort keys once. Doing it twice changes nothing. */
export function buildSortMacrosOnce(module: unknown): void {
  const csl = module as Csl;
  const written = csl.expandMacro;
  if (written.once === true) return;
  const expand: Expand = function expand(call, target) {
    const macro = this.build.extension === '' ? undefined : macroOf(this, call);
    if (macro === undefined) written.call(this, call, target);
    else target.push(runnerOf(csl, sortMacro(csl, this, call, macro)));
  };
  csl.expandMacro = Object.assign(expand, { once: true as const });
}

const nameOf = ({ postponed_macro: name = '' }: Token): string => name;

/** The node of the macro that a token calls; none when the style has no such macro, or is just building it. */
function macroOf(state: State, call: Token): XmlNode | undefined {
  if (state.build.macro_stack.includes(nameOf(call))) return undefined;
  return state.cslXml.getNodesByName(state.cslXml.dataObj, 'macro', nameOf(call))[0];
}

function sortMacro(csl: Csl, state: State, call: Token, macro: XmlNode): Token[] {
  const macros = state.sortMacros ??= new Map<string, Token[]>();
  const name = `${state.build.root} ${nameOf(call)} ${String(call.strings['sort_direction'])}`;
  let tokens = macros.get(name);
  if (tokens === undefined) macros.set(name, tokens = built(csl, state, call, macro));
  return tokens;
}

function built(csl: Csl, state: State, call: Token, macro: XmlNode): Token[] {
  const tokens: Token[] = [];
  const [start, end] = [new csl.Token('group', csl.START), new csl.Token('group', csl.END)];
  end.strings['sort_direction'] = call.strings['sort_direction'];
  if (macro.attrs['macro-has-date'] !== undefined) {
    start.execs.push(({ tmp }) => void (tmp['doing-macro-with-date'] = Boolean(tmp['extension'])));
    end.execs.push(({ tmp }) => void (tmp['doing-macro-with-date'] = false));
  }
  state.build.macro_stack.push(nameOf(call));
  csl.Node.group.build.call(start, state, tokens, true);
  csl.makeBuilder(state, tokens)(macro);
  csl.Node.group.build.call(end, state, tokens, true);
  state.build.macro_stack.pop();
  state.configureTokenList(tokens);
  return tokens;
}

function runnerOf(csl: Csl, tokens: readonly Token[]): Token {
  const runner = new csl.Token('text', csl.SINGLETON);
  runner.execs.push((state, item, cite) => {
    for (let next = 0; next < tokens.length;) next = csl.tokenExec.call(state, tokens[next] as Token, item, cite);
  });
  return runner;
}
