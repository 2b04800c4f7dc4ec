import test from 'node:test';
import assert from 'node:assert/strict';
import { Pipeline } from './support/pipeline.js';

/** @param {Pipeline} pipeline @param {number} passes */
const relay = (pipeline, passes = 1) => pipeline.relay(async (each) => {
  for (let pass = 0; pass < passes; pass += 1) {
    await each.pass().catch((error) => assert.fail(`a pass goes on when the broker fails: ${error}`));
  }
});

/** The amounts that the broker stored, in order. @param {Pipeline} pipeline @param {string} [key] */
const published = ({ broker }, key) =>
  broker.stored.filter((event) => key === undefined || event.key === key).map(({ amount }) => amount);

/** @param {Pipeline} pipeline */
const unsent = ({ wallet }) => wallet.tables.outbox.map(({ amount }) => amount).sort((left, right) => left - right);

/** @param {Pipeline} pipeline @param {[string, number][]} deposits */
const deposit = (pipeline, ...deposits) => pipeline.serve(async (service) => {
  for (const [account, amount] of deposits) await service.deposit(account, amount);
});

test('events are published in order and deleted, batch by batch', async () => {
  const pipeline = new Pipeline({ batch: 2 });
  await deposit(pipeline, ['ann', 1], ['bob', 2], ['ann', 3], ['bob', 4], ['ann', 5]);
  await pipeline.relay(async (each) => assert.equal(await each.pass(), 2, 'a pass says how many events it published'));
  assert.deepEqual([published(pipeline), unsent(pipeline)], [[1, 2], [3, 4, 5]], 'the first pass takes a batch of 2');
  await relay(pipeline, 3);
  assert.deepEqual([published(pipeline), unsent(pipeline)], [[1, 2, 3, 4, 5], []], 'what was acknowledged is deleted');
  await pipeline.relay(async (each) => assert.equal(await each.pass(), 0, 'nothing is left'));
});

test('an event whose transaction commits late is not skipped', async () => {
  const pipeline = new Pipeline();
  pipeline.wallet.holdNextCommit();
  await deposit(pipeline, ['ann', 1], ['bob', 2]);
  await pipeline.relay(async (each) => {
    await each.pass();
    assert.deepEqual(published(pipeline), [2], 'the transaction with number 1 has not committed yet');
    pipeline.wallet.releaseCommits();
    await each.pass();
  });
  assert.deepEqual([published(pipeline), unsent(pipeline)], [[2, 1], []], 'number 1 committed after number 2 was sent');
});

test('an event is deleted only after the broker has acknowledged it', async () => {
  for (const fault of /** @type {const} */ (['unreachable', 'answer lost'])) {
    const pipeline = new Pipeline();
    await deposit(pipeline, ['ann', 1], ['ann', 2]);
    pipeline.broker.fault = () => fault;
    await relay(pipeline);
    assert.deepEqual(unsent(pipeline), [1, 2], `${fault}: the relay does not know whether the broker has it`);
    pipeline.broker.fault = () => undefined;
    await relay(pipeline, 2);
    assert.deepEqual(published(pipeline), fault === 'answer lost' ? [1, 1, 2] : [1, 2], 'then it is published again');
    assert.deepEqual(unsent(pipeline), []);
  }
  const pipeline = new Pipeline();
  await deposit(pipeline, ['ann', 1], ['ann', 2]);
  for (const crashAt of [0, 1, 2, 3, 4, 5]) await pipeline.relay(async (each) => void await each.pass(), { crashAt });
  await relay(pipeline, 2);
  assert.deepEqual([...new Set(published(pipeline))], [1, 2], 'six relays died, and nothing is lost');
});

test('a failing event holds up its own key and no other', async () => {
  const pipeline = new Pipeline({ batch: 2 });
  await deposit(pipeline, ['ann', 1], ['bob', 2], ['ann', 3], ['bob', 4], ['ann', 5]);
  let failures = 0;
  pipeline.broker.fault = ({ key }) => (key === 'ann' && ++failures === 1 ? 'unreachable' : undefined);
  await relay(pipeline);
  assert.deepEqual(published(pipeline), [2, 4], '1 failed, so 3 and 5 of the same account must wait; 2 and 4 need not');
  await relay(pipeline, 2);
  assert.deepEqual(published(pipeline, 'ann'), [1, 3, 5], 'in the next passes they follow in order');
});

test('a rejected event parks its key until somebody mends it', async () => {
  const pipeline = new Pipeline({ batch: 2 });
  await deposit(pipeline, ['ann', 1], ['ann', 3], ['ann', 5], ['bob', 2], ['bob', 4]);
  let asked = 0;
  pipeline.broker.fault = ({ key }) => (key === 'ann' && ++asked > 0 ? 'rejected' : undefined);
  for (let times = 0; times < 5; times += 1) await relay(pipeline); // each pass in a process of its own
  assert.deepEqual(published(pipeline), [2, 4], 'the parked events must not fill the batch: bob waits for nothing');
  assert.equal(asked, 1, 'the broker has said that it will never take the event; who asks again keeps nobody waiting');
  assert.deepEqual([[...pipeline.wallet.tables.parkedKeys], unsent(pipeline)], [['ann'], [1, 3, 5]],
    'the event and all later ones of its account are kept');
  pipeline.broker.fault = () => undefined;
  pipeline.wallet.tables.parkedKeys.delete('ann');
  await relay(pipeline, 2);
  assert.deepEqual(published(pipeline, 'ann'), [1, 3, 5], 'when it is mended, all go out in order');
});
