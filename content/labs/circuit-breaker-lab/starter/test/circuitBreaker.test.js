import assert from 'node:assert/strict';
import test from 'node:test';
import { CircuitBreaker, CircuitOpenError } from '../src/circuitBreaker.js';
import { callInTurn, fail, HeldDependency, miss, NotFound, succeed } from './support/dependency.js';
import { ManualClock } from './support/manualClock.js';

/** @param {Partial<import('../src/circuitBreaker.js').Options>} [changes] */
function setUp(changes = {}) {
  const clock = new ManualClock();
  const breaker = new CircuitBreaker({
    windowMs: 10_000, minimumCalls: 20, failureRate: 0.5, openMs: 5_000, maxOpenMs: 60_000, probesToClose: 3,
    probeTimeoutMs: 1_000, isFailure: (error) => !(error instanceof NotFound), now: clock.now, ...changes,
  });
  return { clock, breaker };
}

test('hands on answers and errors as they are', async () => {
  const { breaker } = setUp();
  const error = new Error('mine');
  assert.equal(await breaker.call(async () => 42), 42);
  await assert.rejects(breaker.call(async () => { throw error; }), (caught) => caught === error);
  await assert.rejects(breaker.call(() => { throw error; }), (caught) => caught === error, 'thrown, not rejected');
});

test('opens when half of twenty calls have failed, and then refuses without calling', async () => {
  const { breaker } = setUp();
  await callInTurn(breaker, 10, succeed);
  await callInTurn(breaker, 9, fail);
  assert.equal(breaker.state, 'closed', '19 calls are fewer than the minimum of 20');
  await breaker.call(() => { throw new Error('thrown at once'); }).catch(() => 'counted like any failure');
  assert.equal(breaker.state, 'open', '10 failures of 20 calls reach the rate of 0.5');
  let reached = 0;
  const refused = breaker.call(async () => { reached += 1; });
  await assert.rejects(refused, CircuitOpenError, 'an open breaker refuses with a CircuitOpenError');
  assert.equal(reached, 0, 'an open breaker leaves the dependency alone');
});

test('judges only when the minimum of calls is in the window', async () => {
  const { clock, breaker } = setUp();
  await callInTurn(breaker, 19, fail);
  assert.equal(breaker.state, 'closed', '19 failures are fewer than the minimum of 20 calls');
  clock.advance(10_000);
  await callInTurn(breaker, 19, fail);
  assert.equal(breaker.state, 'closed', 'the first 19 failures are as old as the window and no longer count');
  await callInTurn(breaker, 1, fail);
  assert.equal(breaker.state, 'open', '20 failures within the window');
});

test('lets the window slide, so that old successes do not hide an outage', async () => {
  const { clock, breaker } = setUp();
  for (let second = 0; second < 20; second += 1) {
    await callInTurn(breaker, 10, succeed);
    clock.advance(1_000);
  }
  let seconds = 0;
  for (; seconds < 20 && breaker.state === 'closed'; seconds += 1) {
    await callInTurn(breaker, 10, fail);
    clock.advance(1_000);
  }
  assert.equal(seconds, 5, `half of a window of 10 s has failed in the 5th second, but it opened in number ${seconds}`);
});

test('takes "not found" for an answer, not for a failure', async () => {
  const { clock, breaker } = setUp();
  await callInTurn(breaker, 50, miss);
  assert.equal(breaker.state, 'closed', 'a dependency that answers "not found" works');
  await callInTurn(breaker, 50, fail);
  assert.equal(breaker.state, 'open', '50 failures of 100 calls');
  clock.advance(5_000);
  await callInTurn(breaker, 3, miss);
  assert.equal(breaker.state, 'closed', 'three probes that were answered close the breaker');
});

test('lets exactly one of a hundred simultaneous callers probe after the pause', async () => {
  const { clock, breaker } = setUp();
  await callInTurn(breaker, 20, fail);
  const dependency = new HeldDependency();
  clock.advance(4_999);
  await assert.rejects(breaker.call(succeed), CircuitOpenError, 'the pause of 5,000 ms lasts for another millisecond');
  clock.advance(1);
  const callers = Array.from({ length: 100 }, () => breaker.call(dependency.operation));
  const settled = Promise.allSettled(callers);
  const probes = dependency.calls.length;
  assert.equal(probes, 1, `after the pause exactly one probe may pass, ${probes} passed`);
  assert.equal(breaker.state, 'half-open', 'while the probe is under way the breaker is half-open');
  dependency.calls[0].succeed();
  const refused = (await settled).filter((one) => one.status === 'rejected' && one.reason instanceof CircuitOpenError);
  assert.equal(refused.length, 99, 'the other callers are refused at once');
});

test('closes after three good probes, one after the other, and forgets the outage', async () => {
  const { clock, breaker } = setUp();
  await callInTurn(breaker, 20, fail);
  clock.advance(5_000);
  await callInTurn(breaker, 2, succeed);
  assert.equal(breaker.state, 'half-open', 'two good probes of three are not enough');
  await callInTurn(breaker, 1, succeed);
  assert.equal(breaker.state, 'closed', 'three good probes close the breaker');
  await callInTurn(breaker, 19, fail);
  assert.equal(breaker.state, 'closed', 'the window starts empty: 19 failures are fewer than the minimum');
});
