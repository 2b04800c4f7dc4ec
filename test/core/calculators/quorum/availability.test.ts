import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/calculators/random';
import { availability } from '../../../../src/core/calculators/quorum/availability';
import { correlatedUp, fewerThan, independentUp, replicasByZone } from '../../../../src/core/calculators/quorum/nodes';
import { find, near, result } from '../partSupport';

const alone = { zones: 1, zoneAvailability: 1, commonCause: 0 };
const YEAR = 31_556_952;

describe('Quorum calculator: availability', function () {
  this.timeout(60_000);
  it('prints the blocking probabilities of the first paper on quorums', () => {
    // Gifford 1979, table of example file suites (as also printed in Coulouris and others, Distributed Systems): each representative is available with 0.99. Example 1: one vote on one copy blocks
    // reads and writes with 0.01; example 3: three copies with r = 1 and w = 3 block reads with 0.000001 and writes with 0.03. Print not seen.
    const first = find(availability, { replicas: 1, readQuorum: 1, writeQuorum: 1, nodeAvailability: 0.99, ...alone });
    near(1 - result(first, 'readsIndependent'), 0.01, 1e-9);
    const third = find(availability, { replicas: 3, readQuorum: 1, writeQuorum: 3, nodeAvailability: 0.99, ...alone });
    near(1 - result(third, 'readsIndependent'), 0.000001, 1e-9);
    assert.equal((1 - result(third, 'writesIndependent')).toFixed(2), '0.03');
    near(1 - result(third, 'writesIndependent'), 0.029701, 1e-9);
  });

  it('has the ceiling of common causes that reliability engineering computes by the beta factor', () => {
    // Signoret and Leroy 2021, chapter 5: unavailability ≈ βq + ((1 − β) q)^n where one of n is enough; q = 1 %.
    for (const beta of [0.01, 0.05, 0.1]) {
      for (const n of [2, 3, 5]) {
        const found = find(availability, { replicas: n, readQuorum: 1, writeQuorum: 1, nodeAvailability: 0.99, zones: 1, zoneAvailability: 1, commonCause: beta });
        near(1 - result(found, 'readsCorrelated'), beta * 0.01 + ((1 - beta) * 0.01) ** n, 2e-4, `beta ${beta}, ${n} copies`);
        near(result(found, 'ceiling'), 1 - beta * 0.01, 1e-15);
      }
    }
  });

  it('survives a zone and one more copy as Aurora does, and not as three in three zones do', () => {
    // Gupta 2017: six copies in three zones; reads survive a zone and one more copy ("AZ + 1"), writes survive a zone.
    const said = (given: Readonly<Record<string, unknown>>): readonly string[] => (find(availability, { ...given, zones: 3 }).notes ?? []).map(({ id }) => id);
    assert.ok(said({ replicas: 6, readQuorum: 3, writeQuorum: 3 }).includes('zonePlusOne'));
    assert.ok(said({ replicas: 6, readQuorum: 3, writeQuorum: 4 }).includes('zoneSurvived'));
    assert.ok(said({ replicas: 3, readQuorum: 2, writeQuorum: 2 }).includes('zoneSurvived'));
    assert.ok(said({ replicas: 3, readQuorum: 1, writeQuorum: 3 }).includes('zoneStopsWrites'));
    assert.ok(said({ replicas: 4, readQuorum: 3, writeQuorum: 2 }).includes('zoneStopsReads'));
  });

  it('agrees with the list of all combinations of failures', () => {
    for (const [n, zones] of [[3, 3], [4, 2], [5, 3], [6, 3], [5, 5]] as const) {
      const failures = { nodeAvailability: 0.9, zones, zoneAvailability: 0.95, commonCause: 0.2 };
      const listed = listUp(n, failures);
      correlatedUp(n, failures).forEach((share, up) => near(share, listed[up] ?? 0, 1e-12, `${up} of ${n} up`));
    }
  });

  it('gives each operation the chance of its own quorum, and compares the larger one', () => {
    for (const [r, w] of [[1, 4], [4, 2], [3, 3]] as const) {
      const failures = { nodeAvailability: 0.9, zones: 2, zoneAvailability: 0.95, commonCause: 0.2 };
      const found = find(availability, { replicas: 5, readQuorum: r, writeQuorum: w, ...failures });
      const shared = listUp(5, failures);
      const apart = listUp(5, { nodeAvailability: 0.9 * 0.95, zones: 1, zoneAvailability: 1, commonCause: 0 });
      const up = (distribution: readonly number[], needed: number): number => distribution.slice(needed).reduce((sum, share) => sum + share, 0);
      for (const [id, needed] of [['reads', r], ['writes', w], ['both', Math.max(r, w)]] as const) {
        near(result(found, `${id}Correlated`), up(shared, needed), 1e-12, `${id} ${r} ${w}`);
        near(result(found, `${id}Independent`), up(apart, needed), 1e-12, `${id} ${r} ${w}`);
      }
      near(result(found, 'understated'), (1 - up(shared, Math.max(r, w))) / (1 - up(apart, Math.max(r, w))), 1e-9);
    }
    const said = (commonCause: number): boolean => find(availability, { readQuorum: 2, commonCause }).notes?.some(({ id }) => id === 'ceilingDecides') === true;
    assert.ok(said(0.02) && !said(0.005));
  });

  it('agrees with exact fractions for independent failures', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 999 }), fc.nat(24), (n, thousandths, down) => {
      const needed = Math.min(n, down + 1);
      let sum = 0n;
      for (let up = 0; up < needed; up += 1) sum += choose(n, up) * BigInt(thousandths) ** BigInt(up) * BigInt(1_000 - thousandths) ** BigInt(n - up);
      const exact = Number((sum * 10n ** 90n) / 1_000n ** BigInt(n)) / 1e90;
      near(fewerThan(independentUp(n, thousandths / 1_000), needed), exact, 1e-12);
    }));
  });

  it('agrees with a simulation of zones and common causes', () => {
    const failures = { nodeAvailability: 0.9, zones: 3, zoneAvailability: 0.97, commonCause: 0.3 };
    const random = createRandom(7);
    const trials = 200_000;
    let down = 0;
    const common = failures.commonCause * 0.1;
    for (let trial = 0; trial < trials; trial += 1) {
      if (random() < common) down += 1;
      else {
        const zonesUp = [0, 1, 2].map(() => random() < failures.zoneAvailability);
        const up = [0, 1, 2, 0, 1].filter((zone) => random() < 0.9 / (1 - common) && zonesUp[zone]).length;
        if (up < 3) down += 1;
      }
    }
    near(fewerThan(correlatedUp(5, failures), 3), down / trials, 0.03);
  });

  it('keeps the availability of one node whatever its causes are', () => {
    fc.assert(fc.property(unit, unit, unit, (nodeAvailability, zoneAvailability, commonCause) => {
      const found = find(availability, { replicas: 1, readQuorum: 1, writeQuorum: 1, nodeAvailability, zoneAvailability, commonCause });
      for (const id of ['readsCorrelated', 'readsIndependent']) {
        assert.ok(Math.abs(result(found, id) - nodeAvailability * zoneAvailability) < 1e-12, id);
      }
    }));
  });

  it('is a distribution, falls with the quorum, and rises with the node', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), unit, unit, unit, (n, zones, p, q, beta) => {
      const distribution = correlatedUp(n, { nodeAvailability: p, zones, zoneAvailability: q, commonCause: beta });
      near(distribution.reduce((sum, share) => sum + share, 0), 1, 1e-12);
      assert.ok(distribution.every((share) => share >= 0));
      for (let needed = 1; needed < n; needed += 1) {
        assert.ok(fewerThan(distribution, needed) <= fewerThan(distribution, needed + 1));
      }
      const better = independentUp(n, Math.min(1, p + 0.01));
      assert.ok(fewerThan(better, n) <= fewerThan(independentUp(n, p), n) + 1e-12);
      assert.equal(replicasByZone(n, zones).reduce((sum, inZone) => sum + inZone, 0), n);
    }));
  });

  it('gains from more replicas exactly where a node is up more than half of the time', () => {
    // Peleg and Wool 1995: with p above 1/2 the majority of an odd number is the best there is, below 1/2 a single node is.
    for (const [p, better] of [[0.6, true], [0.9, true], [0.4, false], [0.1, false]] as const) {
      for (let n = 1; n <= 21; n += 2) {
        const down = (replicas: number): number => fewerThan(independentUp(replicas, p), (replicas + 1) / 2);
        assert.equal(down(n + 2) < down(n), better, `${p}, ${n}`);
      }
    }
    assert.equal(find(availability, { nodeAvailability: 0.4 }).notes?.some(({ id }) => id === 'unreliableNodes'), true);
    // Writing to all gets worse with every replica.
    const table = find(availability, { replicas: 9, writeQuorum: 9 }).plots?.['curve'];
    assert.ok(table && 'series' in table);
    const all = table.series.find(({ id }) => id === 'all')?.points ?? [];
    assert.ok(all.length === 9 && all.every(([, down], index) => index === 0 || down > (all[index - 1]?.[1] ?? 0)));
  });

  it('turns shares into time down in a year', () => {
    const [one, , three] = find(availability, { nodeAvailability: 0.99, ...alone }).tables?.['byReplicas'] ?? [];
    assert.ok(one && three);
    assert.deepEqual(one.slice(0, 3), [1, 1, 0]);
    near(Number(one[3]), 0.01 * YEAR, 1e-9);
    near(Number(three[3]), (3 * 0.99 * 0.0001 + 0.000001) * YEAR, 1e-9);
    near(Number(three[4]), Number(three[3]), 1e-9);
  });

  it('keeps its digits where nodes are hardly ever down', () => {
    // 1 − (1 − 10⁻¹⁵…) would be 0 or a multiple of 10⁻¹⁶.
    near(fewerThan(independentUp(5, 1 - 1e-6), 3), 10 * 1e-18, 1e-5);
  });
});

const unit = fc.double({ min: 0, max: 1, noNaN: true });

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
const choose = (n: number, k: number): bigint => factorial(n) / (factorial(k) * factorial(n - k));

/** Every combination of common cause, zones and nodes, one by one. */
function listUp(n: number, { nodeAvailability, zones, zoneAvailability, commonCause }: { nodeAvailability: number; zones: number; zoneAvailability: number; commonCause: number }): readonly number[] {
  const shares = new Array<number>(n + 1).fill(0);
  const common = commonCause * (1 - nodeAvailability);
  const own = nodeAvailability / (1 - common);
  shares[0] = common;
  for (let zoneSet = 0; zoneSet < 2 ** zones; zoneSet += 1) {
    for (let nodeSet = 0; nodeSet < 2 ** n; nodeSet += 1) {
      let share = 1 - common;
      let up = 0;
      for (let zone = 0; zone < zones; zone += 1) share *= (zoneSet >> zone) & 1 ? zoneAvailability : 1 - zoneAvailability;
      for (let node = 0; node < n; node += 1) {
        share *= (nodeSet >> node) & 1 ? own : 1 - own;
        if ((nodeSet >> node) & 1 && (zoneSet >> (node % zones)) & 1) up += 1;
      }
      shares[up] = (shares[up] ?? 0) + share;
    }
  }
  return shares;
}
