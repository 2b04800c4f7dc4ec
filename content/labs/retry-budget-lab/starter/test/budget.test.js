import assert from 'node:assert/strict';
import test from 'node:test';
import { Unavailable } from '../src/errors.js';
import { retry, RetryBudget } from '../src/retry.js';
import { ANYTIME, failing, outcome, setUp } from './support/attempts.js';

/** @param {RetryBudget} budget */
function empty(budget) {
  let taken = 0;
  while (taken < 1_000 && budget.withdraw()) taken += 1;
  return taken;
}

test('a budget starts full, and ten successes of a tenth earn one token', () => {
  const budget = new RetryBudget({ perSuccess: 0.1, max: 3 });
  assert.equal(empty(budget), 3, 'a new budget holds its maximum');
  for (let i = 0; i < 9; i += 1) budget.deposit();
  assert.equal(empty(budget), 0, 'nine tenths are not a whole token');
  budget.deposit();
  assert.equal(empty(budget), 1, 'ten tenths are a whole token: 0.1 + 0.1 + … is less than 1 in floating point');
  for (let i = 0; i < 1_000; i += 1) budget.deposit();
  assert.equal(empty(budget), 3, 'a quiet day saves up no more than the maximum');
});

test('a long outage costs no more retries than the budget holds', async () => {
  const { policy, pauses } = setUp();
  let attempts = 0;
  const down = async () => {
    attempts += 1;
    if (attempts > 100_000) return 'up'; // so that retries without end come to one
    throw new Unavailable();
  };
  for (let i = 0; i < 1_000; i += 1) {
    await assert.rejects(retry(down, ANYTIME, policy), Unavailable, 'the caller is told when the budget is empty');
  }
  assert.equal(attempts, 1_010, '1,000 first attempts and 10 tokens');
  assert.equal(pauses.length, 10, 'without a token there is no retry, so there is nothing to pause for');
});

test('successes pay, at whichever attempt, and failures do not', async () => {
  const { policy } = setUp({ budget: new RetryBudget({ perSuccess: 0.5, max: 2 }) });
  const { budget } = policy;
  empty(budget);
  for (let i = 0; i < 100; i += 1) {
    await retry(failing(new Error('invalid')).operation, ANYTIME, policy).catch(() => 'failed');
  }
  assert.equal(empty(budget), 0, '100 failures earn nothing');
  for (let i = 0; i < 3; i += 1) await retry(failing().operation, ANYTIME, policy);
  const answer = await outcome(retry(failing(new Unavailable()).operation, ANYTIME, policy));
  assert.equal(answer, 'done', 'three halves pay for a retry');
  assert.equal(empty(budget), 1, 'a half was left, and the success of the second attempt adds the other one');
});

test('a retry that is not allowed takes no token', async () => {
  const { policy } = setUp({ budget: new RetryBudget({ perSuccess: 0.1, max: 2 }) });
  const always = () => failing(...Array.from({ length: 9 }, () => new Unavailable())).operation;
  for (const [operation, call] of /** @type {const} */ ([
    [failing(new Error('invalid')).operation, ANYTIME],
    [always(), { deadlineAt: 100, repeatable: true }],
  ])) await assert.rejects(retry(operation, call, policy));
  await assert.rejects(retry(always(), ANYTIME, { ...policy, attempts: 1 }));
  assert.equal(empty(policy.budget), 2, 'permanent errors, deadlines and used up attempts cost nothing');
});
