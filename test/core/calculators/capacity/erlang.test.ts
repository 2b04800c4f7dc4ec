import assert from 'node:assert/strict';
import fc from 'fast-check';
import { erlangB, erlangC } from '../../../../src/core/calculators/capacity/erlang';
import { costOf, near } from './support';

/** Erlang B by the recursion on its inverse, which goes through every number of servers. */
function recursiveB(servers: number, load: number): number {
  let inverse = 1;
  for (let count = 1; count <= servers; count += 1) inverse = 1 + (count / load) * inverse;
  return 1 / inverse;
}

/** Both formulas as they are defined, with factorials, in exact fractions. @param load as a fraction */
function exact(servers: number, [top, bottom]: readonly [bigint, bigint]): { readonly b: number; readonly c: number } {
  const c = BigInt(servers);
  const power = (base: bigint, times: bigint): bigint => base ** times;
  const factorial = (n: bigint): bigint => (n < 2n ? 1n : n * factorial(n - 1n));
  // Each term a^k / k! over the common denominator bottom^c c!.
  const term = (k: bigint): bigint => power(top, k) * power(bottom, c - k) * (factorial(c) / factorial(k));
  const below = Array.from({ length: servers }, (_, k) => term(BigInt(k))).reduce((sum, each) => sum + each, 0n);
  const last = term(c);
  // C = last · c/(c − a) / (below + last · c/(c − a)), all times (c · bottom − top).
  const gap = c * bottom - top;
  return { b: ratio(last, below + last), c: ratio(last * c * bottom, below * gap + last * c * bottom) };
}

/** The quotient of two large integers, correct to some 17 digits. */
function ratio(top: bigint, bottom: bigint): number {
  const digits = bottom.toString().length - top.toString().length + 20;
  const scaled = (top * 10n ** BigInt(digits)) / bottom;
  return Number(`${scaled.toString()}e-${String(digits)}`);
}

describe('capacity: Erlang', function () {
  this.timeout(20_000);

  it('agrees with exact fractions to 14 digits, for up to 60 servers', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9_999 }), (servers, busy) => {
      const load: [bigint, bigint] = [BigInt(servers * busy), 10_000n];
      const wanted = exact(servers, load);
      near(erlangB(servers, (servers * busy) / 10_000), wanted.b, 1e-13, 'B');
      near(erlangC(servers, (servers * busy) / 10_000), wanted.c, 1e-11, 'C');
    }));
  });

  it('agrees with the recursion over all servers, up to 100,000', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.5, max: 1.5, noNaN: true }), (servers, busy) => {
      const wanted = recursiveB(servers, busy * servers);
      if (wanted > 1e-290) near(erlangB(servers, busy * servers), wanted, 1e-11);
      else assert.ok(erlangB(servers, busy * servers) <= 1e-289);
    }), { numRuns: 60 });
  });

  it('is a probability, and quick, at the largest allowed values', () => {
    for (const load of [1e-9, 1, 50_000, 90_000, 99_000, 99_900, 99_999, 99_999.999_999, 100_000 * (1 - 2 ** -53)]) {
      const waits = erlangC(100_000, load);
      assert.ok(waits >= 0 && waits <= 1, String(waits));
      const cost = costOf(() => erlangC(100_000, load), 20);
      assert.ok(cost < 0.05, `${String(load)}: ${String(cost)}`);
    }
  });

  it('with one server the probability of waiting is the utilisation', () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1, maxExcluded: true, noNaN: true }), (busy) => near(erlangC(1, busy), busy, 1e-12)));
  });

  it('falls with every server and rises with load', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0.5, max: 0.999, noNaN: true }), (servers, busy) => {
      const load = busy * servers;
      assert.ok(erlangC(servers + 1, load) <= erlangC(servers, load));
      assert.ok(erlangB(servers + 1, load) <= erlangB(servers, load));
      assert.ok(erlangC(servers, load * 0.99) <= erlangC(servers, load));
      assert.ok(erlangB(servers, load) <= erlangC(servers, load));
    }));
  });

  it('tends to 1 at full load, and Erlang B to 0 and to 1', () => {
    for (const servers of [1, 10, 1_000, 100_000]) near(erlangC(servers, servers * (1 - 1e-12)), 1, 1e-9);
    assert.ok(erlangB(10, 1e9) > 0.999_999_98);
    near(erlangB(3, 1e-6), 1e-18 / 6, 1e-5);
    assert.equal(erlangB(100_000, 1), 0);
  });
});
