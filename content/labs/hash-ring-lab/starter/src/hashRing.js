// @ts-check
import { hash } from './hash.js';

/**
 * @typedef {object} Options
 * @property {number} pointsPerWeight virtual nodes of a node with a weight of 1
 * @property {(text: string) => number} [hash] where on the circle a text is
 */

/**
 * A hash ring: nodes have points on a circle, and a key belongs to the next point clockwise.
 *
 * A node with weight w has w × `pointsPerWeight` points. The one with number i, from 0, is at `hash(`${node}#${i}`)`.
 * A key is at `hash(key)`. It belongs to the first point at this position or after it. After the highest position
 * comes the lowest.
 *
 * If points of several nodes are at the same position, those of the node whose name is smaller (`<`) come first. So
 * the owners depend only on the nodes and their weights, and not on the order in which they came.
 */
export class HashRing {
  /** @param {Options} options */
  constructor({ pointsPerWeight, hash: hashOf = hash }) {
    this.pointsPerWeight = pointsPerWeight;
    this.hash = hashOf;
    /** @type {string[]} */
    this.nodes = [];
  }

  /**
   * Adds a node, or changes its weight.
   * @param {string} node
   * @param {number} [weight] a whole number above 0
   * @throws {RangeError} for any other weight; the ring stays as it is
   */
  set(node, weight = 1) {
    if (!this.nodes.includes(node)) this.nodes.push(node);
  }

  /**
   * Removes a node, if it is there.
   * @param {string} node
   */
  remove(node) {
    this.nodes = this.nodes.filter((other) => other !== node);
  }

  /**
   * @param {string} key
   * @returns {string | undefined} the node to which the key belongs; nothing if there are no nodes
   */
  ownerOf(key) {
    return this.nodes[this.hash(key) % this.nodes.length]; // Write me: this is what the ring is to replace.
  }

  /**
   * The owner and the nodes for further replicas: the next ones clockwise, each node once.
   * @param {string} key
   * @param {number} count
   * @returns {string[]} as many as asked for, or all nodes if there are fewer
   */
  ownersOf(key, count) {
    return this.nodes.slice(0, count); // Write me too.
  }
}
