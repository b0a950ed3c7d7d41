/** The language of a work, told by what it says. */
import assert from 'node:assert/strict';
import { languageOfWork } from '../../../src/core/parsing/workLanguage';

describe('The language of a work', () => {
  const abstracts: readonly (readonly [string | undefined, string, string])[] = [
    ['de', 'Der Hafen und seine Räte', 'Der Beitrag untersucht, wie Häfen regiert werden, und zeigt, dass die Räte der Städte nicht mit den Ländern um Zuständigkeiten streiten, sondern mit den Reedern.'],
    ['fr', 'Le port et la mairie', 'L’article étudie la manière dont les ports sont gouvernés et montre que les conseils des villes se disputent avec les armateurs sur les quais plutôt que sur les taxes.'],
    ['pt', 'O porto e a câmara', 'O artigo analisa como os portos são governados e mostra que as câmaras das cidades não disputam com o Estado, mas com os armadores, o uso do cais e das docas.'],
    ['tr', 'Liman ve meclis', 'Bu makale limanların nasıl yönetildiğini incelemekte ve şehir meclislerinin devlet ile değil, armatörler ile rekabet ettiğini bir dizi görüşme üzerine kurulu olarak göstermektedir.'],
    ['ru', 'Порт и город', 'В статье рассматривается, как управляются порты, и показано, что городские советы спорят не с государством, а с судовладельцами, которые владеют причалами и складами.'],
    ['uk', 'Порт і місто', 'У статті розглянуто, як управляються порти, і показано, що міські ради сперечаються не з державою, а з судновласниками, яким належить її набережна.'],
    [undefined, 'Harbours and Councils', 'The article asks how harbours are governed and shows that the councils of cities quarrel with shipowners rather than with the state about quays and sheds.'],
    [undefined, 'Harbours and Councils', 'Der Beitrag untersucht, wie Häfen regiert werden, und zeigt, dass die Räte der Städte nicht mit den Ländern um Zuständigkeiten streiten, sondern mit den Reedern.'],
    [undefined, 'De haven en de raad', 'Het artikel onderzoekt hoe havens worden bestuurd en laat zien dat de gemeenteraden niet met de staat maar met de reders in conflict komen over de kades en de loodsen.'],
    [undefined, 'Havnen og rådet', 'Artiklen undersøger, hvordan havne styres, og viser, at byernes råd ikke strides med staten, men med rederne om kajer og skure, som de har bygget på egen regning.'],
    [undefined, 'Пристанището и градът', 'В статията се разглежда как се управляват пристанищата и се показва, че градските съвети спорят не с държавата, а с корабособствениците, които владеят кейовете.'],
    [undefined, 'Боомт ба хот', 'Энэхүү өгүүлэлд боомтуудыг хэрхэн удирддаг болохыг судалж, хотын зөвлөлүүд улстай бус, харин хөлөг онгоцны эзэдтэй маргалддаг болохыг харуулсан.'],
  ];
  for (const [code, title, abstract] of abstracts) {
    it(`is ${code ?? 'left open'} for “${title}”`, () => { assert.equal(languageOfWork(title, abstract), code); });
  }
});
