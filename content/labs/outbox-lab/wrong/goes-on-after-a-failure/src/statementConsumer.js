// Wrong on purpose: the mistake is in src/relay.js; this file is as in the solution.
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
    // The look, the effect and the record in one transaction: no crash and no rival can come between them.
    await this.#database.transaction((draft) => {
      if (draft.handled.has(event.id)) return;
      if (event.position <= draft.forgottenUpTo) {
        // Whoever knew whether this is a repetition has forgotten it. To apply it may count twice, to drop it may lose
        // it; both would be a guess.
        draft.doubtful.set(event.id, event);
        return;
      }
      draft.balances.set(event.key, (draft.balances.get(event.key) ?? 0) + event.amount);
      draft.handled.set(event.id, event.position);
      this.#forget(draft);
    });
  }

  /** @param {StatementTables} draft */
  #forget(draft) {
    while (draft.handled.size > this.#memory) {
      const [oldest] = [...draft.handled].sort(([, left], [, right]) => left - right);
      if (!oldest) return;
      const [id, position] = oldest;
      draft.handled.delete(id);
      draft.forgottenUpTo = position; // only rises: whatever is remembered lies above it
    }
  }
}
