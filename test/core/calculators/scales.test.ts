import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dimension } from '../../../src/core/calculators/units';
import { axisOf, type AxisRange } from '../../../src/webviews/calculator/scales';

const axis = (values: readonly number[], dimension: Dimension, more: Partial<AxisRange> = {}) => axisOf({ values, dimension, log: false, from: 0, to: 500, count: 5, sizes: true, ...more });
const texts = (...given: Parameters<typeof axis>): string => axis(...given).ticks.map(({ text }) => text).join(' ');

describe('An axis of a plot', () => {
  it('begins at zero for sizes, and where the places begin otherwise', () => {
    assert.equal(texts([3, 5], 'number'), '0 1 2 3 4 5');
    assert.equal(texts([1, 9], 'number', { sizes: false, count: 9 }), '1 2 3 4 5 6 7 8 9');
    assert.equal(texts([1, 3], 'number', { sizes: false }), '1 2 3');
    assert.equal(texts([0.5, 60], 'number', { sizes: false }).split(' ')[0], '0');
  });

  it('is in a unit of which there are some', () => {
    assert.equal(axis([60], 'time').unit, 's');
    assert.equal(axis([0.15], 'time').unit, 'ms');
    assert.equal(texts([0.15], 'time', { count: 4 }), '0 50 100 150');
    assert.equal(axis([3 * 3_600], 'time').unit, 'h');
  });

  it('says the unit at each tick of a logarithmic scale of times', () => {
    assert.equal(texts([0.02, 1.8], 'time', { log: true }), '10 ms 100 ms 1 s 10 s');
    assert.equal(texts([2, 50_000], 'time', { log: true, count: 8 }), '1 s 10 s 1 min 10 min 1 h 10 h 1 d');
    assert.equal(texts([3e5, 5e6], 'data', { log: true }), '100 kB 1 MB 10 MB');
  });

  it('has room for values that are as good as one', () => {
    for (const log of [false, true]) assert.equal(Number.isFinite(axis([1e-12, 1.0000000000000002e-12], 'number', { log, sizes: false }).place(1e-12)), true);
  });

  it('holds all values between its ends, whatever they are', () => {
    const dimensions: readonly Dimension[] = ['number', 'share', 'time', 'rate', 'data', 'money'];
    fc.assert(fc.property(fc.array(fc.double({ min: 1e-12, max: 1e15, noNaN: true }), { maxLength: 6 }), fc.constantFrom(...dimensions), fc.boolean(), fc.boolean(), (values, dimension, log, sizes) => {
      const drawn = axis(values, dimension, { log, sizes });
      for (const at of [...values.map((value) => drawn.place(value)), ...drawn.ticks.map((tick) => tick.at)]) assert.ok(at > -0.01 && at < 500.01, `${values.join()} at ${at}`);
      assert.ok(drawn.ticks.length < 30);
    }));
  });
});
