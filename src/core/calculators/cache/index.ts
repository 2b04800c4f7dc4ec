import type { Calculator } from '../definition';
import { expiryPart } from './expiryPart';
import { failurePart } from './failurePart';
import { hitRatioPart } from './hitRatioPart';
import { latencyPart } from './latencyPart';
import { stampedePart } from './stampedePart';

export const cache: Calculator = { id: 'cache', parts: [hitRatioPart, latencyPart, stampedePart, expiryPart, failurePart] };
