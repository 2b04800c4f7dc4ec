// @ts-check

/**
 * A token bucket that bounds the retries of one process to one dependency. It starts full.
 * Each success adds a part of a token, each retry takes a whole one.
 */
export class RetryBudget {
  /**
   * @param {object} options
   * @param {number} options.perSuccess tokens for each success, a multiple of 0.001, such as 0.1 for retries of 10 %
   * @param {number} options.max tokens that can be kept, a whole number
   */
  constructor({ perSuccess, max }) {
    this.perSuccess = perSuccess;
    this.max = max;
  }

  /** Adds what one success earns. Ten successes of 0.1 are exactly one token. */
  deposit() {}

  /** @returns {boolean} whether a whole token was there; it is taken */
  withdraw() {
    return true; // Write me: this pays for everything.
  }
}

/**
 * @typedef {object} Policy one for each dependency
 * @property {number} attempts how often an operation is tried in total
 * @property {number} baseMs the ceiling of the first pause
 * @property {number} capMs the highest ceiling
 * @property {number} attemptMs the time that an attempt may take
 * @property {RetryBudget} budget shared by all calls to the dependency
 * @property {() => number} now milliseconds of a monotonic clock
 * @property {(milliseconds: number) => Promise<void>} sleep may take longer than asked for
 * @property {() => number} random from 0 to just below 1
 *
 * @typedef {object} Call
 * @property {number} deadlineAt by `now`; all attempts and pauses end before or at it
 * @property {boolean} repeatable doing it twice does no harm: it reads, or carries a key that the server stores
 */

/**
 * Tries the operation until it succeeds, and throws the error of the last attempt when it may not be tried again.
 * The first attempt is always made. Another one follows only if all of this holds:
 *
 * - Fewer than `attempts` have been made.
 * - The error allows it. `Unavailable` always does, `Unanswered` only for a repeatable call, `Overloaded` only with
 *   a `retryAfterMs`, and any other error never.
 * - After the pause `attemptMs` is left until the deadline. If not, it gives up at once instead of pausing first.
 *   It looks again after the pause, in case the sleep has taken longer than asked for.
 * - The budget has a token for it, which is taken before the pause, so that nobody waits for a retry that is not paid
 *   for. A retry that the other rules have forbidden by then takes none.
 *
 * The pause is `random()` times a ceiling ("full jitter"). The ceiling of the first pause is `baseMs`, each further
 * one is twice the one before, up to `capMs`. After `Overloaded` the pause begins with the `retryAfterMs`.
 *
 * Each success, at whichever attempt, is a deposit into the budget.
 *
 * @template T
 * @param {(attempt: number) => Promise<T>} operation gets the number of the attempt, from 1, to be sent along
 * @param {Call} call
 * @param {Policy} policy
 * @returns {Promise<T>}
 */
export async function retry(operation, call, policy) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (error) {
      // Write me: this repeats everything, at once. The number is only there so that the tests come to an end.
      if (attempt === 50) throw error;
    }
  }
}
