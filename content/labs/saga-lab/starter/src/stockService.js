// @ts-check
import { Refused } from './errors.js';

/**
 * The tables of the service. `requests` is yours: it maps the key of a request to whatever you need to remember.
 *
 * @typedef {{ available: number, requests: Map<string, unknown> }} Tables
 *
 * `transaction` runs the function on a draft of the tables. If it returns, the draft is committed, as a whole, and its
 * result is returned. If it throws, the draft is dropped and the error is passed on.
 * @typedef {{ transaction<Result>(work: (draft: Tables) => Result): Result }} Database
 */

/** A participant of sagas: reserves articles and gives them back. Requests can arrive twice, late and out of order. */
export class StockService {
  #database;

  /** @param {Database} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * The first decision about a key is final: a repetition has the same outcome and no further effect.
   *
   * @param {string} key the idempotency key of the step
   * @param {number} quantity
   * @throws {Refused} if there is too little stock, or if the key has been cancelled
   */
  reserve(key, quantity) {
    this.#database.transaction((draft) => {
      if (draft.available < quantity) throw new Refused(`only ${draft.available} are left`);
      draft.available -= quantity; // naive: what if the request arrives again?
    });
  }

  /**
   * Undoes the reservation, once, and is never refused. If there is nothing to undo, it makes sure that there never
   * will be: a reservation under this key that arrives later is refused.
   *
   * @param {string} key the same as that of the reservation
   */
  cancel(key) {
    this.#database.transaction((draft) => void draft.requests.delete(key)); // naive: gives nothing back
  }
}
