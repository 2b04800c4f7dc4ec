import test from 'node:test';
import assert from 'node:assert/strict';
import { NotLeader } from '../src/notLeader.js';
import { forbidTwoLeaders, leadingTokens, onlyLeader } from './support/leaders.js';
import { timing, World } from './support/world.js';

test('one of several candidates leads and writes as long as it renews', async () => {
  const world = new World();
  for (const name of ['x', 'y', 'z']) world.start(name);
  await world.pass(100);
  const leader = onlyLeader(world), token = leader.candidate.token;
  assert.ok(token > 0, 'a leader has a token');
  for (let second = 0; second < 30; second += 1) {
    await world.pass(1_000);
    assert.equal(onlyLeader(world), leader, `after ${second + 1} s the first leader still leads`);
    assert.equal(world.store.holder, leader.machine.name, `its lease has run out after ${second + 1} s`);
  }
  assert.deepEqual(leadingTokens(world), [token], 'a renewal keeps the token');
  await world.simulation.complete(leader.candidate.write('hello'));
  assert.deepEqual(world.written.map(({ value }) => value), ['hello'], 'the leader writes');
  const { resource } = world.sent;
  for (const { candidate } of world.nodes.values()) {
    if (candidate === leader.candidate) continue;
    await assert.rejects(world.simulation.complete(candidate.write('no')), NotLeader, 'only the leader writes');
  }
  assert.equal(world.sent.resource, resource, 'who knows that it does not lead need not send anything');

  const alone = new World();
  alone.start('x');
  await alone.pass(30_000);
  assert.ok(alone.sent.store <= 32, `a leader renews once a second, so 30 s take 30 requests, not ${alone.sent.store}`);
});

test('a lost renewal does not cost the leadership', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(100);
  world.start('y');
  await world.pass(500);
  const { token } = onlyLeader(world).candidate;
  world.setCut('x', 'store');
  await world.pass(1_000);
  world.setCut('x', 'store', false);
  await world.pass(3_000);
  assert.deepEqual(leadingTokens(world), [token], 'one attempt failed, and the next one came after retryMs');
  assert.ok(x.candidate.leads());
  assert.equal(world.store.holder, 'x', 'the store must have seen a renewal in the last 3 s');
});

test('after a crash another candidate leads soon, and not before the lease is over', async () => {
  for (const headStart of [100, 350, 600, 850]) {
    const world = new World();
    world.start('x');
    await world.pass(headStart);
    world.start('y');
    await world.pass(1_000);
    const leader = onlyLeader(world), crashedAt = world.simulation.now();
    leader.machine.crash();
    let freeAt = Infinity;
    while (world.leaders().length === 0) {
      await world.pass(10);
      if (world.store.holder === undefined) freeAt = Math.min(freeAt, world.simulation.now());
      assert.ok(world.simulation.now() < crashedAt + 10_000, 'nobody leads 10 s after the crash of the leader');
    }
    const gap = world.simulation.now() - crashedAt, idle = world.simulation.now() - freeAt;
    assert.ok(gap > timing.leaseMs - timing.renewMs - 20,
      `the lease lasts 3 s from the last renewal; the gap was ${gap} ms`);
    assert.ok(idle <= timing.retryMs + 50, `the lease was free for ${idle} ms; who waits asks every 300 ms`);
    assert.ok(onlyLeader(world).candidate.token > leader.candidate.token, 'a new leader has a higher token');
  }
});

test('a leader that is cut off stops before its lease ends at a faster store', async () => {
  const { driftBound } = timing;
  const world = new World({ storeRate: 1 + driftBound });
  const x = world.start('x', 1 - driftBound);
  await world.pass(100);
  world.start('y', 1 + driftBound);
  forbidTwoLeaders(world);
  await world.pass(1_000);
  world.setCut('x', 'store');
  await world.pass(5_000);
  assert.ok(!x.candidate.leads(), 'x has not renewed for 5 s');
  assert.equal(onlyLeader(world).machine.name, 'y');
});

test('a lease counts from the moment at which it was asked for', async () => {
  const { driftBound } = timing;
  const world = new World({ storeRate: 1 + driftBound });
  world.start('x', 1 - driftBound);
  await world.pass(100);
  world.start('y', 1 + driftBound);
  forbidTwoLeaders(world);
  await world.pass(600);
  let renewed = false;
  world.delayMs = ({ from, to }) => {
    if (from !== 'store' || to !== 'x') return 5;
    renewed = true;
    return 550; // the store answers at once, and its reply travels for long
  };
  for (let times = 0; times < 300 && !renewed; times += 1) await world.pass(10);
  await world.pass(560);
  world.setCut('x', 'store');
  await world.pass(5_000);
  assert.equal(onlyLeader(world).machine.name, 'y');
});

test('a leader that was suspended does not believe that it leads when it wakes up', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(100);
  world.start('y');
  forbidTwoLeaders(world);
  await world.pass(1_000);
  x.machine.suspend(6_000);
  for (let times = 0; times < 100; times += 1) {
    await world.pass(100);
    if (!x.candidate.leads()) continue;
    assert.ok(times < 30, 'its lease ended while it slept, and its clock went on');
  }
  assert.equal(onlyLeader(world).machine.name, 'y');
});
