/** Keys that were written at the same moment and are refreshed as soon as they expire. */

export interface Batch {
  readonly keys: number;
  /** The longest lifetime, in seconds. */
  readonly lifetime: number;
  /** The part of it that chance may take away: each key lives between lifetime·(1 − jitter) and lifetime, evenly. */
  readonly jitter: number;
}

/**
 * Expiries a second, from the writing on: the renewal equation m(t) = f(t) + ∫ m(t − u) f(u) du of a lifetime with the even
 * density f, on a grid of `step` seconds. A step must be well below jitter·lifetime.
 */
export function expiryRates({ keys, lifetime, jitter }: Batch, end: number, step: number): Float64Array {
  const window = jitter * lifetime;
  const rates = new Float64Array(Math.floor(end / step) + 1);
  // expired[i] is how many keys' expiries lie before i·step, so that the integral is a difference of two of them.
  const expired = new Float64Array(rates.length);
  const before = (time: number): number => {
    if (time <= 0) return 0;
    const place = time / step;
    const below = Math.min(Math.floor(place), rates.length - 1);
    return (expired[below] ?? 0) + (place - below) * step * (rates[below] ?? 0);
  };
  for (let i = 0; i < rates.length; i += 1) {
    const time = i * step;
    if (i > 0) expired[i] = (expired[i - 1] ?? 0) + step * ((rates[i - 1] ?? 0));
    const first = time >= lifetime - window && time < lifetime ? keys / window : 0;
    rates[i] = first + (before(time - (lifetime - window)) - before(time - lifetime)) / window;
  }
  return rates;
}
