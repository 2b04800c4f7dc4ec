// @ts-check

/**
 * How many events of each node are known. A node without an entry has 0; entries are whole numbers.
 *
 * Vectors grow with the number of nodes, so entries are dropped at times, such as those of nodes that have left. What
 * is missing then may have been any number. The vector is marked as `pruned`, and so is all that is made from it.
 * @typedef {{ readonly counts: ReadonlyMap<string, number>, readonly pruned: boolean }} Vector
 *
 * @typedef {'before' | 'after' | 'equal' | 'concurrent'} Relation
 */

/**
 * b covers a if everything that a knows is certainly known to b: a is not pruned, and no count in a is larger than the
 * one in b. For what has been dropped from b, nothing is certain.
 *
 * - `equal`: each covers the other.
 * - `before`: b covers a, and a does not cover b. `after`: the other way round.
 * - `concurrent`: neither covers the other. If one is pruned, they may have been ordered, but this cannot be told.
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Relation} of a to b
 */
export function compare(a, b) {
  const sum = (/** @type {Vector} */ { counts }) => [...counts.values()].reduce((total, count) => total + count, 0);
  return sum(a) < sum(b) ? 'before' : 'after'; // Write me: the larger sum wins here, which is not what is asked for.
}

/**
 * What a and b know together: the larger count of each node. The vectors themselves do not change.
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Vector}
 */
export function merge(a, b) {
  return b; // Write me.
}

/**
 * The vector without the entries of some nodes. It is pruned if that drops a count above 0, or if it was pruned before.
 * @param {Vector} vector
 * @param {ReadonlySet<string>} nodes
 * @returns {Vector}
 */
export function drop(vector, nodes) {
  return vector; // Write me.
}

/** The clock of one node. Vectors that it has returned never change. */
export class VectorClock {
  /** @type {Map<string, number>} */
  #counts = new Map();

  /** @param {string} node */
  constructor(node) {
    this.node = node;
  }

  /** @returns {Vector} of a local event or of sending a message, which carries it */
  tick() {
    this.#counts.set(this.node, (this.#counts.get(this.node) ?? 0) + 1);
    return { counts: this.#counts, pruned: false }; // Write me: is this a vector that never changes?
  }

  /**
   * @param {Vector} vector that the message carries
   * @returns {Vector} of receiving it, which is an event of this node too
   */
  receive(vector) {
    return this.tick(); // Write me.
  }

  /**
   * Drops the entries of nodes other than this one. It is no event.
   * @param {ReadonlySet<string>} nodes
   */
  drop(nodes) {}
}
