// @ts-check

/**
 * @typedef {import('../../src/candidate.js').StoreRequest} StoreRequest
 * @typedef {import('../../src/candidate.js').StoreReply} StoreReply
 */

/** One lease in a consensus store: it never fails as a whole and handles one request at a time. */
export class LeaseStore {
  #holder = '';
  #token = 0;
  #expiresAt = -Infinity;
  #clock;

  /** @param {{ now(): number }} clock of the store */
  constructor(clock) {
    this.#clock = clock;
  }

  /**
   * @param {StoreRequest} request
   * @returns {StoreReply}
   */
  handle(request) {
    const now = this.#clock.now(), free = now >= this.#expiresAt;
    const granted = free || request.holder === this.#holder;
    if (request.type === 'release') {
      if (granted && !free) this.#expiresAt = now;
    } else if (granted) {
      if (free) this.#token += 1;
      this.#holder = request.holder;
      this.#expiresAt = now + request.leaseMs;
    }
    return { granted, token: this.#token, expiresAt: this.#expiresAt };
  }

  /** Who has the lease at this moment, by the clock of the store. */
  get holder() {
    return this.#clock.now() < this.#expiresAt ? this.#holder : undefined;
  }
}
