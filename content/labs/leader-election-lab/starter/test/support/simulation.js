import assert from 'node:assert/strict';

/** More events than any of these tests needs for one operation. */
const mostEvents = 200_000;

/**
 * A discrete-event simulation: time jumps from one event to the next. Between two events everything that waits on a
 * promise gets its turn, so ordinary async code runs in simulated time, and runs the same way each time.
 */
export class Simulation {
  /** Called after each event, when everyone has had their turn. */
  afterEvent = () => {};
  #now = 0;
  #sequence = 0;
  /** @type {{ at: number, order: number, action: () => void }[]} a binary heap, the earliest event first */
  #events = [];

  now() {
    return this.#now;
  }

  /**
   * Events of the same moment happen in the order in which they were scheduled.
   *
   * @param {number} delay
   * @param {() => void} action
   */
  schedule(delay, action) {
    const event = { at: this.#now + Math.max(0, delay), order: ++this.#sequence, action };
    let index = this.#events.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /**
   * @param {number} ms
   * @returns {Promise<void>}
   */
  sleep(ms) {
    return new Promise((resolve) => this.schedule(ms, resolve));
  }

  /**
   * Runs events until the promise is settled, and returns or throws what it brings.
   *
   * @template Result
   * @param {Promise<Result>} promise
   * @param {number} limitMs the simulated time within which it must happen
   * @returns {Promise<Result>}
   */
  async complete(promise, limitMs = 60_000) {
    const until = this.#now + limitMs;
    let settled = false;
    const settle = () => void (settled = true);
    promise.then(settle, settle);
    await everyoneHadTheirTurn();
    for (let events = 1; !settled; events += 1) {
      assert.ok(this.#events.length > 0, 'the operation waits for ever: no message and no timer is left');
      assert.ok(this.#now <= until, `the operation did not end within ${limitMs} ms of simulated time`);
      assert.ok(events <= mostEvents, `no end after ${mostEvents} events: something is repeated without a pause`);
      this.#takeEarliest().action();
      await everyoneHadTheirTurn();
      this.afterEvent();
    }
    return promise;
  }

  #takeEarliest() {
    this.#swap(0, this.#events.length - 1);
    const earliest = this.#events.pop();
    if (!earliest) throw new Error('there is no event');
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#events.length && this.#isBefore(child, least)) least = child;
      }
      if (least === index) break;
      this.#swap(index, least);
      index = least;
    }
    this.#now = earliest.at;
    return earliest;
  }

  /**
   * @param {number} left
   * @param {number} right
   */
  #isBefore(left, right) {
    const a = this.#events[left], b = this.#events[right];
    if (!a || !b) throw new RangeError('no such event');
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  /**
   * @param {number} left
   * @param {number} right
   */
  #swap(left, right) {
    const a = this.#events[left], b = this.#events[right];
    if (!a || !b) throw new RangeError('no such event');
    this.#events[left] = b;
    this.#events[right] = a;
  }
}

/** All promise callbacks run before the next turn of Node's event loop. No time is involved. */
function everyoneHadTheirTurn() {
  return new Promise((resolve) => setImmediate(resolve));
}
