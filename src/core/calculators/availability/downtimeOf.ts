/** The downtime that an availability leaves, and durations in few, readable parts. */

/** Seconds. A year is the mean Gregorian year of 365.2425 days, a month a twelfth of it, as in `units.ts`. */
export interface Downtime { readonly perMonth: number; readonly perYear: number }

const YEAR = 31_556_952;

/** @param availability a fraction from 0 to 1 */
export function downtimeOf(availability: number): Downtime {
  const perYear = (1 - availability) * YEAR;
  return { perMonth: perYear / 12, perYear };
}

export type DurationUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';
export interface DurationPart { readonly count: number; readonly unit: DurationUnit }

/** From the smallest: the unit, its length, the unit of the rest and its length, and where the next unit begins. */
const STEPS: readonly (readonly [DurationUnit, number, DurationUnit, number, number])[] = [
  ['minute', 60, 'second', 1, 3_600],
  ['hour', 3_600, 'minute', 60, 86_400],
  ['day', 86_400, 'hour', 3_600, Infinity],
];

/**
 * A duration in its two largest units, rounded to the smaller of them: 21 min 55 s, 4 h 23 min. Below a minute in
 * seconds with one decimal, below a second in whole milliseconds. The words are the caller's.
 * @param seconds zero or more
 */
export function durationParts(seconds: number): readonly DurationPart[] {
  const tenths = Math.round(seconds * 10) / 10;
  if (tenths < 1) return [{ count: Math.round(seconds * 1_000), unit: 'millisecond' }];
  if (tenths < 60) return [{ count: tenths, unit: 'second' }];
  for (const [unit, size, restUnit, restSize, next] of STEPS) {
    const rounded = Math.round(seconds / restSize) * restSize;
    if (rounded >= next) continue;
    const count = Math.floor(rounded / size);
    const rest = (rounded - count * size) / restSize;
    return rest > 0 ? [{ count, unit }, { count: rest, unit: restUnit }] : [{ count, unit }];
  }
  return [];
}
