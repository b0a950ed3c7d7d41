/** Which part of a name is the family’s, where custom and not place says it. */
import assert from 'node:assert/strict';
import { readName, readNames } from '../../../src/core/parsing/names';

const parts = (text: string): string => {
  const { family = '', given = '', 'non-dropping-particle': particle = '' } = readName(text);
  return `${particle === '' ? '' : `${particle} `}${family}, ${given}`;
};

describe('The family name', () => {
  it('stands first in Vietnamese and, before a given name with a hyphen, in Chinese names', () => {
    assert.equal(parts('Phạm Thu Hằng'), 'Phạm, Thu Hằng');
    assert.equal(parts('Tsai Yu-ting'), 'Tsai, Yu-ting');
    assert.equal(parts('上官文静'), '上官, 文静');
    assert.equal(parts('Thu Hằng Phạm'), 'Phạm, Thu Hằng');
  });

  it('stands first in Vietnamese names without their signs, where “Nguyen”, “Thi” or “Van” tells it', () => {
    assert.equal(parts('Nguyen Quoc Bao'), 'Nguyen, Quoc Bao');
    assert.equal(parts('Tran Thi Bich Ngoc'), 'Tran, Thi Bich Ngoc');
    assert.equal(parts('Linh Nguyen'), 'Nguyen, Linh');
    assert.equal(parts('Ho Lan Phuong'), 'Phuong, Ho Lan');
  });

  it('begins at a Flemish “Vanden” or a saint', () => {
    assert.equal(parts('Griet Vanden Eynde'), 'Vanden Eynde, Griet');
    assert.equal(parts('Ruth Saint Martin'), 'Saint Martin, Ruth');
  });

  it('is not that of the father behind “bin”, “оглы” and their like', () => {
    assert.equal(parts('Salim bin Nasser Al-Kharusi'), 'Al-Kharusi, Salim bin Nasser');
    assert.equal(parts('Мамедов-Ганджинский Рашид Вагиф оглы'), 'Мамедов-Ганджинский, Рашид Вагиф оглы');
    assert.equal(parts('Salim bin Nasser'), 'bin Nasser, Salim');
  });

  it('is two words where the first can be nothing else', () => {
    assert.equal(parts('Pilar Muñoz del Río'), 'Muñoz del Río, Pilar');
    assert.equal(parts('Joana Castro Filho'), 'Castro Filho, Joana');
    assert.equal(parts('L. Arboleda Rincón'), 'Arboleda Rincón, L.');
    assert.equal(parts('Gustavo Ceballos Irigoyen'), 'Ceballos Irigoyen, Gustavo');
    assert.equal(parts('Elif Hacıoğlu Demir'), 'Hacıoğlu Demir, Elif');
    assert.equal(parts('Pilar del Río'), 'del Río, Pilar');
  });

  it('holds “y” between two of them, which parts no people then', () => {
    assert.deepEqual(readNames('Ines Pereda y Solís and Marc Oriol').names.map(({ family }) => family), ['Pereda y Solís', 'Oriol']);
    assert.deepEqual(readNames('Ines Pereda y Marc Oriol').names.map(({ family }) => family), ['Pereda', 'Oriol']);
  });

  it('is two words behind two given names that Spanish spells so, and one behind those of Brazil', () => {
    assert.equal(parts('Ana Belén Zumárraga Rivas'), 'Zumárraga Rivas, Ana Belén');
    assert.equal(parts('Juan Ignacio Ferrari Bassi'), 'Ferrari Bassi, Juan Ignacio');
    assert.equal(parts('Ana Carolina Ferreira Rivas'), 'Rivas, Ana Carolina Ferreira');
    assert.equal(parts('Lorea Etxeberria Ruiz'), 'Etxeberria Ruiz, Lorea');
  });

  it('stands first in Vietnamese names without their marks, where the last is no family', () => {
    assert.equal(parts('Tran Thi Lan'), 'Tran, Thi Lan');
    assert.equal(parts('Hoang Minh Nguyen'), 'Nguyen, Hoang Minh');
  });

  it('begins at a word that ends in a hyphen and a particle', () => {
    assert.equal(parts('Anneke Visser-van der Meer'), 'Visser-van der Meer, Anneke');
    assert.equal(parts('Anneke Visser-van Dam'), 'Visser-van Dam, Anneke');
    assert.equal(parts('Otto Zur Linden'), 'Zur Linden, Otto');
  });
});
