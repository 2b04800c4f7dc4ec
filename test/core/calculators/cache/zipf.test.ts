import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalogue, generalisedHarmonic, idealHitRatio } from '../../../../src/core/calculators/cache/zipf';
import { close } from './close';

describe('Zipf catalogue', () => {
  it('gives the harmonic numbers that were published: OEIS A002387, least k with H(k) > n; Boas and Wrench 1971, table', () => {
    const least = [2, 4, 11, 31, 83, 227, 616, 1674, 4550, 12367, 33617, 91380, 248397, 675214, 1835421, 4989191, 13562027, 36865412];
    for (const [index, k] of least.entries()) {
      assert.ok(generalisedHarmonic(k, 1) > index + 1, `H(${k}) > ${index + 1}`);
      assert.ok(generalisedHarmonic(k - 1, 1) <= index + 1, `H(${k - 1}) <= ${index + 1}`);
    }
  });

  it('gives the zeta constant of the YCSB benchmark, 10^10 objects at s = 0.99 (ScrambledZipfianGenerator.ZETAN)', () => {
    close(generalisedHarmonic(1e10, 0.99), 26.46902820178302, 1e-9);
  });

  it('gives H(10, 2) = 1968329 / 1270080, as in the manual of PARI/GP, and comes to π²/6 for many', () => {
    close(generalisedHarmonic(10, 2), 1968329 / 1270080, 1e-15);
    close(generalisedHarmonic(1e9, 2), Math.PI ** 2 / 6 - 1e-9, 1e-14);
  });

  it('is the sum, term by term', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 2, noNaN: true }), (n, s) => {
      let sum = 0;
      for (let rank = n; rank >= 1; rank -= 1) sum += rank ** -s;
      close(generalisedHarmonic(n, s), sum, 1e-12);
    }), { numRuns: 60 });
  });

  it('does not break near s = 1, where the integral changes its form', () => {
    for (const s of [1 - 1e-6, 1 - 1e-12, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1 + 1e-9]) close(generalisedHarmonic(1e9, s), generalisedHarmonic(1e9, 1), 3e-5);
  });

  it('has groups of ranks that count every object and every request once', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 2, noNaN: true }), (objects, exponent) => {
      const { popularities, counts } = createCatalogue(objects, exponent);
      close(counts.reduce((sum, count) => sum + count, 0), objects, 1e-11);
      close(counts.reduce((sum, count, k) => sum + count * (popularities[k] ?? 0), 0), 1, 1e-11);
    }), { numRuns: 200 });
  });

  it('keeps the most popular: more never hits less, and all hit always', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 1e9 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (objects, exponent, part) => {
      const catalogue = createCatalogue(objects, exponent);
      const size = 1 + Math.floor(part * (objects - 1));
      assert.ok(idealHitRatio(catalogue, size) >= idealHitRatio(catalogue, Math.max(1, size - 1)));
      assert.ok(idealHitRatio(catalogue, size) >= size / objects * (1 - 1e-9));
      assert.equal(idealHitRatio(catalogue, objects), 1);
    }));
  });
});
