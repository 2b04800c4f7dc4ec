// @ts-check
import { Rejected } from '../../src/errors.js';

/**
 * @typedef {import('../../src/walletService.js').WalletEvent} WalletEvent
 * @typedef {import('./process.js').Process} Process
 * @typedef {'unreachable' | 'answer lost' | 'rejected' | undefined} Fault
 */

/**
 * Stores events by key and delivers each key in the order in which its events arrived, repeatedly: a delivery that is
 * not acknowledged comes again, and so may those before it.
 */
export class Broker {
  /** Everything that was stored, in order, repetitions included. @type {WalletEvent[]} */
  stored = [];
  /** What happens to the next event. @type {(event: WalletEvent) => Fault} */
  fault = () => undefined;
  /**
   * What was stored, by key, and how many of these events are acknowledged.
   * @type {Map<string, { log: WalletEvent[], done: number }>}
   */
  #keys = new Map();
  #random;

  /** @param {import('./random.js').Random} random */
  constructor(random) {
    this.#random = random;
  }

  /**
   * Publishing, as one process does it.
   *
   * @param {Process} process
   * @returns {(event: WalletEvent) => Promise<void>}
   */
  for(process) {
    return (event) => process.interact(`publish ${event.id} of ${event.key}`, () => {
      const fault = this.fault(event);
      if (fault === 'rejected') throw new Rejected(`${event.id} is invalid`);
      if (fault === 'unreachable') throw new Error('broker unreachable');
      const copy = structuredClone(event);
      this.stored.push(copy);
      const queue = this.#keys.get(event.key) ?? { log: [], done: 0 };
      queue.log.push(copy);
      this.#keys.set(event.key, queue);
      if (fault === 'answer lost') throw new Error('connection reset');
    });
  }

  get hasUnacknowledged() {
    return [...this.#keys.values()].some(({ log, done }) => done < log.length);
  }

  /**
   * The next delivery, of any key; or one from the past.
   *
   * @param {number} repetition the probability of a repetition
   * @returns {{ event: WalletEvent, acknowledge: () => void } | undefined}
   */
  next(repetition) {
    const queues = [...this.#keys.values()];
    if (queues.length === 0) return undefined;
    const queue = this.#random.pick(queues);
    if (this.#random.chance(repetition)) {
      const past = queue.log.slice(0, queue.done);
      if (past.length > 0 && this.#random.chance(0.5)) {
        return { event: structuredClone(this.#random.pick(past)), acknowledge: () => {} }; // a single old one
      }
      queue.done = Math.max(0, queue.done - this.#random.between(1, 4)); // goes back a bit and on from there
    }
    const position = queue.done, event = queue.log[position];
    if (!event) return undefined;
    const acknowledge = () => void (queue.done = Math.max(queue.done, position + 1));
    return { event: structuredClone(event), acknowledge };
  }
}
