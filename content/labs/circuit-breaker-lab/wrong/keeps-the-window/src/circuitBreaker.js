// Wrong on purpose: the failures from before the opening still count after closing.
// @ts-check

/** What a caller gets at once, instead of an answer, while the breaker refuses calls. */
export class CircuitOpenError extends Error {
  constructor() {
    super('the circuit is open');
    this.name = 'CircuitOpenError';
  }
}

/**
 * @typedef {'closed' | 'open' | 'half-open'} State
 *
 * @typedef {object} Options
 * @property {number} windowMs an outcome counts while it is younger than this
 * @property {number} minimumCalls fewer outcomes than this in the window are not judged
 * @property {number} failureRate the share of failures, above 0 and at most 1, at which the breaker opens
 * @property {number} openMs the first pause after opening
 * @property {number} maxOpenMs the longest pause
 * @property {number} probesToClose good probes in a row that close the breaker
 * @property {number} probeTimeoutMs a probe without an answer for this long has failed
 * @property {(error: unknown) => boolean} isFailure whether an error speaks against the dependency
 * @property {() => number} now milliseconds of a monotonic clock; there is no other source of time
 */

/** Guards the calls to one dependency. */
export class CircuitBreaker {
  #options;
  /** @type {State} */
  #state = 'closed';
  /** Grows with each change of the state. A call remembers it, so its answer can be told from those of other states. */
  #epoch = 0;
  #enteredAt = 0;
  #pauseMs;
  /** @type {{ at: number, failed: boolean }[]} oldest first; used while closed */
  #outcomes = [];
  /** @type {number | undefined} when the probe that is under way began; used while half-open */
  #probeSince;
  #goodProbes = 0;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    this.#pauseMs = options.openMs;
  }

  /** @returns {State} the state after the last call or answer; the end of a pause shows with the next call */
  get state() {
    return this.#state;
  }

  /**
   * Calls the operation and hands on its answer or its error, or refuses with a `CircuitOpenError`.
   * @template T
   * @param {() => Promise<T>} operation may also throw at once
   * @returns {Promise<T>}
   */
  async call(operation) {
    // No `await` before this line: checking and taking the place of the probe must be one step.
    if (!this.#admits()) throw new CircuitOpenError();
    const epoch = this.#epoch;
    let value;
    try {
      value = await operation();
    } catch (error) {
      this.#record(epoch, this.#options.isFailure(error));
      throw error;
    }
    this.#record(epoch, false);
    return value;
  }

  #admits() {
    const { now, probeTimeoutMs } = this.#options;
    if (this.#state === 'open' && now() - this.#enteredAt >= this.#pauseMs) this.#enter('half-open');
    if (this.#state === 'closed') return true;
    if (this.#state === 'open') return false;
    if (this.#probeSince === undefined) {
      this.#probeSince = now();
      return true;
    }
    // Without this, one lost answer would keep the breaker half-open, refusing everything, for ever.
    if (now() - this.#probeSince >= probeTimeoutMs) this.#openForLonger();
    return false;
  }

  /**
   * @param {number} epoch
   * @param {boolean} failed
   */
  #record(epoch, failed) {
    // The call began in an earlier state. Its answer tells how the dependency was then, not how it is now.
    if (epoch !== this.#epoch) return;
    if (this.#state === 'half-open') this.#recordProbe(failed);
    else this.#recordCall(failed);
  }

  /** @param {boolean} failed */
  #recordProbe(failed) {
    this.#probeSince = undefined;
    if (failed) {
      this.#openForLonger();
      return;
    }
    this.#goodProbes += 1;
    if (this.#goodProbes < this.#options.probesToClose) return;
    this.#pauseMs = this.#options.openMs;
    this.#enter('closed');
  }

  /** @param {boolean} failed */
  #recordCall(failed) {
    const { windowMs, minimumCalls, failureRate, now } = this.#options;
    this.#outcomes.push({ at: now(), failed });
    while (now() - this.#outcomes[0].at >= windowMs) this.#outcomes.shift();
    const failures = this.#outcomes.filter((outcome) => outcome.failed).length;
    if (this.#outcomes.length >= minimumCalls && failures / this.#outcomes.length >= failureRate) this.#enter('open');
  }

  #openForLonger() {
    this.#pauseMs = Math.min(this.#pauseMs * 2, this.#options.maxOpenMs);
    this.#enter('open');
  }

  /** @param {State} state every state begins with a clean slate */
  #enter(state) {
    this.#state = state;
    this.#epoch += 1;
    this.#enteredAt = this.#options.now();
    this.#probeSince = undefined;
    this.#goodProbes = 0;
  }
}
