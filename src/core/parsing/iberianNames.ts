/** Spanish and Portuguese names of two families: which of the words before the last is a family and no second given name. */

/** Given names that stand second, or alone: what stands behind a first name and is one of these is no family. */
const given = new Set((
  'José Jose Joseph María Maria Marie Luis Luiz Luís Carlos Ana Anna Juan Pablo Paulo Paula Manuel Manuela Antonio Antônio António Antonia Fernando Fernanda Eduardo Alberto Andrés André Andrea Alejandro Alejandra '
  + 'Ignacio Inácio Javier Miguel Miguela Ángel Angel Ángela Angela Ángeles Francisco Francisca Jesús Jesus Enrique Henrique Isabel Luisa Luísa Luiza Elena Helena Cristina Cristián Cristian Teresa Beatriz Carolina Sofía Sofia '
  + 'Lucía Lucia Victoria Vitória Vitoria Guadalupe Patricia Patrícia Roberto Roberta Rafael Rafaela Ricardo Jorge Felipe Filipe Sebastián Sebastião Tomás Camilo Camila Esteban João Joao Pedro Diego Diogo Daniel Daniela David Davi '
  + 'Gabriel Gabriela Gonzalo Gonçalo Guillermo Guilherme Gustavo Héctor Heitor Hugo Inés Inês Irene Jaime Joaquín Joaquim Julia Júlia Julio Júlio Laura Leonardo Leticia Letícia Lorena Lorenzo Lourdes Luciana Luciano Marcela Marcelo '
  + 'Marcia Márcia Marcio Márcio Marcos Margarita Margarida Mariana Mariano Mario Mário Marta Martha Martín Matías Mateus Mauricio Maurício Mercedes Mónica Mônica Natalia Natália Nicolás Nicolau Octavio Otávio Olga Oscar Óscar Pilar '
  + 'Ramón Raúl Raul Raquel Renata Renato Rocío Rodrigo Rosa Rosario Rosário Rubén Rubens Samuel Santiago Sandra Sara Sérgio Sergio Silvia Sílvia Simón Simone Susana Thaís Thiago Tiago Valeria Valéria Vanessa Verónica Verônica Vicente '
  + 'Víctor Vítor Victor Vinícius Viviana Viviane Ximena Yolanda Elvira Emilia Emília Emilio Emílio Ernesto Estela Eugenia Eugênia Eugenio Fabiana Fabio Fábio Fabián Federico Frederico Dolores Carmen Concepción Conceição Consuelo Claudia '
  + 'Cláudia Claudio Cláudio Clara César Cesar Cecilia Cecília Catalina Catarina Bernardo Benjamín Benjamim Augusto Augusta Arturo Artur Armando Aurora Alicia Alice Adriana Adriano Adrián Agustín Agostinho Alfonso Afonso Alfredo Álvaro Amelia '
  + 'Amélia Celia Célia Celso Regina Inez Aparecida Fátima Graça Gloria Glória Socorro Olivia Olívia Esther Ester Alexandre Alexandra Elías Elias Isidro Xavier Lourenço Mariela Marisol Milagros Noemí Nuria Paloma Rita Ruth Soledad Trinidad Montserrat '
  + 'Corazón Corazon Ignacia Josefa Josefina Joaquina Agustina Alfonsina Antonieta Belén Bernarda Constanza Delfina Emiliano Ezequiel Facundo Florencia Francisca Genoveva Graciela Isidora Jacinta Jimena Joaquina Luján Macarena Magdalena Marcelina Martina Maximiliano Mercedes Micaela Pía Rafaela Renée Rosana Rosalía Santos Tomasa Úrsula Valentina Valentín Virginia'
).split(' '));

/** First names that are Spanish or Portuguese by their spelling. */
const first = new Set((
  'José María Andrés Ángel Ángela Jesús Inés Inês Iván Joaquín Martín Matías Nicolás Ramón Raúl Rocío Rubén Sebastián Sofía Tomás Tomé Víctor Verónica Ximena Ignacio Javier Gonzalo Gonçalo Guillermo Enrique Esteban Lucía Joaquim Nuno Rui '
  + 'Maite Ane Ainhoa Iker Aitor Unai Gorka Mikel Xabier Joseba Koldo Edurne Nerea Leire Amaia Miren Josu Asier Eneko Iñaki Ferran Meritxell Oriol Lluís Josep Núria Jaume Arnau Mireia Roser Laia '
  + 'Lázaro Jordi Xavier Íñigo Iñigo Itziar Begoña Montserrat Pilar Consuelo Concepción Óscar Álvaro Agustín Benjamín César Cristóbal Efraín Fermín Germán Hernán Joaquina Julián Leticia Mónica Noemí Salomón Simón Ulises Yolanda Rodrigo Camilo Duarte '
  + 'Renato Soledad Teresita Macarena Jimena Paloma Remedios Amparo Leopoldo Evaristo Edgardo Osvaldo Wilfredo Reynaldo Rigoberto Heriberto Alejandro Alejandra Ivanilda Diogo Duarte Vasco Afonso Mafalda Leonor Eneida Nayra Rosmery Ixchel Itzel'
).split(' '));

/** Families of Spain, Portugal and America that stand first of two, and are no family of Brazil’s long given names. */
const isFamily = (word: string): boolean => /(?:\p{Ll}{2}[eéií]z|\p{Ll}{4}(?:aga|egui|etxea|echea|goitia|iturri|zabala?|beitia)|(?:[Ee]txe|[Ee]che)[bv]e?[ae]rr[ií]a|(?:^|\p{Ll})(?:Ortega|García|Garcia|Morales|Moreno|Castillo|Mamani|Quispe|Huanca|Condori|Rojas|Vargas|Herrera|Torres|Flores|Mendoza|Guerrero|Navarro|Delgado|Salazar|Aguilar|Espinoza|Cárdenas|Fuentes|Cabrera|Villalba|Arancibia))$/u.test(word) && !given.has(word);

/** Families of Spain and Spanish America that no given name is spelt like. */
const families = new Set((
  'Acosta Aguirre Alarcón Arango Arias Ávila Ayala Barrera Barrios Becerra Bernal Botero Bravo Bustamante Bustos Calderón Camacho Carrasco Carrillo Castaño Cervantes Céspedes Cifuentes Contreras Córdoba Córdova Cornejo Coronado Cortés Cuevas '
  + 'Dávila Duque Echeverri Echeverría Escobar Esparza Espinosa Estrada Figueroa Gallardo Gallegos Galvis Gamboa Garza Garzón Gaviria Giraldo Guevara Guzmán Henao Hidalgo Hoyos Huerta Hurtado Ibarra Iglesias Jara Jaramillo Larraín Londoño Lozano '
  + 'Luque Macías Maldonado Manrique Marín Marroquín Medina Mejía Meza Miranda Molina Montenegro Montoya Mosquera Murillo Naranjo Navarrete Nieto Noriega Novoa Obando Ocampo Ochoa Ojeda Orellana Orozco Ortiz Osorio Ospina Otero Oyarzún Oyarzun Pacheco Padilla '
  + 'Palacio Palacios Paredes Pardo Parra Patiño Peña Peralta Pineda Pizarro Ponce Posada Prieto Quijano Quintana Quintero Quiñones Quiroga Rangel Rendón Rentería Restrepo Reyes Rincón Ríos Rivas Rivera Robles Roldán Romero Rosales Rubio Rueda '
  + 'Saavedra Salas Salcedo Saldaña Salgado Salinas Samaniego Sanabria Sandoval Sarmiento Sepúlveda Serrano Solano Solís Sosa Soto Tapia Terrones Tovar Trejo Trujillo Ugarte Uribe Urrutia Valdés Valdivia Valdivieso Valencia Valenzuela Valverde '
  + 'Varela Vega Velasco Venegas Vergara Villalobos Villanueva Villarreal Villegas Yáñez Zaldívar Zaldivar Zambrano Zamora Zapata Zárate Zavala Zuluaga Zúñiga '
  + 'Abad Aguilera Amador Aparicio Aranda Araya Arboleda Arellano Armijo Arredondo Arroyo Arteaga Arzate Ballesteros Balmaceda Barrientos Barrionuevo Barrón Becerril Benavente Benavides Bonilla Borja Bórquez Caballero Cáceres Caicedo Calvo Cano Carmona Carvajal Casado '
  + 'Casas Castellanos Ceballos Celis Cerda Cevallos Chacón Chávez Cisneros Conde Crespo Cuéllar Cuesta Curiel Daza Durán Elizalde Escudero Espino Farías Ferrer Gaitán Galarza Galindo Galván Gallego Garrido Godínez Granados Guajardo Guarín Guerra Haro Herrero Illescas Izquierdo '
  + 'Jurado Lagos Larrea Leiva Lema Lemus Leyva Lira Llanos Lucero Lugo Marulanda Merino Monroy Monsalve Montaño Montero Montiel Mora Moya Murcia Muro Oliveros Olmos Oropeza Oviedo Páez Palma Palomino Pantoja Pastor Pavón Piedrahita Pinzón Plaza Porras Portillo Pulido Quesada Quevedo '
  + 'Quezada Quiroz Redondo Riquelme Rivero Roca Ruano Saldarriaga Santamaría Segovia Segura Sepulveda Serna Sierra Soler Soriano Suazo Tejada Tello Toro Urbina Ureña Valderrama Valero Vanegas Vela Velandia Vidaurre Villa Villar Yepes Zea Zelaya Zepeda Zurita'
).split(' '));

/** Families as Portuguese spells them, which Brazil puts before the one by which somebody is known. */
const portuguese = /(?:eir[ao]s?|ões|ães|ão|[ln]h[oa]|ç\p{L}{1,3}|ues|nes|mes|pes|des|Silva|Santos|Sou[sz]a|Lima|Costa|Alves|Dias|Barbosa|Cardoso|Rocha|Ara[uú]jo|Mell?o|Nascimento|Andrade|Freitas|Corr?eia|Monteiro|Castro|Campos)$/u;

/** \`Luis Eduardo Bracamonte Rangel\`: two given names and then two words that are none, the last or a given one of them Spanish by its spelling. */
const areTwoAndTwo = ([one = '', two = '', three = '', four = '']: readonly string[]): boolean =>
  (given.has(one) || first.has(one)) && given.has(two) && !given.has(three) && !portuguese.test(three) && (families.has(four) || isFamily(four) || spanishOnly.has(one) || spanishOnly.has(two));
/** Given names that Portuguese spells otherwise. */
const spanishOnly = new Set('Juan Luis Pablo María Manuela Antonio Antonia Javier Jesús Enrique Isabel Sofía Lucía Sebastián Tomás Esteban Diego Guillermo Héctor Jaime Joaquín Julio Lorenzo Martín Matías Mauricio Mónica Nicolás Octavio Ramón Raúl Rubén Simón Víctor Verónica Ximena Rocío Ignacio Ignacia Alejandro Alejandra Gonzalo Ángel Ángela Andrés'.split(' '));

const joining = new Set(['de', 'da', 'das', 'do', 'dos', 'del']);

/**
 * Where the family begins in a name in reading order, when the words themselves say that it is one of two: `Carmen Ruiz y Peláez`,
 * `Ignacio Beltrán de la Torre`, `María Pérez Soto`. Undefined when they don't.
 */
export function twoFamiliesFrom(tokens: readonly string[]): number | undefined {
  const last = tokens.length - 1;
  if (last >= 3 && (tokens[last - 1] === 'y' || tokens[last - 1] === 'i') && isWord(tokens[last - 2])) return last - 2;
  const joint = tokens.findIndex((token, index) => index > 1 && joining.has(token));
  const isIberian = first.has(tokens[0] ?? '');
  if (joint === 2 && last <= 4 && isWord(tokens[1]) && !given.has(tokens[1] ?? '')) return isIberian || tokens[2] !== 'de' || tokens[3] === 'la' || tokens[3] === 'los' || tokens[3] === 'las' ? 1 : undefined;
  if (joint > 2 && isFullArticle(tokens, joint) && isSpanish(tokens[joint - 1] ?? '')) return joint - 1;
  if (last < 2 || last > 3 || joint > 0 || !tokens.slice(1).every(isWord)) return undefined;
  const before = tokens[last - 1] ?? '';
  const isNamed = isIberian || given.has(tokens[0] ?? '') || initial.test(tokens[0] ?? '');
  if (last === 3 && areTwoAndTwo(tokens)) return 2;
  return isFamily(before) || ((last === 2 || given.has(tokens[1] ?? '')) && isNamed && families.has(before)) || (last === 2 && isIberian && !given.has(before) && !/[-’']/u.test(tokens[2] ?? '')) ? last - 1 : undefined;
}

/** Words that are as often a family as a second given name. */
const both = new Set((
  'Afonso Alonso Bautista Benito Clemente Cruz Domingo Duarte Esteban Fabián Félix Franco Gaspar Germán Gil Guillén Jordán Julián León Lorenzo Lucas Luján Marcos Martín Mateo Mateus Matias Matías Pascual Paz Román Rosario '
  + 'Salvador Sancho Santiago Santos Severino Simón Tomé Valentín Vasco Ventura Vicente Vidal Xavier'
).split(' '));
/** First names of Portugal and of other languages: alone they tell no Spanish name. */
const elsewhere = new Set('Afonso Ane Diogo Duarte Eneida Gonçalo Inês Ivanilda Joaquim Leonor Leopoldo Mafalda Nuno Renato Rodrigo Rui Tomé Vasco Xavier'.split(' '));
/** Families of Portugal and Brazil that their endings don’t tell. */
const lusophone = new Set((
  'Abreu Aguiar Albuquerque Alvim Amaral Assis Ataíde Azevedo Barros Bastos Batista Bettencourt Borges Braga Brito Cabral Caldeira Cavalcanti Cordeiro Esteves Faria Figueiredo Fonseca Galvão Gouveia Leal Leite Lins Lobo Lopes Macedo Machado Maia Martins Matos '
  + 'Medeiros Meneses Menezes Mesquita Moraes Morais Mota Motta Moura Neves Paiva Peixoto Pessoa Pestana Pimentel Pinto Pires Prado Queiroz Ramos Rego Reis Resende Rezende Sá Sales Salles Sampaio Saraiva Seabra Soares Sottomayor Tavares Teles Torres Trindade Valente Vasconcelos Vaz Veloso Viana Vilela'
).split(' '));
const initial = /^\p{Lu}\.$/u;
const isGiven = (word: string): boolean => given.has(word) || first.has(word);
const isPortuguese = (word: string): boolean => !isSpanish(word) && (portuguese.test(word) || lusophone.has(word));

/**
 * Could the family of a name in reading order be its last word as well as its last two? `Catarina Neves Alvim`, `Juan Martín Soto`. Not where the words
 * tell: `Ana García López`, `Juan Carlos Pérez`. `language` is that of the text about it, where it is known.
 */
export function isOneOrTwo(tokens: readonly string[], language: string | undefined): boolean {
  const [lead = '', second = ''] = tokens;
  const [between = '', last = ''] = tokens.slice(-2);
  const isNamed = isGiven(lead) || (isPlainWord(lead) && (isSpanish(between) || (isSpanish(last) && language === 'es')));
  const isIberian = isNamed && (tokens.length === 3 || (tokens.length === 4 && (isGiven(second) || initial.test(second))));
  if (!isIberian || ![between, last].every(isPlainWord) || isGivenAlone(last)) return false;
  if (both.has(between)) return isSpanishSign(between) || hasSign(lead, last, language);
  if (isGivenAlone(between)) return false;
  const families = twoFamiliesFrom(tokens) === undefined ? 1 : 2;
  if (isSpanish(between)) return families === 1 || (isPortuguese(last) && !isSpanishFirst(lead) && !/[áéíóúñ]|[eií]z$/u.test(between));
  if (families === 1) return isPortuguese(between) || hasSign(lead, last, language);
  return elsewhere.has(lead) && !isSpanish(last);
}

const isGivenAlone = (word: string): boolean => isGiven(word) && !both.has(word);
const isPlainWord = (word: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(word);
/** Does anything else than the word between tell that a name is Spanish or Portuguese: first names and families of other languages are spelt alike. */
const hasSign = (lead: string, last: string, language: string | undefined): boolean =>
  isSpanishFirst(lead) || isSpanish(last) || isPortuguese(last) || language === 'es' || language === 'pt';
const isSpanishFirst = (word: string): boolean => spanishOnly.has(word) || (first.has(word) && !elsewhere.has(word));
const isSpanishSign = (word: string): boolean => /[áéíóú]/u.test(word);

/** `de la Riva`, `del Río`: no way in which Portuguese joins families. */
const isFullArticle = (tokens: readonly string[], at: number): boolean => tokens[at] === 'del' || (tokens[at] === 'de' && /^l[ao]s?$/u.test(tokens[at + 1] ?? ''));
const isSpanish = (word: string): boolean => families.has(word) || isFamily(word);

const isWord = (token: string | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(token);

/** `Ana Lima Souza Pedro dos Reis`, people with nothing between them: each begins at a given name that follows a family. One name alone when nothing parts it. */
export function peopleApart(text: string): readonly string[] {
  const people: string[][] = [];
  for (const token of text.split(' ')) {
    const open = people.at(-1);
    const before = open?.at(-1) ?? '';
    const isNext = open === undefined || (open.length > 1 && (given.has(token) || first.has(token)) && !given.has(before) && !first.has(before) && !joining.has(before));
    if (isNext) people.push([token]);
    else open.push(token);
  }
  return people.map((person) => person.join(' '));
}
