// src/core/parsing/references/model/tokens.ts
var tokenAt = /(?:https?:\/\/|www\.)[^\s<>“”«»，。]{2,300}|10\.\d{4,9}\/[^\s"<>«»“”，；]{2,200}|\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}])+(?:[’'ʼ](?!\p{sc=Han})\p{L}[\p{L}\p{M}]*)?|\d+|[^\s\p{L}\p{M}\d]|\p{M}/gu;
function tokensOf(text) {
  return [...text.matchAll(tokenAt)].map((match) => {
    const trimmed = match[0].length > 6 && /^(?:h|w|10\.)/u.test(match[0]) && /[/.]/u.test(match[0]) ? match[0].replace(/[.,;:)\]]{1,3}$/u, "") : match[0];
    return { start: match.index, end: match.index + trimmed.length, text: trimmed, spaced: /\s/u.test(text[match.index - 1] ?? " ") };
  });
}

// src/core/parsing/references/model/word.ts
var forms = ["X", "Xx", "XX", "XXX", "xx", "xX", "d", "dd", "ddd", "year", "dddd", "ddddd", "han", "url", "doi", ".", ",", ":", ";", "(", ")", "[", "]", '"', "\xAB", "\xBB", "-", "/", "&", "'", "?", "other"];
var formNumber = Object.fromEntries(forms.map((form2, index) => [form2, index]));
var signs = {
  "\u3002": ".",
  "\uFF0E": ".",
  "\uFF0C": ",",
  "\u3001": ",",
  "\uFF1A": ":",
  "\uFF1B": ";",
  "\uFF08": "(",
  "\uFF09": ")",
  "\uFF3B": "[",
  "\uFF3D": "]",
  "\u201C": "\xAB",
  "\u201E": "\xAB",
  "\u201D": "\xBB",
  "\u2018": "\xAB",
  "\u2019": "\xBB",
  "\u201A": "\xAB",
  "\u300A": "\xAB",
  "\u300B": "\xBB",
  "\u2013": "-",
  "\u2014": "-",
  "\u2212": "-",
  "\u2010": "-",
  "!": "?",
  "\uFF1F": "?",
  "\uFF01": "?",
  "\u2026": "."
};
function hashOf(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash | 0;
}
function formOf(text) {
  const first = text[0] ?? "";
  if (/\d/u.test(first)) return text.includes("/") && text.startsWith("10.") ? "doi" : digitsOf(text);
  if (/\p{sc=Han}/u.test(first)) return "han";
  if (!/[\p{L}\p{M}]/u.test(first)) return forms.includes(text) ? text : signs[text] ?? "other";
  if (text.length > 7 && /[/.]/u.test(text)) return "url";
  if (/^\p{Lu}$/u.test(text)) return "X";
  if (/^\p{Lu}{2,3}$/u.test(text)) return "XX";
  if (/^\p{Lu}[\p{Lu}’'ʼ]+$/u.test(text)) return "XXX";
  if (/^\p{Lu}/u.test(text)) return "Xx";
  return /\p{Lu}/u.test(text) ? "xX" : "xx";
}
function digitsOf(text) {
  if (text.length === 4) return /^(?:1[5-9]|20)/u.test(text) ? "year" : "dddd";
  return ["d", "d", "dd", "ddd"][text.length] ?? "ddddd";
}
function wordOf(text) {
  const form2 = formOf(text);
  const lower = text.toLowerCase();
  const lettered = /^\p{L}/u.test(text) && form2 !== "url" && form2 !== "han";
  return {
    form: formNumber[form2] ?? 0,
    word: /^\d|^url$|^doi$/u.test(form2 === "url" ? "url" : lower) ? 0 : hashOf(lower),
    start: lettered && lower.length > 3 ? hashOf(`^${lower.slice(0, 3)}`) : 0,
    end: lettered && lower.length > 3 ? hashOf(`${lower.slice(-2)}$`) : 0,
    ending: lettered && lower.length > 4 ? hashOf(`${lower.slice(-3)}$`) : 0,
    digits: /^\d+$/u.test(text) ? Math.min(Number(text), 99999) : -1
  };
}
var Words = class {
  known = /* @__PURE__ */ new Map();
  of(text) {
    const found = this.known.get(text);
    if (found !== void 0) return found;
    if (this.known.size > 5e4) this.known.clear();
    const word = wordOf(text);
    this.known.set(text, word);
    return word;
  }
};

// src/core/parsing/references/model/features.ts
var form = Object.fromEntries(forms.map((name, index) => [name, index]));
var mostFeatures = 64;
var mixed = (a, b) => {
  let hash = Math.imul(a ^ b + 2654435769, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) & 16777215;
};
var isEdge = (kind) => kind >= form["."] && kind !== form["'"] && kind !== form["&"];
function endsSentence(words, tokens, at) {
  const kind = words[at]?.form;
  if (kind === form["?"] || kind === form["\xBB"]) return true;
  if (kind !== form["."]) return false;
  const before = words[at - 1]?.form;
  const length = tokens[at - 1]?.text.length ?? 0;
  return !(before === form.X || before === form.Xx && length < 4 || before === form.xx && length < 4) && (tokens[at + 1]?.spaced ?? true);
}
function partsOf(words, tokens) {
  const count = words.length;
  const arrays = { part: new Uint16Array(count), sentence: new Uint16Array(count), quoted: new Uint8Array(count), bracketed: new Uint8Array(count), yearsBefore: new Uint8Array(count), slashed: new Uint8Array(count) };
  const shapes = [0];
  const lengths = [0];
  const sentences = [0];
  const state = { part: 0, sentence: 0, quoted: 0, bracketed: 0, years: 0, slashed: 0 };
  for (let at = 0; at < count; at++) {
    const kind = words[at]?.form ?? 0;
    if (kind === form["\xAB"] || kind === form['"'] && state.quoted !== 1) state.quoted = 1;
    if (kind === form["("] || kind === form["["]) state.bracketed = 1;
    if (kind === form["/"] && words[at - 1]?.form === form["/"]) state.slashed = 1;
    if (isEdge(kind) && (kind !== form["-"] || tokens[at]?.spaced === true)) {
      if ((lengths[state.part] ?? 0) > 0) [state.part] = [shapes.push(0) - 1, lengths.push(0)];
    } else {
      const length = lengths[state.part] ?? 0;
      lengths[state.part] = length + 1;
      if (length < 3) shapes[state.part] = (shapes[state.part] ?? 0) * 33 + kind + 1;
    }
    arrays.part[at] = state.part;
    arrays.sentence[at] = state.sentence;
    arrays.quoted[at] = state.quoted;
    arrays.bracketed[at] = state.bracketed;
    arrays.yearsBefore[at] = Math.min(state.years, 3);
    arrays.slashed[at] = state.slashed;
    sentences[state.sentence] = (sentences[state.sentence] ?? 0) + 1;
    if ((kind === form["\xBB"] || kind === form['"']) && state.quoted === 1 && arrays.quoted[at - 1] === 1) state.quoted = 2;
    if (kind === form[")"] || kind === form["]"]) state.bracketed = 0;
    if (kind === form.year) state.years++;
    if (endsSentence(words, tokens, at)) state.sentence = sentences.push(0) - 1;
  }
  return { ...arrays, shapes, lengths, sentences };
}
function kindOf(words, parts) {
  const first = words.findIndex((word) => word.form === form.year);
  const early = first < 0 ? 0 : first < words.length * 0.45 ? 1 : 2;
  const bracketed = first > 0 && words[first - 1]?.form === form["("] ? 1 : 0;
  const quoted = words.some((word) => word.form === form["\xAB"] || word.form === form['"']) ? 1 : 0;
  const slashed = (parts.slashed.at(-1) ?? 0) > 0 ? 1 : 0;
  const han = words.filter((word) => word.form === form.han).length * 4 > words.length ? 1 : 0;
  return early + 3 * (bracketed + 2 * (quoted + 2 * (slashed + 2 * han)));
}
var bucket = (value) => value < 4 ? value : value < 6 ? 4 : value < 9 ? 5 : value < 14 ? 6 : value < 22 ? 7 : 8;
function featuresOf(tokens, lookup) {
  const words = tokens.map(({ text }) => lookup.of(text));
  const parts = partsOf(words, tokens);
  const whole = { words, tokens, parts, kind: kindOf(words, parts) };
  const ids = new Int32Array(tokens.length * mostFeatures);
  const counts = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) counts[at] = fill(ids, at * mostFeatures, whole, at);
  return { ids, counts, forms: Uint8Array.from(words, (word) => word.form) };
}
var nothing = { form: 63, word: 7, start: 0, end: 0, ending: 0, digits: -1 };
function fill(ids, from, whole, at) {
  let next = from;
  const put = (template, value) => {
    ids[next++] = mixed(Math.imul(template + 1, 1013904223), value);
  };
  putWords(put, whole.words, at);
  putForms(put, whole, at);
  putPlace(put, whole, at);
  return next - from;
}
function putWords(put, words, at) {
  const word = words[at] ?? nothing;
  const before = words[at - 1] ?? nothing;
  const after = words[at + 1] ?? nothing;
  if (word.word !== 0) put(0, word.word);
  if (before.word !== 0) put(1, before.word);
  if (after.word !== 0) put(2, after.word);
  put(3, mixed(before.word, word.word === 0 ? word.form : word.word));
  put(4, mixed(word.word === 0 ? word.form : word.word, after.word === 0 ? after.form : after.word));
  const second = words[at - 2] ?? nothing;
  const later = words[at + 2] ?? nothing;
  if (second.word !== 0) put(5, mixed(second.word, before.form));
  if (later.word !== 0) put(6, mixed(later.word, after.form));
  if (word.start !== 0) put(7, word.start);
  if (word.end !== 0) put(8, word.end);
  if (word.ending !== 0) put(9, word.ending);
  if (word.digits >= 0) put(10, bucket(word.digits > 31 ? 4 + Math.floor(word.digits / 40) : word.digits > 12 ? 3 : 1));
}
function putForms(put, { words, tokens, parts, kind }, at) {
  const here = words[at]?.form ?? 63;
  const form2 = (offset) => words[at + offset]?.form ?? 63;
  const glued = (tokens[at]?.spaced === true ? 1 : 0) + (tokens[at + 1]?.spaced === false ? 2 : 0);
  put(20, here);
  put(21, here * 64 + form2(-1));
  put(22, here * 64 + form2(1));
  put(23, (form2(-1) * 64 + here) * 64 + form2(1));
  put(24, (form2(-2) * 64 + form2(-1)) * 64 + here);
  put(25, (here * 64 + form2(1)) * 64 + form2(2));
  put(26, ((form2(-2) * 64 + form2(-1)) * 64 + here) * 64 + form2(1));
  put(27, ((form2(-1) * 64 + here) * 64 + form2(1)) * 64 + form2(2));
  put(28, mixed(((form2(-3) * 64 + form2(-2)) * 64 + form2(-1)) * 64 + here, 5));
  put(29, mixed(((here * 64 + form2(1)) * 64 + form2(2)) * 64 + form2(3), 6));
  put(30, here * 4 + glued);
  put(31, (here * 4 + (parts.quoted[at] ?? 0)) * 2 + (parts.bracketed[at] ?? 0));
  put(32, here * 64 + kind);
  put(33, (here * 64 + kind) * 4 + (parts.yearsBefore[at] ?? 0));
  put(34, (kind * 4 + (parts.yearsBefore[at] ?? 0)) * 4 + (parts.quoted[at] ?? 0));
}
function putPlace(put, { words, parts, kind }, at) {
  const here = words[at]?.form ?? 63;
  const part = parts.part[at] ?? 0;
  const sentence = parts.sentence[at] ?? 0;
  const left = parts.sentences.length - 1 - sentence;
  const shape = parts.shapes[part] ?? 0;
  const length = bucket(parts.lengths[part] ?? 0);
  const size = bucket(Math.floor((parts.sentences[sentence] ?? 0) / 2));
  put(40, Math.min(at, 6));
  put(41, Math.min(words.length - 1 - at, 5));
  put(42, Math.floor(at / words.length * 10));
  put(43, (Math.min(sentence, 5) * 5 + Math.min(left, 4)) * 2 + (parts.slashed[at] ?? 0));
  put(44, (Math.min(sentence, 5) * 64 + kind) * 2 + (isEdge(here) ? 1 : 0));
  put(45, (Math.min(left, 4) * 64 + kind) * 2 + (isEdge(here) ? 1 : 0));
  put(46, (size * 6 + Math.min(sentence, 5)) * 5 + Math.min(left, 4));
  put(47, shape);
  put(48, mixed(shape, length));
  put(49, mixed(parts.shapes[part + 1] ?? 1, length * 64 + Math.min(here, 15)));
  put(50, mixed(parts.shapes[part - 1] ?? 1, length * 64 + Math.min(here, 15)));
  put(51, (length * 64 + kind) * 4 + (parts.yearsBefore[at] ?? 0));
  put(52, Math.min(part, 8) * 64 + kind);
  put(53, Math.min(parts.shapes.length - 1 - part, 8) * 64 + kind);
  put(54, mixed(shape, (parts.yearsBefore[at] ?? 0) * 64 + kind));
}

// src/core/parsing/references/model/labels.ts
var labels = [
  "aF+",
  "aF",
  "aG+",
  "aG",
  "a,",
  "aL+",
  "aL",
  "eF+",
  "eF",
  "eG+",
  "eG",
  "e,",
  "title",
  "cont",
  "coll",
  "cnum",
  "vol",
  "iss",
  "page",
  "pub",
  "place",
  "date",
  "ed",
  "genre",
  "num",
  "np",
  "acc",
  "ev",
  "tr",
  "url",
  "doi",
  "isbn",
  "o:start",
  "o:author",
  "o:editor",
  "o:title",
  "o:cont",
  "o:number",
  "o:house",
  "o:date",
  "o:rest"
];
var memory = {
  "a,": "o:author",
  "aF": "o:author",
  "aF+": "o:author",
  "aG": "o:author",
  "aG+": "o:author",
  "aL": "o:author",
  "aL+": "o:author",
  "e,": "o:editor",
  "eF": "o:editor",
  "eF+": "o:editor",
  "eG": "o:editor",
  "eG+": "o:editor",
  "title": "o:title",
  "cont": "o:cont",
  "ev": "o:cont",
  "vol": "o:number",
  "iss": "o:number",
  "page": "o:number",
  "pub": "o:house",
  "place": "o:house",
  "date": "o:date"
};
var signBehind = (before) => before === void 0 ? "o:start" : memory[before] ?? "o:rest";
var labelNumber = Object.fromEntries(labels.map((label, index) => [label, index]));
export {
  Words,
  featuresOf,
  forms,
  hashOf,
  labelNumber,
  labels,
  mostFeatures,
  signBehind,
  tokensOf
};
