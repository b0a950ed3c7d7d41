/** Names that a reader took apart wrongly: what a person may want instead, as fields to set. */
import { fullName, isObject, nameVariables, reviewsOf } from '../source';
import type { Item, Json, Name } from '../source';

/** One correction: what it is called and the fields it sets. `isPart`: other names of the field are still to be looked at. */
export type NameFix = { readonly title: string; readonly fields: { readonly [field: string]: Json }; readonly isPart?: boolean };

/** The corrections for the names of one field: take one name of those that are offered, swap the parts of a name, divide one, leave one undivided, split a list, join two. */
export function nameFixes(item: Item, field: string): readonly NameFix[] {
  const variable = nameVariables.find((name) => name === field);
  const names = variable === undefined ? undefined : item[variable];
  if (names === undefined) return [];
  return [...offered(item, field, names), ...names.flatMap((name, index) => [swapped(name), divided(name), undivided(name), ...parted(name)].flatMap((fix) => {
    if (fix === undefined) return [];
    const others = [...names.slice(0, index), ...fix.names, ...names.slice(index + 1)];
    return [{ title: fix.title, fields: { [field]: others as unknown as Json } }];
  })), ...joined(field, names)];
}

/** Each name that the reader offers otherwise than it stands, such as one family name for two, where the list is one of the same people. */
function offered(item: Item, field: string, names: readonly Name[]): NameFix[] {
  const { offer } = reviewsOf(item).get(field) ?? {};
  const others = (Array.isArray(offer) && offer.length === names.length && offer.every(isObject) ? offer : []) as readonly Name[];
  const differing = others.flatMap((other, index) => (JSON.stringify(other) === JSON.stringify(names[index]) ? [] : [{ other, index }]));
  return differing.map(({ other, index }) => ({
    title: `Take “${listedName(other)}”`,
    fields: { [field]: [...names.slice(0, index), other, ...names.slice(index + 1)] as unknown as Json },
    ...(differing.length > 1 && { isPart: true }),
  }));
}

/** More neighbours than these are not offered to be joined: the list would be longer than anyone reads. */
const mostJoined = 6;

/** One name that was read as two: “Ministry of Votes” and “Republic of Nowhere”. */
function joined(field: string, names: readonly Name[]): NameFix[] {
  return names.length > mostJoined ? [] : names.slice(1).map((second, index) => {
    const first = names[index] as Name;
    const whole = { literal: `${fullName(first)} ${fullName(second)}` };
    const all = [...names.slice(0, index), whole, ...names.slice(index + 2)];
    return { title: `Join “${fullName(first)}” and “${fullName(second)}” into one name`, fields: { [field]: all as unknown as Json } };
  });
}

/** `Soto Vega, Ana`: a name of which one sees where the family ends. */
export function listedName({ literal, family, given, suffix, ...particles }: Name): string {
  const whole = [particles['non-dropping-particle'], family].filter(Boolean).join(' ');
  return literal ?? [whole, [given, particles['dropping-particle']].filter(Boolean).join(' '), suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

type Change = { readonly title: string; readonly names: readonly Name[] };

function swapped(name: Name): Change | undefined {
  const { family, given, ...rest } = name;
  if (family === undefined || given === undefined) return undefined;
  const turned = { ...rest, family: given, given: family };
  return { title: `Swap to “${listedName(turned)}”`, names: [turned] };
}

/** The last word as the family name; a person can swap from there. */
function divided({ literal }: Name): Change | undefined {
  const words = literal?.trim().split(/\s+/) ?? [];
  const family = words.pop();
  if (family === undefined || words.length === 0) return undefined;
  const name = { family, given: words.join(' ') };
  return { title: `Divide into “${listedName(name)}”`, names: [name] };
}

function undivided(name: Name): Change | undefined {
  if (name.literal !== undefined || name.family === undefined) return undefined;
  return { title: `Make “${fullName(name)}” one undivided name`, names: [{ literal: fullName(name) }] };
}

/** Two people who were read as one: “Ann Lee and Bo Kim”. */
function parted(name: Name): Change[] {
  const people = fullName(name).replace(/\s+/g, ' ').split(/ (?:and|und|et|y|и|және|ve|&) | ?; ?/u).filter((part) => part !== '');
  if (people.length < 2) return [];
  const names = people.map((person) => divided({ literal: person })?.names[0] ?? { literal: person });
  return [{ title: `Split into ${names.map((one) => `“${listedName(one)}”`).join(' and ')}`, names }];
}
