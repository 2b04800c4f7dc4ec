import { sharding } from '../../../../src/core/calculators/sharding';
import { answersEverything } from '../partSupport';

describe('Sharding calculator: any values', function () {
  this.timeout(120_000);
  for (const part of sharding.parts) {
    it(`answers everything about ${part.id} in finite numbers or with a sentence`, () => answersEverything(part, part.id === 'skew' ? 100 : 500));
  }
});
