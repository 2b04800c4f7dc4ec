/**
 * What a pattern costs a team, and how much a team can take on at once. Both are rough on purpose, in whole points:
 * they decide how many patterns are proposed together, never which one fits better.
 *
 * - Burden: 1 to 3 by difficulty (beginner, intermediate, advanced) or by the effort of a first working version (up to two
 *   weeks, up to two months, more), whichever is greater.
 * - Capacity: 5 points for one team, 7 for a few, 9 for many; not knowing the team counts as one team. A prototype has two
 *   points less, because it has to spend its time on finding out whether it is wanted.
 *
 * So one team starts with one advanced pattern and two small ones that it requires, or with two intermediate ones.
 */
import type { PatternEntry } from '../library/model';
import { DIFFICULTIES } from '../library/vocabulary';
import type { Answers } from './questions';

/** The most patterns to start with at once, whoever carries them. */
export const MOST_TO_START_WITH = 3;

const DAYS: Readonly<Record<string, number>> = { hours: 1 / 8, days: 1, weeks: 5, months: 21 };
const TWO_WEEKS = 10;
const TWO_MONTHS = 42;

/** 1 (small) to 3 (large). */
export function burdenOf(entry: PatternEntry): number {
  return Math.max(DIFFICULTIES.indexOf(entry.difficulty) + 1, effortPoints(entry.effort));
}

/** Points for the slow end of a range such as "2–6 weeks", in working days. */
function effortPoints(effort: string): number {
  const [, slowest, unit] = /–(\d+) (\w+)$/.exec(effort) ?? [];
  const days = Number(slowest ?? 0) * (DAYS[unit ?? ''] ?? 0);
  return days <= TWO_WEEKS ? 1 : days <= TWO_MONTHS ? 2 : 3;
}

/** Points of burden that the team can take on at once; see above. */
export function capacityOf({ team = [], stage = [] }: Answers): number {
  const points = team.includes('many-teams') ? 9 : team.includes('few-teams') ? 7 : 5;
  return stage.includes('prototype') ? points - 2 : points;
}
