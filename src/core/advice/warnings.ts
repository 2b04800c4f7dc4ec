/** What a recommended (or left-out) pattern comes with: conflicts, prerequisites, doubts about scale, effort. */
import type { Library, PatternEntry } from '../library/model';
import type { Assessment, Reason } from './assess';
import { SCALE_TIERS, type Fact, type ScaleTier } from './questions';

export type Warning =
  /** The pattern needs another one first, which is not in place; `included` says whether that is recommended as well. */
  | { readonly kind: 'prerequisite'; readonly requires: PatternEntry; readonly because: string; readonly included: boolean }
  /** Something smaller does at this scale; the pattern comes into its own at a larger one. */
  | ({ readonly kind: 'not-yet-at-scale'; readonly tier: ScaleTier } & Reason)
  /** The system has outgrown the pattern: it serves smaller scales better. */
  | ({ readonly kind: 'outgrown-at-scale'; readonly tier: ScaleTier } & Reason)
  /** Any other answer that speaks against the pattern. */
  | ({ readonly kind: 'against' } & Reason)
  /** An advanced pattern, for one team or for a prototype: the fact says which. */
  | { readonly kind: 'effort'; readonly fact: Fact; readonly difficulty: 'advanced'; readonly effort: string };

/** Facts under which an advanced pattern costs more than it may be worth. */
const SMALL_MEANS: readonly Fact[] = ['team.one-team', 'stage.prototype'];

/**
 * The warnings of one assessed pattern, in the order of the union above.
 * `recommended` holds the ids that the same answers recommend, `inPlace` those of patterns that are there already. A
 * conflict is no warning: of two patterns that do not go together only one is recommended.
 */
export function warningsOf(
  library: Library,
  { entry, against }: Assessment,
  facts: readonly Fact[],
  recommended: ReadonlySet<string>,
  inPlace: ReadonlySet<string> = new Set(),
): readonly Warning[] {
  return [
    ...prerequisiteWarnings(library, entry, recommended, inPlace),
    ...against.map((reason) => againstWarning(entry, reason)),
    ...(entry.difficulty === 'advanced'
      ? facts
          .filter((fact) => SMALL_MEANS.includes(fact))
          .map((fact): Warning => ({ kind: 'effort', fact, difficulty: 'advanced', effort: entry.effort }))
      : []),
  ];
}

function prerequisiteWarnings(library: Library, entry: PatternEntry, recommended: ReadonlySet<string>, inPlace: ReadonlySet<string>): Warning[] {
  return library.related(entry.id).flatMap(({ entry: other, relation, because = '' }): Warning[] =>
    relation === 'requires' && other.kind === 'pattern' && !inPlace.has(other.id)
      ? [{ kind: 'prerequisite', requires: other, because, included: recommended.has(other.id) }]
      : []);
}

function againstWarning(entry: PatternEntry, reason: Reason): Warning {
  const tier = SCALE_TIERS.find((candidate) => reason.fact === `scale.${candidate}`);
  if (tier === undefined) return { kind: 'against', ...reason };
  return { kind: isOutgrown(entry, tier) ? 'outgrown-at-scale' : 'not-yet-at-scale', tier, ...reason };
}

/**
 * Whether a weight against a tier means "no longer" rather than "not yet": the pattern speaks better for some smaller
 * tier than for any larger one. The largest tier has none larger, the smallest none smaller.
 */
export function isOutgrown(entry: PatternEntry, tier: ScaleTier): boolean {
  const position = SCALE_TIERS.indexOf(tier);
  const weightOf = (other: ScaleTier) => entry.signals.find(({ when }) => when === `scale.${other}`)?.weight ?? 0;
  const best = (tiers: readonly ScaleTier[]) => Math.max(Number.NEGATIVE_INFINITY, ...tiers.map(weightOf));
  return best(SCALE_TIERS.slice(0, position)) > best(SCALE_TIERS.slice(position + 1));
}
