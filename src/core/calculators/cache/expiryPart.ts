import { definePart, type Note } from '../definition';
import { count, share } from '../fields';
import { expiryRates } from './expiry';
import { lifetime, recomputeCapacity, recomputeTime } from './fields';

const CYCLES = 6;
const DRAWN = 240;
/** Below this the peaks are too narrow to be drawn. */
const NARROWEST = 0.01;

/** Many keys that were written at the same time, and that do not expire at the same time. */
export const expiryPart = definePart({
  id: 'expiry',
  fields: { keys: count(200_000, 1, 1e9), lifetime, jitter: share(0.2), recomputeTime, recomputeCapacity },
  results: { window: 'time', peakRate: 'rate', atOnce: 'number', steadyRate: 'rate', peakFactor: 'number', neededJitter: 'share' },
  notes: ['allAtOnce', 'peak', 'tooMuch', 'fits', 'neverFits'],
  plots: { overTime: { kind: 'line', x: 'time', y: 'rate', series: ['expiries', 'steady'] } },
}, (values) => {
  const { keys, jitter, recomputeCapacity: capacity } = values;
  const window = jitter * values.lifetime;
  const steadyRate = keys / (values.lifetime * (1 - jitter / 2));
  // A window shorter than one computation is no window: the rate would only measure the shortness of the moment.
  const spread = window > values.recomputeTime;
  const peakRate = keys / window;
  const neededJitter = capacity === null ? undefined : keys / (capacity * values.lifetime);
  const notes: Note[] = [{ id: spread ? 'peak' : 'allAtOnce' }];
  if (neededJitter !== undefined) notes.push({ id: neededJitter > 1 ? 'neverFits' : neededJitter > jitter ? 'tooMuch' : 'fits' });
  return {
    results: {
      window,
      ...(spread && { peakRate, peakFactor: peakRate / steadyRate }),
      atOnce: spread ? keys * values.recomputeTime / window : keys,
      steadyRate,
      ...(neededJitter !== undefined && neededJitter <= 1 && { neededJitter }),
    },
    notes,
    plots: spread && jitter >= NARROWEST ? { overTime: { series: [
      { id: 'expiries', points: ratesOf({ keys, lifetime: values.lifetime, jitter }) },
      { id: 'steady', points: [[0, steadyRate], [CYCLES * values.lifetime, steadyRate]] },
    ] } } : {},
  };
});

/** Few enough points to draw, each the highest rate of its stretch, so that no peak is lost. */
function ratesOf(batch: { readonly keys: number; readonly lifetime: number; readonly jitter: number }): readonly (readonly [number, number])[] {
  const step = Math.min(batch.lifetime / 100, batch.jitter * batch.lifetime / 20);
  const rates = expiryRates(batch, CYCLES * batch.lifetime, step);
  const stretch = Math.max(1, Math.ceil(rates.length / DRAWN));
  const points: [number, number][] = [];
  for (let from = 0; from < rates.length; from += stretch) points.push([from * step, Math.max(...rates.subarray(from, from + stretch))]);
  return points;
}
