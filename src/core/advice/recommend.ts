/** The recommendation: which patterns the answers speak for, why, and with what caution. The maths is in `assess.ts`. */
import type { Library, PatternEntry } from '../library/model';
import { factsOf, parseAnswers, type AnswersInput } from './answers';
import { assess, bestFirst, isCandidate, isRecommended, isVetoed, type Assessment, type Reason } from './assess';
import { isOutgrown, warningsOf, type Warning } from './warnings';
import { scaleTierOf } from './scale';
import type { AnswerId, Answers } from './questions';

export interface Recommendation {
  readonly entry: PatternEntry;
  /** Above 0; comparable within one recommendation only. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/** A pattern that is better left alone for now. */
export interface LeftOut {
  readonly entry: PatternEntry;
  /**
   * `ruled-out`: one answer alone speaks decisively against a pattern that another speaks for.
   * `outweighed`: more speaks against it than for it.
   * `too-early`, `outgrown`: nothing speaks for it, and it is wrong at this scale; patterns of this kind are listed
   * because teams often adopt them anyway.
   */
  readonly cause: 'ruled-out' | 'outweighed' | 'too-early' | 'outgrown';
  /** What speaks for it all the same; empty for `too-early` and `outgrown`. */
  readonly reasons: readonly Reason[];
  /** What speaks against it, strongest first; never empty. */
  readonly against: readonly Reason[];
}

/**
 * Every pattern that the answers speak for on balance, best first. With nothing answered the list is empty:
 * there is nothing to say, and a default would look like advice. Unknown answers are ignored; it never throws.
 */
export function recommend(library: Library, answers: AnswersInput): readonly Recommendation[] {
  const known = parseAnswers(answers);
  const facts = factsOf(known);
  const chosen = assessAll(library, known).filter(isRecommended);
  const ids = new Set(chosen.map(({ entry }) => entry.id));
  return chosen.map((assessment) => ({
    entry: assessment.entry,
    score: assessment.score,
    reasons: assessment.reasons,
    warnings: warningsOf(library, assessment, facts, ids),
  }));
}

/**
 * What to leave out for now: first the patterns that an answer speaks for but others hold back (most wanted first),
 * then those that nothing speaks for and that the scale speaks clearly against: first what larger or smaller systems start
 * with, because that is what teams adopt at the wrong size, then the others, strongest objection first.
 */
export function leaveOut(library: Library, answers: AnswersInput): readonly LeftOut[] {
  const known = parseAnswers(answers);
  const tier = scaleTierOf(known);
  const assessed = assessAll(library, known);
  const heldBack = assessed
    .filter((assessment) => isCandidate(assessment) && !isRecommended(assessment))
    .sort((a, b) => sumOf(b.reasons) - sumOf(a.reasons))
    .map((assessment) => leftOut(assessment, isVetoed(assessment) ? 'ruled-out' : 'outweighed'));
  const starting = new Set(library.scale.flatMap(({ patterns }) => patterns));
  const wrongScale = assessed
    .filter((assessment) => !isCandidate(assessment) && scaleWeight(assessment) <= -2)
    .sort((a, b) => Number(starting.has(b.entry.id)) - Number(starting.has(a.entry.id)) || scaleWeight(a) - scaleWeight(b))
    .map((assessment) => leftOut(assessment, tier && isOutgrown(assessment.entry, tier) ? 'outgrown' : 'too-early'));
  return [...heldBack, ...wrongScale];
}

/** The problems that a pattern is for: the answers to "what hurts" that speak clearly (2 or more) for it. */
export function problemsOf(entry: PatternEntry): readonly AnswerId<'hurts'>[] {
  return entry.signals.flatMap(({ when, weight }) =>
    when.startsWith('hurts.') && weight >= 2 ? [when.slice('hurts.'.length) as AnswerId<'hurts'>] : [],
  );
}

function assessAll(library: Library, answers: Answers): Assessment[] {
  const facts = factsOf(answers);
  return library
    .all('pattern')
    .map((entry) => assess(entry, facts))
    .sort(bestFirst(library, answers));
}

function leftOut({ entry, reasons, against }: Assessment, cause: LeftOut['cause']): LeftOut {
  return { entry, cause, reasons, against };
}

const sumOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);

/** The weight of the fact `scale.<tier>` against a pattern; 0 when it does not speak against it. */
function scaleWeight({ against }: Assessment): number {
  return against.find(({ fact }) => fact.startsWith('scale.'))?.weight ?? 0;
}
