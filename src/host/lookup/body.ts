/** The text of an answer, up to a limit that counts what was unpacked: a small archive may hold a very large text. */

/** The text, or why there is none. */
export type Body = { readonly text: string } | { readonly fault: 'too-large' | 'wrong-type' };

/** The body as UTF-8 text. Of one that is larger than `limit` bytes, or that is no such text, the rest is not fetched. */
export async function bodyOf(response: Response, limit: number): Promise<Body> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { text: '' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.byteLength ?? 0;
    const piece = size > limit ? undefined : decodedBy(decoder, value);
    if (piece === undefined) {
      void reader.cancel().catch(() => undefined);
      return { fault: size > limit ? 'too-large' : 'wrong-type' };
    }
    text += piece;
    if (done) return { text };
  }
}

/** The letters of one more piece; without a piece, what the last one left open. Undefined when they are no UTF-8. */
function decodedBy(decoder: TextDecoder, piece: Uint8Array | undefined): string | undefined {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return undefined;
  }
}
