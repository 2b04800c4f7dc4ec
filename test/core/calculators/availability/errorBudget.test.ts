import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alertsFor, burnRateOf, detectionTime } from '../../../../src/core/calculators/availability/burnAlerts';
import { errorBudget } from '../../../../src/core/calculators/availability/errorBudget';
import { calculate, findings, findingsOf, holds, near } from './support';

const HOUR = 3_600;
const DAY = 86_400;
const alerts = (typed = {}) => (findings(errorBudget, typed).found.tables?.['alerts'] ?? []).map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell)));

describe('error budget', () => {
  it('agrees with the figures of the SRE book and the workbook', () => {
    // Compared with copies of both books, except the 2.5 million requests: print not seen.
    // Site Reliability Engineering, chapter 3: 2.5 million requests a day at 99.99 % allow 250 errors; and a problem that
    // fails 0.0002 % of the queries of a quarter spends 20 % of the budget of 99.999 %.
    near(findings(errorBudget, { slo: '99.99', window: '1 d', elapsed: '1 d', events: '2500000', bad: '0' }).results['budgetEvents'], 250, 1e-9);
    near(findings(errorBudget, { slo: '99.999', window: '90 d', elapsed: '90 d', events: '1000000000', bad: '2000' }).results['spent'], 0.2, 1e-9);
    // The Site Reliability Workbook, chapter 2, table 2-4: 3,663,253 requests in four weeks at 97 % allow 109,897 failures.
    holds(Math.floor(findings(errorBudget, { slo: '97', window: '28 d', elapsed: '28 d', events: '3663253', bad: '0' }).results['budgetEvents'] ?? 0), '109897');
    // Appendix A of the SRE book, table A-1: 43.2 minutes in 30 days at 99.9 %.
    near((findings(errorBudget, { slo: '99.9', window: '30 d' }).results['budgetTime'] ?? 0) / 60, 43.2, 1e-9);
  });

  it('is spent when the workbook says', () => {
    // Chapter 5, table 5-4: at 99.9 % over 30 days, burn rate, error rate, time to exhaustion.
    for (const [burn, ratio, seconds] of [[1, '0.1', 30 * DAY], [2, '0.2', 15 * DAY], [10, '1', 3 * DAY], [1_000, '100', 43 * 60]] as const) {
      const { results } = findings(errorBudget, { slo: '99.9', window: '30 d', elapsed: '1 min', events: '1000', bad: '0', errorRatio: ratio });
      near(results['burnNow'], burn, 1e-9);
      near(results['exhaustion'], seconds, burn === 1_000 ? 0.005 : 1e-9);
    }
  });

  it('sets the alerts of the workbook for 30 days and 99.9 %', () => {
    // Chapter 5, table 5-8: 2 % in 1 h and 5 min at 14.4; 5 % in 6 h and 30 min at 6; 10 % in 3 d and 6 h at 1; its rules
    // compare with 14.4 × 0.001, 6 × 0.001 and 0.001.
    assert.deepEqual(alerts({ slo: '99.9', window: '30 d' }).map((row) => row.slice(0, 5)), [
      [0.02, HOUR, 300, 14.4, 0.0144], [0.05, 6 * HOUR, 1_800, 6, 0.006], [0.1, 3 * DAY, 6 * HOUR, 1, 0.001],
    ]);
    // Section 4: 5 % of the budget in one hour is a burn rate of 36.
    near(burnRateOf(0.05, 30 * DAY, HOUR), 36);
  });

  it('detects a total outage after the times of the workbook', () => {
    // Chapter 5: an alert on 0.1 % over 10 minutes fires 0.6 s into a total outage (section 1), over 36 hours after
    // 2 min 10 s (section 2).
    near(detectionTime(0.001, 600, 1), 0.6);
    holds((detectionTime(0.001, 36 * HOUR, 1) ?? 0) / 10, '13');
    assert.equal(detectionTime(0.0144, HOUR, 0.01), undefined);
  });

  it('agrees with windows that slide over an outage second by second', () => {
    fc.assert(fc.property(fc.constantFrom(0.9, 0.99, 0.995, 0.999), fc.integer({ min: 7, max: 40 }), (slo, days) => {
      for (const { long, short, threshold, detection, reset } of alertsFor(slo, days * DAY)) {
        if (detection === undefined || reset === undefined) {
          assert.ok(threshold > 1);
          continue;
        }
        const errorsIn = (window: number, now: number, from: number, until: number) => Math.max(0, Math.min(now, until) - Math.max(now - window, from)) / window;
        let fired = 0;
        while (!(errorsIn(long, fired, 0, Infinity) >= threshold && errorsIn(short, fired, 0, Infinity) >= threshold)) fired += 1;
        assert.ok(Math.abs(fired - detection) <= 1, `${fired} s and ${detection} s`);
        const outage = long;
        let ended = 0;
        while (errorsIn(short, outage + ended, 0, outage) >= threshold && errorsIn(long, outage + ended, 0, outage) >= threshold) ended += 1;
        assert.ok(Math.abs(ended - reset) <= 1.001, `${ended} s and ${reset} s`);
      }
    }), { numRuns: 20 });
  });

  it('agrees with a budget that is spent minute by minute', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 29 }), fc.integer({ min: 0, max: 300 }), (thousandths, day, down) => {
      const slo = 1 - thousandths / 1_000;
      const errorRatio = 0.05;
      const { results } = findingsOf(errorBudget, { slo, window: 30 * DAY, elapsed: day * DAY, basis: 'time', down: down * 60, events: 1, bad: 0, errorRatio });
      let left = (1 - slo) * 30 * DAY - down * 60;
      if (left <= 0) assert.equal(results['exhaustion'], undefined);
      else {
        let seconds = 0;
        for (; left > 0; seconds += 60) left -= 60 * errorRatio;
        assert.ok(Math.abs(seconds - (results['exhaustion'] ?? NaN)) <= 60.001);
      }
    }));
  });

  it('says whether the budget lasts, is over, or recovers', () => {
    const noted = (typed: Readonly<Record<string, string>>) => findings(errorBudget, { slo: '99.9', window: '30 d', elapsed: '10 d', basis: 'time', down: '10 min', errorRatio: '', ...typed }).notes;
    assert.deepEqual(noted({}), ['lasts']);
    assert.deepEqual(noted({ errorRatio: '1' }), ['runsOut', 'firesNow']);
    assert.deepEqual(noted({ errorRatio: '0.05' }), ['lasts', 'staysQuiet']);
    // 1 % is ten times the budget: above 6 and 1, below 14.4; 0.6 of six hours come before a tenth of three days.
    const first = findings(errorBudget, { slo: '99.9', window: '30 d', errorRatio: '1' }).found.notes?.find(({ id }) => id === 'firesNow')?.terms;
    near(Number(first?.['burnRate']), 6);
    near(Number(first?.['detection']), 0.6 * 6 * HOUR, 1e-9);
    assert.deepEqual(noted({ down: '44 min' }), ['exhausted']);
    assert.deepEqual(noted({ down: '0 min' }), ['noErrors']);
    assert.deepEqual(noted({ elapsed: '30 d' }), ['windowFull']);
    assert.deepEqual(noted({ slo: '90' }), ['lasts', 'neverFires']);
    assert.deepEqual(noted({ window: '10 d', elapsed: '5 d', down: '1 min' }), ['lasts', 'tooSlow']);
    assert.deepEqual(noted({ basis: 'events', events: '2000', bad: '1' }), ['lasts', 'fewEvents']);
  });

  it('says what is left at the end of the window', () => {
    const ends = (errorRatio: string) => findings(errorBudget, { slo: '99.9', window: '30 d', elapsed: '10 d', basis: 'time', down: '10 min', errorRatio }).found.terms as Record<string, number>;
    // 10 of 43.2 minutes in a third of the window: as fast, 30 of them; at half the rate that is allowed, 10 + 14.4.
    near(ends('')['endsWith'], 1 - 30 / 43.2, 1e-9);
    near(ends('0.05')['endsWith'], 1 - 24.4 / 43.2, 1e-9);
  });

  it('refuses counts that contradict each other', () => {
    const refused = (typed: Readonly<Record<string, string>>) => (calculate(errorBudget, { window: '30 d', ...typed }) as { refused?: string }).refused;
    assert.equal(refused({ elapsed: '31 d' }), 'beyondWindow');
    assert.equal(refused({ basis: 'events', events: '10', bad: '11' }), 'moreBadThanAll');
    assert.equal(refused({ basis: 'time', elapsed: '1 h', down: '61 min' }), 'longerThanElapsed');
  });
});
