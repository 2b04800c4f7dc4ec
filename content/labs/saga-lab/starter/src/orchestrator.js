// @ts-check
import { Conflict, Refused } from './errors.js';

/**
 * A call to another service. It rejects with `Refused` if the service said no; then nothing was done. Any other error
 * means that the outcome is unknown: the step may have happened, may still happen, or may never happen.
 * A repetition with the same key has no further effect.
 *
 * @typedef {(key: string) => Promise<void>} Action
 *
 * @typedef {{ readonly name: string, readonly kind: 'compensatable', readonly run: Action, readonly undo: Action }
 *   | { readonly name: string, readonly kind: 'pivot' | 'retriable', readonly run: Action }} Step
 *
 * The log survives crashes. A record is any JSON value and is durable when `append` resolves. If the log of the saga
 * does not have the expected length, because another worker has appended to it, `append` rejects with `Conflict`.
 * @typedef {object} Log
 * @property {(sagaId: string) => Promise<unknown[]>} read
 * @property {(sagaId: string, expectedLength: number, record: unknown) => Promise<void>} append
 *
 * @typedef {object} OrchestratorOptions
 * @property {readonly Step[]} steps
 * @property {Log} log
 * @property {(ms: number) => Promise<void>} sleep
 * @property {number} attempts how often one action is tried in one call of `run`
 * @property {number} retryMs the wait before the second attempt; it doubles with each further one
 */

/** Runs sagas. Any number of workers may run or resume the same saga, and any of them may die at any moment. */
export class Orchestrator {
  #options;

  /**
   * Throws a TypeError unless the steps are any number of compensatable ones, then at most one pivot, then retriable
   * ones, which need the pivot; with different names.
   *
   * @param {OrchestratorOptions} options
   */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Starts a saga, or resumes it from its log, and takes it as far as possible.
   *
   * Each step is called with the key `<saga id>:<step name>`, and its undo with the same key.
   * A compensatable step that is refused, or whose outcome is unknown after all attempts, leads to compensation:
   * the undo of every step that may have happened, the last step first, each one only after the one before it is done.
   * A pivot leads to compensation only if it is refused. After the pivot, and during compensation, there is no other
   * way out than success. What has been decided once stays decided, also after a crash.
   *
   * @param {string} sagaId
   * @returns {Promise<'completed' | 'compensated' | 'pending'>} pending: call again later, because an action that must
   *   succeed has used up its attempts, or because another worker is at it
   */
  async run(sagaId) {
    const { steps } = this.#options;
    for (const step of steps) await step.run(`${sagaId}:${step.name}`); // naive: remembers nothing
    return 'completed';
  }
}
