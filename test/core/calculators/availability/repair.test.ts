import assert from 'node:assert/strict';
import fc from 'fast-check';
import { availabilityFrom, repair, unavailabilityFrom } from '../../../../src/core/calculators/availability/repair';
import { createRandom } from '../../../../src/core/calculators/random';
import { calculate, findings, findingsOf, holds, near } from './support';

const HOUR = 3_600;

describe('availability from failures and repairs', () => {
  it('agrees with a worked example', () => {
    // Print not seen. Wikipedia, "Availability", example: MTTF 81.5 years of 365 days = 713,940 h, MTTR 1 h; inherent availability
    // 713,940 / 713,941 = 99.999860 %, unavailability 0.000140 %, outage 0.01235 h a year (here of 365.2425 days).
    const { results, found } = findings(repair, { mtbf: '713940 h', mttr: '1 h', mttd: '', goal: '' });
    holds((results['availability'] ?? 0) * 100, '99.999860');
    holds(((found.terms as Record<string, number>)['unavailability'] ?? 0) * 100, '0.000140');
    near((results['downtimeYear'] ?? 0) / HOUR, 0.01235, 0.006);
  });

  it('values repairs ten times as quick like failures a tenth as often', () => {
    // Print not seen. Patterson and others, "Recovery Oriented Computing", UCB//CSD-02-1175 (2002): a tenfold decrease of MTTR is as
    // valuable as a tenfold increase of MTTF.
    fc.assert(fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.double({ min: 1e-3, max: 1e8, noNaN: true }), fc.double({ min: 1, max: 1_000, noNaN: true }), (mtbf, mttr, factor) => {
      near(unavailabilityFrom(mtbf * factor, mttr), unavailabilityFrom(mtbf, mttr / factor), 1e-12);
      near(availabilityFrom(mtbf, mttr) + unavailabilityFrom(mtbf, mttr), 1);
    }));
  });

  it('agrees with a simulation of failures and repairs', () => {
    const random = createRandom(7);
    const exponential = (mean: number) => -mean * Math.log(1 - random());
    let up = 0;
    let down = 0;
    const cycles = 200_000;
    // Uniform repairs and exponential failures: only the means count.
    for (let cycle = 0; cycle < cycles; cycle += 1) { up += exponential(100); down += 20 * random(); }
    near(up / (up + down), availabilityFrom(100, 10), 2e-3);
    near(cycles / (up + down), findings(repair, { mtbf: '100 s', mttr: '10 s', mttd: '', goal: '' }).results['failures'] ?? 0, 1e-2);
  });

  it('says what would meet a target, and it does', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.double({ min: 1e-3, max: 1e8, noNaN: true }), fc.double({ min: 0.01, max: 0.999999, noNaN: true }), (mtbf, mttr, goal) => {
      const { results, notes } = findingsOf(repair, { mtbf, mttr, mttd: null, goal });
      const { neededMttr = NaN, neededMtbf = NaN } = results;
      near(availabilityFrom(mtbf, neededMttr), goal, 1e-9);
      near(availabilityFrom(neededMtbf, mttr), goal, 1e-9);
      assert.equal((notes ?? []).some(({ id }) => id === 'goalMet'), availabilityFrom(mtbf, mttr) >= goal);
    }));
  });

  it('refuses a detection that is longer than the repair, and says which MTBF is meant where it matters', () => {
    assert.equal((calculate(repair, { mttr: '1 h', mttd: '2 h' }) as { refused?: string }).refused, 'detectionLonger');
    assert.ok(findings(repair, { mtbf: '10 h', mttr: '1 h' }).notes.includes('definition'));
    assert.ok(!findings(repair, { mtbf: '10 d', mttr: '1 h' }).notes.includes('definition'));
    assert.ok(!findings(repair, { mtbf: '1 h', mttr: '2 h' }).notes.includes('definition'));
  });
});
