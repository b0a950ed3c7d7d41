/** Colours of tags: a tag without one takes that of the tag above it. */
import type { Codebook } from '../notes/codebook';

/** The colour of a tag as `#RRGGBB`: its own in the codebook, else that of the nearest wider tag that has one. */
export function colourOf(tag: string, codebook: Codebook): string | undefined {
  for (let name = tag; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    const colour = codebook.tags.get(name)?.colour;
    if (colour !== undefined) return colour;
  }
  return undefined;
}

/** Colours to choose from, of middling lightness: each stands out from a white and from a black ground by at least 3 to 1. */
export const palette = {
  blue: '#1976D2', teal: '#00897B', green: '#43A047', olive: '#8A7D17', amber: '#B26A00', orange: '#E65100', red: '#E53935',
  pink: '#D81B60', purple: '#A44BBE', indigo: '#5C6BC0', brown: '#8D6E63', grey: '#78909C',
} as const satisfies { readonly [name: string]: string };

const channel = (part: number): number => {
  const share = part / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** How light a colour `#RRGGBB` is, from 0 (black) to 1 (white): relative luminance after WCAG 2.2. */
export function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * (parts[0] as number) + 0.7152 * (parts[1] as number) + 0.0722 * (parts[2] as number);
}

/** The contrast of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A colour mixed towards white or black until it stands out from a ground by 3 to 1, as WCAG 2.2 asks of signs. */
export function readableOn(ground: string, colour: string): string {
  const towards = luminance(ground) > 0.4 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, ground) >= 3) return mixed;
  }
  return towards;
}

function mix(colour: string, towards: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [colour, towards].map((one) => Number.parseInt(one.slice(at, at + 2), 16)) as [number, number];
    return Math.round(from + (to - from) * share).toString(16).padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
