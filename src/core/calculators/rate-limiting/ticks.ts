/**
 * Time of the simulation: whole microseconds, so that no rounding of binary fractions flips a decision. Buckets count in
 * "drips": one request is worth as many as a window has microseconds, and the limit is how many drip out in each
 * microsecond. With windows and traces of at most a day and limits of at most 50,000 every number stays below 2^53.
 */
export const TICKS_PER_SECOND = 1_000_000;
export const LONGEST = 86_400;
export const MOST_REQUESTS = 50_000;

export const toTicks = (seconds: number): number => Math.round(seconds * TICKS_PER_SECOND);

/** How many requests are let through: at most `limit` in each `window` (ticks), with a bucket for `burst` of them. */
export interface Rule { readonly limit: number; readonly window: number; readonly burst: number }
