// @ts-check

/** A clock that stands still until a test moves it. */
export class ManualClock {
  #time = 0;

  /** Bound, so that it can be handed over as it is. */
  now = () => this.#time;

  /** @param {number} milliseconds */
  advance(milliseconds) {
    this.#time += milliseconds;
  }
}
