import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movingCount } from '../../../src/core/calculators/movingCount';

describe('Calculators: moving count', () => {
  it('counts in each cell as trying its every moment does', () => {
    fc.assert(fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }).map((times) => times.sort((a, b) => a - b)),
      fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 12 }),
      (times, length, cells) => {
        const end = cells * 5;
        const tried = Array.from({ length: cells }, (_, cell) => Math.max(...[0, 1, 2, 3, 4].map((step) => {
          const now = cell * 5 + step;
          return times.filter((time) => time <= now && time > now - length).length;
        })));
        assert.deepEqual(movingCount(times, length, end, cells), tried);
      },
    ));
  });
});
