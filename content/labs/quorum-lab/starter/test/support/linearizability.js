// @ts-check

/**
 * What clients did to one register and what they were told. A write whose outcome is unknown has no end: it may take
 * effect at any time after its start, or never. A read that failed says nothing and is left out.
 *
 * @typedef {object} Operation
 * @property {string} client
 * @property {'read' | 'write'} type
 * @property {unknown} value written or returned; no value is written twice
 * @property {number} start
 * @property {number} end Infinity if the outcome is unknown
 */

export class History {
  /** @type {Operation[]} */
  operations = [];
  /** Orders starts and ends; simulated time would leave open which of two events at the same moment came first. */
  #moment = 0;

  /**
   * Records one operation. Errors are passed on.
   *
   * @template Result
   * @param {string} client
   * @param {'read' | 'write'} type
   * @param {unknown} value the value to write; nothing for a read
   * @param {() => Promise<Result>} run
   */
  async record(client, type, value, run) {
    const operation = { client, type, value, start: ++this.#moment, end: Infinity };
    if (type === 'write') this.operations.push(operation);
    try {
      const result = await run();
      operation.end = ++this.#moment;
      if (type === 'read') this.operations.push({ ...operation, value: result });
      return result;
    } catch (error) {
      const certainlyNot = error instanceof Error && 'mayHaveHappened' in error && error.mayHaveHappened === false;
      if (certainlyNot) this.operations = this.operations.filter((other) => other !== operation);
      throw error;
    }
  }

  toString() {
    const inOrder = [...this.operations].sort((left, right) => left.start - right.start);
    const lines = inOrder.map(({ client, type, value, start, end }) =>
      `  ${client} ${type}s ${JSON.stringify(value)} from ${start} to ${end === Infinity ? 'unknown' : end}`);
    return lines.join('\n');
  }
}

/**
 * Is there one order of the operations in which each read returns the latest write before it, and which puts no
 * operation before one that had ended when it started? The search is that of Wing and Gong, with memory: the same
 * operations done and the same value in the register need not be tried twice.
 *
 * @param {readonly Operation[]} operations
 * @param {unknown} initial
 * @returns {boolean}
 */
export function isLinearizable(operations, initial) {
  const read = new Set(operations.filter(({ type }) => type === 'read').map(({ value }) => value));
  // A write without a known outcome that nobody read may as well not have happened.
  const relevant = operations.filter(({ type, value, end }) => type === 'read' || end < Infinity || read.has(value));
  const bitOf = (/** @type {number} */ index) => 1n << BigInt(index);
  const finished = relevant.reduce((bits, { end }, index) => (end < Infinity ? bits | bitOf(index) : bits), 0n);
  /** @type {Set<string>} */
  const tried = new Set();

  /**
   * @param {bigint} done one bit for each operation that has its place in the order
   * @param {unknown} value
   * @returns {boolean}
   */
  const canContinue = (done, value) => {
    if ((done & finished) === finished) return true;
    const key = `${done} ${JSON.stringify(value)}`;
    if (tried.has(key)) return false;
    tried.add(key);
    const open = relevant.map((operation, index) => ({ operation, bit: bitOf(index) }))
      .filter(({ bit }) => (done & bit) === 0n);
    const earliestEnd = Math.min(...open.map(({ operation }) => operation.end));
    const next = open.filter(({ operation }) => operation.start < earliestEnd);
    const fittingRead = next.find(({ operation }) => operation.type === 'read' && operation.value === value);
    if (fittingRead) return canContinue(done | fittingRead.bit, value); // changes nothing, so it may come first
    return next.some(({ operation, bit }) => operation.type === 'write' && canContinue(done | bit, operation.value));
  };
  return canContinue(0n, initial);
}
