/** Whom is asked about which identifier, and in which order. A new service is a row here and a reader of its format. */
import type { Format } from '../parsing';
import type { Request } from './door';
import type { Identifier, IdentifierKind } from './identifier';

/** One service. `formats` are those in which it may answer. */
export type Service = {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly request: (value: string) => Request;
};

const json = /^application\/(?:[\w.+-]+\+)?json\b/u;
const atom = /^(?:application\/(?:atom\+)?xml|text\/xml)\b/u;
const plain = { accept: 'application/json', types: json };

/** A DOI behind the name of a host. It keeps its slashes, unless a part between them is `.` or `..`, which would lead elsewhere. */
function inPath(doi: string): string {
  const whole = encodeURIComponent(doi);
  return doi.split('/').some((part) => /^\.{1,2}$/u.test(part)) ? whole : whole.replaceAll('%2F', '/');
}

const crossref: Service = {
  name: 'Crossref', formats: ['crossref-json'],
  request: (doi) => ({ url: `https://api.crossref.org/works/${encodeURIComponent(doi)}`, ...plain }),
};
const dataCite: Service = {
  name: 'DataCite', formats: ['datacite-json'],
  request: (doi) => ({ url: `https://api.datacite.org/dois/${encodeURIComponent(doi)}`, accept: 'application/vnd.api+json', types: json }),
};
const doiOrg: Service = {
  name: 'doi.org', formats: ['csl-json', 'crossref-json', 'datacite-json'],
  request: (doi) => ({ url: `https://doi.org/${inPath(doi)}`, accept: 'application/vnd.citationstyles.csl+json', types: json }),
};
const openAlex: Service = {
  name: 'OpenAlex', formats: ['openalex-json'],
  request: (doi) => ({ url: `https://api.openalex.org/works/doi:${inPath(doi)}`, ...plain }),
};
const openLibrary: Service = {
  name: 'Open Library', formats: ['openlibrary-json'],
  request: (isbn) => ({ url: `https://openlibrary.org/api/books?bibkeys=ISBN:${encodeURIComponent(isbn)}&format=json&jscmd=data`, ...plain }),
};
const crossrefBooks: Service = {
  name: 'Crossref', formats: ['crossref-json'],
  request: (isbn) => ({ url: `https://api.crossref.org/works?filter=isbn:${encodeURIComponent(isbn)}&rows=20`, ...plain }),
};
const arxiv: Service = {
  name: 'arXiv', formats: ['xml'],
  request: (number) => ({ url: `https://export.arxiv.org/api/query?id_list=${encodeURIComponent(number)}`, accept: 'application/atom+xml', types: atom }),
};
const arxivAtDataCite: Service = { ...dataCite, request: (number) => dataCite.request(`10.48550/arXiv.${number}`) };

/** The services for each kind of identifier, in the order in which they are asked until one knows the work. */
export const services: { readonly [K in IdentifierKind]: readonly Service[] } = {
  doi: [crossref, dataCite, doiOrg, openAlex],
  isbn: [openLibrary, crossrefBooks],
  arxiv: [arxiv, arxivAtDataCite],
};

/** The names of all services, for whoever is asked to allow it. */
export const serviceNames: readonly string[] = [...new Set(Object.values(services).flat().map(({ name }) => name))];

/** The only hosts that are ever spoken to: those of the services, and those that doi.org sends on to. */
export const lookupHosts: ReadonlySet<string> = new Set([
  'api.crossref.org', 'api.datacite.org', 'doi.org', 'api.openalex.org', 'openlibrary.org', 'export.arxiv.org',
  'data.crossref.org', 'data.crosscite.org', 'data.datacite.org', 'data.medra.org',
]);

/** Who is asked about an identifier. */
export const servicesFor = ({ kind }: Identifier): readonly Service[] => services[kind];
