/** Lists in which dashes stand for the author above. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';
import type { Item, Name } from '../../../../src/core/source';

const read = (...lines: readonly string[]): readonly Item[] => {
  const text = lines.join('\n');
  return readReferences(text, { start: 0, end: text.length }).map(({ item }) => item);
};
const shown = (names: readonly Name[] = []): string => names.map(({ family, given, literal }) => literal ?? `${family ?? ''}, ${given ?? ''}`).join('; ');
const works = (...lines: readonly string[]): readonly string[] => read(...lines).map(({ author, editor, translator, title = '' }) =>
  [title, shown(author), ...(editor === undefined ? [] : [`ed. ${shown(editor)}`]), ...(translator === undefined ? [] : [`tr. ${shown(translator)}`])].join(' / '));

describe('A line of dashes in a list of references', () => {
  const first = 'Mbeki, Thandi. 2017. "Ballots at Dusk." Review of Small Assemblies 4 (1): 5–27.';
  for (const dashes of ['———', '— — —', '–––', '---', '_____', '——————', '______']) {
    it(`begins a work by the author above where the dashes are “${dashes}”`, () => {
      assert.deepEqual(works(first, `${dashes}. 2021. Counting by Lamplight. Durban: Harbour Press.`), ['Ballots at Dusk / Mbeki, Thandi', 'Counting by Lamplight / Mbeki, Thandi']);
    });
  }

  it('begins a work behind a book in italics', () => {
    assert.deepEqual(works('Mbeki, Thandi. 2017. *Ballots at Dusk*. Durban: Harbour Press.', '———. 2021. *Counting by Lamplight*. Cape Town: Juta.', '———. 2022. *Counting Again*. Cape Town: Juta.'),
      ['Ballots at Dusk / Mbeki, Thandi', 'Counting by Lamplight / Mbeki, Thandi', 'Counting Again / Mbeki, Thandi']);
  });

  it('begins a work in a list after the MLA, where the year stands at the end', () => {
    assert.deepEqual(works('Horvat, Ana. The Long Recess. Stanford UP, 2012.', '———. The Short Recess. Yale UP, 2016.', 'Ilves, Rein. “Votes on Ice.” Comparative Politics, vol. 8, no. 3, 2010, pp. 41–66.', '———, editor. Winter Sessions. Cornell UP, 2014.', 'Jonsson, Eva. Who Sits Where. Polity, 2008.'),
      ['The Long Recess / Horvat, Ana', 'The Short Recess / Horvat, Ana', 'Votes on Ice / Ilves, Rein', 'Winter Sessions /  / ed. Ilves, Rein', 'Who Sits Where / Jonsson, Eva']);
  });

  it('begins a work that has no year yet, and the next work is not lost in it', () => {
    assert.deepEqual(works('Mbeki, Thandi. 2017. Ballots at Dusk. Durban: Harbour Press.', '———. Forthcoming. Counting by Lamplight. Leiden: Brill.', 'Nagy, Pál. 2011. The Empty Bench. London: Routledge.'),
      ['Ballots at Dusk / Mbeki, Thandi', 'Counting by Lamplight / Mbeki, Thandi', 'The Empty Bench / Nagy, Pál']);
  });

  it('says what else the one above did: edit or translate', () => {
    const above = 'Kessler, Uta. 2009. Die leere Bank. Berlin: Springer.';
    for (const [said, role] of [[', editor.', 'ed'], [', eds.', 'ed'], [', Hrsg.', 'ed'], [', Hg.', 'ed'], [' (ed.).', 'ed'], [', trans.', 'tr'], [', translator.', 'tr']]) {
      assert.deepEqual(works(above, `———${said ?? ''} 2015. Sitting in Rows. London: Routledge.`)[1], `Sitting in Rows /  / ${role ?? ''}. Kessler, Uta`, said);
    }
  });

  it('names somebody beside the one above', () => {
    const above = 'Kessler, Uta. 2009. Die leere Bank. Berlin: Springer.';
    assert.deepEqual(works(above, '———, and Pavel Dvořák. 2013. Sitting in Rows. London: Routledge.')[1], 'Sitting in Rows / Kessler, Uta; Dvořák, Pavel');
  });

  it('takes nobody for its author where the work above has none', () => {
    const [, , third] = read('Kessler, Uta. 2009. Die leere Bank. Berlin: Springer.', '“The Chamber Sits Again.” 2011. The Quiet Courier, May 4.', '———. 2013. “The Chamber Rises.” The Quiet Courier, June 9.');
    assert.ok(!shown(third?.author).includes('Kessler'));
  });

  it('is no entry where a Chinese title goes on behind two dashes', () => {
    const [one, ...more] = read('[1] 欧阳川. 乡村会议的沉默', '——以北山县为例[J]. 议会研究, 2019(3): 11-24.');
    assert.deepEqual([one?.issued?.['date-parts'], more.length], [[[2019]], 0]);
  });
});
