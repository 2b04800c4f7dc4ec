import type { Calculator } from '../definition';
import { composition } from './composition';
import { downtime } from './downtime';
import { errorBudget } from './errorBudget';
import { repair } from './repair';

/** Availability and downtime, failures and repairs, composed systems, error budgets. */
export const availability: Calculator = { id: 'availability', parts: [downtime, repair, composition, errorBudget] };
