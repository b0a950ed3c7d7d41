/** Sites, digests and covers that gather the works of many publishers. */
import type { Profile } from '../profile/profile';
import { underLabels } from './articleRules';

const worldcatLabels = '^(?:Print [Bb]ook|eBook|E[Bb]ook|Thesis|Publisher|Series|Summary|Edition|Physical Description|ISBN|OCLC|Genre|Subjects?|Notes?|Contents)(?:[:, ]|$)';

export const aggregators: readonly Profile[] = [
  {
    id: 'journaltocs',
    fingerprints: [{ re: '^[ \\t]{0,40}Free pre-print version: ', w: 5 }, { re: '^[ \\t]{0,40}PubDate: ?\\d{4}-\\d\\d-\\d\\dT', w: 5 }, { re: '^[ \\t]{0,40}Rate this result:', w: 3 }, { re: ', Ahead of Print\\. ', w: 2 }],
    recordStart: '^[-–•] {0,4}\\p{L}', type: 'article-journal', noise: ['^(?:What is this\\?|Free pre-print version:.{0,600}|Rate this result:.{0,600}|Please help us test.{0,600})$'],
    fields: [
      { to: 'title', take: 'lines', until: '^(?:Free pre-print version|Authors?:|Abstract:)', pattern: '^(?:[-–•] {0,4})?(?<value>.{2,300}?) ?-?$', sure: 0.9 }, { to: 'author', take: 'match', pattern: '^Authors?: ?(?<value>.{3,600})$' },
      { to: 'abstract', take: 'block', after: '^Abstract: ?[^.]{3,120}, (?:Ahead of Print|Volume [^.]{1,60})\\.$', until: '^(?:Citation|PubDate|DOI):' },
      { to: 'abstract', take: 'match', pattern: '^Abstract: ?(?:[^.]{3,120}, (?:Ahead of Print|Volume [^.]{1,60})\\. ?(?:<br ?/?>)? ?)?(?<value>.{40,9000})$' }, { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Citation|PubDate|DOI):' },
      { to: 'container-title', take: 'match', pattern: '^Citation: ?(?<value>[^,;]{3,160})' }, { to: 'issued', take: 'match', pattern: '^PubDate: ?(?<value>\\d{4}-\\d\\d-\\d\\d)' },
      { to: 'issue', take: 'match', pattern: '^Issue No: Vol\\. (?<volume>\\d{1,4})(?:, No\\. (?<value>[\\w-]{1,9}))?' }, ...underLabels,
    ],
  },
  {
    id: 'metatoc',
    fingerprints: [{ re: '^[ \\t]{0,40}\\p{L}{3,9} \\d{1,2}, \\d{4} {0,5}doi: ?10\\.\\S{3,200}(?: open full text)?', w: 6 }, { re: 'open full text[ \\t]{0,40}$', w: 3 }, { re: '\\. (?=\\p{L}{3,9} \\d)(?<=^[^\\n]{3,120}\\. )\\p{L}{3,9} \\d{1,2}, \\d{4}[ \\t]{0,40}$', w: 2 }],
    recordStart: '^• ?\\p{L}', head: true, type: 'article-journal',
    fields: [
      { to: 'title', take: 'match', pattern: '^• ?(?<value>.{3,400}?)\\.?$', sure: 0.9 }, { to: 'author', take: 'line', after: '^• ' },
      { to: '*', take: 'match', pattern: '^(?<container>.{3,150})\\. (?<date>\\p{L}{3,9} \\d{1,2}, \\d{4})$' }, { to: 'DOI', take: 'match', pattern: 'doi: ?(?<value>10\\.\\S{3,200})' },
      { to: 'abstract', take: 'block', after: '\\. \\p{L}{3,9} \\d{1,2}, \\d{4}$', until: '^\\p{L}{3,9} \\d{1,2}, \\d{4} {0,5}doi:', sure: 0.85 },
    ],
  },
  {
    id: 'ouci',
    fingerprints: [{ re: '^[ \\t]{0,40}https?://doi\\.org/\\S{5,200}(?: ·|[ \\t]{0,40}$)', w: 2 }, { re: '(?:^|· ?)[ \\t]{0,40}(?:Видання|Журнал|Journal): [^\\n]{3,150}, \\d{4}, № ?\\d', w: 5 }, { re: 'Open Ukrainian Citation Index|ouci\\.dntb', w: 4 }, { re: '^[ \\t]{0,40}(?:Автори|Authors):', w: 1 }],
    type: 'article-journal', withoutTitle: true, noise: ['^Open Ukrainian Citation Index.{0,600}$'],
    fields: [
      { to: '*', take: 'match', pattern: '(?:Видання|Журнал|Journal): (?<container>.{3,150}?), (?<year>\\d{4})(?:, (?:Том|Volume|vol\\.) (?<volume>\\d{1,4}))?(?:, № ?(?<issue>[\\w()/-]{1,12}))?(?:, (?:с|p|pp)\\. ?(?<page>[\\d–-]{1,15}))?' },
      { to: 'DOI', take: 'match', pattern: '(?<value>https?://doi\\.org/10\\.\\S{5,200})' }, { to: 'title', take: 'line', before: '^https?://doi\\.org/', pattern: '^.{15,9000}$', sure: 0.8 },
      { to: 'author', take: 'label', label: 'Автори|Authors' }, { to: 'publisher', take: 'label', label: 'Видавець|Publisher' }, { to: 'keyword', take: 'label', label: 'Ключові слова|Keywords' },
      { to: 'abstract', take: 'block', label: 'Анотація|Abstract', until: '^(?:Список літератури|List of references|Keywords|Ключові слова)' },
    ],
  },
  {
    id: 'x-mol',
    fingerprints: [{ re: '^[^\\n]{5,400}\\(IF [\\d.]{1,7}\\) ?Pub Date ?: ?\\d{4}-\\d\\d-\\d\\d', w: 6 }],
    recordStart: '\\(IF [\\d.]{1,7}\\) ?Pub Date', type: 'article-journal',
    fields: [
      { to: '*', take: 'match', pattern: '^(?:[-•–] ?)?(?<title>.{5,300}?[\\p{Ll}?!]) (?<container>(?:(?:The |International |European |American |British |Annual )?(?:Journal|Review|Quarterly|Studies|Annals|Bulletin) (?:of|in|on) |(?:World|Comparative|European|American|British|International|Electoral|Political|Public|Foreign|Global) (?:Polit|Stud|Rev|Journ|Opin|Sec|Econ|Admin|Organ|Aff|Behav|Geog|Fin)).{2,90}?) \\(IF [\\d.]{1,7}\\)', sure: 0.6 },
      { to: 'title', take: 'match', pattern: '^(?:[-•–] ?)?(?<value>.{5,400}?) \\(IF', sure: 0.5 }, { to: 'issued', take: 'match', pattern: 'Pub Date ?: ?(?<value>\\d{4}-\\d\\d-\\d\\d)' },
      { to: 'author', take: 'match', pattern: 'Pub Date ?: ?\\d{4}-\\d\\d-\\d\\d,?(?: DOI ?: ?10\\.\\S{4,100})? (?<value>\\p{Lu}.{4,400})$' }, { to: 'author', take: 'line', after: 'Pub Date ?: ?\\d' },
      { to: 'abstract', take: 'line', after: 'Pub Date ?: ?\\d', pattern: '^.{90,9000}$', sure: 0.8 },
    ],
  },
  {
    id: 'weekly-digest',
    fingerprints: [{ re: '^[ \\t]{0,40}Full text[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}Full text[ \\t]{0,40}\\n[^\\n]{90,}\\n+[^\\n]{5,300}\\n(?:\\n{0,2}[^\\n]{5,300}\\n){1,2}[ \\t]{0,40}Full text[ \\t]{0,40}$', w: 4 }, { re: 'Crossref API|new paper\\(s\\)|new papers? in \\d', w: 4 }, { re: '^[ \\t]{0,40}We checked \\d', w: 4 }],
    recordStart: '^Full text$', above: 2, head: true, type: 'article-journal', noise: ['^Full text$'],
    shared: [{ to: 'container-title', take: 'line', pattern: '^\\p{Lu}[\\p{L} &:,-]{4,90}$', skip: '^.{0,90}[?!]$', sure: 0.5 }],
    fields: [
      { to: 'title', take: 'line', before: '^Full text$', nth: 1, sure: 0.85 }, { to: 'author', take: 'line', before: '^Full text$', sure: 0.85 }, { to: 'abstract', take: 'line', after: '^Full text$', pattern: '^.{90,9000}$' },
    ],
  },
  {
    id: 'worldcat',
    fingerprints: [{ re: '^[ \\t]{0,40}OCLC(?: Number| ID)?[:：]?(?: Number)?', w: 4 }, { re: '^[ \\t]{0,40}Physical Description:?', w: 3 }, { re: '^[ \\t]{0,40}(?:Print Book|eBook|Print book),? ', w: 3 }, { re: '^[ \\t]{0,40}WorldCat', w: 3 }, { re: '^[ \\t]{0,40}Summary:', w: 1 }],
    type: 'book', noise: ['^(?:WorldCat.{0,600}|Borrow|Find a copy.{0,600}|Show (?:more|less) information)$'],
    fields: [
      { to: 'title', take: 'line', before: '^(?:Authors?|Editors?):', sure: 0.9 }, { to: 'title', take: 'line', before: '^(?:Print [Bb]ook|eBook)', nth: 1, sure: 0.7 },
      { to: 'author', take: 'label', label: 'Authors?', until: worldcatLabels }, { to: 'editor', take: 'label', label: 'Editors?', until: worldcatLabels },
      { to: '*', take: 'match', pattern: '^(?:(?:Print [Bb]ook|eBook),? )?(?:English,? |Russian,? |German,? |French,? )?(?<year>\\d{4})$' }, { to: '*', take: 'match', pattern: '^(?:Print [Bb]ook|eBook),? .{0,20}?(?<year>\\d{4})' },
      { to: '*', take: 'match', pattern: '^(?:Publisher:? )(?<publisher>[^,]{2,120}), (?<place>[^,\\d]{2,60}(?:, [^,\\d]{2,40})?)(?:, (?<year>\\d{4}))?$' }, { to: '*', take: 'match', after: '^Publisher:?$', until: '^(?!Publisher).{1,40}:$', pattern: '^(?<publisher>[^,]{2,120}), (?<place>[^,\\d]{2,60}(?:, [^,\\d]{2,40})?)(?:, ©?(?<year>\\d{4}))?$' }, { to: 'publisher', take: 'label', label: 'Publisher' },
      { to: 'edition', take: 'label', label: 'Edition' }, { to: 'collection-title', take: 'label', label: 'Series' }, { to: 'ISBN', take: 'match', pattern: '^ISBNs?:? ?(?<value>[\\dX-]{10,17})' }, { to: 'ISBN', take: 'match', after: '^ISBNs?:?$', until: '^OCLC', pattern: '^(?<value>[\\dX-]{10,17})(?:[,; ].{0,600})?$' },
      { to: 'number-of-pages', take: 'match', pattern: '(?:Physical Description:? ?)?(?:[ivxlc]{1,8}, )?(?<value>\\d{2,4}) (?:pages|p\\.)' }, { to: 'abstract', take: 'block', label: 'Summary|Abstract', until: '^(?:Contents|ISBN|OCLC|Physical|Series|Publisher|Edition|Subjects?)' },
    ],
  },
  {
    id: 'ciao',
    fingerprints: [{ re: '^[ \\t]{0,40}• ?Author:', w: 2 }, { re: '^[ \\t]{0,40}• ?Publication Date: ?\\d\\d-\\d{4}', w: 4 }, { re: '^[ \\t]{0,40}• ?Content Type:', w: 4 }, { re: '^[ \\t]{0,40}• ?Institution:', w: 2 }, { re: '^[ \\t]{0,40}• ?Political Geography:', w: 3 }],
    recordStart: '^• ?Authors?:', above: 1, type: 'report', types: [{ re: '^• ?Content Type: ?Journal Article', type: 'article-journal' }, { re: '^• ?Content Type: ?(?:Commentary|Special Report|Video)', type: 'webpage' }],
    fields: [
      { to: 'title', take: 'match', pattern: '^• ?Title: ?(?<value>.{3,400})$' }, { to: 'title', take: 'line', before: '^• ?Authors?:', pattern: '^[^•].{2,400}$', sure: 0.9 }, { to: 'author', take: 'match', pattern: '^• ?Authors?: ?(?<value>.{3,400})$' }, { to: 'issued', take: 'match', pattern: '^• ?Publication Date: ?(?<value>[\\d-]{4,10})' },
      { to: 'publisher', take: 'match', pattern: '^• ?Institution: ?(?<value>.{2,200})$' }, { to: 'genre', take: 'match', pattern: '^• ?Content Type: ?(?<value>.{3,60})$' }, { to: 'container-title', take: 'match', pattern: '^• ?Journal: ?(?<value>.{3,160})$' },
      { to: '*', take: 'match', pattern: '^• ?Volume: ?(?<volume>\\d{1,4})' }, { to: '*', take: 'match', pattern: '^• ?Issue: ?(?<issue>[\\w-]{1,9})' },
      { to: 'abstract', take: 'match', pattern: '^• ?Abstract: ?(?<value>.{40,9000})$' }, { to: 'keyword', take: 'match', pattern: '^• ?Topic: ?(?<value>.{3,300})$' },
    ],
  },
  {
    id: 'pollux',
    fingerprints: [{ re: '^[ \\t]{0,40}(?:Article|Book|Aufsatz|Buch)\\((?:electronic|print|elektronisch|gedruckt)\\)', w: 5 }, { re: '^[ \\t]{0,40}In: [^\\n]{3,200}, (?:Volume|Band|Jahrgang) \\d', w: 3 }, { re: '^[ \\t]{0,40}Abstract(?=\\p{Lu}\\p{Ll})', w: 1 }],
    recordStart: '^(?:Article|Book|Aufsatz|Buch)\\((?:electronic|print|elektronisch|gedruckt)\\)', type: 'article-journal', types: [{ re: '^(?:Book|Buch)\\(', type: 'book' }],
    fields: [
      { to: 'issued', take: 'match', pattern: '^(?:Article|Book|Aufsatz|Buch)\\(\\p{L}{3,14}\\)(?<value>.{4,40})$' }, { to: 'title', take: 'line', after: '^(?:Article|Book|Aufsatz|Buch)\\(', sure: 0.9 },
      { to: '*', take: 'match', pattern: '^In: (?<container>.{3,200}?), (?:Volume|Band|Jahrgang) (?<volume>\\d{1,4})(?:, (?:Issue|Heft) (?<issue>[\\w-]{1,9}))?(?:, (?:p|S)\\. (?<page>[\\d–-]{1,15}))?' },
      { to: 'author', take: 'line', after: '^(?:Article|Book|Aufsatz|Buch)\\(', before: '^In: ' }, { to: 'ISSN', take: 'match', pattern: '^ISSN:? (?<value>\\d{4}-\\d{3}[\\dX])' }, ...underLabels,
    ],
  },
  {
    id: 'researchgate',
    fingerprints: [{ re: '^[ \\t]{0,40}See discussions, stats, and author profiles', w: 6 }, { re: '^[ \\t]{0,40}\\d{1,6} PUBLICATIONS?', w: 3 }, { re: '^[ \\t]{0,40}SEE PROFILE', w: 3 }],
    type: 'document', types: [{ re: '^Article[ \\t]{0,40}(?:in|·)', type: 'article-journal' }, { re: '^Chapter ', type: 'chapter' }, { re: '^(?:Conference Paper) ', type: 'paper-conference' }, { re: '^(?:Book) ', type: 'book' }, { re: '^Thesis ', type: 'thesis' }],
    noise: ['^(?:See discussions.{0,600}|CITATIONS?.{0,600}|READS.{0,600}|\\d{1,9}|[\\d,]{1,9} [\\d,]{1,9}|SEE PROFILE.{0,600}|\\d{1,6} PUBLICATIONS?.{0,600}|\\d{1,3} authors?(?:, including)?:|All content following.{0,600}|The user has requested.{0,600}|Some of the authors.{0,600})$'],
    fields: [
      { to: '*', take: 'match', pattern: '^Article in (?<container>.{3,200}?) · (?<date>\\p{L}{3,9} \\d{4})' }, { to: 'issued', take: 'match', pattern: '^(?:Article|Chapter|Book|Thesis|Conference Paper|Preprint|Technical Report)[^·]{0,200} · (?<value>\\p{L}{3,9} \\d{4})' },
      { to: 'container-title', take: 'match', pattern: '^Chapter · .{0,30}in (?<value>.{3,200})$' }, { to: 'title', take: 'line', before: '^(?:Article|Chapter|Book|Thesis|Conference Paper|Preprint|Technical Report|Data)[^·]{0,200} ·', sure: 0.9 },
      { to: 'DOI', take: 'match', pattern: '^DOI: ?(?<value>10\\.\\S{4,200})' }, { to: 'author', take: 'lines', after: '^\\d{1,3} authors?(?:, including)?:$', until: '^(?:Some of the authors|All content|The user)', as: 'names over affiliations' },
    ],
  },
  {
    id: 'political-science-abstracts',
    fingerprints: [{ re: '^[ \\t]{0,40}\\d{2}\\.\\d{2,5}\\s{1,4}\\p{Lu}[\\p{Lu}’\' -]{2,40}, \\p{Lu}', w: 4 }, { re: '\\[R(?:, abr\\.|ésumé[^\\]]{0,40})?\\]', w: 3 }, { re: '\\d{1,4}(?:\\(\\d{1,3}(?:-\\d{1,3})?\\)), [^:\\n]{4,20} ?:\\s{0,2}\\d{1,5}', w: 3 }],
    recordStart: '^\\d{2}\\.\\d{2,5} {1,4}\\p{Lu}{2}', head: true, type: 'article-journal',
    fields: [
      {
        to: '*', take: 'joined', sure: 0.8,
        pattern: '^\\d{2}\\.\\d{2,5} (?<author>\\p{Lu}[\\p{Lu}’\' -]{1,40}, \\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\.)?(?:, et al\\.)?(?: ?; \\p{Lu}[\\p{Lu}’\' -]{1,40}, \\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\.)?){0,8}) (?:[—–-] ?)?(?<title>\\p{Lu}.{8,400}?)(?:\\.|(?<=[?!])) (?<container>\\p{Lu}[^.\\d]{2,120}?) (?<volume>\\d{1,4})(?:\\((?<issue>[\\d/-]{1,9})\\))?, (?<date>(?:\\p{L}{3,9}\\.? )?\\d{4}) ?: (?<page>\\d{1,5} ?- ?\\d{1,5})\\. ?(?<abstract>.{40,9000})?$',
      },
    ],
  },
];
