/** The plotting library, held to what a page without inline styles allows. */
import { plot } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import type { Frame } from './picture';

/** Drawn in a document of its own: there the library’s style element does no harm, and it is taken out before the picture comes onto the page. */
const desk = document.implementation.createHTMLDocument('');

/** Draws, and sets the ground and the type as attributes, so that a file of it needs no style. */
export function drawn(options: PlotOptions, { palette }: Frame): SVGSVGElement {
  const svg = document.adoptNode(plot({ ...options, document: desk })) as unknown as SVGSVGElement;
  svg.querySelectorAll('style').forEach((style) => style.remove());
  svg.removeAttribute('class');
  const attributes = { 'font-family': palette.font, 'font-size': '12', 'fill': palette.text, 'color': palette.text, 'viewBox': `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`, 'xmlns': 'http://www.w3.org/2000/svg', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.prepend(shape('rect', { width: '100%', height: '100%', fill: palette.ground }));
  return svg;
}

/** One element of SVG. */
export function shape(name: string, attributes: { readonly [name: string]: string | number }, text = ''): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.textContent = text;
  return made;
}

/** A tag that leaves room for the picture: what stands above it goes first, since its own name tells it from its neighbours. */
export function shortened(tag: string, most = 30): string {
  let text = tag;
  for (let slash = text.indexOf('/', 2); text.length > most && slash > 0; slash = text.indexOf('/', 2)) text = `…${text.slice(slash)}`;
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** About how wide a text is, in pixels of 12-pixel type. */
export const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => shortened(text).length)) * 6.6 + 14;

/** Colours of the theme come as `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()` or `rgba()`. */
export function channelsOf(colour: string): readonly [number, number, number] {
  const hex = /^#([\da-f]{3,8})$/i.exec(colour.trim())?.[1];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as [number, number, number];
  }
  const [red = 128, green = 128, blue = 128] = (colour.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return [red, green, blue];
}

/** A colour between two, `share` from 0 to 1 on the way to the second. */
export function between(from: string, to: string, share: number): string {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  return `rgb(${a.map((channel, index) => Math.round(channel + ((b[index] ?? 0) - channel) * share)).join(', ')})`;
}

/** How light a colour is, from 0 to 1 (WCAG 2, relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => channel / 255).map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The one of two colours that is read more easily on a ground. */
export function legible(ground: string, one: string, other: string): string {
  const contrast = (colour: string): number => {
    const [a, b] = [luminance(colour), luminance(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return contrast(one) >= contrast(other) ? one : other;
}

/** Makes the marks of one kind into doors: `act` is given the place of the data that was pressed. */
export function pressable(svg: SVGSVGElement, kind: string, act: (index: number) => void): void {
  for (const mark of svg.querySelectorAll<SVGElement>(`[aria-label="${kind}"] > *`)) {
    const index = (mark as unknown as { readonly __data__?: unknown }).__data__;
    if (typeof index !== 'number') continue;
    mark.style.cursor = 'pointer';
    mark.addEventListener('click', () => act(index));
  }
}
