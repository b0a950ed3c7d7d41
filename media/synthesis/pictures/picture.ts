/** What a picture is drawn with: colours as values, so that it looks the same in a file as on the page. */
import type { PictureData } from '../../../src/protocol';

export type Palette = {
  readonly ground: string; readonly text: string; readonly quiet: string; readonly line: string; readonly accent: string;
  readonly pro: string; readonly contra: string; readonly mixed: string; readonly font: string;
};

/** `open` is called with the numbers of two tags whose passages are wanted, `note` with that of a note. */
export type Frame = { readonly width: number; readonly palette: Palette; readonly open?: (a: number, b: number) => void; readonly note?: (id: number) => void };

export type DataOf<P extends PictureData['picture']> = Extract<PictureData, { picture: P }>;

/** Draws what the host has told. */
export type Draw = (data: PictureData, frame: Frame) => SVGSVGElement;

/** The event by which the script of the pictures says that it is there. */
export const readyEvent = 'commonplace-pictures';
