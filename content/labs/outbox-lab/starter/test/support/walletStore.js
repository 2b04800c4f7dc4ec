// @ts-check

/**
 * @typedef {import('../../src/walletService.js').WalletTables} WalletTables
 * @typedef {import('../../src/walletService.js').WalletDatabase} WalletDatabase
 * @typedef {import('./process.js').Process} Process
 */

/** The database of the service, as it lies on disk. */
export class WalletStore {
  /** @type {Omit<WalletTables, 'nextPosition'>} */
  tables = { balances: new Map(), outbox: [], parkedKeys: new Set() };
  /** Every balance that was committed, by account, in order. @type {Map<string, number[]>} */
  history = new Map();
  #sequence = 0;
  #holdsCommit = false;
  /** @type {(() => void)[]} */
  #held = [];

  /**
   * The database as one process sees it.
   *
   * @param {Process} process
   * @returns {WalletDatabase}
   */
  for(process) {
    return {
      read: () => process.interact('read the outbox', () => {
        const { outbox, ...others } = structuredClone(this.tables);
        return { ...others, outbox: outbox.reverse() }; // the rows of a table come in any order
      }),
      transaction: (work) => process.interact('commit at the service', () => this.#transaction(work)),
    };
  }

  /** The next transaction takes its number from the sequence and does not commit before `releaseCommits`. */
  holdNextCommit() {
    this.#holdsCommit = true;
  }

  releaseCommits() {
    for (const commit of this.#held.splice(0)) commit();
  }

  /**
   * @template Result
   * @param {(draft: WalletTables) => Result} work
   */
  #transaction(work) {
    const before = this.tables;
    const draft = { ...structuredClone(before), nextPosition: () => ++this.#sequence };
    const result = work(draft);
    const { balances, outbox, parkedKeys } = draft;
    if (!this.#holdsCommit) {
      this.#commit({ balances, outbox, parkedKeys });
      return result;
    }
    this.#holdsCommit = false;
    const changed = [...balances].filter(([account, balance]) => before.balances.get(account) !== balance);
    const inserted = outbox.filter(({ id }) => before.outbox.every((event) => event.id !== id));
    this.#held.push(() => this.#commit({
      ...this.tables,
      balances: new Map([...this.tables.balances, ...changed]), outbox: [...this.tables.outbox, ...inserted],
    }));
    return result;
  }

  /** @param {Omit<WalletTables, 'nextPosition'>} next */
  #commit(next) {
    for (const [account, balance] of next.balances) {
      if (this.tables.balances.get(account) === balance) continue;
      this.history.set(account, [...(this.history.get(account) ?? []), balance]);
    }
    this.tables = structuredClone(next);
  }
}
