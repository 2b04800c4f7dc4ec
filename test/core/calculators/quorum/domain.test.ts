import { quorum } from '../../../../src/core/calculators/quorum';
import { answersEverything } from '../partSupport';

describe('Quorum calculator: any values', function () {
  this.timeout(120_000);
  for (const part of quorum.parts) {
    const simulated = part.simulate !== undefined;
    it(`answers everything about ${part.id} in finite numbers or with a sentence`, () => {
      answersEverything(part, simulated ? 40 : 500, ({ trials }) => !simulated || Number(trials) < 5_000);
    });
  }
});
