/** The script of the pictures, loaded when the first of them is shown. */
import type { PictureData } from '../../../src/protocol';
import { drawRelations } from './relations';
import { drawStance } from './stance';
import { drawTogether } from './together';
import { drawYears } from './years';
import { readyEvent } from './picture';
import type { DataOf, Draw, Frame } from './picture';

const drawings: { readonly [P in PictureData['picture']]: (data: DataOf<P>, frame: Frame) => SVGSVGElement } = {
  together: drawTogether, years: drawYears, stance: drawStance, relations: drawRelations,
};

const draw: Draw = (data, frame) => (drawings[data.picture] as (data: PictureData, frame: Frame) => SVGSVGElement)(data, frame);

document.dispatchEvent(new CustomEvent(readyEvent, { detail: draw }));
