/** Lets several processes take turns in an order drawn from a seed: only one of them goes on at a time. */
export class Turns {
  #random;
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {import('./random.js').Random} random */
  constructor(random) {
    this.#random = random;
  }

  /** @returns {Promise<void>} resolved when it is the caller's turn */
  wait() {
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  /**
   * Gives turns until the work is done.
   *
   * @template Result
   * @param {Promise<Result>} work
   */
  async until(work) {
    let done = false;
    const finish = () => void (done = true);
    work.then(finish, finish);
    await everyoneWaits();
    while (!done) {
      const [next] = this.#waiting.splice(this.#random.between(0, this.#waiting.length - 1), 1);
      if (!next) throw new Error('nobody waits for a turn, and the work is not done');
      next();
      await everyoneWaits();
    }
    return work;
  }
}

/** All promise callbacks run before the next turn of Node's event loop. No time is involved. */
function everyoneWaits() {
  return new Promise((resolve) => setImmediate(resolve));
}
