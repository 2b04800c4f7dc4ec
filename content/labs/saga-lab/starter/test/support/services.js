// @ts-check
import { Refused } from '../../src/errors.js';

/**
 * What can happen to one call:
 * - `refused`: the service says no, now and for every repetition;
 * - `answer lost`: the effect happens, and the caller does not learn of it;
 * - `late`: the caller gets no answer, and the request arrives when `deliverLate` is called;
 * - `down`: nothing happens, and the caller gets no answer.
 *
 * @typedef {'refused' | 'answer lost' | 'late' | 'down'} Fault
 * @typedef {'none' | 'done' | 'undone' | 'cancelled' | 'refused'} State
 */

/** The services that take part, one for each step. They recognise repetitions by their keys, as they must. */
export class Services {
  /** Each call that was made. @type {{ step: string, action: 'run' | 'undo', key: string }[]} */
  calls = [];
  /** Each effect that took place, such as `run stock`. @type {string[]} */
  effects = [];
  /** @type {Map<string, State>} */
  #states = new Map();
  /** @type {(() => void)[]} */
  #late = [];
  /** @type {Map<string, Fault[]>} */
  #faults;

  /** @param {Record<string, readonly Fault[]>} faults of the first, second … call; keys such as `run stock` */
  constructor(faults = {}) {
    this.#faults = new Map(Object.entries(faults).map(([what, list]) => [what, [...list]]));
  }

  /**
   * @param {string} step
   * @param {'run' | 'undo'} action
   * @param {string} key
   */
  call(step, action, key) {
    this.calls.push({ step, action, key });
    const fault = this.#faults.get(`${action} ${step}`)?.shift();
    if (fault === 'late') this.#late.push(() => this.#handle(step, action, key));
    if (fault === 'late' || fault === 'down') throw new Error('no answer');
    if (fault === 'refused' && this.#state(key) === 'none') this.#states.set(key, 'refused');
    this.#handle(step, action, key);
    if (fault === 'answer lost') throw new Error('no answer');
  }

  /** Requests that were under way arrive now. */
  deliverLate() {
    for (const arrive of this.#late.splice(0)) {
      try {
        arrive();
      } catch { /* nobody waits for the answer any more */ }
    }
  }

  /** @param {string} key */
  #state(key) {
    return this.#states.get(key) ?? 'none';
  }

  /**
   * @param {string} step
   * @param {'run' | 'undo'} action
   * @param {string} key
   */
  #handle(step, action, key) {
    const state = this.#state(key);
    if (action === 'undo') {
      if (state === 'done') this.effects.push(`undo ${step}`);
      this.#states.set(key, state === 'done' || state === 'undone' ? 'undone' : 'cancelled');
    } else if (state === 'none') {
      this.effects.push(`run ${step}`);
      this.#states.set(key, 'done');
    } else if (state !== 'done') {
      throw new Refused(`${key} is ${state}`);
    }
  }
}
