/** Indexes of literature. */
import type { Profile } from '../profile/profile';

/** The kinds that Google Scholar puts before a title, in the languages of its pages. */
const kinds = 'PDF|HTML|BOOK|B|CITATION|C|DOC|КНИГА|ЦИТИРОВАНИЕ|LIBRO|CITAS|BUCH|ZITATION|LIVRE|LIVRO|CITAÇÃO|KİTAP|ALINTI|CITAZIONE|图书|引用';
const marks = `(?:\\[(?:${kinds})\\] ?){0,2}`;
const source = '^(?:[^–—]{3,160}? [-–—] (?:.{1,200}, )?(?:1[89]|20)\\d\\d(?: [-–—] .{2,80})?|\\p{Lu}{1,4} \\p{L}[^–—]{1,150}? [-–—] [\\w-]{1,40}(?:\\.[\\w-]{2,30}){1,4})$';

/** Places as Russian references write them before a publisher. */
const places = '(?:М|Л|СПб|К|Мн|Алматы|Астана|Москва|Санкт-Петербург|Ленинград|Киев|Минск|Казань|Екатеринбург|Новосибирск|Ташкент|Бишкек|Ростов н/Д|Саратов|Томск)\\.? ?';
const placed = `(?<place>${places}): ?`;
const nowhere = `${places}: ?`;

/** A publisher, told by a word of its name. */
const house = '(?:\\p{Lu}[^.…:\\d]{0,60})?(?:Press|Verlag|Books|Publish\\p{Ll}{2,4}|[ÉE]ditions?|Ediciones|Editorial|Yayın\\p{Ll}{0,6}|Издательство|Routledge|Macmillan)(?!\\p{L})[^.…:\\d]{0,30}';

/** The fields of study that Semantic Scholar gives works, one or more on a line. */
const field = '(?:Political Science|Law|Economics|Sociology|History|Philosophy|Geography|Business|Psychology|Education|Computer Science|Medicine|Environmental Science|Art|Linguistics|Engineering|Mathematics|Physics|Biology|Chemistry|Materials Science|Geology|Agricultural [Aa]nd Food Sciences)';
const fieldsOfStudy = `^${field}(?:, ${field}){0,9}$`;
const datedDay = '^(?:\\d{1,2} )?(?:\\p{L}{3,9} )?(?:19|20)\\d\\d$';

export const indexes: readonly Profile[] = [
  {
    id: 'scholar-cite',
    fingerprints: [
      { re: '^[ \\t]{0,40}MLA(?:[\\t ]|$)', w: 2 }, { re: '^[ \\t]{0,40}APA(?:[\\t ]|$)', w: 2 }, { re: '^[ \\t]{0,40}Chicago(?:[\\t ]|$)', w: 2 }, { re: '^[ \\t]{0,40}Harvard(?:[\\t ]|$)', w: 2 },
      { re: '^[ \\t]{0,40}Vancouver(?:[\\t ]|$)', w: 2 }, { re: '^[ \\t]{0,40}BibTeX\\s{0,4}EndNote\\s{0,4}RefMan\\s{0,4}RefWorks', w: 4 },
    ],
    recordStart: '^MLA(?:\\t| |$)', type: 'book', types: [{ re: '["“].{3,400}["”] In |(?:^| )In .{3,200}, pp\\.', type: 'chapter' }, { re: '(?:dissertation|PhD diss|Doctoral)', type: 'thesis' }, { re: '["“][^"”]{3,400}["”] \\p{L}', type: 'article-journal' }],
    noise: ['^(?:BibTeX.{0,600}|EndNote|RefMan|RefWorks|Cite|Cancel|MLA|APA|Chicago|Harvard|Vancouver)$'],
    fields: [
      { to: 'issued', take: 'match', pattern: '[.;] (?<value>\\d{4} \\p{L}{3} \\d{1,2})(?:;|\\.?$)' }, { to: 'issued', take: 'match', pattern: '\\. (?<value>\\d{4} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?:;|\\.?$)' },
      { to: '*', take: 'match', pattern: '["“](?<title>[^"”]{3,400}?)[.,]?["”] (?<container>\\p{L}[^\\d"“]{2,150}?),? (?<volume>\\d{1,4}), no\\. (?<issue>[\\w–-]{1,9}) \\((?<year>\\d{4})\\)(?:: (?<page>[\\w–-]{1,15}))?' },
      { to: '*', take: 'match', pattern: '["“](?<title>[^"”]{3,400}?)[.,]?["”] (?<container>\\p{L}[^\\d"“]{2,150}?),? (?<volume>\\d{1,4})(?:\\.(?<issue>[\\w–-]{1,9}))? \\((?:\\p{L}{3,9} )?(?<year>\\d{4})\\)(?:: (?<page>[\\w–-]{1,15}))?' },
      { to: '*', take: 'match', pattern: '\\(\\d{4}\\)\\. (?<title>[^.]{3,400}[.?!]) (?<container>[^,\\d]{3,150}), (?<volume>\\d{1,4})(?:\\((?<issue>[\\w–-]{1,9})\\))?, (?<page>[\\w–-]{1,15})' },
      { to: '*', take: 'match', pattern: '["“](?<title>[^"”]{3,400}?)[.,]?["”] In (?<container>[^,]{3,200}), pp\\. (?<page>[\\d–-]{1,15})\\. (?<publisher>[^,]{2,90}), (?<year>\\d{4})' },
      { to: '*', take: 'match', pattern: '["“](?<title>[^"”]{3,400}?)[.,]?["”] (?<container>\\p{L}[^\\d"“(]{2,150}?) \\((?<year>\\d{4})\\)' },
      { to: '*', take: 'match', pattern: '^(?:(?:MLA|Chicago)\\s{1,4})?(?<author>\\p{Lu}[\\p{L}’\' -]{1,40}, \\p{Lu}[^."“(]{1,160})\\. (?<title>[^."“]{3,300})\\. (?<publisher>\\p{Lu}[^,."“\\d]{2,90}), (?<year>\\d{4})\\.$', as: 'names, first inverted' },
      { to: 'author', take: 'match', pattern: '^(?:Chicago\\s{1,4})?(?<value>\\p{Lu}[^"“()]{2,600}?)\\.? ["“](?!.{0,600}et al)', after: '^Chicago(?:\\s|$)', as: 'names, first inverted' },
      { to: 'author', take: 'match', pattern: '^Chicago\\s{1,4}(?<value>\\p{Lu}[^"“()]{2,600}?)\\.? ["“]', as: 'names, first inverted' },
      { to: 'author', take: 'match', pattern: '^(?:MLA\\s{1,4})?(?<value>\\p{Lu}[^"“()]{2,600}?)\\.? ["“]', as: 'names, first inverted' },
      { to: 'author', take: 'match', pattern: '^(?:APA\\s{1,4})?(?<value>\\p{Lu}[^"“()]{2,600}?) \\(\\d{4}\\)\\.', sure: 0.85 },
      { to: 'issued', take: 'match', pattern: '\\((?<value>\\d{4})\\)' },
      { to: '*', take: 'match', pattern: '^(?:APA\\s{1,4})?\\p{Lu}[^"“()]{2,600}? \\(\\d{4}\\)\\. (?<title>[^."“]{3,400})(?: \\(Vol\\. \\d{1,4}\\))?\\. (?<publisher>\\p{Lu}[^.\\d]{2,90})\\.$' },
    ],
  },
  {
    id: 'scholar-results',
    fingerprints: [
      { re: '^[ \\t]{0,40}(?:☆ ?)?(?:Save|Сохранить|Guardar|Speichern|Enregistrer|Kaydet|Salvar|Salva|保存) (?:❞ ?|” ?|99 ?)?(?:Cite|Цитировать|Citar|Zitieren|Citer|Alıntı yap|Cita|引用)(?: |$)', w: 4 },
      { re: '(?:Cited by|Цитируется:|Citado por|Zitiert von:|Cité|Alıntılanma sayısı:|Citato da|被引用次数：) ?\\d{1,7}', w: 4 }, { re: 'Related articles(?: All \\d{1,4} versions| ?[»›]{0,2}[ \\t]{0,40}$)', w: 2 },
      { re: `^[ \\t]{0,40}\\[(?:${kinds})\\]`, w: 2 }, { re: '^[^\\n–—]{3,160}? [-–—] [^\\n]{1,200}(?:1[89]|20)\\d\\d [-–—] [^\\n]{2,80}$', w: 2 },
    ],
    recordStart: source, above: 1, head: true, type: 'document',
    types: [{ re: '^(?:\\[(?:BOOK|B|КНИГА|LIBRO|BUCH|LIVRE|LIVRO|KİTAP|图书)\\] ?)', type: 'book' }, { re: `^[^–—]{3,160}? [-–—] ${nowhere}`, type: 'book' }, { re: `^[^–—]{3,160}? [-–—] (?:1[89]|20)\\d\\d [-–—] ${house}$`, type: 'book' }, { re: '^[^–—]{3,160}? [-–—] (?:arXiv|.{0,40}preprint)', type: 'article' }, { re: '^[^–—]{3,160}? [-–—] (?:Proceedings|.{0,60}Conference)', type: 'paper-conference' }, { re: '^[^–—]{3,160}? [-–—] .{2,200}, (?:1[89]|20)\\d\\d(?: [-–—]|$)', type: 'article-journal' }],
    noise: ['^\\[(?:PDF|HTML|DOC)\\] [\\w-]{1,40}(?:\\.[\\w-]{1,30}){1,5}$', '^(?:☆ ?)?(?:Save|Сохранить|Guardar|Speichern|Enregistrer|Kaydet|Salvar|Salva|保存) .{0,600}(?:Cite|Цитировать|Citar|Zitieren|Citer|Alıntı|Cita|引用)', '^About [\\d,.]{1,12} results', '^(?:Any time|Since \\d{4}|Sort by .{0,600}|Articles|Create alert|Review articles|Custom range.{0,600}|include .{0,600}|Full View)$'],
    fields: [
      { to: 'title', take: 'line', before: source, pattern: `^${marks}(?<value>.{3,400})$`, sure: 0.9 },
      { to: '*', take: 'match', pattern: `^(?<author>[^–—]{3,160}?) [-–—] ${placed}(?<publisher>[^:,]{2,90}), (?<year>(?:1[89]|20)\\d\\d)(?: [-–—] .{2,80})?$`, as: 'names by initials' },
      { to: '*', take: 'match', pattern: `^(?<author>[^–—]{3,160}?) [-–—] (?!${nowhere})(?:(?<container>.{1,200}), )?(?<year>(?:1[89]|20)\\d\\d)(?: [-–—] .{2,80})?$`, as: 'names by initials' },
      { to: 'publisher', take: 'match', pattern: `^[^–—]{3,160}? [-–—] (?:1[89]|20)\\d\\d [-–—] (?<value>${house})$`, sure: 0.85 },
      { to: 'author', take: 'match', pattern: '^(?<value>\\p{Lu}{1,4} \\p{L}[^–—]{1,150}?) [-–—] [\\w-]{1,40}(?:\\.[\\w-]{2,30}){1,4}$', as: 'names by initials' },
      { to: 'custom.snippet', take: 'line', after: source },
    ],
  },
  {
    id: 'semantic-scholar-results',
    fingerprints: [{ re: `^[ \\t]{0,40}[A-Z][A-Za-z, ]{3,80} · (?:[^·\\n]{2,120} · )?(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}[ \\t]{0,40}$`, w: 5 }, { re: '^[ \\t]{0,40}Alert[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}Save[ \\t]{0,40}\\n[ \\t]{0,40}Alert[ \\t]{0,40}\\n[ \\t]{0,40}Cite[ \\t]{0,40}$', w: 5 }, { re: '^[ \\t]{0,40}(?:Save|Library)[ \\t]{0,40}\\n[ \\t]{0,40}Alert[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}Search [\\d,.]{3,14} papers', w: 3 }, { re: '^[ \\t]{0,40}(?:TLDR|Highly Influenced)', w: 2 }, { re: '^[ \\t]{0,40}Corpus ID', w: -6 }],
    recordStart: '^[A-Z][A-Za-z, ]{3,80} · (?:[^·]{2,120} · )?(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}$', above: 2, otherStart: { recordStart: fieldsOfStudy, above: 2 }, commasAlone: true, head: true, type: 'article-journal', types: [{ re: ' · ArXiv(?: preprint)? · ', type: 'article' }, { re: '^ArXiv(?:\\.org)?$', type: 'article', field: 'container-title' }, { re: '(?:^|\\P{L})(?:Conference|Congress|Workshop|Symposium|Proceedings|Annual Meeting|Tagung|Congreso|Congresso|Colloque|Конференция)(?!\\p{L})', type: 'paper-conference', field: 'container-title' }, { re: '^$', type: 'document', field: 'container-title' }],
    noise: ['^(?:Semantic Scholar(?:.s Logo)?|Search(?: [\\d,.]{3,14} papers.{0,60})?|Create Free Account|Sign In|Sort by .{0,60}|What Is Semantic Scholar\\?|Stay Connected .{0,60}|(?!(?:19|20)\\d\\d$)\\d{1,6}|(?:\\[?PDF\\]?)? ?(?:Semantic Reader)?|Save|Alert|Cite|Highly Influenced|View on .{2,60}|View via .{2,60}|Expand|Collapse|Fields of Study|Date Range|Has PDF|Sort by .{0,30}|Author|Journals & Conferences|About [\\d,.]{1,14} results.{0,200}|\\d{1,4} Excerpts?.{0,30}|Show More.{0,30})$'],
    fields: [
      { to: 'author', take: 'line', before: fieldsOfStudy }, { to: 'title', take: 'line', before: fieldsOfStudy, nth: 1 }, { to: 'issued', take: 'line', after: fieldsOfStudy, pattern: datedDay, until: '^TLDR' }, { to: 'container-title', take: 'line', after: fieldsOfStudy, pattern: `^(?!\\d)\\p{Lu}.{2,120}$`, skip: datedDay, until: '^TLDR|' + datedDay, sure: 0.85 },
      { to: '*', take: 'match', pattern: '^[A-Z][A-Za-z, ]{3,80} · (?:(?<container>[^·]{2,120}) · )?(?<date>(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4})$' },
      { to: 'author', take: 'line', before: '^[A-Z][A-Za-z, ]{3,80} · (?:[^·]{2,120} · )?(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}$' }, { to: 'title', take: 'line', before: '^[A-Z][A-Za-z, ]{3,80} · (?:[^·]{2,120} · )?(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}$', nth: 1 },
      { to: 'abstract', take: 'line', after: ' · (?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}$', until: '^TLDR', pattern: '^(?<value>.{60,9000}?) ?(?:Expand|Collapse)$', sure: 0.8 },
    ],
  },
  {
    id: 'semantic-scholar',
    fingerprints: [{ re: '^[ \\t]{0,40}Corpus ID: ?\\d', w: 5 }, { re: '^[ \\t]{0,40}(?:DOI:10\\.|TLDR)', w: 3 }, { re: '^[ \\t]{0,40}(?:Save to Library|Create Alert|Semantic Reader)', w: 2 }],
    recordStart: '^(?:DOI:10\\.|Corpus ID: ?\\d)', above: 1, notBelow: '^DOI:10\\.', type: 'article-journal', types: [{ re: 'Published in arXiv', type: 'article' }, { re: 'Published in (?:.{0,60}Conference|Proceedings)', type: 'paper-conference' }],
    noise: ['^(?:Highly Influential Citations?|Background Citations?|Methods Citations?|Results Citations?|View Paper|View on .{0,600}|View via .{0,600}|Expand|Collapse|Alert|Search|Sign In|Semantic Scholar(?:.s Logo)?|Create Free Account|Search [\\d,.]{3,14} papers.{0,600}|Figures from this paper|\\d{1,6} (?:Citations|References))$', '^\\d{1,4} Excerpts?'],
    fields: [
      { to: 'DOI', take: 'match', pattern: '^DOI: ?(?<value>10\\.\\S{5,200})' },
      { to: 'title', take: 'line', before: '^(?:DOI: ?10\\.|Corpus ID: ?\\d)', sure: 0.9 },
      { to: 'title', take: 'line', after: '^Corpus ID: ?\\d', until: '^Published|Published(?: in)? .{0,120}\\d{4}', sure: 0.85 },
      { to: '*', take: 'match', after: '^Corpus ID', pattern: '^(?:(?<author>\\p{Lu}[^:]{2,400}?) ?(?:, )?)?(?:Published|Published online) in (?<container>.{2,160}?) (?<date>(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4})(?: ?[·•].{0,600})?$' },
      { to: '*', take: 'match', after: '^Corpus ID', pattern: '^(?:(?<author>\\p{Lu}[^:]{2,400}?) ?(?:, )?)?Published (?<date>(?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4})(?: ?[·•].{0,600})?$' },
      { to: 'container-title', take: 'line', after: '^Published in .{2,160}(?:…|\\.{3}) (?:\\d{1,2} )?(?:\\p{L}{3,9} )?\\d{4}', skip: fieldsOfStudy, pattern: '^\\p{Lu}[^.!?…]{4,140}$', until: '^(?:TLDR|Abstract|View |.{150,9000})', sure: 0.85 },
      { to: 'container-title', take: 'match', pattern: '^Published in (?<value>.{2,160})$', after: '^Corpus ID' },
      { to: 'author', take: 'line', after: '^Corpus ID', until: 'Published' }, { to: 'author', take: 'line', after: '^Corpus ID', until: 'Published', nth: 1 },
      { to: 'container-title', take: 'line', after: '^Published(?: \\p{L}{3,9})? \\d{4}$', pattern: '^\\p{Lu}[^.!?]{4,90}$', nth: 1, until: '^(?:TLDR|Abstract|.{90,9000})', sure: 0.7 },
      { to: 'abstract', take: 'line', after: '^Corpus ID', until: '^TLDR', pattern: '^(?<value>.{120,9000}?)(?: ?(?:Expand|Collapse))?$', sure: 0.8 },
      { to: 'abstract', take: 'line', after: '^TLDR', pattern: '^(?<value>.{120,9000}?) ?Collapse$', sure: 0.8 },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^TLDR' },
      { to: 'abstract', take: 'block', after: '(?:^|\\p{Ll}|[·•] )Published ', until: '^TLDR', skip: '^(?:[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2})(?:, [A-Z][a-z ]{2,30}){0,4}$|^\\d{4}$', sure: 0.8 },
    ],
  },
  {
    id: 'ebsco',
    fingerprints: [{ re: '^Source: [^\\n]{3,200}\\. [\\p{L}/]{0,12}\\d{0,2}/?\\d{4}, Vol\\. \\S{1,9} Issue ', w: 9 }, { re: '^Accession Number: ', w: 3 }, { re: '\\[ABSTRACT FROM AUTHOR\\]', w: 3 }],
    recordStart: '^Title: ', type: 'article-journal', noise: ['^(?:Database|Accession Number|Document Type|Subject Terms|Copyright of) ?:? .{0,600}$'],
    fields: [
      { to: 'title', take: 'label', label: 'Title' }, { to: 'author', take: 'label', label: 'Authors?' },
      { to: '*', take: 'match', pattern: '^Source: (?<container>.{3,200}?)\\. (?<date>[\\p{L}/]{0,12}\\d{4}), Vol\\. (?<volume>[^ ,]{1,9}),? Issue (?<issue>[^ ,]{1,9})(?:, p(?<page>[\\d–-]{1,15}))?' },
      { to: 'DOI', take: 'label', label: 'DOI' }, { to: 'ISSN', take: 'label', label: 'ISSN' }, { to: 'keyword', take: 'match', pattern: '^Author-Supplied Keywords: ?(?<value>.{3,600})$' },
      { to: 'abstract', take: 'match', pattern: '^Abstract: ?(?<value>.{40,9000})$' },
    ],
  },
  {
    id: 'proquest',
    fingerprints: [{ re: '^ProQuest document ID: ?\\d', w: 9 }, { re: '^Publication title: ', w: 2 }, { re: '^Source type: ', w: 1 }],
    recordStart: '^Author: ', above: 1, otherStart: { recordStart: '^Title: ', above: 0 }, head: true, type: 'article-journal',
    types: [{ re: '^(?:Document type: Dissertation|University/institution: )', type: 'thesis' }, { re: '^Source type: Newspapers', type: 'article-newspaper' }, { re: '^Source type: Magazines', type: 'article-magazine' }], noise: ['^_{5,90}$', '^(?:Database|Last updated|Copyright|Document URL): .{0,600}$'],
    fields: [
      { to: 'title', take: 'label', label: 'Title' }, { to: 'title', take: 'line', before: '^Author: ' }, { to: 'author', take: 'match', pattern: '^Author: ?(?<value>.{3,600})$' },
      { to: 'container-title', take: 'label', label: 'Publication title' }, { to: 'volume', take: 'label', label: 'Volume' }, { to: 'issue', take: 'label', label: 'Issue' }, { to: 'page', take: 'label', label: 'Pages' },
      { to: 'issued', take: 'label', label: 'Publication date' }, { to: 'issued', take: 'label', label: 'Publication year' }, { to: 'DOI', take: 'match', pattern: '^DOI: ?(?<value>\\S{7,200})$' },
      { to: 'publisher', take: 'label', label: 'University/institution' }, { to: 'publisher', take: 'label', label: 'Publisher' }, { to: 'publisher-place', take: 'label', label: 'Place of publication' }, { to: 'ISSN', take: 'label', label: 'ISSN' },
      { to: 'abstract', take: 'block', label: 'Abstract(?: \\((?:summary|English)\\))?', until: '^(?:Copyright|Last updated|Database|Full text|Subject|Location|Links|Title|Author|Publication [a-z]{3,8}): ?' },
    ],
  },
  {
    id: 'proquest-results',
    fingerprints: [{ re: '; \\p{Lu}[^\\n;]{1,60} Vol\\. \\d{1,4}(?:, Iss\\. [^\\n,]{1,12})?, {1,2}\\([^\\n)]{0,20}\\d{4}\\): [\\d–,-]{1,15}\\.[ \\t]{0,9}$', w: 9 }],
    recordStart: '; \\p{Lu}[^;]{1,60} Vol\\. \\d{1,4}(?:, Iss\\. [^,]{1,12})?, {1,2}\\([^)]{0,20}\\d{4}\\): [\\d–,-]{1,15}\\.$', above: 1, head: true, type: 'article-journal',
    noise: ['^(?:\\d{1,6}|(?:Full|Citation|Abstract|Preview)[ /](?:[Tt]ext|Abstract|Details|- PDF).{0,40}|Abstract/Details|Cited by \\(\\d{1,6}\\)|References \\(\\d{1,6}\\)|Scholarly Journal|Select result item|Get full text|Peer reviewed)$'],
    fields: [
      { to: 'title', take: 'line', before: '; \\p{Lu}[^;]{1,60} Vol\\. \\d{1,4}(?:, Iss\\. [^,]{1,12})?, {1,2}\\(', sure: 0.9 },
      { to: '*', take: 'match', pattern: '^(?<author>\\p{Lu}[^.]{2,300}(?: \\p{Lu}\\.){0,3}(?:; \\p{Lu}[^.]{2,60}(?: \\p{Lu}\\.){0,3}){0,20}?)\\.? (?<container>\\p{Lu}[^.;]{2,160}); \\p{Lu}[^;]{1,60} Vol\\. (?<volume>\\d{1,4})(?:, Iss\\. (?<issue>[^,]{1,12}))?, {1,2}\\((?:(?:Spring|Summer|Fall|Autumn|Winter) )?(?<date>[^)]{0,20}\\d{4})\\): (?<page>[\\d–,-]{1,15})\\.$', as: 'names, all inverted' },
    ],
  },
  {
    id: 'pubmed-text',
    fingerprints: [{ re: '^\\d{1,5}\\. \\p{Lu}[^\\n]{2,90}\\. \\d{4}[^\\n;]{0,14};\\d{1,4}[(:]', w: 7 }, { re: '^PMID: \\d', w: 3 }, { re: '^Author information:', w: 1 }],
    recordStart: '^\\d{1,5}\\. \\p{Lu}.{2,90}\\. \\d{4}[^;]{0,14};\\d{1,4}[(:]', head: true, type: 'article-journal',
    fields: [
      { to: '*', take: 'match', pattern: '^\\d{1,5}\\. (?<container>\\p{Lu}.{2,90}?)\\. (?<date>\\d{4}(?: \\p{L}{3})?(?: \\d{1,2})?)[^;]{0,8};(?<volume>\\d{1,4})(?:\\((?<issue>[^)]{1,12})\\))?(?::(?<page>[\\w-]{1,15}))?\\.' },
      { to: '*', take: 'joined', pattern: '^\\d{1,5}\\. [^;]{8,120};[^.]{1,40}\\.(?: doi: 10\\.\\S{3,100}?\\.)?(?: (?:Epub|eCollection|Print|Online ahead of print)[^.]{0,20}\\.){0,2} (?<title>\\p{Lu}.{5,400}?)(?:\\.|(?<=[?!])) (?<author>(?:[\\p{L}’\'-]{1,30} ){1,3}\\p{Lu}{1,3}(?:\\(\\d{1,2}\\)){0,9}(?:, (?:[\\p{L}’\'-]{1,30} ){1,3}\\p{Lu}{1,3}(?:\\(\\d{1,2}\\)){0,9}){0,60})\\. ', as: 'names by initials' },
      { to: 'abstract', take: 'lines', after: '^Author information:?$', skip: '^\\(\\d{1,2}\\)', until: '^(?:DOI|PMID|PMCID|Conflict of [Ii]nterest)|^(?:©|Copyright)', as: 'abstract' },
      { to: 'DOI', take: 'match', pattern: '^DOI: ?(?<value>10\\.\\S{3,200})' }, { to: 'PMID', take: 'match', pattern: '^PMID: ?(?<value>\\d{4,9})' }, { to: 'PMCID', take: 'match', pattern: '^PMCID: ?(?<value>PMC\\d{4,9})' },
    ],
  },
  {
    id: 'cyberleninka-results',
    fingerprints: [{ re: '^[ \\t]*(?:19|20)\\d\\d / \\p{Lu}\\p{L}[^\\n/]{3,300}$', w: 8 }, { re: '^[ \\t]{0,40}(?:Научная статья на тему|Аннотация научной статьи|Похожие темы|Текст научной работы)|Текст научной статьи по специальности', w: -9 }],
    recordStart: '^(?:19|20)\\d\\d / \\p{Lu}\\p{L}[^/]{3,300}$', above: 1, head: true, type: 'article-journal', noise: ['^(?:ВАК|RSCI|РИНЦ|Scopus|ESCI|Web of Science|CC BY[\\w -]{0,12}|Область наук|WOS)(?:$| )'],
    fields: [
      { to: 'title', take: 'line', before: '^(?:19|20)\\d\\d / \\p{Lu}', sure: 0.9 }, { to: '*', take: 'match', pattern: '^(?<year>(?:19|20)\\d\\d) / (?<author>\\p{Lu}.{3,300})$' },
      { to: 'container-title', take: 'line', after: '(?:\\.\\.\\.|…)$', pattern: '^\\p{Lu}.{2,150}$', sure: 0.8 },
    ],
  },
  {
    id: 'booksci-listing',
    fingerprints: [{ re: '^[^\\n]{0,60}Pub Date ?: ?\\d{4}-\\d\\d-\\d\\d ?DOI ?: ?10\\.', w: 6 }],
    recordStart: 'Pub Date ?: ?\\d{4}-\\d\\d-\\d\\d', above: 1, type: 'article-journal', noise: ['^(?:引用次数.{0,600}|查看原文|点击查看|IF:? ?(?:\\d|N/?A|-).{0,600}|\\d区 .{0,30}|Q[1-4] .{0,60}|\\d{1,5}|共 ?\\d{1,6} ?条|上一页 .{0,60}|英文 中文|首页 .{0,60}|登录 .{0,30}|.{2,160}最新文献|Book学术.{0,40})$'],
    fields: [
      { to: 'title', take: 'line', before: 'Pub Date ?: ?\\d', sure: 0.9 },
      { to: 'container-title', take: 'match', pattern: '^(?<value>\\p{L}[^:]{2,160}?) ?Pub Date ?: ?\\d{4}' },
      { to: '*', take: 'match', pattern: 'Pub Date ?: ?(?<date>\\d{4}-\\d\\d-\\d\\d) ?DOI ?: ?(?<doi>10\\.\\d{4,9}/[^\\s]{2,200})' },
      { to: 'author', take: 'line', after: 'Pub Date ?: ?\\d', sure: 0.85 },
      { to: 'abstract', take: 'block', label: 'Abstract|摘要' }, { to: 'abstract', take: 'block', after: 'Pub Date ?: ?\\d', afterLines: 1, sure: 0.8 },
    ],
  },
  {
    id: 'scholar-profile',
    fingerprints: [{ re: '^[ \\t]{0,40}(?:TITLE|Title)\\s{1,4}(?:CITED BY|Cited by)\\s{1,4}(?:YEAR|Year)', w: 6 }, { re: '^\\d{1,6}\\*?[\\t ]{1,4}(?:19|20)\\d\\d[ \\t]{0,40}$', w: 3 }, { re: '\\t(?<=^[^\\n]{5,200}\\t)\\d{1,6}\\*?\\t(?:19|20)\\d\\d[ \\t]{0,40}$', w: 4 }, { re: '^[ \\t]{0,40}(?:Cited byCited by|YearYear|Articles\\tCited by)', w: 3 }],
    recordStart: '^(?:\\d{1,6}\\*?\\s{1,4})?(?:19|20)\\d\\d$', otherStart: { recordStart: '\\s(?:\\d{1,6}\\*?\\s{1,4})?(?:19|20)\\d\\d$', above: 2 }, above: 3, head: true, type: 'article-journal', noise: ['^(?:TITLE|Title)(?:\\s.{0,600})?$', '^(?:Articles)?\\s?(?:Cited by)\\s?(?:Public access)?(?:\\s?Co-authors)?$', '^\\d{1,3}\\*?$', '^(?:(?:Cited by|CITED BY){1,2}|(?:Year|YEAR){1,2}|Sort.{0,600}|Articles\\s.{0,600}|Articles \\d.{0,600}|Show more)$'],
    types: [{ re: '^(?!.{0,600}\\d.{0,600}, ).{0,80}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan)(?:,? (?:19|20)\\d\\d)?(?:\\s\\d{1,6}\\*?)?(?:\\s{1,4}(?:19|20)\\d\\d)?$', type: 'book' }, { re: '^(?:Proceedings|.{0,60}Conference)', type: 'paper-conference' }],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<publisher>\\p{L}[^,\\d]{0,80}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan)|Routledge|Macmillan)(?:, (?:19|20)\\d\\d)?(?:\\s\\d{1,6}\\*?)?(?:\\s{1,4}(?<year>(?:19|20)\\d\\d))?$' },
      { to: '*', take: 'match', pattern: '^(?<container>\\p{L}.{3,150}?) (?<volume>\\d{1,4})(?: \\((?<issue>[\\w–-]{1,9})\\))?(?:, (?<page>[\\d–-]{1,15}))?, (?<year>(?:19|20)\\d\\d)(?:\\s{1,4}\\d{1,6}\\*?)?(?:\\s{1,4}(?:19|20)\\d\\d)?$' },
      { to: '*', take: 'match', pattern: '^(?!.{0,90}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan),)(?<container>\\p{L}.{3,150}?) (?<volume>\\d{1,4})(?: \\((?<issue>[\\w–-]{1,9})\\))?(?:, (?<page>[\\d–-]{1,15}))?(?:\\s\\d{1,6}\\*?)?\\s{1,4}(?<year>(?:19|20)\\d\\d)$' },
      { to: '*', take: 'match', pattern: '^(?<container>\\p{L}.{3,150}?) (?<volume>\\d{1,4})(?: \\((?<issue>[\\w–-]{1,9})\\))?, (?<page>\\d{1,5}[–-]\\d{1,5})$' },
      { to: '*', take: 'match', pattern: '^(?<container>.{3,150}?) (?<volume>\\d{1,4})(?: \\((?<issue>[\\w-]{1,9})\\))?(?:, (?<page>[\\d–-]{1,15}))?, (?<year>(?:19|20)\\d\\d)$' }, { to: '*', take: 'match', pattern: '^(?<container>\\p{L}.{3,150}?), (?<year>(?:19|20)\\d\\d)$' },
      { to: 'title', take: 'line', sure: 0.9 }, { to: 'author', take: 'line', nth: 1, as: 'names by initials' }, { to: 'issued', take: 'match', pattern: '(?<value>(?:19|20)\\d\\d)$' },
    ],
  },
];
