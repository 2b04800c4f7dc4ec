import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakEvenVolume, monthlyCost } from '../../../../src/core/calculators/cost/breakEven';
import { bestCommitment, breakEvenUtilisation, committedPriceOf, hourlyCost } from '../../../../src/core/calculators/cost/commitment';
import { close } from '../cache/close';

describe('break-even of two options', () => {
  it('has the copy shop choose at 100,000 copies: 2,000 and 0.03 against 1,500 and 0.035 (Heizer and Render, Operations Management, capacity supplement)', () => {
    const [shop, speed] = [{ fixed: 2000, unit: 0.03 }, { fixed: 1500, unit: 0.035 }];
    close(breakEvenVolume(speed, shop), 100_000, 1e-9);
    close(monthlyCost(shop, 125_000), 5750, 1e-12);
    close(monthlyCost(speed, 125_000), 5875, 1e-12);
  });

  it('crosses at 1,000 and 2,500 cases for the plants of AC Delco (Heizer and Render, slides to the 7th edition, locational break-even)', () => {
    const [akron, bowlingGreen, chicago] = [{ fixed: 30_000, unit: 75 }, { fixed: 60_000, unit: 45 }, { fixed: 110_000, unit: 25 }];
    assert.equal(breakEvenVolume(akron, bowlingGreen), 1000);
    assert.equal(breakEvenVolume(bowlingGreen, chicago), 2500);
    assert.ok(monthlyCost(bowlingGreen, 2000) < Math.min(monthlyCost(akron, 2000), monthlyCost(chicago, 2000)));
  });

  it('has the bagel shop make or buy at 56,000 bagels', () => {
    close(breakEvenVolume({ fixed: 1000, unit: 0.4 }, { fixed: 15_000, unit: 0.15 }), 56_000, 1e-9);
  });

  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const option = fc.record({ fixed: amount, unit: amount });

  it('costs the same at the break-even, on whose two sides different options are cheaper', () => {
    fc.assert(fc.property(option, option, (one, other) => {
      const volume = breakEvenVolume(one, other);
      assert.equal(volume, breakEvenVolume(other, one));
      if (volume === undefined || volume > 1e9 || volume === 0) return;
      close(monthlyCost(one, volume), monthlyCost(other, volume), 1e-6);
      const difference = (at: number): number => monthlyCost(one, at) - monthlyCost(other, at);
      if (Math.abs(one.unit - other.unit) > 1e-3 && volume > 1e-3) assert.ok(difference(volume * 2) * difference(volume / 2) <= 0);
    }));
  });

  it('has none where one is dearer in both', () => {
    fc.assert(fc.property(option, amount, amount, (cheap, fixed, unit) => {
      const dear = { fixed: cheap.fixed + fixed + 1, unit: cheap.unit + unit + 1 };
      assert.equal(breakEvenVolume(cheap, dear), undefined);
    }));
  });
});

describe('commitment', () => {
  it('breaks even at 60 % use for 40 % off, and at 70 % for 30 % off, as 1 − discount', () => {
    close(breakEvenUtilisation(1, 0.6), 0.6, 1e-15);
    close(breakEvenUtilisation(0.1, 0.07), 0.7, 1e-12);
  });

  it('spreads what is paid in advance over the term', () => {
    close(committedPriceOf(0, 876, 8760), 0.1, 1e-12);
  });

  const levels = fc.array(fc.record({ units: fc.integer({ min: 0, max: 60 }), weight: fc.integer({ min: 1, max: 24 }) }), { minLength: 1, maxLength: 8 })
    .map((rows) => { const all = rows.reduce((sum, { weight }) => sum + weight, 0); return rows.map(({ units, weight }) => ({ units, share: weight / all })); });

  it('is best where trying every number of units says so', () => {
    fc.assert(fc.property(levels, fc.double({ min: 0, max: 1.5, noNaN: true }), (rows, price) => {
      const best = hourlyCost(rows, bestCommitment(rows, breakEvenUtilisation(1, price)), 1, price);
      for (let committed = 0; committed <= 61; committed += 1) assert.ok(best <= hourlyCost(rows, committed, 1, price) + 1e-9, `${committed}`);
    }));
  });
});
