/** The recommendation: which patterns the answers speak for, why, and with what caution. The maths is in `assess.ts` and `order.ts`. */
import type { Library, PatternEntry } from '../library/model';
import { factsOf, parseAnswers, type AnswersInput } from './answers';
import { assess, isCandidate, isRecommended, isVetoed, contributionOf, purposeOf, type Assessment, type Reason } from './assess';
import { orderBest, type Alternative, type Ranked } from './order';
import { isOutgrown, warningsOf, type Warning } from './warnings';
import { scaleTierOf } from './scale';
import type { AnswerId, Answers, Fact } from './questions';

export interface Recommendation {
  readonly entry: PatternEntry;
  /** Above 0; comparable within one recommendation only. The list is in the order of `order.ts`, not of the scores. */
  readonly score: number;
  /** What it adds to those before it, at most the score: it falls as other patterns answer the same facts. */
  readonly adds: number;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  /** Patterns for the same job that answer nothing more; they stand nowhere else in the recommendation. */
  readonly alternatives: readonly Alternative[];
}

/** A pattern that is better left alone for now. */
export interface LeftOut {
  readonly entry: PatternEntry;
  /**
   * `ruled-out`: one answer alone speaks decisively against a pattern that another speaks for.
   * `outweighed`: more speaks against it than for it.
   * `in-conflict`: it does not go with a pattern that fits better, or that is in place: `because` says why.
   * `needs-ruled-out`: it requires a pattern that the answers rule out.
   * `too-early`, `outgrown`: nothing speaks for it, and it is wrong at this scale; patterns of this kind are listed
   * because teams often adopt them anyway.
   */
  readonly cause: 'ruled-out' | 'outweighed' | 'in-conflict' | 'needs-ruled-out' | 'too-early' | 'outgrown';
  /** What speaks for it all the same; empty for `too-early` and `outgrown`. */
  readonly reasons: readonly Reason[];
  /** What speaks against it, strongest first; empty for the causes that name another pattern. */
  readonly against: readonly Reason[];
  /** The other pattern, for the causes that name one, and their author's words about the two. */
  readonly other?: Alternative;
}

/** Everything that the answers decide about every pattern. */
export interface Weighed {
  readonly recommended: readonly Recommendation[];
  /** See `leaveOut`. */
  readonly leftOut: readonly LeftOut[];
  /** How many more patterns an answer speaks for, too faintly beside the best to be listed. */
  readonly faint: number;
}

/**
 * Every pattern that the answers speak for on balance, best first. With nothing answered the list is empty:
 * there is nothing to say, and a default would look like advice. Unknown answers are ignored; it never throws.
 */
export function recommend(library: Library, answers: AnswersInput): readonly Recommendation[] {
  return weigh(library, parseAnswers(answers)).recommended;
}

/**
 * What to leave out for now: first the patterns that an answer speaks for but others hold back (most wanted first),
 * then those that nothing speaks for and that the scale speaks clearly against: first what larger or smaller systems start
 * with, because that is what teams adopt at the wrong size, then the others, strongest objection first. Where a pain or a must
 * is named, only a few of the latter: most of them have nothing to do with it.
 */
export function leaveOut(library: Library, answers: AnswersInput): readonly LeftOut[] {
  return weigh(library, parseAnswers(answers)).leftOut;
}

/** Both at once: what is recommended, and what is left out. Patterns that are in place are in neither. */
export function weigh(library: Library, answers: Answers): Weighed {
  const facts = factsOf(answers);
  const inPlace = patternsIn(library, answers.inPlace);
  const assessed = library.all('pattern').filter((entry) => !inPlace.includes(entry)).map((entry) => assess(entry, answers, facts));
  const chosen = assessed.filter((assessment) => isRecommended(assessment, facts));
  const clear = notFaint(chosen);
  const ranked = orderBest(library, answers, facts, clear);
  const vetoed = assessed.filter(isVetoed).map(({ entry }) => entry);

  const kept: Ranked[] = [];
  const withAnother: LeftOut[] = [];
  for (const one of ranked) {
    const conflict = relatedTo(library, one.entry, 'conflicts', [...inPlace, ...kept.map(({ entry }) => entry)]);
    const missing = relatedTo(library, one.entry, 'requires', vetoed);
    if (conflict) withAnother.push(namesAnother(one, 'in-conflict', conflict));
    else if (missing) withAnother.push(namesAnother(one, 'needs-ruled-out', missing));
    else kept.push(one);
  }
  const ids = new Set(kept.map(({ entry }) => entry.id));
  const present = new Set(presentPatterns(library, answers.inPlace).map(({ id }) => id));
  return {
    recommended: kept.map((one) => ({
      entry: one.entry, score: one.score, adds: one.adds, reasons: one.reasons, alternatives: one.alternatives,
      warnings: warningsOf(library, one, facts, ids, present),
    })),
    leftOut: [
      ...[...withAnother, ...heldBack(assessed, facts)].sort((a, b) => sumOf(b.reasons) - sumOf(a.reasons)),
      ...wrongScale(library, assessed, answers, facts),
    ],
    faint: chosen.length - clear.length,
  };
}

/** A pattern with less than this share of the best score is no recommendation beside it, only a distant echo of an answer. */
const FAINT = 1 / 4;

function notFaint(chosen: readonly Assessment[]): readonly Assessment[] {
  const best = Math.max(0, ...chosen.map(({ score }) => score));
  return chosen.filter(({ score }) => score >= best * FAINT);
}

/** The entries of ids that are patterns of the library, in its order. */
export function patternsIn(library: Library, ids: readonly string[] = []): readonly PatternEntry[] {
  return library.all('pattern').filter(({ id }) => ids.includes(id));
}

/**
 * What a pattern may build on: what is said to be in place, and all that it requires. What is only required may still be
 * recommended for a reason of its own: a queue runs without idempotent consumers, until something is done twice.
 */
export function presentPatterns(library: Library, ids: readonly string[] = []): readonly PatternEntry[] {
  const present = new Set<string>();
  const visit = (id: string): void => {
    if (present.has(id)) return;
    present.add(id);
    for (const { entry, relation } of library.related(id)) if (relation === 'requires') visit(entry.id);
  };
  for (const id of ids) visit(id);
  return patternsIn(library, [...present]);
}

/** The problems that a pattern is for: the answers to "what hurts" that speak clearly (2 or more) for it. */
export function problemsOf(entry: PatternEntry): readonly AnswerId<'hurts'>[] {
  return entry.signals.flatMap(({ when, weight }) =>
    when.startsWith('hurts.') && weight >= 2 ? [when.slice('hurts.'.length) as AnswerId<'hurts'>] : [],
  );
}

/** How many patterns of the wrong scale are named beside a pain or a must. */
const FEW_ASIDE = 3;

function heldBack(assessed: readonly Assessment[], facts: readonly Fact[]): LeftOut[] {
  return assessed
    .filter((assessment) => isCandidate(assessment, facts) && !isRecommended(assessment, facts))
    .map((assessment) => leftOut(assessment, isVetoed(assessment) ? 'ruled-out' : 'outweighed'));
}

function wrongScale(library: Library, assessed: readonly Assessment[], answers: Answers, facts: readonly Fact[]): LeftOut[] {
  const tier = scaleTierOf(answers);
  const starting = new Set(library.scale.flatMap(({ patterns }) => patterns));
  return assessed
    .filter((assessment) => !isCandidate(assessment, facts) && scaleWeight(assessment) <= -2)
    .sort((a, b) => Number(starting.has(b.entry.id)) - Number(starting.has(a.entry.id)) || scaleWeight(a) - scaleWeight(b))
    .slice(0, purposeOf(facts) === undefined ? undefined : FEW_ASIDE)
    .map((assessment) => leftOut(assessment, tier && isOutgrown(assessment.entry, tier) ? 'outgrown' : 'too-early'));
}

/** The first of the others to which the pattern stands in the relation, with why. */
function relatedTo(library: Library, entry: PatternEntry, name: 'conflicts' | 'requires', others: readonly PatternEntry[]): Alternative | undefined {
  const ids = new Set(others.map(({ id }) => id));
  const found = library.related(entry.id).find(({ entry: other, relation }) => relation === name && ids.has(other.id));
  const other = others.find(({ id }) => id === found?.entry.id);
  return found && other && { entry: other, because: found.because ?? '' };
}

function leftOut({ entry, reasons, against }: Assessment, cause: LeftOut['cause']): LeftOut {
  return { entry, cause, reasons, against };
}

function namesAnother({ entry, reasons }: Assessment, cause: LeftOut['cause'], other: Alternative): LeftOut {
  return { entry, cause, reasons, against: [], other };
}

const sumOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, reason) => sum + contributionOf(reason), 0);

/** The weight of the fact `scale.<tier>` against a pattern; 0 when it does not speak against it. */
function scaleWeight({ against }: Assessment): number {
  return against.find(({ fact }) => fact.startsWith('scale.'))?.weight ?? 0;
}
