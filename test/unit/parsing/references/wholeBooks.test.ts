/** Books whose reference has a form that says all of it, alone and in short lists. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';

const books = (...lines: readonly string[]): readonly string[] => {
  const text = lines.join('\n');
  return readReferences(text, { start: 0, end: text.length }).map(({ item }) => [
    item.type, [...(item.author ?? []), ...(item.editor ?? [])].map(({ family, given }) => `${family ?? ''} ${given ?? ''}`).join(' & '), item.title, item['publisher-place'], item.publisher, item.issued?.['date-parts']?.[0]?.[0]?.toString(),
  ].filter((part): part is string => part !== undefined).join(' | '));
};

describe('A book whose form says all of it', () => {
  it('is read from a note by itself, in any language', () => {
    assert.deepEqual(books('Zeynep Aksoy, Sessizlik (Ankara: Dost Kitabevi, 2012), 88.'), ['book | Aksoy Zeynep | Sessizlik | Ankara | Dost Kitabevi | 2012']);
    assert.deepEqual(books('Tiina Mägi ve Bora Öz, Boş Sıralar ve Dolu Sandıklar (İzmir: Ege Yayınları, 2009), 12–14.'), ['book | Mägi Tiina & Öz Bora | Boş Sıralar ve Dolu Sandıklar | İzmir | Ege Yayınları | 2009']);
    assert.deepEqual(books('Rasa Petrauskienė, Pauses (London: Hurst, 2018), 4.'), ['book | Petrauskienė Rasa | Pauses | London | Hurst | 2018']);
  });
  it('is read from a note behind a short note', () => {
    assert.deepEqual(books('6 Ekman, Speaker’s Diary, 21.', '7 Rasa Petrauskienė, Quiet Benches (London: Hurst, 2018), 4.'), ['book | Petrauskienė Rasa | Quiet Benches | London | Hurst | 2018']);
  });
  it('is read after GOST with the page that was cited or the number of pages', () => {
    for (const end of ['', ' С. 14.', ' — 212 с.', ' 212 с.']) assert.deepEqual(books(`Лебедева Н. К. Пустые скамьи. М.: Мысль, 2014.${end}`), ['book | Лебедева Н. К. | Пустые скамьи | М. | Мысль | 2014'], end);
    assert.deepEqual(books('Лебедева Н.К., Орлов П. А. Молчание. СПб. : Алетейя, 2016. С. 9–11.'), ['book | Лебедева Н.К. & Орлов П. А. | Молчание | СПб. | Алетейя | 2016']);
  });
  it('is read in a list of two after the MLA, where the title has two words', () => {
    assert.deepEqual(books('Mägi, Tiina. Empty Benches. Routledge, 2013.', 'Oh, Jin H. Pauses. U of Toronto P, 2009.'), ['book | Mägi Tiina | Empty Benches | Routledge | 2013', 'book | Oh Jin H. | Pauses | U of Toronto P | 2009']);
    assert.deepEqual(books('Mägi, Tiina, editor. Empty Benches. Cornell UP, 2013.', 'Oh, Jin. The Pause. Brill, 2009.'), ['book | Mägi Tiina | Empty Benches | Cornell UP | 2013', 'book | Oh Jin | The Pause | Brill | 2009']);
  });
  it('keeps the question mark of its title', () => {
    assert.deepEqual(books('Mägi, Tiina. Who Sits Here? London: Routledge, 2013.'), ['book | Mägi Tiina | Who Sits Here? | London | Routledge | 2013']);
  });
  it('is none where the publisher may be a journal', () => {
    assert.deepEqual(books('Mägi, Tiina. Empty Benches. Journal of Pauses, 2013.')[0]?.startsWith('book'), false);
  });
  it('is not read with a second author as the beginning of its title', () => {
    assert.ok(books('Rasa Petrauskienė, Tiina Mägi, Pauses (London: Hurst, 2018), 33.').every((book) => !book.includes('| Tiina')));
  });
});
