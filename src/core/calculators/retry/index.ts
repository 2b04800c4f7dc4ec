import type { Calculator } from '../definition';
import { amplification } from './amplification';
import { backlog } from './backlog';
import { backoff } from './backoff';
import { budget } from './budget';

export const retry: Calculator = { id: 'retry', parts: [amplification, backoff, budget, backlog] };
