/**
 * Letters that Unicode's own decomposition leaves alone, in ASCII: Latin letters with a stroke, and the scripts in
 * which sources on politics are most often written. Cyrillic follows the spelling that English-language journals use
 * for names (BGN/PCGN without its diacritics); Kazakh, Kyrgyz, Uzbek and Tajik letters follow their Latin alphabets.
 * Pairs `letter:ascii`, lower case, in words: a table of data.
 */
const latin =
  'ı:i ł:l ø:o đ:d ð:d þ:th ß:ss æ:ae œ:oe ŋ:ng ħ:h ŧ:t ə:a ɓ:b ɗ:d ƙ:k ƴ:y ɛ:e ɔ:o ɨ:i ĸ:k ŀ:l ƒ:f ɣ:g ʻ: ʼ: ʹ: ʺ: ʿ: ʾ: ‘:\' ’:\' ‚:\' ‛:\' “:" ”:" „:" «:" »:" ‹:\' ›:\' ‐:- ‑:- ‒:- –:- —:- ―:- −:- ·:.';

const cyrillic =
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya '
  + 'і:i ї:yi є:ye ґ:g ў:o ә:a ғ:g қ:q ң:n ө:o ү:u ұ:u һ:h ҳ:h ҷ:j ӣ:i ӯ:u җ:j ҡ:q ҙ:z ҫ:s ҝ:g ҹ:j ҥ:n '
  + 'ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz ѐ:e ѝ:i ѣ:e ѳ:f ѵ:i ӏ:';

const greek =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';

const caucasus =
  'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h '
  + 'ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k և:ev օ:o ֆ:f';

const semitic =
  'ا:a ب:b پ:p ت:t ث:th ج:j چ:ch ح:h خ:kh د:d ذ:dh ر:r ز:z ژ:zh س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ک:k گ:g ل:l م:m ن:n ه:h ة:a و:w ي:y ی:y ى:a ء: '
  + 'א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:h ט:t י:y כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:p צ:ts ץ:ts ק:k ר:r ש:sh ת:t';

const pairs = [latin, cyrillic, greek, caucasus, semitic].join(' ').split(' ');

/** One lower-case letter, as NFC writes it, to the ASCII letters for it (none for a mere sign). */
export const asciiLetters: ReadonlyMap<string, string> = new Map(
  pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
