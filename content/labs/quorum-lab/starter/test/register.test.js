import test from 'node:test';
import assert from 'node:assert/strict';
import { QuorumUnavailable } from '../src/quorumUnavailable.js';
import { Cluster } from './support/cluster.js';

/**
 * Runs an operation that must be refused, and returns the refusal.
 *
 * @param {Cluster} cluster
 * @param {Promise<unknown>} operation
 */
async function refusal(cluster, operation) {
  try {
    await cluster.simulation.complete(operation);
  } catch (error) {
    assert.ok(error instanceof QuorumUnavailable, `it must be refused with QuorumUnavailable, not with: ${error}`);
    return error;
  }
  return assert.fail('without a quorum the operation must be refused, and it succeeded');
}

test('a read returns the last finished write, at every client', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x'), y = cluster.client('y');
  assert.equal(await simulation.complete(y.read()), null, 'nothing was written yet');
  await simulation.complete(x.write('one'));
  await simulation.complete(x.write('two'));
  assert.equal(await simulation.complete(y.read()), 'two');
  await simulation.complete(y.write('three'));
  assert.equal(await simulation.complete(x.read()), 'three', 'y wrote after x, so its version must be the higher one');
});

test('a minority that is down or slow does not stop or slow down an operation', async () => {
  const cluster = new Cluster({ size: 5 }), { simulation } = cluster;
  const x = cluster.client('x');
  cluster.crash('a');
  cluster.setDelay('x', 'b', 150);
  const start = simulation.now();
  await simulation.complete(x.write('one'));
  assert.equal(await simulation.complete(x.read()), 'one');
  const took = simulation.now() - start;
  assert.ok(took <= 40, `c, d and e answer in 10 ms per phase, so both operations take 30 or 40 ms, not ${took} ms`);
});

test('a lost message is repeated until the deadline', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x');
  cluster.block('x', 'b', 'c');
  simulation.schedule(180, () => cluster.unblock());
  const start = simulation.now();
  await simulation.complete(x.write('one')).catch((error) => assert.fail(`the network recovered in time: ${error}`));
  const took = simulation.now() - start;
  assert.ok(took <= 250,
    `an attempt takes 50 ms, so the write ends soon after the recovery at 180 ms, not at ${took} ms`);
});

test('without a quorum an operation is refused at its deadline, with the facts', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x', { deadlineMs: 400 });
  cluster.crash('b');
  cluster.crash('c');
  for (const type of /** @type {const} */ (['read', 'write'])) {
    const start = simulation.now();
    const error = await refusal(cluster, type === 'read' ? x.read() : x.write('one'));
    assert.equal(simulation.now() - start, 400, 'not earlier, for a replica may recover; not later, for callers wait');
    const facts = { name: 'QuorumUnavailable', operation: type, answered: 1, needed: 2, mayHaveHappened: false };
    assert.deepEqual({ ...error }, facts, 'only a answered, however often it was asked, and nothing was stored');
  }
});

test('a write that fails half-way says so, and its deadline covers both phases', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x', { deadlineMs: 400 }), start = simulation.now();
  const recovered = () => simulation.now() - start >= 200;
  cluster.loses = (to, request) => !recovered() || (request.type === 'store' && to !== 'a');
  const error = await refusal(cluster, x.write('one'));
  assert.equal(simulation.now() - start, 400, 'the first phase took over 200 ms; the 400 ms are for the whole write');
  assert.equal(error.mayHaveHappened, true, 'a has stored the value: the outcome is unknown, and the error says so');
  assert.equal(error.answered, 1);
});

test('a read that saw an unfinished write lets no later read go back', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x'), y = cluster.client('y'), z = cluster.client('z');
  await simulation.complete(x.write('old'));
  cluster.loses = (to, request) => request.type === 'store' && to !== 'a';
  await refusal(cluster, x.write('new'));
  cluster.loses = () => false;
  cluster.block('y', 'c');
  cluster.block('z', 'a');
  assert.equal(await simulation.complete(y.read()), 'new', 'y asks a and b, and a holds the higher version');
  assert.equal(await simulation.complete(z.read()), 'new', 'z asks b and c after y has seen the new value');
});

test('equal answers of a small read quorum do not prove that a write quorum holds the value', async () => {
  const cluster = new Cluster({ size: 5 }), { simulation } = cluster;
  const sizes = { readQuorum: 2, writeQuorum: 4 };
  const x = cluster.client('x', sizes), y = cluster.client('y', sizes), z = cluster.client('z', sizes);
  cluster.loses = (to, request) => request.type === 'store' && to > 'b';
  await refusal(cluster, x.write('new'));
  cluster.loses = () => false;
  for (const id of ['c', 'd', 'e']) cluster.setDelay('y', id, 20);
  for (const id of ['a', 'b']) cluster.setDelay('z', id, 20);
  assert.equal(await simulation.complete(y.read()), 'new', 'a and b answer first, and both hold the unfinished write');
  assert.equal(await simulation.complete(z.read()), 'new', 'y returned the value when only 2 of the 4 held it');
});

test('one writer never gives two values the same version', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x'), y = cluster.client('y');
  cluster.loses = (to, request) => request.type === 'store' && to !== 'a';
  await refusal(cluster, x.write('first'));
  cluster.loses = (to) => to === 'a';
  await simulation.complete(x.write('second'));
  cluster.loses = (to) => to === 'c';
  assert.equal(await simulation.complete(y.read()), 'second',
    'a holds the first, failed write of x; the second one must have a higher number although a did not answer');
  cluster.loses = () => false;
  await simulation.complete(Promise.all([x.write('left'), x.write('right')]));
  cluster.block('x', 'a');
  cluster.block('y', 'c');
  const [atX, atY] = await simulation.complete(Promise.all([x.read(), y.read()]));
  assert.equal(atX, atY, 'two writes of x at the same time need two versions, or replicas stay different');
});

test('a read of a settled value sends no value', async () => {
  const cluster = new Cluster(), { simulation } = cluster;
  const x = cluster.client('x'), y = cluster.client('y');
  await simulation.complete(x.write('one'));
  await simulation.complete(simulation.sleep(100));
  const storesBefore = cluster.sent.store;
  for (let times = 0; times < 5; times += 1) assert.equal(await simulation.complete(y.read()), 'one');
  assert.equal(cluster.sent.store, storesBefore, 'two of three say that they hold it, which is a write quorum already');
});
