import type { Calculator } from '../definition';
import { calls } from './calls';
import { connection } from './connection';
import { fanOut } from './fanOut';
import { hedging } from './hedging';
import { propagation } from './propagation';

export const latency: Calculator = { id: 'latency', parts: [propagation, connection, calls, fanOut, hedging] };
