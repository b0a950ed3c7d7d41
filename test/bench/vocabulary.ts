/** The words that invented libraries are made of, in the scripts of our users. All is invented; nobody is meant. */

/** What sources in one language are made of. */
export type Tongue = {
  readonly language: string;
  readonly families: readonly string[];
  readonly given: readonly string[];
  readonly journals: readonly string[];
  /** What titles are about; `{a}` and `{b}` stand for two of `things`. */
  readonly titles: readonly string[];
  readonly things: readonly string[];
  /** Words that stand everywhere, the commonest first. */
  readonly small: readonly string[];
  /** What all other words of abstracts and notes are made of: syllables, each an onset, a vowel and a coda, then an ending. */
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly codas: readonly string[];
  readonly endings: readonly string[];
  /** What stands between words, and at the end of a sentence. */
  readonly blank: string;
  readonly stop: string;
};

const english: Tongue = {
  language: 'en',
  families: ['Okonjo', 'Lindqvist', 'Hartwell', 'Abernethy', 'Çapanoğlu', 'Ødegård', 'Szczepański', 'O’Rourke', 'Thistlewood', 'Marchetti', 'Venkataraman', 'Brightwater', 'Nakahara', 'Dlamini', 'Castellanos', 'Weatherby'],
  given: ['Ada', 'Joris P.', 'Miriam', 'Tobias', 'Leyla', 'Ingrid', 'Samuel T.', 'Priya', 'Kenji', 'Rosalind', 'Thabo', 'Elena'],
  journals: ['Review of Imaginary Politics', 'Journal of Lesser Powers', 'Quarterly of Quiet Diplomacy', 'Comparative Assemblies', 'Annals of Small States'],
  titles: ['{a} and the Limits of {b}', 'Why {a} Fails: Lessons from {b}', 'Between {a} and {b}: A Reappraisal', 'The Domestic Sources of {a}', 'Measuring {a}: Evidence on {b}', '{a} after {b}'],
  things: ['hedging', 'multi-vector policy', 'relational power', 'voting cohesion', 'party discipline', 'electoral integrity', 'regional order', 'elite bargaining', 'veto players', 'soft balancing', 'audience costs', 'state capacity', 'clientelism', 'judicial review'],
  small: ['the', 'of', 'and', 'in', 'to', 'a', 'that', 'is', 'for', 'as', 'by', 'with', 'on', 'are', 'this', 'from', 'which', 'we', 'between', 'not', 'how', 'their', 'than', 'more', 'but', 'when', 'its', 'these', 'or', 'where', 'have', 'it', 'whether', 'such', 'because', 'while'],
  onsets: 'b bl br c ch cl cr d dr f fl fr g gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w wh'.split(' '), vowels: 'a e i o u a e i o ai ea ee ou oo io y'.split(' '), codas: ['', '', '', '', 'n', 'r', 's', 't', 'l', 'm', 'd', 'nd', 'nt', 'st', 'ck', 'll', 'ss', 'rm', 'x', 'ct', 'p'],
  endings: ['', '', '', 's', 's', 'ed', 'ing', 'tion', 'ity', 'al', 'ly', 'ment', 'er', 'ive', 'ous'],
  blank: ' ', stop: '.',
};

const russian: Tongue = {
  language: 'ru',
  families: ['Нұрланов', 'Краснопольская', 'Ерёмин', 'Шестакова', 'Байжанов', 'Ковальчук', 'Жумабаева', 'Верхотуров', 'Цветаев', 'Юсупова'],
  given: ['Роман А.', 'Айгерим', 'Сергей', 'Ольга Викторовна', 'Тимур', 'Галина', 'Ержан', 'Мария'],
  journals: ['Вымышленный вестник политологии', 'Полития малых держав', 'Журнал сравнительных ассамблей'],
  titles: ['{a} и пределы явления «{b}»', 'Почему {a} не объясняет {b}', 'Между {a} и {b}: новый взгляд', 'Внутренние истоки: {a}'],
  things: ['многовекторность', 'хеджирование', 'голосование в ООН', 'партийная дисциплина', 'региональный порядок', 'символическая политика', 'торг элит', 'мягкая сила'],
  small: ['и', 'в', 'что', 'на', 'с', 'как', 'не', 'по', 'к', 'из', 'для', 'от', 'это', 'же', 'при', 'за', 'их', 'его', 'так', 'между', 'или', 'о', 'чем', 'может', 'также', 'только'],
  onsets: 'б в г д ж з к л м н п р с т ф х ч ш вр гл гр др зн кл кр мн пл пр сл см сп ст стр тр хв'.split(' '), vowels: 'а е и о у ы ю я ё'.split(' '), codas: ['', '', '', 'н', 'р', 'с', 'т', 'л', 'м', 'д', 'к', 'в', 'й', 'ст', 'нт'],
  endings: ['а', 'ов', 'ы', 'ение', 'ости', 'ий', 'ого', 'ых', 'ать', 'ет', 'ем', 'ами', 'у', 'ская', 'ный', 'ции'],
  blank: ' ', stop: '.',
};

const german: Tongue = {
  language: 'de',
  families: ['Müller-Lüdenscheidt', 'Großmann', 'von der Heide', 'Schönwälder', 'Kräuter', 'Weißenfels', 'Öhlschläger', 'Bäumer'],
  given: ['Jörg', 'Annelie', 'Karl-Heinz', 'Friederike', 'Matthias', 'Ute'],
  journals: ['Zeitschrift für erfundene Politik', 'Vierteljahresschrift der leisen Diplomatie'],
  titles: ['{a} und die Grenzen von {b}', 'Über {a}: Befunde zu {b}', '{a} im Wandel', 'Zwischen {a} und {b}'],
  things: ['Fraktionsdisziplin', 'Außenpolitik kleiner Staaten', 'Verfassungsgerichtsbarkeit', 'Vetospieler', 'Wählerwanderung', 'Föderalismus', 'Öffentlichkeit'],
  small: ['der', 'die', 'und', 'in', 'den', 'von', 'zu', 'das', 'mit', 'sich', 'des', 'auf', 'für', 'ist', 'im', 'dem', 'nicht', 'ein', 'eine', 'als', 'auch', 'an', 'werden', 'aus', 'wie', 'zwischen', 'daß', 'wird', 'bei', 'sie'],
  onsets: 'b br d dr f fl g gr h k kl kr l m n p pf r s sch schl schw sp st str t tr v w z zw'.split(' '), vowels: 'a e i o u ä ö ü ei au ie eu a e i'.split(' '), codas: ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ng', 'ck', 'ch', 'ss', 'lt', 'rt', 'nt'],
  endings: ['ung', 'en', 'en', 'heit', 'keit', 'er', 'es', 'e', 't', 'schaft', 'ungen', ''],
  blank: ' ', stop: '.',
};

const turkish: Tongue = {
  language: 'tr',
  families: ['İnalcıklı', 'Şahinoğlu', 'Gümüşdağ', 'Yıldırımer', 'Çelikbaş', 'Öztürkmen'],
  given: ['Ayşe', 'Mehmet Ali', 'İpek', 'Oğuz', 'Çağla'],
  journals: ['Hayalî Siyaset Dergisi', 'Küçük Devletler İncelemeleri'],
  titles: ['{a} ve {b} üzerine', '{a}: bir yeniden okuma', '{b} çağında {a}'],
  things: ['çok yönlülük', 'dengeleme', 'seçmen davranışı', 'kamuoyu', 'yargı denetimi', 'parti içi demokrasi'],
  small: ['ve', 'bir', 'bu', 'ile', 'için', 'olarak', 'de', 'da', 'daha', 'olan', 'gibi', 'en', 'ise', 'çok', 'kadar', 'arasında', 'göre', 'hem', 'ancak', 'her'],
  onsets: 'b c ç d f g h k l m n p r s ş t v y z'.split(' '), vowels: 'a e ı i o ö u ü'.split(' '), codas: ['', '', '', 'n', 'r', 'l', 'k', 'm', 't', 'ş', 'z', 'y', 'ğ'],
  endings: ['ler', 'lar', 'in', 'ın', 'de', 'dan', 'lik', 'lığı', 'sel', 'mektedir', 'mıştır', 'i', 'e', ''],
  blank: ' ', stop: '.',
};

const french: Tongue = {
  language: 'fr',
  families: ['Lefèvre-Dumont', 'Béranger', 'd’Aubigny', 'Châtelain', 'Quéméneur'],
  given: ['Hélène', 'François-Xavier', 'Maëlle', 'Benoît'],
  journals: ['Revue des politiques imaginaires', 'Cahiers des petites puissances'],
  titles: ['{a} à l’épreuve de {b}', 'Pour une sociologie de {a}', 'Entre {a} et {b}'],
  things: ['la discipline de vote', 'l’équilibre souple', 'la délibération', 'la décentralisation', 'l’opinion publique'],
  small: ['de', 'la', 'le', 'et', 'les', 'des', 'en', 'un', 'une', 'du', 'que', 'dans', 'par', 'sur', 'est', 'qui', 'à', 'pour', 'plus', 'aux', 'au', 'se', 'ne', 'pas', 'ce', 'entre', 'où', 'avec', 'leur', 'comme'],
  onsets: 'b bl br c ch cl cr d f fl fr g gr j l m n p pl pr qu r s t tr v'.split(' '), vowels: 'a e i o u é è ai eu ou oi au on an'.split(' '), codas: ['', '', '', '', '', 'r', 's', 't', 'l', 'n', 'ff', 'ss', 'll'],
  endings: ['tion', 'ment', 'e', 'es', 'ité', 'és', 'er', 'ant', 'aire', 'ique', 's', ''],
  blank: ' ', stop: '.',
};

const chinese: Tongue = {
  language: 'zh',
  families: ['欧阳', '司马', '诸葛', '慕容', '上官'],
  given: ['文博', '思远', '雨桐', '建国'],
  journals: ['虚构政治学刊', '小国研究'],
  titles: ['论{a}与{b}', '{a}的国内根源', '{b}时代的{a}'],
  things: ['对冲战略', '多边外交', '投票一致性', '地区秩序', '精英博弈'],
  small: ['的', '与', '在', '是', '了', '和', '对', '中', '为', '以', '其', '有', '不', '之', '于', '及', '由', '从'],
  onsets: [...'本文考察研究发现往先出材料来自会议记录日调查国家政治制度权力关系地区秩序精英博弈对冲战略多边外交投票一致性社经济展历史化民主选举党法律公共行为理论方分析结果影响因素模型数据认表明指提解释原过程变问题能够通不同之间作用机构组织领导人体基础条件时代世界际合突安全利益策小大新旧内上下前后高低强弱增减城乡市场企业资源环境技术教育医疗保障福税收财预算金融贸易产品消费者劳动就农村土改革开放稳定危险风管监督责任信价值观念传统宗族语言媒网络舆情感识身份别阶层流移军事武器核海洋空气候粮食水电铁路港口'], vowels: [''], codas: [''],
  endings: ['', '', '性', '化', '者'],
  blank: '', stop: '。',
};

/** The languages of an invented library; English stands as often as in most. */
export const tongues: readonly Tongue[] = [english, english, english, english, russian, russian, german, turkish, french, chinese];

/** Tags as people write them, in several scripts, some nested. */
export const tagWords: readonly string[] = [
  'hedging', 'multi-vectorism', 'foreign-policy/multi-vectorism', 'un-voting', 'relational-power', 'small-states', 'theory', 'method/interviews', 'method/minutes', 'elites', 'parties', 'courts', 'elections', 'public-opinion',
  'многовекторность', 'голосование', 'elitler', 'seçmen', 'föderalismus', 'délibération', '对冲', 'to-read', 'case/assembly', 'case/council', 'audience-costs', 'veto', 'clientelism', 'order', 'power', 'critique',
];
