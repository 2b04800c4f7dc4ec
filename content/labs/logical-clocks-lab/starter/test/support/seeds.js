import { AssertionError } from 'node:assert/strict';
import process from 'node:process';
import { inspect } from 'node:util';

/**
 * mulberry32 by Tommy Ettinger: small, fast and good enough for simulations. The same seed gives the same numbers.
 * @param {number} seed
 * @returns {() => number} numbers from 0 to just below 1
 */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A broken promise, and the number of the step that broke it. */
export class Violation extends AssertionError {
  /**
   * @param {number} at
   * @param {string} message
   */
  constructor(at, message) {
    super({ message: `step ${at}: ${message}` });
    this.at = at;
  }
}

/** What happened in one run, line by line. */
export class Trace {
  /** @type {{ at: number, text: string }[]} */
  #events = [];

  /**
   * @param {number} at number of the step
   * @param {string} text
   */
  add(at, text) {
    this.#events.push({ at, text });
  }

  /**
   * @param {number} until leaves out what came later
   * @param {number} count keeps only so many of the last events
   */
  text(until = Infinity, count = Infinity) {
    const events = this.#events.filter((event) => event.at <= until);
    const shown = events.slice(Math.max(0, events.length - count));
    const lines = shown.map(({ at, text }) => `${at.toString().padStart(8)}  ${text}`);
    if (shown.length < events.length) lines.unshift(`  (${events.length - shown.length} earlier events)`);
    return lines.join('\n');
  }
}

/**
 * Runs a property for the seeds 1 to `count`, or only for the one in the environment variable SEED.
 * @param {number} count
 * @param {(random: () => number, trace: Trace) => void | Promise<void>} run throws if the property fails
 */
export async function forEachSeed(count, run) {
  const only = process.env.SEED;
  if (only !== undefined && !/^\d+$/.test(only)) throw new RangeError(`SEED must be a whole number, not "${only}"`);
  const seeds = only === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [Number(only)];
  for (const seed of seeds) {
    const trace = new Trace();
    try {
      await run(mulberry32(seed), trace);
    } catch (error) {
      const reason = error instanceof AssertionError ? error.message : inspect(error);
      const until = error instanceof Violation ? error.at : Infinity;
      const events = trace.text(until, only === undefined ? 25 : Infinity);
      const story = events === '' ? '' : `\n\nThe events that led there:\n${events}`;
      const replay = `To see all of them: SEED=${seed} node --test`;
      throw new AssertionError({ message: `seed ${seed}, ${reason}${story}\n\n${replay}` });
    }
    if (only !== undefined) console.log(`seed ${seed}:\n${trace.text()}`);
  }
}
