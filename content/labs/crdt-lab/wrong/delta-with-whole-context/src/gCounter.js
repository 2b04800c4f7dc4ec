// Wrong on purpose: the mistake is in src/orSet.js; this file is as in the solution.
// @ts-check

/**
 * A grow-only counter: the increments made at each replica, by replica id.
 * Only the replica itself raises its own entry. A replica without increments has no entry.
 *
 * States are values: no function changes its arguments.
 *
 * @typedef {ReadonlyMap<string, number>} Counter
 */

/** @returns {Counter} */
export function emptyCounter() {
  return new Map();
}

/**
 * @param {Counter} counter
 * @returns {number} the sum over all replicas
 */
export function counterValue(counter) {
  let sum = 0;
  for (const count of counter.values()) sum += count;
  return sum;
}

/**
 * Returns a delta: a counter that holds only what changed. The caller merges it into its own state and may send it
 * to others, who merge it too. A delta may arrive twice, late or never.
 *
 * @param {Counter} counter
 * @param {string} replica the replica at which the increment happens
 * @param {number} amount a positive safe integer; otherwise a RangeError is thrown
 * @returns {Counter} the delta
 */
export function increment(counter, replica, amount = 1) {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    // The merge keeps the larger count. A count that falls would be undone by any older message.
    throw new RangeError(`the amount must be a positive integer, not ${amount}`);
  }
  // The delta says how many there are now, not how many came. `Now 7` may arrive twice; `one more` may not.
  return new Map([[replica, (counter.get(replica) ?? 0) + amount]]);
}

/**
 * Commutative, associative and idempotent.
 *
 * @param {Counter} left
 * @param {Counter} right
 * @returns {Counter}
 */
export function mergeCounters(left, right) {
  const merged = new Map(left);
  // Each entry has one writer and only grows, so the larger of two counts is the later one and contains the other.
  for (const [replica, count] of right) merged.set(replica, Math.max(merged.get(replica) ?? 0, count));
  return merged;
}
