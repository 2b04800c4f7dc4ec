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

  /**
   * Throws a RangeError if a quorum is not an integer from 1 to N, or if a read quorum and a write quorum need not
   * share a replica.
   *
   * @param {RegisterOptions} options
   */
  constructor(options) {
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
    const { replicas, call, attemptMs } = this.#options;
    const reply = await call(replicas[0] ?? '', { type: 'read' }, attemptMs); // naive: one replica, asked once
    return reply.held.value;
  }

  /**
   * @param {unknown} value
   * @returns {Promise<void>}
   * @throws {QuorumUnavailable} at the deadline; it says whether the value may have been stored
   */
  async write(value) {
    const { name, replicas, call, attemptMs } = this.#options;
    const held = { version: { number: 1, writer: name }, value }; // naive: which number is the next one?
    await Promise.all(replicas.map((replica) => call(replica, { type: 'store', held }, attemptMs))); // naive: all
  }
}
