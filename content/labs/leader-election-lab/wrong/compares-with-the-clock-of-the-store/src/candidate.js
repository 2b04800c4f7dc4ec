// Wrong on purpose: the end of the lease is taken from the clock of the store, which shows another time.
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
  #token = 0;
  /** By the clock of this machine. */
  #leadsUntil = -Infinity;
  #stopping = false;
  /** @type {Promise<boolean>} */
  #attempt = Promise.resolve(false);
  /** @type {Set<Promise<unknown>>} */
  #writesUnderWay = new Set();

  /** @param {CandidateOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Begins to compete, and to renew once it leads. Returns at once. */
  start() {
    void this.#compete();
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
    // Computed from the clock at each call. A flag that a timer clears is still set when a suspended process wakes up.
    return !this.#stopping && this.#options.clock.now() < this.#leadsUntil;
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
    const token = this.#token;
    // The check above may be long past when the request leaves. Only the token in the request protects the resource.
    const request = this.#options.askResource({ type: 'write', token, value });
    this.#writesUnderWay.add(request);
    try {
      const { accepted, highestToken } = await request;
      if (accepted) return;
      this.#leadsUntil = -Infinity; // somebody newer leads, whatever the lease says
      throw new NotLeader(`${this.#options.name} wrote with token ${token}, and ${highestToken} has been seen`);
    } finally {
      this.#writesUnderWay.delete(request);
    }
  }

  /**
   * Retires for good: accepts no further writes, waits for those under way, then releases the lease so that a
   * successor need not wait for its end.
   */
  async stop() {
    this.#stopping = true;
    await this.#attempt; // otherwise a renewal under way could follow the release and take the lease again
    await Promise.allSettled(this.#writesUnderWay);
    await this.#options.askStore({ type: 'release', holder: this.#options.name }).catch(() => {}); // it will run out
  }

  async #compete() {
    const { clock, renewMs, retryMs } = this.#options;
    while (!this.#stopping) {
      this.#attempt = this.#acquire().catch(() => false); // no reply in time: try again, and let the clock decide
      const succeeded = await this.#attempt;
      await clock.sleep(succeeded ? renewMs : retryMs);
    }
  }

  /** @returns {Promise<boolean>} whether the lease is held and announced */
  async #acquire() {
    const { askResource, askStore, clock, driftBound, leaseMs, name } = this.#options;
    // The store starts to count after this moment, whatever the request waits for on its way.
    const until = clock.now() + safeTermMs(leaseMs, driftBound);
    const { granted, token, expiresAt } = await askStore({ type: 'acquire', holder: name, leaseMs });
    if (!granted) return false;
    if (token !== this.#token) {
      // Until the resource knows the new token, a late write of the predecessor can still get through.
      const { accepted } = await askResource({ type: 'announce', token });
      if (!accepted) return false;
      this.#token = token;
    }
    this.#leadsUntil = expiresAt;
    return true;
  }
}
