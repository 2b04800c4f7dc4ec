// @ts-check
import { NotLeader } from './notLeader.js';
import { safeTermMs } from './safeTerm.js';

/**
 * @typedef {import('./fencedResource.js').ResourceRequest} ResourceRequest
 * @typedef {import('./fencedResource.js').ResourceReply} ResourceReply
 *
 * `acquire` grants the lease if it is free, with a new and higher token, or renews it if the same holder has it, with
 * the same token. Its length counts from the moment at which the store handles the request, by the clock of the store.
 * @typedef {{ readonly type: 'acquire', readonly holder: string, readonly leaseMs: number }
 *   | { readonly type: 'release', readonly holder: string }} StoreRequest
 *
 * `expiresAt` is a time on the clock of the store.
 * @typedef {{ readonly granted: boolean, readonly token: number, readonly expiresAt: number }} StoreReply
 *
 * @typedef {object} CandidateOptions
 * @property {string} name no other process has, or ever had, the same one; a restarted process gets a new name
 * @property {number} leaseMs
 * @property {number} driftBound see safeTermMs
 * @property {number} renewMs how long a leader waits after a successful renewal before it renews again
 * @property {number} retryMs how long to wait after an attempt that failed or was not granted
 * @property {{ now(): number, sleep(ms: number): Promise<void> }} clock of this machine. It starts anywhere, it drifts,
 *   and it goes on while the process is suspended.
 * @property {(request: StoreRequest) => Promise<StoreReply>} askStore rejects if no reply came in time; then the
 *   request may have been handled or not
 * @property {(request: ResourceRequest) => Promise<ResourceReply>} askResource the same, for the resource
 */

/** A process that competes for leadership. It may be suspended at any moment, also between two lines of code. */
export class Candidate {
  #options;
  #isLeader = false;
  #token = 0;

  /** @param {CandidateOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Begins to compete, and to renew once it leads. Returns at once. */
  start() {
    const { askStore, leaseMs, name } = this.#options;
    void askStore({ type: 'acquire', holder: name, leaseMs }).then(({ granted, token }) => {
      if (!granted) return;
      this.#isLeader = true; // naive: a flag, and nobody ever takes it back
      this.#token = token;
    }).catch(() => {}); // naive: asks only once
  }

  /** The token of the term that this candidate won last; 0 before the first one. */
  get token() {
    return this.#token;
  }

  /**
   * Whether this candidate may act as the leader at this moment. True only while no other candidate can have the lease,
   * and only after the resource has accepted the announcement of its token.
   */
  leads() {
    return this.#isLeader;
  }

  /**
   * Writes to the resource as the leader.
   *
   * @param {unknown} value
   * @returns {Promise<void>} resolved when the resource has accepted the write; rejected with the error of askResource
   *   if the outcome is unknown
   * @throws {NotLeader} if this candidate does not lead, or if the resource refuses its token; then it stops leading
   */
  async write(value) {
    if (!this.leads()) throw new NotLeader(`${this.#options.name} does not lead`);
    await this.#options.askResource({ type: 'write', token: this.#token, value }); // naive: takes any reply for a yes
  }

  /**
   * Retires for good: accepts no further writes, waits for those under way, then releases the lease so that a
   * successor need not wait for its end.
   */
  async stop() {
    this.#isLeader = false; // naive: what about the lease, and what is under way?
  }
}
