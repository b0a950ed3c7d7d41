import assert from 'node:assert/strict';
import { nameFixes } from '../../../src/core/library';
import type { Item, Name } from '../../../src/core/source';

const fixes = (author: readonly Name[]): [string, unknown][] =>
  nameFixes({ id: 'a', type: 'book', author } as Item, 'author').map(({ title, fields }) => [title, fields['author']]);

describe('corrections of names', () => {
  it('swap the parts of a name, or leave it undivided', () => {
    assert.deepEqual(fixes([{ family: 'Ann', given: 'Lee' }]), [
      ['Swap to “Lee, Ann”', [{ family: 'Lee', given: 'Ann' }]],
      ['Make “Lee Ann” one undivided name', [{ literal: 'Lee Ann' }]],
    ]);
  });

  it('divide an undivided name', () => {
    assert.deepEqual(fixes([{ literal: 'Roman A. Yuneman' }, { literal: 'OECD' }]), [
      ['Divide into “Yuneman, Roman A.”', [{ family: 'Yuneman', given: 'Roman A.' }, { literal: 'OECD' }]],
      ['Join “Roman A. Yuneman” and “OECD” into one name', [{ literal: 'Roman A. Yuneman OECD' }]],
    ]);
  });

  it('split two people who were read as one', () => {
    assert.deepEqual(fixes([{ literal: 'Ann Lee and Bo Kim' }]).at(-1), [
      'Split into “Lee, Ann” and “Kim, Bo”', [{ family: 'Lee', given: 'Ann' }, { family: 'Kim', given: 'Bo' }],
    ]);
  });

  it('take what is offered for one author, and leave what is asked of the others', () => {
    const [ana, juan, lee] = [{ family: 'Peralta', given: 'Ana Martín' }, { family: 'Molina', given: 'Juan Vicente' }, { family: 'Lee', given: 'Bo' }];
    const offer = [{ family: 'Martín Peralta', given: 'Ana' }, { family: 'Vicente Molina', given: 'Juan' }, lee];
    const item = (author: readonly Name[]): Item => ({ id: 'a', type: 'book', author, custom: { review: { author: { why: 'One family name or two?', offer } } } });
    assert.deepEqual(nameFixes(item([ana, juan, lee]), 'author').slice(0, 2), [
      { title: 'Take “Martín Peralta, Ana”', fields: { author: [offer[0], juan, lee] }, isPart: true },
      { title: 'Take “Vicente Molina, Juan”', fields: { author: [ana, offer[1], lee] }, isPart: true },
    ]);
    assert.deepEqual(nameFixes(item([ana, offer[1] as Name, lee]), 'author')[0], { title: 'Take “Martín Peralta, Ana”', fields: { author: offer } });
    assert.match(nameFixes(item([ana, juan]), 'author')[0]?.title ?? '', /^Swap/u, 'a list of other people is none of single names');
  });

  it('are offered for names only', () => {
    assert.deepEqual(nameFixes({ id: 'a', type: 'book', title: 'x' } as Item, 'title'), []);
  });
});
