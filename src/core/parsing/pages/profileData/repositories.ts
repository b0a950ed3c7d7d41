/** Preprints, working papers and repositories. */
import type { Profile } from '../profile/profile';
import { underLabels } from './articleRules';

const date = '\\d{1,2} \\p{L}{3,9}\\.? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}|\\p{L}{3,9} \\d{4}|\\d{4}-\\d\\d(?:-\\d\\d)?';

const oneInverted = "\\p{Lu}[\\p{L} ’'-]{1,40}, \\p{Lu}[\\p{L}.’'-]{0,20}(?: \\p{Lu}[\\p{L}.’'-]{0,20}){0,3}";
const inverted = `${oneInverted}(?:(?:,|,? and) ${oneInverted}){0,12}`;

/** `Institute of Lines Working Paper No. 21-08`: a line that names a series and a number in it. */
const paperSeries = '^(?:\\p{Lu}[\\p{L} ,&’.-]{2,120} )?(?:Working|Discussion|Research|Policy|Occasional) Papers?(?: Series)?(?: (?:in|on|of) \\p{Lu}[\\p{L} &’-]{2,80})?,? (?:No\\.?|Nr\\.?|#) ?(?<number>[\\w/.-]{1,14})(?:, (?:19|20)\\d\\d)?$';

export const repositories: readonly Profile[] = [
  {
    id: 'ssrn',
    fingerprints: [
      { re: '^[ \\t]{0,40}(?:\\d{1,4} Pages\\s{0,3})?Posted: ?\\d{1,2} \\w{3,9} \\d{4}', w: 4 }, { re: '^[ \\t]{0,40}Date Written: ', w: 4 }, { re: '^[ \\t]{0,40}Suggested Citation:?', w: 2 },
      { re: 'ssrn\\.com/(?:abstract=|sol3/)|10\\.2139/ssrn\\.', w: 4 },
    ],
    recordStart: '^(?:\\d{1,4} Pages\\s{0,3})?Posted: ?\\d', above: 1, type: 'article', genre: 'Preprint',
    noise: ['^(?:\\d{1,4} Pages|Posted: .{0,600}|Last revised: .{0,600}|Download This Paper|Open PDF in Browser|Add Paper to My Library|See all articles by .{0,600}|There are \\d.{0,600}|\\d{1,4} Pages ?Posted.{0,600})$'],
    types: [{ re: '\\)\\. [^,.]{4,100}, (?:Vol\\.|Volume) ?\\d', type: 'article-journal' }, { re: paperSeries, type: 'report' }],
    fields: [
      { to: '*', take: 'match', pattern: `^(?:Suggested Citation:? ?)?${inverted}, (?<title>.{5,300}?) \\((?:${date})\\)\\. (?<container>[^,.]{4,100}), (?:Vol\\.|Volume) ?(?<volume>\\d{1,4})(?:,? (?:Issue|No\\.|Iss\\.) ?(?<issue>[\\w-]{1,9}))?(?:, pp\\. (?<page>[\\d–-]{3,15}))?(?:, (?:\\p{L}{3,9} )?(?<year>\\d{4}))?` },
      { to: 'title', take: 'match', pattern: `^(?:Suggested Citation:? ?)?${inverted}, (?<value>.{5,300}?) \\((?:${date})\\)\\. .{0,300}SSRN` },
      { to: 'title', take: 'line', before: '^(?:\\d{1,4} Pages|Posted: )', skip: `${paperSeries}|, Forthcoming\\.?$|^Forthcoming `, sure: 0.85, nth: 0 },
      { to: 'author', take: 'lines', after: 'Posted: ', until: '^(?:Date Written|Abstract)', as: 'names over affiliations' },
      { to: 'author', take: 'match', pattern: '^(?:Suggested Citation:? ?)?(?<value>\\p{Lu}[\\p{L} ’-]{1,40}, \\p{Lu}[\\p{L} .-]{0,40}(?: and \\p{Lu}[\\p{L} ’-]{1,40}, \\p{Lu}[\\p{L} .-]{0,40}){0,12}), .{10,400}ssrn', sure: 0.85 },
      { to: 'issued', take: 'label', label: 'Date Written' }, { to: 'issued', take: 'match', pattern: `\\((?<value>${date})\\)\\..{0,200}SSRN` }, { to: 'issued', take: 'match', pattern: 'Posted: ?(?<value>\\d{1,2} \\p{L}{3,9} \\d{4})', sure: 0.7 },
      { to: '*', take: 'match', pattern: paperSeries },
      { to: 'DOI', take: 'match', pattern: '(?<value>10\\.2139/ssrn\\.\\d{3,9})' }, { to: 'URL', take: 'match', pattern: '(?<value>https?://(?:papers\\.)?ssrn\\.com/(?:abstract=|sol3/papers\\.cfm\\?abstract_id=)\\d{3,9})' },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Suggested Citation|JEL|Keywords|Download)' }, ...underLabels,
    ],
  },
  {
    id: 'ssrn-list',
    fingerprints: [{ re: '^[^\\n]{0,200}Number of pages: ?\\d{1,5} Posted: ?\\d{1,2} \\p{L}{3,9} \\d{4}', w: 9 }],
    recordStart: '^\\d{1,4}\\.(?: \\p{Lu}.{2,400})?$', head: true, type: 'article', genre: 'Preprint', types: [{ re: '(?:Discussion|Working|Research) Paper (?:Series )?No\\. ?\\S', type: 'report' }, { re: '^.{3,150}, (?:Vol\\.|Volume) ?\\d.{0,60}Number of pages: ', type: 'article-journal' }],
    noise: ['^(?:View Paper|Loading\\.{3}|Abstract:?|Citation \\d{1,6}|Downloads [\\d,]{1,9}.{0,40}|Search Results|Viewing: .{0,60}|View: .{0,40}|Sort by: .{0,60}|Download This Paper|Open PDF in Browser)$'],
    fields: [
      { to: 'title', take: 'match', pattern: '^\\d{1,4}\\. (?<value>.{3,400})$', sure: 0.9 }, { to: 'title', take: 'line', after: '^\\d{1,4}\\.$', sure: 0.9 },
      { to: '*', take: 'match', pattern: '^(?<genre>(?:\\p{L}{2,20} ){0,4}(?:Discussion|Working|Research) Paper(?: Series)?) No\\. ?(?<number>[\\w/-]{1,20})$' },
      { to: '*', take: 'match', pattern: '^(?<container>.{3,150}?), (?:Vol\\.|Volume) ?(?<volume>\\d{1,4})(?:, (?:No\\.|Issue|Iss\\.) ?(?<issue>[\\w-]{1,9}))?(?:, pp?\\. (?<page>[\\d–-]{1,15}))?(?:, (?:\\p{L}{3,9} )?(?<year>\\d{4}))?, Number of pages: ' },
      { to: 'issued', take: 'match', pattern: ' Posted: ?(?<value>\\d{1,2} \\p{L}{3,9} \\d{4})', sure: 0.7 }, { to: 'author', take: 'line', after: 'Number of pages: ?\\d' },
    ],
  },
  {
    id: 'arxiv',
    fingerprints: [{ re: 'arXiv:\\s?(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7})', w: 3 }, { re: '^[ \\t]{0,40}\\(Submitted on \\d', w: 4 }, { re: '^[ \\t]{0,40}Cite as:', w: 2 }, { re: '^[ \\t]{0,40}Submission history', w: 3 }, { re: '^[ \\t]{0,40}(?:Subjects|Categories): ', w: 2 }, { re: '^[ \\t]{0,40}Title:', w: 2 }, { re: '\\[Submitted on \\d', w: 4 }],
    recordStart: '^Title: ?\\S', above: 1, aboveFits: '^\\[Submitted on|^(?:\\[\\d{1,3}\\] )?arXiv:', type: 'article', genre: 'Preprint',
    noise: ['^\\\\\\\\$'],
    fields: [
      { to: '*', take: 'joined', pattern: 'Title: ?(?<title>.{3,400}?) Authors?: ?(?<author>.{3,900}?) (?:Categories|Comments|Report-no|Journal-ref): ' },
      { to: 'title', take: 'match', pattern: '^Title: ?(?<value>.{3,400})$' }, { to: 'author', take: 'match', pattern: '^Authors?: ?(?<value>.{3,900})$' },
      { to: 'title', take: 'label', label: 'Title' }, { to: 'author', take: 'match', after: '^Authors?:$', pattern: '^(?<value>.{3,900}\\))$', as: 'names (affiliation)' }, { to: 'author', take: 'label', label: 'Authors?' }, { to: 'author', take: 'line', when: '^\\[\\d{1,4}\\] ?arXiv:', after: '^Title: ?\\S', until: '^(?:Comments|Subjects|Journal-ref|Abstract)', sure: 0.85 },
      { to: 'title', take: 'line', before: '^(?:Authors?:|Abstract:)', skip: '^\\[?Submitted|^(?:Computer Science|Physics|Mathematics|Statistics|Economics|arXiv)', sure: 0.8 },
      { to: 'abstract', take: 'block', label: 'Abstract' }, { to: 'abstract', take: 'block', after: '^Subjects: ', until: '^\\[\\d{1,3}\\] ?arXiv:|^(?:Total of|Showing)', sure: 0.85 },
      { to: 'abstract', take: 'block', after: '^(?:License|Comments|Categories): ', until: '^\\\\\\\\ \\(', skip: '^(?:License|Comments)', sure: 0.85 }, { to: 'issued', take: 'match', pattern: '^Date: (?:\\p{L}{3}, )?(?<value>\\d{1,2} \\p{L}{3} \\d{4})' },
      { to: 'number', take: 'match', pattern: '(?<value>arXiv:(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7}))' },
      { to: 'issued', take: 'match', pattern: '[[(]Submitted on (?<value>\\d{1,2} \\p{L}{3,9} \\d{4})' }, { to: 'issued', take: 'match', pattern: '\\[v1\\] (?:\\p{L}{3}, )?(?<value>\\d{1,2} \\p{L}{3,9} \\d{4})' },
      { to: 'title', take: 'line', after: '^\\[Submitted on', until: '^(?:View PDF|Abstract|Comments)', skip: '^https?:', sure: 0.8 }, { to: 'author', take: 'line', after: '^\\[Submitted on', until: '^(?:View PDF|Abstract|Comments)', nth: 1, sure: 0.8 }, { to: 'abstract', take: 'line', after: '^\\[Submitted on', until: '^(?:Comments|Subjects|Cite as)', pattern: '^.{90,9000}$', sure: 0.8 },
      { to: 'DOI', take: 'match', pattern: '(?<value>10\\.48550/arXiv\\.\\d{4}\\.\\d{4,5})' }, { to: 'URL', take: 'match', pattern: '(?<value>https?://arxiv\\.org/abs/[\\w./-]{5,40})' },
    ],
  },
  {
    id: 'osf',
    fingerprints: [{ re: '^[ \\t]{0,40}(?:AUTHOR ASSERTIONS|Author Assertions|Author asserted)', w: 4 }, { re: '10\\.31(?:235|219|234)/osf\\.io/', w: 4 }, { re: '^[ \\t]{0,40}Preprint DOI', w: 3 }, { re: '^[ \\t]{0,40}Last edited:', w: 2 }],
    type: 'article', genre: 'Preprint', noise: ['^(?:Download preprint|Download|Views: .{0,600}|Downloads: .{0,600}|Plaudit.{0,600}|Share|Add a .{0,600})$'],
    fields: [
      { to: 'title', take: 'match', pattern: '^(?:OSF Preprints|SocArXiv|[A-Z]\\p{L}{2,12}Xiv)(?: Papers| Preprints)? \\| (?<value>.{5,400})$' }, { to: 'title', take: 'line', before: '^(?:Authors?|AUTHORS|Contributors):?$|^AUTHOR ASSERTIONS', skip: '^Author [Aa]ssert\\p{L}{1,4}$|^(?:Conflicts? of [Ii]nterest|Public [Dd]ata|Preregistration|Prereg|Code|Materials|Data)(?: links?)?:? ?(?:No|Yes|None|Available|Not [Aa]pplicable|Provided|Not [Pp]rovided)?$', nth: 0 }, { to: 'title', take: 'line', sure: 0.7, skip: '^(?:\\p{L}{1,60}Xiv|OSF|PolSci|[\\p{L} ]{0,30}Preprints)(?: Papers| Preprints)?$' },
      { to: 'author', take: 'lines', after: '^(?:Authors?|AUTHORS|Contributors):?$', until: '^(?:AUTHOR ASSERTIONS|Author Assertions|Author asserted|Abstract|Description|Created|Last edited|Submitted|Original Publication|Views|Downloads|Date created)' }, { to: 'author', take: 'line', before: '^Last edited:', until: '^Abstract' },
      { to: 'abstract', take: 'block', label: 'Abstract|Description', until: '^Preprint DOI' },
      { to: 'DOI', take: 'match', pattern: '(?<value>10\\.31\\d{3}/osf\\.io/\\w{4,12})' }, { to: 'issued', take: 'match', pattern: `(?:Submitted|Created|Date created|Original Publication Date): ?(?<value>${date})` },
      { to: 'issued', take: 'label', label: 'Original Publication Date|Submitted|Date created' },
      { to: 'keyword', take: 'label', label: 'Tags', until: '^(?:Original Publication Date|Submitted|Created|Last edited|Views|Downloads|License|Date created)' }, ...underLabels,
    ],
  },
  {
    id: 'nep',
    fingerprints: [{ re: '^[ \\t]{0,40}nep-[a-z]{3} New Economics Papers', w: 5 }, { re: '^[ \\t]{0,40}By:(?:[ \\t]|$)', w: 2 }, { re: 'd\\.repec\\.org/n\\?u=', w: 4 }, { re: '^[ \\t]{0,40}JEL:', w: 2 }, { re: '^[ \\t]{0,40}Date:[ \\t]{0,3}(?:$|\\d{4})', w: 1 }],
    recordStart: '^By:(?:\\s|$)', above: 1, aboveFits: '^(?!(?:URL|Date|JEL|Keywords|Abstract):|https?:|\\d{1,3}\\.\\s{1,4}.{3,400} By \\p{Lu}).{3,}$', head: true, type: 'report',
    contents: { line: '^\\d{1,3}\\.\\s{1,4}(?<title>.{3,400}) By (?<by>\\p{Lu}.{2,600})$', own: '^By:\\s{0,4}(?<by>\\p{Lu}.{2,900})$' },
    fields: [
      { to: 'title', take: 'line', before: '^By:(?:\\s|$)', pattern: '^(?:\\d{1,3}\\.\\s{1,4})?(?<value>.{3,400})$', sure: 0.9 }, { to: 'author', take: 'lines', after: '^By:$', until: '^Abstract:', as: 'names (affiliation)', sure: 0.9 },
      { to: 'author', take: 'label', label: 'By', as: 'names (affiliation)' }, { to: 'author', take: 'label', label: 'By' }, { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Keywords|JEL|Date|URL|By):|^This nep-\\w{3} issue' },
      { to: 'keyword', take: 'label', label: 'Keywords' }, { to: 'issued', take: 'label', label: 'Date' }, { to: 'URL', take: 'label', label: 'URL' },
    ],
  },
  {
    id: 'ideas-repec',
    fingerprints: [{ re: '^[ \\t]{0,40}(?:Author Listed:|Author & abstract)', w: 4 }, { re: 'Handle: ?RePEc:', w: 5 }, { re: '^[ \\t]{0,40}(?:Printed from https://ideas\\.repec\\.org|EconPapers)', w: 3 }, { re: '^[ \\t]{0,40}Registered:', w: 2 }],
    type: 'report', types: [{ re: 'Handle: ?RePEc:[a-z]{3}:\\w{6}:v:\\d', type: 'article-journal' }, { re: 'Printed from https?://ideas\\.repec\\.org/p/', type: 'report' }, { re: ', vol\\.? \\d{1,4}\\(', type: 'article-journal' }],
    noise: ['^(?:Author|Listed:|Author Listed:|Registered:|Download full text.{0,600}|File URL:.{0,600}|Advertisement|Citations?|Other versions.{0,600}|Corrections|Author & abstract|Download|Related works.{0,600}|More about this item|Statistics|\\d{1,4} (?:References|Citations).{0,600})$'],
    fields: [
      { to: 'author', take: 'lines', when: '^\\p{Lu}[^()]{3,60} \\(\\p{Lu}[^()]{3,160}\\)$', after: '^(?:Author )?Listed:$', until: '^(?:Registered|Abstract|Suggested Citation)', as: 'names (affiliation)' }, { to: 'author', take: 'lines', after: '^(?:Author )?Listed:$', until: '^(?:Registered|Abstract|Suggested Citation)', as: 'names over affiliations' }, { to: 'author', take: 'lines', after: '^(?:Author )?Listed:$', until: '^(?:Registered|Abstract|Suggested Citation)', as: 'names' }, { to: 'author', take: 'lines', after: '^(?:Author )?Listed:$', until: '^(?:Registered|Abstract|Suggested Citation)', as: 'names (affiliation)' }, { to: 'author', take: 'match', pattern: '^Author Listed: ?(?<value>.{3,400})$' },
      { to: 'title', take: 'line', before: '^Author(?: Listed:?|)(?: |$)', sure: 0.85 }, { to: 'title', take: 'line', sure: 0.7 },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Suggested Citation|Handle:|References:|JEL-codes|Keywords)' },
      { to: '*', take: 'match', until: '^References(?: listed on|$)', pattern: ', (?<year>\\d{4})\\. ["“].{5,300}[,.]["”] (?<container>[^,]{3,120}), .{0,120}?vol\\.? (?<volume>\\d{1,4})\\((?<issue>[\\w-]{1,9})\\), pages? (?<page>[\\w-]{1,15})' },
      { to: '*', take: 'match', until: '^References(?: listed on|$)', pattern: ', (?<year>\\d{4})\\. ["“].{5,300}[,.]["”] (?<series>[^,]{3,150}?) (?<number>[\\w-]{1,20}), (?<publisher>(?!.{0,600}vol\\. ?\\d).{3,160}?)(?:, revised [\\p{L}\\d ]{4,20})?\\.?$' },
      { to: 'issued', take: 'label', label: 'Date' }, ...underLabels,
    ],
  },
  {
    id: 'philpapers',
    fingerprints: [{ re: '^[^\\n]{5,300}\\.\\p{Lu}[\\p{L}.’\' -]{2,60} - (?:\\d{4}|forthcoming) - [^\\n]{3,200}\\.(?:details)?[ \\t]{0,40}$', w: 5 }, { re: 'Export citation[\\s\\S]{0,3}Bookmark', w: 4 }, { re: 'philpapers\\.org|philarchive\\.org|^PhilPapers PhilPeople', w: 3 }],
    recordStart: '^.{5,300}\\.\\p{Lu}[\\p{L}.’\' &,-]{2,120}(?: \\(eds?\\.\\))? - (?:\\d{4}|forthcoming) - ', type: 'article-journal',
    types: [{ re: ' - (?:\\d{4}|forthcoming) - In .{3,300}\\(eds?\\.\\), ', type: 'chapter' }, { re: ' - \\d{4} - Dissertation, ', type: 'thesis' }, { re: ' \\(eds?\\.\\) - (?:\\d{4}|forthcoming) - ', type: 'book' }, { re: ' - \\d{4} - (?:[^.:\\d]{2,60}: )?[^.\\d]{0,80}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan|Wiley|Brill|Springer)(?: [^.\\d]{2,30})?\\.(?:details)?$', type: 'book' }], noise: ['^(?:Download|Export citation(?: Bookmark.{0,60})?|Using PhilPapers from home\\?|Create an account to enable off-campus.{0,600}|Bookmark|\\d{1,5} citations?|Remove from this list.{0,600}|(?:Direct )?[Dd]ownload.{0,600}Export citation.{0,600}|\\(\\.\\.\\.\\)|\\d{1,4}\\.|\\d{1,7} found|Order:?|PhilPapers|No categories|\\d{1,5} [—–-] \\d{1,5} / \\d{1,7}|Direct download(?: \\(\\d{1,3} more\\))?|Bookmark {1,5}\\d{1,5} citations?|Results for .{0,600}|PhilPapers PhilPeople.{0,600})$'],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<author>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) - (?<year>\\d{4}) - In (?<editor>[^()]{3,200}?) \\(eds?\\.\\), (?<container>.{3,200}?)\\. (?:(?<place>[^.:\\d]{2,60}): )?(?<publisher>[^.\\d]{2,90})(?:\\. pp\\. (?<page>[\\d–-]{1,15}))?\\.?(?:details)?$' },
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<editor>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) \\(eds?\\.\\) - (?<year>\\d{4}) - (?:(?<place>[^.:\\d]{2,60}): )?(?<publisher>[^.\\d]{2,120})\\.(?:details)?$' },
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<author>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) - (?<year>\\d{4}) - Dissertation, (?<publisher>[^.\\d]{3,120})' },
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<author>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) - (?<year>\\d{4}) - (?:(?<place>[^.:\\d]{2,60}): )?(?<publisher>[^.\\d]{0,80}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan|Wiley|Brill|Springer)(?: [^.\\d]{2,30})?)\\.(?:details)?$' },
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<author>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) - (?<year>\\d{4}) - (?<container>.{3,150}?) (?<volume>\\d{1,4}) ?\\((?<issue>[\\w-]{1,9})\\): ?(?<page>[\\w–-]{1,15})\\.?(?:details)?$' },
      { to: '*', take: 'match', pattern: '^(?<title>.{5,300}?)\\.(?<author>\\p{Lu}[\\p{L}.’\' &,-]{2,120}) - (?:(?<year>\\d{4})|forthcoming) - (?!.{0,150}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan|Wiley|Brill|Springer)\\.(?:details)?$|Dissertation, )(?<container>[^\\d]{3,150}?)(?: (?<volume>\\d{1,4}))?(?::(?<page>[\\w–-]{1,15}))?\\.?(?:details)?$' },
      { to: 'abstract', take: 'block', after: ' - (?:\\d{4}|forthcoming) - ', until: '^[^.!?]{3,90} in \\p{Lu}[^.!?]{3,90}$|^(?:Download(?:\\s|$)|Export citation|Bookmark|\\d{1,6} citations?)', sure: 0.8 },
    ],
  },
  {
    id: 'philpapers-entry',
    fingerprints: [{ re: '\\(\\d{4}\\)[ \\t]{1,5}(?:Copy[ \\t]{1,5})?BIBTEX', w: 5 }, { re: '^[ \\t]{0,40}(?:PhilPapers|Author Profiles?|Reprint years|Similar books and articles)[ \\t]{0,40}$', w: 3 }, { re: '[ \\t]Copy[ \\t]{1,5}BIBTEX|^Copy[ \\t]{1,5}BIBTEX', w: 4 }, { re: '^[ \\t]{0,40}In [^\\n]{3,200}\\(eds?\\.\\), [^\\n]{5,300}\\(\\d{4}\\)', w: 4 }, { re: '^[ \\t]{0,40}Added to PP[ \\t]{0,40}$', w: 5 }, { re: '^[ \\t]{0,40}(?:Other Versions|Similar books and articles|PhilArchive)[ \\t]{0,40}$', w: 2 }],
    type: 'article-journal', types: [{ re: '^In .{3,200}\\(eds?\\.\\), ', type: 'chapter' }, { re: '^[^(]{0,80}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan)[^(\\d]{0,40}\\(\\d{4}\\)', type: 'book' }, { re: '^Dissertation, ', type: 'thesis' }], noise: ['^(?:PhilPeople|PhilArchive|PhilEvents|Like|Recommend|Bookmark|Export citation|Edit this record.{0,600}|PhilPapers.{0,600}|Sign in.{0,600}|Back|Search.{0,600})$'],
    fields: [
      { to: 'author', take: 'line', when: '^Upload a copy of this work', after: '^Authors?$', until: '^Abstract' }, { to: 'title', take: 'line', when: '^Authors?$', after: '^Upload a copy of this work' },
      { to: '*', take: 'match', pattern: '^In (?<editor>[^()]{3,200}?) \\(eds?\\.\\), (?<container>.{3,200}?)\\. (?:(?<place>[^.:\\d]{2,60}): )?(?<publisher>[^.\\d(]{2,90}?)(?:\\.)?(?: pp\\. (?<page>[\\w–-]{1,15}))? ?\\((?<year>\\d{4})\\)' },
      { to: 'author', take: 'line', after: '^In .{3,200}\\(eds?\\.\\), ', until: '^Abstract' }, { to: 'title', take: 'line', before: '^In .{3,200}\\(eds?\\.\\), ' },
      { to: '*', take: 'match', pattern: '^Dissertation, (?<publisher>[^(\\d]{3,120}?) \\((?<year>\\d{4})\\)' }, { to: '*', take: 'match', pattern: '^(?:(?<place>[^.:\\d]{2,60}): )?(?<publisher>(?:[^(\\d.]{0,80} )?(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan)[^(\\d.]{0,40}?)\\.? \\((?<year>\\d{4})\\)' },
      { to: '*', take: 'match', when: '^(?!In |Dissertation, ).{5,200}\\(\\d{4}\\)', pattern: '^(?!In |Dissertation, )(?<container>[^\\d]{3,150}?) (?<volume>\\d{1,4}) ?\\((?<issue>[\\w-]{1,9})\\): ?(?<page>[\\w–-]{1,15}) \\((?<year>\\d{4})\\)' },
      { to: '*', take: 'match', pattern: '^(?!In |Dissertation, |.{0,120}(?:Press|Verlag|Books|Publishers|Publishing|Routledge|Macmillan)[^(\\d]{0,40}\\()(?<container>[^\\d]{3,150}?)(?: (?<volume>\\d{1,4}))?(?:: ?(?<page>[\\w–-]{1,15}))? \\((?<year>\\d{4})\\)' },
      { to: 'author', take: 'line', before: '\\(\\d{4}\\)\\s{1,5}(?:Copy\\s{1,5})?BIBTEX' }, { to: 'title', take: 'line', before: '\\(\\d{4}\\)\\s{1,5}(?:Copy\\s{1,5})?BIBTEX', nth: 1 },
      { to: 'author', take: 'line', before: '^\\p{Lu}[^\\d]{2,150} \\d{1,4} ?\\([\\w-]{1,9}\\): ?[\\w–-]{1,15} \\(\\d{4}\\)$' }, { to: 'title', take: 'line', before: '^\\p{Lu}[^\\d]{2,150} \\d{1,4} ?\\([\\w-]{1,9}\\): ?[\\w–-]{1,15} \\(\\d{4}\\)$', nth: 1 },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Other Versions|Links|PhilArchive|External links|Similar books|Analytics|Author.s Profile|Author Profiles?|Categories|Keywords|Reprint years)' }, { to: 'keyword', take: 'label', label: 'Keywords?', until: '^(?:Reprint years|DOI|Other Versions|Links|Categories|Author|Analytics)' }, ...underLabels,
    ],
  },
  {
    id: 'dspace-list',
    fingerprints: [{ re: '^[ \\t]{0,40}\\([^()\\n]{3,120}, (?:19|20)\\d\\d(?:-\\d\\d){0,2}\\) \\p{Lu}[^\\n]{2,300}$', w: 9 }],
    recordStart: '^\\([^()]{3,120}, (?:19|20)\\d\\d(?:-\\d\\d){0,2}\\) \\p{Lu}', above: 1, head: true, type: 'document', types: [{ re: '^\\([^()]{0,80}Universi', type: 'thesis' }],
    noise: ['^(?:Acesso (?:aberto|embargado|restrito)|Open [Aa]ccess|Acceso abierto|Dissertação|Tese|Artigo|Documento de trabalho|Tesis|Artículo|Thesis|Article|Book|Book chapter|Now showing .{0,60}|Mostrando .{0,60}|Resultados .{0,40}|[«<]{0,2}[\\d .…]{1,20}[»>]{0,2})$'],
    fields: [
      { to: 'title', take: 'line', before: '^\\([^()]{3,120}, (?:19|20)\\d\\d', sure: 0.9 },
      { to: '*', take: 'match', pattern: '^\\((?<publisher>[^()]{3,120}), (?<date>(?:19|20)\\d\\d(?:-\\d\\d){0,2})\\) (?<author>\\p{Lu}.{2,300})$', as: 'names, all inverted' },
    ],
  },
  {
    id: 'avtoreferat',
    fingerprints: [{ re: '^[ \\t]*(?:На правах рукописи|Қолжазба құқығында)', w: 3 }, { re: '^[ \\t]*(?:АВТОРЕФЕРАТ|Автореферат|ДИССЕРТАЦИЯ|Диссертация)(?:[ \\t]|$)', w: 3 }, { re: '(?:диссертации )?на соискание уч[её]ной степени', w: 4 }, { re: '^[ \\t]*(?:Аннотация|АННОТАЦИЯ|Резюме)[ \\t]*(?:$|[.:])', w: -6 }],
    general: true, type: 'thesis', noise: ['^(?:На правах рукописи|Қолжазба құқығында|АВТОРЕФЕРАТ|Автореферат|УДК .*|\\d{4})$', '^(?:ФЕДЕРАЛЬНОЕ|МИНИСТЕРСТВО|Министерство|Федеральное) '],
    fields: [
      { to: 'author', take: 'line', before: '^(?:Специальность|\\d{2}\\.\\d{2}\\.\\d{2}|АВТОРЕФЕРАТ|Автореферат|ДИССЕРТАЦИЯ|Диссертация)', pattern: '^\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+(?:ич|вна|чна|ұлы|қызы|улы|кызы|оглы)$', sure: 0.85 },
      { to: 'title', take: 'joined', after: '(?:ич|вна|чна|ұлы|қызы|улы|кызы|оглы)$', until: '^(?:Специальность|\\d{2}\\.\\d{2}\\.\\d{2}|АВТОРЕФЕРАТ|Автореферат|ДИССЕРТАЦИЯ|Диссертация)', pattern: '^(?<value>.{10,300})$', sure: 0.85 },
      { to: '*', take: 'match', pattern: '^(?<place>\\p{Lu}[\\p{L}-]{2,20})(?: ?[–—-] ?| |, )(?<year>(?:19|20)\\d\\d)(?: ?г\\.?)?$' },
      { to: 'publisher', take: 'match', pattern: '^Работа выполнена (?:в|на) .{0,200}?(?<value>«[^»]{5,150}»)' },
    ],
  },
  {
    id: 'digital-commons',
    fingerprints: [
      { re: '^[ \\t]{0,40}Recommended Citation[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}(?:Date of Award|Degree Name|Document Type)[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}(?:First|Second) Advisor[ \\t]{0,40}$', w: 2 }, { re: '^[ \\t]{0,40}My Account \\| FAQ', w: 3 },
      { re: '^[ \\t]{0,40}DOWNLOADS[ \\t]{0,40}$', w: 2 }, { re: '^[ \\t]{0,40}COinS[ \\t]{0,40}$', w: 2 }, { re: 'digitalcommons\\.|scholarworks\\.', w: 2 },
    ],
    type: 'article-journal', types: [{ re: '^(?:Ph\\.?D\\.? |Doctoral |Master’?\'?s )?(?:Dissertation|Thesis)$|^(?:Master|Doctor) of ', type: 'thesis' }, { re: ': Vol\\. \\d', type: 'article-journal' }, { re: '^Book Chapter$', type: 'chapter' }, { re: '^(?:Conference (?:Paper|Proceeding|Presentation))$', type: 'paper-conference' }, { re: '^(?:Working Paper|Report|Technical Report)$', type: 'report' }],
    noise: ['^(?:My Account \\|.{0,600}|Home ?(?:>|&gt;).{0,600}|DOWNLOADS|Since .{0,600}\\d{4}|COinS|Share|Included in|.{3,60} Commons(?:, .{0,600})?)$'],
    fields: [
      { to: '*', take: 'match', pattern: '^\\p{Lu}[^"“]{2,300}, ["“](?<title>[^"”]{5,400}?)[.,]?["”] \\(\\d{4}\\)' }, { to: 'title', take: 'repeated' },
      { to: '*', take: 'match', pattern: '^\\p{Lu}[^"“]{2,300} \\((?<year>\\d{4})\\) ["“](?<title>[^"”]{5,400}?)[.,]?["”],? (?<container>[^:]{3,150}): Vol\\. (?<volume>\\d{1,4})(?:: (?:Iss|No)\\. (?<issue>[\\w-]{1,9}))?' },
      { to: 'author', take: 'match', pattern: `^(?<value>${inverted}),? (?:["“]|\\(\\d{4}\\))`, as: 'names, all inverted' }, { to: 'author', take: 'match', pattern: `^(?<value>${inverted}),? (?:["“]|\\(\\d{4}\\))` },
      { to: '*', take: 'match', pattern: '^\\p{Lu}[^,:"“]{3,60}, (?<publisher>[^,:"“]{3,80}(?:Universit|College|Institut)[^,:"“]{0,80}|(?:Universit|College|Institut)[^,:"“]{3,80})$' },
      { to: 'issued', take: 'label', label: 'Date of Award|Publication Date|Date' }, { to: 'issued', take: 'match', pattern: '["”] \\((?<value>\\d{4})\\)' },
      { to: 'genre', take: 'label', label: 'Document Type' }, { to: 'URL', take: 'match', pattern: '^(?:Available at: )?(?<value>https?://\\S{5,200})$' }, ...underLabels,
    ],
  },
  {
    id: 'pure',
    fingerprints: [{ re: '^[ \\t]{0,40}Research output: ', w: 5 }, { re: '^[ \\t]{0,40}Original language[\\t ]', w: 4 }, { re: '^[ \\t]{0,40}Publication status[\\t ]', w: 4 }, { re: '^[ \\t]{0,40}(?:Pages \\(from-to\\)|Article number)[\\t ]', w: 4 }],
    type: 'article-journal', types: [{ re: 'Chapter \\(peer|› Chapter', type: 'chapter' }, { re: '› (?:Book|Anthology)', type: 'book' }, { re: '› (?:Conference|Paper)', type: 'paper-conference' }, { re: 'Thesis', type: 'thesis' }, { re: '› (?:Working paper|Commissioned report|Report)', type: 'report' }],
    noise: ['^\\*Corresponding author for this work$', '^\\d{1,6} (?:Citations?|Downloads?) ?(?:\\(.{0,600}\\))?$'],
    fields: [
      { to: 'title', take: 'line', sure: 0.85 }, { to: 'author', take: 'line', before: '^Research output: ', skip: '^(?:School|Department|Faculty|Institute|Centre|Center) ' }, { to: 'author', take: 'line', nth: 1 },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Original language|Pages \\(from|Title of host|Journal\\t|Publication status|Place of Publication)' },
      { to: 'page', take: 'label', label: 'Pages \\(from-to\\)|Pages' }, { to: 'container-title', take: 'label', label: 'Journal|Title of host publication' }, { to: 'volume', take: 'label', label: 'Volume' }, { to: 'issue', take: 'label', label: 'Issue number' },
      { to: 'number-of-pages', take: 'label', label: 'Number of pages' }, { to: 'publisher', take: 'label', label: 'Publisher' }, { to: 'publisher-place', take: 'label', label: 'Place of Publication' }, { to: 'ISBN', take: 'label', label: 'ISBN \\(Print\\)|ISBN \\(Electronic\\)|Print ISBNs' },
      { to: 'issued', take: 'match', pattern: '^Publication status\\s{1,4}(?:E-pub ahead of print|Published|Accepted/In press) - (?<value>.{4,30})$' }, { to: 'DOI', take: 'match', pattern: '(?<value>https://doi\\.org/10\\.\\S{4,200})' }, ...underLabels,
    ],
  },
  {
    id: 'econpapers',
    fingerprints: [{ re: '^[ \\t]{0,40}(?:EconPapers|Economics at your fingertips)[ \\t]{0,40}$', w: 5 }, { re: '^[ \\t]{0,40}JEL-codes:', w: 2 }, { re: 'search for similar items in EconPapers', w: 4 }, { re: 'Persistent link: https?://EconPapers', w: 4 }],
    type: 'report', types: [{ re: ', vol\\. \\d{1,4}, ', type: 'article-journal' }, { re: '^Chapter \\d', type: 'chapter' }],
    noise: ['^(?:EconPapers(?: Home| FAQ)?|Economics at your fingertips|About EconPapers|Working Papers|Journal Articles|Books and Chapters|Software Components|Authors|JEL codes|New Economics Papers|Advanced Search|EconPapers .{0,600}|Archive maintainers.{0,600}|Cookies at.{0,600}|Format for printing|The .{3,20} blog.{0,600})$'],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<container>[^,]{3,150}), (?<year>\\d{4}), vol\\. (?<volume>\\d{1,4})(?:, issue (?<issue>[\\w-]{1,12}))?(?:, No \\w{1,6})?(?:, (?<page>[\\w–-]{1,15}))?$' },
      { to: '*', take: 'match', pattern: '^No (?<number>[\\w/.-]{1,20}), (?<series>.{3,150}?) from (?<publisher>.{3,160})$' },
      { to: 'title', take: 'line', sure: 0.85 }, { to: 'author', take: 'line', nth: 1 }, { to: 'issued', take: 'label', label: 'Date' },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Keywords|JEL-codes|Date|References|Downloads|New Economics Papers):' },
      { to: 'keyword', take: 'match', pattern: '^Keywords: (?<value>.{3,400}?)(?: \\(search for similar items.{0,600})?$' }, { to: 'URL', take: 'match', pattern: 'Persistent link: (?<value>https?://\\S{5,200})' },
    ],
  },
];
