import assert from 'node:assert/strict';
import { fitUsl, type Measurement } from '../../../../src/core/calculators/capacity/fitUsl';
import { scalability } from '../../../../src/core/calculators/capacity/scalability';
import { peakOf, throughputAt } from '../../../../src/core/calculators/capacity/usl';
import { errorsOf } from '../../../../src/core/calculators/capacity/uslErrors';
import { found, near, notesOf, printed } from './support';

const measured = (...rows: readonly (readonly [number, number])[]): Measurement[] => rows.map(([n, throughput]) => ({ n, throughput }));

/** Gunther, "Guerrilla Capacity Planning", 2007: SPEC SDM91 on a SPARCcenter 2000; the data set of the R package `usl`. */
const SDM91 = measured([1, 64.9], [18, 995.9], [36, 1_652.4], [72, 1_853.2], [108, 1_828.9], [144, 1_775], [216, 1_702.2]);
/** The same book, table 5.1: ray tracing on an SGI Origin 2000. */
const RAYTRACER = measured([1, 20], [4, 78], [8, 130], [12, 170], [16, 190], [20, 200], [24, 210], [28, 230], [32, 260], [48, 280], [64, 310]);
/** Schwartz, "Practical Scalability Analysis with the Universal Scalability Law": a Cisco benchmark; as in the tests of `usl4j`. */
const CISCO = measured(...[
  955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7, 9047.84, 9426.55, 9645.37, 9897.24,
  10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37, 12075.41, 12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39,
].map((throughput, index) => [index + 1, throughput] as const));

const rowsOf = (data: readonly Measurement[]) => ({ measurements: data.map(({ n, throughput }) => ({ concurrency: n, measured: throughput })) });

describe('capacity against published values: the Universal Scalability Law', () => {
  it('R package usl 3.0, README and test summary.Rout.save: coefficients and standard errors of specsdm91', () => {
    const fit = fitUsl(SDM91);
    printed(fit.sigma, 0.0277285, 7);
    printed(fit.kappa, 0.0001044, 7);
    printed(fit.lambda, 89.995233, 6);
    const errors = errorsOf(fit, SDM91);
    printed(errors.sigma ?? 0, 0.0091217, 7);
    printed(errors.kappa ?? 0, 0.0000199, 7);
    printed(errors.lambda ?? 0, 14.2134894, 6);
    printed(errors.residual ?? 0, 82.85, 2);
  });

  it('R package usl 3.0, tests peak-scalability, limit-scalability, fitted and residuals of specsdm91', () => {
    const { results, tables } = found(scalability, rowsOf(SDM91));
    near(results['peakAt'], 96.51956, 1e-6);
    printed(results['peakThroughput'], 1_884, 0);
    near(results['ceiling'], 3_245.589, 1e-6);
    const rows = tables?.['residuals'] ?? [];
    assert.deepEqual(rows.map((row) => Math.round(Number(row[2]))), [90, 1_078, 1_541, 1_850, 1_879, 1_822, 1_646]);
    assert.deepEqual(rows.map((row) => (Number(row[1]) - Number(row[2])).toFixed(2)), ['-25.10', '-81.66', '111.09', '3.05', '-49.99', '-46.60', '56.00']);
  });

  it('R package usl 3.0, test confint: the first six of the ray tracer', () => {
    const fit = fitUsl(RAYTRACER.slice(0, 6));
    printed(fit.sigma, 0.02444, 5);
    printed(fit.kappa, 0.00163, 5);
    printed(fit.lambda, 20.85605, 5);
  });

  it('R package usl 3.0, vignette: the whole ray tracer has κ = 0, no peak, and a limit', () => {
    const findings = found(scalability, rowsOf(RAYTRACER));
    assert.equal(findings.results['kappa'], 0);
    assert.equal(findings.results['peakAt'], undefined);
    assert.deepEqual(notesOf(findings), ['amdahl']);
    assert.ok((findings.results['ceiling'] ?? 0) > 310);
  });

  it('R package usl 3.0, tests coef and usl-nls: a curve made with σ = κ = 0.02 and λ = 1', () => {
    const fit = fitUsl(measured([1, 1], [2, 1.8868], [4, 3.0769], [6, 3.5294], [8, 3.5398], [10, 3.3557]));
    for (const [actual, wanted] of [[fit.sigma, 0.02], [fit.kappa, 0.02], [fit.lambda, 1]] as const) near(actual, wanted, 5e-3);
  });

  it('R package usl 3.0, test peak-scalability: σ = 0.001, κ = 0.00001 peaks at 316.0696', () => {
    near(peakOf({ lambda: 1, sigma: 0.001, kappa: 0.00001 }) ?? 0, 316.0696, 1e-6);
  });

  it('Schwartz, "Practical Scalability Analysis": σ = 0.02671591, κ = 7.690945e-4, λ = 995.6486, 12,341 at 35', () => {
    const fit = fitUsl(CISCO);
    near(fit.sigma, 0.02671591, 1e-4);
    near(fit.kappa, 7.690945e-4, 1e-4);
    near(fit.lambda, 995.6486, 1e-5);
    near(throughputAt(fit, 35), 12_341, 1e-4);
    assert.equal(Math.floor(peakOf(fit) ?? 0), 35);
  });

  it('usl (Go), README: the data rounded to whole scripts', () => {
    const data = measured([1, 65], [18, 996], [36, 1_652], [72, 1_853], [108, 1_829], [144, 1_775], [216, 1_702]);
    const fit = fitUsl(data);
    const readme = { sigma: 0.0277299, kappa: 0.000104343, lambda: 89.9878 };
    for (const name of ['sigma', 'kappa', 'lambda'] as const) near(fit[name], readme[name], 1e-4);
    // Its solver stops earlier: the fit here is at least as close to the data.
    assert.ok(fit.squares <= data.reduce((sum, { n, throughput }) => sum + (throughput - throughputAt(readme, n)) ** 2, 0));
  });
});
