/** Bytes in the encoding that is ours. What comes from elsewhere, in whatever encoding, goes through `decoding.ts`. No other file makes text of bytes. */

/** `damaged`: not all bytes were UTF-8; then the text holds U+FFFD for them and must be written nowhere. */
export type Utf8Text = { readonly text: string; readonly damaged?: true };

const plainly = new TextDecoder('utf-8', { ignoreBOM: true });
const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const withoutMark = new TextDecoder();

/** UTF-8 with its byte order mark kept. Only a text that holds the sign for what can’t be told is looked at strictly, which takes several times as long. */
export function utf8Text(bytes: Uint8Array): Utf8Text {
  const text = plainly.decode(bytes);
  return text.includes('\uFFFD') && !isUtf8(bytes) ? { text, damaged: true } : { text };
}

/** The text as an editor shows it: without a byte order mark, and with U+FFFD for what is not UTF-8. For what is only looked at. */
export const shownText = (bytes: Uint8Array): string => withoutMark.decode(bytes);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictly.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
