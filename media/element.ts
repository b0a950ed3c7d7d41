/** Elements made of names and texts alone, so that no text of a source is ever read as markup. */

type Options = { readonly [name: string]: string | number | boolean | ((event: Event) => void) | undefined };

/** `on…` options listen, `class` names the style, others are attributes; `true` is an attribute without value, `undefined` and `false` none. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, options: Options = {}, ...children: readonly (Node | string | undefined)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
