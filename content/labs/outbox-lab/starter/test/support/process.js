import assert from 'node:assert/strict';

const mostInteractions = 2_000;

/**
 * One life of a process. Everything that it does to the outside passes through `interact`, and each interaction ends in
 * a point at which the process can die: the effect has happened, and the process does not learn of it. To the outside
 * this is the same as dying just before the next effect. A process that is dead never comes back from an `await`: no
 * catch and no finally runs.
 */
export class Process {
  /** Points passed so far. */
  points = 0;
  /** Settled when the process dies. @type {Promise<'crashed'>} */
  crashed;
  #crashAt;
  #trace;
  #turn;
  /** @type {(how: 'crashed') => void} */
  #die = () => {};
  /** @type {(error: unknown) => void} */
  #fail = () => {};

  /**
   * @param {object} options
   * @param {number} [options.crashAt] the point at which the process dies, from 0
   * @param {() => Promise<void>} [options.turn] waits until this process may go on
   * @param {(line: string) => void} [options.trace]
   */
  constructor({ crashAt = Infinity, turn = async () => {}, trace = () => {} } = {}) {
    this.#crashAt = crashAt;
    this.#trace = trace;
    this.#turn = turn;
    this.crashed = new Promise((resolve, reject) => {
      this.#die = resolve;
      this.#fail = reject;
    });
  }

  /**
   * Runs code of this process until it ends or the process dies.
   *
   * @template Result
   * @param {Promise<Result>} work
   * @returns {Promise<Result | 'crashed'>}
   */
  live(work) {
    return Promise.race([work, this.crashed]);
  }

  /**
   * @template Result
   * @param {string} label for the trace
   * @param {() => Result} effect
   * @returns {Promise<Result>}
   */
  async interact(label, effect) {
    await this.#turn();
    /** @type {() => Result} */
    let answer;
    try {
      const result = effect();
      answer = () => result;
      this.#trace(label);
    } catch (error) {
      answer = () => { throw error; };
      this.#trace(`${label}: ${error}`);
    }
    this.points += 1;
    if (this.points > mostInteractions) {
      this.#fail(new assert.AssertionError({ message: `no end after ${mostInteractions} interactions` }));
    } else if (this.points - 1 === this.#crashAt) {
      this.#trace('*** the process dies');
      this.#die('crashed');
    } else {
      return answer();
    }
    return new Promise(() => {}); // for ever
  }
}
