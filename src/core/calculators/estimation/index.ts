import type { Calculator } from '../definition';
import { bandwidth } from './bandwidth';
import { cache } from './cache';
import { concurrency } from './concurrency';
import { servers } from './servers';
import { storage } from './storage';
import { traffic } from './traffic';

/** Back of the envelope: each part begins with the numbers that the part before ends with. */
export const estimation: Calculator = { id: 'estimation', parts: [traffic, bandwidth, storage, cache, servers, concurrency] };
