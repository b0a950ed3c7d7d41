/** Laws, decrees and constitutions in lists, and the lines of bodies and of names with particles. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';

const items = (lines: readonly string[]) => readReferences(lines.join('\n'), { start: 0, end: lines.join('\n').length }).map(({ item }) => item);

describe('Acts in a list of references', () => {
  it('are legislation by nobody, with their title whole, their day and their number', () => {
    const read = items([
      '1. Конституция Республики Тува (принята Верховным Хуралом 6 мая 2001 года).',
      '2. Указ Президента Республики Беларусь от 09.03.2010 № 143 «Об отдельных вопросах ярмарок».',
      '3. Про паромні переправи: Закон України від 7 лютого 2002 р. № 3059-III.',
      '4. О рынках : федер. закон Рос. Федерации от 30 дек. 2006 г. № 271-ФЗ // Рос. газета. – 2007. – 10 янв.',
      '5. Қазақстан Республикасының 2004 жылғы 12 сәуірдегі № 544 «Сауда қызметін реттеу туралы» Заңы.',
    ]);
    assert.deepEqual(read.map(({ type, title, author, number, issued }) => [type, title, author, number, issued?.['date-parts']]), [
      ['legislation', 'Конституция Республики Тува', undefined, undefined, [[2001, 5, 6]]],
      ['legislation', 'Указ Президента Республики Беларусь от 09.03.2010 № 143 «Об отдельных вопросах ярмарок»', undefined, '143', [[2010, 3, 9]]],
      ['legislation', 'Про паромні переправи: Закон України від 7 лютого 2002 р. № 3059-III', undefined, '3059-III', [[2002, 2, 7]]],
      ['legislation', 'О рынках : федер. закон Рос. Федерации от 30 дек. 2006 г. № 271-ФЗ', undefined, '271-ФЗ', [[2006, 12, 30]]],
      ['legislation', 'Қазақстан Республикасының 2004 жылғы 12 сәуірдегі № 544 «Сауда қызметін реттеу туралы» Заңы', undefined, '544', [[2004, 4, 12]]],
    ]);
  });

  it('are not seen in books about them nor in sentences', () => {
    assert.deepEqual(items(['Конституция Республики Тува : комментарий / под ред. А. Б. Ооржака. – Кызыл : Енисей, 2003. – 216 с.']).map(({ type }) => type), ['book']);
    assert.deepEqual(items(['Закон Республики Тува от 6 мая 2001 года № 12 установил порядок выборов, и потому партии объединились.']).filter(({ type }) => type === 'legislation'), []);
  });
});

describe('A line that begins with a body or a particle and a year in brackets', () => {
  it('begins a reference below one that has ended', () => assert.deepEqual(items([
    'Moss, R. (2007). Islands without mayors. Leeds: Harbour Press.',
    'Grand Duchy of Luxembourg. (1868). The constitution. Luxembourg: Government Press.',
    'Hale, J. J. (1990). The perils of ferries. Island Review, 1(1), 51-69.',
    'von der Aue, K. (1985). Parties of the marsh. Bremen: Deich.',
  ]).map(({ title }) => title), ['Islands without mayors', 'The constitution', 'The perils of ferries', 'Parties of the marsh']));
});
