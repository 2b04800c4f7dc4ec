/**
 * What the answers say about one pattern. The maths, on which everything else in this folder builds:
 *
 * - Facts. Each answer is a fact; users and data imply one more, the tier of scale (`answers.ts`).
 * - Score. A pattern's score is the sum of the weights (−3 to 3) of those of its signals whose fact holds.
 * - Candidates. Only a pattern with a positive reason is a candidate: nobody asked for the others.
 * - Veto. A weight of −3 on a fact that holds takes the pattern out, whatever speaks for it: the author says that with
 *   this answer the pattern is wrong, and no sum of smaller advantages makes it right.
 * - Verdict. A candidate without a veto is recommended when its score is above 0; otherwise it is left out, because what
 *   speaks against it outweighs what speaks for it. So each candidate is in exactly one of the two lists.
 * - Order. By score, then position in the row of the scale table for the tier, then tier (gold, silver, bronze),
 *   then the library's order, which is by title. The answers' order plays no part, and "not sure" states no fact, so it changes nothing.
 *
 * The scale table comes out of the same sum: with only the scale known, the patterns of its row carry the greatest
 * possible weight on that one fact. `test/core/advice` proves it for the content.
 */
import type { Library, PatternEntry } from '../library/model';
import { TIERS } from '../library/vocabulary';
import { scaleRowOf, scaleTierOf } from './scale';
import type { Answers, Fact } from './questions';

/** A signal whose fact holds. `because` is a clause in lower case: "Because you said …: <because>". */
export interface Reason {
  readonly fact: Fact;
  /** 1 to 3 for the pattern, −1 to −3 against it. */
  readonly weight: number;
  readonly because: string;
}

/** What speaks for and against a pattern. */
export interface Assessment {
  readonly entry: PatternEntry;
  /** The sum of all weights that apply; a whole number. */
  readonly score: number;
  /** Reasons for the pattern, strongest first, then in the order of the questions. */
  readonly reasons: readonly Reason[];
  /** Reasons against it, strongest first, then in the order of the questions. */
  readonly against: readonly Reason[];
}

/** The weight that takes a pattern out of the recommendation by itself. */
export const VETO = -3;

export function assess(entry: PatternEntry, facts: readonly Fact[]): Assessment {
  const applying = facts.flatMap((fact): Reason[] =>
    entry.signals
      .filter((signal) => signal.when === fact)
      .map(({ weight, because }) => ({ fact, weight, because })),
  );
  const byStrength = (a: Reason, b: Reason) => Math.abs(b.weight) - Math.abs(a.weight);
  return {
    entry,
    score: applying.reduce((sum, { weight }) => sum + weight, 0),
    reasons: applying.filter(({ weight }) => weight > 0).sort(byStrength),
    against: applying.filter(({ weight }) => weight < 0).sort(byStrength),
  };
}

/** Some answer speaks for the pattern. */
export const isCandidate = ({ reasons }: Assessment): boolean => reasons.length > 0;

/** Some answer rules the pattern out. */
export const isVetoed = ({ against }: Assessment): boolean => against.some(({ weight }) => weight <= VETO);

/** The verdict: a candidate, not ruled out, with more for it than against it. */
export const isRecommended = (assessment: Assessment): boolean =>
  isCandidate(assessment) && !isVetoed(assessment) && assessment.score > 0;

/** The order of a recommendation for these answers, best first. What it calls equal stays in the library's order. */
export function bestFirst(library: Library, answers: Answers): (a: Assessment, b: Assessment) => number {
  const tier = scaleTierOf(answers);
  const row = (tier && scaleRowOf(library, tier)?.patterns) ?? [];
  const place = ({ entry }: Assessment) => (row.includes(entry.id) ? row.indexOf(entry.id) : row.length);
  return (a, b) =>
    b.score - a.score ||
    place(a) - place(b) ||
    TIERS.indexOf(a.entry.tier) - TIERS.indexOf(b.entry.tier);
}
