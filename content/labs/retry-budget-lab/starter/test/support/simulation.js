/**
 * A discrete-event simulation: a list of things to do at simulated times. It jumps from one to the next, so nothing
 * waits and nothing depends on the speed of the machine. Things at the same time happen in the order of their planning.
 */
export class Simulation {
  #time = 0;
  /** @type {{ at: number, run: () => void }[]} sorted, next one first */
  #agenda = [];

  now = () => this.#time;

  /**
   * @param {number} at
   * @param {() => void} run
   */
  plan(at, run) {
    let index = this.#agenda.length;
    while (index > 0 && this.#agenda[index - 1].at > at) index -= 1;
    this.#agenda.splice(index, 0, { at, run });
  }

  /** @param {() => void} afterEach called when everything that an event set off has happened */
  async run(afterEach) {
    for (let next = this.#agenda.shift(); next; next = this.#agenda.shift()) {
      this.#time = next.at;
      next.run();
      await new Promise(setImmediate); // runs all promise callbacks that are due; no timer is involved
      afterEach();
    }
  }
}
