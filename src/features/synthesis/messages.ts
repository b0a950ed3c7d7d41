/** Messages of the synthesis, checked: what is not exactly one of them is ignored. */
import { meetings, rowGroupings, rowOrders, tagOrders } from '../../core/synthesis';
import { isObject } from '../../core/source';
import type { FromSynthesis, Picture, SynthesisView } from '../../protocol';

type Given = { readonly [name: string]: unknown };
type Check = (message: Given) => boolean;

const isId = (value: unknown): boolean => Number.isSafeInteger(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isOneOf = (known: readonly string[], value: unknown): boolean => typeof value === 'string' && known.includes(value);
const areNames = (value: unknown): boolean => Array.isArray(value) && value.length <= 10_000 && value.every((one) => isText(one, 1000));

const pictures: { readonly [P in Picture | 'none']: true } = { together: true, years: true, stance: true, relations: true, none: true };

const viewChecks: { readonly [F in keyof SynthesisView]-?: (value: unknown) => boolean } = {
  query: (value) => isText(value, 10_000),
  group: (value) => isOneOf(rowGroupings, value),
  sort: (value) => isOneOf(rowOrders, value) || (isText(value, 1000) && value.startsWith('#')),
  down: (value) => typeof value === 'boolean',
  tagOrder: (value) => isOneOf(tagOrders, value),
  closedTags: areNames,
  closedGroups: areNames,
  withEmpty: (value) => typeof value === 'boolean',
};
const isView = (value: unknown): boolean => isObject(value) && Object.entries(viewChecks).every(([field, check]) => check((value as Given)[field]));

/** The largest picture that is saved, in characters. */
export const largestPicture = 50_000_000;
/** Lines, letters and the like: nothing that runs, and nothing that is fetched. */
const isStill = (svg: string): boolean => svg.startsWith('<svg') && svg.endsWith('</svg>')
  && !/<(?:script|foreignObject|iframe|image|use|animate|set|a)\b/i.test(svg) && !(svg.match(/<[^<>]*>/g) ?? []).some((tag) => /\s(?:on[a-z]+|(?:xlink:)?href)\s*=/i.test(tag));
const isPicture: Check = ({ form, data }) => isText(data, largestPicture) && (form === 'svg' ? isStill(data) : data.startsWith('iVBORw0KGgo') && /^[A-Za-z0-9+/]+={0,2}$/.test(data));

/** So many rows are told at a time. */
export const mostRows = 1000;

const oneThing: Check = ({ id }) => isId(id);
const checks: { readonly [K in FromSynthesis['kind']]: Check } = {
  show: ({ view, isNew }) => isView(view) && typeof isNew === 'boolean',
  rows: ({ lines }) => Array.isArray(lines) && lines.length <= mostRows && lines.every(isId),
  cell: ({ line, column }) => isId(line) && isId(column),
  pair: ({ a, b, within }) => isId(a) && isId(b) && isOneOf(meetings, within),
  close: () => true,
  complete: ({ text, offset }) => isText(text, 10_000) && isId(offset) && (offset as number) >= 0,
  openNote: oneThing,
  openSource: oneThing,
  copyCitation: oneThing,
  copyQuotation: oneThing,
  picture: ({ picture, within }) => typeof picture === 'string' && Object.hasOwn(pictures, picture) && isOneOf(meetings, within),
  save: (message) => isOneOf(['svg', 'png'], message['form']) && isText(message['name'], 100) && isPicture(message),
};

/** The message, or undefined for anything else. */
export function messageFrom(value: unknown): FromSynthesis | undefined {
  if (!isObject(value)) return undefined;
  const { kind } = value as Given;
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) return undefined;
  return checks[kind as FromSynthesis['kind']](value) ? value as unknown as FromSynthesis : undefined;
}
