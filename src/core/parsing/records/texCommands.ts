/** What the commands of LaTeX that stand in bibliographies mean. */

/** What formulas are made of; such commands stand in running text too. */
const mathematics: { readonly [command: string]: string } = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', vartheta: 'ϑ', iota: 'ι', kappa: 'κ', lambda: 'λ',
  mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', varsigma: 'ς', tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω',
  Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω',
  times: '×', cdot: '·', cdots: '⋯', pm: '±', mp: '∓', div: '÷', ast: '*', star: '⋆', circ: '∘', bullet: '•', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠',
  ll: '≪', gg: '≫', approx: '≈', sim: '∼', simeq: '≃', cong: '≅', equiv: '≡', propto: '∝', infty: '∞', to: '→', rightarrow: '→', leftarrow: '←', leftrightarrow: '↔',
  Rightarrow: '⇒', Leftarrow: '⇐', Leftrightarrow: '⇔', mapsto: '↦', uparrow: '↑', downarrow: '↓', in: '∈', notin: '∉', subset: '⊂', subseteq: '⊆', supset: '⊃',
  cup: '∪', cap: '∩', emptyset: '∅', forall: '∀', exists: '∃', neg: '¬', wedge: '∧', vee: '∨', oplus: '⊕', otimes: '⊗', sum: '∑', prod: '∏', int: '∫',
  partial: '∂', nabla: '∇', sqrt: '√', ell: 'ℓ', hbar: 'ℏ', prime: '′', perp: '⊥', parallel: '∥', langle: '⟨', rangle: '⟩', mid: '|', vert: '|', backslash: '\\',
  log: 'log', ln: 'ln', exp: 'exp', sin: 'sin', cos: 'cos', tan: 'tan', min: 'min', max: 'max', lim: 'lim', sup: 'sup', inf: 'inf', Pr: 'Pr', det: 'det', dim: 'dim',
  left: '', right: '', displaystyle: '', limits: '', big: '', Big: '', bigg: '', bigl: '', bigr: '', Bigl: '', Bigr: '', nolimits: '', textstyle: '',
  lceil: '⌈', rceil: '⌉', lfloor: '⌊', rfloor: '⌋', lvert: '|', rvert: '|', Vert: '‖', lVert: '‖', rVert: '‖', setminus: '∖', varnothing: '∅', aleph: 'ℵ', Re: 'ℜ', Im: 'ℑ', angle: '∠', triangle: '△', square: '□',
  Box: '□', diamond: '⋄', ltimes: '⋉', rtimes: '⋊', odot: '⊙', ominus: '⊖', bigoplus: '⨁', bigotimes: '⨂', bigcup: '⋃', bigcap: '⋂', oint: '∮', iint: '∬', land: '∧', lor: '∨', lnot: '¬', top: '⊤', bot: '⊥', dotsb: '⋯', vdots: '⋮', ddots: '⋱',
  varpi: 'ϖ', varrho: 'ϱ', varkappa: 'ϰ', therefore: '∴', because: '∵', checkmark: '✓', lbrace: '{', rbrace: '}', lbrack: '[', rbrack: ']', updownarrow: '↕', nearrow: '↗', searrow: '↘', arg: 'arg', gcd: 'gcd', deg: 'deg', ker: 'ker', hom: 'hom',
  argmax: 'argmax', argmin: 'argmin', liminf: 'lim inf', limsup: 'lim sup', lg: 'lg', sinh: 'sinh', cosh: 'cosh', tanh: 'tanh', cot: 'cot', sec: 'sec', arcsin: 'arcsin', arccos: 'arccos', arctan: 'arctan',
};

/** Signs between two things: the blanks that stand around them in the source are kept. */
const between: { readonly [command: string]: string } = {
  supseteq: '⊇', subsetneq: '⊊', sqsubseteq: '⊑', ni: '∋', prec: '≺', succ: '≻', preceq: '⪯', succeq: '⪰', vdash: '⊢', models: '⊨', iff: '⇔', implies: '⇒', longrightarrow: '⟶', longleftarrow: '⟵', Longrightarrow: '⟹', hookrightarrow: '↪', rightharpoonup: '⇀',
  rightleftharpoons: '⇌', gets: '←', asymp: '≍', doteq: '≐', lesssim: '≲', gtrsim: '≳', leqslant: '⩽', geqslant: '⩾', nmid: '∤', colon: ':', triangleq: '≜', approxeq: '≊', bowtie: '⋈', uplus: '⊎', sqcup: '⊔', sqcap: '⊓', dagger: '†', ddagger: '‡', bmod: 'mod',
};

/** Letters and signs, by command without its backslash. */
export const signs: ReadonlyMap<string, string> = new Map(Object.entries({
  ...mathematics, ...between,
  AA: 'Å', aa: 'å', O: 'Ø', o: 'ø', L: 'Ł', l: 'ł', ss: 'ß', SS: 'SS', AE: 'Æ', ae: 'æ', OE: 'Œ', oe: 'œ', DH: 'Ð', dh: 'ð', TH: 'Þ', th: 'þ',
  DJ: 'Đ', dj: 'đ', NG: 'Ŋ', ng: 'ŋ', IJ: 'Ĳ', ij: 'ĳ', i: 'ı', j: 'ȷ', textschwa: 'ə', cprime: 'ʹ', cdprime: 'ʺ', Cprime: 'ʹ', Cdprime: 'ʺ', lasp: 'ʽ', rasp: 'ʼ', cydot: '·', ohorn: 'ơ', uhorn: 'ư', Ohorn: 'Ơ', Uhorn: 'Ư',
  '&': '&', '%': '%', '$': '$', '#': '#', '_': '_', '{': '{', '}': '}', '\\': ' ', ' ': ' ', '\n': ' ', '\t': ' ', ',': ' ', ';': ' ', ':': ' ', '>': ' ',
  '!': '', '/': '', '-': '', '@': '', '*': '', '+': '',
  textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”', lq: '‘', rq: '’',
  quotedblbase: '„', quotesinglbase: '‚', glqq: '„', grqq: '“', flqq: '«', frqq: '»', glq: '‚', grq: '‘', flq: '‹', frq: '›', guillemotleft: '«',
  guillemotright: '»', guillemetleft: '«', guillemetright: '»', guilsinglleft: '‹', guilsinglright: '›', textquotesingle: '\'', textquotedbl: '"',
  textasciitilde: '~', textasciicircum: '^', textasciigrave: '`', textbackslash: '\\', textbar: '|', textless: '<', textgreater: '>',
  textunderscore: '_', textbraceleft: '{', textbraceright: '}', textdollar: '$', textellipsis: '…', dots: '…', ldots: '…', dotsc: '…', textregistered: '®',
  texttrademark: '™', copyright: '©', textcopyright: '©', textdegree: '°', degree: '°', pounds: '£', textsterling: '£', euro: '€', texteuro: '€', EUR: '€',
  textyen: '¥', textcent: '¢', S: '§', textsection: '§', P: '¶', textparagraph: '¶', dag: '†', textdagger: '†', ddag: '‡', textdaggerdbl: '‡', textbullet: '•',
  textperiodcentered: '·', textexclamdown: '¡', textquestiondown: '¿', textordfeminine: 'ª', textordmasculine: 'º', textonehalf: '½',
  textonequarter: '¼', textthreequarters: '¾', textmu: 'µ', textpm: '±', texttimes: '×', textdiv: '÷', textnumero: '№', textonesuperior: '¹',
  texttwosuperior: '²', textthreesuperior: '³', slash: '/', space: ' ', quad: ' ', qquad: ' ', nobreakspace: ' ', newline: ' ', par: ' ', thinspace: ' ', enspace: ' ',
  nbhyph: '‑', hyph: '-', hyphen: '-', TeX: 'TeX', LaTeX: 'LaTeX', BibTeX: 'BibTeX', relax: '', protect: '', noindent: '', newblock: '', ignorespaces: '', upshape: '',
  rm: '', sf: '', tt: '', normalfont: '', rmfamily: '', sffamily: '', ttfamily: '', small: '', footnotesize: '', large: '', allowbreak: '', linebreak: ' ',
}));

/** Signs between two things. */
export const relations: ReadonlySet<string> = new Set([
  ...Object.keys(between), 'times', 'cdot', 'pm', 'mp', 'div', 'ast', 'star', 'circ', 'leq', 'le', 'geq', 'ge', 'neq', 'ne', 'll', 'gg', 'approx', 'sim', 'simeq', 'cong', 'equiv', 'propto', 'to', 'rightarrow', 'leftarrow', 'leftrightarrow', 'Rightarrow', 'Leftarrow',
  'Leftrightarrow', 'mapsto', 'in', 'notin', 'subset', 'subseteq', 'supset', 'cup', 'cap', 'wedge', 'vee', 'oplus', 'otimes', 'perp', 'parallel', 'mid', 'setminus', 'land', 'lor', 'ltimes', 'rtimes',
]);

/** Commands with two arguments, and what stands between them. */
export const fractions: ReadonlyMap<string, string> = new Map([['frac', '/'], ['dfrac', '/'], ['tfrac', '/'], ['cfrac', '/'], ['nicefrac', '/'], ['sfrac', '/'], ['binom', ' choose ']]);

/** Marks over and under letters, as combining characters. */
export const accents: ReadonlyMap<string, string> = new Map(Object.entries({
  '`': '\u0300', '\'': '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', h: '\u0309', r: '\u030a', H: '\u030b',
  v: '\u030c', U: '\u030e', C: '\u030f', G: '\u030f', f: '\u0311', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331', t: '\u0361',
  overline: '\u0305', hat: '\u0302', widehat: '\u0302', bar: '\u0304', tilde: '\u0303', widetilde: '\u0303', vec: '\u20d7', dot: '\u0307', ddot: '\u0308', check: '\u030c', breve: '\u0306', acute: '\u0301', grave: '\u0300', mathring: '\u030a', '’': '\u0301', '‘': '\u0300', '“': '\u0308', '”': '\u0308', cedilla: '\u0327', ogonek: '\u0328',
}));

/** Spacing forms of accents over nothing: `\~{}`. */
export const bareAccents: ReadonlyMap<string, string> = new Map(Object.entries({ '~': '~', '^': '^', '`': '`', '\'': '\'', '"': '"', '=': '¯', '.': '˙' }));

/** What encloses a command's argument, in the markup that CSL knows. */
export const wrappings: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  ...sameFor(['emph', 'textit', 'textsl', 'mkbibemph', 'mkbibitalic'], ['<i>', '</i>']),
  ...sameFor(['textbf', 'mkbibbold'], ['<b>', '</b>']),
  ...sameFor(['textsc'], ['<span style="font-variant:small-caps;">', '</span>']),
  ...sameFor(['textsuperscript', 'mkbibsuperscript'], ['<sup>', '</sup>']),
  ...sameFor(['textsubscript', 'mkbibsubscript'], ['<sub>', '</sub>']),
  ...sameFor(['enquote', 'mkbibquote'], ['“', '”']),
  ...sameFor(['mkbibparens'], ['(', ')']), ...sameFor(['mkbibbrackets'], ['[', ']']),
  ...sameFor([
    'textrm', 'textsf', 'texttt', 'textup', 'textmd', 'textnormal', 'text', 'mbox', 'hbox', 'underline', 'uline', 'NoCaseChange', 'mkbibacro',
    'textcyrillic', 'textlatin', 'ensuremath', 'mathrm', 'mathcal', 'mathbf', 'mathbb', 'mathit', 'mathsf', 'mathfrak', 'mathscr', 'mathtt', 'mathop', 'mathbin', 'mathrel', 'mathds', 'bm', 'pmb', 'mathnormal', 'substack', 'operatorname', 'boldsymbol', 'MakeCapital', 'bibstring', 'autocap', 'foreignlanguage', 'href', 'selectlanguage',
  ], ['', '']),
}));

/** Arguments of a command that come before the one that is read, and are not read. */
export const skipped: ReadonlyMap<string, number> = new Map([['foreignlanguage', 1], ['href', 1]]);

/** Commands whose argument is an address. */
export const addresses: ReadonlySet<string> = new Set(['url', 'path', 'nolinkurl']);

/** Commands whose argument is there for sorting only. */
export const silent: ReadonlySet<string> = new Set(['noopsort', 'SortNoop', 'noop', 'selectlanguage', 'label', 'vphantom', 'hspace', 'sortname']);

/** Commands that change what follows, to the end of their braces. */
export const switches: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  ...sameFor(['it', 'em', 'itshape', 'sl', 'slshape'], ['<i>', '</i>']),
  ...sameFor(['bf', 'bfseries'], ['<b>', '</b>']),
  ...sameFor(['sc', 'scshape'], ['<span style="font-variant:small-caps;">', '</span>']),
}));

function sameFor(names: readonly string[], pair: readonly [string, string]): { readonly [name: string]: readonly [string, string] } {
  return Object.fromEntries(names.map((name) => [name, pair]));
}
