// Wrong on purpose: the mistake is in src/gCounter.js; this file is as in the solution.
// @ts-check
import { dotOf, partsOf } from './dot.js';

/** @typedef {import('./dot.js').Dot} Dot */

/**
 * The set of all dots that a replica has heard of, in compact form.
 *
 * `vector` holds, for each replica, the number up to which every dot is known: `a → 3` stands for a:1, a:2 and a:3.
 * `cloud` holds the dots beyond a gap: if a:5 is known and a:4 is not, a:5 is in the cloud.
 *
 * The form is canonical, so that equal sets are equal values: the cloud holds no dot that the vector covers, and none
 * that follows directly on the vector. A replica without dots in the vector has no entry there.
 *
 * @typedef {{ readonly vector: ReadonlyMap<string, number>, readonly cloud: ReadonlySet<Dot> }} CausalContext
 */

/** @returns {CausalContext} */
export function emptyContext() {
  return { vector: new Map(), cloud: new Set() };
}

/**
 * @param {Iterable<Dot>} dots in any order
 * @returns {CausalContext} the context that knows exactly these dots
 */
export function contextOf(dots) {
  return compact(new Map(), dots);
}

/**
 * @param {CausalContext} context
 * @param {Dot} dot
 * @returns {boolean} whether the context knows the dot
 */
export function knows(context, dot) {
  const { replica, counter } = partsOf(dot);
  return counter <= (context.vector.get(replica) ?? 0) || context.cloud.has(dot);
}

/**
 * @param {CausalContext} left
 * @param {CausalContext} right
 * @returns {CausalContext} the union; its cloud is empty as soon as there are no gaps
 */
export function uniteContexts(left, right) {
  const vector = new Map(left.vector);
  for (const [replica, counter] of right.vector) vector.set(replica, Math.max(vector.get(replica) ?? 0, counter));
  return compact(vector, [...left.cloud, ...right.cloud]);
}

/**
 * @param {CausalContext} context
 * @param {string} replica
 * @returns {Dot} a dot of this replica that is larger than every dot of it that the context knows
 */
export function nextDot(context, replica) {
  let last = context.vector.get(replica) ?? 0;
  // Dots of one's own lie in the cloud after a restore from an old copy: others return what the copy lacks.
  for (const dot of context.cloud) {
    const parts = partsOf(dot);
    if (parts.replica === replica) last = Math.max(last, parts.counter);
  }
  return dotOf(replica, last + 1);
}

/**
 * Moves dots from the cloud into the vector as far as there is no gap.
 *
 * @param {Map<string, number>} vector changed and returned in the context
 * @param {Iterable<Dot>} dots
 * @returns {CausalContext}
 */
function compact(vector, dots) {
  const cloud = new Set();
  const ascending = [...dots].map(partsOf).sort((left, right) => left.counter - right.counter);
  for (const { replica, counter } of ascending) {
    const known = vector.get(replica) ?? 0;
    if (counter === known + 1) vector.set(replica, counter);
    else if (counter > known) cloud.add(dotOf(replica, counter));
  }
  return { vector, cloud };
}
