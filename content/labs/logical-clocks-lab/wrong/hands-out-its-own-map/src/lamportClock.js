// Wrong on purpose: the mistake is in vectorClock.js; this file is as in the solution.
// @ts-check

/** @typedef {{ readonly time: number, readonly node: string }} Timestamp */

/** The clock of one node. It begins at 0, and each event gets a larger time than all events that it can know of. */
export class LamportClock {
  #time = 0;

  /** @param {string} node */
  constructor(node) {
    this.node = node;
  }

  /** @returns {Timestamp} of a local event or of sending a message, which carries it; the first one has time 1 */
  tick() {
    this.#time += 1;
    return { time: this.#time, node: this.node };
  }

  /**
   * @param {Timestamp} timestamp that the message carries
   * @returns {Timestamp} of receiving it: 1 more than the larger of both times
   */
  receive(timestamp) {
    // The maximum: a message that was long under way must not set the clock back.
    this.#time = Math.max(this.#time, timestamp.time);
    return this.tick();
  }
}

/**
 * A total order: by time, and at the same time by the name of the node (`<`).
 * @param {Timestamp} a
 * @param {Timestamp} b
 * @returns {number} negative if a comes first, positive if b does, 0 if they are the same
 */
export function compareTimestamps(a, b) {
  if (a.time !== b.time) return a.time - b.time;
  // Not localeCompare: its order depends on the language settings, so two nodes could disagree.
  if (a.node === b.node) return 0;
  return a.node < b.node ? -1 : 1;
}
