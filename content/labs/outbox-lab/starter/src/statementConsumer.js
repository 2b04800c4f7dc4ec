// @ts-check

/**
 * @typedef {import('./walletService.js').WalletEvent} WalletEvent
 *
 * @typedef {object} StatementTables
 * @property {Map<string, number>} balances the sum of the amounts that took effect, by account
 * @property {Map<string, number>} handled the ids of events that took effect and are remembered, with their positions
 * @property {number} forgottenUpTo the highest position of an id that was forgotten; 0 at first
 * @property {Map<string, WalletEvent>} doubtful events that may be repetitions or not, by id: a person decides
 *
 * A transaction runs the function on a draft of the tables. If the function returns, the draft is committed, as a
 * whole; if it throws, the draft is dropped.
 * @typedef {{ transaction<Result>(work: (draft: StatementTables) => Result): Promise<Result> }} StatementDatabase
 */

/** Keeps the balances of another service's accounts, from its events. */
export class StatementConsumer {
  #database;
  #memory;

  /**
   * @param {object} options
   * @param {StatementDatabase} options.database
   * @param {number} options.memory how many ids may be remembered, at least 1
   */
  constructor({ database, memory }) {
    this.#database = database;
    this.#memory = memory;
  }

  /**
   * Handles one delivery. The broker delivers an event again and again until this has resolved, and sometimes later
   * once more. An event takes effect at most once.
   *
   * When there are more ids than fit, those with the lowest positions are forgotten. From then on, an unknown event
   * whose position is not above the highest forgotten one may be a repetition or not: it is put into `doubtful`,
   * neither applied nor dropped.
   *
   * @param {WalletEvent} event
   * @returns {Promise<void>} resolved when the outcome is durable
   */
  async handle(event) {
    const isNew = await this.#database.transaction((draft) => !draft.handled.has(event.id));
    if (!isNew) return;
    await this.#database.transaction((draft) => { // naive: what if the process dies before the id is stored?
      draft.balances.set(event.key, (draft.balances.get(event.key) ?? 0) + event.amount);
    });
    await this.#database.transaction((draft) => void draft.handled.set(event.id, event.position));
  }
}
