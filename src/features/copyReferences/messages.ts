/** Messages of the page of references, checked: what is not exactly one of them is ignored. */
import { isObject } from '../../core/source';
import type { FromReferenceList } from '../../protocol';

const kinds: { readonly [K in FromReferenceList['kind']]: true } = { ready: true, chooseStyle: true };

/** What is asked, or undefined for anything else. */
export function wishFrom(value: unknown): FromReferenceList['kind'] | undefined {
  const kind = isObject(value) ? (value as { readonly kind?: unknown }).kind : undefined;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kind as FromReferenceList['kind'] : undefined;
}
