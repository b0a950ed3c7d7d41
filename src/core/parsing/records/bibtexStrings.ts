/** BibLaTeX's names for words that it prints in the language of the document (its manual, 3.20, section 4.9.2): the words in English. */

const words: { readonly [name: string]: string } = {
  phdthesis: 'PhD thesis', mathesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis', techreport: 'Technical report',
  resreport: 'Research report', software: 'Computer software', datacd: 'Data CD', audiocd: 'Audio CD',
  newseries: 'new series', oldseries: 'old series',
  inpreparation: 'in preparation', submitted: 'submitted', forthcoming: 'forthcoming', inpress: 'in press', prepublished: 'pre-published',
  patent: 'Patent', patentde: 'German patent', patenteu: 'European patent', patentfr: 'French patent', patentuk: 'British patent', patentus: 'U.S. patent',
  patreq: 'Patent request', patreqde: 'German patent request', patreqeu: 'European patent request', patreqfr: 'French patent request',
  patrequk: 'British patent request', patrequs: 'U.S. patent request',
  countryde: 'Germany', countryeu: 'European Union', countryep: 'European Union', countryfr: 'France', countryuk: 'United Kingdom', countryus: 'United States of America',
  langamerican: 'American', langbrazilian: 'Brazilian', langcatalan: 'Catalan', langcroatian: 'Croatian', langczech: 'Czech', langdanish: 'Danish', langdutch: 'Dutch',
  langenglish: 'English', langestonian: 'Estonian', langfinnish: 'Finnish', langfrench: 'French', langgalician: 'Galician', langgerman: 'German', langgreek: 'Greek',
  langitalian: 'Italian', langjapanese: 'Japanese', langlatin: 'Latin', langlatvian: 'Latvian', langlithuanian: 'Lithuanian', langnorwegian: 'Norwegian',
  langpolish: 'Polish', langportuguese: 'Portuguese', langrussian: 'Russian', langslovak: 'Slovak', langslovene: 'Slovene', langspanish: 'Spanish',
  langswedish: 'Swedish', langukrainian: 'Ukrainian', langturkish: 'Turkish',
};

/** The words that a value names, or the value itself. */
export const bibString = (value: string): string => {
  const name = value.toLowerCase();
  return Object.hasOwn(words, name) ? words[name] ?? value : value;
};

/** The name of such words, or undefined. */
export const nameOfString = (text: string): string | undefined => names.get(text.toLowerCase().replace(/'/gu, '’'));

const names: ReadonlyMap<string, string> = new Map(Object.entries(words).map(([name, text]) => [text.toLowerCase(), name]));
