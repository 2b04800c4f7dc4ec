// @ts-check
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
  return { value, vector: { counts: new Map([[node, 1]]), pruned: false } }; // Write me.
}

/**
 * Takes in a version from another replica or from `write`.
 * @param {readonly Version[]} siblings none of which is before or equal to another one
 * @param {Version} version
 * @returns {Version[]} the siblings and the version, without those that are before or equal to another one
 */
export function add(siblings, version) {
  return [version]; // Write me: the last writer wins here, and the others vanish.
}
