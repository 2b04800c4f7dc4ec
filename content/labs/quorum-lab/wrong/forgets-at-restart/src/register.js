// Wrong on purpose: the mistake is in src/replica.js; this file is as in the solution.
// @ts-check
import { QuorumUnavailable } from './quorumUnavailable.js';
import { compareVersions } from './version.js';

/**
 * @typedef {import('./version.js').VersionedValue} VersionedValue
 * @typedef {import('./replica.js').Request} Request
 * @typedef {import('./replica.js').Reply} Reply
 *
 * @typedef {object} RegisterOptions
 * @property {string} name the name of this writer; no other process has, or ever had, the same one
 * @property {readonly string[]} replicas
 * @property {number} readQuorum R
 * @property {number} writeQuorum W
 * @property {(replica: string, request: Request, timeoutMs: number) => Promise<Reply>} call sends one request once;
 *   rejects if no reply has come after `timeoutMs`. Then the request was lost, or the reply, or either is still coming.
 * @property {{ now(): number, sleep(ms: number): Promise<void> }} clock the only source of time
 * @property {number} attemptMs how long to wait for one reply before the request is sent again
 * @property {number} deadlineMs how long a whole operation may take
 */

/** The client of a replicated register. Several operations of one object may be under way at once. */
export class Register {
  #options;
  /** The highest number that this writer has ever used, also in writes that failed or are under way. */
  #lastNumber = 0;

  /**
   * Throws a RangeError if a quorum is not an integer from 1 to N, or if a read quorum and a write quorum need not
   * share a replica.
   *
   * @param {RegisterOptions} options
   */
  constructor(options) {
    const { replicas: { length: n }, readQuorum, writeQuorum } = options;
    for (const size of [readQuorum, writeQuorum]) {
      if (!Number.isInteger(size) || size < 1 || size > n) throw new RangeError(`a quorum of ${size} among ${n}`);
    }
    if (readQuorum + writeQuorum <= n) {
      throw new RangeError(`R + W must exceed N, and ${readQuorum} + ${writeQuorum} does not exceed ${n}`);
    }
    this.#options = options;
  }

  /**
   * Linearizable: a value that was returned once is not followed by an older one, at any client.
   * Sends no value to the replicas if it is certain that W of them hold it already.
   *
   * @returns {Promise<unknown>}
   * @throws {QuorumUnavailable} at the deadline
   */
  async read() {
    const { clock, deadlineMs, readQuorum, writeQuorum } = this.#options;
    const facts = { operation: /** @type {const} */ ('read'), mayHaveHappened: false };
    const deadline = clock.now() + deadlineMs;
    const replies = await this.#gather({ type: 'read' }, readQuorum, deadline, facts);
    const held = newest(replies);
    const holders = replies.filter((reply) => compareVersions(reply.held.version, held.version) === 0).length;
    if (holders < writeQuorum) {
      // The value may stem from a write that is under way or has failed. Once a write quorum holds it, no later read
      // can miss it. R equal answers prove that only if R ≥ W.
      await this.#gather({ type: 'store', held }, writeQuorum, deadline, facts);
    }
    return held.value;
  }

  /**
   * @param {unknown} value
   * @returns {Promise<void>}
   * @throws {QuorumUnavailable} at the deadline; it says whether the value may have been stored
   */
  async write(value) {
    const { clock, deadlineMs, name, readQuorum, writeQuorum } = this.#options;
    const operation = /** @type {const} */ ('write');
    const deadline = clock.now() + deadlineMs;
    // A read quorum meets every finished write, so the new version is above all of them, whatever any clock says.
    const replies = await this.#gather({ type: 'read' }, readQuorum, deadline, { operation, mayHaveHappened: false });
    // A failed write of this writer may lie on replicas that did not answer. Were its number used again, one version
    // would have two values. There is no await between the choice and the note, so writes side by side differ too.
    const number = Math.max(newest(replies).version.number, this.#lastNumber) + 1;
    this.#lastNumber = number;
    const held = { version: { number, writer: name }, value };
    await this.#gather({ type: 'store', held }, writeQuorum, deadline, { operation, mayHaveHappened: true });
  }

  /**
   * Asks all replicas, each again and again until it answers, and returns the first `needed` replies.
   * Both kinds of request are idempotent, so a repetition does no harm.
   *
   * @param {Request} request
   * @param {number} needed
   * @param {number} deadline
   * @param {{ operation: 'read' | 'write', mayHaveHappened: boolean }} facts
   * @returns {Promise<Reply[]>}
   */
  #gather(request, needed, deadline, facts) {
    const { attemptMs, call, clock, replicas } = this.#options;
    return new Promise((resolve, reject) => {
      /** @type {Reply[]} one for each replica that answered */
      const replies = [];
      let open = true;
      /** @param {string} replica */
      const askUntilAnswered = async (replica) => {
        while (open) {
          const reply = await call(replica, request, attemptMs).catch(() => undefined);
          if (!open) return;
          if (!reply) continue; // no pause: an attempt that failed has taken attemptMs
          replies.push(reply);
          if (replies.length < needed) return;
          open = false;
          resolve(replies);
          return;
        }
      };
      for (const replica of replicas) void askUntilAnswered(replica);
      void clock.sleep(deadline - clock.now()).then(() => {
        if (!open) return;
        open = false;
        reject(new QuorumUnavailable({ ...facts, answered: replies.length, needed }));
      });
    });
  }
}

/**
 * @param {readonly Reply[]} replies at least one
 * @returns {VersionedValue}
 */
function newest(replies) {
  const [first, ...rest] = replies.map((reply) => reply.held);
  if (!first) throw new Error('a quorum has at least one member');
  return rest.reduce((best, held) => (compareVersions(held.version, best.version) > 0 ? held : best), first);
}
