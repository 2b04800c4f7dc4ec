// @ts-check
import { RetryBudget } from '../../src/retry.js';

/**
 * A policy whose clock moves only by sleeping, and which notes the pauses.
 * @param {Partial<import('../../src/retry.js').Policy>} [changes]
 */
export function setUp(changes = {}) {
  let time = 0;
  /** @type {number[]} */
  const pauses = [];
  const policy = {
    attempts: 3, baseMs: 100, capMs: 1_000, attemptMs: 200, budget: new RetryBudget({ perSuccess: 0.1, max: 10 }),
    now: () => time,
    sleep: async (/** @type {number} */ milliseconds) => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0.5,
    ...changes,
  };
  return { policy, pauses, advance: (/** @type {number} */ milliseconds) => { time += milliseconds; } };
}

/**
 * An operation that fails with the given errors, one for each attempt, and then succeeds.
 * @param {...Error} errors
 */
export function failing(...errors) {
  /** @type {number[]} */
  const attempts = [];
  const operation = async (/** @type {number} */ attempt) => {
    attempts.push(attempt);
    const error = errors[attempts.length - 1];
    if (error) throw error;
    return 'done';
  };
  return { attempts, operation };
}

/** A repeatable call without a deadline. */
export const ANYTIME = { deadlineAt: Infinity, repeatable: true };

/**
 * What the caller gets, also if it is an error: then a test can say what it expected instead.
 * @param {Promise<string>} answer
 */
export function outcome(answer) {
  return answer.catch((error) => `failed with ${error.name}`);
}
