import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitUsl, type Measurement } from '../../../../src/core/calculators/capacity/fitUsl';
import { inverseDiagonal, solve } from '../../../../src/core/calculators/capacity/leastSquares';
import { scalability } from '../../../../src/core/calculators/capacity/scalability';
import { peakOf, throughputAt, type Scalability } from '../../../../src/core/calculators/capacity/usl';
import { createRandom } from '../../../../src/core/calculators/random';
import { costOf, found, near, notesOf, refused } from './support';

const SIZES = [1, 2, 4, 8, 16, 32, 64, 96];
const laws = fc.record({
  lambda: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  sigma: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  kappa: fc.double({ min: 1e-5, max: 0.05, noNaN: true }),
});
const dataOf = (law: Scalability, noise: (index: number) => number = () => 1): Measurement[] =>
  SIZES.map((n, index) => ({ n, throughput: throughputAt(law, n) * noise(index) }));
const squaresOf = (law: Scalability, data: readonly Measurement[]): number => data.reduce((sum, { n, throughput }) => sum + (throughput - throughputAt(law, n)) ** 2, 0);
const rowsOf = (data: readonly Measurement[]) => ({ measurements: data.map(({ n, throughput }) => ({ concurrency: n, measured: throughput })) });
const noisy = (seed: number, size: number): ((index: number) => number) => {
  const random = createRandom(seed);
  return () => 1 + size * (2 * random() - 1);
};

describe('capacity: fitting the Universal Scalability Law', function () {
  this.timeout(20_000);

  it('finds the law that made the data', () => {
    fc.assert(fc.property(laws, (law) => {
      const fit = fitUsl(dataOf(law));
      near(fit.lambda, law.lambda, 1e-8, 'λ');
      assert.ok(Math.abs(fit.sigma - law.sigma) < 1e-8 && Math.abs(fit.kappa - law.kappa) < 1e-8, JSON.stringify({ law, fit }));
    }));
  });

  it('no law nearby, on a fine grid within the constraints, is closer to noisy data', () => {
    fc.assert(fc.property(laws, fc.integer({ min: 0, max: 1e6 }), (law, seed) => {
      const data = dataOf(law, noisy(seed, 0.1));
      const fit = fitUsl(data);
      assert.ok(fit.sigma >= 0 && fit.sigma <= 1 && fit.kappa >= 0 && fit.lambda > 0);
      near(squaresOf(fit, data), fit.squares, 1e-6);
      const total = data.reduce((sum, { throughput }) => sum + throughput ** 2, 0);
      for (const scale of [0, 1e-3, 0.03, 0.2, 0.5, 0.9, 1.1, 1.5, 3]) {
        for (const move of [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1], [1, 1, 1]] as const) {
          const factor = (on: number): number => (on === 1 ? scale : 1);
          const other = { lambda: fit.lambda * factor(move[0]), sigma: Math.min(1, fit.sigma * factor(move[1])), kappa: fit.kappa * factor(move[2]) };
          assert.ok(squaresOf(other, data) >= fit.squares - 1e-12 * total, JSON.stringify({ fit, other }));
        }
      }
    }), { numRuns: 60 });
  });

  it('a search over a whole grid of σ and κ, each with its best λ, finds nothing better', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = createRandom(seed);
      const data = dataOf({ lambda: 100, sigma: 0.3 * random(), kappa: 0.002 * random() }, noisy(seed, 0.3));
      const fit = fitUsl(data);
      for (let s = 0; s <= 100; s += 1) {
        for (let k = 0; k <= 60; k += 1) {
          const shape = { lambda: 1, sigma: s / 100, kappa: k === 0 ? 0 : 10 ** (-6 + k / 12) };
          const one = data.map(({ n }) => throughputAt(shape, n));
          const lambda = data.reduce((sum, { throughput }, row) => sum + throughput * (one[row] ?? 0), 0) / one.reduce((sum, x) => sum + x * x, 0);
          assert.ok(squaresOf({ ...shape, lambda }, data) >= fit.squares * (1 - 1e-9), JSON.stringify({ seed, fit, shape }));
        }
      }
    }
  });

  it('does not depend on the order of the rows, and scales with the unit of the throughput', () => {
    fc.assert(fc.property(laws, fc.integer({ min: 0, max: 1e6 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (law, seed, unit) => {
      const data = dataOf(law, noisy(seed, 0.05));
      const fit = fitUsl(data);
      for (const other of [fitUsl([...data].reverse()), fitUsl(data.map(({ n, throughput }) => ({ n, throughput: throughput * unit })))]) {
        assert.ok(Math.abs(other.sigma - fit.sigma) < 1e-6 && Math.abs(other.kappa - fit.kappa) < 1e-6, JSON.stringify({ fit, other }));
      }
    }));
  });

  it('κ = 0 is Amdahl\'s law, and σ = κ = 0 a straight line', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (sigma, n) => {
      near(throughputAt({ lambda: 1, sigma, kappa: 0 }, n), 1 / (sigma + (1 - sigma) / n), 1e-12);
    }));
    const line = fitUsl(dataOf({ lambda: 7, sigma: 0, kappa: 0 }));
    assert.deepEqual([line.sigma, line.kappa], [0, 0]);
    near(line.lambda, 7, 1e-14);
    const amdahl = fitUsl(dataOf({ lambda: 7, sigma: 0.1, kappa: 0 }));
    assert.equal(amdahl.kappa, 0);
    near(amdahl.sigma, 0.1, 1e-12);
  });

  it('the peak is where throughput is highest', () => {
    fc.assert(fc.property(laws, (law) => {
      const peak = peakOf(law) ?? 0;
      for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2]) assert.ok(throughputAt(law, peak * factor) <= throughputAt(law, peak));
    }));
  });
});

describe('capacity: what is said of the fit', () => {
  const law = { lambda: 1_000, sigma: 0.05, kappa: 0.001 };

  it('says what each node does beside one alone, and what lies above the curve', () => {
    const law = { lambda: 100, sigma: 0.02, kappa: 0.0005 };
    const { terms, tables } = found(scalability, { ...rowsOf(dataOf(law)), predictAt: 128 });
    near(terms?.['efficiency'], 1 / (1 + 0.02 * 127 + 0.0005 * 128 * 127), 1e-6);
    assert.equal(tables?.['residuals']?.length, SIZES.length);
    const { tables: above } = found(scalability, rowsOf(dataOf(law, (index) => (index === 3 ? 1.1 : 1))));
    const row = above?.['residuals']?.[3]?.map(Number) ?? [];
    near(row[3], ((row[1] ?? 0) - (row[2] ?? 0)) / (row[2] ?? 0), 1e-9);
    assert.ok((row[3] ?? 0) > 0);
  });

  it('fewer than four different N are refused, repeats that disagree are not', () => {
    assert.deepEqual(refused(scalability, rowsOf([{ n: 1, throughput: 9 }, { n: 2, throughput: 17 }, { n: 2, throughput: 18 }, { n: 4, throughput: 30 }])), {
      refused: 'tooFewDistinct', field: 'measurements', terms: { distinct: 3 },
    });
    const findings = found(scalability, rowsOf([...dataOf(law), ...dataOf(law, () => 0.98)]));
    near(findings.results['sigma'], 0.05, 0.02);
    assert.ok((findings.results['determination'] ?? 1) < 1);
  });

  it('names the peak within the data, and beyond them only if coherency is certain', () => {
    assert.ok(notesOf(found(scalability, rowsOf(dataOf(law)))).includes('peakWithin'));
    assert.ok(notesOf(found(scalability, rowsOf(dataOf(law).slice(0, 5)))).includes('peakBeyond'));
    const rising = [[1, 100], [2, 193], [3, 290], [4, 372], [5, 470]].map(([n = 0, throughput = 0]) => ({ n, throughput }));
    const findings = found(scalability, rowsOf(rising));
    assert.equal(findings.results['peakAt'], undefined);
    assert.ok(['peakUncertain', 'amdahl', 'linear'].includes(notesOf(findings)[0] ?? ''), notesOf(findings).join());
  });

  it('straight and better than straight lines have no limit, and falling ones no use of more', () => {
    for (const power of [1, 1.3]) assert.equal(notesOf(found(scalability, rowsOf(SIZES.map((n) => ({ n, throughput: n ** power })))))[0], 'linear');
    assert.equal(notesOf(found(scalability, rowsOf(SIZES.map((n) => ({ n, throughput: 100 / n })))))[0], 'fallsFromStart');
    const flat = found(scalability, rowsOf(SIZES.map((n) => ({ n, throughput: 100 }))));
    assert.deepEqual([flat.results['sigma'], flat.results['determination'], notesOf(flat)[0]], [1, undefined, 'fallsFromStart']);
  });

  it('is quick for the most rows, even where they say nothing', () => {
    const random = createRandom(3);
    const data = Array.from({ length: 200 }, (_, index) => ({ n: index + 1, throughput: 100 + 1_000 * random() }));
    const cost = costOf(() => found(scalability, rowsOf(data)), 5);
    assert.ok(cost < 4, String(cost));
  });
});

describe('capacity: small least squares', () => {
  it('solves what has a solution, and sees what has none', () => {
    const columns = [[1, 1, 1, 1], [1, 2, 3, 4]];
    const x = solve(columns, [3, 5, 7, 9]) ?? [];
    near(x[0], 1, 1e-13);
    near(x[1], 2, 1e-13);
    assert.equal(solve([[1, 1, 1], [2, 2, 2]], [1, 2, 3]), null);
    // (AᵀA)⁻¹ of the straight line through 1..4: 1/n + mean²/Σ(x − mean)² = 1.5 and 1/5.
    const diagonal = inverseDiagonal(columns) ?? [];
    near(diagonal[0], 1.5, 1e-13);
    near(diagonal[1], 0.2, 1e-13);
  });
});
