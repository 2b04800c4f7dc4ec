/**
 * How much of a recommendation a team can carry: what to start with, and what comes next, when.
 *
 * - Start with. In the order of the recommendation, as long as the capacity of the team holds (`burden.ts`), at most three.
 *   What a pattern requires comes before it, and counts, unless it is in place. A pattern joins only if it adds at least
 *   half of what the first one adds: a weak third is no start. Whatever fits best is started with even where it is more
 *   than the team can carry, because the alternative would be to say nothing; it comes with a warning of its own.
 * - Next. The following ones, at most four, that add at least a quarter of what the first one adds, or that answer at
 *   least half as much on their own: they are worth having once what was started with turns out not to be enough. Each has
 *   the trigger that its author wrote, something that a team can measure, and the prerequisites that come first.
 */
import type { Library, PatternEntry } from '../library/model';
import { burdenOf, capacityOf, MOST_TO_START_WITH } from './burden';
import type { Recommendation } from './recommend';
import type { Alternative } from './order';
import type { Answers } from './questions';
import { patternsIn } from './recommend';

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
const SHARE_TO_FOLLOW = 1 / 4;
const SHARE_ALONE = 1 / 2;

/** @param recommended `weigh(library, answers).recommended` */
export function planFirstSteps(library: Library, answers: Answers, recommended: readonly Recommendation[]): Plan {
  const capacity = capacityOf(answers);
  const inPlace = new Set(patternsIn(library, answers.inPlace).map(({ id }) => id));
  const most = recommended[0]?.adds ?? 0;
  const startWith: StartStep[] = [];
  const next: NextStep[] = [];
  const isThere = (id: string): boolean => inPlace.has(id) || startWith.some(({ entry }) => entry.id === id);
  const costOf = (steps: readonly StartStep[]): number => steps.reduce((sum, { burden }) => sum + burden, 0);
  const byId = new Map(recommended.map((one) => [one.entry.id, one]));

  for (const one of recommended) {
    if (isThere(one.entry.id)) continue;
    const required = prerequisitesOf(library, one.entry, isThere);
    const steps = [...required.map((needed) => stepOf(needed.entry, byId, needed.for)), stepOf(one.entry, byId)];
    const fits = startWith.length + steps.length <= MOST_TO_START_WITH && costOf([...startWith, ...steps]) <= capacity;
    if (fits && one.adds >= most * SHARE_TO_START) startWith.push(...steps);
    else if (startWith.length === 0) {
      // More than the team can carry, and still the best: its first step, and itself if there is no other.
      startWith.push(...steps.slice(0, 1));
      if (steps.length > 1) next.push(follow(one, required.slice(1).map(({ entry }) => entry)));
    } else if (next.length < MOST_NEXT && (one.adds >= most * SHARE_TO_FOLLOW || one.score >= most * SHARE_ALONE)) {
      next.push(follow(one, required.map(({ entry }) => entry)));
    }
  }
  const shown = new Set([...startWith.map(({ entry }) => entry.id), ...next.map(({ recommendation }) => recommendation.entry.id)]);
  return { startWith, next, more: recommended.filter(({ entry }) => !shown.has(entry.id)).length, burden: costOf(startWith), capacity };
}

function stepOf(entry: PatternEntry, recommended: ReadonlyMap<string, Recommendation>, neededFor?: Alternative): StartStep {
  const recommendation = recommended.get(entry.id);
  return { entry, burden: burdenOf(entry), ...(recommendation && { recommendation }), ...(neededFor && { neededFor }) };
}

function follow(recommendation: Recommendation, after: readonly PatternEntry[]): NextStep {
  return { recommendation, when: recommendation.entry.adoptWhen, after };
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
