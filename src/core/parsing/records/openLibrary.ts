/** Books as the interface `api/books` of Open Library gives them (`jscmd=data`). */
import type { Item, JsonObject } from '../../source';
import { withoutMarkup } from '../markup';
import { textAt, type JsonIndex } from './jsonIndex';

/** The table of Open Library. All that it lists are books. */
export const openLibrary: JsonIndex = {
  owns: (object) => typeof object['title'] === 'string' && /openlibrary\.org\/books\/OL\d/u.test(textAt(object, 'url') ?? '') && !Object.hasOwn(object, 'works'),
  type: { paths: ['type'], names: {} },
  fields: {
    'title': ['title'], 'author': ['authors'], 'issued': ['publish_date'], 'publisher': ['publishers.name'], 'publisher-place': ['publish_places.name'],
    'ISBN': ['identifiers.isbn_13', 'identifiers.isbn_10'], 'number-of-pages': ['number_of_pages'], 'keyword': ['subjects.name'],
  },
  silent: [
    'url', 'key', 'subtitle', 'identifiers', 'classifications', 'cover', 'ebooks', 'links', 'excerpts', 'table_of_contents', 'subject_places', 'subject_people', 'subject_times', 'pagination', 'weight',
  ],
  mend: (item, view) => ({ ...withSubtitle(item, view), type: 'book' }),
};

function withSubtitle(item: Item, view: JsonObject): Item {
  const subtitle = withoutMarkup(textAt(view, 'subtitle') ?? '').replace(/\s+/gu, ' ');
  const { title } = item;
  return subtitle === '' || title === undefined || title.toLowerCase().includes(subtitle.toLowerCase()) ? item : { ...item, title: `${title}: ${subtitle}` };
}
