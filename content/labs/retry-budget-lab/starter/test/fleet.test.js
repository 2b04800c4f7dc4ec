import assert from 'node:assert/strict';
import test from 'node:test';
import { Overloaded, Unanswered } from '../src/errors.js';
import { FLEET, simulateFleet } from './support/fleet.js';
import { forEachSeed, Violation } from './support/seeds.js';

const NO_STOP = { from: Infinity, until: Infinity };

/** @typedef {import('./support/fleet.js').Request} Request */

/**
 * At no time are there more retries than the budgets of all clients allow.
 * @param {Request[]} requests
 */
function assertBudgetsKept(requests) {
  const attempts = requests.flatMap((request) => request.attempts.map((attempt, index) => ({ ...attempt, index })));
  const events = [
    ...attempts.filter(({ index }) => index > 0).map(({ at }) => ({ at, tokens: -1 })),
    ...attempts.filter(({ error }) => !error).map(({ endedAt = 0 }) => ({ at: endedAt, tokens: FLEET.perSuccess })),
  ].sort((a, b) => a.at - b.at || b.tokens - a.tokens);
  let tokens = FLEET.clients * FLEET.max;
  for (const event of events) {
    tokens += event.tokens; // without the maximum of a bucket, so this is generous
    if (tokens < -1e-6) throw new Violation(event.at, 'more retries than the budgets of all clients pay for');
  }
}

/** @param {Request} request */
function assertSafe({ id, repeatable, deadlineAt, attempts }) {
  attempts.forEach(({ at }, index) => {
    const before = attempts[index - 1];
    if (!before) return;
    const name = `request ${id}, attempt ${index + 1},`;
    const { error, endedAt = 0 } = before;
    if (index >= FLEET.attempts) throw new Violation(at, `${name} is one too many`);
    if (at + FLEET.attemptMs > deadlineAt) throw new Violation(at, `${name} could end after the deadline`);
    if (error instanceof Unanswered && !repeatable) throw new Violation(at, `${name} may do it twice, which does harm`);
    if (!(error instanceof Overloaded)) return;
    const { retryAfterMs = Infinity } = error;
    if (at < endedAt + retryAfterMs) throw new Violation(at, `${name} comes before the server asks for it`);
  });
}

test('hides independent faults from nearly all callers', async () => {
  await forEachSeed(30, async (random, trace) => {
    const requests = await simulateFleet(random, trace, {
      endMs: 20_000, refused: 0.05, lost: 0, queueLimit: Infinity, stop: NO_STOP,
    });
    const succeeded = requests.filter((request) => request.succeeded).length / requests.length;
    const percent = (100 * succeeded).toFixed(1);
    assert.ok(succeeded > 0.98, `5 % of the attempts are refused, and only ${percent} % of the requests succeed`);
  });
});

test('does nothing unsafe when connections, answers and room in the queue are missing', async () => {
  await forEachSeed(30, async (random, trace) => {
    const requests = await simulateFleet(random, trace, {
      endMs: 20_000, refused: 0.03, lost: 0.03, queueLimit: 5, stop: { from: 8_000, until: 9_000 },
    });
    requests.forEach(assertSafe);
    const twice = requests.find((request) => !request.repeatable && request.executions > 1);
    assert.equal(twice, undefined, `request ${twice?.id} is not repeatable, but was done ${twice?.executions} times`);
    assert.ok(requests.some((request) => request.attempts.length > 1 && request.succeeded), 'no retry succeeds');
  });
});

test('an outage ends soon after its cause, without a retry storm', async () => {
  await forEachSeed(30, async (random, trace) => {
    // The server stops for 3 to 6 s, so up to 84 requests and their retries wait. With 10 % of retries 15.4 arrive and
    // 20 are done a second. After 25 s the queue is short again, unless the retries keep it long.
    const restart = 8_000 + 3_000 + 3_000 * random();
    const endMs = restart + 35_000;
    const requests = await simulateFleet(random, trace, {
      endMs, refused: 0.01, lost: 0, queueLimit: Infinity, stop: { from: 8_000, until: restart },
    });
    assertBudgetsKept(requests);
    requests.forEach(assertSafe);
    const last = requests.filter((request) => request.at > endMs - 10_000);
    const succeeded = last.filter((request) => request.succeeded).length / last.length;
    const percent = (100 * succeeded).toFixed(0);
    assert.ok(succeeded > 0.95, `25 s after the outage ${percent} % of the requests succeed: a retry storm`);
  });
});
