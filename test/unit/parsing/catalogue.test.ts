/** Lists of books as publishers and shops print them, in several languages: each book with its people, number and day, and nothing of the shop. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { bookFactsOf } from '../../../src/core/parsing/listing/bookFacts';
import { readCatalogue } from '../../../src/core/parsing/listing/catalogue';
import { forgetLines } from '../../../src/core/parsing/remembered';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize, repeated } from '../../doubles/growth';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const families = (people: Item['author'] = []): readonly (string | undefined)[] => people.map(({ family, literal }) => family ?? literal);

const inEnglish = `TARNBROOK UNIVERSITY PRESS
Home > Books > Politics
Your basket (0)
Sort by: newest first

Small Bridges
Ferries and Sovereignty in Two Fjords
Astrid Fennimore and Kwabena Ofori-Lund
Hardback | 978-1-9999-0011-2 | May 2024 | 264 pages
£80.00 £60.00
Add to basket

A Reader in Hedge Politics
Edited by Manuela Tavira and Rolf Ostermann
Paperback | 978-1-9999-0007-5 | October 2023 | 410 pages
£27.00
Out of stock - Notify me

The Ordinary Veto
Second Chambers at Work (2nd edition)
Ilze Kalnrozes
Series: Chambers and Rooms, 4
Hardback | 978-1-9999-0003-7 | January 2023 | 198 pages
£75.00

1 2 3 ... 9 Next >
Sign up to our newsletter`;

describe('A line of a catalogue', () => {
  it('says binding, number, pages, price and day of a book in any order', () => {
    assert.deepEqual(bookFactsOf('Brosch., 244 Seiten, 2021, 39,00 € inkl. MwSt.'), { pages: '244', date: { 'date-parts': [[2021]] }, marks: ['price', 'pages', 'binding', 'date'], rest: '' });
    assert.equal(bookFactsOf('Oprawa twarda | 312 str. | ISBN 978-83-01-00000-4').isbn, '978-83-01-00000-4');
    assert.deepEqual(bookFactsOf('Fecha de publicación: marzo de 2023').date, { 'date-parts': [[2023, 3]] });
  });

  it('leaves a title alone that holds a year, a price or a word of books', () => {
    for (const title of ['Poland 1989', 'The Price of Salt', 'Paper Walls and Cloth Ceilings', 'What 200 Pages Can Do', 'Politics after May 1968: A Reader']) assert.notEqual(bookFactsOf(title).rest, '', title);
  });
});

describe('A catalogue of books', () => {
  it('is read book by book: the second line is a subtitle, editors are no authors, and the shop is no record', async () => {
    const books = await read(inEnglish);
    assert.deepEqual(books.map(({ title }) => title), ['Small Bridges: Ferries and Sovereignty in Two Fjords', 'A Reader in Hedge Politics', 'The Ordinary Veto: Second Chambers at Work']);
    assert.deepEqual(books.map(({ author }) => families(author)), [['Fennimore', 'Ofori-Lund'], [], ['Kalnrozes']]);
    assert.deepEqual(families(books[1]?.editor), ['Tavira', 'Ostermann']);
    assert.deepEqual(books.map((book) => [book.type, book.ISBN, book['number-of-pages'], book.publisher]), [['book', '978-1-9999-0011-2', '264', 'Tarnbrook University Press'], ['book', '978-1-9999-0007-5', '410', 'Tarnbrook University Press'], ['book', '978-1-9999-0003-7', '198', 'Tarnbrook University Press']]);
    assert.deepEqual([books[2]?.edition, books[2]?.['collection-title'], books[2]?.['collection-number']], ['2', 'Chambers and Rooms', '4']);
  });

  it('is read where no blank line stands between the books and the facts stand on several lines', async () => {
    const books = await read(`Bücher > Neuerscheinungen
Sortieren nach: Erscheinungsdatum
Der leise Bezirk
Verwaltung zwischen zwei Wahlen
Annemarie Holdorf
2023, 284 S., kart.
ISBN 978-3-0000-9912-4
59,00 €
In den Warenkorb
Mehrheiten auf Zeit
Koalitionen in drei Kantonen
Hrsg. von Prof. Dr. Jörg Wesendonk und Dr. Liv Aasmund
2022, 412 S., geb.
ISBN 978-3-0000-9720-5
89,00 €
In den Warenkorb
Auf den Merkzettel`);
    assert.deepEqual(books.map(({ title }) => title), ['Der leise Bezirk: Verwaltung zwischen zwei Wahlen', 'Mehrheiten auf Zeit: Koalitionen in drei Kantonen']);
    assert.deepEqual([families(books[0]?.author), families(books[1]?.author), families(books[1]?.editor)], [['Holdorf'], [], ['Wesendonk', 'Aasmund']]);
  });

  it('finds the people above the titles where all books have them there', async () => {
    const books = await read(`Wydawnictwo Naukowe Brzeg
Strona główna » Książki

Paweł Grzegorzewski
Sejm po zmroku. Reguły komisji
Oprawa miękka, 264 str., 2023
ISBN 978-83-01-00010-4
49,00 zł
Do koszyka

Agnieszka Rutka, Tomasz Bielik (red.)
Granica i gmina
Oprawa twarda, 388 str., 2022
ISBN 978-83-01-00055-0
69,00 zł 55,20 zł
Do koszyka`);
    assert.deepEqual(books.map(({ title }) => title), ['Sejm po zmroku. Reguły komisji', 'Granica i gmina']);
    assert.deepEqual([families(books[0]?.author), families(books[1]?.author), families(books[1]?.editor)], [['Grzegorzewski'], [], ['Rutka', 'Bielik']]);
  });

  it('is not found in references, a page of one book, or articles', () => {
    const references = 'Doe, J. (2019). Rivers. Oslo: Fjord Press. ISBN 978-1-9999-0011-2.\nLu, Y. (2020). Hills. Lund: Ås Press. ISBN 978-1-9999-0012-9.';
    const onePage = 'Small Bridges\nAstrid Fennimore\nHardback | 978-1-9999-0011-2 | May 2024\n£80.00';
    for (const text of [references, onePage]) assert.deepEqual(readCatalogue(text, { start: 0, end: text.length }), []);
  });

  it('takes time in proportion to its length', async () => {
    const book = `${inEnglish.split('\n\n')[1] ?? ''}\n\n`;
    await growsWithSize((length) => {
      const text = repeated(book, length);
      forgetLines();
      return readCatalogue(text, { start: 0, end: text.length });
    }, 15_000);
  });
});

describe('An imprint in a list of books', () => {
  const told = async (text: string): Promise<readonly unknown[]> => (await read(text)).map(({ type, publisher, issued, author, editor, translator, 'publisher-place': place }) => [type, publisher, place, issued?.['date-parts']?.[0]?.[0], families(author), families(editor), families(translator)]);

  it('names publisher, place and year in the order of the country', async () => {
    assert.deepEqual(await told('Nakladatelství Skorec\nŘadit podle: nejnovější\n\nStát na dvoře\nOtakar Křesal, Linda Samková\nNakladatelství Skorec, Brno 2024\nISBN 978-80-99911-04-9\nbrož., 312 s.\n429 Kč\nDo košíku\n\nPrezidenti\nRadovan Ujezd (ed.)\nNakladatelství Skorec, Brno 2023\nISBN 978-80-99911-17-9\nváz., 268 s.\n399 Kč\nVyprodáno\n\nVolič bez domu\nBao Nguyenová\nPřeložila Markéta Jelová\nNakladatelství Skorec, Brno 2021\nISBN 978-80-99911-41-4\nbrož., 180 s.\n299 Kč\nDo košíku\n'), [
      ['book', 'Nakladatelství Skorec', 'Brno', 2024, ['Křesal', 'Samková'], [], []], ['book', 'Nakladatelství Skorec', 'Brno', 2023, [], ['Ujezd'], []], ['book', 'Nakladatelství Skorec', 'Brno', 2021, ['Nguyenová'], [], ['Jelová']],
    ]);
    assert.deepEqual(await told('Книги\nСортувати за: новизною\n\nСільський голова: влада і довіра\nОксана Мельник\nКиїв, Видавництво Ластівка, 2021\nISBN 978-617-999-011-4\nМ’яка обкладинка, 240 с.\n320 грн\nДо кошика\n\nПартії без членів\nБогдан Кравець (ред.)\nКиїв, Видавництво Ластівка, 2019\nISBN 978-617-999-012-1\nТверда обкладинка, 356 с.\n410 грн\nДо кошика\n'), [
      ['book', 'Видавництво Ластівка', 'Київ', 2021, ['Мельник'], [], []], ['book', 'Видавництво Ластівка', 'Київ', 2019, [], ['Кравець'], []],
    ]);
  });

  it('of a publisher that no word calls one is told by its standing below several books', async () => {
    const book = (title: string, person: string, year: number, number: string): string => `${title}\n${person}\nWad & Klei, Groningen ${year}\npaperback, 244 blz.\nISBN 978-90-999-${number}\n€ 24,95\nIn winkelwagen\n`;
    const list = `Politica\n\n${[book('Het dorp en de partij', 'Marijke Oosterhuis', 2022, '1101-7'), book('De burgemeester als bemiddelaar', 'Saskia Dijkema', 2020, '1102-4'), book('Kiezers zonder krant', 'Ruud Hemelrijk', 2018, '1103-1')].join('\n')}`;
    assert.deepEqual((await told(list)).map((row) => (row as readonly unknown[]).slice(1, 5)), [['Wad & Klei', 'Groningen', 2022, ['Oosterhuis']], ['Wad & Klei', 'Groningen', 2020, ['Dijkema']], ['Wad & Klei', 'Groningen', 2018, ['Hemelrijk']]]);
  });

  it('of a library stands behind binding, year and language, with a colon set apart, and each person has a role in brackets', async () => {
    const head = 'Results 1-3 of 3   Sort by: Date\n\n';
    const entry = (number: number, lines: readonly string[]): string => `[ ]  ${number}.\n${lines.join('\n')}\nHeld by ${number * 12} libraries   Add to list   Cite\n\n`;
    const list = head + entry(1, ['Hafen und Amt : eine Nachbarschaft', 'by Jutta Ahrens', 'Print Book, 2019 | German', 'Kiel : Möwe Verlag, 2019.', 'ISBN: 9783999911011', 'A harbour town and its office clerks, told through three winters of letters that nobody answered in time.'])
      + entry(2, ['Whose Quay?', 'by Ilse Tamm (Editor); Kofi Darko (Editor); Mai Vo (Translator)', 'eBook, 2021 | English', 'Leeds : Tarn University Press, 2021.', 'ISBN: 9781999911028'])
      + entry(3, ['Rotta del nord', 'by Livia Sarti; translated from the German by Bo Lind', 'Print Book, 2015 | Italian', 'Bari : Edizioni Onda, 2015.', 'ISBN: 9788899911035']);
    assert.deepEqual(await told(list), [['book', 'Möwe Verlag', 'Kiel', 2019, ['Ahrens'], [], []], ['book', 'Tarn University Press', 'Leeds', 2021, [], ['Tamm', 'Darko'], ['Vo']], ['book', 'Edizioni Onda', 'Bari', 2015, ['Sarti'], [], ['Lind']]]);
    assert.deepEqual((await read(list)).map(({ title }) => title), ['Hafen und Amt: eine Nachbarschaft', 'Whose Quay?', 'Rotta del nord']);
  });
});
