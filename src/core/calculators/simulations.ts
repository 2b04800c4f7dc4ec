/** The parts that take long, by calculator and part: what a worker carries, and no other part. A test holds it complete. */
import type { Part } from './definition';
import { staleness } from './quorum/staleness';

export const SIMULATIONS: Readonly<Record<string, Part>> = {
  'quorum/staleness': staleness,
};
