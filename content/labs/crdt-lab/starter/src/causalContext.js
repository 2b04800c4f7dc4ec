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
  throw new Error('Write me: contextOf in src/causalContext.js');
}

/**
 * @param {CausalContext} context
 * @param {Dot} dot
 * @returns {boolean} whether the context knows the dot
 */
export function knows(context, dot) {
  throw new Error('Write me: knows in src/causalContext.js');
}

/**
 * @param {CausalContext} left
 * @param {CausalContext} right
 * @returns {CausalContext} the union; its cloud is empty as soon as there are no gaps
 */
export function uniteContexts(left, right) {
  throw new Error('Write me: uniteContexts in src/causalContext.js');
}

/**
 * @param {CausalContext} context
 * @param {string} replica
 * @returns {Dot} a dot of this replica that is larger than every dot of it that the context knows
 */
export function nextDot(context, replica) {
  throw new Error('Write me: nextDot in src/causalContext.js');
}
