/** Coders compared: figures for each tag and over all, with and without the units that nobody tagged, and what they disagree on. */
import type { Codebook } from '../notes';
import { patternsOf, unitsByTag } from './coding';
import type { CodedSource, CodingOptions, TaggedUnit } from './coding';
import { cohensKappa, krippendorffsAlpha, percentAgreement, unitsJudged } from './statistics';
import type { Figure, Pattern } from './statistics';

/** The three figures over the same units. Kappa is that of two coders, see {@link Comparison.pairs} for more. */
export type Agreement = { readonly units: number; readonly percent: Figure; readonly kappa: Figure; readonly alpha: Figure };

/** `all`: over every unit. `tagged`: only over units that somebody tagged, which the many untagged ones cannot flatter. */
export type Figures = { readonly all: Agreement; readonly tagged: Agreement };

/** All that a comparison of coders says. `disagreements`: where one gave a tag and another, who judged the unit, did not. */
export type Comparison = {
  readonly options: CodingOptions;
  readonly tags: readonly (Figures & { readonly tag: string; readonly disagreements: number })[];
  readonly overall: Figures;
  readonly pairs: readonly (Figures & { readonly coders: readonly [string, string] })[];
  readonly disagreements: readonly TaggedUnit[];
};

/** The three figures for some patterns. */
export function agreementOf(patterns: readonly Pattern[]): Agreement {
  return { units: unitsJudged(patterns), percent: percentAgreement(patterns), kappa: cohensKappa(patterns), alpha: krippendorffsAlpha(patterns) };
}

type Counted = { readonly tagged: readonly Pattern[]; readonly untagged: readonly Pattern[] };
const figuresOf = ({ tagged, untagged }: Counted): Figures => ({ all: agreementOf([...tagged, ...untagged]), tagged: agreementOf(tagged) });

/** Compare coders over the notes of all sources. Aliases of tags count as the tag. */
export function compareCoders(sources: Iterable<CodedSource>, codebook: Codebook, options: CodingOptions): Comparison {
  const units = unitsByTag(sources, codebook, options);
  const counted = units.map(({ tagged, untagged }) => ({ tagged: patternsOf(tagged), untagged }));
  const pooled = { tagged: counted.flatMap(({ tagged }) => tagged), untagged: counted.flatMap(({ untagged }) => untagged) };
  const tags = units.map(({ tag, tagged }, n) => ({ tag, ...figuresOf(counted[n] as Counted), disagreements: tagged.filter(isDisagreement).length }));
  return { options, tags, overall: figuresOf(pooled), pairs: pairsOf(pooled, options.coders), disagreements: units.flatMap(({ tagged }) => tagged.filter(isDisagreement)) };
}

/** Every two coders by themselves; a unit that neither of the two tagged counts as untagged for them. */
function pairsOf({ tagged, untagged }: Counted, coders: readonly string[]): Comparison['pairs'] {
  const two = coders.flatMap((first, a) => coders.slice(a + 1).map((second, b) => ({ names: [first, second] as const, at: [a, a + 1 + b] as const })));
  return two.map(({ names, at }) => {
    const own = (pattern: Pattern): Pattern => ({ said: at.map((n) => pattern.said[n]), count: pattern.count });
    const seen = tagged.map(own);
    const isTagged = ({ said }: Pattern): boolean => said.includes('present');
    return { coders: names, ...figuresOf({ tagged: seen.filter(isTagged), untagged: [...seen.filter((one) => !isTagged(one)), ...untagged.map(own)] }) };
  });
}

/** Do two coders who judged this unit say otherwise? */
export function isDisagreement({ notes }: TaggedUnit): boolean {
  const judged = notes.filter((own) => own !== undefined);
  return judged.some((own) => own.length === 0) && judged.some((own) => own.length > 0);
}
