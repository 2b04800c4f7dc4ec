/**
 * What the answers say about one pattern. The maths, on which everything else in this folder builds:
 *
 * - Facts. Each answer is a fact; users and data imply one more, the tier of scale (`answers.ts`).
 * - Score. Each signal of a pattern whose fact holds adds its weight (−3 to 3) times the emphasis of its question: 3 for
 *   what hurts, because that is what a person came for; 2 for what must hold; 1 for everything that only describes the
 *   situation. The score is the sum.
 * - Not sure. A question without an answer adds nothing. Only where every possible answer speaks against the pattern it
 *   adds the mildest of them, so that saying less never makes a pattern look better than the best answer would.
 * - Candidates. Where a pain is named, only what answers a pain is a candidate; without one, what answers a must; without
 *   either, any positive reason is enough. Nobody asked for the others. Patterns for machine learning are candidates only
 *   where its operation hurts.
 * - Veto. A weight of −3 on a fact that holds takes the pattern out, whatever speaks for it: the author says that with
 *   this answer the pattern is wrong, and no sum of smaller advantages makes it right.
 * - Verdict. A candidate without a veto is recommended when its score is above 0; otherwise it is left out, because what
 *   speaks against it outweighs what speaks for it. So each candidate is in exactly one of the two lists.
 *
 * The order of a recommendation is made in `order.ts`, and how much of it a team can carry in `plan.ts`.
 * The scale table comes out of the same sum: with only the scale known, the patterns of its row carry the greatest
 * possible weight on that one fact. `test/core/advice` proves it for the content.
 */
import type { PatternEntry } from '../library/model';
import type { Category } from '../library/vocabulary';
import { factsOf, QUESTION_IDS } from './answers';
import { QUESTIONS, type AnswerId, type Answers, type Fact, type QuestionId } from './questions';

/** A signal whose fact holds. `because` is a clause in lower case: "Because you said …: <because>". */
export interface Reason {
  readonly fact: Fact;
  /** 1 to 3 for the pattern, −1 to −3 against it, as its author wrote it. */
  readonly weight: number;
  readonly because: string;
}

/** What speaks for and against a pattern. */
export interface Assessment {
  readonly entry: PatternEntry;
  /** The sum of all weights that apply, each times the emphasis of its question; a whole number. */
  readonly score: number;
  /** Reasons for the pattern, strongest first, then in the order of the questions. */
  readonly reasons: readonly Reason[];
  /** Reasons against it, strongest first, then in the order of the questions. */
  readonly against: readonly Reason[];
}

/** The weight that takes a pattern out of the recommendation by itself. */
export const VETO = -3;

const EMPHASIS: Partial<Record<string, number>> = { hurts: 3, musts: 2 };

/** What an answer counts: the weight of its signal is multiplied by it. */
export function emphasisOf(fact: Fact): number {
  return EMPHASIS[fact.slice(0, fact.indexOf('.'))] ?? 1;
}

/** What a reason adds to the score. */
export function contributionOf({ fact, weight }: Reason): number {
  return weight * emphasisOf(fact);
}

/** @param facts `factsOf(answers)`, handed in because it is the same for every pattern */
export function assess(entry: PatternEntry, answers: Answers, facts: readonly Fact[] = factsOf(answers)): Assessment {
  const applying = reasonsFor(entry, facts);
  const byStrength = (a: Reason, b: Reason) => Math.abs(contributionOf(b)) - Math.abs(contributionOf(a));
  return {
    entry,
    score: sumOf(applying) + doubt(entry, answers),
    reasons: applying.filter(({ weight }) => weight > 0).sort(byStrength),
    against: applying.filter(({ weight }) => weight < 0).sort(byStrength),
  };
}

function reasonsFor(entry: PatternEntry, facts: readonly Fact[]): Reason[] {
  return facts.flatMap((fact): Reason[] =>
    entry.signals.filter((signal) => signal.when === fact).map(({ weight, because }) => ({ fact, weight, because })),
  );
}

function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + contributionOf(reason), 0);
}

/** Doubts by pattern and by what is answered: they hang on nothing else, and are asked for again and again. */
const doubts = new WeakMap<PatternEntry, Map<string, number>>();

/** What the questions without an answer take away; never above 0. Users and data decide the scale together. */
function doubt(entry: PatternEntry, answers: Answers): number {
  const known = doubts.get(entry) ?? new Map<string, number>();
  doubts.set(entry, known);
  const key = QUESTION_IDS.map((question) => (question === 'users' || question === 'data' ? answers[question]?.[0] ?? '' : isAnswered(answers, question) ? '+' : '')).join();
  const found = known.get(key) ?? weighDoubt(entry, answers);
  known.set(key, found);
  return found;
}

function weighDoubt(entry: PatternEntry, answers: Answers): number {
  return QUESTION_IDS.reduce(
    (sum, question) => sum + (question === 'users' || question === 'data' || isAnswered(answers, question) ? 0 : mildest(entry, QUESTIONS[question].map((answer) => `${question}.${answer}` as Fact))),
    sizeDoubt(entry, answers),
  );
}

/** The least that one of the facts takes away; 0 as soon as one of them does not speak against the pattern. */
function mildest(entry: PatternEntry, facts: readonly Fact[]): number {
  return Math.min(0, Math.max(...facts.map((fact) => sumOf(reasonsFor(entry, [fact])))));
}

function sizeDoubt(entry: PatternEntry, answers: Answers): number {
  const users = isAnswered(answers, 'users');
  const data = isAnswered(answers, 'data');
  if (users && data) return 0;
  if (users || data) return openSize(entry, users ? 'data' : 'users', answers);
  // With neither known, the mildest of what knowing one of them could give.
  const known = (question: 'users' | 'data', other: 'users' | 'data'): number =>
    Math.max(...QUESTIONS[question].map((answer) => {
      const one: Answers = { [question]: [answer] };
      return sizeOf(entry, one) + openSize(entry, other, one);
    }));
  return Math.min(0, known('users', 'data'), known('data', 'users'));
}

/** How much worse even the best answer to the open one of users and data makes the pattern. */
function openSize(entry: PatternEntry, open: 'users' | 'data', given: Answers): number {
  const before = sizeOf(entry, given);
  return Math.min(0, Math.max(...QUESTIONS[open].map((answer: AnswerId) => sizeOf(entry, { ...given, [open]: [answer] }) - before)));
}

/** What users, data and the scale that they imply add to the score. */
function sizeOf(entry: PatternEntry, { users = [], data = [] }: Answers): number {
  return sumOf(reasonsFor(entry, factsOf({ users, data })));
}

function isAnswered(answers: Answers, question: QuestionId): boolean {
  return (answers[question] ?? []).length > 0;
}

/** Questions whose answers say what a pattern is wanted for, the most telling first. */
const PURPOSES: readonly QuestionId[] = ['hurts', 'musts'];

/** The question whose answers nominate the candidates; undefined when neither a pain nor a must is named. */
export function purposeOf(facts: readonly Fact[]): QuestionId | undefined {
  return PURPOSES.find((question) => facts.some((fact) => fact.startsWith(`${question}.`)));
}

/** Categories for one kind of work alone: without its pain, a reason that they share with others asks for nobody of them. */
const SPECIALISED: Partial<Record<Category, Fact>> = { 'ml-infrastructure': 'hurts.model-operations' };

/** Some answer asks for the pattern. */
export function isCandidate({ entry, reasons }: Assessment, facts: readonly Fact[]): boolean {
  const work = SPECIALISED[entry.category];
  if (work !== undefined && !facts.includes(work)) return false;
  const purpose = purposeOf(facts);
  return reasons.some(({ fact }) => purpose === undefined || fact.startsWith(`${purpose}.`));
}

/** Some answer rules the pattern out. */
export const isVetoed = ({ against }: Assessment): boolean => against.some(({ weight }) => weight <= VETO);

/** The verdict: a candidate, not ruled out, with more for it than against it. */
export const isRecommended = (assessment: Assessment, facts: readonly Fact[]): boolean =>
  isCandidate(assessment, facts) && !isVetoed(assessment) && assessment.score > 0;
