/**
 * Which question is worth asking next: the one that separates the remaining candidates best.
 *
 * - Contenders: the patterns that the answers have not ruled out and that stand within reach of the best.
 * - Separation of a question: for each of its answers, the variance over the contenders of what the answer would add to
 *   their scores (a veto counts as losing all that a strong reason for a pain gives); the mean over the answers. An answer
 *   that moves all contenders alike separates nothing, whatever it adds. What the answers change in the capacity of the
 *   team counts as well, since it separates what can be started with from what has to wait.
 * - Expected separation: times the likelihood that a person with this goal can answer the question at all. Somebody with a
 *   problem in production knows what hurts; somebody who designs a new system mostly does not.
 * - The first question is always what brings the person here, because the likelihoods hang on it. The last one is always
 *   what is in place already (`inPlace.ts`). Between the two stand one to five more, as long as one of them is worth it.
 *
 * The recommendation itself never depends on the order of the questions: it sees the answers alone.
 */
import type { Library, PatternEntry } from '../library/model';
import { factsOf, QUESTION_IDS } from './answers';
import { assess, emphasisOf, isCandidate, isVetoed, purposeOf, VETO } from './assess';
import { capacityOf } from './burden';
import { QUESTIONS, type Answers, type Fact, type QuestionId } from './questions';

/** The most questions before the one about what is in place. */
export const MOST_QUESTIONS = 6;
/** The fewest. */
export const FEWEST_QUESTIONS = 2;
/** Below this expected separation (in squared points of score) a question is not worth a person's time. */
const WORTH_ASKING = 0.35;
/** How far below the best score a pattern is still a contender, in points. */
const REACH = 9;

/** What a squared point of capacity counts: who carries the patterns does not rank them, and decides how many to start with. */
const CAPACITY_WORTH = 0.25;

export interface Separation {
  readonly question: QuestionId;
  /** Expected separation, in squared points of score; 0 or more. */
  readonly value: number;
}

/**
 * @param answers what has been answered so far
 * @param asked the questions that have been put, "not sure" included; they are not asked again
 * @returns undefined when no further question is worth asking
 */
export function nextQuestion(library: Library, answers: Answers, asked: readonly QuestionId[]): QuestionId | undefined {
  if (!asked.includes('goal')) return 'goal';
  if (asked.length >= MOST_QUESTIONS) return undefined;
  const [best] = separations(library, answers, asked);
  if (best === undefined) return undefined;
  return asked.length < FEWEST_QUESTIONS || best.value >= WORTH_ASKING ? best.question : undefined;
}

/** The questions that are left, best first; equal ones in the order of `QUESTIONS`. */
export function separations(library: Library, answers: Answers, asked: readonly QuestionId[]): readonly Separation[] {
  const contenders = contendersFor(library, answers);
  return QUESTION_IDS
    .filter((question) => !asked.includes(question))
    .map((question) => ({ question, value: likelihoodOf(question, answers) * separationOf(question, answers, contenders) }))
    .sort((a, b) => b.value - a.value);
}

function contendersFor(library: Library, answers: Answers): readonly PatternEntry[] {
  const facts = factsOf(answers);
  const assessed = library.all('pattern')
    .filter(({ id }) => !(answers.inPlace ?? []).includes(id))
    .map((entry) => assess(entry, answers, facts))
    // Before anything is asked for, every pattern is still possible.
    .filter((assessment) => !isVetoed(assessment) && (purposeOf(facts) === undefined || isCandidate(assessment, facts)));
  const best = Math.max(0, ...assessed.map(({ score }) => score));
  return assessed.filter(({ score }) => score >= best - REACH).map(({ entry }) => entry);
}

function separationOf(question: QuestionId, answers: Answers, contenders: readonly PatternEntry[]): number {
  if (contenders.length === 0) return 0;
  const before = new Set(factsOf(answers));
  const spreads = QUESTIONS[question].map((answer) => {
    const after = factsOf({ ...answers, [question]: [answer] });
    const gained = after.filter((fact) => !before.has(fact));
    const lost = [...before].filter((fact) => !after.includes(fact)); // a greater scale takes the place of a smaller one
    return variance(contenders.map((entry) => effect(entry, gained) - effect(entry, lost)));
  });
  const capacities = QUESTIONS[question].map((answer) => capacityOf({ ...answers, [question]: [answer] }));
  return spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length + CAPACITY_WORTH * variance(capacities);
}

function effect(entry: PatternEntry, facts: readonly Fact[]): number {
  return entry.signals
    .filter(({ when }) => facts.includes(when))
    .reduce((sum, { when, weight }) => sum + (weight <= VETO ? VETO * REACH / 3 : weight * emphasisOf(when)), 0);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** How likely a person can answer, by what brought them here; judged, not measured. */
const LIKELIHOOD: Readonly<Record<string, Partial<Record<QuestionId, number>>>> = {
  'production-problem': { hurts: 1, musts: 0.5 },
  'new-system': { hurts: 0.25, musts: 0.9, stage: 0.5 }, // it is at its beginning
  modernise: { hurts: 0.9 },
  learn: { hurts: 0.6, users: 0.3, data: 0.3, team: 0.3, stage: 0.2 },
};
const USUAL_LIKELIHOOD = 0.75;

function likelihoodOf(question: QuestionId, { goal = [] }: Answers): number {
  return LIKELIHOOD[goal[0] ?? '']?.[question] ?? USUAL_LIKELIHOOD;
}
