import assert from 'node:assert/strict';
import test from 'node:test';
import { CircuitBreaker } from '../src/circuitBreaker.js';
import { callInTurn, fail, HeldDependency, succeed } from './support/dependency.js';
import { ManualClock } from './support/manualClock.js';

/** A breaker that has just opened. */
async function setUpOpen() {
  const clock = new ManualClock();
  const breaker = new CircuitBreaker({
    windowMs: 10_000, minimumCalls: 20, failureRate: 0.5, openMs: 5_000, maxOpenMs: 30_000, probesToClose: 2,
    probeTimeoutMs: 1_000, isFailure: () => true, now: clock.now,
  });
  const early = new HeldDependency();
  const earlyAnswers = Promise.allSettled(Array.from({ length: 30 }, () => breaker.call(early.operation)));
  await callInTurn(breaker, 20, fail);
  return { clock, breaker, early, earlyAnswers };
}

/**
 * @param {ManualClock} clock
 * @param {CircuitBreaker} breaker
 * @param {number} pauseMs
 */
async function assertPause(clock, breaker, pauseMs) {
  clock.advance(pauseMs - 1);
  assert.equal((await callInTurn(breaker, 1, fail)).passed, 0, `a pause of ${pauseMs} ms lasts 1 ms more`);
  clock.advance(1);
  assert.equal((await callInTurn(breaker, 5, fail)).passed, 1, `one probe passes after a pause of ${pauseMs} ms`);
  assert.equal(breaker.state, 'open', 'the probe has failed');
}

test('doubles the pause after each failed probe up to the longest, and starts over after closing', async () => {
  const { clock, breaker } = await setUpOpen();
  for (const pauseMs of [5_000, 10_000, 20_000, 30_000, 30_000]) await assertPause(clock, breaker, pauseMs);
  clock.advance(30_000);
  await callInTurn(breaker, 2, succeed);
  assert.equal(breaker.state, 'closed', 'two good probes close the breaker');
  await callInTurn(breaker, 20, fail);
  await assertPause(clock, breaker, 5_000);
});

test('a failed probe takes back the good ones before it', async () => {
  const { clock, breaker } = await setUpOpen();
  clock.advance(5_000);
  await callInTurn(breaker, 1, succeed);
  await callInTurn(breaker, 1, fail);
  assert.equal(breaker.state, 'open', 'the second probe has failed');
  clock.advance(10_000);
  await callInTurn(breaker, 1, succeed);
  assert.equal(breaker.state, 'half-open', 'the good probe from before the failed one no longer counts');
});

test('learns nothing from answers to calls that began before the opening', async () => {
  const { clock, breaker, early, earlyAnswers } = await setUpOpen();
  const answerSome = async (/** @type {'succeed' | 'fail'} */ how) => {
    early.calls.splice(0, 10).forEach((call) => call[how]());
    await new Promise(setImmediate); // lets the answers arrive; no simulated time passes
  };
  clock.advance(4_000);
  await answerSome('fail');
  clock.advance(1_000);
  assert.equal((await callInTurn(breaker, 1, succeed)).passed, 1, 'late failures must not lengthen the pause');
  await answerSome('succeed');
  assert.equal(breaker.state, 'half-open', 'late successes are no probes, so they do not close the breaker');
  await callInTurn(breaker, 1, succeed);
  await callInTurn(breaker, 10, fail);
  await answerSome('fail');
  assert.equal(breaker.state, 'closed', 'only 10 outcomes belong to this closed state, 10 late failures do not');
  assert.ok((await earlyAnswers).every((one) => one.status === 'fulfilled' || /late/.test(String(one.reason))),
    'the callers get their late answers all the same');
});

test('gives up a probe that is not answered', async () => {
  const { clock, breaker } = await setUpOpen();
  const dependency = new HeldDependency();
  clock.advance(5_000);
  const lost = breaker.call(dependency.operation).catch(() => 'lost');
  clock.advance(999);
  assert.equal((await callInTurn(breaker, 1, succeed)).passed, 0, 'the probe has another millisecond to answer');
  clock.advance(1);
  assert.equal((await callInTurn(breaker, 1, succeed)).passed, 0, 'the call that notices the lost probe is refused');
  assert.equal(breaker.state, 'open', 'a probe without an answer for 1,000 ms has failed');
  clock.advance(9_999);
  assert.equal((await callInTurn(breaker, 1, succeed)).passed, 0, 'the lost probe has doubled the pause');
  clock.advance(1);
  assert.equal((await callInTurn(breaker, 1, succeed)).passed, 1, 'a lost probe must not block for ever');
  dependency.calls[0]?.fail();
  await lost;
  assert.equal(breaker.state, 'half-open', 'the late answer of the lost probe decides nothing');
});
