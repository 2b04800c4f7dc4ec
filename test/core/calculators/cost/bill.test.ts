import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Commitment, costOf, type Discounted, discountLines, effectOf, KINDS, type Line, type Spot, utilisationOf } from '../../../../src/core/calculators/cost/bill';
import { close } from '../cache/close';

const line = (name: string, quantity: number, price: number, kind: Line['kind'] = 'compute'): Line => ({ name, kind, quantity, price });
const total = (all: readonly Discounted[]): number => all.reduce((sum, each) => sum + costOf(each).total, 0);
function matched(lines: readonly Line[], commitments: readonly Commitment[] = [], spots: readonly Spot[] = []): readonly Discounted[] {
  const all = discountLines(lines, commitments, spots);
  return 'problem' in all ? assert.fail(all.problem) : all;
}

describe('bill', () => {
  it('pays a commitment used or not: 0.90 an hour for an instance of 1.00; two cost 1.90, none 0.90 (AWS re:Post, "AWS saving plans calculation example")', () => {
    const hour = (instances: number): number => total(matched([line('EC2', instances, 1)], [{ line: 'EC2', quantity: 1, discount: 0.1 }]));
    close(hour(2), 1.9, 1e-12);
    close(hour(1), 0.9, 1e-12);
    close(hour(0), 0.9, 1e-12);
  });

  it('comes to 47.13 for the hour of the Savings Plans user guide, "Understanding how Savings Plans apply to your AWS usage", all of it covered', () => {
    // The usage is in the guide, which calls its rates illustrative; those of r5, m5, Fargate vCPU and Lambda duration and the sum are quoted in AWS re:Post, "AWS saving plans calculation example by Amazon". Print not seen: Fargate memory and Lambda requests, which the sum confirms.
    const usage = [['r5.4xlarge', 4, 1, 0.7], ['m5.24xlarge', 1, 10, 8.2], ['Fargate vCPU', 400, 0.04, 0.03], ['Fargate GB', 1600, 0.004, 0.003], ['Lambda GB-s', 1e6 * 3 * 0.5, 0.000015, 0.00001275]] as const;
    const lines = [...usage.map(([name, quantity, price]) => line(name, quantity, price)), line('Lambda requests', 1, 0.2, 'requests')];
    const all = matched(lines, usage.map(([name, quantity, price, lower]) => ({ line: name, quantity, discount: 1 - lower / price })));
    assert.equal(total(all).toFixed(2), '47.13');
    close(utilisationOf(all), 1, 1e-12);
  });

  it('saves 22 % where 78,000 are paid for what would be 100,000 on demand: the effective savings rate of the FinOps Foundation', () => {
    // 73.333… units at 30 % off and the rest on demand is one way to get there.
    const { list, total: paid } = costOf({ line: line('x', 1000, 100), commitment: { line: 'x', quantity: 1000 * 0.22 / 0.3, discount: 0.3 } });
    close(1 - paid / list, 0.22, 1e-12);
  });

  it('costs spot by its share, discount and overhead', () => {
    // 1,000 hours at 0.10: 800 on spot, 880 with what is repeated, at 0.04; 200 on demand.
    close(costOf({ line: line('x', 1000, 0.1), spot: { line: 'x', share: 0.8, discount: 0.6, overhead: 0.1 } }).total, 880 * 0.04 + 20, 1e-12);
  });

  it('says which discount names no line, or the wrong one', () => {
    const lines = [line('Servers', 1, 1), line('servers ', 1, 1), line('Disk', 1, 1, 'storage'), line('Jobs', 1, 1)];
    const problem = (commitments: readonly string[], spots: readonly string[] = []): unknown => {
      const all = discountLines(lines, commitments.map((name) => ({ line: name, quantity: 1, discount: 0 })), spots.map((name) => ({ line: name, share: 0, discount: 0, overhead: 0 })));
      return 'problem' in all ? all.problem : undefined;
    };
    assert.equal(problem(['Server']), 'unknownLine');
    assert.equal(problem(['SERVERS']), 'ambiguousLine');
    assert.equal(problem(['Jobs', 'jobs']), 'twice');
    assert.equal(problem([], ['Disk']), 'spotNotCompute');
    assert.equal(problem([' disk', 'jobs'], ['JOBS']), undefined);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  const anyLine: fc.Arbitrary<Discounted> = fc.record({
    line: fc.record({ name: fc.constant('x'), kind: fc.constantFrom(...KINDS), quantity: amount, price: amount }),
    commitment: fc.record({ line: fc.constant('x'), quantity: amount, discount: share }),
    spot: fc.record({ line: fc.constant('x'), share, discount: share, overhead: share }),
  });

  it('rises with the quantity, and never falls below the commitment', () => {
    fc.assert(fc.property(anyLine, fc.double({ min: 0.001, max: 1, noNaN: true }), (each, change) => {
      const cost = costOf(each);
      assert.ok(cost.total >= cost.committed * (1 - 1e-12) && cost.unused <= cost.committed * (1 + 1e-12));
      for (const varied of ['quantity', 'price'] as const) {
        const slack = cost.total * 1e-12;
        assert.ok(effectOf(each, varied, change) >= -slack && effectOf(each, varied, -change) <= slack);
        // The commitment is the least that is paid.
        assert.ok(cost.total + effectOf(each, varied, -change) >= cost.committed * (1 - 1e-9) - slack);
      }
    }));
  });

  it('without discounts is quantity times price, and moves by its part of the change', () => {
    fc.assert(fc.property(amount, amount, share, (quantity, price, change) => {
      const each = { line: line('x', quantity, price) };
      close(costOf(each).total + 1, quantity * price + 1, 1e-12);
      assert.ok(Math.abs(effectOf(each, 'quantity', change) - change * quantity * price) <= quantity * price * 1e-9 + 1e-300);
      assert.ok(Math.abs(effectOf(each, 'price', change) - effectOf(each, 'quantity', change)) <= quantity * price * 1e-9 + 1e-300);
    }));
  });

  it('is the exact sum of whole cents', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 0n, max: 100n }), (quantity, cents, committed, percent) => {
      const onDemand = quantity > committed ? quantity - committed : 0n;
      const exact = committed * cents * (100n - percent) + onDemand * cents * 100n;
      const { total: paid } = costOf({ line: line('x', Number(quantity), Number(cents) / 100), commitment: { line: 'x', quantity: Number(committed), discount: Number(percent) / 100 } });
      assert.ok(Math.abs(paid - Number(exact) / 10_000) <= 1e-6);
    }));
  });
});
