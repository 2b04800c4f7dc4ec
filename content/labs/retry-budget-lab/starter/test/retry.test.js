import assert from 'node:assert/strict';
import test from 'node:test';
import { Overloaded, Unanswered, Unavailable } from '../src/errors.js';
import { retry } from '../src/retry.js';
import { ANYTIME, failing, outcome, setUp } from './support/attempts.js';
import { forEachSeed } from './support/seeds.js';

test('returns the first answer, and hands on a permanent error at once', async () => {
  const { policy, pauses } = setUp();
  assert.equal(await outcome(retry(failing().operation, ANYTIME, policy)), 'done');
  const invalid = new Error('invalid');
  const { attempts, operation } = failing(invalid);
  await assert.rejects(retry(operation, ANYTIME, policy), (error) => error === invalid);
  assert.deepEqual(attempts, [1], 'an error that the contract does not name is never repeated');
  assert.deepEqual(pauses, [], 'and there is nothing to wait for');
});

test('tries as often as allowed, and throws the last error', async () => {
  const { policy } = setUp();
  const twice = failing(new Unavailable(), new Unavailable());
  assert.equal(await outcome(retry(twice.operation, ANYTIME, policy)), 'done', 'the third attempt succeeds');
  const last = new Unavailable('the third');
  const thrice = failing(new Unavailable(), new Unavailable(), last);
  await assert.rejects(retry(thrice.operation, ANYTIME, policy), (error) => error === last);
  assert.deepEqual(thrice.attempts, [1, 2, 3], '3 attempts in total, each with its number');
});

test('pauses between zero and a ceiling that doubles up to the cap', async () => {
  const errors = Array.from({ length: 6 }, () => new Unavailable());
  for (const [share, expected] of /** @type {[number, number[]][]} */ ([
    [0, [0, 0, 0, 0, 0, 0]],
    [0.5, [50, 100, 200, 400, 500, 500]],
    [0.75, [75, 150, 300, 600, 750, 750]],
  ])) {
    const { policy, pauses } = setUp({ attempts: 7, random: () => share });
    await outcome(retry(failing(...errors).operation, ANYTIME, policy));
    assert.deepEqual(pauses, expected, `the pauses when random() is ${share}`);
  }
});

test('spreads a herd of clients over the whole range of the pause', async () => {
  await forEachSeed(20, async (random) => {
    const clients = Array.from({ length: 400 }, () => setUp({ random }));
    for (const { policy } of clients) await outcome(retry(failing(new Unavailable()).operation, ANYTIME, policy));
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const inside = clients.filter(({ pauses }) => Math.floor(pauses[0] / 25) === quarter).length;
      assert.ok(inside > 60 && inside < 140, `${inside} of 400 clients return in quarter ${quarter + 1}; even are 100`);
    }
  });
});

test('repeats a call with an unknown outcome only if repeating does no harm', async () => {
  const { policy } = setUp();
  const read = failing(new Unanswered());
  assert.equal(await outcome(retry(read.operation, ANYTIME, policy)), 'done', 'a repeatable call is tried again');
  const payment = failing(new Unanswered());
  const call = { deadlineAt: Infinity, repeatable: false };
  await retry(payment.operation, call, policy).catch(() => 'unknown');
  assert.deepEqual(payment.attempts, [1], 'the payment may have been booked: repeating it may book it twice');
  const refused = failing(new Unavailable(), new Unanswered());
  await retry(refused.operation, call, policy).catch(() => 'unknown');
  assert.deepEqual(refused.attempts, [1, 2], 'Unavailable: not done; Unanswered: perhaps done');
});

test('comes back to an overloaded server when it asks for it, and otherwise not', async () => {
  const { policy, pauses } = setUp();
  const silent = failing(new Overloaded());
  await assert.rejects(retry(silent.operation, ANYTIME, policy), Overloaded);
  assert.deepEqual(silent.attempts, [1], 'without retryAfterMs an overloaded server is left alone');
  const patient = failing(new Overloaded(700), new Overloaded(0));
  assert.equal(await outcome(retry(patient.operation, ANYTIME, policy)), 'done', 'it comes back twice');
  assert.deepEqual(pauses, [750, 100], 'the time that the server asked for, and then the jitter of 50 and of 100 ms');
});

test('starts no attempt that could end after the deadline', async () => {
  const { policy, pauses } = setUp();
  const inTime = failing(new Unavailable());
  const fitting = retry(inTime.operation, { deadlineAt: 250, repeatable: true }, policy);
  assert.equal(await outcome(fitting), 'done', '50 ms + 200 ms fit 250 ms');
  const { policy: other, pauses: none } = setUp();
  const tooLate = failing(new Unavailable());
  await assert.rejects(retry(tooLate.operation, { deadlineAt: 249, repeatable: true }, other), Unavailable);
  assert.deepEqual([tooLate.attempts, pauses, none], [[1], [50], []], '50 ms + 200 ms do not fit 249 ms');
  const { policy: slow, advance } = setUp();
  slow.sleep = async (milliseconds) => advance(milliseconds + 500);
  const overslept = failing(new Unavailable());
  await assert.rejects(retry(overslept.operation, { deadlineAt: 600, repeatable: true }, slow), Unavailable);
  assert.deepEqual(overslept.attempts, [1], 'the sleep took 550 ms instead of 50, so 50 ms are left for 200');
});
