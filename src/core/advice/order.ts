/**
 * From assessments to a list in which each place earns its own: best first, the same need not answered over and over,
 * and of two patterns for the same job only the better one.
 *
 * - Order. The first is the one with the highest score. Each further place goes to the pattern that adds most to those
 *   before it: a reason counts half for each full answer (weight 3) that the same fact has got already, so that with two
 *   pains named the second place goes to the second pain. Equal ones stand by score, then position in the row of the
 *   scale table, then burden (`burden.ts`, the lightest first), then tier (gold, silver, bronze), then the library's
 *   order, which is by title.
 * - Redundancy. A pattern that its author calls an alternative of one that stands before it, and that answers nothing
 *   which the other does not answer as strongly, is folded into it. Without a pain or a must there is no job that two patterns could share, so
 *   nothing is folded. Nor is anything folded into what is in place: that the pain is named all the same says that it is
 *   not enough.
 */
import type { Library, PatternEntry } from '../library/model';
import { TIERS } from '../library/vocabulary';
import { contributionOf, purposeOf, type Assessment, type Reason } from './assess';
import { burdenOf } from './burden';
import type { Answers, Fact } from './questions';
import { scaleRowOf, scaleTierOf } from './scale';

/** A pattern for the same job as a better one. */
export interface Alternative {
  readonly entry: PatternEntry;
  /** What tells the two apart, in their author's words. */
  readonly because: string;
}

export interface Ranked extends Assessment {
  /** What the pattern adds at its place: the score, with reasons discounted that earlier places have answered. */
  readonly adds: number;
  readonly alternatives: readonly Alternative[];
}

/** What a full answer is, in the weights of signals. */
const FULL_ANSWER = 3;

/**
 * @param chosen the patterns that the answers speak for, in the library's order
 * @returns best first
 */
export function orderBest(library: Library, answers: Answers, facts: readonly Fact[], chosen: readonly Assessment[]): readonly Ranked[] {
  const tier = scaleTierOf(answers);
  const row = (tier && scaleRowOf(library, tier)?.patterns) ?? [];
  const place = ({ entry }: Assessment) => (row.includes(entry.id) ? row.indexOf(entry.id) : row.length);
  const remaining = [...chosen].sort((a, b) =>
    b.score - a.score || place(a) - place(b) || burdenOf(a.entry) - burdenOf(b.entry) || TIERS.indexOf(a.entry.tier) - TIERS.indexOf(b.entry.tier));
  const ranked: Ranked[] = [];
  const answered = new Map<Fact, number>();
  while (remaining.length > 0) {
    const best = remaining.reduce((leader, candidate) => (addsTo(candidate, answered) > addsTo(leader, answered) ? candidate : leader));
    remaining.splice(remaining.indexOf(best), 1);
    const better = ranked.findIndex((other) => isRedundant(library, facts, best, other));
    const kept = ranked[better];
    if (kept) {
      ranked[better] = { ...kept, alternatives: [...kept.alternatives, { entry: best.entry, because: alternativeOf(library, best.entry, kept.entry) ?? '' }] };
      continue;
    }
    ranked.push({ ...best, adds: addsTo(best, answered), alternatives: [] });
    for (const { fact, weight } of best.reasons) answered.set(fact, (answered.get(fact) ?? 0) + weight / FULL_ANSWER);
  }
  return ranked;
}

/** What a pattern adds to answers that are given already. */
function addsTo({ score, reasons }: Assessment, answered: ReadonlyMap<Fact, number>): number {
  return score - reasons.reduce((lost, reason) => lost + contributionOf(reason) * (1 - 0.5 ** (answered.get(reason.fact) ?? 0)), 0);
}

/** An alternative of the other that answers nothing which the other does not answer as well. */
function isRedundant(library: Library, facts: readonly Fact[], one: Assessment, other: Assessment): boolean {
  return purposeOf(facts) !== undefined && one.reasons.every((reason) => answersAsWell(other, reason)) && alternativeOf(library, one.entry, other.entry) !== undefined;
}

const answersAsWell = ({ reasons }: Assessment, { fact, weight }: Reason): boolean =>
  reasons.some((reason) => reason.fact === fact && reason.weight >= weight);

/** Why the two are alternatives, or undefined when they are not. */
function alternativeOf(library: Library, one: PatternEntry, other: PatternEntry): string | undefined {
  const related = library.related(one.id).find(({ entry, relation }) => relation === 'alternatives' && entry.id === other.id);
  return related && (related.because ?? '');
}
