/** Whether a text reads like the answer of a chat assistant, whose references may not exist. */
import type { Span } from '../../source';

/** Turns of phrase with which an answer begins or ends. */
const phrases = /^(?:Here (?:are|is|’s|'s) (?:some|a|the|several|\p{L}{1,30} )|Sure[,!]|Certainly[,!]|Of course[,!]|Absolutely[,!]|Below (?:are|is) |I(?:’|')ve (?:compiled|put together|listed)|Вот (?:несколько|список|некоторые)|Конечно[,!]|Hier (?:sind|ist) (?:einige|eine)|Gerne[,!]|Voici |Aquí (?:tienes|están)|İşte |以下是|当然)|(?:Would you like me to|Let me know if you|I hope (?:this|these)|Please (?:verify|check|note that)|If you(?:’|')d like, I can|Хотите, (?:чтобы )?я|Soll ich )/mu;

/** Markdown or a list, as answers have. */
const listed = /\*\*[^*\n]|^\s{0,6}(?:[-*•]|\d{1,3}\.)\s/mu;

/** What a text is looked at on either side of the references: the last words of an answer may stand below a table. */
const around = 800;

/** Beyond this nothing of a text is looked at, in UTF-16 code units. */
const longestAnswer = 40_000;

/** Does what stands between two places read like such an answer: by its phrases, or by several of the ways in which assistants write of works? */
export function isAnswer(text: string, { start, end }: Span): boolean {
  const answer = text.slice(Math.max(0, start - around), end + around);
  return listed.test(answer) && (phrases.test(answer) || (answer.length <= longestAnswer && isWrittenSo(answer)));
}

/** What somebody writes who keeps a list for themselves: tasks, links between notes, keys of sources, what they think. */
const own = /^\s{0,6}[-*] \[[ xX]\] |\[\[[^\]\n]{1,80}\]\]|(?<![\p{L}\d.])@\p{L}{2,30}\d{4}|(?<!\p{L})(?:TODO|[Mm]y|I|[Mm]ein\p{L}{0,2}|[Mm]on|[Mm]es|[Mm]is|[Мм]о[яйеи])(?!\p{L})/mu;

/** `- **Title** by`, `1. **"Title"** –`: the title in bold in front, and whoever wrote it behind. */
const boldTitle = /^\s{0,6}(?:[-*•]|\d{1,3}[.)]) \*\*["“«]?[^*\n]{8,250}\*\*[,.]?(?: \(\d{4}\))? ?(?:by |[–—-] |von |par |de |por |автор)/gmu;
/** `- **Key argument:** …` below a work. */
const labelled = /^\s{0,12}(?:[-*•] )?\*\*?\p{Lu}[\p{L} ’'-]{2,30}:\*\*? \p{Lu}/gmu;
/** `- Explores how …`, a line below a work: words without a figure. */
const below = /^\s{1,12}(?:[-*•] )?\p{Lu}\p{Ll}{2,20} [^\d"“«]{15,400}\.?$/u;
/** `– the classic on hybrid regimes`, at the end of the line of a work: words of a sentence, without a figure. */
const beside = /^[–—-] (?:\p{Ll}|\p{Lu}\p{Ll}{0,20} \p{Ll})[^\d"“«]{15,400}$/u;
const emojiHeading = /^(?:#{1,6} |\*\*)(?:\d{1,2}[.)] )?\p{Extended_Pictographic}/mu;
const heading = /^#{2,4} \S/mu;
/** `(Note: …)`, `> **Note:** …`: a line at the end that takes back what it said. */
const note = /^(?:> )?[(*_]{1,3}(?:Note|Hinweis|Remarque|Nota|Примечание|Not|注意?) ?[:：]/mu;
/** `These works provide a solid foundation for …`: how an answer ends. */
const closing = /^(?:Together,? t|T)hese (?:(?:\p{Ll}{3,15} ){0,2})(?:works|books|articles|papers|sources|studies|readings|texts|references|scholars) (?:\p{Ll}{3,15} )?(?:provide|offer|cover|should|represent|form|give|help|are|will|span|together|collectively|highlight|show)|^(?:Diese (?:Werke|Texte|Bücher|Studien|Quellen) (?:bieten|decken|geben|bilden|zeigen)|Ces (?:ouvrages|travaux|textes|articles|sources) (?:offrent|couvrent|donnent|constituent|permettent)|Est[ao]s (?:obras|textos|trabajos|libros|fuentes|artículos|trabalhos|livros|fontes|artigos) (?:ofrecen|cubren|proporcionan|oferecem|cobrem|fornecem)|Queste (?:opere|fonti) (?:offrono|coprono|forniscono)|Эти (?:работы|книги|источники|тексты|исследования) (?:дают|охватывают|помогут|представляют|составляют|позволяют)|Bu (?:çalışmalar|kaynaklar|eserler) )/mu;

/** Several signs together, of which one at least is talk: a list of one’s own has titles in bold or remarks, and seldom both. */
function isWrittenSo(answer: string): boolean {
  if (own.test(answer)) return false;
  const count = (pattern: RegExp): number => (answer.match(pattern) ?? []).length;
  const titles = count(boldTitle);
  const talk = [count(labelled) > 1, answer.split('\n').filter(isDescribed).length > 1, note.test(answer), closing.test(answer)].filter(Boolean).length;
  const dress = [titles > 1, emojiHeading.test(answer), titles > 1 && heading.test(answer)].filter(Boolean).length;
  return talk > 0 && talk + dress > 1;
}

/** Is this line what is said of a work, or a work dated in brackets with such words at its end? */
function isDescribed(line: string): boolean {
  const dash = Math.max(line.lastIndexOf(' – '), line.lastIndexOf(' — '), line.lastIndexOf(' - '));
  return below.test(line) || (dash > 0 && beside.test(line.slice(dash + 1)) && /\(\d{4}\)|\d{4}\./u.test(line.slice(0, dash)));
}
