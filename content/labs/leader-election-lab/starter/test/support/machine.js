// @ts-check

/** @typedef {import('./simulation.js').Simulation} Simulation */

/** A clock that starts anywhere and runs at its own rate. */
export class DriftingClock {
  #simulation;

  /**
   * @param {Simulation} simulation
   * @param {number} rate milliseconds on this clock for each millisecond of true time
   * @param {number} offset
   */
  constructor(simulation, rate, offset) {
    this.#simulation = simulation;
    this.rate = rate;
    this.offset = offset;
  }

  now() {
    return this.offset + this.#simulation.now() * this.rate;
  }
}

/** A process on its own machine. It can be suspended, as by a garbage collector or a hypervisor, and it can crash. */
export class Machine {
  #simulation;
  #suspendedUntil = 0;
  #suspendBeforeNextSend = 0;
  alive = true;

  /**
   * @param {Simulation} simulation
   * @param {string} name
   * @param {DriftingClock} clock
   */
  constructor(simulation, name, clock) {
    this.#simulation = simulation;
    this.name = name;
    this.clock = clock;
  }

  /** @param {number} ms of true time */
  suspend(ms) {
    this.#suspendedUntil = Math.max(this.#suspendedUntil, this.#simulation.now() + ms);
  }

  /**
   * Suspends the process just before the next message leaves, after everything that was checked for it.
   *
   * @param {number} ms of true time
   */
  suspendBeforeNextSend(ms) {
    this.#suspendBeforeNextSend = ms;
  }

  crash() {
    this.alive = false;
  }

  /**
   * Lets the process do something after a while, or when it is awake again, or never if it is dead by then.
   *
   * @param {number} ms of true time
   * @param {() => void} action
   */
  later(ms, action) {
    this.#simulation.schedule(ms, () => {
      const rest = this.#suspendedUntil - this.#simulation.now();
      if (rest > 0) this.later(rest, action);
      else if (this.alive) action();
    });
  }

  /**
   * @param {number} ms by the clock of this machine
   * @returns {Promise<void>}
   */
  sleep(ms) {
    return new Promise((resolve) => this.later(ms / this.clock.rate, resolve));
  }

  /**
   * Lets a message leave: at once, or when the process is awake again.
   *
   * @param {() => void} leave
   */
  send(leave) {
    if (this.#suspendBeforeNextSend > 0) this.suspend(this.#suspendBeforeNextSend);
    this.#suspendBeforeNextSend = 0;
    this.later(0, leave);
  }
}
