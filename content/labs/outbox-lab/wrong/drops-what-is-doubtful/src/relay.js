// Wrong on purpose: the mistake is in src/statementConsumer.js; this file is as in the solution.
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
    const { outbox, parkedKeys } = await database.read();
    // What is still there is what has to be sent. A remembered position would skip a transaction that took a low
    // number and committed late.
    const unsent = outbox.filter(({ key }) => !parkedKeys.has(key))
      .sort((left, right) => left.position - right.position);
    /** @type {Set<string>} */
    const waitingKeys = new Set();
    let published = 0;
    for (const event of unsent) {
      // Only what went out counts. Events that wait or are parked must not fill the batch, or they hold up everyone.
      if (published === batch) break;
      if (waitingKeys.has(event.key)) continue;
      try {
        await publish(event);
      } catch (error) {
        waitingKeys.add(event.key); // whatever comes later in this key must not overtake the event
        if (error instanceof Rejected) await database.transaction((draft) => void draft.parkedKeys.add(event.key));
        continue;
      }
      // After the acknowledgement, never before: a crash in between repeats the event, the other order would lose it.
      await database.transaction((draft) => {
        draft.outbox = draft.outbox.filter(({ id }) => id !== event.id);
      });
      published += 1;
    }
    return published;
  }
}
