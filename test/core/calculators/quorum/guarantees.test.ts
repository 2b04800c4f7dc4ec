import assert from 'node:assert/strict';
import fc from 'fast-check';
import { binomial, missProbability } from '../../../../src/core/calculators/quorum/counting';
import { guarantees } from '../../../../src/core/calculators/quorum/guarantees';
import { versions } from '../../../../src/core/calculators/quorum/versions';
import { find, near, refusalOf, result } from '../partSupport';

const quorums = fc.integer({ min: 1, max: 25 }).chain((replicas) => fc.record({
  replicas: fc.constant(replicas), readQuorum: fc.integer({ min: 1, max: replicas }), writeQuorum: fc.integer({ min: 1, max: replicas }),
}));

describe('Quorum calculator: guarantees', function () {
  this.timeout(60_000);
  it('has the majorities and failures of the table in the FAQ of etcd', () => {
    // etcd documentation, Frequently Asked Questions, "What is failure tolerance?": size, majority, failure tolerance.
    const printed = [[1, 1, 0], [2, 2, 0], [3, 2, 1], [4, 3, 1], [5, 3, 2], [6, 4, 2], [7, 4, 3], [8, 5, 3], [9, 5, 4]];
    for (const [replicas = 0, majority = 0, tolerated] of printed) {
      const found = find(guarantees, { replicas, readQuorum: majority, writeQuorum: majority });
      assert.equal(result(found, 'majority'), majority);
      assert.equal(result(found, 'writeFailures'), tolerated);
      assert.equal(result(found, 'readFailures'), tolerated);
      assert.equal(found.terms?.['majorityFailures'], tolerated);
    }
  });

  it('tolerates what the textbook and Aurora say', () => {
    // Kleppmann, Designing Data-Intensive Applications (2017), chapter 5, "Quorums for reading and writing": n = 3, w = 2, r = 2 tolerates one unavailable node;
    // n = 5, w = 3, r = 3 tolerates two. Print not seen.
    assert.equal(result(find(guarantees, { replicas: 3, readQuorum: 2, writeQuorum: 2 }), 'readFailures'), 1);
    assert.equal(result(find(guarantees, { replicas: 5, readQuorum: 3, writeQuorum: 3 }), 'writeFailures'), 2);
    // Gupta 2017, "quorums and correlated failure": six copies, writes need four, reads three: they overlap, and so do two writes.
    const aurora = find(guarantees, { replicas: 6, readQuorum: 3, writeQuorum: 4 });
    assert.equal(result(aurora, 'readOverlap'), 1);
    assert.equal(result(aurora, 'writeOverlap'), 2);
    assert.equal(result(aurora, 'readFailures'), 3);
    assert.equal(result(aurora, 'writeFailures'), 2);
  });

  it('overlaps as every pair of sets does that can be listed', () => {
    for (let n = 1; n <= 6; n += 1) {
      for (let r = 1; r <= n; r += 1) {
        for (let w = 1; w <= n; w += 1) {
          const [reads, writes] = [setsOf(n, r), setsOf(n, w)];
          const found = find(guarantees, { replicas: n, readQuorum: r, writeQuorum: w });
          assert.equal(result(found, 'readOverlap'), least(reads, writes), `reads of ${n} ${r} ${w}`);
          assert.equal(result(found, 'writeOverlap'), least(writes, writes), `writes of ${n} ${w}`);
          const missed = reads.flatMap((read) => writes.map((write) => bits(read & write) === 0)).filter(Boolean).length;
          near(missProbability({ replicas: n, readQuorum: r, writeQuorum: w }), missed / (reads.length * writes.length), 1e-14);
        }
      }
    }
  });

  it('says that reads see finished writes exactly where R + W is above N', () => {
    fc.assert(fc.property(quorums, (given) => {
      const found = find(guarantees, given);
      const said = (found.notes ?? []).map(({ id }) => id);
      const overlaps = given.readQuorum + given.writeQuorum > given.replicas;
      if (given.replicas > 1) {
        assert.equal(said.includes('overlap'), overlaps);
        assert.equal(said.includes('notLinearizable'), overlaps);
        assert.equal(said.includes('noOverlap'), !overlaps);
        assert.equal(said.includes('writesMeet'), 2 * given.writeQuorum > given.replicas);
      }
      const smallest = result(found, 'smallestRead');
      assert.ok(smallest + given.writeQuorum > given.replicas && smallest - 1 + given.writeQuorum <= given.replicas);
      const rows = found.tables?.['choices'] ?? [];
      assert.ok(rows.some(([r, w]) => r === given.readQuorum && w === given.writeQuorum), 'the own pair is compared');
      assert.ok(rows.length <= 30);
      for (const [r, w, overlap, , , , missed] of rows) {
        assert.equal(Number(overlap) > 0, missed === 0, `a read of ${String(r)} misses a write of ${String(w)}`);
      }
    }));
  });

  it('says what follows from each choice', () => {
    const said = (replicas: number, readQuorum: number, writeQuorum: number): readonly string[] => (find(guarantees, { replicas, readQuorum, writeQuorum }).notes ?? []).map(({ id }) => id);
    assert.deepEqual(said(1, 1, 1), ['oneReplica']);
    assert.deepEqual(said(3, 1, 1), ['noOverlap', 'writesMiss', 'readOne', 'writeOne']);
    assert.deepEqual(said(3, 1, 2), ['noOverlap', 'writesMeet', 'readOne']);
    assert.deepEqual(said(3, 2, 2), ['overlap', 'notLinearizable', 'writesMeet', 'majorities']);
    assert.deepEqual(said(4, 3, 3), ['overlap', 'notLinearizable', 'writesMeet', 'majorities', 'evenReplicas']);
    // Two writes that miss each other, though every read sees both.
    assert.deepEqual(said(3, 3, 1), ['overlap', 'notLinearizable', 'writesMiss', 'writeOne', 'readAll']);
    assert.deepEqual(said(3, 1, 3), ['overlap', 'notLinearizable', 'writesMeet', 'readOne', 'writeAll']);
    // Acknowledged by two copies: the loss of one leaves the other.
    assert.equal(result(find(guarantees, { replicas: 3, readQuorum: 1, writeQuorum: 2 }), 'losses'), 1);
  });

  it('refuses a quorum that is larger than the set', () => {
    assert.equal(refusalOf(guarantees, { replicas: 3, readQuorum: 4 }), 'tooManyReads');
    assert.equal(refusalOf(guarantees, { replicas: 3, readQuorum: 1, writeQuorum: 4 }), 'tooManyWrites');
  });
});

describe('Quorum calculator: staleness in versions', function () {
  this.timeout(60_000);
  it('prints the analytics of the paper', () => {
    // Bailis et al. 2012, section 3.1: N = 3, R = W = 1: last two versions 0.5̅, three 0.703, five above 0.868, ten above 0.98;
    // N = 3, R = 1, W = 2 (or R = 2, W = 1): k = 1 0.6̅, k = 2 0.8̅, k = 5 above 0.995.
    const within = (r: number, w: number, k: number): number =>
      result(find(versions, { replicas: 3, readQuorum: r, writeQuorum: w, versions: k }), 'within');
    near(within(1, 1, 2), 5 / 9, 1e-15);
    assert.equal(Math.floor(within(1, 1, 3) * 1e3), 703);
    assert.ok(within(1, 1, 5) > 0.868 && within(1, 1, 10) > 0.98);
    for (const [r, w] of [[1, 2], [2, 1]] as const) {
      near(within(r, w, 1), 2 / 3, 1e-15);
      near(within(r, w, 2), 8 / 9, 1e-15);
      assert.ok(within(r, w, 5) > 0.995);
    }
  });

  it('agrees with exact fractions', () => {
    fc.assert(fc.property(quorums, ({ replicas, readQuorum, writeQuorum }) => {
      const exact = fraction(choose(replicas - writeQuorum, readQuorum), choose(replicas, readQuorum));
      near(missProbability({ replicas, readQuorum, writeQuorum }), exact, 1e-13);
      assert.equal(BigInt(binomial(replicas, readQuorum)), choose(replicas, readQuorum));
    }));
  });

  it('sees fewer stale reads with every larger quorum, and finds the smallest number of versions', () => {
    fc.assert(fc.property(quorums, fc.integer({ min: 1, max: 50 }), (given, k) => {
      const found = find(versions, { ...given, versions: k });
      const missed = result(found, 'missed');
      assert.ok(missed >= 0 && missed < 1);
      if (given.readQuorum < given.replicas) {
        assert.ok(result(find(versions, { ...given, readQuorum: given.readQuorum + 1 }), 'missed') <= missed);
      }
      // R and W change places: it is the chance that two random sets do not meet.
      near(missProbability({ replicas: given.replicas, readQuorum: given.writeQuorum, writeQuorum: given.readQuorum }), missed, 1e-12);
      const needed = result(found, 'versionsNeeded');
      // One in a thousand exactly, as 0.1 to the power of 3 is, is enough.
      const wanted = 0.001 * (1 + 1e-9);
      assert.ok(missed ** needed <= wanted && (needed === 1 || missed ** (needed - 1) > wanted), `${missed} needs ${needed}`);
      near(result(found, 'within') + result(found, 'beyond'), 1, 1e-12);
      const points = found.plots?.['curve'];
      assert.ok(points && 'series' in points && points.series[0]?.points.every(([, y], index, all) => index === 0 || y >= (all[index - 1]?.[1] ?? 0)));
    }));
  });

  it('lets a session go back less often the faster it reads against the writes', () => {
    const backwards = (writeRate: number, readRate: number): number =>
      result(find(versions, { replicas: 3, readQuorum: 1, writeQuorum: 1, writeRate, readRate }), 'backwards');
    // Bailis et al. 2012, equation 3: the miss to the power of 1 + writes of all per read of the client.
    near(backwards(1, 1), (2 / 3) ** 2, 1e-15);
    assert.ok(backwards(1, 10) > backwards(1, 1) && backwards(10, 1) < backwards(1, 1));
    assert.equal(result(find(versions, { replicas: 3, readQuorum: 2, writeQuorum: 2 }), 'backwards'), 0);
  });
});

const bits = (set: number): number => set.toString(2).replace(/0/g, '').length;
const setsOf = (n: number, size: number): readonly number[] => Array.from({ length: 2 ** n }, (_, set) => set).filter((set) => bits(set) === size);
const least = (one: readonly number[], other: readonly number[]): number => Math.min(...one.flatMap((a) => other.map((b) => bits(a & b))));

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
const choose = (n: number, k: number): bigint => (k > n ? 0n : factorial(n) / (factorial(k) * factorial(n - k)));
/** Quotient of two whole numbers with 40 digits. */
const fraction = (above: bigint, below: bigint): number => Number((above * 10n ** 40n) / below) / 1e40;
