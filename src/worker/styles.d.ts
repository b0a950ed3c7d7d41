/** Citation styles and locales of the Citation Style Language project, bundled at build time; see the room `formatting`. */
declare module 'commonplace:styles' {
  const data: { readonly styles: Readonly<Record<string, () => Promise<unknown>>>; readonly locales: Readonly<Record<string, () => Promise<unknown>>> };
  export default data;
}
/** The bundled styles, for choosing one: id, title, whether it sets notes. */
declare module 'commonplace:style-list' {
  const list: readonly { readonly id: string; readonly title: string; readonly notes: boolean }[];
  export default list;
}
