import assert from 'node:assert/strict';
import { queue } from '../../../../src/core/calculators/capacity/queue';
import { createRandom, type Random } from '../../../../src/core/calculators/random';
import { found, near } from './support';

type Draw = (random: Random) => number;
const exponential: Draw = (random) => -Math.log1p(-random());
const constant: Draw = () => 1;
/** A balanced mix of two exponentials with mean 1 and squared coefficient of variation 4. */
const mixed: Draw = (random) => {
  const often = (1 + Math.sqrt(3 / 5)) / 2;
  return random() < often ? exponential(random) / (2 * often) : exponential(random) / (2 * (1 - often));
};

interface Simulated { readonly waits: readonly number[]; readonly responses: readonly number[] }

/** Requests through `servers`, first come, first served, with mean service 1; the first tenth is left out. */
function simulate(servers: number, busy: number, gap: Draw, service: Draw, count: number, seed: number): Simulated {
  const random = createRandom(seed);
  const free = new Array<number>(servers).fill(0);
  const waits: number[] = [];
  const responses: number[] = [];
  let now = 0;
  for (let request = 0; request < count; request += 1) {
    now += gap(random) / (busy * servers);
    const first = free.indexOf(Math.min(...free));
    const start = Math.max(now, free[first] ?? 0);
    free[first] = start + service(random);
    if (request < count / 10) continue;
    waits.push(start - now);
    responses.push((free[first] ?? 0) - now);
  }
  return { waits, responses };
}

/** The mean and its standard error from the means of 30 batches, since neighbouring requests wait alike. */
function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const size = Math.floor(values.length / 30);
  const means = Array.from({ length: 30 }, (_, batch) => values.slice(batch * size, (batch + 1) * size).reduce((sum, value) => sum + value, 0) / size);
  const mean = means.reduce((sum, value) => sum + value, 0) / 30;
  return { mean, error: Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 29 / 30) };
}

/** Within four standard errors: by chance one run in 16,000 is not, and the seed is fixed. */
function agrees(values: readonly number[], expected: number | undefined, what: string, mostError = 0.04): void {
  const { mean, error } = meanOf(values);
  assert.ok(expected !== undefined && Math.abs(mean - expected) <= 4 * error && error < mostError * mean, `${what}: simulated ${String(mean)} ± ${String(error)}, calculated ${String(expected)}`);
}

const COUNT = 1_500_000;

describe('capacity against a simulation of single requests', function () {
  this.timeout(60_000);

  for (const [servers, busy] of [[1, 0.7], [3, 0.8], [12, 0.85]] as const) {
    it(`M/M/${String(servers)} at ${String(busy * 100)} %: means, waiting and percentiles`, () => {
      const { waits, responses } = simulate(servers, busy, exponential, exponential, COUNT, servers);
      const { results } = found(queue, { arrivalRate: busy * servers, serviceTime: 1, servers });
      agrees(waits, results['meanWait'], 'mean wait');
      agrees(responses, results['meanResponse'], 'mean response');
      agrees(waits.map((wait) => (wait > 0 ? 1 : 0)), results['waitProbability'], 'must wait');
      agrees(waits.map((wait) => (wait > (results['waitP99'] ?? 0) ? 1 : 0)), 0.01, 'beyond p99 of the wait', 0.15);
      agrees(responses.map((time) => (time > (results['responseP99'] ?? 0) ? 1 : 0)), 0.01, 'beyond p99 of the response', 0.15);
    });
  }

  it('M/G/1, constant and mixed service: mean and probability of waiting are exact', () => {
    for (const [service, variability] of [[constant, 0], [mixed, 4]] as const) {
      const { waits } = simulate(1, 0.6, exponential, service, COUNT, 7);
      const { results } = found(queue, { arrivalRate: 0.6, serviceTime: 1, servers: 1, serviceVariability: variability });
      agrees(waits, results['meanWait'], 'mean wait');
      agrees(waits.map((wait) => (wait > 0 ? 1 : 0)), results['waitProbability'], 'must wait');
    }
  });

  it('what is called an approximation is one, and close at high load', () => {
    const cases = [
      { servers: 1, busy: 0.9, gap: constant, service: exponential, arrivalVariability: 0, serviceVariability: 1 },
      { servers: 1, busy: 0.9, gap: mixed, service: exponential, arrivalVariability: 4, serviceVariability: 1 },
      { servers: 4, busy: 0.9, gap: exponential, service: constant, arrivalVariability: 1, serviceVariability: 0 },
      { servers: 4, busy: 0.9, gap: exponential, service: mixed, arrivalVariability: 1, serviceVariability: 4 },
    ];
    for (const { servers, busy, gap, service, arrivalVariability, serviceVariability } of cases) {
      const { waits } = simulate(servers, busy, gap, service, COUNT, 11);
      const findings = found(queue, { arrivalRate: busy * servers, serviceTime: 1, servers, arrivalVariability, serviceVariability });
      assert.ok(findings.notes?.some(({ id }) => id === 'approximate'));
      near(findings.results['meanWait'], meanOf(waits).mean, 0.15);
    }
  });
});
