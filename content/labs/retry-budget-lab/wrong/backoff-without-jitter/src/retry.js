// Wrong on purpose: all clients pause equally long, and return together.
// @ts-check
import { Overloaded, Unanswered, Unavailable } from './errors.js';

/**
 * A token bucket that bounds the retries of one process to one dependency. It starts full.
 * Each success adds a part of a token, each retry takes a whole one.
 */
export class RetryBudget {
  // In thousandths of a token: 0.1 added ten times is 0.9999999999999999 in binary floating point, not 1.
  #perSuccess;
  #max;
  #balance;

  /**
   * @param {object} options
   * @param {number} options.perSuccess tokens for each success, a multiple of 0.001, such as 0.1 for retries of 10 %
   * @param {number} options.max tokens that can be kept, a whole number
   */
  constructor({ perSuccess, max }) {
    this.#perSuccess = Math.round(perSuccess * 1_000);
    this.#max = max * 1_000;
    this.#balance = this.#max;
  }

  /** Adds what one success earns. Ten successes of 0.1 are exactly one token. */
  deposit() {
    this.#balance = Math.min(this.#max, this.#balance + this.#perSuccess);
  }

  /** @returns {boolean} whether a whole token was there; it is taken */
  withdraw() {
    if (this.#balance < 1_000) return false;
    this.#balance -= 1_000;
    return true;
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
 * @param {unknown} error
 * @param {Call} call
 */
function allowsRetry(error, call) {
  if (error instanceof Unavailable) return true;
  if (error instanceof Unanswered) return call.repeatable; // it may have been done: no answer is not a "no"
  if (error instanceof Overloaded) return error.retryAfterMs !== undefined;
  return false; // an unknown error is final: a list of what may be repeated fails safely when a new error appears
}

/**
 * @param {unknown} error
 * @param {number} attempt the one that failed
 * @param {Policy} policy
 */
function pauseAfter(error, attempt, { baseMs, capMs }) {
  const jitter = Math.min(capMs, baseMs * 2 ** (attempt - 1));
  // The jitter comes on top: those who were told the same time must not return in the same millisecond.
  return error instanceof Overloaded ? (error.retryAfterMs ?? 0) + jitter : jitter;
}

/**
 * Tries the operation until it succeeds, and throws the error of the last attempt when it may not be tried again.
 * @template T
 * @param {(attempt: number) => Promise<T>} operation gets the number of the attempt, from 1, to be sent along
 * @param {Call} call
 * @param {Policy} policy
 * @returns {Promise<T>}
 */
export async function retry(operation, call, policy) {
  const isTimeLeftAt = (/** @type {number} */ time) => time + policy.attemptMs <= call.deadlineAt;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const value = await operation(attempt);
      policy.budget.deposit();
      return value;
    } catch (error) {
      if (attempt >= policy.attempts || !allowsRetry(error, call)) throw error;
      const pauseMs = pauseAfter(error, attempt, policy);
      if (!isTimeLeftAt(policy.now() + pauseMs)) throw error;
      // Last, because a token that is taken for a retry which then does not happen is missing elsewhere.
      if (!policy.budget.withdraw()) throw error;
      await policy.sleep(pauseMs);
      if (!isTimeLeftAt(policy.now())) throw error;
    }
  }
}
