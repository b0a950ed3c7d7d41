/** Citation styles and locales of the Citation Style Language project, bundled at build time; see the room `formatting`. */
declare module 'commonplace:styles' {
  const data: {
    readonly styles: Readonly<Record<string, () => Promise<unknown>>>;
    readonly locales: Readonly<Record<string, () => Promise<unknown>>>;
    readonly list: readonly { readonly id: string; readonly title: string; readonly notes: boolean }[];
  };
  export default data;
}
