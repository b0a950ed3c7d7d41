/** Spanish and Portuguese names of which a text does not tell whether their family is one word or two. */
import assert from 'node:assert/strict';
import { askingForFamilies } from '../../../src/core/parsing/familiesAsked';
import { readName } from '../../../src/core/parsing/names';
import { reviewsOf } from '../../../src/core/source';
import type { Item, Name } from '../../../src/core/source';

type More = { readonly text?: string; readonly title?: string; readonly records?: number; readonly author?: readonly Name[] };

/** A record as a reader would find it in a text that prints these names. */
function asked(names: readonly string[], { text = `On Silence\n${names.join(', ')}\nAbstract`, title = 'On Silence in the Assemblies of Small States', records = 1, author = names.map(readName) }: More = {}) {
  const item: Item = { id: '', type: 'article-journal', title, author };
  const found = askingForFamilies({ start: 0, end: text.length, format: 'labelled-page', item, certainty: { author: { sure: 0.9, why: 'Stands under its label.' } }, problems: [] }, text, records);
  const review = reviewsOf(found.item).get('author');
  return { item: found.item, sure: found.certainty['author']?.sure, why: review?.why, offer: review?.offer as readonly Name[] | undefined };
}
const isAsked = (name: string, more?: More): boolean => asked([name], more).why !== undefined;

describe('a name that may have one family or two', () => {
  it('is filled in as before, with the other way offered and the reason', () => {
    const { item, sure, why, offer } = asked(['Ngozi Okafor', 'Juan Martín Peralta']);
    assert.deepEqual(item.author?.[1], { family: 'Peralta', given: 'Juan Martín' });
    assert.equal(sure, 0.75);
    assert.equal(why, 'One family name or two? “Juan Martín Peralta” stands in reading order only.');
    assert.deepEqual(offer, [{ family: 'Okafor', given: 'Ngozi' }, { family: 'Martín Peralta', given: 'Juan' }]);
  });

  it('is asked after where a middle word is given name and family, or no list knows it', () => {
    for (const name of ['Ana Santiago Molina', 'María José Martín Ruiz', 'Carlos Ugalberri Soto', 'Catarina Neves Salvaterra', 'Nuno Salvaterra Brito', 'Luis A. Vicente Mora']) assert.ok(isAsked(name), name);
  });

  it('is not asked after where its words tell', () => {
    for (const name of [
      'María José García López', 'Juan Carlos Pérez', 'Ana García López', 'José Luis Ontiveros', 'Ana María Torres', 'Carmen Ruiz y Peláez', 'Ignacio Beltrán de la Torre', 'Luis García-Soto', 'Ana Soto', 'Luz García',
      'Daniel Okwudili Ugwu', 'Samuel Taylor Whitfield', 'Laura B. Whitfield', 'Giulia Maria Rossi', 'Roman A. Yuneman', 'Phạm Thu Hằng', 'Иван Петрович Соколов', 'Jean-Luc Martin Dubois', 'Mary Ann Evans',
    ]) assert.ok(!isAsked(name), name);
  });

  it('is not asked after where the text tells its families', () => {
    const tells = (more: string): boolean => !isAsked('Juan Martín Peralta', { text: `On Silence\nJuan Martín Peralta, Ngozi Okafor\n${more}` });
    for (const more of [
      'Cite as: Martín Peralta, J. (2020). On Silence.', 'MARTÍN PERALTA, Juan. On Silence', 'Cómo citar: Okafor N, Peralta JM. On Silence', 'Okafor, N. & Peralta, J. M. (2020)', 'Juan Martín-Peralta', '(Martín Peralta 2020)', 'jmartin@example.org', 'Mail: juan.peralta@example.org',
      '{"familyName": "Martín Peralta"}',
    ]) assert.ok(tells(more), more);
    for (const more of ['Peralta is a town.', 'Corresponding author: Juan Martín Peralta', 'Juan Martín Peralta, Julia Kern (2020)', 'mail@example.org']) assert.ok(!tells(more), more);
  });

  it('is not asked after where the family stands in front', () => {
    const names = Array.from({ length: 200 }, (_, at) => `Martín Peralta${'abcdefghij'[at % 10]}, J. M. (20${String(at % 20).padStart(2, '0')}). On Silence ${at}.`);
    for (const text of names) assert.ok(!isAsked('', { text, author: [readName(text.split('.')[0] ?? '')] }), text);
    assert.ok(!isAsked('', { text: 'Peralta, Juan Martín. On Silence.', author: [{ family: 'Peralta', given: 'Juan Martín' }] }));
  });

  it('is not asked after in lists in Portuguese, where the last word is the family by custom', () => {
    const title = 'O silêncio dos estados pequenos não é uma forma de consentimento';
    assert.ok(isAsked('Catarina Neves Salvaterra', { title }));
    assert.ok(!isAsked('Catarina Neves Salvaterra', { title, records: 20 }));
    assert.ok(isAsked('Catarina Neves Salvaterra', { records: 20 }));
  });

  it('is not looked for in lists of names that nobody would go through', () => {
    const many = Array.from('abcdefghijklmnop', (letter) => `Juan Martín Peralta${letter}`);
    assert.equal(asked(many).why, undefined);
    assert.match(asked(many.slice(0, 5)).why ?? '', /^One family name or two\? .* and 2 more stand in reading order only\.$/u);
  });
});
