// Wrong on purpose: each unit of weight is a single point, so shares are uneven and a lost node has one heir.
// @ts-check
import { hash } from './hash.js';

/**
 * @typedef {object} Options
 * @property {number} pointsPerWeight virtual nodes of a node with a weight of 1
 * @property {(text: string) => number} [hash] where on the circle a text is
 */

/** A hash ring: nodes have points on a circle, and a key belongs to the next point clockwise. */
export class HashRing {
  #hash;
  /** @type {Set<string>} */
  #nodes = new Set();
  /** @type {{ at: number, node: string }[]} by position, then by name: the same list whatever the order of changes */
  #points = [];

  /** @param {Options} options */
  constructor({ hash: hashOf = hash }) {
    this.#hash = hashOf;
  }

  /**
   * Adds a node, or changes its weight.
   * @param {string} node
   * @param {number} [weight] a whole number above 0
   * @throws {RangeError} for any other weight; the ring stays as it is
   */
  set(node, weight = 1) {
    if (!Number.isInteger(weight) || weight < 1) throw new RangeError(`a weight must be 1, 2, 3 …, not ${weight}`);
    this.remove(node);
    this.#nodes.add(node);
    // Numbered points: with another weight the node keeps those that it has in both, so only the difference moves.
    for (let i = 0; i < weight; i += 1) {
      this.#points.push({ at: this.#hash(`${node}#${i}`), node });
    }
    // Sorting everything costs more than merging, but changes are rare and lookups are not.
    this.#points.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : Number(a.node > b.node)));
  }

  /**
   * Removes a node, if it is there.
   * @param {string} node
   */
  remove(node) {
    if (!this.#nodes.delete(node)) return;
    this.#points = this.#points.filter((point) => point.node !== node);
  }

  /**
   * @param {string} key
   * @returns {string | undefined} the node to which the key belongs; nothing if there are no nodes
   */
  ownerOf(key) {
    return this.ownersOf(key, 1)[0];
  }

  /**
   * The owner and the nodes for further replicas: the next ones clockwise, each node once.
   * @param {string} key
   * @param {number} count
   * @returns {string[]} as many as asked for, or all nodes if there are fewer
   */
  ownersOf(key, count) {
    const wanted = Math.min(count, this.#nodes.size);
    /** @type {Set<string>} keeps the order of insertion, and skips further points of the same node */
    const owners = new Set();
    for (let index = this.#firstAtOrAfter(this.#hash(key)); owners.size < wanted; index += 1) {
      owners.add(this.#points[index % this.#points.length].node);
    }
    return [...owners];
  }

  /**
   * Binary search. The answer may be the number of points, one past the last, which the caller wraps to the first.
   * @param {number} position
   */
  #firstAtOrAfter(position) {
    let low = 0;
    let high = this.#points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#points[middle].at < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
