import assert from 'node:assert/strict';

const linesShown = 40;

/**
 * Runs a scenario for the seeds 1 to `count`, or only for the one in the environment variable SEED.
 * A failure says which seed failed and what happened before. With SEED set, the whole trace is printed.
 *
 * @param {number} count
 * @param {(seed: number, trace: (line: string) => void) => void | Promise<void>} scenario
 */
export async function forEverySeed(count, scenario) {
  const wanted = process.env.SEED;
  if (wanted && !/^\d+$/.test(wanted)) throw new RangeError(`SEED must be a whole number, not "${wanted}"`);
  const seeds = wanted ? [Number(wanted)] : Array.from({ length: count }, (_, index) => index + 1);
  for (const seed of seeds) {
    /** @type {string[]} */
    const lines = [];
    try {
      await scenario(seed, (line) => void lines.push(line));
    } catch (error) {
      const shown = wanted ? lines : lines.slice(-linesShown);
      const omitted = lines.length - shown.length;
      assert.fail([
        `seed ${seed}: ${describe(error)}`,
        omitted > 0 ? `The last ${shown.length} events (${omitted} earlier ones are left out):` : 'The events:',
        ...shown.map((line) => `  ${line}`),
        `To replay it with the whole trace: SEED=${seed} node --test`,
      ].join('\n'));
    }
    if (wanted) console.log([`seed ${seed} passed:`, ...lines].join('\n'));
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof assert.AssertionError) {
    if (error.generatedMessage || error.operator === 'fail' || error.operator === '==') return error.message;
    const [message] = error.message.split('\n+ actual - expected'); // some versions of Node append a comparison
    const { actual, expected, operator } = error;
    return `${message}\n${new assert.AssertionError({ actual, expected, operator }).message}`;
  }
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
