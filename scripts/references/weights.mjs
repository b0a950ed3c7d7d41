// Weights made small: those near nothing left out, the others in six bits each, features in the order of their numbers.

const step = 0.15;
const byte = (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)));
/** A weight in six bits. */
const small = (weight) => Math.max(-31, Math.min(31, Math.round(weight / step)));

/** The bytes of the weights of features and moves, those below `least` left out. */
function packed(field, least) {
  const { L, K } = field;
  const out = [];
  const number = (value) => { let rest = value; while (rest > 127) { out.push((rest & 127) | 128); rest >>>= 7; } out.push(rest); };
  const rows = [];
  for (let row = 0; row < field.size; row++) {
    const entries = [];
    for (let label = 0; label < L; label++) {
      const weight = field.weights[row * L + label];
      if (Math.abs(weight) >= least && small(weight) !== 0) entries.push([label, small(weight)]);
    }
    if (entries.length > 0) rows.push([field.keys[row], entries]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  number(rows.length);
  let last = 0;
  for (const [key, entries] of rows) {
    number(key - last);
    last = key;
    number(entries.length);
  }
  // An entry is twelve bits, label and weight; two of them are three bytes.
  const entries = rows.flatMap(([, row]) => row.map(([label, weight]) => (label << 6) | (weight & 63)));
  if (entries.length % 2 === 1) entries.push(0);
  for (let at = 0; at < entries.length; at += 2) out.push(entries[at] >> 4, ((entries[at] & 15) << 4) | (entries[at + 1] >> 8), entries[at + 1] & 255);
  for (let at = 0; at < K * (L + 1) * L;) {
    let zeros = 0;
    while (at < K * (L + 1) * L && Math.abs(field.moves[at]) < 0.35) { zeros++; at++; }
    number(zeros);
    if (at < K * (L + 1) * L) out.push(byte(field.moves[at++]) & 255);
  }
  return { bytes: Uint8Array.from(out), rows: rows.length };
}

/** The weights as a file of at most `most` characters. */
export function fileOf(field, most = 490_000) {
  for (let least = 0.01; ; least += 0.02) {
    const { bytes, rows } = packed(field, least);
    const text = Buffer.from(bytes).toString('base64');
    if (text.length <= most) { console.log(`${rows} features of ${field.size}, ${text.length} characters, least ${least.toFixed(2)}`); return `${JSON.stringify({ step, weights: text })}\n`; }
  }
}
