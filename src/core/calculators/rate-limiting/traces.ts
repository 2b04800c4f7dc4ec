/** Arrivals to try a limiter on, as ticks in order. */
import { createRandom } from '../random';
import { toTicks, TICKS_PER_SECOND, type Rule } from './ticks';

export const TRACES = ['edge', 'bursts', 'poisson', 'steady', 'counts'] as const;
export type TraceKind = (typeof TRACES)[number];

/** Evenly, one every 1 / rate seconds from the beginning. @param seconds how long */
export function steady(rate: number, seconds: number): number[] {
  const count = Math.ceil(rate * seconds - 1e-9);
  return Array.from({ length: count }, (_, index) => toTicks(index / rate));
}

/** Independent callers: exponentially distributed gaps. */
export function poisson(rate: number, seconds: number, seed: number): number[] {
  const random = createRandom(seed);
  const arrivals: number[] = [];
  for (let at = -Math.log1p(-random()) / rate; at < seconds; at += -Math.log1p(-random()) / rate) arrivals.push(toTicks(at));
  return arrivals;
}

/** Jobs on a timer: the requests of each period come evenly within its first tenth. */
export function bursts(rate: number, seconds: number, period: number): number[] {
  const each = Math.max(1, Math.round(rate * period));
  const arrivals: number[] = [];
  for (let begin = 0; begin * period < seconds; begin += 1) {
    for (let index = 0; index < each; index += 1) {
      const at = (begin + 0.1 * index / each) * period;
      if (at < seconds) arrivals.push(toTicks(at));
    }
  }
  return arrivals;
}

/**
 * A caller who knows the windows: as many requests as are allowed just before the end of every second window, and as
 * many again just after it, each within a twentieth of the window. In the mean it does not exceed the limit.
 */
export function edge({ limit, window }: Rule, seconds: number): number[] {
  const end = seconds * TICKS_PER_SECOND;
  const arrivals: number[] = [];
  const spread = window / 20;
  for (let boundary = window; boundary - spread < end; boundary += 2 * window) {
    for (let index = 0; index < limit; index += 1) arrivals.push(Math.min(boundary - 1, Math.round(boundary - spread + spread * index / limit)));
    for (let index = 0; index < limit; index += 1) arrivals.push(Math.round(boundary + spread * index / limit));
  }
  return arrivals.filter((at) => at < end);
}

/** Counts for each second, the requests of a second evenly within it. */
export const fromCounts = (counts: readonly number[]): number[] =>
  counts.flatMap((count, second) => Array.from({ length: count }, (_, index) => toTicks(second + index / count)));
