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
  /** Sentences of abstracts and notes, made as titles are. */
  readonly sentences: readonly string[];
};

const english: Tongue = {
  language: 'en',
  families: ['Okonjo', 'Lindqvist', 'Hartwell', 'Abernethy', 'Çapanoğlu', 'Ødegård', 'Szczepański', 'O’Rourke', 'Thistlewood', 'Marchetti', 'Venkataraman', 'Brightwater', 'Nakahara', 'Dlamini', 'Castellanos', 'Weatherby'],
  given: ['Ada', 'Joris P.', 'Miriam', 'Tobias', 'Leyla', 'Ingrid', 'Samuel T.', 'Priya', 'Kenji', 'Rosalind', 'Thabo', 'Elena'],
  journals: ['Review of Imaginary Politics', 'Journal of Lesser Powers', 'Quarterly of Quiet Diplomacy', 'Comparative Assemblies', 'Annals of Small States'],
  titles: ['{a} and the Limits of {b}', 'Why {a} Fails: Lessons from {b}', 'Between {a} and {b}: A Reappraisal', 'The Domestic Sources of {a}', 'Measuring {a}: Evidence on {b}', '{a} after {b}'],
  things: ['hedging', 'multi-vector policy', 'relational power', 'voting cohesion', 'party discipline', 'electoral integrity', 'regional order', 'elite bargaining', 'veto players', 'soft balancing', 'audience costs', 'state capacity', 'clientelism', 'judicial review'],
  sentences: [
    'We ask how {a} shapes {b} where neither party can commit.', 'Existing accounts treat {a} as given and overlook {b}.', 'Drawing on minutes, diaries and two surveys, the article shows that {a} precedes {b} in most cases.',
    'The argument travels badly: outside the capital, {a} has little to do with {b}.', 'A formal model explains why leaders prefer {a} to {b} when audiences are divided.', 'The findings matter for the study of {a} and for those who teach {b}.',
  ],
};

const russian: Tongue = {
  language: 'ru',
  families: ['Нұрланов', 'Краснопольская', 'Ерёмин', 'Шестакова', 'Байжанов', 'Ковальчук', 'Жумабаева', 'Верхотуров', 'Цветаев', 'Юсупова'],
  given: ['Роман А.', 'Айгерим', 'Сергей', 'Ольга Викторовна', 'Тимур', 'Галина', 'Ержан', 'Мария'],
  journals: ['Вымышленный вестник политологии', 'Полития малых держав', 'Журнал сравнительных ассамблей'],
  titles: ['{a} и пределы явления «{b}»', 'Почему {a} не объясняет {b}', 'Между {a} и {b}: новый взгляд', 'Внутренние истоки: {a}'],
  things: ['многовекторность', 'хеджирование', 'голосование в ООН', 'партийная дисциплина', 'региональный порядок', 'символическая политика', 'торг элит', 'мягкая сила'],
  sentences: [
    'В статье рассматривается, как {a} связана с тем, что называют «{b}».', 'Автор показывает, что {a} предшествует тому, что принято считать за {b}.', 'Материалом послужили протоколы заседаний, дневники и два опроса.',
    'Вывод ограничен: за пределами столицы {a} почти не проявляется.', 'Предложена модель, в которой {a} и {b} исключают друг друга.',
  ],
};

const german: Tongue = {
  language: 'de',
  families: ['Müller-Lüdenscheidt', 'Großmann', 'von der Heide', 'Schönwälder', 'Kräuter', 'Weißenfels', 'Öhlschläger', 'Bäumer'],
  given: ['Jörg', 'Annelie', 'Karl-Heinz', 'Friederike', 'Matthias', 'Ute'],
  journals: ['Zeitschrift für erfundene Politik', 'Vierteljahresschrift der leisen Diplomatie'],
  titles: ['{a} und die Grenzen von {b}', 'Über {a}: Befunde zu {b}', '{a} im Wandel', 'Zwischen {a} und {b}'],
  things: ['Fraktionsdisziplin', 'Außenpolitik kleiner Staaten', 'Verfassungsgerichtsbarkeit', 'Vetospieler', 'Wählerwanderung', 'Föderalismus', 'Öffentlichkeit'],
  sentences: ['Der Beitrag fragt, wie {a} auf {b} wirkt.', 'Grundlage sind Protokolle aus neun Parlamenten und einem Rat.', 'Die bisherige Forschung übersieht, daß {a} ohne {b} folgenlos bleibt.', 'Gezeigt wird, daß {a} dort zunimmt, wo {b} schwach ist.'],
};

const turkish: Tongue = {
  language: 'tr',
  families: ['İnalcıklı', 'Şahinoğlu', 'Gümüşdağ', 'Yıldırımer', 'Çelikbaş', 'Öztürkmen'],
  given: ['Ayşe', 'Mehmet Ali', 'İpek', 'Oğuz', 'Çağla'],
  journals: ['Hayalî Siyaset Dergisi', 'Küçük Devletler İncelemeleri'],
  titles: ['{a} ve {b} üzerine', '{a}: bir yeniden okuma', '{b} çağında {a}'],
  things: ['çok yönlülük', 'dengeleme', 'seçmen davranışı', 'kamuoyu', 'yargı denetimi', 'parti içi demokrasi'],
  sentences: ['Bu makale {a} ile {b} arasındaki ilişkiyi inceler.', 'Bulgular, {a} arttıkça {b} olgusunun zayıfladığını gösterir.', 'Veriler tutanaklardan, günlüklerden ve iki anketten derlenmiştir.'],
};

const french: Tongue = {
  language: 'fr',
  families: ['Lefèvre-Dumont', 'Béranger', 'd’Aubigny', 'Châtelain', 'Quéméneur'],
  given: ['Hélène', 'François-Xavier', 'Maëlle', 'Benoît'],
  journals: ['Revue des politiques imaginaires', 'Cahiers des petites puissances'],
  titles: ['{a} à l’épreuve de {b}', 'Pour une sociologie de {a}', 'Entre {a} et {b}'],
  things: ['la discipline de vote', 'l’équilibre souple', 'la délibération', 'la décentralisation', 'l’opinion publique'],
  sentences: ['On montre ici comment {a} précède {b}.', 'L’enquête repose sur des procès-verbaux et deux sondages.', 'Loin d’être un reste, {a} organise {b}.'],
};

const chinese: Tongue = {
  language: 'zh',
  families: ['欧阳', '司马', '诸葛', '慕容', '上官'],
  given: ['文博', '思远', '雨桐', '建国'],
  journals: ['虚构政治学刊', '小国研究'],
  titles: ['论{a}与{b}', '{a}的国内根源', '{b}时代的{a}'],
  things: ['对冲战略', '多边外交', '投票一致性', '地区秩序', '精英博弈'],
  sentences: ['本文考察{a}与{b}的关系。', '研究发现，{a}往往先于{b}出现。', '材料来自会议记录、日记与两次调查。'],
};

/** The languages of an invented library; English stands as often as in most. */
export const tongues: readonly Tongue[] = [english, english, english, english, russian, russian, german, turkish, french, chinese];

/** Tags as people write them, in several scripts, some nested. */
export const tagWords: readonly string[] = [
  'hedging', 'multi-vectorism', 'foreign-policy/multi-vectorism', 'un-voting', 'relational-power', 'small-states', 'theory', 'method/interviews', 'method/minutes', 'elites', 'parties', 'courts', 'elections', 'public-opinion',
  'многовекторность', 'голосование', 'elitler', 'seçmen', 'föderalismus', 'délibération', '对冲', 'to-read', 'case/assembly', 'case/council', 'audience-costs', 'veto', 'clientelism', 'order', 'power', 'critique',
];
