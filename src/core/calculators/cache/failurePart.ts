import { definePart, type Note, refuse } from '../definition';
import { share } from '../fields';
import { lruHitRatio } from './che';
import { backendCapacity, cacheSize, exponent, objects, requestRate } from './fields';
import { missesAfter, type Recovery, servedUntilSafe, servedUntilWarm, timeToServe } from './warmUp';
import { createCatalogue } from './zipf';

/** The cache counts as warm at this part of its hit ratio. */
const WARM = 0.99;
const POINTS = 60;

/** The cache, or some of its nodes, comes back empty. */
export const failurePart = definePart({
  id: 'failure',
  fields: { exponent, objects, cacheSize, requestRate, backendCapacity, lostShare: share(1, { least: 0.001, most: 1 }) },
  results: {
    warmHitRatio: 'share', warmLoad: 'rate', coldLoad: 'rate', amplification: 'number', coldUtilisation: 'share',
    admittedShare: 'share', timeToSafe: 'time', timeToWarm: 'time',
  },
  terms: { refusedShare: 'share' },
  notes: ['survives', 'survivesPart', 'overloads', 'everythingFits', 'longOverload'],
  refusals: ['overloadedWarm'],
  plots: { recovery: { kind: 'line', x: 'time', y: 'rate', series: ['misses', 'capacity'], marks: ['safe', 'warm'] } },
}, (values) => {
  const { requestRate: rate, backendCapacity: capacity, lostShare: lost } = values;
  const catalogue = createCatalogue(values.objects, values.exponent);
  const size = Math.min(values.cacheSize, values.objects);
  const hitRatio = lruHitRatio(catalogue, size);
  const warmLoad = rate * (1 - hitRatio);
  if (warmLoad >= capacity) return refuse('overloadedWarm', 'backendCapacity', { warmLoad });
  const coldLoad = rate * (1 - hitRatio * (1 - lost));
  const recovery: Recovery = { catalogue, size, rate, capacity, lost, hitRatio };
  const safe = servedUntilSafe(recovery);
  const warm = servedUntilWarm(recovery, WARM);
  const timeToSafe = timeToServe(recovery, safe, safe);
  const timeToWarm = timeToServe(recovery, warm, safe);
  const admittedShare = Math.min(1, capacity / coldLoad);
  const notes: Note[] = [{ id: coldLoad > capacity ? 'overloads' : rate > capacity ? 'survivesPart' : 'survives' }];
  if (timeToSafe > 600) notes.push({ id: 'longOverload' });
  if (warmLoad === 0) notes.push({ id: 'everythingFits' });
  const end = Math.max(safe, warm) * 1.2;
  const served = Array.from({ length: POINTS + 1 }, (_, index) => index === 0 ? 0 : end * 10 ** (4 * (index / POINTS - 1)));
  const points = served.map((count): [number, number] => [timeToServe(recovery, count, safe), missesAfter(recovery, count)]);
  const lastTime = points.at(-1)?.[0] ?? 0;
  return {
    results: {
      warmHitRatio: hitRatio, warmLoad, coldLoad,
      ...(warmLoad > 0 && { amplification: coldLoad / warmLoad }),
      coldUtilisation: coldLoad / capacity, admittedShare, timeToSafe, timeToWarm,
    },
    terms: { refusedShare: 1 - admittedShare },
    notes,
    plots: end > 0 ? { recovery: {
      series: [{ id: 'misses', points }, { id: 'capacity', points: [[0, capacity], [lastTime, capacity]] }],
      marks: [...(timeToSafe > 0 ? [{ id: 'safe', x: timeToSafe }] : []), { id: 'warm', x: timeToWarm }],
    } } : {},
  };
});
