/** Where in a work, and what to say around it: one box, in which what is typed can be a page, words before or words after. */
import type { Source } from '../../core/library';
import { createBox, drawn, type Row as BoxRow } from '../../host/boxes';
import type { Citing } from '../../host/drafts';
import { oneLine, sourceLabel } from '../../host/nodes';
import { changed, detailsInWords, type Details } from './choice';

type Row = BoxRow & { readonly change?: Details; readonly done?: true };

/** Asks until the person is done. Escape keeps what was said until then. */
export async function askDetails(citing: Citing, source: Source, before: Details, language: string | undefined): Promise<Details> {
  let details = before;
  for (;;) {
    const row = await showDetails(citing, source, details, language);
    if (row === undefined || row.done === true) return details;
    details = changed(details, row.change ?? {});
    if (row.change?.locator !== undefined && row.change.locator !== '') return details;
  }
}

function showDetails(citing: Citing, source: Source, details: Details, language: string | undefined): Promise<Row | undefined> {
  const picker = createBox<Row>();
  const now = detailsInWords(details);
  picker.title = `${sourceLabel(source.item)}${now === '' ? '' : `: ${now}`}`;
  picker.placeholder = 'A page or place (3-5, ch 2, § 4, стр. 12), or words before or after';
  const fill = (): void => { picker.items = drawn(rowsFor(citing, picker.value.trim(), source, details, language)); };
  return new Promise((resolve) => {
    let chosen: Row | undefined;
    picker.onDidChangeValue(fill);
    picker.onDidAccept(() => {
      [chosen] = picker.activeItems;
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(chosen);
    });
    fill();
    picker.show();
  });
}

function rowsFor(citing: Citing, typed: string, source: Source, details: Details, language: string | undefined): readonly Row[] {
  return typed === '' ? [...noteRows(citing, source, language), ...standing(details)] : typedRows(citing, typed, language);
}

/** What was typed, as each of the things it can be. It stands beside the labels: the editor sorts rows whose label holds what was typed. */
function typedRows({ typedLocator }: Citing, typed: string, language: string | undefined): readonly Row[] {
  const locator = typedLocator(typed, language);
  const row = (icon: string, label: string, description: string, change: Details): Row => ({ icon, label, description, change, alwaysShow: true });
  return [
    ...(locator === undefined ? [] : [row('location', 'Place', locator, { locator })]),
    row('arrow-left', 'Words Before', `${typed} …`, { prefix: typed }),
    row('arrow-right', 'Words After', `… ${typed}`, { suffix: typed }),
    ...(locator === undefined ? [row('location', 'Place, Just As It Is', typed, { locator: typed })] : []),
  ];
}

/** The places of one's own notes. */
function noteRows({ localLocator }: Citing, { notes }: Source, language: string | undefined): readonly Row[] {
  return notes.flatMap((note): Row[] => (note.locator === undefined ? [] : [{
    icon: 'note', label: `${localLocator(note.locator, language)}`,
    description: note.tags.map((tag) => `#${tag}`).join(' '),
    detail: oneLine(note.quote ?? note.text).slice(0, 200),
    change: { locator: localLocator(note.locator, language), place: note.locator },
  }]));
}

function standing(details: Details): readonly Row[] {
  const { locator, prefix, suffix, suppressAuthor } = details;
  const away = (what: string, value: string | undefined, change: Details): Row[] => (value === undefined || value === '' ? [] : [{ icon: 'close', label: `Without ${what}`, description: value, change }]);
  return [
    { icon: suppressAuthor === true ? 'person' : 'person-add', label: suppressAuthor === true ? 'With Its Author' : 'Without Its Author', description: suppressAuthor === true ? '' : 'when the sentence names the author: (2018)', change: { suppressAuthor: suppressAuthor !== true } },
    ...away('Place', locator, { locator: '' }), ...away('Words Before', prefix, { prefix: '' }), ...away('Words After', suffix, { suffix: '' }),
    { icon: 'check', label: 'Done', done: true },
  ];
}
