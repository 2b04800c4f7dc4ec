import { definePart, type Note, refuse } from '../definition';
import { number, optionalNumber } from '../fields';
import { hitRatio, latency } from './fields';
import { type Latency, meanLatency, mixedPercentile, mixedShareWithin, shareWithin } from './mixture';

/** A lognormal distribution with a wider spread has a mean that few of its requests come near. */
const WIDEST = 1000;
const Z99 = 2.3263478740408408;
const POINTS = 40;
/** Beyond, digits say no more than "nearly all". */
const NEARLY_ALL = 0.99;

/** The mean and the tail of requests of which some hit. */
export const latencyPart = definePart({
  id: 'latency',
  fields: {
    hitRatio,
    hitMedian: latency(1e-3), hitTail: latency(5e-3),
    missMedian: latency(40e-3), missTail: latency(200e-3),
    percentile: number('percent', 0.99, { least: 0.5, most: 0.9999, short: 'p' }),
    target: optionalNumber('millisecond', 50e-3, { least: 1e-9, most: 3_600 }),
  },
  results: { mean: 'time', median: 'time', tail: 'time', tailMisses: 'share', neededHitRatio: 'share' },
  terms: { z: 'number', hitWithin: 'share', missWithin: 'share', timesTheMean: 'number' },
  notes: ['missesDecide', 'onlyMisses', 'hitsDecide', 'meanHides', 'missesWithin', 'hitsTooSlow'],
  refusals: ['tailBelowMedian', 'tooWide'],
  plots: { byHitRatio: { kind: 'line', x: 'share', y: 'time', logY: true, series: ['mean', 'median', 'tail'], marks: ['here'] } },
}, (values) => {
  const hit: Latency = { median: values.hitMedian, p99: values.hitTail };
  const miss: Latency = { median: values.missMedian, p99: values.missTail };
  for (const [field, { median, p99 }] of [['hitTail', hit], ['missTail', miss]] as const) {
    if (p99 < median) return refuse('tailBelowMedian', field);
    if (p99 > median * WIDEST) return refuse('tooWide', field);
  }
  const meanAt = (ratio: number): number => ratio * meanLatency(hit) + (1 - ratio) * meanLatency(miss);
  const at = (ratio: number, share: number): number => mixedPercentile(ratio, hit, miss, share);
  const { percentile, target } = values;
  const mean = meanAt(values.hitRatio);
  const tail = at(values.hitRatio, percentile);
  // Just below, so that a distribution of one value counts as beyond.
  const below = tail * (1 - 1e-9);
  const beyond = 1 - mixedShareWithin(values.hitRatio, hit, miss, below);
  const tailMisses = beyond > 0 ? Math.min(1, (1 - values.hitRatio) * (1 - shareWithin(miss, below)) / beyond) : 0;
  const notes: Note[] = [{ id: tailMisses > NEARLY_ALL ? 'onlyMisses' : tailMisses > 0.5 ? 'missesDecide' : 'hitsDecide' }];
  if (tail > 3 * mean) notes.push({ id: 'meanHides' });
  const within = target === null ? undefined : { hitWithin: shareWithin(hit, target), missWithin: shareWithin(miss, target) };
  const reachable = within !== undefined && within.hitWithin >= percentile && within.missWithin < percentile;
  if (within !== undefined && within.missWithin >= percentile) notes.push({ id: 'missesWithin' });
  else if (within !== undefined && within.hitWithin < percentile) notes.push({ id: 'hitsTooSlow' });
  // Closer to each other near 1, where the tail drops.
  const ratios = Array.from({ length: POINTS + 1 }, (_, index) => 1 - (1 - index / POINTS) ** 2);
  return {
    results: {
      mean, median: at(values.hitRatio, 0.5), tail, tailMisses,
      ...(reachable && { neededHitRatio: (percentile - within.missWithin) / (within.hitWithin - within.missWithin) }),
    },
    terms: { z: Z99, timesTheMean: tail / mean, ...within },
    notes,
    plots: { byHitRatio: { series: [
      { id: 'mean', points: ratios.map((ratio) => [ratio, meanAt(ratio)]) },
      { id: 'median', points: ratios.map((ratio) => [ratio, at(ratio, 0.5)]) },
      { id: 'tail', points: ratios.map((ratio) => [ratio, at(ratio, percentile)]) },
    ], marks: [{ id: 'here', x: values.hitRatio }] } },
  };
});
