// Wrong on purpose: a step is noted as done before it is called, so a crash in between loses it.
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
    const kinds = options.steps.map(({ kind }) => kind).join(' ');
    if (!/^(compensatable ?)*(pivot( retriable)*)?$/.test(kinds)) throw new TypeError(`steps in this order: ${kinds}`);
    // Keys are made of names. Two steps with one key would be taken for a repetition.
    if (new Set(options.steps.map(({ name }) => name)).size < options.steps.length) {
      throw new TypeError('two steps have the same name');
    }
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
    const { log } = this.#options;
    const records = await log.read(sagaId);
    /** @param {string} record */
    const isNoted = (record) => records.includes(record);
    /** @param {string} record */
    const note = async (record) => {
      if (isNoted(record)) return;
      await log.append(sagaId, records.length, record);
      records.push(record);
    };
    try {
      if (!isNoted('compensating')) {
        const outcome = await this.#goForward(sagaId, isNoted, note);
        if (outcome !== 'failed') return outcome;
        // The decision is durable before the first undo. Otherwise a successor that finds the services recovered
        // would go forward over steps that are undone already.
        await note('compensating');
      }
      return await this.#goBack(sagaId, isNoted, note);
    } catch (error) {
      // Another worker knows more. To append at the new end would mix two histories, so leave the saga to it.
      if (error instanceof Conflict) return 'pending';
      throw error;
    }
  }

  /**
   * @param {string} sagaId
   * @param {(record: string) => boolean} isNoted
   * @param {(record: string) => Promise<void>} note
   * @returns {Promise<'completed' | 'pending' | 'failed'>}
   */
  async #goForward(sagaId, isNoted, note) {
    for (const step of this.#options.steps) {
      if (isNoted(`done ${step.name}`)) continue;
      // Before the call: from now on the step may have happened, whatever becomes of this process.
      await note(`started ${step.name}`);
      await note(`done ${step.name}`);
      const outcome = await this.#attempt(step.run, `${sagaId}:${step.name}`);
      if (outcome === 'ok') await note(`done ${step.name}`);
      else if (step.kind === 'retriable') return 'pending';
      else if (step.kind === 'pivot' && outcome === 'unknown') return 'pending'; // perhaps paid
      else return 'failed';
    }
    return 'completed';
  }

  /**
   * @param {string} sagaId
   * @param {(record: string) => boolean} isNoted
   * @param {(record: string) => Promise<void>} note
   * @returns {Promise<'compensated' | 'pending'>}
   */
  async #goBack(sagaId, isNoted, note) {
    for (const step of [...this.#options.steps].reverse()) {
      // Started, not done: a step without an answer may have happened, and its undo accepts that it has not.
      if (step.kind !== 'compensatable' || !isNoted(`started ${step.name}`) || isNoted(`undone ${step.name}`)) continue;
      if (await this.#attempt(step.undo, `${sagaId}:${step.name}`) !== 'ok') return 'pending'; // never given up
      await note(`undone ${step.name}`);
    }
    return 'compensated';
  }

  /**
   * @param {Action} action
   * @param {string} key the same for each attempt, so that the receiver recognises a repetition
   * @returns {Promise<'ok' | 'refused' | 'unknown'>}
   */
  async #attempt(action, key) {
    const { attempts, retryMs, sleep } = this.#options;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (attempt > 0) await sleep(retryMs * 2 ** (attempt - 1));
      try {
        await action(key);
        return 'ok';
      } catch (error) {
        if (error instanceof Refused) return 'refused';
      }
    }
    return 'unknown';
  }
}
