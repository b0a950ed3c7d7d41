// A reference that is being printed: its characters, and to which field each belongs.

/** What each character belongs to. A name's first character carries `+`, so that names can be told apart. */
export class Line {
  text = '';
  labels = [];
  /** The fields as printed, in the order of print. */
  add(text, label = 'o') {
    for (let at = 0; at < text.length; at++) this.labels.push(label.endsWith('+') && at > 0 ? label.slice(0, -1) : label);
    this.text += text;
    return this;
  }

  append(line) {
    this.text += line.text;
    this.labels.push(...line.labels);
    return this;
  }

  /** A full stop, comma … that is left out after a sign that makes it superfluous. */
  stop(sign) {
    const first = sign.trimStart()[0] ?? '';
    const last = this.text.trimEnd().at(-1) ?? '';
    const superfluous = first !== '' && (first === last || (first === '.' && /[.?!…]/u.test(last)) || (first === ',' && /[?!]/u.test(last)));
    return this.add(superfluous ? sign.replace(first, '') : sign);
  }

  static of(text, label) {
    return new Line().add(text, label);
  }
}

/** Replace every match of a pattern; what is put in belongs where the first character of the match did. */
export function replaced(line, pattern, put) {
  const out = new Line();
  let at = 0;
  for (const match of line.text.matchAll(pattern)) {
    copy(out, line, at, match.index);
    const text = typeof put === 'function' ? put(match[0]) : put;
    const label = line.labels[match.index];
    for (let index = 0; index < text.length; index++) out.labels.push(index < match[0].length ? line.labels[match.index + index] : label?.replace('+', ''));
    out.text += text;
    at = match.index + match[0].length;
  }
  copy(out, line, at, line.text.length);
  return out;
}

export function copy(out, line, from, to) {
  out.text += line.text.slice(from, to);
  for (let at = from; at < to; at++) out.labels.push(line.labels[at]);
}
