/** A place for what can be made again: texts by name. Anybody may empty it at any time. */
export interface Cache {
  /** What was written under this name; undefined if nothing is there or it can't be read. Never rejects. */
  read(name: string): Promise<string | undefined>;
  /** Put a text under a name: whole, or what was there before stays. Never rejects. */
  write(name: string, text: string): Promise<void>;
}
