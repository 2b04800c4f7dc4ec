// @ts-check
import { Rejected } from './errors.js';

/**
 * @typedef {import('./walletService.js').WalletDatabase} WalletDatabase
 * @typedef {import('./walletService.js').WalletEvent} WalletEvent
 *
 * @typedef {object} RelayOptions
 * @property {WalletDatabase} database
 * @property {(event: WalletEvent) => Promise<void>} publish resolves when the broker has stored the event. Rejects with
 *   `Rejected` if the broker will never accept it. Any other error means that it was stored or not; it concerns this
 *   key, for other keys may lie on other machines.
 * @property {number} batch how many events are published in one pass at most
 */

/** Moves events from the outbox to the broker. Another relay may run at the same time, such as after a takeover. */
export class Relay {
  #options;
  #lastPosition = 0;

  /** @param {RelayOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * One pass: publishes up to `batch` events, those with the lowest positions first, and deletes those that the broker
   * has acknowledged.
   *
   * When an event cannot be published, later ones of the same key wait; those of other keys go on, however many wait.
   * A rejected event parks its key: it stays in the outbox with all later events of the key, and passes leave the key
   * out, also after a restart, until somebody removes it from `parkedKeys`.
   *
   * @returns {Promise<number>} how many events were published
   */
  async pass() {
    const { database, publish, batch } = this.#options;
    const { outbox } = await database.read();
    const unsent = outbox.filter(({ position }) => position > this.#lastPosition).slice(0, batch); // naive
    for (const event of unsent) {
      await publish(event);
      this.#lastPosition = event.position;
    }
    return unsent.length;
  }
}
