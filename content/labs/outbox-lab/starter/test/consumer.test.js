import test from 'node:test';
import assert from 'node:assert/strict';
import { Pipeline } from './support/pipeline.js';

/** @param {number} position @param {number} amount */
const event = (position, amount, key = 'ann') => ({ id: `event-${position}`, key, position, amount });

/** @param {Pipeline} pipeline @param {ReturnType<typeof event>[]} events */
const deliver = (pipeline, ...events) => pipeline.consume(async (consumer) => {
  for (const each of events) await consumer.handle(each);
});

test('an event that is delivered again takes effect once', async () => {
  const pipeline = new Pipeline(), { statement } = pipeline;
  await deliver(pipeline, event(1, 10), event(1, 10), event(2, -4), event(1, 10), event(2, -4));
  await deliver(pipeline, event(1, 10)); // after a restart
  assert.deepEqual(statement.tables.balances, new Map([['ann', 6]]), '10 and −4, each delivered several times');
  await deliver(pipeline, event(3, 10));
  assert.equal(statement.tables.balances.get('ann'), 16, 'the same amount with another id is another event');
  await Promise.all([deliver(pipeline, event(4, 1)), deliver(pipeline, event(4, 1))]);
  assert.equal(statement.tables.balances.get('ann'), 17, 'between a look and an act in two transactions lies a rival');
});

test('a crash never separates an effect from its id', async () => {
  for (let crashAt = 0, result = 'crashed'; result === 'crashed'; crashAt += 1) {
    const pipeline = new Pipeline({ memory: 2 });
    result = (await pipeline.consume(async (consumer) => {
      for (const position of [1, 2, 3]) await consumer.handle(event(position, 10 ** position));
    }, { crashAt })) ?? 'done';
    await deliver(pipeline, event(2, 100), event(3, 1_000)); // delivered again
    const applied = pipeline.statement.tables.balances.get('ann') ?? 0;
    assert.ok([1_100, 1_110].includes(applied), `a crash after commit ${crashAt + 1}: 2 and 3 count once: ${applied}`);
  }
});

test('the memory for ids is bounded, and what lies beyond it is neither applied nor dropped', async () => {
  const pipeline = new Pipeline({ memory: 3 }), { statement } = pipeline;
  await deliver(pipeline, ...[1, 2, 3, 4, 5].map((position) => event(position, 10)));
  assert.equal(statement.mostRemembered, 3, 'three ids fit');
  assert.deepEqual([...statement.tables.handled.keys()].sort(), ['event-3', 'event-4', 'event-5'], 'the newest ones');
  assert.equal(statement.tables.forgottenUpTo, 2);
  await deliver(pipeline, event(4, 10), event(2, 10), event(2, 10));
  assert.equal(statement.tables.balances.get('ann'), 50, '4 is known; 2 was applied and forgotten, and counts once');
  assert.deepEqual([...statement.tables.doubtful.values()], [event(2, 10)], 'for the consumer 2 could as well be new');
  await deliver(pipeline, event(6, 10));
  assert.equal(statement.tables.balances.get('ann'), 60, 'above the forgotten positions there is no doubt');
});

test('forgetting follows the position, not the order of arrival', async () => {
  const pipeline = new Pipeline({ memory: 2 }), { statement } = pipeline;
  await deliver(pipeline, event(9, 1, 'bob'), event(3, 10), event(5, 10));
  assert.deepEqual([...statement.tables.handled.keys()].sort(), ['event-5', 'event-9']);
  assert.equal(statement.tables.forgottenUpTo, 3,
    '9 came first, but forgetting it would make everything up to 9 doubtful');
  await deliver(pipeline, event(4, 10));
  assert.equal(statement.tables.balances.get('ann'), 30, '4 lies above the forgotten 3, so it is new');
  assert.deepEqual([...statement.tables.handled.keys()].sort(), ['event-5', 'event-9']);
  await deliver(pipeline, event(4, 10));
  assert.equal(statement.tables.balances.get('ann'), 30, '4 was applied and forgotten at once');
  assert.deepEqual([...statement.tables.doubtful.keys()], ['event-4']);
});
