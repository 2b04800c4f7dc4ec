import { definePart, type Note } from '../definition';
import { number } from '../fields';
import { MONTH, YEAR } from '../units';
import { breakEvenVolume, monthlyCost, type Option } from './breakEven';

const amount = (initial: number) => number('money', initial, { least: 0, most: 1e12 });
const POINTS = 20;
/** A volume beyond this is nobody's, and as many seconds are no time to wait. */
const FAR = 1e18;
/** Costs that differ by less are the same, and differ by rounding. */
const SAME = 1e-12;

/** Two options, each with fixed and variable costs. */
export const breakEvenPart = definePart({
  id: 'breakEven',
  fields: {
    fixedA: amount(100), unitA: amount(0.05), fixedB: amount(2_000), unitB: amount(0.01),
    oneTime: amount(10_000),
    volume: number('none', 100_000, { least: 0, most: 1e15, short: 'v' }),
    horizon: number('year', 2 * YEAR, { least: MONTH, most: 20 * YEAR }),
  },
  results: { costA: 'money', costB: 'money', saving: 'money', breakEven: 'number', payback: 'time', netSaving: 'money', worthFrom: 'number' },
  terms: { month: 'time' },
  notes: ['bCheaper', 'aCheaper', 'same', 'aAlways', 'bAlways', 'bAbove', 'bBelow', 'parallel', 'paysBack', 'paysTooLate', 'neverPays'],
  plots: { byVolume: { kind: 'line', x: 'number', y: 'money', series: ['a', 'b'], marks: ['here', 'equal'] } },
}, (values) => {
  const a: Option = { fixed: values.fixedA, unit: values.unitA };
  const b: Option = { fixed: values.fixedB, unit: values.unitB };
  const costA = monthlyCost(a, values.volume);
  const costB = monthlyCost(b, values.volume);
  const saving = costA - costB;
  const same = Math.abs(saving) <= SAME * Math.max(costA, costB);
  const near = (value: number | undefined): number | undefined => (value !== undefined && value <= FAR ? value : undefined);
  const breakEven = near(breakEvenVolume(a, b));
  const worthFrom = b.unit < a.unit ? near(breakEvenVolume(a, b, values.oneTime / (values.horizon / MONTH))) : undefined;
  const payback = saving > 0 && !same ? near(values.oneTime / saving * MONTH) : undefined;
  const end = Math.max(2 * values.volume, breakEven !== undefined && breakEven <= 100 * values.volume ? 1.5 * breakEven : 0, 1);
  const curve = (option: Option) => Array.from({ length: POINTS + 1 }, (_, index): [number, number] => [end * index / POINTS, monthlyCost(option, end * index / POINTS)]);
  return {
    results: {
      costA, costB, saving,
      ...(breakEven !== undefined && { breakEven }),
      ...(payback !== undefined && { payback }),
      netSaving: saving * values.horizon / MONTH - values.oneTime,
      ...(worthFrom !== undefined && { worthFrom }),
    },
    terms: { month: MONTH },
    notes: [{ id: same ? 'same' : saving > 0 ? 'bCheaper' : 'aCheaper' }, crossingOf(a, b, breakEven), ...paybackOf(values, payback)],
    plots: { byVolume: {
      series: [{ id: 'a', points: curve(a) }, { id: 'b', points: curve(b) }],
      marks: [{ id: 'here', x: values.volume }, ...(breakEven !== undefined && breakEven <= end ? [{ id: 'equal', x: breakEven }] : [])],
    } },
  };
});

/** Where the lines cross, or why they do not. */
function crossingOf(a: Option, b: Option, breakEven: number | undefined): Note {
  if (breakEven !== undefined && breakEven > 0) return { id: b.unit < a.unit ? 'bAbove' : 'bBelow' };
  if (a.unit === b.unit && a.fixed === b.fixed) return { id: 'parallel' };
  // Without a crossing, or with one beyond any volume, what costs less without volume costs less with it.
  return { id: (breakEven === 0 ? b.unit < a.unit : b.fixed < a.fixed) ? 'bAlways' : 'aAlways' };
}

function paybackOf({ oneTime, horizon }: { readonly oneTime: number; readonly horizon: number }, payback: number | undefined): readonly Note[] {
  if (oneTime === 0) return [];
  if (payback === undefined) return [{ id: 'neverPays' }];
  return [{ id: payback <= horizon ? 'paysBack' : 'paysTooLate' }];
}
