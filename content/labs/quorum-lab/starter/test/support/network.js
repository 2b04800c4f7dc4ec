// @ts-check

/**
 * @typedef {object} NetworkOptions
 * @property {number} [loss] the probability that a message is lost
 * @property {number} [duplication] the probability that it arrives twice
 * @property {[number, number]} [delayMs] the least and the greatest delay of a message
 */

/** The links between clients and replicas. A link is named `client replica` and carries messages in both directions. */
export class Network {
  #blocked = new Set();
  /** @type {Map<string, number>} */
  #delays = new Map();
  #simulation;
  #random;
  #options;

  /**
   * @param {import('./simulation.js').Simulation} simulation
   * @param {import('./random.js').Random} random
   * @param {NetworkOptions} options
   */
  constructor(simulation, random, { loss = 0, duplication = 0, delayMs = [5, 5] }) {
    this.#simulation = simulation;
    this.#random = random;
    this.#options = { loss, duplication, delayMs };
  }

  /** @param {string} link */
  block(link) {
    this.#blocked.add(link);
  }

  unblock() {
    this.#blocked.clear();
  }

  /**
   * @param {string} link
   * @param {number} delayMs of each message from now on
   */
  setDelay(link, delayMs) {
    this.#delays.set(link, delayMs);
  }

  /**
   * @template Message
   * @param {string} link
   * @param {Message} message
   * @param {(message: Message) => void} receive
   */
  send(link, message, receive) {
    const { loss, duplication, delayMs: [least, greatest] } = this.#options;
    if (this.#random.chance(loss)) return;
    for (let copies = this.#random.chance(duplication) ? 2 : 1; copies > 0; copies -= 1) {
      const delay = this.#delays.get(link) ?? this.#random.between(least, greatest);
      const arriving = copy(message);
      // A message that is under way when the link is cut is lost as well.
      this.#simulation.schedule(delay, () => void (this.#blocked.has(link) || receive(arriving)));
    }
  }
}

/**
 * What is written to a socket or a disk is a copy.
 *
 * @template Message
 * @param {Message} message
 * @returns {Message}
 */
export function copy(message) {
  return JSON.parse(JSON.stringify(message));
}
