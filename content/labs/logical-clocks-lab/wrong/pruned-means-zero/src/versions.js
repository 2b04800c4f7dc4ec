// Wrong on purpose: the mistake is in vectorClock.js; this file is as in the solution.
// @ts-check
import { compare, merge } from './vectorClock.js';

/** @typedef {import('./vectorClock.js').Vector} Vector */

/**
 * A replica keeps all versions of a value that may be newest ("siblings"). There are several after concurrent writes.
 * @typedef {{ readonly value: string, readonly vector: Vector }} Version
 */

/**
 * A client has seen all siblings of a replica and replaces them by one value.
 * @param {readonly Version[]} siblings
 * @param {string} node the replica that takes the write
 * @param {string} value
 * @returns {Version} knows all that the siblings know, so it is after each one that is not pruned, and is different
 *   from any other version: the replica's own count grows by 1
 */
export function write(siblings, node, value) {
  /** @type {Vector} */
  const nothing = { counts: new Map(), pruned: false };
  const { counts, pruned } = siblings.map(({ vector }) => vector).reduce(merge, nothing);
  // The siblings of a replica cover its own earlier writes, so this count is new.
  return { value, vector: { counts: new Map(counts).set(node, (counts.get(node) ?? 0) + 1), pruned } };
}

/**
 * Takes in a version from another replica or from `write`.
 * @param {readonly Version[]} siblings none of which is before or equal to another one
 * @param {Version} version
 * @returns {Version[]} the siblings and the version, without those that are before or equal to another one
 */
export function add(siblings, version) {
  const relations = siblings.map((sibling) => compare(version.vector, sibling.vector));
  if (relations.some((relation) => relation === 'before' || relation === 'equal')) return [...siblings];
  return [...siblings.filter((_, index) => relations[index] !== 'after'), version];
}
