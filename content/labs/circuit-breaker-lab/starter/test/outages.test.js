import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import { HANG_MS, LONGEST_GAP_MS, LONGEST_LATENCY_MS, OPTIONS, simulateOutage } from './support/outage.js';
import { assertOpensInTime, assertProbesOneByOne, assertStaysOpen, stretchesOf } from './support/promises.js';
import { forEachSeed, Violation } from './support/seeds.js';

test('keeps its promises in every simulated outage', async () => {
  let openings = 0;
  await forEachSeed(100, async (random, trace) => {
    const { history } = await simulateOutage(random, trace);
    let pauseMs = 0;
    stretchesOf(history).forEach((stretch, index, all) => {
      if (stretch.state === 'closed') assertOpensInTime(stretch);
      if (stretch.state === 'half-open') assertProbesOneByOne(stretch, all[index + 1]);
      if (stretch.state !== 'open') return;
      openings += 1;
      pauseMs = all[index - 1].state === 'closed' ? OPTIONS.openMs : Math.min(pauseMs * 2, OPTIONS.maxOpenMs);
      assertStaysOpen(stretch, pauseMs);
    });
  });
  if (process.env.SEED === undefined) assert.ok(openings > 100, `only ${openings} openings in 100 outages`);
});

test('lets everything pass again soon after the dependency is healthy', async () => {
  // At worst it opens a whole window after the last failure came back, waits the longest pause, loses a probe that was
  // under way, waits again, and probes.
  const probing = OPTIONS.probesToClose * (LONGEST_GAP_MS + LONGEST_LATENCY_MS);
  const { windowMs, maxOpenMs, probeTimeoutMs } = OPTIONS;
  const boundMs = HANG_MS + windowMs + 2 * (maxOpenMs + LONGEST_GAP_MS) + probeTimeoutMs + probing;
  let refusals = 0;
  await forEachSeed(50, async (random, trace) => {
    const { history, healthyFrom } = await simulateOutage(random, trace);
    const refused = history.filter((one) => one.kind === 'refuse');
    refusals += refused.length;
    const late = refused.find((one) => one.at > healthyFrom + boundMs);
    if (late) throw new Violation(late.at, `a call is refused, but all is well since ${healthyFrom} ms`);
    const passed = history.some((one) => one.kind === 'reach' && one.at > healthyFrom + boundMs);
    assert.ok(passed, 'no call passes at the end');
  });
  if (process.env.SEED === undefined) assert.ok(refusals > 0, 'a breaker that never refuses protects nobody');
});
