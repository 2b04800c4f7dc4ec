import assert from 'node:assert/strict';
import { Conflict } from '../../src/errors.js';
import { Orchestrator } from '../../src/orchestrator.js';
import { Process } from './process.js';
import { Services } from './services.js';

/** @typedef {import('../../src/orchestrator.js').Step} Step */
/** @typedef {import('./services.js').Fault} Fault */

export const sagaId = 'order-1';
const compensatable = ['coupon', 'stock', 'credit'];
const pivot = 'payment';
const retriable = ['shipment', 'mail'];
const longestRecovery = 30;

/** The services, the log that survives every process, and what has happened so far. */
export class SagaWorld {
  /** The waits between attempts. @type {number[]} */
  waits = [];
  /** @type {string[]} */
  trace = [];
  /** @type {string[]} records as JSON */
  #log = [];

  /** @param {Record<string, readonly Fault[]>} faults */
  constructor(faults = {}) {
    this.services = new Services(faults);
  }

  /**
   * Starts an orchestrator in a process of its own and runs the saga until it rests or the process dies.
   *
   * @param {ConstructorParameters<typeof Process>[0]} [options]
   */
  async run(options) {
    const process = new Process({ trace: (line) => void this.trace.push(line), ...options });
    const running = this.#orchestrator(process).run(sagaId);
    const result = await process.live(running.catch((error) => assert.fail(`run must not reject, but did: ${error}`)));
    this.trace.push(`→ ${result}`);
    return { result, points: process.points };
  }

  /** Starts processes, as a sweeper would, until the saga is finished. */
  async finish() {
    for (let times = 0; times < longestRecovery; times += 1) {
      const { result } = await this.run();
      if (result === 'completed' || result === 'compensated') return result;
    }
    return assert.fail(`all services answer, and the saga is still pending after ${longestRecovery} runs`);
  }

  /**
   * Checks the end of a saga against its effects: everything or nothing, each effect once, undone in reverse order.
   *
   * @param {'completed' | 'compensated'} result
   */
  async checkFinished(result) {
    const callsBefore = this.services.calls.length;
    assert.deepEqual([(await this.run()).result, this.services.calls.length - callsBefore], [result, 0],
      'a finished saga stays as it is, and nobody needs to be called');
    this.services.deliverLate();
    const { calls, effects } = this.services;
    const done = effects.filter((effect) => effect.startsWith('run '));
    const undone = effects.filter((effect) => effect.startsWith('undo '));
    const all = [...compensatable, pivot, ...retriable].map((step) => `run ${step}`);
    assert.deepEqual(done, all.slice(0, done.length), 'steps take effect in their order, each once, late ones too');
    if (result === 'completed') {
      assert.deepEqual(effects, all, 'a completed saga has the effect of each step, and nothing was undone');
    } else {
      assert.ok(done.every((effect) => compensatable.includes(effect.slice('run '.length))),
        `a compensated saga must not have passed its pivot: ${done.join(', ')}`);
      assert.deepEqual(undone, done.map((effect) => effect.replace('run', 'undo')).reverse(),
        'what took effect is undone, each once, the last step first');
    }
    for (const { step, key } of calls) assert.equal(key, `${sagaId}:${step}`, 'all calls of a step have the same key');
  }

  /** @param {Process} process */
  #orchestrator(process) {
    const action = (/** @type {string} */ step, /** @type {'run' | 'undo'} */ what) => (/** @type {string} */ key) =>
      process.interact(`${what} ${step}`, () => this.services.call(step, what, key));
    /** @type {Step[]} */
    const steps = [
      ...compensatable.map((name) => (
        { name, kind: /** @type {const} */ ('compensatable'), run: action(name, 'run'), undo: action(name, 'undo') })),
      { name: pivot, kind: 'pivot', run: action(pivot, 'run') },
      ...retriable.map((name) => ({ name, kind: /** @type {const} */ ('retriable'), run: action(name, 'run') })),
    ];
    return new Orchestrator({
      steps, attempts: 3, retryMs: 100, sleep: async (ms) => void this.waits.push(ms),
      log: {
        read: () => process.interact('read log', () => this.#log.map((record) => JSON.parse(record))),
        append: (id, expectedLength, record) => process.interact(`append ${JSON.stringify(record)}`, () => {
          if (expectedLength !== this.#log.length) {
            throw new Conflict(`the log has ${this.#log.length} records and not ${expectedLength}`);
          }
          this.#log.push(JSON.stringify(record));
        }),
      },
    });
  }
}
