// @ts-check

/**
 * @typedef {object} Options all but `now` are whole numbers above 0
 * @property {number} tokens how many tokens a bucket gains …
 * @property {number} periodMs … in so many milliseconds, evenly: one every `periodMs` ÷ `tokens`
 * @property {number} burst how many tokens a bucket holds at most
 * @property {() => number} now whole milliseconds
 *
 * @typedef {object} Decision
 * @property {boolean} allowed
 * @property {number} retryAfterMs 0 if allowed; otherwise the smallest whole number of milliseconds after which the
 *   same request will be allowed, if the caller takes nothing else until then and the clock runs on evenly
 */

/**
 * A token bucket for each caller. There are no timers: a bucket is filled when somebody asks.
 *
 * It counts in parts of a token, `periodMs` of which make a whole one. In these a bucket gains exactly `tokens` each
 * millisecond, so all arithmetic is in whole numbers and nothing is ever rounded.
 */
export class RateLimiter {
  #options;
  /** What a full bucket holds, in parts. */
  #capacity;
  /** After so long without a charge every bucket is full. */
  #fillMs;
  /** The latest time that the clock has shown. */
  #latest = -Infinity;
  /** @type {Map<string, { parts: number, at: number }>} as of the last charge; the longest uncharged come first */
  #buckets = new Map();

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    this.#capacity = options.burst * options.periodMs;
    this.#fillMs = this.#capacity / options.tokens;
  }

  /** How many callers are kept. */
  get size() {
    return this.#buckets.size;
  }

  /**
   * @param {string} key the caller; any text
   * @param {number} [cost] tokens, a whole number from 1 to `burst`
   * @returns {Decision}
   * @throws {RangeError} if the cost is anything else, so that the request could never pass or would give tokens back
   */
  take(key, cost = 1) {
    const { tokens, periodMs, burst } = this.#options;
    if (!Number.isInteger(cost) || cost < 1 || cost > burst) {
      throw new RangeError(`a cost must be a whole number from 1 to ${burst}, not ${cost}`);
    }
    const clock = this.#options.now();
    const time = this.#advance(clock);
    this.#forgetFull(time);
    const price = cost * periodMs;
    const bucket = this.#buckets.get(key);
    const parts = bucket ? Math.min(this.#capacity, bucket.parts + (time - bucket.at) * tokens) : this.#capacity;
    // A refusal writes nothing: the bucket can still be computed from its last charge.
    if (parts < price) {
      const behind = time - clock; // nothing is gained until the clock has caught up
      return { allowed: false, retryAfterMs: behind + Math.ceil((price - parts) / tokens) };
    }
    this.#buckets.delete(key); // so that it moves to the end of the map, which keeps the order of insertion
    this.#buckets.set(key, { parts: parts - price, at: time });
    return { allowed: true, retryAfterMs: 0 };
  }

  /**
   * The time, which never goes back: otherwise the same interval would fill the buckets twice.
   * @param {number} clock what the clock shows
   */
  #advance(clock) {
    this.#latest = Math.max(this.#latest, clock);
    return this.#latest;
  }

  /**
   * Looks only at buckets that it forgets, and one more, so each request pays for at most one bucket on average.
   * @param {number} time
   */
  #forgetFull(time) {
    for (const [key, { at }] of this.#buckets) {
      if (time - at < this.#fillMs) return;
      this.#buckets.delete(key);
    }
  }
}
