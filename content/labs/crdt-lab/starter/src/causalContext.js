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
  return { vector: new Map(), cloud: new Set(dots) }; // naive: one entry for each dot there ever was
}

/**
 * @param {CausalContext} context
 * @param {Dot} dot
 * @returns {boolean} whether the context knows the dot
 */
export function knows(context, dot) {
  return context.cloud.has(dot); // naive: does not look at the vector
}

/**
 * @param {CausalContext} left
 * @param {CausalContext} right
 * @returns {CausalContext} the union; its cloud is empty as soon as there are no gaps
 */
export function uniteContexts(left, right) {
  return contextOf([...left.cloud, ...right.cloud]); // naive: what becomes of the vectors and of closed gaps?
}

/**
 * @param {CausalContext} context
 * @param {string} replica
 * @returns {Dot} a dot of this replica that is larger than every dot of it that the context knows
 */
export function nextDot(context, replica) {
  return dotOf(replica, context.cloud.size + 1); // naive: counts dots, whoever made them
}
