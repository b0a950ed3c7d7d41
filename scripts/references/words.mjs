// Words of titles by language: nouns, adjectives, and the frames in which they stand. `N` a noun, `A` an adjective, `P` a place, `Y` years, `M` a made-up term.
const list = (text) => text.split('|');

export const titles = {
  en: {
    N: list('democracy|elections|political parties|coalition government|public opinion|voters|turnout|welfare state|citizenship|migration|federalism|social capital|gender|inequality|trust|identity|memory|nationalism|populism|bureaucracy|corruption|education|labour markets|poverty|the family|religion|media|globalization|development|human rights|civil war|peacekeeping|security|foreign policy|trade|taxation|climate change|energy|agriculture|urban planning|housing|health care|ageing|childhood|youth|crime|law|constitutional courts|legitimacy|power|modernity|capitalism|science|technology|innovation|knowledge|language|discourse|culture|literature|translation|music|film|theatre|archaeology|excavations|manuscripts|inscriptions|ritual|kinship|neural networks|machine learning|databases|algorithms|logic programming|parallel computing|operating systems|image segmentation|speech recognition|information retrieval|protein folding|gene expression|cancer|diabetes|depression|sleep|memory formation|attention|cognition|learning|motivation|stress|soil|forest ecosystems|water quality|species diversity|birds|plants|steel|concrete|heat transfer|turbulence|semiconductors|polymers|nanoparticles|quantum systems|galaxies|earthquakes|volcanoes|ocean circulation|management|leadership|organizations|firms|marketing|consumers|accounting|finance|risk|tourism|sport'),
    A: list('political|social|economic|comparative|European|American|global|local|regional|urban|rural|modern|medieval|early|late|new|old|contemporary|critical|empirical|theoretical|quantitative|qualitative|international|transnational|national|public|private|digital|cultural|historical|legal|moral|religious|ethnic|cognitive|neural|molecular|clinical|experimental|adaptive|optimal|dynamic|nonlinear|stochastic|parallel|distributed|sustainable|environmental|institutional|organizational'),
    T: list('N and N in P|The A N of N|N: a A approach|On the A N of A N|A N in A N: N and N|Towards a A theory of N|Introduction to A N|The N of N: A N in P, Y|Why N? A A perspective|N, N and N|Explaining A N|How A N shapes N|Handbook of A N|A study of A N using N|The impact of N on N: evidence from P|Rethinking N|N in transition|From N to N|What is A N?|The M of N|M and A N|Effects of M on N|M: a new approach to A N|A N and the M problem|Measuring N|A A analysis of N in P (Y)|Between N and N: the A M|Essays on A N|The end of N|Making A N work|Modelling N with A M|Do N matter? A N and N in P|N after M. N in P and beyond|In defence of N|In search of A N|Readings in N|Letter to the editor|N|M|A N|A N and N'), small: /^(?:and|or|of|the|a|an|in|on|to|for|from|with|by|at|as|after|before|into|using|towards|between)$/, caps: true,
    subtitle: list('A A N|N in P|evidence from P|a case study of N|the case of P|lessons from P|A perspectives|theory and practice|an introduction|N and N|a review|a reply to M|Y'),
  },
  de: {
    N: list('Demokratie|Wahlen|Parteien|Regierung|Öffentlichkeit|Wähler|Sozialstaat|Migration|Föderalismus|Sozialkapital|Geschlecht|Ungleichheit|Vertrauen|Identität|Erinnerung|Nation|Populismus|Bürokratie|Bildung|Schule|Hochschule|Jugend|Familie|Arbeit|Arbeitsmarkt|Armut|Religion|Medien|Globalisierung|Entwicklung|Menschenrechte|Sicherheit|Außenpolitik|Handel|Steuern|Klimawandel|Umwelt|Stadt|Raum|Wohnen|Gesundheit|Pflege|Alter|Kindheit|Kriminalität|Recht|Verfassung|Legitimität|Macht|Moderne|Gesellschaft|Wirtschaft|Wissen|Wissenschaft|Technik|Innovation|Sprache|Diskurs|Kultur|Literatur|Soziologie|Theorie|Methoden|Forschung|Praxis|Handlung|Lebenslauf|Biographie|Generationen|Eliten|Milieus|Lebensstile|Freizeit|Konsum|Sport|Gewalt|Krieg|Frieden|Umfragen|Einstellungen|Werte|Wertewandel|Partizipation|Engagement|Organisation|Management|Beratung|Evaluation'),
    A: list('politische|soziale|gesellschaftliche|wirtschaftliche|vergleichende|europäische|deutsche|globale|lokale|regionale|moderne|neue|empirische|theoretische|qualitative|quantitative|internationale|öffentliche|private|digitale|kulturelle|historische|rechtliche|religiöse|kritische|berufliche|weibliche|familiale|städtische|ländliche'),
    T: list('N und N in P|Die A N der N|N zwischen N und N|Zur A N der N|A N im Wandel|Einführung in die A N|Handbuch N|N als N|Theorie der N|Grundlagen der N|Die N der N. A N in P Y|Was ist N?|N. Eine A N|Der Einfluss der N auf die N|Über N|Probleme der N|N, N und N|Beiträge zur N|Die M. N und N|Vom M zur N|Wege in die N|N heute|Das Ende der N?|Auf dem Weg zur N|Eine A N der N|Im Schatten der N|M und A N|N in der Krise|Lehrbuch der A N|Zum Verhältnis von N und N|N im Vergleich: P und P|A N'), small: /^$/, caps: false,
    subtitle: list('Eine A N|N in P|Ergebnisse einer A N|Eine Einführung|Theorie und Empirie|Zum Stand der N|Ein Vergleich|Befunde und Perspektiven|A N und N|Eine Fallstudie zur N|Analysen zur N'),
  },
  fr: {
    N: list("la démocratie|les élections|les partis|l'État|l'opinion publique|la citoyenneté|l'immigration|la mémoire|l'identité|la nation|la laïcité|l'école|le travail|la famille|la religion|les médias|la mondialisation|le développement|la guerre|la paix|la sécurité|le commerce|l'impôt|l'environnement|la ville|le logement|la santé|la vieillesse|la jeunesse|le droit|le pouvoir|la modernité|la science|la technique|la langue|le discours|la culture|la littérature|la traduction|le théâtre|l'archéologie|les inscriptions|le rite|la parenté|les réseaux|l'apprentissage|la violence|la police|les classes sociales|les élites"),
    A: list('politique|sociale|économique|comparée|européenne|française|locale|moderne|médiévale|contemporaine|critique|publique|culturelle|historique|juridique|morale|religieuse|rurale|urbaine'),
    T: list("N et N en P|Sociologie de N|Histoire de N|Introduction à N|De N à N|N : une approche A|L'invention de N|N face à N|Les formes de N|La fin de N ?|Pour une théorie A de N|Essai sur N|Les origines de N|Penser N|Vers N|N au XIXe siècle|La fabrique de N|À propos de N|Quelle N ?|N, N et N|Le M et N"), small: /^./, caps: false,
    subtitle: list("le cas de P|une étude A|N et N|essai|enjeux et perspectives|l'exemple de P|Y"),
  },
  es: {
    N: list('la democracia|las elecciones|los partidos|el Estado|la opinión pública|la ciudadanía|la migración|la memoria|la identidad|la nación|la educación|el trabajo|la familia|la religión|los medios|la globalización|el desarrollo|la guerra|la paz|la seguridad|el comercio|el medio ambiente|la ciudad|la vivienda|la salud|la juventud|el derecho|el poder|la modernidad|la ciencia|la lengua|el discurso|la cultura|la literatura|la violencia|la corrupción|los movimientos sociales'),
    A: list('política|social|económica|comparada|europea|latinoamericana|local|moderna|contemporánea|crítica|pública|cultural|histórica|jurídica|rural|urbana'),
    T: list('N y N en P|Historia de N|Sociología de N|Introducción a N|De N a N|N: una perspectiva A|N frente a N|El futuro de N|Teoría A de N|Ensayo sobre N|N en América Latina|¿Hacia N?|La construcción A de N|Los límites de N|N, N y N|Las M y N'), small: /^./, caps: false,
    subtitle: list('el caso de P|un estudio A|N y N|una aproximación|retos y perspectivas|Y'),
  },
  pt: {
    N: list('a democracia|as eleições|os partidos|o Estado|a opinião pública|a cidadania|a migração|a memória|a identidade|a nação|a educação|o trabalho|a família|a religião|a mídia|o desenvolvimento|a segurança|a cidade|a saúde|o direito|o poder|a ciência|a língua|a cultura|a violência|as políticas públicas'),
    A: list('política|social|econômica|comparada|brasileira|local|moderna|contemporânea|crítica|pública|cultural|histórica'),
    T: list('N e N em P|História: N|Introdução: N|Entre N e N|N: uma abordagem A|O futuro e N|Teoria A e N|N no Brasil|A construção A de P|N, N e N'), small: /^./, caps: false,
    subtitle: list('o caso de P|um estudo A|N e N|uma análise A'),
  },
  it: {
    N: list("la democrazia|le elezioni|i partiti|lo Stato|l'opinione pubblica|la cittadinanza|la memoria|l'identità|la nazione|la scuola|il lavoro|la famiglia|la religione|i media|lo sviluppo|la guerra|la pace|la città|la salute|il diritto|il potere|la scienza|la lingua|la cultura|la letteratura|il Rinascimento|gli scavi|le iscrizioni"),
    A: list('politica|sociale|economica|comparata|italiana|locale|moderna|medievale|contemporanea|pubblica|storica'),
    T: list("N e N in P|Storia: N|Introduzione a N|Tra N e N|N: un approccio A|Il futuro: N|N nel Novecento|Saggio: N|N, N e N|La M e N"), small: /^./, caps: false,
    subtitle: list('il caso di P|uno studio A|N e N|un bilancio'),
  },
  tr: {
    N: list('demokrasi|seçimler|siyasal partiler|devlet|kamuoyu|yurttaşlık|göç|bellek|kimlik|milliyetçilik|eğitim|emek|aile|din|medya|küreselleşme|kalkınma|güvenlik|dış politika|ticaret|çevre|kent|konut|sağlık|gençlik|hukuk|anayasa|iktidar|modernleşme|bilim|dil|söylem|kültür|edebiyat|tasavvuf|kelam|tefsir'),
    A: list('siyasal|toplumsal|ekonomik|karşılaştırmalı|yerel|modern|çağdaş|eleştirel|kültürel|tarihsel|hukuki|Osmanlı|İslami'),
    T: list("P'de N ve N|A N|N ve N ilişkisi|A N üzerine bir inceleme|N kuramı|Türkiye'de A N|N: A bir yaklaşım|A N ve N|N sosyolojisi|N tarihi|N bağlamında A N|M ve N"), small: /^(?:ve|ile|bir)$/, caps: true,
    subtitle: list('P örneği|A bir analiz|N ve N|Y|bir değerlendirme'),
  },
  pl: {
    N: list('demokracja|wybory|partie polityczne|państwo|opinia publiczna|obywatelstwo|migracja|pamięć|tożsamość|naród|edukacja|praca|rodzina|religia|media|rozwój|bezpieczeństwo|miasto|zdrowie|prawo|władza|nauka|język|kultura|literatura|společnost|demokracie|volby|politika|dějiny|vzdělávání'),
    A: list('polityczna|społeczna|gospodarcza|porównawcza|europejska|lokalna|współczesna|publiczna|kulturowa|historyczna|sociální|česká'),
    T: list('N i N w P|A N|Wprowadzenie: N|N a N|Teoria: A N|N: A perspektywa|N we współczesnym świecie|Między N a N|N w P w latach Y|N, N i N'), small: /^./, caps: false,
    subtitle: list('studium przypadku|A N|N i N|zarys problemu'),
  },
  nl: {
    N: list('democratie|verkiezingen|partijen|staat|burgerschap|migratie|identiteit|onderwijs|arbeid|gezin|religie|media|veiligheid|stad|gezondheid|recht|macht|demokrati|velferdsstaten|innvandring|utbildning|samhälle|politik|arbete|kön'),
    A: list('politieke|sociale|economische|Europese|Nederlandse|lokale|moderne|politisk|sosial|svenska|kritisk'),
    T: list('N en N in P|De A N|Inleiding: N|N: een A analyse|N och N i P|Den A N|N og N|Over N en N|Van N naar N'), small: /^./, caps: false,
    subtitle: list('een A studie|N en N|en studie av N'),
  },
  ru: {
    N: list('демократии|выборов|политических партий|государства|общественного мнения|гражданства|миграции|исторической памяти|идентичности|национализма|образования|труда|семьи|религии|средств массовой информации|глобализации|развития|прав человека|безопасности|внешней политики|торговли|налогообложения|окружающей среды|города|здравоохранения|молодежи|преступности|права|конституции|легитимности|власти|модернизации|науки|техники|инноваций|языка|дискурса|культуры|литературы|экономики|управления|предприятия|регионов|элит|протеста|доверия'),
    A: list('политические|социальные|экономические|региональные|современные|исторические|правовые|теоретические|методологические|институциональные|культурные|международные|государственные|национальные'),
    T: list('A аспекты N|Проблемы N в P|N и N: A подходы|Теория N|История N|Основы N|Трансформация N в P|К вопросу о сущности N|A основы N|Феномен N|Особенности N в условиях N|Развитие N: опыт P|Кризис N|Что такое M?|M как фактор N|Роль N в системе N|Введение в теорию N|Механизмы N|A модели N|Эволюция N (Y гг.)|Методика оценки N|Социология N|О некоторых проблемах N'), small: /^./, caps: false, upper: true,
    subtitle: list('A аспекты|опыт P|теория и практика|A подход|вопросы методологии|на примере P|проблемы и перспективы|Y гг.'),
  },
  uk: {
    N: list('демократії|виборів|політичних партій|держави|громадської думки|міграції|пам’яті|ідентичності|освіти|праці|безпеки|права|влади|науки|мови|культури|економіки|управління|регіонів'),
    A: list('політичні|соціальні|економічні|сучасні|історичні|правові|теоретичні|міжнародні|державні'),
    T: list('A аспекти N|Проблеми N в Україні|Теорія N|Історія N|Основи N|Розвиток N: досвід P|A засади N|Особливості N|Формування N в умовах N'), small: /^./, caps: false, upper: true,
    subtitle: list('A аспекти|теорія і практика|досвід P'),
  },
  kk: {
    N: list('демократия|сайлау|саяси партиялар|мемлекет|қоғамдық пікір|азаматтық|көші-қон|тарихи жады|бірегейлік|білім беру|еңбек|отбасы|дін|қауіпсіздік|сыртқы саясат|құқық|билик|ғылым|тіл|мәдениет|әдебиет|экономика|басқару'),
    A: list('саяси|әлеуметтік|экономикалық|қазіргі|тарихи|құқықтық|ұлттық|мемлекеттік|халықаралық'),
    T: list('A N мәселелері|Қазақстандағы A N|N және N|A N дамуы|N теориясы|A N тарихы|N негіздері|A N рөлі'), small: /^./, caps: false, upper: true,
    subtitle: list('A аспектілер|теория және практика|A талдау'),
  },
  zh: {
    N: list('民主|选举|政党|国家|公共舆论|公民身份|移民|历史记忆|认同|民族主义|教育|劳动|家庭|宗教|媒体|全球化|发展|人权|安全|外交政策|贸易|税收|环境|城市|住房|健康|青年|法律|宪法|合法性|权力|现代化|科学|技术|创新|语言|话语|文化|文学|经济|治理|农村|社区|企业|数据|算法|神经网络|土壤|材料|结构|水资源'),
    A: list('政治|社会|经济|比较|地方|现代|当代|公共|历史|制度|理论|实证|基层|数字'),
    T: list('A与N研究|N与N|论A的N|P的AN|N的AN|AN概论|基于N的AN分析|A视角下的N|N理论与实践|当代中国的N|从N到N|AN的逻辑|N中的A问题|P与N关系研究|AN:N与N|N史'), small: /^$/, caps: false,
    subtitle: list('以P为例|N与N|一个A的视角|基于P的调查'),
  },
};

export const countries = {
  en: list('Germany|France|Britain|the United States|Russia|China|India|Brazil|Kazakhstan|Central Asia|Europe|Eastern Europe|Latin America|Africa|Japan|Italy|Spain|Poland|Turkey|Sweden|California|Berlin|London|Chicago|Mexico|Nigeria|the Baltic states'),
  de: list('Deutschland|Ostdeutschland|Frankreich|Österreich|der Schweiz|Europa|den USA|Berlin|Russland|Polen|der DDR|der Bundesrepublik|Bayern|Osteuropa|Italien'),
  fr: list('France|Allemagne|Europe|Afrique|Algérie|Italie|Chine|Russie|Belgique|Paris|Suisse'),
  es: list('España|México|Argentina|Chile|Colombia|América Latina|Europa|Madrid|Cataluña|Perú'),
  pt: list('Brasil|Portugal|São Paulo|Minas Gerais|América Latina'), it: list('Italia|Europa|Francia|Roma|Sicilia|Toscana'),
  tr: list('Türkiye|Avrupa|Ankara|İstanbul|Almanya|Osmanlı'), pl: list('Polsce|Europie|Niemczech|Warszawie|Czechach'), nl: list('Nederland|Europa|België|Norge|Sverige|Danmark'),
  ru: list('России|Казахстана|Российской Федерации|Центральной Азии|Европы|СССР|Китая|Германии|Сибири|стран СНГ'), uk: list('України|Європи|Польщі|Росії'), kk: list('Қазақстан|Орталық Азия|Ресей|Қытай'),
  zh: list('中国|美国|欧洲|上海|日本|俄罗斯|中亚|江苏省|长三角'),
};
