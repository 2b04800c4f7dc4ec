/** What a limiter did with a trace. */
import { REJECTED, type Limiter } from './limiters';
import type { Rule } from './ticks';

/** The largest number of times in any half-open stretch of `length`. @param times in order */
export function mostWithin(times: ArrayLike<number>, length: number): number {
  let first = 0;
  let most = 0;
  for (let last = 0; last < times.length; last += 1) {
    while ((times[first] ?? 0) <= (times[last] ?? 0) - length) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

export interface Measured {
  readonly admitted: number;
  readonly rejected: number;
  /** The most that the backend sees in any stretch of the window's length. */
  readonly most: number;
  /** Longest time that an admitted request was held, in ticks. */
  readonly longestDelay: number;
  /** When the admitted requests go on, in order. Ticks, possibly with a fraction. */
  readonly through: Float64Array;
}

export function measure(limiter: Limiter, arrivals: readonly number[], rule: Rule): Measured {
  const released = limiter(arrivals, rule);
  const admitted = new Float64Array(released.length);
  let count = 0;
  let longest = 0;
  for (let index = 0; index < released.length; index += 1) {
    const at = released[index] ?? REJECTED;
    if (at === REJECTED) continue;
    admitted[count] = at;
    count += 1;
    longest = Math.max(longest, at - (arrivals[index] ?? 0) * rule.limit);
  }
  const through = admitted.subarray(0, count);
  const most = mostWithin(through, rule.window * rule.limit);
  for (let index = 0; index < count; index += 1) through[index] = (through[index] ?? 0) / rule.limit;
  return { admitted: count, rejected: released.length - count, most, longestDelay: longest / rule.limit, through };
}
