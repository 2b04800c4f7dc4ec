import test from 'node:test';
import assert from 'node:assert/strict';
import { Random } from './support/random.js';
import { forEverySeed } from './support/seeds.js';
import { timing, World } from './support/world.js';

const { driftBound, leaseMs, retryMs } = timing;
/** Lease and retry by the slowest clocks, and four messages for the lease and the announcement. */
const longestGapMs = (leaseMs + retryMs) / (1 - driftBound) + 4 * 40;

/**
 * Watches every event. Two leaders at once, a leader whose token the resource does not know, or an old token after a
 * new one: each of these is a failure.
 *
 * @param {World} world
 */
function watch(world) {
  world.simulation.afterEvent = () => {
    const leaders = world.leaders();
    const names = leaders.map(({ machine, candidate }) => `${machine.name} (token ${candidate.token})`);
    assert.ok(leaders.length <= 1, `${names.join(' and ')} lead at the same time`);
    for (const { candidate } of leaders) {
      assert.ok(world.tokenOnDisk >= candidate.token,
        `${names[0]} leads, but the resource has seen no token above ${world.tokenOnDisk}`);
    }
    const [before, last] = world.written.slice(-2);
    assert.ok(!before || !last || before.token <= last.token,
      `a write with token ${last?.token} was carried out after one with token ${before?.token}`);
  };
}

/**
 * @param {number} seed
 * @param {(line: string) => void} trace
 */
async function runRandomly(seed, trace) {
  const random = new Random(seed + 7_919);
  const rate = () => random.pick([1 - driftBound, 1, 1 + driftBound]);
  const world = new World({ seed, storeRate: rate(), trace });
  watch(world);
  let restarts = 0, value = 0, faultsLast = true;
  const names = ['x', 'y', 'z'];
  /** @param {string} name */
  const start = (name) => {
    const node = world.start(name, rate());
    void (async () => {
      while (node.machine.alive) {
        await world.simulation.sleep(random.between(100, 500));
        if (!node.machine.alive || !node.candidate.leads()) continue;
        if (faultsLast && random.chance(0.1)) node.machine.suspendBeforeNextSend(random.between(500, 2 * leaseMs));
        void node.candidate.write(++value).catch((error) => world.trace(`${name}: ${error.message}`));
      }
    })();
  };
  names.forEach(start);

  world.loss = 0.1;
  world.delayMs = () => (random.chance(0.05) ? random.between(200, leaseMs) : random.between(1, 200));
  for (let faults = 0; faults < 12; faults += 1) {
    await world.pass(random.between(200, 2_000));
    const index = random.between(0, names.length - 1), name = names[index] ?? '', chance = random.next();
    const node = world.nodes.get(name);
    if (chance < 0.4) {
      const ms = random.between(200, 2 * leaseMs);
      world.trace(`${name} is suspended for ${ms} ms`);
      node?.machine.suspend(ms);
    } else if (chance < 0.6) world.setCut(name, random.pick(['store', 'resource']), random.chance(0.6));
    else if (chance < 0.75) world.restartResource();
    else {
      world.trace(`${name} crashes`);
      node?.machine.crash();
      names[index] = `${name[0]}${++restarts}`; // a restarted process is a new holder
      start(names[index] ?? '');
    }
  }
  faultsLast = false;
  for (const name of names) {
    for (const server of /** @type {const} */ (['store', 'resource'])) world.setCut(name, server, false);
  }
  world.loss = 0;
  world.delayMs = () => random.between(1, 20);
  await world.pass(2 * leaseMs); // late messages arrive, suspended processes wake up
  return world;
}

test('old leaders change nothing, and there is a new one in time, whatever fails', () => {
  return forEverySeed(50, async (seed, trace) => {
    const world = await runRandomly(seed, trace);
    const writesBefore = world.written.length;
    await world.pass(longestGapMs + 1_000);
    const [leader] = world.leaders();
    assert.ok(leader, 'nothing fails any more, so somebody must lead');
    assert.ok(world.written.length > writesBefore, 'a leader that leads gets its writes through');
    world.trace(`${leader.machine.name} crashes, for the last time`);
    leader.machine.crash();
    await world.pass(longestGapMs);
    assert.equal(world.leaders().length, 1, `${Math.round(longestGapMs)} ms after the crash a successor must lead`);
    for (const [index, { token }] of world.written.entries()) {
      assert.ok(token >= (world.written[index - 1]?.token ?? 0), `write ${index} came after one with a newer token`);
    }
  });
});
