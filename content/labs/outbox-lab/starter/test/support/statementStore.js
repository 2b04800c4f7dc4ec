// @ts-check

/**
 * @typedef {import('../../src/statementConsumer.js').StatementTables} StatementTables
 * @typedef {import('../../src/statementConsumer.js').StatementDatabase} StatementDatabase
 * @typedef {import('./process.js').Process} Process
 */

/** The database of the consumer, as it lies on disk. */
export class StatementStore {
  /** @type {StatementTables} */
  tables = { balances: new Map(), handled: new Map(), forgottenUpTo: 0, doubtful: new Map() };
  /** Every balance that was committed, by account, in order. @type {Map<string, number[]>} */
  history = new Map();
  /** The most ids that were ever remembered after a commit. */
  mostRemembered = 0;

  /**
   * The database as one process sees it.
   *
   * @param {Process} process
   * @returns {StatementDatabase}
   */
  for(process) {
    return {
      transaction: (work) => process.interact('commit at the consumer', () => {
        const draft = structuredClone(this.tables);
        const result = work(draft);
        for (const [account, balance] of draft.balances) {
          if ((this.tables.balances.get(account) ?? 0) === balance) continue;
          this.history.set(account, [...(this.history.get(account) ?? []), balance]);
        }
        this.tables = structuredClone(draft);
        this.mostRemembered = Math.max(this.mostRemembered, this.tables.handled.size);
        return result;
      }),
    };
  }
}
