import type { Calculator } from '../definition';
import { resize } from './resize';
import { shards } from './shards';
import { skew } from './skew';

/** Sharding: how many, how even, and what moves when their number changes. */
export const sharding: Calculator = { id: 'sharding', parts: [shards, skew, resize] };
