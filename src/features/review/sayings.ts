/** What a pasted text says of itself: names before its fields, hovers on them, an outline of its records, a line above each record. */
import * as vscode from 'vscode';
import { joined, labelText, markdown, markdownText } from '../../core/exits';
import { fieldName } from '../../core/fieldNames';
import { alternativesTo, valueInWords } from '../../core/library';
import type { FieldPlace } from '../../core/parsing';
import { reviewsOf } from '../../core/source';
import type { Json, Span } from '../../core/source';
import { editorMarkdown } from '../../host/editorMarkdown';
import { commands } from '../../host/names';
import { oneLine, sourceLabel } from '../../host/nodes';
import type { Pastes, Sheet, Shown } from './pastes';

/** In an outline of more records than these the fields are left out. */
const mostWithFields = 300;

export class Sayings {
  readonly #pastes: Pastes;

  constructor(pastes: Pastes) {
    this.#pastes = pastes;
  }

  async hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    const [shown, sheet] = [await this.#pastes.shown(document.uri), await this.#pastes.sheetAt(document.uri, offset)];
    if (shown === undefined || sheet === undefined) return undefined;
    const place = (await this.#pastes.placesOf(sheet, shown.text)).find(({ span }) => span.start <= offset && offset <= span.end);
    return place && new vscode.Hover(editorMarkdown(joined(this.#sayingOf(sheet, place.field).map(markdownText), markdown`\n\n`)), rangeIn(document, place.span));
  }

  /** The name of each field before it; of several stretches of a field that follow each other, only before the first. */
  async names(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    const shown = await this.#pastes.shown(document.uri);
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const sheets = shown?.sheets.filter(({ span }) => span.start <= end && start <= span.end) ?? [];
    return (await Promise.all(sheets.map((sheet) => this.#namesOf(document, shown?.text ?? '', sheet)))).flat();
  }

  async #namesOf(document: vscode.TextDocument, text: string, sheet: Sheet): Promise<vscode.InlayHint[]> {
    const unsure = reviewsOf(this.#pastes.itemOf(sheet));
    const places = (await this.#pastes.placesOf(sheet, text)).filter(({ field }) => field !== 'custom.unmapped');
    return places.flatMap(({ field, span }, index) => {
      if (places[index - 1]?.field === field) return [];
      const hint = new vscode.InlayHint(document.positionAt(span.start), `${fieldName(field)}${unsure.has(field) ? ' ?' : ''}`, unsure.has(field) ? vscode.InlayHintKind.Type : vscode.InlayHintKind.Parameter);
      hint.paddingRight = true;
      return [hint];
    });
  }

  /** A field, its value, how sure it is and why. */
  #sayingOf(sheet: Sheet, field: string): string[] {
    const item = this.#pastes.itemOf(sheet);
    const value = valueAt(item, field);
    const [review, certainty] = [reviewsOf(item).get(field), sheet.certainty[field]];
    const isAsRead = JSON.stringify(value) === JSON.stringify(valueAt(sheet.read, field));
    const others = alternativesTo(item, field).map(valueInWords);
    return [
      `${fieldName(field)}${sheet.key === undefined ? '' : ` of ${sheet.key}`}: ${inBrief(valueInWords(value))}`,
      ...(review !== undefined ? [`To be looked at: ${review.why}`] : isAsRead && certainty !== undefined ? [certainty.why] : !isAsRead ? ['Set after it was pasted.'] : []),
      ...(isAsRead && certainty !== undefined ? [`${Math.round(certainty.sure * 100)} % sure`] : []),
      ...(others.length > 0 ? [`It could also be ${others.map(inBrief).join(' or ')}.`] : []),
    ];
  }

  async symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const shown = await this.#pastes.shown(document.uri);
    if (shown === undefined) return [];
    return Promise.all(shown.sheets.map(async (sheet) => {
      const range = rangeIn(document, sheet.span);
      const item = this.#pastes.itemOf(sheet);
      const symbol = new vscode.DocumentSymbol(sourceLabel(item) || sheet.key || 'Record', lookAt(sheet, this.#pastes), vscode.SymbolKind.File, range, rangeIn(document, sheet.claim));
      if (shown.sheets.length <= mostWithFields) symbol.children = await this.#fieldsOf(document, shown, sheet);
      return symbol;
    }));
  }

  async #fieldsOf(document: vscode.TextDocument, { text }: Shown, sheet: Sheet): Promise<vscode.DocumentSymbol[]> {
    const unsure = reviewsOf(this.#pastes.itemOf(sheet));
    const inside = ({ span }: FieldPlace): boolean => span.start >= sheet.span.start && span.end <= sheet.span.end;
    return (await this.#pastes.placesOf(sheet, text)).filter((place) => inside(place) && place.field !== 'custom.unmapped').map(({ field, span }) => {
      const range = rangeIn(document, span);
      const words = oneLine(text.slice(span.start, span.end)).slice(0, 120);
      return new vscode.DocumentSymbol(`${fieldName(field)}: ${words}`, unsure.has(field) ? 'to be looked at' : '', vscode.SymbolKind.Field, range, range);
    });
  }

  async lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const sheets = (await this.#pastes.shown(document.uri))?.sheets ?? [];
    const top = new vscode.Range(0, 0, 0, 0);
    const count = `${sheets.length} ${sheets.length === 1 ? 'record' : 'records'}`;
    return [
      new vscode.CodeLens(top, { title: `${count}. From grey lines nothing was taken. Select text and use it as a field: Shift+Alt+U or the context menu`, command: '' }),
      ...sheets.map((sheet) => new vscode.CodeLens(rangeIn(document, { start: sheet.claim.start, end: sheet.claim.start }), this.#lensOf(sheet))),
    ];
  }

  #lensOf(sheet: Sheet): vscode.Command {
    const { key, home } = sheet;
    const source = key === undefined ? undefined : home.store.current.sources.get(key);
    if (source === undefined) return { title: 'Not in the library', command: '' };
    return { title: labelText(`${key}: ${lookAt(sheet, this.#pastes) || 'nothing to look at'}`), tooltip: 'Open the source', command: commands.openSource, arguments: [key] };
  }
}

/** `2 fields to look at`, or nothing. */
function lookAt(sheet: Sheet, pastes: Pastes): string {
  const count = reviewsOf(pastes.itemOf(sheet)).size;
  return count === 0 ? '' : `${count} ${count === 1 ? 'field' : 'fields'} to look at`;
}

function valueAt(item: { readonly [field: string]: unknown; readonly custom?: { readonly [key: string]: Json } }, field: string): Json | undefined {
  return field.startsWith('custom.') ? item.custom?.[field.slice('custom.'.length)] : item[field] as Json | undefined;
}

const rangeIn = (document: vscode.TextDocument, { start, end }: Span): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));

const inBrief = (words: string): string => (words.length > 300 ? `${words.slice(0, 298)}…` : words);
