import test from 'node:test';
import { compareTimestamps } from '../src/lamportClock.js';
import { compare } from '../src/vectorClock.js';
import { simulateReplicas } from './support/replicas.js';
import { gatherKnowledge, pairsOf, simulateRun, textOf } from './support/run.js';
import { forEachSeed, Violation } from './support/seeds.js';

const OPPOSITE = { before: 'after', after: 'before', equal: 'equal', concurrent: 'concurrent' };

test('in every run a cause has the smaller Lamport timestamp, and no two events have the same', async () => {
  await forEachSeed(100, (random, trace) => {
    for (const { a, b, truth } of pairsOf(simulateRun(random, trace, { nodesLeave: false }).events)) {
      const order = compareTimestamps(a.timestamp, b.timestamp);
      if (truth === 'before' && a.timestamp.time >= b.timestamp.time) {
        throw new Violation(b.id, `step ${a.id} is a cause of step ${b.id}, but its time is not smaller`);
      }
      if (order === 0) throw new Violation(b.id, `the steps ${a.id} and ${b.id} have no order`);
      if (order > 0 !== compareTimestamps(b.timestamp, a.timestamp) < 0) {
        throw new Violation(b.id, `the steps ${a.id} and ${b.id} have another order when they are swapped`);
      }
    }
  });
});

test('in every run vector clocks tell exactly what happened before what', async () => {
  await forEachSeed(100, (random, trace) => {
    for (const { a, b, truth } of pairsOf(simulateRun(random, trace, { nodesLeave: false }).events)) {
      const relation = compare(a.vector, b.vector);
      if (relation !== truth) throw new Violation(b.id, `step ${a.id} is ${truth}, but compared as ${relation}`);
      const back = compare(b.vector, a.vector);
      if (back !== OPPOSITE[relation]) throw new Violation(b.id, `step ${b.id} to ${a.id} is ${back}`);
    }
  });
});

test('where entries were dropped, nothing is taken for known that is not', async () => {
  await forEachSeed(100, (random, trace) => {
    const run = simulateRun(random, trace, { nodesLeave: true });
    for (let pair = 0; pair < 200; pair += 1) {
      const [a, b] = [gatherKnowledge(random, run), gatherKnowledge(random, run)];
      const relation = compare(a.vector, b.vector);
      const isSaid = relation === 'before' || relation === 'equal';
      const isTrue = [...a.known].every((id) => b.known.has(id));
      const last = Math.max(...a.known, ...b.known);
      const pairText = `${textOf(a.vector)} of ${a.text}, compared with ${textOf(b.vector)} of ${b.text}: ${relation}`;
      if (isSaid && !isTrue) throw new Violation(last, `${pairText}, so a write would get lost`);
      const canBeTold = a.complete && (b.complete || !a.knowsGone);
      if (isTrue && canBeTold && !isSaid) throw new Violation(last, `${pairText}, but b knows all that a knows`);
    }
  });
});

test('replicas end with the same siblings, the writes that no other write has seen', async () => {
  await forEachSeed(200, (random, trace) => {
    const { replicas, step, newest } = simulateReplicas(random, trace);
    const expected = newest.sort().join(', ');
    for (const { name, siblings } of replicas) {
      const values = siblings.map(({ value }) => value).sort().join(', ');
      if (values !== expected) throw new Violation(step, `${name} ends with "${values}" instead of "${expected}"`);
    }
  });
});
