import type { Calculator } from '../definition';
import { compare } from './compare';
import { instances } from './instances';
import { tokenBucket } from './tokenBucket';

export const rateLimiting: Calculator = { id: 'rate-limiting', parts: [compare, tokenBucket, instances] };
