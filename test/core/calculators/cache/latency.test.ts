import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Latency, meanLatency, mixedPercentile, mixedShareWithin, shareWithin } from '../../../../src/core/calculators/cache/mixture';
import { normalBelow } from '../../../../src/core/calculators/cache/normal';
import { createRandom } from '../../../../src/core/calculators/random';
import { close } from './close';

const constant = (value: number): Latency => ({ median: value, p99: value });
const latencies: fc.Arbitrary<Latency> = fc.tuple(fc.double({ min: -9, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
  .map(([size, spread]) => ({ median: 10 ** size, p99: 10 ** (size + spread) }));
const ratios = fc.double({ min: 0, max: 1, noNaN: true });

describe('latency of hits and misses', () => {
  it('has the normal distribution of the tables: Abramowitz and Stegun 1964, table 26.1 (P(x)) and 26.2', () => {
    close(normalBelow(1), 0.841344746068543, 1e-14);
    close(normalBelow(2), 0.977249868051821, 1e-14);
    close(normalBelow(0.5), 0.691462461274013, 1e-14);
    close(normalBelow(-3), 0.001349898031630, 1e-12);
    // Table 26.2, −log Q(5) = 6.54265.
    close(-Math.log10(normalBelow(-5)), 6.54265, 1e-6);
    close(normalBelow(2.3263478740408408), 0.99, 1e-14);
    for (const edge of [3 * Math.SQRT2, 4.2426]) close(normalBelow(-edge - 1e-9), normalBelow(-edge + 1e-9), 1e-7);
  });

  it('averages 28 ns at 80 % hits of 10 ns and misses of 100 ns: Indian Engineering Services examination 2018', () => {
    const mean = 0.8 * meanLatency(constant(10e-9)) + 0.2 * meanLatency(constant(100e-9));
    close(mean, 28e-9, 1e-12);
  });

  it('has the median and the 99th percentile that it was made of, and the mean of a lognormal distribution', () => {
    const latency = { median: 40e-3, p99: 200e-3 };
    close(shareWithin(latency, 40e-3), 0.5, 1e-14);
    close(shareWithin(latency, 200e-3), 0.99, 1e-13);
    // σ = ln 5 / 2.3263 = 0.69183
    close(meanLatency(latency), 40e-3 * Math.exp(0.69183 ** 2 / 2), 1e-5);
  });

  it('agrees with requests that are drawn', () => {
    const [hit, miss] = [{ median: 1e-3, p99: 5e-3 }, { median: 40e-3, p99: 200e-3 }];
    const random = createRandom(3);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const drawn = Array.from({ length: 200_000 }, () => {
      const { median, p99 } = random() < 0.95 ? hit : miss;
      return median * Math.exp(normal() * Math.log(p99 / median) / 2.3263478740408408);
    }).sort((one, other) => one - other);
    for (const share of [0.5, 0.9, 0.99, 0.999]) close(mixedPercentile(0.95, hit, miss, share), drawn[Math.floor(share * drawn.length)] ?? 0, 0.03, String(share));
    close(0.95 * meanLatency(hit) + 0.05 * meanLatency(miss), drawn.reduce((sum, value) => sum + value, 0) / drawn.length, 0.025);
  });

  it('decides by misses the percentiles above the hit ratio: at 95 % hits, p99 is p80 of the misses where all hits are faster', () => {
    const [hit, miss] = [{ median: 1e-6, p99: 2e-6 }, { median: 40e-3, p99: 200e-3 }];
    close(shareWithin(miss, mixedPercentile(0.95, hit, miss, 0.99)), 0.8, 1e-9);
    close(mixedPercentile(0.95, constant(1e-3), constant(0.1), 0.9), 1e-3, 1e-8);
    close(mixedPercentile(0.95, constant(1e-3), constant(0.1), 0.99), 0.1, 1e-8);
  });

  it('has percentiles that undo the shares, between those of hits and misses', () => {
    fc.assert(fc.property(ratios, latencies, latencies, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (ratio, hit, miss, share) => {
      const time = mixedPercentile(ratio, hit, miss, share);
      const [ofHits, ofMisses] = [mixedPercentile(1, hit, miss, share), mixedPercentile(0, hit, miss, share)];
      assert.ok(time >= Math.min(ofHits, ofMisses) * (1 - 1e-6) && time <= Math.max(ofHits, ofMisses) * (1 + 1e-6));
      assert.ok(mixedShareWithin(ratio, hit, miss, time * (1 + 1e-9)) >= share - 1e-6);
      assert.ok(mixedShareWithin(ratio, hit, miss, time * (1 - 1e-9)) <= share + 1e-6);
    }), { numRuns: 300 });
  });
});
