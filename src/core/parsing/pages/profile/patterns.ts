/** Patterns of profiles, made once. */

const made = new Map<string, Map<string, RegExp>>();

/** The regular expression of a pattern. A pattern that is none fits nothing. */
export function patternOf(source: string, flags = 'u'): RegExp {
  const known = made.get(flags)?.get(source);
  if (known !== undefined) return known;
  const pattern = compiled(source, flags);
  made.set(flags, (made.get(flags) ?? new Map<string, RegExp>()).set(source, pattern));
  return pattern;
}

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return /(?!)/u;
  }
}

/** Does the line fit? Long lines are asked only by their start. */
export const fits = (pattern: string, line: string, flags = 'u'): boolean => patternOf(pattern, flags).test(line.slice(0, 600));
