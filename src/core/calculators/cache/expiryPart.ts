import { definePart, type Note } from '../definition';
import { count, number, share } from '../fields';
import { type Batch, highestMisses, jitterFor, missRates } from './expiry';
import { lifetime, recomputeCapacity, recomputeTime } from './fields';

const CYCLES = 6;
const DRAWN = 240;
/** Below this the peaks are too narrow to be drawn. */
const NARROWEST = 0.005;

/** Many keys that were written at the same time, and that should not expire at the same time. */
export const expiryPart = definePart({
  id: 'expiry',
  fields: {
    keys: count(200_000, 1, 1e9),
    keyReads: number('perSecond', 0.05, { least: 1e-9, most: 1e6 }),
    lifetime, jitter: share(0.1), recomputeTime, recomputeCapacity,
  },
  results: { window: 'time', peakRate: 'rate', withoutJitter: 'rate', steadyRate: 'rate', peakFactor: 'number', atOnce: 'number', neededJitter: 'share' },
  terms: { neededWindow: 'time' },
  notes: ['noJitter', 'peak', 'tooMuch', 'fits', 'neverFits'],
  plots: { overTime: { kind: 'line', x: 'time', y: 'rate', series: ['misses', 'steady'] } },
}, (values) => {
  const { keys, jitter, recomputeCapacity: capacity } = values;
  const batch: Batch = { keys, lifetime: values.lifetime, jitter, reads: values.keyReads };
  const window = 2 * jitter * values.lifetime;
  const peakRate = highestMisses(batch);
  const steadyRate = keys / (values.lifetime + 1 / values.keyReads);
  const neededJitter = capacity === null ? undefined : jitterFor(batch, capacity) ?? (peakRate <= capacity ? jitter : undefined);
  const notes: Note[] = [{ id: jitter === 0 ? 'noJitter' : 'peak' }];
  if (capacity !== null) notes.push({ id: neededJitter === undefined ? 'neverFits' : peakRate > capacity ? 'tooMuch' : 'fits' });
  return {
    results: {
      window, peakRate, withoutJitter: keys * values.keyReads, steadyRate, peakFactor: peakRate / steadyRate,
      atOnce: Math.min(keys, peakRate * values.recomputeTime),
      ...(neededJitter !== undefined && { neededJitter }),
    },
    ...(neededJitter !== undefined && { terms: { neededWindow: 2 * neededJitter * values.lifetime } }),
    notes,
    plots: jitter < NARROWEST ? {} : { overTime: { series: [
      { id: 'misses', points: ratesOf(batch) },
      { id: 'steady', points: [[0, steadyRate], [CYCLES * values.lifetime, steadyRate]] },
    ] } },
  };
});

/** Few enough points to draw, each the highest rate of its stretch, so that no peak is lost. */
function ratesOf(batch: Batch): readonly (readonly [number, number])[] {
  const step = Math.min(batch.lifetime / 100, batch.jitter * batch.lifetime / 10);
  const rates = missRates(batch, CYCLES * batch.lifetime, step);
  const stretch = Math.max(1, Math.ceil(rates.length / DRAWN));
  const points: [number, number][] = [];
  for (let from = 0; from < rates.length; from += stretch) points.push([from * step, Math.max(...rates.subarray(from, from + stretch))]);
  return points;
}
