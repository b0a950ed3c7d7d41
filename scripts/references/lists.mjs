// References as lists: one a line, apart, numbered, with hanging indents, or broken at a width.

export function wrapped(text, width, indent = '', divide = () => false) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line.length + word.length + 1 <= width || line.trim() === '') { lines[lines.length - 1] = line.trim() === '' ? line + word : `${line} ${word}`; continue; }
    const cut = Math.min(width - line.length - 2, word.length - 3);
    if (cut > 2 && /^\p{Ll}+$/u.test(word) && divide()) { lines[lines.length - 1] = `${line} ${word.slice(0, cut)}-`; lines.push(indent + word.slice(cut)); } else lines.push(indent + word);
  }
  return lines.join('\n');
}

const broken = (texts, width, chance) => texts.map((text) => wrapped(text, width, '', () => chance.maybe(0.3))).join('\n');

export const layouts = {
  'one a line': (texts) => texts.join('\n'),
  'apart': (texts) => texts.join('\n\n'),
  'numbered': (texts) => texts.map((text, index) => `${index + 1}. ${text}`).join('\n'),
  'in brackets': (texts) => texts.map((text, index) => `[${index + 1}] ${text}`).join('\n'),
  'hanging': (texts) => texts.map((text) => wrapped(text, 76, '    ')).join('\n'),
  'hard-wrapped': (texts, chance) => broken(texts, 66 + 6 * chance.below(4), chance),
  'narrow': (texts, chance) => broken(texts, 42 + chance.below(8), chance),
  'wrapped and numbered': (texts) => texts.map((text, index) => wrapped(`[${index + 1}] ${text}`, 80)).join('\n'),
};
