/** Words of our field and of its languages, for suggesting tags: terms that are worth a tag, and words that never are. Data. */

/** Terms of international relations and comparative politics, as tags. */
export const glossary: readonly string[] = `
multi-vectorism hedging soft-balancing hard-balancing balancing bandwagoning bridging buck-passing alignment non-alignment neutrality autonomy
strategic-autonomy relational-power structural-power soft-power hard-power sharp-power smart-power normative-power great-powers middle-powers small-states
buffer-states regional-powers regional-order world-order liberal-order multipolarity bipolarity unipolarity hegemony status-seeking recognition prestige
voting-cohesion un-voting roll-call-votes voting-affinity abstention alliances security-guarantees deterrence security-dilemma power-transition
balance-of-power balance-of-threat threat-perception sanctions economic-statecraft trade-dependence asymmetric-interdependence interdependence economic-coercion
energy-security pipelines corridors connectivity infrastructure foreign-aid development-aid foreign-direct-investment debt diaspora migration remittances
public-diplomacy cultural-diplomacy mediation conflict-resolution peacekeeping frozen-conflict civil-war secession irredentism de-facto-states sovereignty
territorial-integrity regionalism regional-integration eurasian-integration european-union nato multilateralism bilateralism minilateralism
international-organisations international-law human-rights democracy-promotion autocracy-promotion authoritarianism competitive-authoritarianism
democratic-backsliding regime-survival regime-change coups elites elite-preferences elite-perceptions public-opinion nationalism national-identity role-theory
national-role-conceptions constructivism realism neoclassical-realism liberalism english-school foreign-policy-analysis decision-making leadership bureaucratic-politics
veto-players domestic-politics populism polarisation party-systems elections electoral-systems voter-turnout coalition-government federalism
decentralisation corruption state-capacity clientelism patronage rule-of-law civil-society social-movements protest contentious-politics
propaganda disinformation media-framing securitisation discourse-analysis content-analysis process-tracing comparative-case-study
conjoint-experiment survey-experiment interviews panel-data regression network-analysis text-analysis gravity-model
climate-policy water-politics nuclear-weapons non-proliferation arms-control cyber-security terrorism radicalisation gender feminist-foreign-policy
colonialism post-colonialism post-soviet soft-authoritarianism nation-building state-building memory-politics religion-and-politics identity-politics
`.split(/\s+/).filter((word) => word !== '');

/** Words that join, count, point or tell what a paper does, in languages of our field. */
export const stopWords: ReadonlySet<string> = new Set(`
a about above across after again against all almost alone along already also although always among an and another any anything apart are as aside at away back be became because become
been before behind being below beside besides between beyond both but by came can cannot case cases change changed changes come could day deal did different do does done down during each early either eight else enough even ever every
everything example far few fifth fifty first five following for forty found four fourth from full further general get give given gives go good great had half hardly has have having he her here hers him his
how however hundred i if in indeed instead into is it its itself just kept last late later latter least less let like likely little long longer made make makes many may me mean means merely might
more moreover most much must my namely nearly neither never nevertheless new next nine no nobody none nor not nothing now of off often old on once one only onto or other others otherwise our ours out over own
part particular particularly perhaps please quite rather rarely really recent recently same second seem seemed seems seldom set seven several shall she should since six so some somebody something sometimes somewhat soon
still such ten than that the their theirs them themselves then there thereby therefore these they thing things third this those though thousand three through throughout thus to today together too took towards toward twelve twenty two
under until up upon us use used useful using usually various very via was way ways we well were what whatever when whenever where whereas whether which while who whoever whole whom whose why wide will with within without
words would year years yet you your yes century decade decades data
abstract account accounts address addresses adopt adopts aim aims analyse analysed analyses analysis analyze analyzed analyzes answer answers applies apply applied approach approaches argue argued argues argument arguments article articles ask asked asks assess
assesses assume assumed assumption assumptions attempt attempts author authors base based basis book call called calls chapter claim claims compare compared compares comparison conclude concludes conclusion conclusions consider considered considers
contend contends contribute contributes contribution contributions define defined defines demonstrate demonstrates describe described describes design develop develops differ difference differences discuss discussed discusses distinguish distinguishes draw drawing draws drew
effect effects evidence examine examined examines explain explained explains explore explores extent factor factors field finally find finding findings finds focus focuses follow follows framework give hypothesis identify identifies implication implications important
include included includes including indicate indicates interest interested introduce introduces investigate investigates issue issues key know known lead leads limit limits literature look looks main material method methods model models need needs note notes novel offer offers order overview
paper papers perspective perspectives pay pays play plays point points present presented presents problem problems propose proposed proposes provide provides purpose question questions read reading reconstruct reconstructs relationship remain remains report research researcher researchers respect respond result results reveal reveals review role say says scholar scholars
scholarship section seek seeks seen separate series show showed shown shows significant similar single situate source sources stand state stated states step steps strong stronger studied studies study suggest suggested suggests support supports take taken takes tell tells term terms test
tests text theme theory thesis topic trace traces treat treats turn turns type types understand understanding understood unit value values view views weak weaker work works write writes
der die das des dem den ein eine einer eines einem und oder aber nicht auch als am an auf aus bei bis durch für im in ins ist sind war wie wird werden mit nach noch nur ob über um unter vom von vor wenn zu zum zur zwischen dieser diese dieses sich sie er es beitrag aufsatz artikel studie
le la les un une des du de et ou mais ne pas plus au aux ce cet cette ces dans en entre est sont il elle ils elles leur leurs on par pour que qui quoi sa se ses son sur avec sans sous être avoir cela comme dont où lors ainsi aussi afin depuis rapport étude auteur auteurs montre propose
el los las una unos unas y o pero del al con como cuando donde entre es son está están este esta estos estas ese esa hasta hacia lo más no para pero por porque que quien se sin sobre su sus también tiene un ya artículo trabajo estudio autor autores muestra propone analiza
o os as um uma uns umas e ou mas do da dos das no na nos nas ao aos com como entre é são está este esta para pelo pela por que se sem sobre seu sua seus suas também artigo estudo
il lo gli i uno una e ed o ma del della dei delle degli al alla ai alle dal dalla nel nella con come tra fra è sono questo questa per che si senza su suo sua anche articolo saggio studio
ve veya ama ile için bir bu şu o da de ki mi ne olan olarak olduğunu olduğu daha çok en gibi kadar sonra önce üzerine arasında değil ise göre tez makale çalışma bu çalışmada tarafından hangi
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем всех можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между также который которая которое которые которых статья статье автор авторы исследование работа анализ рассматривается показано результаты
і й та не що він на я з із як а то все вона так його але до у же ви за б по тільки її було від мене ще ні о його для ми їх чим була без який яка яке які при між також стаття автор автори дослідження
және мен бұл осы да де үшін бен пен туралы бойынша арқылы емес болып табылады мақала мақалада автор зерттеу
`.split(/\s+/).filter((word) => word !== ''));
