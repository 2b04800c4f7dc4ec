/** How many of the sampled clients have a retry in flight, over time: a sum of trapezes, exact between its corners. */
import type { Start } from './spread';

/** A time and the share of the clients with a retry in flight, which is linear between two of them. */
export type Moment = readonly [time: number, share: number];

/** Ranges shorter than this part of a try are instants: their slopes would leave rounding errors behind. */
const INSTANT = 1e-3;

/** How many are in flight, from the first retry to the end of the last. @param tryTime how long each try takes */
export function inFlight(starts: readonly Start[], tryTime: number): readonly Moment[] {
  const at = new Float64Array(4 * starts.length);
  const slopes = new Float64Array(at.length);
  const steps = new Float64Array(at.length);
  let many = 0;
  const change = (time: number, slope: number, step: number): void => {
    at[many] = time;
    slopes[many] = slope;
    steps[many] = step;
    many += 1;
  };
  for (const { from, to, weight } of starts) {
    if (to - from <= INSTANT * tryTime) {
      change(from, 0, weight);
      change(from + tryTime, 0, -weight);
      continue;
    }
    const slope = weight / (to - from);
    change(from, slope, 0);
    change(to, -slope, 0);
    change(from + tryTime, -slope, 0);
    change(to + tryTime, slope, 0);
  }
  const moments: Moment[] = [];
  const order = sortedIndices(at.subarray(0, many));
  let [time, share, slope] = [at[order[0] ?? 0] ?? 0, 0, 0];
  for (const index of order) {
    const [next, step] = [at[index] ?? 0, steps[index] ?? 0];
    share += slope * (next - time);
    time = next;
    slope += slopes[index] ?? 0;
    moments.push([time, Math.max(0, share)]);
    share += step;
    if (step !== 0) moments.push([time, Math.max(0, share)]);
  }
  return moments;
}

const INDICES = 2 ** 16;
const RANKS = 2 ** 36;

/**
 * The indices of fewer than 65,536 times, earliest first. Each rides in the low bits of its time, since numbers sort many
 * times faster than by a comparison; times closer than a 2^36th of the longest may change places.
 */
function sortedIndices(times: Float64Array): Float64Array {
  const longest = times.reduce((most, time) => Math.max(most, time), Number.MIN_VALUE);
  return times.map((time, index) => Math.floor(time / longest * RANKS) * INDICES + index).sort().map((key) => key % INDICES);
}

/** The largest share of clients with a retry in flight, and when that is reached first. */
export function busiest(moments: readonly Moment[]): { readonly share: number; readonly at: number } {
  const most = moments.reduce((sofar, [, share]) => Math.max(sofar, share), 0);
  // A plateau is not quite level in binary fractions.
  return { share: most, at: moments.find(([, share]) => share >= most * (1 - 1e-9))?.[0] ?? 0 };
}

/** For each of `cells` equal stretches from 0 to `end` the largest share within it, so that no peak is missed. */
export function cellPeaks(moments: readonly Moment[], end: number, cells: number): readonly number[] {
  let next = 0;
  return Array.from({ length: cells }, (_, cell) => {
    const [from, to] = [end * cell / cells, end * (cell + 1) / cells];
    const [before, after] = [moments[next - 1], moments[next]];
    let most = before && after ? before[1] + (after[1] - before[1]) * (from - before[0]) / (after[0] - before[0]) : 0;
    for (; next < moments.length && (moments[next]?.[0] ?? 0) < to; next += 1) most = Math.max(most, moments[next]?.[1] ?? 0);
    return most;
  });
}
