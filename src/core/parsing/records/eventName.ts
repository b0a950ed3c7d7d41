/** Does the place of a paper name an event, or what was printed of it? */
const event = /(?<!\p{L})(?:conference|congress|convention|workshop|symposium|colloquium|seminar|(?:annual|biennial|general|regional|spring|autumn|fall) meeting|joint sessions|summer school|convegno|kongress|(?:jahres|fach|herbst|frühjahrs)?tagung|colloque|congrès|congreso|congresso|encontro|encuentro|jornadas|sempozyumu?|kongresi|konferansı|konferenc[jei]\p{L}{0,3}|конференц\p{L}{1,3}|конгресс|симпозиум|форум)(?!\p{L})|年会|研讨会|学会大会/iu;
const printed = /(?<!\p{L})(?:proceedings|transactions|papers|abstracts|lecture notes|series|selected|actas|actes|atti|anais|annals|memorias|tagungsband|berichte|beiträge|sborník|zbornik|materiały|bildiri\p{L}*|kitabı|сборник\p{L}*|труд[ыо]\p{L}*|материал\p{L}*|тезис\p{L}*|proc\.)(?!\p{L})|论文集|汇编/iu;

/** A conference, a workshop and their like, and neither proceedings nor any other print of one. */
export const namesEvent = (text: string): boolean => text.length < 200 && event.test(text) && !printed.test(text);
