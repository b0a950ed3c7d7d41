/** Texts that try to be more than text, where they leave. Invented for these tests; each names what it would fetch or do, so that a test can look for that. */

/** The host that every address of a payload names: a request to it, or an element that points to it, is a breach. */
export const canaryHost = 'canary.invalid';
/** The command that every command link of a payload names, and the icon that every icon does. */
export const canaryCommand = 'canary.command';
export const canaryIcon = 'squirrel';
/** The file that every LaTeX payload would read. */
export const canaryFile = 'canary-secret';

const at = `https://${canaryHost}`;

const markdown = [
  `[Open](command:${canaryCommand})`, `[x](command:${canaryCommand}?%5B%22a%22%5D "title")`, `[x]: command:${canaryCommand}\n[x]`, `<command:${canaryCommand}>`, `![](${at}/a.png)`,
  `![x](${at}/a.png "t")`, `![x][y]\n\n[y]: ${at}/b.png`, `[![](${at}/c.png)](command:${canaryCommand})`, `$(${canaryIcon})`, `$(${canaryIcon}~spin) $(${canaryIcon})`, `\\$(${canaryIcon})`,
  `**bold** __bold__ *i* _i_ ~~s~~ \`code\``, '``` \nfence\n```', '~~~\nfence\n~~~', '> quote\n> more', '# heading', 'heading\n===', 'heading\n---', '- item\n- item', '1. one\n2. two', '* * *',
  '| a | b |\n| --- | --- |\n| 1 | 2 |', '[x](javascript:alert(1))', `[x](  javascript:alert(1))`, '[x](JaVaScRiPt:alert(1))', '[x](vbscript:msgbox(1))', '[x](data:text/html,<script>alert(1)</script>)',
  `[x](file:///etc/passwd)`, `${at}/auto`, `<${at}/auto>`, `www.${canaryHost}`, `a@${canaryHost}`, `[^1]\n\n[^1]: note`, '&lt;b&gt; &#60;i&#62; &copy; &nbsp;', '\\[x\\](y)', '[[wiki]] #tag @key [@key, p. 1]',
  '---\ntitle: x\n---', ':::{.note}\ntext\n:::', '$x^2$ $$y$$ \\(z\\)', '[x](<command:a b>)', '](x', `a](command:${canaryCommand}) [b`, `* ![](${at}/d.png)`, '\n\n\n    code', 'two  \nlines', 'a\\\nb', '<!-- note n1 -->', '<!-- end -->',
];

const htmlTags = [
  '<script>alert(1)</script>', `<img src=x onerror=alert(1)>`, `<img src="${at}/i.png">`, '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  `<svg><image href="${at}/s.png"/></svg>`, '<iframe src="javascript:alert(1)">', `<iframe src="${at}/f">`, '<iframe srcdoc="<script>alert(1)</script>">', '<body onload=alert(1)>', `<link rel=stylesheet href="${at}/l.css">`,
  `<style>@import "${at}/s.css";</style>`, `<style>*{background:url(${at}/u)}</style>`, `<div style="background:url(${at}/v)">x</div>`, '<a href="javascript:alert(1)">x</a>', `<a href="command:${canaryCommand}">x</a>`,
  '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', `<video poster="${at}/p.png">`, `<audio src="${at}/a.mp3" autoplay>`, `<object data="${at}/o">`, `<embed src="${at}/e">`, '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><script>alert(1)</script></template>', '</title><script>alert(1)</script>', '</textarea><script>alert(1)</script>', '</style><script>alert(1)</script>', '</script><script>alert(1)</script>',
  '--><script>alert(1)</script><!--', '<!--<img src="--><img src=x onerror=alert(1)>', ']]><script>alert(1)</script>', '"><script>alert(1)</script>', '\'><script>alert(1)</script>', '" onmouseover="alert(1)', '\' onfocus=\'alert(1)\' autofocus=\'',
  '` onmouseover=alert(1)', '<scr<script>ipt>alert(1)</script>', '<<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>', '<img\nsrc=x\nonerror=alert(1)>', '<IMG SRC=x ONERROR=alert(1)>', '<x onclick=alert(1)>', '<base href="javascript:/a/-alert(1)/">',
  `<base href="${at}/">`, `<meta http-equiv=refresh content="0;url=${at}/m">`, `<form action="${at}/g"><button>x</button></form>`, '<marquee onstart=alert(1)>', '<input autofocus onfocus=alert(1)>', '<select autofocus onfocus=alert(1)>', '<a id=x name=y>clobber</a>', '<form name=body><input name=firstChild></form>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#x3C;img src=x onerror=alert(1)&#x3E;', '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e', '<jats:p>Abstract</jats:p><jats:inline-graphic xlink:href="x" onerror="alert(1)"/>', `<jats:ext-link xlink:href="${at}/j">x</jats:ext-link>`,
  '<i>half', 'half</i>', '<i><b>crossed</i></b>', '<span style="font-variant:small-caps;" onclick="alert(1)">x</span>', '<span class="nocase" onmouseover=alert(1)>x</span>', '<span style="position:fixed">x</span>', '</div></div></section><script>alert(1)</script>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', '<![CDATA[<script>alert(1)</script>]]>', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'javascript:alert(1)', 'java\tscript:alert(1)', ' &#106;avascript:alert(1)',
];

const latex = [
  `\\input{${canaryFile}}`, `\\input ${canaryFile} `, `\\include{${canaryFile}}`, `\\verbatiminput{${canaryFile}}`, `\\lstinputlisting{${canaryFile}}`, `\\openin5=${canaryFile} \\read5 to\\x \\x`, `\\csname input\\endcsname ${canaryFile} `, `\\csname @@input\\endcsname{${canaryFile}}`,
  `^^5cinput{${canaryFile}}`, `^^5Cinput ${canaryFile}`, `\\catcode\`\\|=0 |input{${canaryFile}}`, '\\write18{touch pwned}', '\\immediate\\write18{touch pwned}', '\\immediate\\openout5=pwned.tex', '\\newwrite\\f', '\\def\\emph#1{x}', '\\let\\emph\\input', '\\let\\par\\input', '\\end{document}',
  '\\begin{verbatim}', '\\verb|x', '\\loop\\iftrue\\repeat', '\\expandafter\\input\\jobname', '\\directlua{os.execute("touch pwned")}', '\\ShellEscape{touch pwned}', '\\usepackage{x}', '\\csname', '\\endcsname', '\\fi \\else', '}', '{', '}}{{', '{{}', '}{', '\\}', '\\{', '\\', '\\\\', 'ends with \\',
  '100 % of it', '% comment }', '#1 ## #', '$', '$$', '$x', '$x$ and $y', '_a_ ^b^ ~c~ &d&', 'a^^M^^M b', '^^@ ^^?', '"quoted" \'single\' `tick`', '-- --- ?` !` << >>', '\\url{x} \\href{x}{y}', '\\textbackslash input', '\\cite{x}', '\\%\\{\\}', 'é\\"{o}\\\'e', '\\noexpand\\input', `\\scantokens{\\input{${canaryFile}}}`,
];

const bib = [
  '}, note={broken out}, x={', '"}, note="broken out', ' # x # ', '},\n}\n@book{planted,\n title={Planted}\n}', '@preamble{"\\input{x}"}', '@string{x = "y"}', '@comment{', '@article{inside, title={x}}', 'a @ b', 'name and name', '{and}', 'Lee, Ann, Jr, III, more', 'others', 'and others', ', ', ' and ', 'x and', 'and x', '=given', 'family=x, given=y', '%x\ny', 'key,with,commas', 'a,b={c}',
  'TY  - JOUR\nER  - ', 'x\nER  - \nTY  - BOOK\nTI  - Planted', 'ID  - other', '- id: planted\n  title: x', '*anchor &ref', '!!js/function >', '...\n---\nplanted: 1', '{"id":"planted"}', '","id":"planted', 'key: [1, 2', '? x', '@id', '`x`',
];

const cells = [
  '=1+1', '+1+1', '-1+1', '@SUM(1+1)', '=cmd|\'/C calc\'!A0', `=HYPERLINK("${at}/h","x")`, `=WEBSERVICE("${at}/w")`, `=IMPORTXML("${at}/x","//a")`, '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00a0=1+1', '\ufeff=1+1', '\u200b=1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', '"=1+1', '";=1+1;"', '"\n=1+1\n"', 'a,=1+1', 'a;b', 'a\tb', 'a"b', 'a""b', '"', '""', 'a\nb', 'a\r\nb', '%0A=1+1', '\'=1+1', '{=1+1}', '=\'file:///etc/passwd\'#$A.A1', 'DDE("cmd";"/C calc";"x")',
];

const snippets = ['$1', '$0', '${1:x}', '${1|a,b|}', '$TM_FILENAME', '${TM_SELECTED_TEXT}', '${CLIPBOARD}', '${1/(.*)/${1:/upcase}/}', '\\$1', '\\}', '}${', '$', '${', '$$1', '${UUID}'];

const unseen = [
  'a\u202egpj.exe', '\u202edrow\u202c', '\u2066a\u2069', '\u2067b', 'c\u2068', '\u202ax\u202by', 'ze\u200bro', 'w\u2060j', '\ufeffbom', 'so\u00adft', 'tag\u{e0041}\u{e007f}', 'раypal', 'Ηedging', 'ｆｕｌｌ', 'a\u0301\u0301\u0301\u0301\u0301\u0301', 'fill\u3164er', '\u180e', 'line\u2028sep', 'par\u2029sep', 'next\u0085line', 'می\u200cخواهم', '👩\u200d🎓', 'שלום\u200f', 'lone \ud800 half', '\udc00', '\ufffe\uffff', 'İi', 'ß', '\u0000nul', 'bell\u0007', 'del\u007f',
];

const terminal = [
  '\u001b[31mred', '\u001b[2J\u001b[H', '\u001b]0;title\u0007', `\u001b]8;;${at}\u001b\\link\u001b]8;;\u001b\\`, '\u001b[6n', '\u001bP+q\u001b\\', '\u009b31m', '\u009d0;x\u009c', 'a\rb', 'a\r\n[info] forged', '\n2026-01-01 00:00:00.000 [error] forged', '\b\b\b', '\u001b[8m hidden', '\u000bvt\u000cff', '\u001b[?1049h', '\u001b]52;c;eA==\u0007',
];

const names = ['../../etc/passwd', '..\\..\\x', '/etc/passwd', 'C:\\x', 'file:///etc/passwd', 'vscode://commonplace.commonplace/add?text=x', 'smb://host/x', '\\\\host\\share', '%2e%2e%2f', 'con', 'aux.md', 'x.', 'x ', 'a:b', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '{{7*7}}', '${7*7}', '<%= 7 %>', '{{{x}}}', '@@html:<b>x</b>@@', 'src_sh{touch pwned}', 'call_x()', '#+INCLUDE: "/etc/passwd"', '#include "x"', '#import "x"', '#eval("1")', '#read("x")', '[cite:@x]', '{cite}`x`', '{raw}`x`', '\n.. raw:: html', '{=html}', '`<b>`{=html}'];

/** By what they try. */
export const kinds = { markdown, html: htmlTags, latex, bib, cells, snippets, unseen, terminal, names } as const;
export type PayloadKind = keyof typeof kinds;

const bare: readonly string[] = Object.values(kinds).flat();

/** How a payload may stand in a field: alone, in words, twice. */
const settings: readonly ((payload: string) => string)[] = [(payload) => payload, (payload) => `Hedging ${payload} in Central Asia`, (payload) => `${payload}${payload}`];

/** At least five hundred, each another one. */
export const payloads: readonly string[] = [...new Set(settings.flatMap((set) => bare.map(set)))];
