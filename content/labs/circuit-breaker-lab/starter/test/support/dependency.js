// @ts-check
import { CircuitOpenError } from '../../src/circuitBreaker.js';

/** The dependency did not do its work. */
export class Unavailable extends Error {}

/** The dependency did its work, and its answer is "no". */
export class NotFound extends Error {}

/** A dependency that answers when the test says so. */
export class HeldDependency {
  /** @type {{ succeed: () => void, fail: () => void }[]} */
  calls = [];

  operation = () =>
    new Promise((resolve, reject) => {
      this.calls.push({ succeed: () => resolve('late'), fail: () => reject(new Unavailable('late')) });
    });
}

export const succeed = async () => 'fine';
export const fail = async () => {
  throw new Unavailable('down');
};
export const miss = async () => {
  throw new NotFound('no such record');
};

/**
 * Makes the calls one after the other and says what their callers got.
 * @param {import('../../src/circuitBreaker.js').CircuitBreaker} breaker
 * @param {number} count
 * @param {() => Promise<unknown>} operation
 * @returns {Promise<{ passed: number, refused: number }>}
 */
export async function callInTurn(breaker, count, operation) {
  let refused = 0;
  for (let i = 0; i < count; i += 1) {
    await breaker.call(operation).catch((error) => {
      if (error instanceof CircuitOpenError) refused += 1;
    });
  }
  return { passed: count - refused, refused };
}
