/** Journal archives and smaller publishers. */
import type { Profile } from '../profile/profile';
import { reviews, underLabels } from './articleRules';

const range = '[A-Z]?\\d{1,5} ?[-–—] ?[A-Z]?\\d{1,5}|e?\\d{1,9}';

export const archives: readonly Profile[] = [
  {
    id: 'jstor',
    fingerprints: [
      { re: 'Stable URL: ?https?://(?:www\\.)?jstor\\.org/stable/', w: 5 }, { re: '(?:^|\\s)Author\\(s\\): ', w: 3 }, { re: 'Your use of the JSTOR archive indicates', w: 4 },
      { re: '(?:^|\\s)Source: [^\\n]{3,120}, Vol\\. ', w: 3 }, { re: '^[ \\t]*JOURNAL ARTICLE[ \\t]*$', w: 2 },
    ],
    breakBefore: '(?:(?<= )Author\\(s\\): |(?<= )Review(?:ed work\\(s\\)| by): |(?<= )Source: |(?<= )Published by: |(?<= )Stable URL: |(?<= )Accessed: |(?<= )Your use of the JSTOR|(?<= )Linked references are|(?<= )REFERENCES Linked)',
    recordStart: '^Author\\(s\\): ', above: 1, type: 'article-journal', types: [...reviews, { re: '^Review by: ', type: 'review-book' }],
    noise: ['^(?:JOURNAL ARTICLE|REFERENCES.*|Linked references.*|You may need to log in.*)$'],
    fields: [
      { to: 'title', take: 'line', before: '^(?:Author\\(s\\)|Review by|Reviewed work\\(s\\)): ', sure: 0.9 }, { to: 'author', take: 'label', label: 'Author\\(s\\)|Review by' },
      { to: '*', take: 'match', pattern: `^Source: (?<container>.{2,150}?) ?, Vol\\. (?<volume>[^,]{1,12}), Nos?\\. (?<issue>[^(]{1,12}) \\((?<date>[^)]{4,40})\\), pp?\\. (?<page>${range})` },
      { to: '*', take: 'match', pattern: `^Source: (?<container>.{2,150}?) ?,(?: Vol\\. (?<volume>[^,(]{1,12}),?)?(?: Nos?\\. (?<issue>[^(]{1,20}))? ?\\((?<date>[^)]{4,40})\\)(?:, pp?\\. (?<page>${range}))?` },
      { to: 'publisher', take: 'label', label: 'Published by' }, { to: 'URL', take: 'label', label: 'Stable URL' },
      ...underLabels,
    ],
  },
  {
    id: 'project-muse',
    fingerprints: [
      { re: '^[ \\t]*In lieu of an abstract,? here is a brief excerpt', w: 5 }, { re: 'muse\\.jhu\\.edu/(?:pub/\\d{1,9}/)?article/\\d', w: 5 }, { re: 'Project MUSE', w: 3 },
      { re: '^[ \\t]*Volume \\d{1,4}, Number \\d{1,3}(?:[-/]\\d{1,3})?, ', w: 4 }, { re: 'publisher colophon', w: 3 },
    ],
    type: 'article-journal', types: reviews, noise: ['^(?:Article|View Citation|Additional Information|Buy Article.*|publisher colophon|Project MUSE.*|Related Content|Purchase.*|In lieu of an abstract.*)$'],
    fields: [
      { to: '*', take: 'match', pattern: '^Volume (?<volume>\\d{1,4}), (?:Number|Issue) (?<issue>[\\d/-]{1,9}), (?<date>.{0,30}\\d{4})' },
      { to: 'page', take: 'match', pattern: `^pp?\\. (?<value>${range})$` },
      { to: 'DOI', take: 'match', pattern: '^(?<value>10\\.\\d{4,9}/\\S{2,100})$' },
      { to: 'publisher', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', pattern: 'Press|University|Society|Institute|Association' },
      { to: 'container-title', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: 'Press$|^\\p{Lu}.{0,60}University Press' },
      { to: 'author', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: 'Press$', nth: 1 },
      { to: 'title', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: 'Press$', nth: 2 },
      { to: 'abstract', take: 'block', label: 'Abstract' }, { to: 'custom.excerpt', take: 'block', label: 'In lieu of an abstract,? here is a brief excerpt of the content' },
      ...underLabels,
    ],
  },
  {
    id: 'mdpi',
    fingerprints: [
      { re: '^[ \\t]*\\d{1,3} pages, [\\d.,]{1,9} [KM]i?B', w: 4 }, { re: '^[ \\t]*by[ \\t]\\p{Lu}', w: 2 }, { re: '10\\.3390/', w: 4 }, { re: '^[ \\t]*Open Access ?(?:Article|Review|Editorial)', w: 3 },
      { re: '\\[\\.\\.\\.\\] Read more', w: 2 }, { re: '^[ \\t]*Submission received: ', w: 3 },
    ],
    recordStart: '^\\d{1,3} pages, [\\d.,]{1,9} [KM]i?B', type: 'article-journal', noise: ['^(?:Open Access ?(?:Article|Review|Editorial|Feature Paper.*)?|Article|\\d{1,3} pages, .*|Cited by .*|► ?Show Figures.*|Viewed by.*)$', '\\[\\.\\.\\.\\] Read more\\.?$'],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<container>\\p{Lu}[^\\d]{1,80}?) (?<date>\\d{4}), (?<volume>\\d{1,4})\\((?<issue>[\\w-]{1,9})\\), (?<page>[\\w–-]{1,15})[;,. ]{1,3}(?<doi>https://doi\\.org/10\\.\\d{4,9}/\\S{2,100})' },
      { to: 'author', take: 'match', pattern: '^by (?<value>\\p{Lu}.{2,600})$' }, { to: 'author', take: 'line', after: '^by$' },
      { to: 'title', take: 'line', before: '^by(?: \\p{Lu}|$)', sure: 0.9 },
      ...underLabels,
    ],
  },
  {
    id: 'brill',
    fingerprints: [{ re: '^[ \\t]*Volume/Issue:', w: 5 }, { re: '^[ \\t]*Online Publication Date:', w: 3 }, { re: '^[ \\t]*Page Range:', w: 3 }, { re: '10\\.1163/', w: 3 }],
    recordStart: '^In: ', above: 1, type: 'article-journal', noise: ['^(?:Restricted Access|Full Access|Open Access|Get Access|Free access)$'],
    fields: [
      { to: 'container-title', take: 'label', label: 'In' }, { to: 'title', take: 'line', before: '^In:(?: |$)' }, { to: 'author', take: 'label', label: 'Authors?' },
      { to: '*', take: 'match', pattern: 'Volume (?<volume>\\d{1,4}): Issue (?<issue>[\\w–-]{1,9})' }, { to: 'page', take: 'label', label: 'Page Range|Pages' },
      { to: 'issued', take: 'label', label: 'Online Publication Date|Publication Date', sure: 0.8 }, { to: 'publisher', take: 'label', label: 'Publisher' },
      ...underLabels,
    ],
  },
  {
    id: 'de-gruyter',
    fingerprints: [{ re: '^[ \\t]*From the journal ', w: 4 }, { re: '10\\.1515/', w: 3 }, { re: '^[ \\t]*Published by De Gruyter', w: 4 }],
    type: 'article-journal', types: reviews, noise: ['^(?:Cite this|Article|Open Access|Licensed|Requires Authentication.*|Published by De Gruyter.*|Publicly Available|Accessible)$'],
    fields: [
      { to: 'container-title', take: 'match', pattern: '^From the journal (?<value>.{2,150}?)(?: Volume .*)?$' }, { to: 'issued', take: 'match', pattern: '^Published by De Gruyter.{0,40}? (?<value>\\p{L}{3,9} \\d{1,2}, \\d{4})', sure: 0.8 },
      { to: 'author', take: 'line', before: '^From the journal ' }, { to: 'title', take: 'line', before: '^From the journal ', nth: 1 },
      { to: '*', take: 'match', pattern: '[Vv]ol(?:ume|\\.) (?<volume>\\d{1,4}),? (?:[Ii]ssue|[Nn]o\\.) (?<issue>[\\d–-]{1,9})' }, { to: 'page', take: 'match', pattern: `(?:^| )(?:pp\\.|[Pp]ages) (?<value>${range})` },
      ...underLabels,
    ],
  },
  {
    id: 'annual-reviews',
    fingerprints: [{ re: 'Annual Review of ', w: 2 }, { re: '\\(Volume publication date \\p{L}{3,9} \\d{4}\\)', w: 5 }, { re: 'First published as a Review in Advance', w: 4 }, { re: '10\\.1146/', w: 3 }],
    type: 'article-journal',
    fields: [
      { to: '*', take: 'match', pattern: `^Vol\\. (?<volume>\\d{1,3}):(?<page>${range}) ?\\(Volume publication date (?<date>[^)]{4,30})\\)` },
      { to: 'container-title', take: 'match', pattern: '^(?<value>Annual Review of [\\p{L} ]{3,60}?)(?:,? Vol.*)?$' },
      { to: 'title', take: 'line', after: '\\(Volume publication date', skip: '^First published|^https?:|^DOI' , until: '^Abstract' }, { to: 'title', take: 'line', before: '^Annual Review of ', nth: 0, sure: 0.6 },
      { to: 'author', take: 'lines', after: '\\(Volume publication date', until: '^(?:Abstract|First published|https?:)', skip: '^First published|^https?:', nth: 1 },
      ...underLabels,
    ],
  },
];
