/** A request that waits for many leaves. */
import { definePart, type Series } from '../definition';
import { count, share } from '../fields';
import { shareSlow, shareSlowWithEnough, slowShareAllowed } from './tail';

const MOST_LEAVES = 100_000;
const POINTS = 80;
/** Below it, 1 − (1 − p)^n in the formula as printed loses digits in floating point. */
const LEAST_SHARE = 1e-6;
const SHOWN_LEAVES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
/** Below it the share says nothing: no leaves are independent of each other to that degree. */
const NEVER = 1e-12;
/** What lies above a whole number by rounding alone. */
const ROUNDING = 1e-9;

const fields = {
  leaves: count(100, 1, MOST_LEAVES, 'n'),
  slowShare: share(0.01, { least: LEAST_SHARE, most: 0.99, short: 'p' }),
  target: share(0.99, { least: 0.5, most: 0.999999 }),
  needed: share(0.95, { least: 0.01, most: 1 }),
};

const curve = (id: string, slowShare: number, most: number): Series => ({
  id,
  points: Array.from({ length: POINTS + 1 }, (_, index) => most ** (index / POINTS)).map((n) => [n, shareSlow(slowShare, n)] as const),
});

export const fanOut = definePart({
  id: 'fanOut',
  fields,
  results: {
    slow: 'share', medianPercentile: 'share', halfAt: 'number', leafPercentile: 'share', leafSlow: 'share',
    slowWithEnough: 'share',
  },
  terms: { required: 'number' },
  notes: ['mostlySlow', 'seldomSlow', 'together', 'enough', 'sharedDecides'],
  tables: { fanOuts: { columns: { leaves: 'number', slow: 'share', leafPercentile: 'share' } } },
  plots: {
    amplification: { kind: 'line', x: 'number', y: 'share', logX: true, series: ['yours', 'tenth', 'hundredth'], marks: ['here'] },
  },
}, ({ leaves, slowShare, target, needed }) => {
  const slow = shareSlow(slowShare, leaves);
  const required = Math.max(1, Math.ceil(needed * leaves - ROUNDING));
  const slowWithEnough = shareSlowWithEnough(slowShare, leaves, required);
  const most = Math.max(1_000, 10 * leaves);
  return {
    results: {
      slow,
      medianPercentile: 0.5 ** (1 / leaves),
      halfAt: Math.log(0.5) / Math.log1p(-slowShare),
      leafPercentile: target ** (1 / leaves),
      leafSlow: slowShareAllowed(target, leaves),
      // It is above zero, and no double may be near enough to it to say so.
      ...(slowWithEnough > 0 && { slowWithEnough }),
    },
    terms: { required },
    notes: [
      { id: slow > 0.5 ? 'mostlySlow' : 'seldomSlow' },
      ...(required < leaves ? [{ id: slowWithEnough < NEVER ? 'sharedDecides' : 'enough' }] : []),
      ...(leaves > 1 ? [{ id: 'together' }] : []),
    ],
    tables: { fanOuts: SHOWN_LEAVES.map((n) => [n, shareSlow(slowShare, n), target ** (1 / n)]) },
    plots: {
      amplification: {
        series: [curve('yours', slowShare, most), curve('tenth', slowShare / 10, most), curve('hundredth', slowShare / 100, most)],
        marks: [{ id: 'here', x: leaves }],
      },
    },
  };
});
