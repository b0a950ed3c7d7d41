/** Character references of XML and HTML: the five of XML, numbers, and the names of HTML. What a text defines itself is not expanded. */

const latin = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest '
  + 'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig '
  + 'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const others = 'amp=& lt=< gt=> quot=" apos=\' ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ hellip=… bull=• dagger=† Dagger=‡ permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ '
  + 'OElig=Œ oelig=œ Scaron=Š scaron=š Zcaron=Ž zcaron=ž Ccaron=Č ccaron=č Ecaron=Ě ecaron=ě Rcaron=Ř rcaron=ř Dcaron=Ď dcaron=ď Ncaron=Ň ncaron=ň Tcaron=Ť tcaron=ť Cacute=Ć cacute=ć Sacute=Ś sacute=ś '
  + 'Zacute=Ź zacute=ź Nacute=Ń nacute=ń Lstrok=Ł lstrok=ł Dstrok=Đ dstrok=đ Zdot=Ż zdot=ż Aogon=Ą aogon=ą Eogon=Ę eogon=ę Scedil=Ş scedil=ş Tcedil=Ţ tcedil=ţ Gbreve=Ğ gbreve=ğ Abreve=Ă abreve=ă '
  + 'Idot=İ inodot=ı imath=ı Odblac=Ő odblac=ő Udblac=Ű udblac=ű Amacr=Ā amacr=ā Emacr=Ē emacr=ē Imacr=Ī imacr=ī Omacr=Ō omacr=ō Umacr=Ū umacr=ū Uring=Ů uring=ů Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ '
  + 'ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d lrm= rlm= minus=− le=≤ ge=≥ ne=≠ asymp=≈ infin=∞ larr=← rarr=→ harr=↔ horbar=― hyphen=‐ dash=‐ lowbar=_ num=# commat=@ colon=: semi=; comma=, '
  + 'period=. lpar=( rpar=) lsqb=[ rsqb=] sol=/ excl=! quest=? equals== plus=+ ast=* percnt=% dollar=$ alpha=α beta=β gamma=γ delta=δ epsilon=ε lambda=λ mu=μ pi=π rho=ρ sigma=σ tau=τ phi=φ chi=χ omega=ω '
  + 'Delta=Δ Sigma=Σ Omega=Ω';

const names: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, index) => [name, name === 'shy' ? '' : name === 'nbsp' ? ' ' : String.fromCharCode(160 + index)] as const),
  ...others.split(' ').filter((pair) => pair !== '').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
]);
/** What browsers take `&#128;` to `&#159;` for: the characters of Windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,10}));/gu;

/** The text with its character references as the characters they stand for; unknown ones stay as they are. */
export function decodedEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, number?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names.get(name) ?? whole;
    return character(number === undefined ? parseInt(hex ?? '', 16) : Number(number)) ?? whole;
  });
}

function character(code: number): string | undefined {
  if (code >= 128 && code < 160) return windows[code - 128];
  if (code === 160) return ' ';
  if (code === 13) return '\n';
  if (code === 173 || code === 0xfeff) return '';
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return (code > 31 || code === 9 || code === 10) && code < 0x110000 && !isSurrogate ? String.fromCodePoint(code) : undefined;
}
