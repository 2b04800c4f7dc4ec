/** A second copy of a request for the slow ones. */
import { definePart, refuse, type Series } from '../definition';
import { number, share } from '../fields';
import { drawThrough, type LatencyDistribution } from './distribution';
import { extraRequests, quantileHedged, slowerHedged, type Hedging } from './hedge';

const HOUR = 3_600;
const POINTS = 120;
const P95 = 0.95;
const P99 = 0.99;
const P999 = 0.999;
/** Percentiles at which a second copy could be sent; 0 sends both at once. */
const CHOICES = [0, 0.5, 0.75, 0.9, P95, P99];

const bounds = { least: 1e-6, most: HOUR };
const fields = {
  median: number('millisecond', 10e-3, { ...bounds, short: 'p50' }),
  p95: number('millisecond', 40e-3, bounds),
  p99: number('millisecond', 180e-3, bounds),
  p999: number('millisecond', 900e-3, bounds),
  delay: number('millisecond', 40e-3, { least: 0, most: HOUR, short: 'after' }),
  shared: share(0.05, { least: 0, most: 1 }),
};

/** Where the curves are drawn: from the fastest answer to beyond p99.9. */
function latencies(distribution: LatencyDistribution, p999: number): readonly number[] {
  const from = distribution.quantile(0);
  const ratio = 2 * p999 / from;
  return Array.from({ length: POINTS + 1 }, (_, index) => from * ratio ** (index / POINTS));
}
const drawn = (id: string, along: readonly number[], slower: (latency: number) => number): Series =>
  ({ id, points: along.map((latency) => [latency, slower(latency)] as const).filter(([, y]) => y > 1e-6) });

export const hedging = definePart({
  id: 'hedging',
  fields,
  results: {
    extraRequests: 'share', hedged95: 'time', hedged99: 'time', hedged999: 'time', gain99: 'number', gain999: 'number',
    independent999: 'time',
  },
  notes: ['independent', 'correlated', 'early', 'late', 'overload'],
  refusals: ['order'],
  tables: { delays: { columns: { percentile: 'share', delay: 'time', extra: 'share', hedged99: 'time', hedged999: 'time' } } },
  plots: { tails: { kind: 'line', x: 'time', y: 'share', logX: true, logY: true, series: ['alone', 'hedged'], marks: ['delay'] } },
}, ({ median, p95, p99, p999, delay, shared }) => {
  if (p95 < median) return refuse('order', 'p95');
  if (p99 < p95) return refuse('order', 'p99');
  if (p999 < p99) return refuse('order', 'p999');
  const distribution = drawThrough([
    { share: 0.5, latency: median }, { share: P95, latency: p95 }, { share: P99, latency: p99 }, { share: P999, latency: p999 },
  ]);
  const hedge: Hedging = { delay, shared };
  const at = (q: number, how: Hedging = hedge): number => quantileHedged(distribution, how, q);
  const [hedged99, hedged999, extra] = [at(P99), at(P999), extraRequests(distribution, delay)];
  const along = latencies(distribution, p999);
  return {
    results: {
      extraRequests: extra, hedged95: at(P95), hedged99, hedged999, gain99: p99 / hedged99, gain999: p999 / hedged999,
      independent999: at(P999, { delay, shared: 0 }),
    },
    notes: [
      { id: shared > 0 ? 'correlated' : 'independent' },
      ...(extra > 0.2 ? [{ id: 'early' }] : []),
      ...(delay >= p99 ? [{ id: 'late' }] : []),
      { id: 'overload' },
    ],
    tables: {
      delays: CHOICES.map((q) => {
        const after = q > 0 ? distribution.quantile(q) : 0;
        const how = { delay: after, shared };
        return [q, after, extraRequests(distribution, after), at(P99, how), at(P999, how)];
      }),
    },
    plots: {
      tails: {
        series: [drawn('alone', along, distribution.slower), drawn('hedged', along, (t) => slowerHedged(distribution, hedge, t))],
        marks: delay > 0 ? [{ id: 'delay', x: delay }] : [],
      },
    },
  };
});
