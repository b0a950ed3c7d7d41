/** The titles and abstracts that a record gives in other languages: where its readers keep them, and how one of them changes places with the one in the field. */
import { isObject } from '../source';
import type { Item, Json, JsonObject } from '../source';

/** A title or an abstract in another language; the language as a code, where it is known. */
export type Translation = { readonly text: string; readonly language?: string };

type Translated = 'title' | 'abstract';
/** Where pages put them, by language; where formats do, as they call it; and the field of CSL that holds one more. */
const places: { readonly [F in Translated]: { readonly byLanguage: string; readonly unmapped: readonly string[]; readonly field?: string } } = {
  title: { byLanguage: 'titles', unmapped: ['trans-title', 'translated-title', 'otherTitles', 'alternative-title', 'alternative'], field: 'original-title' },
  abstract: { byLanguage: 'abstracts', unmapped: ['trans-abstract'] },
};
const isTranslated = (field: string): field is Translated => Object.hasOwn(places, field);
const unknown = 'und';
const isCode = /^(?!und(?:-|$))[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/iu;

/** What a record gives for a field in other languages, in the order in which it gives it. Empty for fields that are not translated. */
export function translationsOf(item: Item, field: string): readonly Translation[] {
  if (!isTranslated(field)) return [];
  const { field: original = '' } = places[field];
  return [
    ...Object.entries(keptOf(item.custom, field)).map(([language, text]) => ({ text, ...(isCode.test(language) && { language }) })),
    ...unmappedOf(item.custom, field).map((text) => ({ text })),
    ...[item[original]].filter(isText).map((text) => ({ text })),
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function keptOf(custom: JsonObject | undefined, field: Translated): { readonly [language: string]: string } {
  const kept = custom?.[places[field].byLanguage];
  return isObject(kept) ? Object.fromEntries(Object.entries(kept).filter((one): one is [string, string] => isText(one[1]))) : {};
}

function unmappedOf(custom: JsonObject | undefined, field: Translated): readonly string[] {
  const unmapped = custom?.['unmapped'];
  return isObject(unmapped) ? places[field].unmapped.flatMap((name) => unmapped[name] ?? []).filter(isText) : [];
}

/**
 * `custom` of an item of which `taken`, a text in another language, is to stand in a field: the text that stood there takes its
 * place. Taking that one again gives the same as before. `custom` itself where the record does not give the text.
 */
export function withTranslationTaken(custom: JsonObject, item: Item, field: string, taken: Json): JsonObject {
  if (!isTranslated(field) || !isText(taken)) return custom;
  const left = isText(item[field]) ? item[field] : undefined;
  const slot = Object.entries(keptOf(custom, field)).find(([, text]) => text === taken)?.[0];
  if (slot !== undefined) return withKept(custom, item, field, { slot, left });
  if (unmappedOf(custom, field).includes(taken)) return withUnmapped(custom, field, taken, left);
  return item[places[field].field ?? ''] === taken ? withKept(custom, item, field, { left }) : custom;
}

/** The language of what stands in the field is written down beside it while it is not the work’s own. */
function withKept(custom: JsonObject, item: Item, field: Translated, { slot, left }: { readonly slot?: string; readonly left: string | undefined }): JsonObject {
  const { byLanguage, field: original = '' } = places[field];
  const { [`${field}-language`]: noted, ...others } = custom;
  const all = isObject(custom[byLanguage]) ? custom[byLanguage] : {};
  const own = ownLanguage(item);
  const { [slot ?? '']: _, ...rest } = all;
  const language = free(isText(noted) ? noted : slot === undefined ? unknown : own, rest);
  const stays: [string, Json][] = left === undefined || left === item[original] ? [] : [[language, left]];
  const kept = slot === undefined ? [...Object.entries(all), ...stays] : Object.entries(all).flatMap((one): [string, Json][] => (one[0] === slot ? stays : [one]));
  if (kept.length === 0) return Object.fromEntries(Object.entries(others).filter(([name]) => name !== byLanguage));
  return { ...others, [byLanguage]: Object.fromEntries(kept), ...(slot !== undefined && slot !== own && { [`${field}-language`]: slot }) };
}

const ownLanguage = ({ language }: Item): string => (isText(language) ? /^[a-z]{2,3}(?![a-z])/iu.exec(language)?.[0].toLowerCase() : undefined) ?? unknown;

/** The language, unless there is a text in it: then one that is not known. */
function free(language: string, taken: JsonObject): string {
  const names = [language, unknown, ...Object.keys(taken).map((_, index) => `${unknown}-${index + 2}`)];
  return names.find((name) => !(name in taken)) ?? unknown;
}

function withUnmapped(custom: JsonObject, field: Translated, taken: string, left: string | undefined): JsonObject {
  const swapped = (value: Json): Json | undefined => (Array.isArray(value) ? (value as readonly Json[]).flatMap((one) => swapped(one) ?? []) : value === taken ? left : value);
  const others = Object.entries(custom['unmapped'] as JsonObject).flatMap(([name, value]) => {
    const now = places[field].unmapped.includes(name) ? swapped(value) : value;
    return now === undefined || (Array.isArray(now) && now.length === 0) ? [] : [[name, now] as const];
  });
  const { unmapped: _, ...rest } = custom;
  return others.length === 0 ? rest : { ...custom, unmapped: Object.fromEntries(others) };
}
