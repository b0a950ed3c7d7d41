/** Files from elsewhere whose letters are in another encoding than ours. */
import assert from 'node:assert/strict';
import { decoded } from '../../src/core/decoding';

const wide = (text: string, order: 'le' | 'be'): Buffer => (order === 'le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16());
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Capitals and small letters of Russian as Windows-1251 has them. */
const cyrillic = (text: string): Buffer => Buffer.from(Array.from(text, (sign) => ('А' <= sign && sign <= 'я' ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))));

describe('a text in an encoding that nobody tells', () => {
  it('is read from UTF-8 and UTF-16, with a mark or without', () => {
    const text = 'tag,definition\nстратегия,Größe 🧭\n';
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), wide(`\ufeff${text}`, 'le'), wide(`\ufeff${text}`, 'be'), wide(text, 'le'), wide(text, 'be')]) assert.deepEqual(decoded(bytes), { text });
  });

  it('is taken for Windows-1252 when its letters stand as in Western languages, and that is said', () => {
    assert.deepEqual(decoded(latin('tag,definition\na-pa\xeds,Gr\xf6\xdfe \x96 cr\xe9\xe9e\n')), { text: 'tag,definition\na-país,Größe – créée\n', doubt: 'western' });
  });

  it('is refused when its letters could be of any alphabet, and when it is no text', () => {
    for (const bytes of [cyrillic('код,описание\nстратегия,Многовекторность'), latin('a \x81 b\xe9'), Buffer.from([0xfe, 0xff, 0xd8, 0x00, 0x00]), Buffer.from('PK\0\0'), Buffer.alloc(9), wide('a\0b', 'le')]) {
      assert.ok('reason' in decoded(bytes), bytes.toString('latin1'));
    }
  });

  it('is what its XML declaration says, unless it is UTF-8 all the same', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?>\n<a>Многовекторность</a>';
    for (const bytes of [cyrillic(xml), Buffer.from(xml)]) assert.deepEqual(decoded(bytes), { text: xml });
    assert.ok('reason' in decoded(cyrillic(xml.replace('windows-1251', 'no-such-thing'))));
  });

  it('keeps what is whole of UTF-8 with a broken letter, and says that one is', () => {
    const bytes = Buffer.from('Многовекторность в политике');
    bytes[5] = 0x20;
    const found = decoded(bytes);
    assert.ok('text' in found && found.doubt === 'damaged' && found.text.includes('вектор'));
  });
});
