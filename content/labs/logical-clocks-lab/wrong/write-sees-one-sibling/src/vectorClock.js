// Wrong on purpose: the mistake is in versions.js; this file is as in the solution.
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
 * Whether everything that a knows is certainly known to b.
 * @param {Vector} a
 * @param {Vector} b
 */
function covers(b, a) {
  // Something is missing in a, and b may not know it. To say "covered" here would let b replace what it never saw.
  if (a.pruned) return false;
  // What was dropped from b is read as 0. It may have been more, so this can miss that b covers a, and nothing worse.
  return [...a.counts].every(([node, count]) => count <= (b.counts.get(node) ?? 0));
}

/**
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Relation} of a to b
 */
export function compare(a, b) {
  if (covers(b, a)) return covers(a, b) ? 'equal' : 'before';
  return covers(a, b) ? 'after' : 'concurrent';
}

/**
 * What a and b know together: the larger count of each node. The vectors themselves do not change.
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Vector}
 */
export function merge(a, b) {
  const counts = new Map(a.counts);
  for (const [node, count] of b.counts) counts.set(node, Math.max(count, counts.get(node) ?? 0));
  // One side may have dropped what the other never had, so the result lacks it as well.
  return { counts, pruned: a.pruned || b.pruned };
}

/**
 * The vector without the entries of some nodes. It is pruned if that drops a count above 0, or if it was pruned before.
 * @param {Vector} vector
 * @param {ReadonlySet<string>} nodes
 * @returns {Vector}
 */
export function drop(vector, nodes) {
  const loses = [...vector.counts].some(([node, count]) => nodes.has(node) && count > 0);
  const counts = new Map([...vector.counts].filter(([node]) => !nodes.has(node)));
  return { counts, pruned: vector.pruned || loses };
}

/** The clock of one node. Vectors that it has returned never change. */
export class VectorClock {
  /** @type {Vector} replaced at each event and never changed, so it can be handed out */
  #vector = { counts: new Map(), pruned: false };

  /** @param {string} node */
  constructor(node) {
    this.node = node;
  }

  /** @returns {Vector} of a local event or of sending a message, which carries it */
  tick() {
    const { counts, pruned } = this.#vector;
    this.#vector = { counts: new Map(counts).set(this.node, (counts.get(this.node) ?? 0) + 1), pruned };
    return this.#vector;
  }

  /**
   * @param {Vector} vector that the message carries
   * @returns {Vector} of receiving it, which is an event of this node too
   */
  receive(vector) {
    this.#vector = merge(this.#vector, vector);
    return this.tick();
  }

  /**
   * Drops the entries of nodes other than this one. It is no event.
   * @param {ReadonlySet<string>} nodes
   */
  drop(nodes) {
    const others = new Set(nodes);
    others.delete(this.node); // its own count must never start again
    this.#vector = drop(this.#vector, others);
  }
}
