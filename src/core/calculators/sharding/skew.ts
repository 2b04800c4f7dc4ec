import { definePart, type Note } from '../definition';
import { count, number, share } from '../fields';
import { betaQuantiles, largestGamma } from './extremes';
import { largestCount } from './counts';
import { hottestShare, squaredShares } from './harmonic';

const MOST_POINTS = 10_000;
const COMPARED = [1, 10, 100, 1_000];
const PLOTTED = [...COMPARED, 2, 3, 5, 20, 40, 250];

/** How unevenly keys and load fall on shards. */
export const skew = definePart({
  id: 'skew',
  fields: {
    shards: count(12, 2, 10_000),
    keys: count(1_000_000, 1, 1e15),
    virtualNodes: count(64, 1, MOST_POINTS, 'v'),
    allowedExcess: share(0.2, { least: 0.01, most: 10 }),
    exponent: number('none', 0.8, { least: 0, most: 5, short: 's' }),
  },
  results: {
    moduloDeviation: 'share',
    moduloPeak: 'number',
    ringDeviation: 'share',
    ringPeak: 'number',
    pointsNeeded: 'number',
    hottestKey: 'share',
    loadDeviation: 'share',
    hottestShard: 'number',
  },
  notes: ['hotKeyDecides', 'hotKeyLimits', 'ringDecides', 'fewKeys', 'tooEven', 'even'],
  tables: {
    byPoints: { columns: { virtualNodes: 'number', deviation: 'share', low: 'number', high: 'number', peak: 'number' } },
  },
  plots: {
    curve: { kind: 'line', x: 'number', y: 'number', logX: true, series: ['peak', 'modulo'], marks: ['here'] },
  },
}, (values) => {
  const { shards: n, keys, virtualNodes, allowedExcess, exponent } = values;
  const hottestKey = hottestShare(keys, exponent);
  const moduloPeak = (largestCount(n, keys) * n) / keys;
  const hottestShard = 1 + (n - 1) * hottestKey;
  const pointsNeeded = pointsFor(n, 1 + allowedExcess);
  const peaks = new Map([...new Set([...PLOTTED, virtualNodes])].sort((a, b) => a - b).map((points) => [points, ringPeakOf(n, points)]));
  const last = Math.max(...peaks.keys());
  const ringPeak = peaks.get(virtualNodes) ?? 1;
  return {
    results: {
      moduloDeviation: Math.sqrt((n - 1) / keys),
      moduloPeak,
      ringDeviation: ringDeviationOf(n, virtualNodes),
      ringPeak,
      ...(pointsNeeded !== undefined && { pointsNeeded }),
      hottestKey,
      loadDeviation: Math.sqrt((n - 1) * squaredShares(keys, exponent)),
      hottestShard,
    },
    notes: verdicts({ n, keys, hottestKey, hottestShard, moduloPeak, ringPeak, pointsNeeded }),
    tables: {
      byPoints: [...new Set([...COMPARED, virtualNodes])].sort((a, b) => a - b).map((points) =>
        [points, ringDeviationOf(n, points), ...betaQuantiles(points, (n - 1) * points, [0.005, 0.995]), peaks.get(points) ?? null]),
    },
    plots: {
      curve: {
        series: [
          { id: 'peak', points: [...peaks] },
          { id: 'modulo', points: [[1, moduloPeak], [last, moduloPeak]] as const },
        ],
        marks: [{ id: 'here', x: virtualNodes }],
      },
    },
  };
});

/**
 * Standard deviation of a node's share of the ring, relative to the mean share. With V points on each of n nodes the share
 * has the beta distribution with V and (n − 1) V.
 */
export const ringDeviationOf = (n: number, points: number): number => Math.sqrt((n - 1) / (n * points + 1));

/**
 * Expected share of the fullest node, relative to the mean share: the shares are gamma values over their sum, and the sum is
 * independent of the shares, so it is the expected largest of n gamma values with shape V, divided by V.
 */
export const ringPeakOf = (n: number, points: number): number => largestGamma(n, points) / points;

/**
 * The smallest number of points for which the fullest node is expected at `peak` times the mean; undefined above the largest
 * number. The excess falls nearly as 1 / √V, so a few steps along that curve come close, and bisection ends it.
 */
export function pointsFor(n: number, peak: number): number | undefined {
  if (ringPeakOf(n, MOST_POINTS) > peak) return undefined;
  // Too few points are known below `low`, enough from `high` on.
  let [low, high] = [1, MOST_POINTS];
  let guess = FIRST_GUESS;
  for (let step = 0; low < high; step += 1) {
    const at = Math.min(high - 1, Math.max(low, step < GUESSES ? Math.floor(guess) : (low + high) >>> 1));
    const excess = ringPeakOf(n, at) - 1;
    if (excess > peak - 1) low = at + 1;
    else high = at;
    // In turns a little beyond either side, so that both bounds move.
    guess = at * (excess / (peak - 1)) ** 2 * (step % 2 === 0 ? 1.02 : 0.98);
  }
  return high;
}
const FIRST_GUESS = 64;
const GUESSES = 4;

/** Fewer keys than this on a shard vary by more than a tenth. */
const FEW_KEYS = 100;
/** Up to a tenth above the average is even. */
const EVEN = 1.1;

function verdicts({ n, keys, hottestKey, hottestShard, moduloPeak, ringPeak, pointsNeeded }: {
  readonly n: number; readonly keys: number; readonly hottestKey: number; readonly hottestShard: number;
  readonly moduloPeak: number; readonly ringPeak: number; readonly pointsNeeded: number | undefined;
}): readonly Note[] {
  const largest = Math.max(hottestShard, moduloPeak, ringPeak);
  const decides = (peak: number): boolean => peak > EVEN && peak === largest;
  const hotter = hottestKey * n > 1;
  const said: readonly (readonly [string, boolean])[] = [
    ['hotKeyLimits', hotter],
    ['hotKeyDecides', !hotter && decides(hottestShard)],
    ['ringDecides', decides(ringPeak)],
    ['fewKeys', keys / n < FEW_KEYS || decides(moduloPeak)],
    ['tooEven', pointsNeeded === undefined],
    ['even', largest <= EVEN],
  ];
  return said.filter(([, holds]) => holds).map(([id]) => ({ id }));
}
