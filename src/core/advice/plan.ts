/**
 * How much of a recommendation a team can carry: what to start with, and what comes next, when.
 *
 * - Start with. In the order of the recommendation, as long as the capacity of the team holds (`burden.ts`), at most three.
 *   What a pattern requires comes before it, and counts, unless it is in place. A pattern joins only if it adds at least
 *   half of what the first one adds: a weak third is no start.
 * - Clear reasons. A pattern is planned only if it answers something that was named clearly, with a weight of at least 2.
 * - Too large a step. Where the best pattern, with all that it requires, is more than the team can carry, the start is made
 *   with the best one that is not, if it scores at least two thirds as much. If there is none, the start is what the
 *   best one requires, as much of it as fits, and nothing else: it is the way there, and the best one comes next.
 * - Next. The following ones, at most four, that add at least a quarter of what the first one adds, or that answer at
 *   least half as much on their own: they are worth having once what was started with turns out not to be enough. Each has
 *   the trigger that its author wrote, something that a team can measure, and the prerequisites that come first.
 */
import type { Library, PatternEntry } from '../library/model';
import { factsOf } from './answers';
import { purposeOf } from './assess';
import { burdenOf, capacityOf, MOST_TO_START_WITH } from './burden';
import type { Recommendation } from './recommend';
import type { Alternative } from './order';
import type { Answers } from './questions';
import { presentPatterns } from './recommend';

export interface StartStep {
  readonly entry: PatternEntry;
  /** 1 to 3, see `burden.ts`. */
  readonly burden: number;
  /** Missing where only another pattern asks for this one. */
  readonly recommendation?: Recommendation;
  /** The pattern of the plan that requires this one, and why. */
  readonly neededFor?: Alternative;
}

export interface NextStep {
  readonly recommendation: Recommendation;
  /** Completes "Next, when …". */
  readonly when: string;
  /** What it requires and what is neither in place nor among the first steps; those come before it. */
  readonly after: readonly PatternEntry[];
}

export interface Plan {
  readonly startWith: readonly StartStep[];
  readonly next: readonly NextStep[];
  /** How many more patterns the answers speak for. */
  readonly more: number;
  /** Points of burden: what the first steps cost together, and what the team can carry at once. */
  readonly burden: number;
  readonly capacity: number;
}

const MOST_NEXT = 4;
const SHARE_TO_START = 1 / 2;
const SHARE_TO_LEAD = 2 / 3;
/** The weight from which a reason is clear; 1 is a side effect. */
const CLEAR = 2;
const SHARE_TO_FOLLOW = 1 / 4;
const SHARE_ALONE = 1 / 2;

/** @param all `weigh(library, answers).recommended` */
export function planFirstSteps(library: Library, answers: Answers, all: readonly Recommendation[]): Plan {
  const recommended = clearlyWanted(all, answers);
  const capacity = capacityOf(answers);
  const inPlace = new Set(presentPatterns(library, answers.inPlace).map(({ id }) => id));
  const byId = new Map(all.map((one) => [one.entry.id, one]));
  const startWith: StartStep[] = [];
  const isThere = (id: string): boolean => inPlace.has(id) || startWith.some(({ entry }) => entry.id === id);
  const stepsTo = ({ entry }: Recommendation): StartStep[] => [
    ...prerequisitesOf(library, entry, isThere).map((needed) => stepOf(needed.entry, byId, needed.for)),
    stepOf(entry, byId),
  ];
  const fits = (steps: readonly StartStep[]): boolean =>
    startWith.length + steps.length <= MOST_TO_START_WITH && costOf([...startWith, ...steps]) <= capacity;

  const [best] = recommended;
  const most = best?.adds ?? 0;
  const first = recommended.find((one) => one.score >= (best?.score ?? 0) * SHARE_TO_LEAD && fits(stepsTo(one)));
  if (first) {
    startWith.push(...stepsTo(first));
    for (const one of recommended) {
      if (isThere(one.entry.id) || one.adds < most * SHARE_TO_START) continue;
      const steps = stepsTo(one);
      if (fits(steps)) startWith.push(...steps);
    }
  } else if (best) {
    // The way to it, at least its first step, and nothing that would overtake it.
    for (const step of stepsTo(best)) if (startWith.length === 0 || (step.entry !== best.entry && fits([step]))) startWith.push(step);
  }

  const follows = ({ entry, adds, score }: Recommendation): boolean =>
    !isThere(entry.id) && (entry === best?.entry || (adds > 0 && (adds >= most * SHARE_TO_FOLLOW || score >= most * SHARE_ALONE)));
  const next = recommended.filter(follows).slice(0, MOST_NEXT).map((one): NextStep => ({
    recommendation: one,
    when: one.entry.adoptWhen,
    after: prerequisitesOf(library, one.entry, isThere).map(({ entry }) => entry),
  }));
  const shown = new Set([...startWith.map(({ entry }) => entry.id), ...next.map(({ recommendation }) => recommendation.entry.id)]);
  return {
    startWith: startWith.map((step) => (step.recommendation ? { ...step, recommendation: saysWhatIsShown(step.recommendation, shown) } : step)),
    next: next.map((step) => ({ ...step, recommendation: saysWhatIsShown(step.recommendation, shown) })),
    more: all.filter(({ entry }) => !shown.has(entry.id)).length,
    burden: costOf(startWith),
    capacity,
  };
}

/** Without a pain or a must, what describes the situation has to speak as clearly. */
function clearlyWanted(all: readonly Recommendation[], answers: Answers): readonly Recommendation[] {
  const named = purposeOf(factsOf(answers)) !== undefined;
  return all.filter(({ reasons }) => reasons.some(({ fact, weight }) => weight >= CLEAR && (!named || /^(hurts|musts)\./.test(fact))));
}

function costOf(steps: readonly StartStep[]): number {
  return steps.reduce((sum, { burden }) => sum + burden, 0);
}

/** A prerequisite is "also recommended" only where the person can see it. */
function saysWhatIsShown(recommendation: Recommendation, shown: ReadonlySet<string>): Recommendation {
  return {
    ...recommendation,
    warnings: recommendation.warnings.map((warning) => (warning.kind === 'prerequisite' ? { ...warning, included: shown.has(warning.requires.id) } : warning)),
  };
}

function stepOf(entry: PatternEntry, recommended: ReadonlyMap<string, Recommendation>, neededFor?: Alternative): StartStep {
  const recommendation = recommended.get(entry.id);
  return { entry, burden: burdenOf(entry), ...(recommendation && { recommendation }), ...(neededFor && { neededFor }) };
}

/** What a pattern requires and what is missing, what comes first at the front; each once. */
function prerequisitesOf(library: Library, entry: PatternEntry, isThere: (id: string) => boolean): { readonly entry: PatternEntry; readonly for: Alternative }[] {
  const found = new Map<string, { entry: PatternEntry; for: Alternative }>();
  const visiting = new Set<string>([entry.id]);
  const visit = (one: PatternEntry): void => {
    for (const { entry: needed, relation, because = '' } of library.related(one.id)) {
      if (relation !== 'requires' || needed.kind !== 'pattern' || isThere(needed.id) || visiting.has(needed.id)) continue;
      visiting.add(needed.id);
      visit(needed);
      found.set(needed.id, { entry: needed, for: { entry: one, because } });
    }
  };
  visit(entry);
  return [...found.values()];
}
