import type { Calculator } from '../definition';
import { availability } from './availability';
import { guarantees } from './guarantees';
import { staleness } from './staleness';
import { versions } from './versions';

/** Consistency and quorum: what N, R and W promise, how available they are, and how stale reads get. */
export const quorum: Calculator = { id: 'quorum', parts: [guarantees, availability, versions, staleness] };
