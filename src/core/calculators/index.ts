/**
 * The public face of the calculators: pages, the content check and tests import from here. Not part of `core/index.ts`,
 * because the extension itself calculates nothing.
 */
import type { Calculator } from './definition';
import { rateLimiting } from './rate-limiting';
import { retry } from './retry';

/** In the order in which they are listed; a new one is imported and added here, each on a line of its own. */
export const CALCULATORS: readonly Calculator[] = [
  retry,
  rateLimiting,
];

export const calculatorById = (id: string): Calculator | undefined => CALCULATORS.find((calculator) => calculator.id === id);
