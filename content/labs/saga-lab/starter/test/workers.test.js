import test from 'node:test';
import { Random } from './support/random.js';
import { SagaWorld } from './support/sagaWorld.js';
import { forEverySeed } from './support/seeds.js';
import { Turns } from './support/turns.js';

/** @typedef {import('./support/services.js').Fault} Fault */

const steps = ['coupon', 'stock', 'credit', 'payment', 'shipment', 'mail'];

test('two workers on one saga do no harm', () => forEverySeed(150, async (seed, trace) => {
  const random = new Random(seed), turns = new Turns(random);
  /** @type {Record<string, Fault[]>} */
  const faults = {};
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const call = `${random.chance(0.75) ? 'run' : 'undo'} ${random.pick(steps)}`;
    faults[call] = Array.from({ length: random.between(2, 5) }, () => random.pick(['answer lost', 'late', 'down']));
    if (random.chance(0.2)) faults[call] = ['refused'];
  }
  for (const call of ['run shipment', 'run mail', ...steps.map((step) => `undo ${step}`)]) {
    if (faults[call]?.includes('refused')) delete faults[call]; // these must not be refusable
  }
  trace(`faults: ${JSON.stringify(faults)}`);
  const world = new SagaWorld(faults);
  const worker = (/** @type {string} */ name) => world.run({
    turn: () => turns.wait(), trace: (line) => void world.trace.push(`${name}: ${line}`),
    crashAt: random.chance(0.5) ? random.between(0, 40) : Infinity,
  });
  try {
    await turns.until(Promise.all([worker('first'), worker('second')]));
    await world.checkFinished(await world.finish());
  } finally {
    world.trace.forEach(trace);
  }
}));
