/** Citation styles and locales of the Citation Style Language project, bundled at build time; see `engineFormat.ts`. */
declare module 'commonplace:styles' {
  const data: { readonly styles: Readonly<Record<string, unknown>>; readonly locales: Readonly<Record<string, unknown>> };
  export default data;
}
