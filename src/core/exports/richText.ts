/** The markup that CSL allows in a field: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals and `nocase`. */
export const emphases = ['i', 'b', 'sup', 'sub', 'smallcaps', 'nocase'] as const;
export type Emphasis = (typeof emphases)[number];

/** How a format writes emphasis around text that it has written already. */
export type Emphases<Text extends string = string> = { readonly [E in Emphasis]: (text: Text) => Text };

const tag = /<(\/?)(i|b|sup|sub|sc|span)((?: (?:class="(?:nocase|smallcaps)"|style="font-variant: ?small-caps;?"))?)>/g;

const emphasisOf = (name: string, attribute: string): Emphasis | undefined => {
  if (name === 'sc' || /small-?caps/.test(attribute)) return 'smallcaps';
  if (name === 'span') return attribute === '' ? undefined : 'nocase';
  return name as Emphasis;
};

type Open = { readonly name: string; readonly emphasis: Emphasis | undefined; readonly tag: string; text: string };

/**
 * The field with its emphasis written by `write` and all other text by `plain`. Tags that don't pair are text, as is
 * everything else that looks like HTML.
 */
export function withEmphasis<Text extends string>(field: string, plain: (text: string) => Text, write: Emphases<Text>): Text {
  const open: Open[] = [{ name: '', emphasis: undefined, tag: '', text: '' }];
  const waiting = new Map<string, number>();
  const count = (name: string, by: number): void => { waiting.set(name, (waiting.get(name) ?? 0) + by); };
  const close = (): Open => {
    const last = open.pop() as Open;
    count(last.name, -1);
    return last;
  };
  const add = (text: string): void => { (open.at(-1) as Open).text += text; };
  const giveUp = (): void => {
    const unpaired = close();
    add(plain(unpaired.tag) + unpaired.text);
  };
  let at = 0;
  for (const found of field.matchAll(tag)) {
    add(plain(field.slice(at, found.index)));
    at = found.index + found[0].length;
    const [, closing, name = '', attribute = ''] = found;
    if (closing === '') {
      open.push({ name, emphasis: emphasisOf(name, attribute), tag: found[0], text: '' });
      count(name, 1);
    } else if (!waiting.get(name)) add(plain(found[0]));
    else {
      while (open.at(-1)?.name !== name) giveUp();
      const { emphasis, text } = close();
      add(emphasis === undefined ? text : write[emphasis](text as Text));
    }
  }
  add(plain(field.slice(at)));
  while (open.length > 1) giveUp();
  return (open[0] as Open).text as Text;
}
