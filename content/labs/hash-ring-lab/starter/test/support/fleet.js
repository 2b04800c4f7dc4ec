// @ts-check
import { HashRing } from '../../src/hashRing.js';

export const POINTS_PER_WEIGHT = 100;
export const KEYS = Array.from({ length: 3_000 }, (_, i) => `user-${i}`);

/** A fleet of caches with names that no other seed has, so that each seed tests another ring. */
export class Fleet {
  ring = new HashRing({ pointsPerWeight: POINTS_PER_WEIGHT });
  /** @type {Map<string, number>} */
  weights = new Map();
  #random;
  #trace;
  #name;
  #joined = 0;
  step = 0;

  /**
   * @param {() => number} random
   * @param {import('./seeds.js').Trace} trace
   * @param {number} nodes
   * @param {number} [heaviest] the weights are between 1 and this
   */
  constructor(random, trace, nodes, heaviest = 1) {
    this.#random = random;
    this.#trace = trace;
    this.#name = `fleet-${Math.floor(random() * 1e9).toString(36)}-cache`;
    for (let i = 0; i < nodes; i += 1) this.join(this.between(1, heaviest));
  }

  /**
   * @param {number} low
   * @param {number} high
   */
  between(low, high) {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  anyNode() {
    return [...this.weights.keys()][this.between(0, this.weights.size - 1)];
  }

  /** @param {number} weight */
  join(weight) {
    const node = `${this.#name}-${this.#joined}`;
    this.#joined += 1;
    this.reweigh(node, weight);
    return node;
  }

  /**
   * @param {string} node
   * @param {number} weight
   */
  reweigh(node, weight) {
    this.#note(`${node} gets the weight ${weight}`);
    this.ring.set(node, weight);
    this.weights.set(node, weight);
  }

  /** @param {string} node */
  leave(node) {
    this.#note(`${node} leaves`);
    this.ring.remove(node);
    this.weights.delete(node);
  }

  /** The owners of the keys, in their order. */
  owners(keys = KEYS) {
    return keys.map((key) => this.ring.ownerOf(key));
  }

  /** @param {string} text */
  #note(text) {
    this.step += 1;
    this.#trace.add(this.step, text);
  }
}

/**
 * By how much a node's keys may differ from the expected number, relative to it. A share made of p points has a
 * relative standard deviation of about 1/√p, and a count of k expected keys one of about 1/√k. Four and a half
 * deviations of both together are left to chance.
 * @param {number} points
 * @param {number} expectedKeys
 */
export function tolerance(points, expectedKeys) {
  return 4.5 * Math.sqrt(1 / points + 1 / expectedKeys);
}
