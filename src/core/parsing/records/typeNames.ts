/** The names that exports and spreadsheets give to kinds of works, as types of CSL. */
import type { ItemType } from '../../source';

/** By the letters of the name alone, in lower case. */
const types: { readonly [letters: string]: ItemType } = {
  journalarticle: 'article-journal', article: 'article-journal', journal: 'article-journal', journalelectronic: 'article-journal',
  electronicarticle: 'article-journal', ejournalarticle: 'article-journal', articlejournal: 'article-journal', review: 'article-journal',
  reviewarticle: 'article-journal', researcharticle: 'article-journal', originalarticle: 'article-journal', editorial: 'article-journal',
  editorialmaterial: 'article-journal', note: 'article-journal', letter: 'article-journal', shortsurvey: 'article-journal', comment: 'article-journal',
  earlyaccess: 'article-journal', articleinpress: 'article-journal', inpress: 'article-journal', scholarlyjournal: 'article-journal',
  scholarlyjournals: 'article-journal', academicjournal: 'article-journal', academicjournals: 'article-journal', periodical: 'article-journal',
  abstract: 'article-journal', introductoryjournalarticle: 'article-journal', meetingabstract: 'paper-conference',
  bookreview: 'review-book', bookreviews: 'review-book', reviewbook: 'review-book',
  magazinearticle: 'article-magazine', magazine: 'article-magazine', magazines: 'article-magazine',
  newspaperarticle: 'article-newspaper', newspaper: 'article-newspaper', newspapers: 'article-newspaper', news: 'article-newspaper', newsitem: 'article-newspaper',
  book: 'book', books: 'book', wholebook: 'book', bookwhole: 'book', editedbook: 'book', bookedited: 'book', electronicbook: 'book', ebook: 'book', monograph: 'book',
  authoredbook: 'book',
  booksection: 'chapter', bookchapter: 'chapter', chapter: 'chapter', electronicbooksection: 'chapter', booksectionelectronic: 'chapter', inbook: 'chapter', incollection: 'chapter',
  conferencepaper: 'paper-conference', conferenceproceedings: 'paper-conference', proceedingspaper: 'paper-conference', proceeding: 'paper-conference',
  proceedings: 'paper-conference', conference: 'paper-conference', paperconference: 'paper-conference', conferencepapersproceedings: 'paper-conference', inproceedings: 'paper-conference',
  proceedingsarticle: 'paper-conference', conferencepaperproceedings: 'paper-conference',
  presentation: 'speech', speech: 'speech',
  thesis: 'thesis', dissertation: 'thesis', dissertationthesis: 'thesis', dissertationthesisunpublished: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis',
  doctoraldissertation: 'thesis', academicdissertation: 'thesis', dissertations: 'thesis', dissertationstheses: 'thesis', dissertationsandtheses: 'thesis',
  report: 'report', technicalreport: 'report', workingpaper: 'report', workingpapers: 'report', governmentdocument: 'report', discussionpaper: 'report', policybrief: 'report',
  reports: 'report', whitepaper: 'report', redifpaper: 'report',
  preprint: 'article', postedcontent: 'article', unpublishedwork: 'manuscript', unpublishedmaterial: 'manuscript', unpublished: 'manuscript', manuscript: 'manuscript',
  webpage: 'webpage', website: 'webpage', onlinediscussionforumblogs: 'post-weblog', onlinemultimedia: 'webpage', blog: 'post-weblog', blogpost: 'post-weblog',
  blogs: 'post-weblog', onlinedatabase: 'dataset', dataset: 'dataset', datapaper: 'article-journal', data: 'dataset', softwarereview: 'article-journal',
  encyclopedia: 'entry-encyclopedia', encyclopediaarticle: 'entry-encyclopedia', encyclopediaentry: 'entry-encyclopedia', dictionary: 'entry-dictionary', dictionaryentry: 'entry-dictionary',
  computerprogram: 'software', software: 'software', map: 'map', artwork: 'graphic', patent: 'patent', standard: 'standard', bill: 'bill', statute: 'legislation',
  statutes: 'legislation', legalruleorregulation: 'legislation', lawsstatutes: 'legislation', case: 'legal_case', casecourtdecisions: 'legal_case', courtdecisions: 'legal_case',
  hearing: 'hearing', interview: 'interview', personalcommunication: 'personal_communication', pamphlet: 'pamphlet', audiovisualmaterial: 'motion_picture',
  filmorbroadcast: 'motion_picture', motionpicture: 'motion_picture', videodvd: 'motion_picture', videorecording: 'motion_picture', music: 'song', soundrecording: 'song', generic: 'document',
  document: 'document', other: 'document', miscellaneous: 'document',
  статья: 'article-journal', статьявжурнале: 'article-journal', книга: 'book', монография: 'book', глававкниге: 'chapter', глава: 'chapter', диссертация: 'thesis', доклад: 'report',
  материалыконференции: 'paper-conference', мақала: 'article-journal', кітап: 'book', makale: 'article-journal', kitap: 'book', kitapbölümü: 'chapter', tez: 'thesis', bildiri: 'paper-conference',
  zeitschriftenartikel: 'article-journal', zeitschriftenaufsatz: 'article-journal', aufsatz: 'article-journal', buch: 'book', sammelband: 'book', buchkapitel: 'chapter', dissertationhabilitation: 'thesis',
  artículo: 'article-journal', libro: 'book', capítulo: 'chapter', tesis: 'thesis', livre: 'book', chapitre: 'chapter', thèse: 'thesis',
  期刊: 'article-journal', 期刊论文: 'article-journal', 期刊文章: 'article-journal', 特色期刊: 'article-journal', 中国学术期刊: 'article-journal', 图书: 'book', 专著: 'book', 博士: 'thesis', 硕士: 'thesis', 学位论文: 'thesis',
  博士论文: 'thesis', 硕士论文: 'thesis', 报纸: 'article-newspaper', 会议: 'paper-conference', 会议论文: 'paper-conference', 国际会议: 'paper-conference', 中国会议: 'paper-conference', 报告: 'report',
};

/** The type that a name stands for; of several names (`Article; Early Access`) the first that is known. Undefined when none is. */
export function typeNamed(text: string): ItemType | undefined {
  const whole = typeOf(text);
  if (whole !== undefined) return whole;
  return text.split(/[;|/\n,]/u).slice(0, 12).map(typeOf).find((type) => type !== undefined);
}

function typeOf(text: string): ItemType | undefined {
  const letters = text.slice(0, 80).toLowerCase().replace(/[^\p{L}]/gu, '');
  return Object.hasOwn(types, letters) ? types[letters] : undefined;
}
