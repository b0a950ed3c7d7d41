/**
 * The words that pages put before their fields, in the languages of the field. A page that uses another word costs one
 * field; add the word here. Written as one reads them; compared without case (see `label.ts`).
 */

/** What a labelled line or block of a page holds. */
export const roles = [
  'abstract', 'weakAbstract', 'keywords', 'author', 'notAuthor', 'title', 'container', 'volume', 'issue', 'issueLine', 'pages', 'date', 'year', 'notDate',
  'doi', 'url', 'issn', 'isbn', 'publisher', 'place', 'extent', 'type', 'language', 'udc', 'jel', 'mrnti', 'grnti', 'bbk', 'clc', 'edn', 'citation', 'references', 'fullText', 'skip', 'aside',
] as const;
export type Role = (typeof roles)[number];

/** A language of a label, or `und` when several languages share the word. */
export type LabelLanguage =
  | 'en' | 'ru' | 'kk' | 'uz' | 'ky' | 'az' | 'uk' | 'pl' | 'tr' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'zh' | 'ja' | 'ko' | 'ar' | 'fa' | 'und';

/** The labels of each role, by language, parted by `|`. */
export const labelWords: { readonly [R in Role]: { readonly [L in LabelLanguage]?: string } } = {
  abstract: {
    en: 'Abstract|Extended abstract|Paper abstract|Paper long abstract|Long abstract|Abstract (English)|Abstract in English|English abstract',
    ru: 'Аннотация|Реферат|Аннотация статьи|Краткая аннотация|Аннотация (рус)|Аннотация на русском языке', kk: 'Аңдатпа|Андатпа|Түйіндеме|Түйін',
    uz: 'Annotatsiya|Аннотатсия|Annotatsiya (uz)', ky: 'Кыскача мазмуну|Корутунду аннотация', az: 'Xülasə|Annotasiya', uk: 'Анотація',
    pl: 'Streszczenie|Abstrakt', tr: 'Öz|Özet', de: 'Zusammenfassung|Kurzfassung|Kurzzusammenfassung', fr: 'Résumé|Résumés', es: 'Resumen', pt: 'Resumo',
    it: 'Riassunto', zh: '摘要|摘 要|内容摘要|内容提要|中文摘要|英文摘要|论文摘要|提要', ja: '要旨|抄録|要約', ko: '초록|국문초록|요약', ar: 'ملخص|الملخص|مستخلص', fa: 'چکیده',
    und: 'Sammanfattning|Sammandrag|Sammendrag|Tiivistelmä|Samenvatting|Összefoglaló|Absztrakt|Rezumat|Sažetak|Сажетак|Povzetek|Kokkuvõte|Kopsavilkums|Anotācija|Santrauka|Περίληψη|תקציר|Анотация|Рэзюмэ|dc.description.abstract|dcterms.abstract|Abstract/Résumé|Resumen/Abstract|Annotation',
  },
  weakAbstract: {
    en: 'Summary|Executive summary|Brief overview|Overview|Synopsis|Precis', ru: 'Резюме', de: 'Inhalt', fr: 'Sommaire', es: 'Sinopsis', it: 'Sommario',
  },
  keywords: {
    en: 'Keywords|Key words|Keyword|Keyword(s)|Author keywords|Index terms|Key terms|Keywords and phrases|Key words and phrases',
    ru: 'Ключевые слова|Ключевые слова и фразы|Ключевые термины', kk: 'Түйін сөздер|Түйінді сөздер|Кілт сөздер|Негізгі сөздер|Тірек сөздер|Кілтті сөздер',
    uz: "Kalit so'zlar|Tayanch so'zlar|Калит сўзлар|Таянч сўзлар", ky: 'Өзөктүү сөздөр|Ачкыч сөздөр|Негизги сөздөр|Түйүндүү сөздөр', az: 'Açar sözlər',
    uk: 'Ключові слова', pl: 'Słowa kluczowe', tr: 'Anahtar Kelimeler|Anahtar Sözcükler|Anahtar Kelime', de: 'Schlüsselwörter|Schlagwörter|Schlagworte|Stichwörter|Freie Schlagwörter|Thesaurusschlagwörter|Stichworte',
    fr: 'Mots-clés|Mots clés|Mots-clefs', es: 'Palabras clave|Descriptores|Palabras claves', pt: 'Palavras-chave|Palavras chave', it: 'Parole chiave',
    zh: '关键词|关键字|關鍵詞|关 键 词|英文关键词|中文关键词', ja: 'キーワード', ko: '키워드|주제어|핵심어', ar: 'الكلمات المفتاحية|كلمات مفتاحية', fa: 'کلیدواژه‌ها|واژگان کلیدی',
    und: 'Nyckelord|Emneord|Nøkkelord|Avainsanat|Asiasanat|Trefwoorden|Klíčová slova|Kľúčové slová|Kulcsszavak|Cuvinte cheie|Ključne riječi|Ključne reči|Кључне речи|Ključne besede|Märksõnad|Atslēgvārdi|Raktiniai žodžiai|Λέξεις-κλειδιά|מילות מפתח|Ключови думи|Ключавыя словы|dc.subject|dc.subject.keyword|dc.subject.other|Uncontrolled Keywords',
  },
  author: {
    en: 'Author|Authors|Author(s)|By|Written by|Primary author|Author Listed|Paper author|Paper authors|Presenter|Presenters|Speaker|Authors Info & Affiliations|Creator|Creators|Presenting author',
    ru: 'Автор|Авторы|Автор(ы)|Авторы статьи|Автор научной работы', kk: 'Авторлар', tr: 'Yazar|Yazarlar|Yazar(lar)', uz: 'Mualliflar|Muallif', az: 'Müəllif|Müəlliflər', ky: 'Авторлору', uk: 'Автори|Автор(и)',
    de: 'Autor|Autoren|Autor(en)|Autor:in|Autor:innen|Verfasser|Verfasst von|Autor/in|Autorinnen und Autoren|Autor*innen', fr: 'Auteur|Auteurs|Auteur(s)|Auteur / Autrice|Auteur·rice|Autrice', es: 'Autora|Autores|Autor(es)|Autoría|Autor/a', pt: 'Autoria', it: 'Autore|Autori',
    pl: 'Autorzy', zh: '作者|第一责任人', ja: '著者', ko: '저자', und: 'dc.contributor.author|dc.creator',
  },
  notAuthor: {
    en: 'Chair|Co-chair|Chairs|Discussant|Discussants|Convenor|Convenors|Organiser|Organizer|Moderator|Panel chair|Session organiser|Editor|Editors|Advisor|Supervisor|Supervisors|First Advisor|Second Advisor|Translator|Reviewer|Contact|Corresponding author|About the author|About the authors|Author information|Author Biography|Author Biographies|Affiliation|Affiliations|Email|E-mail|From|To|Cc|Subject|Sent|Date sent|Phone|Tel|Depositing User|Correspondence',
    ru: 'Научный руководитель|Рецензент|Об авторах|Об авторе|Сведения об авторах|Сведения об авторе|Информация об авторах|Информация об авторе|Должность|Аффилиация|Место работы|От|Кому|Тема|Отправлено|Корреспонденция|Контактная информация',
    kk: 'Корреспондент автор|Авторлар туралы мәлімет|Автор туралы мәлімет|Авторлар туралы мәліметтер', tr: 'Danışman|Sorumlu Yazar|Yazar Bilgileri', de: 'Betreuer|Gutachter|Hrsg.|Von|An|Betreff|Kontakt|Zur Person', fr: 'Directeur de thèse|Direction|Sous la direction de', es: 'Afiliación|Director|Asesor|Asesora|Tutor|Director de tesis|Directora|Biografía del autor',
    zh: '作者简介|导师|通讯作者|作者单位|单位', pt: 'Orientador|Orientadora', it: 'Relatore', und: 'Handledare|Veileder|Ohjaaja|Promotor|Vedoucí práce|Témavezető|Mentor|Opponent|dc.contributor.advisor|dc.contributor.editor|dc.contributor|ORCID',
  },
  title: {
    en: 'Title|Paper title|Title of paper|Title of the paper|Article title|Title of abstract|Abstract title', ru: 'Название|Заглавие|Название статьи|Название доклада|Тема доклада|Заголовок', kk: 'Тақырыбы|Атауы|Мақала атауы', tr: 'Başlık', de: 'Titel', fr: 'Titre|Titre de la thèse', es: 'Título', pt: 'Título do artigo', it: 'Titolo', uk: 'Назва', pl: 'Tytuł', uz: 'Sarlavha|Mavzu',
    az: 'Başlıq|Məqalənin adı', zh: '题名|标题|篇名|论文题目|论文标题', ja: '題名', ko: '제목', und: 'dc.title',
  },
  container: {
    en: 'Source|Journal|Published in|Publication title|Journal title|Journal name|Journal or Publication Title|Is part of|From the journal|Publication', ru: 'Источник|Журнал|Издание|Название публикации|Название журнала', kk: 'Журнал атауы', tr: 'Dergi|Dergi Adı|Yayımlandığı Kaynak|Bölüm Dergisi',
    de: 'Zeitschrift|Zeitschriftentitel|Erschienen in|In', fr: 'Revue|Dans', es: 'Revista|Publicado en', it: 'Rivista', uk: 'Видання', zh: '刊名|来源|期刊|出处|文献来源|期刊名称|来源期刊|原文出处|文献出处|原载', ja: '雑誌名', und: 'dc.relation.ispartof|dc.source|dc.identifier.journal|dc.relation.journal|dc.relation.ispartofjournal',
  },
  volume: { en: 'Volume|Vol.|Vol|Volume number', ru: 'Том|Т.', tr: 'Cilt', az: 'Cild', de: 'Band|Jahrgang|Bd.|Jg.', fr: 'tome', es: 'Volumen', it: 'Volume', zh: '卷|卷号', und: 'dc.identifier.volume|dc.citation.volume|dc.relation.volume' },
  issue: { en: 'Number|No.|Issue number|Issue no.|Iss.', ru: 'Номер|Вып.|№', tr: 'Sayı', de: 'Heft|Nr.|Ausgabe|Heftnummer', fr: 'Numéro', es: 'Número', zh: '期|期号', und: 'dc.identifier.issue|dc.citation.issue|dc.relation.issue' },
  issueLine: { en: 'Issue|Volume/Issue|Vol/Issue|Issue Information', ru: 'Выпуск', de: 'Jahrgang/Heft', es: 'Edición|Ejemplar', fr: 'Volume/Numéro', zh: '年卷期|年,卷(期)', pt: 'Edição' },
  pages: {
    en: 'Pages|Page range|Page Range|Pages range|pp.|pp|Page|Page numbers', ru: 'Страницы|Стр.|Страница|С.', kk: 'Беттер|Бет', tr: 'Sayfa|Sayfalar|Sayfa Aralığı', de: 'Seiten|Seite|Seitenangabe|S.', fr: 'Pages (article)', es: 'Páginas|Págs.', it: 'Pagine', zh: '页|页码|页数', und: 'dc.format.extent|dc.identifier.pages|dc.citation.spage|dc.relation.pages',
  },
  date: {
    en: 'Published|Publication date|Date of publication|Date published|Pub Date|Published online|First published|Issue Date|Issue date|Posted|Date written|Online Publication Date|Date|Date of Publication|Published date', ru: 'Дата публикации|Опубликовано|Опубликована|Дата издания|Дата выхода', kk: 'Жарияланған күні|Жарияланды', tr: 'Yayın Tarihi|Yayımlanma Tarihi|Yayımlanma', uk: 'Опубліковано',
    de: 'Veröffentlicht|Veröffentlichungsdatum|Erscheinungsdatum|Publikationsdatum', fr: 'Publié|Date de publication|Mis en ligne', es: 'Publicado|Fecha de publicación', pt: 'Data de publicação', zh: '出版日期|发表时间|发表日期|出版时间', und: 'dc.date.issued|dc.date',
  },
  year: { en: 'Year|Publication year|Year of publication|Pub. year', ru: 'Год|Год издания|Год публикации|Год выпуска', kk: 'Жыл|Жылы', tr: 'Yıl', de: 'Jahr|Erscheinungsjahr|Publikationsjahr', fr: 'Année', es: 'Año', pt: 'Ano', zh: '年|年份|出版年|学位年度|授予年份|学位授予年份' },
  notDate: {
    en: 'Received|Revised|Accepted|Submitted|Submission|Available online|Accessed|Retrieved|Downloaded|Last revised|Last modified|Deposited|Deposited On|Date Deposited|Date Available|Date of Award|Received in revised form|Copyright|Received date|Accepted date|Deadline|Article history|Manuscript received',
    ru: 'Дата обращения|Поступила|Поступила в редакцию|Принята к печати|Принята к публикации|Принята|Дата поступления в редакцию|Дата поступления|Статья поступила в редакцию|Статья принята к публикации|Одобрена после рецензирования|Рецензирование|Получена|Принято|Получено|Поступило|Статья поступила|Рекомендована к печати|Крайний срок',
    kk: 'Қаралған күні|Түсті|Мақала түсті|Қабылданды|Түскен күні', tr: 'Gönderilme|Gönderilme Tarihi|Kabul|Kabul Tarihi|Geliş Tarihi|Geliş|Başvuru|Başvuru Tarihi|Erişim', de: 'Eingereicht|Eingegangen|Angenommen|zuletzt geprüft', fr: 'Consulté le|Reçu|Accepté', es: 'Consultado|Recibido|Aceptado|Fecha de recepción|Fecha de aceptación', pt: 'Recebido|Aceito',
    zh: '收稿日期|下载|修回日期|录用日期|投稿日期', und: 'dc.date.accessioned|dc.date.available|dc.date.submitted|dc.date.updated',
  },
  doi: { und: 'DOI|doi:|Digital Object Identifier|dc.identifier.doi|DOI (link)|DOI-Link' },
  url: { und: 'Bitte beziehen Sie sich beim Zitieren dieses Dokumentes immer auf folgenden Persistent Identifier (PID)|Por favor, use este identificador para citar o enlazar este ítem|Please use this identifier to cite or link to this item|Пожалуйста, используйте этот идентификатор, чтобы цитировать или ссылаться на этот ресурс|URL|URI|Link|dc.identifier.uri|Permalink|Persistent URL|Permanent URL' },
  issn: { und: 'ISSN|eISSN|e-ISSN|p-ISSN|ISSN (print)|ISSN (online)|Print ISSN|Online ISSN|Print version ISSN|On-line version ISSN|versión On-line ISSN|versión impresa ISSN|versão On-line ISSN|versão impressa ISSN|ISSN print|ISSN online|dc.identifier.issn' },
  isbn: { und: 'ISBN|e-ISBN|ISBN-13|dc.identifier.isbn' },
  publisher: { en: 'Publisher|Institution|Published by', ru: 'Издательство|Издатель', tr: 'Yayıncı|Yayınevi', de: 'Verlag|Herausgeber', fr: 'Éditeur|Éditions|Etablissement(s)|Établissement(s)|Établissement|Établissement de soutenance', es: 'Editorial|Editor institucional|Universidad', zh: '出版社|出版者|学位授予单位|授予单位|学位授予机构', und: 'dc.publisher' },
  place: { en: 'Place of publication|Place', ru: 'Место издания|Место публикации', de: 'Erscheinungsort|Verlagsort', fr: 'Lieu de publication', es: 'Lugar de publicación', zh: '出版地' },
  extent: { en: 'Number of pages|Page count|Extent', ru: 'Число страниц|Количество страниц|Объем', de: 'Seitenzahl|Umfang', zh: '总页数' },
  type: { en: 'Type|Document type|Document Type|Item Type|Publication type|Article type', ru: 'Тип|Тип публикации|Тип статьи', tr: 'Makale Türü|Yayın Türü', de: 'Dokumenttyp|Publikationstyp', es: 'Tipo de documento', fr: 'Type de document', zh: '文献类型', und: 'dc.type' },
  language: { en: 'Language', ru: 'Язык|Язык статьи', tr: 'Birincil Dil', de: 'Sprache|Sprache Dokument', fr: 'Langue', es: 'Idioma', zh: '语种', und: 'dc.language.iso|dc.language' },
  udc: { und: 'УДК|UDC|ӘОЖ|ОӘЖ|УДК (UDC)|УДК/UDC|UDK|УДК / UDC' },
  jel: { und: 'JEL|JEL Classification|JEL classification|JEL codes|JEL Codes|JEL Classification Codes|JEL code|Коды JEL|JEL Kodları|JEL-Klassifikation|Classification JEL' },
  mrnti: { und: 'FTAMP|МРНТИ|ҒТАМР|IRSTI|ХҒТАР|ҒТАХР|SRSTI|MRNTI' },
  grnti: { und: 'ГРНТИ|Код ГРНТИ' },
  bbk: { und: 'ББК' },
  clc: { zh: '中图分类号|分类号|中图分类|CLC' },
  edn: { und: 'EDN|EDN (код)' },
  citation: {
    en: 'To cite this article|Cite this article|Cite this paper|Cite as|Cite this|How to cite|How to cite this article|Recommended citation|Suggested citation|Citation|For citation|For citations|To cite this|Please cite as|Please cite this article as|Cite this article as|Preferred citation|How to cite this paper|Reference',
    ru: 'Для цитирования|Образец цитирования|Как цитировать|Ссылка для цитирования|Как цитировать статью|Библиографическая ссылка|Для цитирования статьи|Цитировать|Цитирование|Правильная ссылка на статью', kk: 'Дәйексөз үшін|Сілтеме жасау үшін|Дәйексөз келтіру үшін|Сілтеме үшін', uk: 'Для цитування|Як цитувати',
    tr: 'Atıf|Kaynak Göster|Nasıl Atıf Yapılır|Atıf için|Atıf yapmak için|Alıntı', uz: 'Iqtibos uchun|Iqtibos keltirish uchun', ky: 'Шилтеме үчүн|Цитата үчүн',
    de: 'Zitiervorschlag|Empfohlene Zitierung|Zitationsvorschlag|Zitierhinweis|Zitationshinweis|Zitierweise|Zitieren als|Bitte zitieren als|Empfohlene Zitierung / Suggested Citation', fr: 'Pour citer|Pour citer cet article|Citer cet article|Comment citer|Référence électronique|Référence papier|Pour citer ce document',
    es: 'Cómo citar|Cita recomendada|Cómo citar este artículo|Citar como|Para citar este artículo|Forma de citar', pt: 'Como citar|Como citar este artigo', it: 'Come citare', pl: 'Jak cytować', zh: '引用本文|引用格式|本文引用格式|引文格式|引用本文格式', und: 'dc.identifier.citation|APA|Cómo citar / How to cite',
  },
  references: {
    en: 'References|Bibliography|Works cited|Literature cited|Notes|Endnotes|Footnotes|References cited', ru: 'Список литературы|Литература|Библиографический список|Источники|Список использованной литературы|Список источников|Примечания|Библиография|Список использованных источников', kk: 'Әдебиеттер|Пайдаланылған әдебиеттер тізімі|Әдебиеттер тізімі|Пайдаланылған әдебиеттер', uz: 'Foydalanilgan adabiyotlar|Adabiyotlar', ky: 'Адабияттар|Колдонулган адабияттар',
    tr: 'Kaynakça|Kaynaklar', de: 'Literatur|Literaturverzeichnis|Anmerkungen', fr: 'Références|Bibliographie|Notes de bas de page', es: 'Referencias|Bibliografía|Referencias bibliográficas|Notas', pt: 'Referências', it: 'Riferimenti bibliografici|Bibliografia', uk: 'Список використаних джерел', zh: '参考文献|注释|参考资料', ja: '参考文献', ko: '참고문헌',
  },
  fullText: {
    en: 'Introduction|Full text|Background|Main text|Article text', ru: 'Введение|Полный текст|Предварительный просмотр', kk: 'Кіріспе', uz: 'Kirish', ky: 'Киришүү', az: 'Giriş hissə', uk: 'Вступ', tr: 'Giriş|Tam Metin', de: 'Einleitung|Einführung|Volltext', fr: 'Introduction générale|Texte intégral|Plan', es: 'Introducción|Texto completo', pt: 'Introdução', it: 'Introduzione', zh: '引言|前言|导言|绪论|一、', ja: 'はじめに', ko: '서론',
  },
  skip: {
    en: 'Section|License|Licence|Downloads|Download|Status|Data availability statement|More Citation Formats|Citation Formats|Altmetrics|Copyright notice|Date of Award|Degree Name|Research output|Peer review|Additional Information|Collections|Appears in Collections|Files in this item|View/Open|Funding|Acknowledgements|Acknowledgments|Acknowledgement|Conflict of interest|Conflicts of interest|Disclosure statement|Subjects|Subject|Tags|Topics|Topic|Regards|Best regards|Venue|Room|Location|Time|Format|Related Items|Share|Metrics|Item ID|Divisions|Depositing|Faculty|Competing interests|ID Code|Additional Links|Citations',
    ru: 'Раздел|Лицензия|Код статьи|Финансирование|Благодарности|Конфликт интересов|Просмотры|Библиометрические показатели|Похожие темы научных работ|Тематические рубрики|Рубрика|Источник финансирования|Вклад авторов|Область наук|Форматы цитирования|Загрузки|Алтметрики|С уважением|Специальность|Статистика просмотров|Место хранения|Права', kk: 'Бөлім|Қаржыландыру', tr: 'Ayrıntılar|Bölüm|Konular|Lisans|Diğer Atıf Biçimleri|Kaynak Göster Biçimleri|Toplam Görüntüleme|Destekleyen Kurum|Teşekkür|Bölüm Adı', de: 'Klassifikation|Lizenz|Methode|Geographischer Raum|Zeitlicher Bezug|Rubrik|Danksagung|Grußwort|Mit freundlichen Grüßen',
    fr: 'Discipline(s)|Discipline|Entrées d’index|Remerciements|Licence d’utilisation', es: 'Sección|Licencia|Más formatos de cita|Descargas|Agradecimientos', pt: 'Seção|Licença', zh: '基金资助|基金项目|基金|专辑|专题|文献标识码|文章编号|文献标志码|收录|分享|下载量|被引频次', und: 'dc.rights|dc.rights.uri|dc.identifier.other|dc.description.sponsorship|dc.description|dc.coverage|dc.identifier|Plagiarism',
  },
  aside: {
    en: 'Related articles|Similar articles|Recommended|You may also like|Most read|Articles from the same author|Most read articles by the same author(s)|Similar Articles|More from this author|People also read|Latest articles|Also in this issue', ru: 'Похожие статьи|Похожие темы научных работ|Другие статьи автора|Читайте также', tr: 'Benzer Makaleler|İlgili Makaleler', de: 'Ähnliche Artikel|Ähnliche Dokumente', fr: 'Articles similaires|Sur le même sujet|Cité par', es: 'Artículos similares|Artículos más leídos del mismo autor/a', zh: '相似文献|相关文献|引证文献|推荐文献',
  },
};
