import test from 'node:test';
import assert from 'node:assert/strict';
import { NotLeader } from '../src/notLeader.js';
import { onlyLeader } from './support/leaders.js';
import { timing, World } from './support/world.js';

test('a write that was checked before a pause and leaves after it is refused', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(100);
  world.start('y');
  await world.pass(700);
  x.machine.suspendBeforeNextSend(8_000);
  const outcome = x.candidate.write('late').then(() => 'accepted', (error) => error);
  await world.pass(7_000);
  assert.equal(onlyLeader(world).machine.name, 'y');
  await world.pass(3_000);
  assert.ok((await outcome) instanceof Error, 'a caller must not be told that the write succeeded');
  assert.deepEqual(world.written, [], 'y leads with a newer token, although it has not written anything yet');
});

test('a leader whose token is refused stops at once', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(200);
  assert.ok(x.candidate.leads());
  world.resource.handle({ type: 'announce', token: x.candidate.token + 1 });
  await assert.rejects(world.simulation.complete(x.candidate.write('old')), NotLeader,
    'the resource has seen a newer token; that is no reason to try again');
  assert.ok(!x.candidate.leads(), 'whoever is refused knows that somebody newer leads, whatever its lease says');
});

test('nobody leads before the resource has accepted the token', async () => {
  const world = new World();
  const x = world.start('x');
  world.setCut('x', 'resource');
  await world.pass(2_000);
  assert.ok(!x.candidate.leads(), 'x has the lease, but a late write of its predecessor would still be accepted');
  world.setCut('x', 'resource', false);
  await world.pass(2_000);
  assert.ok(x.candidate.leads(), 'the announcement is repeated until it succeeds');
  assert.equal(world.tokenOnDisk, x.candidate.token);

  const restored = new World(); // the store has lost its last grants, as after a restored backup
  restored.resource.handle({ type: 'announce', token: 10 });
  const y = restored.start('y');
  await restored.pass(500);
  assert.ok(!y.candidate.leads(), 'the resource has refused its token: y must not lead');
});

test('an orderly stop ends what is under way, then hands over at once', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(100);
  const y = world.start('y');
  await world.pass(500);
  world.delayMs = ({ from, to }) => (from === 'x' && to === 'resource' ? 300 : 5);
  const write = x.candidate.write('last').then(() => world.store.holder, String);
  const stop = x.candidate.stop();
  assert.ok(!x.candidate.leads(), 'from the call on, no new write begins');
  await world.simulation.complete(stop);
  assert.equal(await world.simulation.complete(write), 'x',
    'the write under way succeeds, and the lease is released after its end, not before');
  await world.pass(timing.retryMs + 50);
  assert.equal(onlyLeader(world).machine.name, 'y', 'the successor needs one retry, not a whole lease');
  await world.simulation.complete(y.candidate.stop());
  await world.pass(2_000);
  assert.equal(world.store.holder, undefined, 'who has retired does not compete again');
});

test('a renewal that is under way does not follow the release', async () => {
  const world = new World();
  const x = world.start('x');
  await world.pass(500);
  let renewing = false;
  world.delayMs = ({ from, type }) => {
    if (from !== 'x' || type !== 'acquire') return 5;
    renewing = true;
    return 200;
  };
  for (let times = 0; times < 300 && !renewing; times += 1) await world.pass(10);
  assert.ok(renewing, 'a leader renews its lease every second, and x has not in 3 s');
  await world.simulation.complete(x.candidate.stop());
  await world.pass(1_000);
  assert.equal(world.store.holder, undefined, 'the renewal came after the release and took the lease again');
});
