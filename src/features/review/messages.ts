/** Messages of the table, checked: what is not exactly one of them is ignored. */
import { isObject } from '../../core/source';
import type { Json } from '../../core/source';
import type { EditableCell, FromReviewTable } from '../../protocol';

const cells: { readonly [C in EditableCell]: true } = { 'author': true, 'issued': true, 'title': true, 'container-title': true, 'type': true };

type Check = (message: { readonly [name: string]: unknown }) => boolean;
const isId = (value: unknown): value is number => Number.isSafeInteger(value);
const isShortText = (value: unknown): boolean => typeof value === 'string' && value.length <= 100_000;
const oneSource: Check = ({ id }) => isId(id);
const sources: Check = ({ ids }) => Array.isArray(ids) && ids.length <= 100_000 && ids.every(isId);

const checks: { readonly [K in FromReviewTable['kind']]: Check } = {
  ready: () => true,
  undo: () => true,
  open: oneSource,
  showInPaste: oneSource,
  accept: sources,
  delete: sources,
  edit: (message) => oneSource(message) && typeof message['cell'] === 'string' && Object.hasOwn(cells, message['cell']) && isShortText(message['text']),
  takeTitle: (message) => oneSource(message) && isShortText(message['text']),
  take: (message) => oneSource(message) && typeof message['field'] === 'string' && message['field'].length <= 200,
};

/** The message, or undefined for anything else. */
export function messageFrom(value: unknown): FromReviewTable | undefined {
  if (!isObject(value)) return undefined;
  const kind = (value as { readonly [name: string]: Json })['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) return undefined;
  return checks[kind as FromReviewTable['kind']](value) ? value as unknown as FromReviewTable : undefined;
}
