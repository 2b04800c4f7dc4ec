/**
 * One key that many ask for, at `rate` requests a second (a Poisson process), whose value takes `duration` seconds to
 * compute and expires. "Computations" are those that run because of one expiry.
 */
import { integrate } from './quadrature';

export interface HotKey { readonly rate: number; readonly duration: number }

/** Without protection: the request that meets the expired value, and all that come before the new one is there. */
export const unprotectedComputations = ({ rate, duration }: HotKey): number => 1 + rate * duration;

/** Where each of `processes` that share the requests evenly lets only one of its own compute: how many of them meet the gap. */
export const coalescedComputations = ({ rate, duration }: HotKey, processes: number): number =>
  1 - (processes - 1) * Math.expm1(-rate * duration / processes);

/**
 * Where the backend does only `parallel` computations at full speed and shares its speed among more: how long the first
 * takes, in seconds, and how many run by then. A fluid: 1 + rate·t run after t seconds, and the first has done `duration`
 * seconds of work when ∫ min(1, parallel / (1 + rate·t)) dt reaches it. Infinite where that overflows.
 */
export function slowedStampede({ rate, duration }: HotKey, parallel: number): { readonly time: number; readonly computations: number } {
  const full = (parallel - 1) / rate;
  if (full >= duration) return { time: duration, computations: 1 + rate * duration };
  const computations = parallel * Math.exp(rate * (duration - full) / parallel);
  return { time: (computations - 1) / rate, computations };
}

/**
 * Early refresh by chance (XFetch; Vattani, Chierichetti and Lowenstein 2015): a request that comes `x` seconds before the
 * expiry computes at once with probability exp(−x / (beta·duration)). Requests that do so are a Poisson process, of which
 * rate·beta·duration·exp(−x / (beta·duration)) are expected earlier than `x` before the expiry.
 */
export interface EarlyRefresh extends HotKey { readonly beta: number; /** Seconds from the value to its expiry. */ readonly lifetime: number }

const scaleOf = ({ beta, duration }: EarlyRefresh): number => beta * duration;
const expectedEarlier = (key: EarlyRefresh, x: number): number => key.rate * scaleOf(key) * Math.exp(-x / scaleOf(key));

/** The chance that a refresh has begun by `x` seconds before the expiry. */
export const chanceBegun = (key: EarlyRefresh, x: number): number =>
  x >= key.lifetime ? 0 : -Math.expm1(expectedEarlier(key, key.lifetime) - expectedEarlier(key, x));

/** How long before the expiry the refresh begins, in seconds; 0 counts where it begins later. */
export function meanGap(key: EarlyRefresh): number {
  const scale = scaleOf(key);
  // Beyond, less than e^-40 is missed.
  const end = Math.min(key.lifetime / scale, Math.max(0, Math.log(key.rate * scale)) + 40);
  return scale * integrate(0, end, 0.5, (gap) => chanceBegun(key, gap * scale));
}

/**
 * Expected computations. After the first, at `x` before the expiry, others follow for `duration` seconds: by chance
 * before the expiry, all after it. For many requests this is exp(1 / beta).
 */
export function earlyComputations(key: EarlyRefresh): number {
  const { rate, duration, beta, lifetime } = key;
  const scale = scaleOf(key);
  const all = rate * scale;
  const none = expectedEarlier(key, lifetime);
  // `seen` is how many were expected earlier than the first: it is exponentially distributed, from `none` on.
  const density = (seen: number): number => Math.exp(none - seen);
  const inTime = all * Math.exp(-1 / beta);
  // Beyond, less than e^-60 is missed.
  const last = none + 60;
  const before = Math.min(inTime, last);
  const early = before <= none ? 0 : Math.expm1(1 / beta) * ((none + 1) - (before + 1) * density(before));
  const from = Math.max(none, inTime);
  const to = Math.min(all, last);
  const late = from <= 0 || to <= from ? 0 : integrate(Math.log(from), Math.log(to), Math.min(0.25, 2 / from), (logarithm) => {
    const seen = Math.exp(logarithm);
    return seen * density(seen) * (rate * duration - all * (Math.log(all) - logarithm) + all - seen);
  });
  return 1 + early + late + density(all) * rate * duration;
}
