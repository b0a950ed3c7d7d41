/** Journal archives and smaller publishers. */
import type { Profile } from '../profile/profile';
import { reviews, underLabels } from './articleRules';

const range = '[A-Z]?\\d{1,5} ?[-–—] ?[A-Z]?\\d{1,5}|e?\\d{1,9}';

/** Names of publishers that stand between a journal and its volume. */
const publishingHouse = '(?:Press|Presses|Publishers|Publishing|Verlag)$|^(?:The )?Press(?:es)? of |^\\p{Lu}.{0,60}University Press|^University of \\p{L}+ Press';

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
    type: 'article-journal', types: [...reviews, { re: '^Reviewed by:?$', type: 'review-book' }], noise: ['^(?:(?:restricted|open|free) access|(?:Restricted|Open|Free) [Aa]ccess|ARTICLE|Article|Review|View Citation|Additional Information|Buy Article.*|publisher colophon|Project MUSE.*|Related Content|Purchase.*|In lieu of an abstract.*)$'],
    fields: [
      { to: '*', take: 'match', pattern: '^Volume (?<volume>\\d{1,4}), (?:Number|Issue) (?<issue>[\\d/-]{1,9}), (?<date>.{0,30}\\d{4})' },
      { to: 'page', take: 'match', pattern: `^pp?\\. (?<value>${range})$` },
      { to: 'DOI', take: 'match', pattern: '^(?<value>10\\.\\d{4,9}/\\S{2,100})$' },
      { to: 'publisher', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', pattern: 'Press|University|Society|Institute|Association' },
      { to: 'container-title', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: publishingHouse },
      { to: 'author', take: 'line', after: '^Reviewed by:?$' }, { to: 'title', take: 'line', after: '^Reviewed by:?$', nth: 1, pattern: '^(?<value>.{3,300}?)(?:\\.? [Bb]y \\p{Lu}.*| \\(review\\))?$' },
      { to: 'author', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: publishingHouse, nth: 1 },
      { to: 'title', take: 'line', before: '^Volume \\d{1,4}, (?:Number|Issue) ', skip: publishingHouse, nth: 2 },
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
      { to: 'issued', take: 'match', pattern: 'https://doi\\.org/10\\.\\d{4,9}/\\S{2,100} - (?<value>\\d{1,2} \\p{L}{3,9} \\d{4})$' }, { to: 'issued', take: 'match', pattern: '(?:^|/ ?)Published: (?<value>\\d{1,2} \\p{L}{3,9} \\d{4})' },
      { to: 'author', take: 'match', pattern: '^by (?<value>\\p{Lu}.{2,600})$' }, { to: 'author', take: 'line', after: '^by$' },
      { to: 'title', take: 'line', before: '^by(?: \\p{Lu}|$)', sure: 0.9 },
      ...underLabels,
    ],
  },
  {
    id: 'brill',
    fingerprints: [{ re: '^[ \\t]*Volume/Issue:', w: 5 }, { re: '^[ \\t]*Copyright Year: ', w: 2 }, { re: '^[ \\t]*E-Book ISBN: ', w: 3 }, { re: '^[ \\t]*Category: Chapter', w: 3 }, { re: '^[ \\t]*Online Publication Date:', w: 3 }, { re: '^[ \\t]*Page Range:', w: 3 }, { re: '10\\.1163/', w: 3 }],
    recordStart: '^In: ', otherStart: { recordStart: '^in \\p{Lu}', above: 1 }, above: 1, notBelow: '^Volume \\d', type: 'article-journal', types: [{ re: '^(?:Type|Category): Chapter$', type: 'chapter' }], noise: ['^(?:Restricted Access|Full Access|Open Access|Get Access|Free access)$'],
    fields: [
      { to: 'container-title', take: 'match', pattern: '^In: ?(?<value>(?! ?Volume \\d)\\S.{2,160})$' }, { to: 'container-title', take: 'match', pattern: '^in (?<value>\\p{Lu}.{2,120})$' }, { to: 'container-title', take: 'line', after: '^In:$', until: '^Volume|^Author' }, { to: 'title', take: 'line', before: '^(?:In:(?: |$)|in \\p{Lu})', pattern: '^(?:Chapter \\d{1,3}:? )?(?<value>.{3,400})$' }, { to: 'author', take: 'lines', after: '^Authors?:?$', until: '^(?:Online Publication|Publication|Volume/Issue|Pages?|Page Range|DOI|Article Category|Category|Type|Copyright)(?: |:)', as: 'names among other lines' },
      { to: 'author', take: 'label', label: 'Authors?', as: 'names among other lines' },
      { to: 'abstract', take: 'block', label: 'Abstract|Summary', until: '^(?:Content Metrics|All Time|Purchase|Keywords)' },
      { to: 'issued', take: 'label', label: 'Copyright Year', sure: 0.85 }, { to: 'ISBN', take: 'label', label: '(?:E-Book |Print )?ISBN' },
      { to: '*', take: 'match', pattern: 'Volume (?<volume>\\d{1,4}):? Issue (?<issue>[\\w–-]{1,9})' }, { to: 'page', take: 'label', label: 'Page Range|Pages' },
      { to: 'issued', take: 'label', label: 'Online Publication Date|Publication Date', sure: 0.8 }, { to: 'publisher', take: 'label', label: 'Publisher' },
      ...underLabels,
    ],
  },
  {
    id: 'de-gruyter-chapter',
    fingerprints: [{ re: '^[ \\t]*From the book ', w: 8 }, { re: '^[ \\t]*Chapters in this book', w: 6 }, { re: '^[ \\t]*Published by De Gruyter', w: 4 }, { re: '10\\.1515/', w: 3 }],
    type: 'chapter', noise: ['^(?:or|and|Cite this|Chapter|Open Access|Licensed|Unlicensed|Requires Authentication.*|Published by De Gruyter.*|Publicly Available|Accessible)$'],
    fields: [
      { to: 'container-title', take: 'match', pattern: '^From the book (?<value>.{2,200})$' }, { to: 'issued', take: 'match', pattern: '^Published by .{3,60}? (?<value>\\p{L}{3,9} \\d{1,2}, \\d{4})$', sure: 0.85 },
      { to: 'author', take: 'line', before: '^From the book ' }, { to: 'title', take: 'line', before: '^From the book ', nth: 1, pattern: '^(?:\\d{1,3}\\.? |Chapter \\d{1,3}:? )?(?<value>.{3,400})$' },
      ...underLabels,
    ],
  },
  {
    id: 'de-gruyter',
    fingerprints: [{ re: '^[ \\t]*From the journal ', w: 4 }, { re: '10\\.1515/', w: 3 }, { re: '^[ \\t]*Published by De Gruyter', w: 4 }, { re: '^[ \\t]*Published in Print: \\d{4}-', w: 3 }, { re: '© \\d{4} Walter de Gruyter|published by De Gruyter', w: 4 }, { re: '^[ \\t]*Published/Copyright:', w: 4 }],
    type: 'article-journal', types: reviews, noise: ['^(?:or|and|MLA|APA|MLA APA.*|Published/Copyright:.*|Cite this|Article|Open Access|Licensed|Unlicensed|Published by De Gruyter.*|\\d{1,4}|Requires Authentication.*|Published by De Gruyter.*|Publicly Available|Accessible)$'],
    fields: [
      { to: 'container-title', take: 'match', pattern: '^From the journal (?<value>.{2,150}?)(?: Volume .*)?$' }, { to: 'issued', take: 'match', pattern: '^Published in Print:? (?<value>\\d{4}-\\d{2}-\\d{2})' }, { to: 'issued', take: 'match', pattern: '^Published [Oo]nline:? (?<value>\\d{4}-\\d{2}-\\d{2})', sure: 0.85 },
      { to: 'issued', take: 'match', pattern: '^Published by De Gruyter.{0,40}? (?<value>\\p{L}{3,9} \\d{1,2}, \\d{4})', sure: 0.8 },
      { to: 'title', take: 'line', when: '^Published/Copyright', after: '^(?:Article|Research Article|Book Review)$' }, { to: 'author', take: 'lines', when: '^Published/Copyright', after: '^(?:Article|Research Article|Book Review)$', until: '^Published/Copyright', nth: 1, as: 'names among other lines' },
      { to: 'author', take: 'line', before: '^From the journal ' }, { to: 'title', take: 'line', before: '^From the journal ', nth: 1 },
      { to: '*', take: 'match', pattern: '[Vv]ol(?:ume|\\.) (?<volume>\\d{1,4}),? (?:[Ii]ssue|[Nn]o\\.) (?<issue>[\\d–-]{1,9})' }, { to: 'page', take: 'match', pattern: `(?:^| )(?:pp\\.|[Pp]ages) (?<value>${range})` },
      ...underLabels,
    ],
  },
  {
    id: 'annual-reviews',
    fingerprints: [{ re: 'Annual Review of ', w: 2 }, { re: '\\(Volume publication date \\p{L}{3,9} \\d{4}\\)', w: 5 }, { re: 'First published as a Review in Advance', w: 4 }, { re: '10\\.1146/', w: 3 }],
    type: 'article-journal', noise: ['^(?:Review Article|Open Access|Free|Annu\\. Rev\\. .*Downloaded from.*|Access provided by.*|\\d{1,4})$'],
    fields: [
      { to: 'title', take: 'line', before: '^View Affiliations', nth: 1 }, { to: 'author', take: 'line', before: '^View Affiliations' },
      { to: '*', take: 'match', pattern: `^Annu\\. Rev\\. [^\\d]{2,60} (?<year>\\d{4})\\. ?(?<volume>\\d{1,3}):(?<page>${range})$` },
      { to: 'title', take: 'line', when: '^Annu\\. Rev\\.', after: '^Annual Review of ' }, { to: 'author', take: 'lines', when: '^Annu\\. Rev\\.', after: '^Annual Review of ', until: '^\\d ?\\p{Lu}|^Annu\\. Rev', as: 'names among other lines' },
      { to: 'abstract', take: 'block', label: 'Abstract', until: '^\\d{1,4}$|^Annu\\. Rev\\.' }, { to: 'keyword', take: 'label', label: 'Keyword\\(s\\)|Keywords', until: '^Abstract' },
      { to: '*', take: 'match', pattern: `^Vol\\. (?<volume>\\d{1,3}):(?<page>${range}) ?\\(Volume publication date (?<date>[^)]{4,30})\\)` },
      { to: 'container-title', take: 'match', pattern: '^(?<value>Annual Review of [\\p{L} ]{3,60}?)(?:,? Vol.*)?$' },
      { to: 'title', take: 'line', after: '\\(Volume publication date', skip: '^First published|^https?:|^DOI' , until: '^Abstract' }, { to: 'title', take: 'line', before: '^Annual Review of ', nth: 0, sure: 0.6 },
      { to: 'author', take: 'lines', after: '\\(Volume publication date', until: '^(?:Abstract|First published|https?:)', skip: '^First published|^https?:', nth: 1 },
      ...underLabels,
    ],
  },
  {
    id: 'cairn',
    fingerprints: [{ re: '^[ \\t]*Dans [^\\n]{3,120} \\d{4}/\\d', w: 6 }, { re: 'Cairn\\.info|cairn\\.info', w: 3 }, { re: '10\\.3917/', w: 3 }, { re: '^[ \\t]*(?:Pour citer cet article|Citer cet article)', w: 2 }],
    type: 'article-journal', noise: ['^(?:Article|Plan|Auteurs?|Cité par|Sur un sujet proche|Français|English|Citer ou exporter|Pour citer cet article|Accueil .*|Suivre cet auteur.*|Acheter.*|Raccourcis|Feuilleter|Ajouter .*)$'],
    fields: [
      { to: '*', take: 'match', pattern: '^Dans (?<container>.{3,120}?) (?<year>\\d{4})/(?<issue>\\d{1,3}(?:-\\d{1,3})?) \\([Vv]ol\\. (?<volume>\\w{1,6})\\),? pages? (?<page>\\w{1,6}(?: à \\w{1,6})?)' },
      { to: '*', take: 'match', pattern: '^Dans (?<container>.{3,120}?) (?<year>\\d{4})/\\d{1,3}(?:-\\d{1,3})?(?: \\((?:[Nn]°|no?\\.?) ?(?<issue>[\\d-]{1,9})\\))?(?:, (?:[Vv]ol|[Tt]ome)\\.? (?<volume>\\w{1,6}))?,? pages? (?<page>\\w{1,6}(?: à \\w{1,6})?)' },
      { to: 'author', take: 'match', pattern: '^Par (?<value>\\p{Lu}.{3,300})$' }, { to: 'author', take: 'line', before: '^Dans .{3,120} \\d{4}/' },
      { to: 'subtitle', take: 'line', before: '^Par \\p{Lu}', skip: '^Accueil|[.?!:]$' }, { to: 'title', take: 'line', before: '^Par \\p{Lu}', nth: 1, skip: '^Accueil' }, { to: 'title', take: 'line', before: '^Par \\p{Lu}' }, { to: 'title', take: 'line', before: '^Dans .{3,120} \\d{4}/', nth: 1, when: '^Par \\p{Lu}' },
      { to: 'subtitle', take: 'line', when: '^Accueil .*(?:\\.{3}|…)$', before: '^Dans .{3,120} \\d{4}/', nth: 1 }, { to: 'title', take: 'line', when: '^Accueil .*(?:\\.{3}|…)$', before: '^Dans .{3,120} \\d{4}/', nth: 2 },
      { to: 'title', take: 'line', before: '^Dans .{3,120} \\d{4}/', nth: 1 },
      { to: 'abstract', take: 'block', label: 'Résumé', until: '^(?:Mots-clés|Mis en ligne|Plan|Abstract|Pour citer|$)' },
      { to: 'keyword', take: 'label', label: 'Mots-clés', until: '^(?:Pour citer|Mis en ligne|Plan|Abstract|\\p{Lu}\\p{Ll}+(?: \\p{Lu}[\\p{L}-]+)+$)' },
      { to: 'custom.abstracts.en', take: 'block', label: 'Abstract', until: '^(?:Keywords|Palabras|Palavras|Key words|Kaynakça|Anahtar|Ayrıntılar)' }, { to: 'custom.keywords.en', take: 'label', label: 'Keywords|Key words', as: 'words' },
      ...underLabels,
    ],
  },
  {
    id: 'scielo',
    fingerprints: [{ re: '(?:versión|versão) (?:On-line|impresa|impressa) ISSN|(?:Print|On-line) version ISSN', w: 6 }, { re: '^[^\\n]{0,80}vol\\. ?\\d{1,4} (?:no|n|núm)\\. ?\\d', w: 3 }, { re: 'scielo\\.', w: 3 }],
    type: 'article-journal', noise: ['^(?:versión|versão|Print version|On-line version) .*$', '^(?:ARTÍCULOS?|ARTIGOS?|ARTICLES?|DOSSIER|RESEÑAS?|RESENHAS?|Artículos?|Artigos?|Articles?|Dossier|Dossiê|Reseñas?|Resenhas?|Services on Demand|Journal|SciELO Analytics|Google Scholar.*|Article|.{0,30}\\((?:pdf|epdf)\\)|Article in xml.*|Article references|How to cite.*|Send this article.*|Indicators|Related links|Share|More|Permalink|Revista|Como citar.*|Cómo citar.*|Mi SciELO|Servicios Personalizados|Articulo|Indicadores)$'],
    fields: [
      { to: '*', take: 'match', pattern: 'vol\\. ?(?<volume>\\d{1,4}) (?:(?:no|n|núm)\\. ?(?<issue>[\\w-]{1,9}) )?(?:\\p{Lu}[\\p{L}. ]{2,25} )?(?<date>\\p{L}{3,9}\\.?(?:[/-]\\p{L}{3,9}\\.?)? \\d{4})(?: .*)?$' },
      { to: '*', take: 'match', pattern: 'vol\\. ?(?<volume>\\d{1,4}) (?:(?:no|n|núm)\\. ?(?<issue>[\\w-]{1,9}) )?(?:\\p{Lu}[\\p{L}. ]{2,25} )?(?<year>\\d{4})(?: .*)?$' },
      { to: 'container-title', take: 'line', pattern: '^\\p{L}.{3,120}$', skip: 'ISSN|^https?:' }, { to: 'ISSN', take: 'match', pattern: '(?:On-line|[Oo]nline)(?: version)? ISSN:? ?(?<value>\\d{4}-\\d{3}[\\dXx])' },
      { to: 'title', take: 'line', after: '^https?://(?:dx\\.)?doi\\.org/10\\.' },
      { to: 'custom.titles.en', take: 'line', after: '^https?://(?:dx\\.)?doi\\.org/10\\.', until: '^(?:Resum|RESUM)', pattern: '(?: (?:the|and|of|at|to|for|on) |^The )' },
      { to: 'author', take: 'lines', when: '^Resumen', after: '^https?://(?:dx\\.)?doi\\.org/10\\.', until: '^(?:[\\d*]{1,2} ?\\p{Lu}|[IVX]{1,4} \\p{Lu}|Resum|RESUM|Abstract|ABSTRACT)', nth: 1, as: 'names among other lines, Spanish', sure: 0.8 },
      { to: 'author', take: 'lines', after: '^https?://(?:dx\\.)?doi\\.org/10\\.', until: '^(?:[\\d*]{1,2} ?\\p{Lu}|[IVX]{1,4} \\p{Lu}|Resum|RESUM|Abstract|ABSTRACT)', nth: 1, as: 'names among other lines' },
      { to: 'abstract', take: 'block', label: 'Resumen|Resumo', until: '^(?:Palabras|Palavras|Abstract|ABSTRACT)' }, { to: 'keyword', take: 'label', label: 'Palabras clave|Palavras-chave|Palabras claves' },
      { to: 'custom.abstracts.en', take: 'block', label: 'Abstract', until: '^(?:Keywords|Palabras|Palavras|Key words|Kaynakça|Anahtar|Ayrıntılar)' }, { to: 'custom.keywords.en', take: 'label', label: 'Keywords|Key words', as: 'words' },
      ...underLabels,
    ],
  },
  {
    id: 'scielo-new',
    fingerprints: [{ re: '^[^\\n•]{3,60}• [^\\n•]{3,80}\\d{1,4} ?(?:\\([\\w-]{1,9}\\))? • [^\\n]{0,40}\\d{4}', w: 6 }, { re: 'SCIMAGO INSTITUTIONS RANKINGS', w: 5 }, { re: '^[ \\t]*(?:Autoría|Autoria|Authorship)[ \\t]*$', w: 3 }, { re: 'SciELO', w: 2 }],
    type: 'article-journal', noise: ['^(?:SciELO.*|Sumario|Sumário|Buscar|Search|copiar|copy|Compartilhar|Compartir|Share|PDF|Texto|Text|Autoría|Autoria|Authorship|SCIMAGO INSTITUTIONS RANKINGS|Navegação|Menu|Submissão.*|Acesso aberto|Open access|Acceso abierto|Datas de Publicação.*|Histórico|Sobre os autores|About the authors?|Acerca de los autores)$', '^Abrir '],
    fields: [
      { to: '*', take: 'match', pattern: '^(?:[^•]{2,60} )?• (?:[^•]{3,80}?) (?<volume>\\d{1,4}) ?(?:\\((?<issue>[\\w-]{1,9})\\) ?)?• (?<date>[^•]{0,30}\\d{4})(?: •.*)?$' },
      { to: 'DOI', take: 'match', pattern: '(?<value>https?://doi\\.org/10\\.\\S{5,200})' },
      { to: 'container-title', take: 'line', before: '• [^•]{0,30}\\d{4}(?: •|$)', pattern: '^\\p{Lu}[\\p{L}.,:&() -]{3,120}$' },
      { to: 'title', take: 'line', after: '• [^•]{0,30}\\d{4}(?: •|$)', skip: '^https?:' },
      { to: 'custom.titles.en', take: 'line', after: '• [^•]{0,30}\\d{4}(?: •|$)', skip: '^https?:', until: '^(?:Resum|RESUM|Autor)', pattern: '(?: (?:the|and|of|at|to|for|on) |^The )', nth: 0 },
      { to: 'author', take: 'lines', after: '^(?:Autoría|Autoria|Authorship)$', until: '^(?:SCIMAGO|Resum|RESUM|Abstract|ABSTRACT|Sobre|About|Acerca)', as: 'names among other lines' },
      { to: 'abstract', take: 'block', label: 'Resumen|Resumo|RESUMEN|RESUMO', until: '^(?:Palabras|Palavras|PALABRAS|PALAVRAS|Abstract|ABSTRACT)' }, { to: 'keyword', take: 'label', label: 'Palabras clave|Palavras-chave|Palabras claves' },
      { to: 'custom.abstracts.en', take: 'block', when: '^(?:Resum|RESUM)', label: 'Abstract', until: '^(?:Keywords|Palabras|Palavras|Key words)' }, { to: 'custom.keywords.en', take: 'label', when: '^(?:Resum|RESUM)', label: 'Keywords|Key words', as: 'words' },
      ...underLabels,
    ],
  },
  {
    id: 'dergipark', turkish: true,
    fingerprints: [{ re: '^[ \\t]*Yıl \\d{4} ?,? Cilt', w: 5 }, { re: 'dergipark\\.org\\.tr', w: 3 }, { re: '^[ \\t]*BibTex RIS', w: 3 }, { re: '^[ \\t]*(?:Anahtar Kelimeler|Ayrıntılar|Birincil Dil)', w: 2 }],
    type: 'article-journal', noise: ['^(?:Araştırma Makalesi|Derleme|Kitap İncelemesi|BibTex RIS.*|Kaynak Göster|Makaleler|PDF|Tam Metin.*|Research Article)$'],
    fields: [
      { to: '*', take: 'match', pattern: `^Yıl (?<year>\\d{4}) ?,? Cilt:? ?(?<volume>\\d{1,4}) ?,? ?(?:Sayı:? ?(?<issue>[\\w-]{1,12}(?: Özel Sayı)?))?(?: ?,? (?:Sayfalar )?(?<page>${range}))?(?:,? (?<date>\\d{2}\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}))?` },
      { to: 'author', take: 'line', before: '^Yıl \\d{4}', pattern: '^(?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}(?: ?, (?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}){0,9}$' }, { to: 'title', take: 'line', when: '^(?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}(?: ?, (?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}){0,9}$', after: '^(?:Makale|Araştırma Makalesi|Derleme|Research Article)$' },
      { to: 'title', take: 'line', before: '^Yıl \\d{4}', skip: '^(?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}(?: ?, (?:\\p{Lu}[\\p{Ll}.]+ ){1,3}\\p{Lu}{3,}){0,9}$' }, { to: 'author', take: 'line', after: '^Yıl \\d{4}', skip: '^https?:' },
      { to: 'issued', take: 'match', pattern: '^Yıl .{5,60}?(?<value>\\d{2}\\.\\d{2}\\.\\d{4})$', as: 'day first' }, { to: 'issued', take: 'match', pattern: '^Yıl .{5,60}?(?<value>\\d{4}-\\d{2}-\\d{2})$' },
      { to: 'container-title', take: 'match', pattern: '^APA\\s.{5,400}?\\(\\d{4}\\)\\. .{5,300}?[.?!] (?<value>[^.,?!]{3,100}), \\d{1,4}[(,]' },
      { to: 'abstract', take: 'block', label: 'Öz|Özet', until: '^(?:Anahtar|Kaynakça|Ayrıntılar)' }, { to: 'abstract', take: 'line', after: '^Yıl \\d{4}', pattern: '.{120}', as: 'abstract', sure: 0.85 },
      { to: 'keyword', take: 'label', label: 'Anahtar Kelimeler|Anahtar Sözcükler' }, { to: 'keyword', take: 'line', before: '^Ayrıntılar', pattern: '^[^.]{5,200}$', sure: 0.85 },
      { to: 'language', take: 'match', pattern: '^Birincil Dil:?\\s+(?<value>\\p{L}{2,20})$', as: 'language' },
      { to: 'custom.abstracts.en', take: 'block', label: 'Abstract', until: '^(?:Keywords|Key words|Kaynakça|Anahtar|Ayrıntılar)' }, { to: 'custom.keywords.en', take: 'label', label: 'Keywords', as: 'words' },
      ...underLabels,
    ],
  },
  {
    id: 'annual-reviews-list',
    fingerprints: [{ re: '^[ \\t]*Vol\\. \\d{1,3} \\(\\d{4}\\), pp\\. ', w: 8 }, { re: '^[ \\t]*Preview Abstract', w: 4 }, { re: 'Annual Review of ', w: 2 }],
    recordStart: '^Vol\\. \\d{1,3} \\(\\d{4}\\), pp\\. ', above: 2, head: true, type: 'article-journal', noise: ['^(?:Review Articles?|Free|Open Access|Full [Tt]ext.*|PDF|Download.*|[Mm]ore|[Ll]ess)$'],
    shared: [{ to: 'container-title', take: 'match', pattern: '^(?<value>Annual Review of [\\p{L}, ]{3,60}?)(?: ?[-–—,|•] ?(?:Volume|Vol\\.|Current).*)?$' }],
    fields: [
      { to: '*', take: 'match', pattern: `^Vol\\. (?<volume>\\d{1,3}) \\((?<year>\\d{4})\\), pp\\. (?<page>${range})` },
      { to: 'author', take: 'line', before: '^Vol\\. \\d{1,3} \\(' }, { to: 'title', take: 'line', before: '^Vol\\. \\d{1,3} \\(', nth: 1 },
      { to: 'abstract', take: 'block', label: 'Preview Abstract|Abstract' }, { to: 'abstract', take: 'line', after: '^Vol\\. \\d{1,3} \\(', pattern: '^.{60,}[.!?…]$', sure: 0.85 },
    ],
  },
];
