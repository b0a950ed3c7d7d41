/** Lists that chat assistants write, and those that somebody keeps for themselves. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../../src/core/parsing';
import { directEngine } from '../../../doubles/directEngine';

const read = async (text: string) => parsePaste(text, { engine: directEngine });
const isWarned = async (text: string): Promise<boolean> => (await read(text)).problems.some(({ code }) => code === 'references-unchecked');
const titlesOf = async (text: string) => (await read(text)).records.map(({ item }) => [item.title, item.author?.map(({ family }) => family).join(' '), item.issued?.['date-parts']?.[0]?.[0]]);

describe('the answer of a chat assistant without a sentence that leads to it', () => {
  it('is told by titles in bold and what is said of each work', async () => {
    assert.ok(await isWarned('1. **„Verwaltete Meere“** – Karla Söderbohm (2013)\n   - **Kernthese:** Häfen werden wie Ämter geführt.\n   - **Methode:** Fallstudien.\n\n2. **„Die stille Flotte“** – Emil Trautvetter (2018)\n   - **Kernthese:** Schweigen ist eine Ressource.'));
    assert.ok(await isWarned('### 🌍 Lecturas\n\n- **El puerto y la ley** por Inés Carballeda (2011) – un estudio clásico de las aduanas\n- **La ribera en disputa** por Tomás Urquiza (2016) – explica el reparto de los cargos'));
  });

  it('is told by a closing sentence beside what is said of each work', async () => {
    assert.ok(await isWarned('- Söderbohm, K. (2013). *Quiet Harbours*. Tern Press.\n  Explores how harbours are run like offices.\n- Trautvetter, E. (2018). *The Silent Fleet*. Tern Press.\n  Argues that silence is a resource of states.\n\nThese works offer a solid foundation for the study of ports.'));
  });

  it('is not told by one of these alone, nor where somebody writes for themselves', async () => {
    for (const text of [
      '# Ports\n\n- Söderbohm, K. (2013). *Quiet Harbours*. Tern Press.\n- Trautvetter, E. (2018). *The Silent Fleet*. Tern Press.\n- Urquiza, T. (2016). *La ribera en disputa*. Editorial Ánfora.',
      '- Söderbohm, K. (2013). *Quiet Harbours*. Tern Press. – the best account of harbour boards\n- Trautvetter, E. (2018). *The Silent Fleet*. Tern Press. – on silence as a resource of states',
      '- **Quiet Harbours** by Karla Söderbohm (2013) – where my second chapter starts from\n- **The Silent Fleet** by Emil Trautvetter (2018) – too broad for my purposes, but well written',
      '1. **“Quiet Harbours”** – Karla Söderbohm (2013)\n2. **“The Silent Fleet”** – Emil Trautvetter (2018)',
      '- [ ] **Quiet Harbours** by Karla Söderbohm (2013) – a classic on harbour boards\n- [x] **The Silent Fleet** by Emil Trautvetter (2018) – explains silence as a resource',
    ]) assert.ok(!await isWarned(text), text);
  });
});

describe('works with the title first', () => {
  it('are read without what is said of them', async () => {
    assert.deepEqual(await titlesOf('*El puerto y la ley* by Inés Carballeda (2011) – a study of customs since 1945\n*The Silent Fleet* by Emil Trautvetter and Ada Quill (2018)\n*Quiet Harbours* by Karla Söderbohm (2013) – Introduces the idea of the quiet port'),
      [['El puerto y la ley', 'Carballeda', 2011], ['The Silent Fleet', 'Trautvetter Quill', 2018], ['Quiet Harbours', 'Söderbohm', 2013]]);
  });

  it('are read beside a table', async () => {
    assert.deepEqual(await titlesOf('| Title | Author | Year |\n|---|---|---|\n| The Toll Book | Henrik Aldous | 2014 |\n\n**"Quiet Harbours"** – Karla Söderbohm (2013)\n**"The Silent Fleet"** – Emil Trautvetter (2018)'),
      [['The Toll Book', 'Aldous', 2014], ['Quiet Harbours', 'Söderbohm', 2013], ['The Silent Fleet', 'Trautvetter', 2018]]);
  });

  it('keep the house behind the year', async () => {
    const { records: [only] } = await read('**Quiet Harbours** by Karla Söderbohm (2013) – Tern University Press');
    assert.deepEqual([only?.item.title, only?.item.publisher], ['Quiet Harbours', 'Tern University Press']);
  });
});
