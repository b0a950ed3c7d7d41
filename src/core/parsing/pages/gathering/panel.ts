/** The panel or session that a line of a programme opens. */
import type { ProgrammeLine } from './line';

/** A panel’s code (`POL13`, `3A`) and its title. */
export type ProgrammePanel = { readonly code?: string; readonly title?: string };

const clock = /^\[?\d{1,2}[:.]\d\d.{0,3}[-–].{0,3}\d{1,2}[:.]\d\d ?(?:[ap]m)?\]?[\s,–-]{1,4}/iu;
const forms: readonly RegExp[] = [
  /^(?:Panel|Session|Sitzung|Roundtable|Workshop|Секция)s? (?<code>[A-Z]{0,5}[-. ]?\d[\w.-]{0,6}|[IVX]{1,5}|[A-Z]{1,3})(?:[ :.–-]{1,3}(?<title>\p{L}.{2,240}))?$/iu,
  /^(?<code>[A-Z]{1,5}[-_ ]?\d{1,4}[\w.-]{0,5})(?:: (?:[A-Z]{1,5}[-_ ]?\d{1,4}[\w.-]{0,5}(?::| –) )?(?<title>\p{L}.{2,240}))?$/u,
  /^(?<code>\d{4}) (?<title>\p{Lu}.{2,240})$/u,
];

/** Code, title and room stand in columns, many blanks apart. */
const columns = /\s{3,}/u;
const place = /^(?:Room|Hall|Auditorium|Aula|Raum|Saal|Sala|Salle|Ауд|Зал|Building|Online|Zoom)(?!\p{L})|^\S{1,8}$/u;

type Opened = { readonly code?: string; readonly title?: string };

/** What lines of panels and times open: those who look for a panel from below pass them again and again. */
const opened = new WeakMap<ProgrammeLine, Opened>();

function openedBy(line: ProgrammeLine): Opened {
  const known = opened.get(line);
  if (known !== undefined) return known;
  const [text = '', next] = line.text.replace(clock, '').slice(0, 300).split(columns);
  const told: Opened = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  const found = told.code !== undefined && told.title === undefined && next !== undefined && !place.test(next) ? { code: told.code, title: next } : told;
  opened.set(line, found);
  return found;
}

/** The panel nearest above a place. A code that stands alone has its title on the next line. */
export function panelAbove(lines: readonly ProgrammeLine[], from: number): ProgrammePanel {
  for (let at = from - 1; at >= Math.max(0, from - 400); at--) {
    const line = lines[at];
    if (line?.kind !== 'panel' && line?.kind !== 'time') continue;
    const { code, title } = openedBy(line);
    if (code === undefined) continue;
    const below = title ?? (lines[at + 1]?.kind === 'text' && at + 1 < from ? lines[at + 1]?.text : undefined);
    return { code, ...(below === undefined ? {} : { title: below }) };
  }
  return {};
}
