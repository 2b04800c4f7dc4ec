import test from 'node:test';
import assert from 'node:assert/strict';
import { SagaWorld } from './support/sagaWorld.js';

/** @typedef {import('./support/services.js').Fault} Fault */

/**
 * What goes wrong beside the crashes, and how the saga must end; where this is open, a crash can change the outcome,
 * because the successor makes further attempts.
 *
 * @type {{ name: string, faults: Record<string, Fault[]>, end?: 'completed' | 'compensated' }[]}
 */
const scenarios = [
  { name: 'all is well', faults: {}, end: 'completed' },
  { name: 'the pivot is refused', faults: { 'run payment': ['refused'] }, end: 'compensated' },
  { name: 'a step is refused', faults: { 'run credit': ['refused'] }, end: 'compensated' },
  { name: 'answers get lost', end: 'completed',
    faults: { 'run stock': ['answer lost'], 'run payment': ['answer lost'], 'run mail': ['answer lost'] } },
  { name: 'a step stays unknown, then its undo fails',
    faults: { 'run credit': ['late', 'down', 'answer lost'], 'undo credit': ['down', 'down', 'down', 'down'] } },
  { name: 'the pivot stays unknown', end: 'completed',
    faults: { 'run payment': ['late', 'down', 'answer lost', 'down'] } },
  { name: 'a step after the pivot fails', end: 'completed',
    faults: { 'run shipment': ['late', 'down', 'down', 'down'] } },
  { name: 'undoing is hard', end: 'compensated',
    faults: { 'run payment': ['refused'], 'undo stock': ['down', 'answer lost'], 'undo coupon': ['answer lost'] } },
];

/**
 * Lets processes die one after the other at the given points, then lets others finish.
 *
 * @param {(typeof scenarios)[number]} scenario
 * @param {number[]} crashPoints
 * @returns {Promise<number | undefined>} how many points the last of these processes passed if it did not die
 */
async function runWithCrashes({ name, faults, end }, crashPoints) {
  const world = new SagaWorld(faults);
  try {
    for (const crashAt of crashPoints) {
      const { result, points } = await world.run({ crashAt });
      if (result !== 'crashed') return points;
    }
    const result = await world.finish();
    if (end) assert.equal(result, end, `it must end ${end}: a crash alone is no reason for anything else`);
    await world.checkFinished(result);
    return undefined;
  } catch (error) {
    const what = error instanceof assert.AssertionError ? error.message : error instanceof Error ? error.stack : error;
    return assert.fail([`${name}, with crashes at the points ${crashPoints.join(' and ')}: ${what}`,
      ...world.trace.map((line) => `  ${line}`)].join('\n'));
  }
}

/**
 * Visits every sequence of crash points, each until a process gets through.
 *
 * @param {(typeof scenarios)[number]} scenario
 * @param {number} crashes
 * @param {number[]} before
 * @returns {Promise<number>} how many runs it were
 */
async function everyCrash(scenario, crashes, before = []) {
  let runs = 0;
  for (let crashAt = 0; ; crashAt += 1) {
    const points = [...before, crashAt];
    if (await runWithCrashes(scenario, points) !== undefined) break;
    runs += 1;
    if (crashes > 1) runs += await everyCrash(scenario, crashes - 1, points);
  }
  return runs;
}

test('a crash at any point leaves everything or nothing', async () => {
  for (const scenario of scenarios) {
    const runs = await everyCrash(scenario, 1);
    assert.ok(runs >= 8, `${scenario.name}: a log and a few services make more than ${runs} points`);
  }
});

test('crashes at any two points leave everything or nothing', async () => {
  for (const scenario of scenarios) await everyCrash(scenario, 2);
});
