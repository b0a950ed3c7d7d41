/** The fields of a record in the words of the field. */

/** The fields as which a person may use a text, each with its name. */
export const usableFields = {
  'title': 'Title', 'author': 'Author', 'abstract': 'Abstract', 'container-title': 'Journal or Book', 'issued': 'Year or Date', 'volume': 'Volume', 'issue': 'Issue', 'page': 'Pages',
  'DOI': 'DOI', 'publisher': 'Publisher', 'editor': 'Editor', 'publisher-place': 'Place', 'translator': 'Translator', 'event-title': 'Conference', 'collection-title': 'Series', 'edition': 'Edition',
  'keyword': 'Keywords', 'ISBN': 'ISBN', 'ISSN': 'ISSN', 'URL': 'URL', 'language': 'Language', 'note': 'Note',
} as const;
export type UsableField = keyof typeof usableFields;

/** Is this a field as which a text may be used? */
export const isUsableField = (field: unknown): field is UsableField => typeof field === 'string' && Object.hasOwn(usableFields, field);

/** `Journal or Book` for `container-title`; the name itself for a field that has no other, without `custom.` before it. */
export function fieldName(field: string): string {
  if (isUsableField(field)) return usableFields[field];
  return field === 'type' ? 'Type' : field.replace(/^custom\./, '');
}
