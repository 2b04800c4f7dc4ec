import type { Calculator } from '../definition';
import { growth } from './growth';
import { littlesLaw } from './littlesLaw';
import { queue } from './queue';
import { scalability } from './scalability';
import { target } from './target';

export const capacity: Calculator = { id: 'capacity', parts: [littlesLaw, queue, target, growth, scalability] };
