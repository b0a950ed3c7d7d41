/** The text of an answer, up to a limit that counts what was unpacked: a small archive may hold a very large text. */

/** The body as UTF-8 text; undefined when it is larger than `limit` bytes, and then the rest is not fetched. */
export async function bodyOf(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
