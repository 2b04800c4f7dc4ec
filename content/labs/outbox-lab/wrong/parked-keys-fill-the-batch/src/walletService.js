// Wrong on purpose: the mistake is in src/relay.js; this file is as in the solution.
// @ts-check
import { InsufficientFunds } from './errors.js';

/**
 * @typedef {object} WalletEvent
 * @property {string} id unique for ever; consumers recognise a repetition by it
 * @property {string} key the account; events of one key stay in the order of their commits
 * @property {number} position from the sequence of the outbox table
 * @property {number} amount added to the balance; negative for a withdrawal
 *
 * @typedef {object} WalletTables
 * @property {Map<string, number>} balances
 * @property {WalletEvent[]} outbox events that are not yet published; like the rows of any table, in no order
 * @property {Set<string>} parkedKeys accounts whose events wait until somebody has mended one of them
 * @property {() => number} nextPosition takes a number from the sequence. A number is never given out twice, also if
 *   the transaction is rolled back. A transaction with a lower number can commit after one with a higher number.
 *
 * A transaction runs the function on a draft of the tables. If the function returns, the draft is committed, as a
 * whole; if it throws, the draft is dropped. Two transactions on one account never run side by side: it is locked.
 * @typedef {object} WalletDatabase
 * @property {() => Promise<Omit<WalletTables, 'nextPosition'>>} read what is committed
 * @property {<Result>(work: (draft: WalletTables) => Result) => Promise<Result>} transaction
 */

/** Changes balances, and says so. */
export class WalletService {
  #database;

  /** @param {WalletDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * @param {string} account
   * @param {number} amount above 0
   */
  async deposit(account, amount) {
    await this.#change(account, amount);
  }

  /**
   * @param {string} account
   * @param {number} amount above 0
   * @throws {InsufficientFunds} if the balance is smaller than the amount; then there is no event either
   */
  async withdraw(account, amount) {
    await this.#change(account, -amount);
  }

  /**
   * @param {string} account
   * @param {number} amount
   */
  async #change(account, amount) {
    // One transaction: neither the change nor the event exists without the other, wherever the process dies.
    await this.#database.transaction((draft) => {
      const balance = (draft.balances.get(account) ?? 0) + amount;
      if (balance < 0) throw new InsufficientFunds(`${account} lacks ${-balance}`);
      draft.balances.set(account, balance);
      // The account is locked from here to the commit, so its events are numbered in the order of their commits.
      const position = draft.nextPosition();
      draft.outbox.push({ id: `event-${position}`, key: account, position, amount });
    });
  }
}
