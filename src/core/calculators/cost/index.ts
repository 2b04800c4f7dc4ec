import type { Calculator } from '../definition';
import { billPart } from './billPart';
import { breakEvenPart } from './breakEvenPart';
import { commitmentPart } from './commitmentPart';
import { sizePart } from './sizePart';
import { spotPart } from './spotPart';

export const cost: Calculator = { id: 'cost', parts: [billPart, breakEvenPart, commitmentPart, sizePart, spotPart] };
