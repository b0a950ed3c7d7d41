/** Pages of conferences, publishers and indexes copied with their menus, in other languages and orders of lines than those that we saw first. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readDate } from '../../../src/core/parsing/dates';
import { readName } from '../../../src/core/parsing/names';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const names = (item: Item | undefined): readonly string[] => (item?.author ?? []).map(({ family = '', given = '' }) => `${given} ${family}`);

describe('A contribution on an Indico page', () => {
  const page = (zone: string, list: string, title: string, when: string, description: string, text: string, authors: string, people: string, foot: string, days: string, event: string): string =>
    `${event}\n${days}\n${zone}\n${list}\nkontakt@kongres.example\n${title}\n${when}\n20m\nSala 3\n${description}\n${text}\n\n${authors}\n${people}\n${foot}\nPowered by Indico v3.3.5`;

  it('is read in Spanish, families and all', async () => {
    const [item, ...more] = await read(page('Europe/Madrid zona horaria', 'Lista de contribuciones', 'Actas sin lector: los plenos de pueblo', '20 nov 2025, 11:30', 'Descripción',
      'Los plenos de los pueblos pequeños dejan actas que nadie lee. El trabajo compara 300 actas y muestra cuándo vuelven a leerse, y quién las cita en los pleitos.', 'Autores primarios', 'Dra. Maite Lizarraga Otaola (Universidad del Norte)\nSr. Ferran Riba i Soler (Universitat del Mar)', 'Materiales de la presentación\nTodavía no hay materiales.', '19–21 de noviembre de 2025', 'VI Jornadas de Gobierno Local'));
    assert.deepEqual(more, []);
    assert.equal(item?.title, 'Actas sin lector: los plenos de pueblo');
    assert.deepEqual(names(item), ['Maite Lizarraga Otaola', 'Ferran Riba i Soler']);
    assert.deepEqual(item?.author?.map(({ family }) => family), ['Lizarraga Otaola', 'Riba i Soler']);
    assert.deepEqual([item?.issued, item?.['event-title']], [{ 'date-parts': [[2025, 11, 20]] }, 'VI Jornadas de Gobierno Local']);
    assert.match(item?.abstract ?? '', /^Los plenos .* los pleitos\.$/u);
  });

  it('is read in Polish, where nothing but the day, the length and the labels is of Indico', async () => {
    const [item, ...more] = await read(page('Europe/Warsaw strefa czasowa', 'Lista wystąpień', 'Pieczęć i podpis w urzędzie gminy', '5 wrz 2025, 09:30', 'Opis',
      'Pieczęć zniknęła z urzędów, a podpis został. Na podstawie 64 wywiadów pokazujemy, jak urzędnicy bronią znaku, którego prawo już nie wymaga.', 'Główni autorzy', 'dr Bożena Wilk (Akademia Nadrzeczna)\nTomasz Grzęda (Akademia Nadrzeczna)', 'Materiały do prezentacji\nBrak materiałów.', '4–6 września 2025', 'Kongres Badań Gminnych'));
    assert.deepEqual(more, []);
    assert.deepEqual(names(item), ['Bożena Wilk', 'Tomasz Grzęda']);
    assert.deepEqual(item?.issued, { 'date-parts': [[2025, 9, 5]] });
  });
});

describe('A contribution on a Russian Indico page', () => {
  it('is read though its year has a word behind it', async () => {
    const [item, ...more] = await read(`Конференция «Архивы и собрания»
14–16 мая 2024
Europe/Moscow часовой пояс
Расписание
Список докладов
Стенограммы, которых не было: закрытые заседания собраний
15 мая 2024 г., 12:00
20м
Зал 2
Описание
Закрытые заседания не стенографировались, но оставили счета за свечи. По этим счетам доклад восстанавливает календарь заседаний и показывает, какие вопросы обсуждали ночью.
Основные авторы
Марфа Стрельникова (Приволжский университет)
Материалы презентации
Материалов пока нет.`);
    assert.deepEqual(more, []);
    assert.equal(item?.title, 'Стенограммы, которых не было: закрытые заседания собраний');
    assert.deepEqual(names(item), ['Марфа Стрельникова']);
    assert.deepEqual(item?.issued, { 'date-parts': [[2024, 5, 15]] });
  });
});

describe('An abstract of Oxford Abstracts', () => {
  it('is read with its number above the people and each detail below its own label', async () => {
    const [item, ...more] = await read(`The Queue at the Window: Courts in Two Towns
#533
Farida Rahmonova1, Lachlan McAlister2,1
1Institute of Law, Dushanbe, Tajikistan. 2Hanbit University, Daejeon, South Korea

Track
Courts and Judges
Presentation type
Poster

Queues are said to wear out the trust in courts. We compare the books of 41 district courts and find that trust falls where queues are seen from the street. Those who wait at home report as much trust as those who do not wait.`);
    assert.deepEqual(more, []);
    assert.equal(item?.title, 'The Queue at the Window: Courts in Two Towns');
    assert.deepEqual(names(item), ['Farida Rahmonova', 'Lachlan McAlister']);
    assert.match(item?.abstract ?? '', /^Queues are said .* do not wait\.$/u);
  });
});

describe('A book of abstracts with numbers before the titles', () => {
  it('gives each abstract its own record, without the theme between', async () => {
    const items = await read(`77. Dust and Ballots: Voting after the Storm
Nasiba Ergasheva1, Tom O'Leary2
1University of Aral, Nukus, Uzbekistan; 2Cork Institute, Cork, Ireland

Theme: Environment and Politics
Format: Oral presentation

Abstract
Storms of dust close polling stations and open others. We follow 60 stations over three elections and find that turnout returns within a year, but not to the same parties.

78. Wells and Wards
Dilnoza Karim1
1University of Aral, Nukus, Uzbekistan

Theme: Environment and Politics
Format: Poster

Abstract
Wards were drawn around wells. When wells dried, the wards remained, and with them the patrons who had owned the water. A map of 1931 explains votes of 2019.`);
    assert.deepEqual(items.map(({ title }) => title), ['Dust and Ballots: Voting after the Storm', 'Wells and Wards']);
    assert.match(items[0]?.abstract ?? '', /^Storms of dust .* same parties\.$/u);
  });
});

describe('A page of results of Semantic Scholar', () => {
  it('gives its works and nothing of the menu, whatever stands beside each', async () => {
    const items = await read(`Search 230,104,887 papers from all fields of science
Search
Sign In
About 812 results for “parish mergers”
Fields of Study
Has PDF
Sort by Citation Count
Bigger Councils, Fewer Voters? Mergers and Turnout
K. Thorup-Madsen, Line Østerby
Political Science
Nordic Local Politics
12 May 2017
TLDR
Mergers lower turnout in the first election only.
Expand
121
[PDF] Semantic Reader
Save
Alert
What Remains of the Parish after Amalgamation
Rhiannon Gwilym, +2 authors T. Ferris
Sociology, Law
Journal of Parish Studies
2021
4
Save
Alert
1
2
…`);
    assert.deepEqual(items.map(({ title }) => title), ['Bigger Councils, Fewer Voters? Mergers and Turnout', 'What Remains of the Parish after Amalgamation']);
    assert.deepEqual(items.map((item) => item['container-title']), ['Nordic Local Politics', 'Journal of Parish Studies']);
    assert.deepEqual(items.map(({ type }) => type), ['article-journal', 'article-journal']);
  });
});

describe('The page of a chapter', () => {
  it('is one record, its prices and numbers of books no others, with whole names', async () => {
    const items = await read(`Skip to main content
Log in
Menu
Find a journal
Cart
Home
Handbook of Coastal Rule
Chapter
Fishing Rights and the Franchise
Chapter
First Online: 4 May 2021
pp 211–230
Cite this chapter

Handbook of Coastal Rule
Sindre Håkonsen & Beatriz Louro
Part of the book series: Coasts and Polities ((CAPO, volume 3))
89 Accesses
Abstract
Who may fish and who may vote were one question in many parishes. The chapter compares registers of two countries and shows that the franchise followed the boat.
This is a preview of subscription content, log in via an institution to check access.

Access this chapter
Chapter
GBP 19.95
Price includes VAT (United Kingdom)
eBook
GBP 159.50
Hardcover Book
GBP 199.99
Editor information
Editors and Affiliations
Black Sea University, Varna, Bulgaria
Petko Slaveykov
About this chapter
Cite this chapter
Håkonsen, S., Louro, B. (2021). Fishing Rights and the Franchise. In: Slaveykov, P. (eds) Handbook of Coastal Rule. Coasts and Polities, vol 3. Springer, Cham. https://doi.org/10.1007/978-3-16-148410-0_12
Publisher Name
Springer, Cham

Print ISBN
978-3-16-148410-0

Online ISBN
978-0-306-40615-7`);
    assert.equal(items.length, 1);
    const [item] = items;
    assert.deepEqual(names(item), ['Sindre Håkonsen', 'Beatriz Louro']);
    assert.deepEqual(item?.editor, [{ family: 'Slaveykov', given: 'Petko' }]);
    assert.deepEqual([item?.title, item?.['container-title'], item?.page, item?.['collection-title']], ['Fishing Rights and the Franchise', 'Handbook of Coastal Rule', '211-230', 'Coasts and Polities']);
    assert.match(item?.abstract ?? '', /followed the boat\.$/u);
  });
});

describe('Names on pages', () => {
  it('lose the letter of an affiliation that is glued to them, where others stand apart', async () => {
    const [item] = await read(`Harbour Governance Review
Volume 39, 2023 - Issue 4
Research Articles
The grammar of refusal in harbour boards
Anahit Sarkissian a Department of Law, Ararat University, Yerevan;b Institute of Ports, Tbilisi, GeorgiaCorrespondenceas@ararat.example
&
Veaceslav Munteanuc Faculty of Law, Dniester University, Bălți
Pages 301-322 | Received 11 Jan 2022, Published online: 02 Mar 2023
https://doi.org/10.1080/19907716.2023.2184411
Full Article
ABSTRACT
Boards of harbours are judged by what they build. This article judges them by what they refuse, and reads a thousand letters of refusal from two countries.`);
    assert.deepEqual(names(item), ['Anahit Sarkissian', 'Veaceslav Munteanu']);
  });

  it('are told from an affiliation that they share with somebody above, and a country from a person', async () => {
    const [item] = await read(`Island Politics
Volume 12, 2022 - Issue 2
Articles
Lights out on the eve of the vote
Desmond Achebea Department of Politics, Lagoon University, Port Maria, Jamaica;b Energy Centre, Bridgetown, BarbadosCorrespondenceda@lagoon.example
,
Marisol Quintana Rojasc School of Economics, Coral College, Santo Domingo, Dominican Republic
&
Liv Thorsenb Energy Centre, Bridgetown, Barbados
Pages 155-179 | Received 03 Mar 2021, Published online: 18 Nov 2021
https://doi.org/10.1080/17445647.2021.9991133
Full Article
Abstract
Rationing of electricity falls on some streets and not on others. Streets that were dark on the eve of the vote turned out less, and punished nobody for it.`);
    assert.deepEqual(names(item), ['Desmond Achebe', 'Marisol Quintana Rojas', 'Liv Thorsen']);
  });

  it('keep a comma behind the address of an ORCID', async () => {
    const [item] = await read(`Research article
First published online April 9, 2024
The Hour of the Square
Lynda Belkacem https://orcid.org/0000-0003-1212-7788, Abdelmalek Bensalem, and Séverine KergoatView all authors and affiliations
Volume 57, Issue 6
https://doi.org/10.1177/00999140241239872
Abstract
Who came to the square, and when? Combining records of 402 days with a survey in two towns, we find that the answer depends on the hour of the day.`);
    assert.deepEqual(names(item), ['Lynda Belkacem', 'Abdelmalek Bensalem', 'Séverine Kergoat']);
    assert.equal(item?.['container-title'], undefined);
  });

  it('have families of two words in the languages in which they have', () => {
    for (const [name, family] of [['Aroha Te Whaiti', 'Te Whaiti'], ['Chen Te Kung', 'Kung'], ['Lynda Aït Ouarab', 'Aït Ouarab'], ['Sidi Ould Salem', 'Ould Salem'], ['Sr. Ferran Riba i Soler', 'Riba i Soler'], ['Martin Luther King Sr.', 'King']] as const) assert.equal(readName(name).family, family, name);
  });
});

describe('A programme of EasyChair', () => {
  it('has its event in small letters where the page shouts it, in French too', async () => {
    const [item] = await read(`COLLOQUE CARTES ET COMMUNES 2023
PROGRAM FOR THURSDAY, MAY 25TH, 2023
14:00-15:30 Session 2B: Communes
CHAIR:
Solène Kerbrat (Université du Ponant, France)
14:00
Noémie Vasseur (Université du Ponant)
Le nom de la commune (abstract)
14:30
Ousmane Diatta (Université de la Casamance)
Qui garde les archives ? (abstract)`);
    assert.deepEqual([item?.['event-title'], item?.title], ['Colloque Cartes et Communes 2023', 'Le nom de la commune']);
  });
});

describe('An abstract with details above it', () => {
  it('is no other work, though a detail begins with the letters of a panel', async () => {
    const items = await read(`Counting the Uncounted: Census Refusal in Two States
1082
Marama Te Rangi1, Anna-Lena Björk2
1 University of Waikura, Hamilton, New Zealand. 2 Uppland University, Uppsala, Sweden

Submission type
Individual paper

Topic
State and society

Abstract
Refusing a census is a crime that is almost never punished. We compare letters from 1976 to 2018 and find that refusers cite privacy to the state and land to each other.

Keywords
census; refusal; statistics`);
    assert.deepEqual(items.map(({ title }) => title), ['Counting the Uncounted: Census Refusal in Two States']);
    assert.match(items[0]?.abstract ?? '', /^Refusing a census .* each other\.$/u);
  });
});

describe('Short names of months', () => {
  it('are months in Polish and Czech, and no towns', () => {
    assert.deepEqual(readDate('5 wrz 2025'), { 'date-parts': [[2025, 9, 5]] });
    assert.deepEqual(readDate('3 lipca 2021'), { 'date-parts': [[2021, 7, 3]] });
    assert.deepEqual(readDate('12. června 2020'), { 'date-parts': [[2020, 6, 12]] });
    assert.deepEqual(readDate('Dublin 2019'), { 'date-parts': [[2019]] });
  });
});
