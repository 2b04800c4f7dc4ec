/**
 * The public face of the calculators: pages, the content check and tests import from here. Not part of `core/index.ts`,
 * because the extension itself calculates nothing.
 */
import { availability } from './availability';
import { cache } from './cache';
import { capacity } from './capacity';
import { cost } from './cost';
import type { Calculator } from './definition';
import { estimation } from './estimation';
import { latency } from './latency';
import { quorum } from './quorum';
import { rateLimiting } from './rate-limiting';
import { retry } from './retry';
import { sharding } from './sharding';

/** In the order in which they are listed, that of `CALCULATOR_IDS`; a new one is imported and added here. */
export const CALCULATORS: readonly Calculator[] = [
  availability,
  capacity,
  latency,
  cost,
  quorum,
  retry,
  cache,
  sharding,
  rateLimiting,
  estimation,
];

export const calculatorById = (id: string): Calculator | undefined => CALCULATORS.find((calculator) => calculator.id === id);
