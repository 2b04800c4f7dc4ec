/** Keys that were written at the same moment, and that are read, evenly and at random, so that each is refreshed by its first read after it expires. */
import { solveRising } from './che';

export interface Batch {
  readonly keys: number;
  /** The mean lifetime, in seconds. */
  readonly lifetime: number;
  /** Each key lives between lifetime·(1 − jitter) and lifetime·(1 + jitter), evenly. */
  readonly jitter: number;
  /** Of each key, a second. */
  readonly reads: number;
}

/**
 * The most misses a second in the first round: those at the end of the `window` in which the keys expire, or right after
 * the moment where it is 0. @param window seconds, from 0
 */
export function peakMisses({ keys, reads }: Pick<Batch, 'keys' | 'reads'>, window: number): number {
  const read = reads * window;
  return read < 1e-9 ? keys * reads : -Math.expm1(-read) * keys / window;
}

/** With more jitter, keys expire for the second time before all have for the first: 2·(1 − jitter) < 1 + jitter. */
const ROUNDS_MEET = 1 / 3;
/** The peak is over by then. */
const LIFETIMES = 3;
const STEPS = 400;

/** The most misses a second at any time. */
export function highestMisses(batch: Batch): number {
  const { jitter, lifetime } = batch;
  return jitter <= ROUNDS_MEET ? peakMisses(batch, 2 * jitter * lifetime) : Math.max(...missRates(batch, LIFETIMES * lifetime, lifetime / STEPS));
}

/** The least jitter with no more than `capacity` misses a second at any time, above a third in whole per cents; undefined where none is enough. */
export function jitterFor(batch: Omit<Batch, 'jitter'>, capacity: number): number | undefined {
  const jitter = windowFor(batch, capacity) / (2 * batch.lifetime);
  if (jitter <= ROUNDS_MEET) return jitter;
  for (let percent = 34; percent <= 100; percent += 1) {
    if (highestMisses({ ...batch, jitter: percent / 100 }) <= capacity) return percent / 100;
  }
  return undefined;
}

/** The shortest window whose peak is no more than `capacity` misses a second; 0 where none is needed. */
export function windowFor(batch: Pick<Batch, 'keys' | 'reads'>, capacity: number): number {
  if (batch.keys * batch.reads <= capacity) return 0;
  // keys / window is above the peak, so that this long a window always suffices.
  return solveRising(1e-12 * batch.keys / capacity, batch.keys / capacity, -capacity, (window) => -peakMisses(batch, window));
}

/**
 * Misses a second from the writing on, every `step` seconds: keys expire at e(t) = keys·f(t) + ∫ m(t − u) f(u) du, where
 * f is the even density of a lifetime, and are missed at m(t) = reads × the number that expired and was not read since.
 * A step must be well below the window.
 */
export function missRates({ keys, lifetime, jitter, reads }: Batch, end: number, step: number): Float64Array {
  const first = lifetime * (1 - jitter);
  const window = 2 * jitter * lifetime;
  const rates = new Float64Array(Math.floor(end / step) + 1);
  // missed[i] is how many misses lie before i·step, so that the integral is a difference of two of them.
  const missed = new Float64Array(rates.length);
  const before = (time: number): number => {
    if (time <= 0) return 0;
    const below = Math.min(Math.floor(time / step), rates.length - 1);
    return (missed[below] ?? 0) + (time - below * step) * (rates[below] ?? 0);
  };
  const kept = Math.exp(-reads * step);
  let waiting = 0;
  for (let i = 1; i < rates.length; i += 1) {
    const middle = (i - 0.5) * step;
    missed[i] = (missed[i - 1] ?? 0) + step * (rates[i - 1] ?? 0);
    const started = middle >= first && middle < first + window ? keys / window : 0;
    const expired = started + (before(middle - first) - before(middle - first - window)) / window;
    waiting = waiting * kept + expired * (1 - kept) / reads;
    rates[i] = waiting * reads;
  }
  return rates;
}
