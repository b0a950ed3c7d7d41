import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { loadCiteproc } from '../../../src/core/engine';
import { createFormatter, type CompactNode, type StyleData } from '../../../src/core/formatting';
import { inventedItems } from './items';

const loadStyles = async (): Promise<StyleData> => (await import('commonplace:styles')).default;
const items = inventedItems(70);

type Node = { name: string; attrs: Record<string, string>; children: (Node | string)[] };
const inflated = ({ n, a, c = [] }: CompactNode): Node => ({
  name: n, attrs: { ...a }, children: n === 'term' && c.length === 0 ? [''] : c.map((child) => (typeof child === 'string' ? child : inflated(child))),
});

type Engine = { updateItems(ids: readonly string[]): void; makeBibliography(): [{ entry_ids: [string][] }] };
type System = { retrieveLocale(): Node; retrieveItem(id: string): unknown };
type Plain = { readonly expandMacro: { readonly once?: true }; readonly Engine: new (system: System, style: Node, locale: string, force: boolean) => Engine };

/** The order in which citeproc as it comes sorts the items. */
async function plainOrder(id: string): Promise<readonly string[]> {
  const require = createRequire(__filename);
  const path = require.resolve('citeproc');
  const module = require.cache[path];
  delete require.cache[path];
  const csl = require('citeproc') as Plain;
  assert.equal(csl.expandMacro.once, undefined);
  if (module !== undefined) require.cache[path] = module;
  const { styles, locales } = await loadStyles();
  const locale = await locales['en-US']?.() as CompactNode;
  const engine = new csl.Engine({ retrieveLocale: () => inflated(locale), retrieveItem: (wanted: string) => structuredClone(items.find((item) => item.id === wanted)) },
    inflated(await styles[id]?.() as CompactNode), 'en-US', true);
  engine.updateItems(items.map((item) => item.id));
  return engine.makeBibliography()[0].entry_ids.map(([first]) => first);
}

describe('Sort keys built once', function () {
  this.timeout(60_000);
  const formatter = createFormatter(loadCiteproc, loadStyles);

  for (const id of ['apa', 'american-political-science-association', 'chicago-author-date', 'chicago-fullnote-bibliography', 'modern-language-association', 'gost-r-7-0-5-2008', 'isnad-dipnotlu']) {
    it(`sort as citeproc does in ${id}`, async () => {
      const { bibliography } = await formatter.draft({ name: id, items, citations: [], uncited: items.map((item) => item.id) }, { id }, 'en-US');
      assert.deepEqual(bibliography.map((entry) => entry.id), await plainOrder(id));
    });
  }
});
