/** Words and where they stand, for looking up what begins like this or holds this: each word is kept once, however often it stands. */
import type { Sliced } from '../slices';

/** How a word was met by what is looked for. */
export type Met = 'whole' | 'start' | 'within';

/** After how many words there is a pause. */
const slice = 4000;

/** Words that are being gathered. Places are whole numbers from 0, told in ascending order. */
export class WordList {
  readonly #places = new Map<string, number[]>();

  /** Each word of a text in which words stand between single blanks stands in this place. */
  addAll(text: string, place: number): void {
    for (let start = 0; start < text.length;) {
      const blank = text.indexOf(' ', start);
      const end = blank < 0 ? text.length : blank;
      if (end > start) this.#add(text.slice(start, end), place);
      start = end + 1;
    }
  }

  #add(word: string, place: number): void {
    const places = this.#places.get(word);
    if (places === undefined) this.#places.set(word, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }

  /** All that was gathered, ready to be looked up. In slices. */
  *lexicon(): Sliced<Lexicon> {
    const count = [...this.#places.values()].reduce((sum, places) => sum + places.length, 0);
    const [starts, ends, all] = [new Uint32Array(this.#places.size), new Uint32Array(this.#places.size), new Uint32Array(count)];
    let [word, filled, at] = [0, 0, 1];
    for (const [spelled, places] of this.#places) {
      starts[word] = at;
      all.set(places, filled);
      filled += places.length;
      ends[word] = filled;
      at += spelled.length + 1;
      word += 1;
      if (word % slice === 0) yield;
    }
    return new Lexicon(`\n${[...this.#places.keys()].join('\n')}\n`, starts, ends, all);
  }
}

export class Lexicon {
  /**
   * `text`: every word after a line end, and one at the end. `starts`: where each begins in it. `places`: those of one word after the other, `ends`
   * where those of each word end.
   */
  constructor(private readonly text: string, private readonly starts: Uint32Array, private readonly ends: Uint32Array, private readonly places: Uint32Array) {}

  /** Every place of every word that holds `wanted`, which has no blank; only of those that begin with it if `onlyAtStart`. */
  find(wanted: string, onlyAtStart: boolean, found: (place: number, met: Met) => void): void {
    const pattern = onlyAtStart ? `\n${wanted}` : wanted;
    for (let at = this.text.indexOf(pattern); at >= 0;) {
      const letters = onlyAtStart ? at + 1 : at;
      const word = this.#wordAt(letters);
      const next = this.starts[word + 1] ?? this.text.length;
      const met = letters !== this.starts[word] ? 'within' : letters + wanted.length === next - 1 ? 'whole' : 'start';
      for (let one = this.ends[word - 1] ?? 0; one < this.ends[word]!; one += 1) found(this.places[one]!, met);
      at = this.text.indexOf(pattern, next - 1);
    }
  }

  /** The word that holds the letter at this place of the text. */
  #wordAt(at: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
