/** What the fields of an entry mean, where other programs wrote more into them than TeX reads. */
import { withoutEntities } from '../markup';
import type { Values } from './bibtexFamily';
import { withoutTexComments } from './tex';

/** Fields that are taken letter by letter. */
const verbatim = new Set(['url', 'doi', 'file', 'eprint', 'urldate']);

/** Values without the entities that some programs put into them, and without what a percent sign takes out; the same where there are none. */
export function meantValues(values: Values): Values {
  let meant: Map<string, string> | undefined;
  for (const [name, value] of values) {
    if (!value.includes('&') && !value.includes('%')) continue;
    const says = withoutEntities(verbatim.has(name) ? value : withoutTexComments(value));
    if (says !== value) (meant ??= new Map(values)).set(name, says);
  }
  return meant ?? values;
}
