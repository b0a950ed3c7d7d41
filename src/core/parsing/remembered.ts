/** What was made of the lines of a paste: many readers ask the same of a line, and each of its neighbours asks again. */

const all: (() => void)[] = [];

/** The same as `make`, which is asked once for each text; after `most` texts it begins anew. */
export function remembering<R>(make: (text: string) => R, most = 2000): (text: string) => R {
  const known = new Map<string, { readonly made: R }>();
  whenForgetting(() => { known.clear(); });
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.made;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, { made });
    return made;
  };
}

/** Have something else forgotten too when a paste is done. */
export function whenForgetting(forget: () => void): void {
  all.push(forget);
}

/** Forget it all: the paste is done, and its text need not be kept. */
export const forgetLines = (): void => { for (const forget of all) forget(); };
