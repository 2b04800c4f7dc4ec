import test from 'node:test';
import assert from 'node:assert/strict';
import { InsufficientFunds } from '../src/errors.js';
import { Pipeline } from './support/pipeline.js';

/** The sum of the events in the outbox, by account. @param {Pipeline} pipeline */
function announced({ wallet }) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { key, amount } of wallet.tables.outbox) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}

test('a change writes its event, with an id, its account and a position', async () => {
  const pipeline = new Pipeline();
  await pipeline.serve(async (service) => {
    await service.deposit('ann', 10);
    await service.withdraw('ann', 4);
    await service.deposit('bob', 7);
    await service.deposit('ann', 4);
    await service.withdraw('ann', 4);
  });
  assert.deepEqual(pipeline.wallet.tables.balances, new Map([['ann', 6], ['bob', 7]]));
  assert.deepEqual(pipeline.wallet.tables.outbox.map(({ key, position, amount }) => [key, position, amount]),
    [['ann', 1, 10], ['ann', 2, -4], ['bob', 3, 7], ['ann', 4, 4], ['ann', 5, -4]]);
  assert.equal(new Set(pipeline.wallet.tables.outbox.map(({ id }) => id)).size, 5,
    'each event has an id of its own, also when the same amount leads to the same balance again');
});

test('a refused withdrawal changes nothing and announces nothing', async () => {
  const pipeline = new Pipeline();
  await pipeline.serve(async (service) => {
    await service.deposit('ann', 10);
    await assert.rejects(service.withdraw('ann', 11), InsufficientFunds, 'the balance is 10');
    await assert.doesNotReject(service.withdraw('ann', 10), 'the balance of 10 just covers it');
  });
  assert.deepEqual(pipeline.wallet.tables.balances, new Map([['ann', 0]]));
  assert.deepEqual(pipeline.wallet.tables.outbox.map(({ amount }) => amount), [10, -10]);
});

test('a crash never separates a change from its event', async () => {
  for (let crashAt = 0, result = 'crashed'; result === 'crashed'; crashAt += 1) {
    const pipeline = new Pipeline();
    result = (await pipeline.serve(async (service) => {
      await service.deposit('ann', 10);
      await service.deposit('bob', 7);
      await service.withdraw('ann', 4);
    }, { crashAt })) ?? 'done';
    assert.deepEqual(announced(pipeline), pipeline.wallet.tables.balances,
      `the process died after ${crashAt + 1} commits: what is stored and what is announced must be the same`);
  }
});
