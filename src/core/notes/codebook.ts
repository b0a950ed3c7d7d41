/** The codebook: what is known of each tag. A tag needs no entry to exist. */

/** One entry of `codebook.yaml`. `label` by language; `colour` as `#RRGGBB`. */
export type TagEntry = {
  readonly label?: { readonly [language: string]: string };
  readonly aliases?: readonly string[];
  readonly colour?: string;
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly guid?: string;
};

/** `team`: who codes. `blind`: each in a file of their own, without seeing what the others note. */
export type Codebook = { readonly team: readonly string[]; readonly blind?: boolean; readonly tags: ReadonlyMap<string, TagEntry> };

export const emptyCodebook: Codebook = { team: [], tags: new Map() };
