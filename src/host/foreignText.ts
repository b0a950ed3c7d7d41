/** The text of a file that comes from elsewhere, in whatever encoding. */
import { fileUnread, lettersLost, readAsWestern } from '../core/problem';
import type { Problem } from '../core/problem';

/** A text before it is read; `name` of its file, `doubt` of its letters. */
export type Unread = { readonly text: string; readonly name?: string; readonly doubt?: Problem };

/** The bytes of a file as text, or why they are none. */
export async function foreignText(name: string, bytes: Uint8Array): Promise<Unread | Problem> {
  const { decoded } = await import('../core/decoding');
  const found = decoded(bytes);
  if ('reason' in found) return fileUnread(name, found.reason);
  return { text: found.text, name, ...(found.doubt !== undefined && { doubt: { western: readAsWestern, damaged: lettersLost }[found.doubt](name) }) };
}
