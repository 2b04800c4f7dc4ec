import { definePart, refuse, type Note } from '../definition';
import { choice, number, only, share } from '../fields';
import { MONTH, WEEK, YEAR } from '../units';

const QUARTERS = 12;
/** Growth that takes a million years to double, in months, is no growth that anybody has measured. */
const LONGEST_DOUBLING = 12e6;

/** Compound growth against a limit: how long capacity lasts, and when the next order is due. In months from now. */
export const growth = definePart({
  id: 'growth',
  fields: {
    load: number('none', 12_000, { least: 1e-6, most: 1e15 }),
    capacity: number('none', 24_000, { least: 1e-6, most: 1e15 }),
    headroom: share(0.3, { least: 0, most: 0.95 }),
    growthBy: choice(['rate', 'doubling'], 'rate'),
    monthlyGrowth: only({ growthBy: ['rate'] }, share(0.04, { least: -0.5, most: 1 })),
    doublingTime: only({ growthBy: ['doubling'] }, number('month', 18 * MONTH, { least: WEEK, most: 100 * YEAR })),
    leadTime: number('week', 12 * WEEK, { least: 0, most: 10 * YEAR }),
  },
  results: {
    usable: 'number', monthsLeft: 'number', orderIn: 'number', loadAtOrder: 'number', monthsToLimit: 'number',
    doubling: 'number', yearlyFactor: 'number', neededInYear: 'number',
  },
  terms: { month: 'time', growthPerMonth: 'number', leadMonths: 'number', late: 'number', over: 'share' },
  notes: ['orderInTime', 'orderLate', 'beyondUsable', 'beyondCapacity', 'never'],
  refusals: ['tooFar'],
  tables: { quarters: { columns: { months: 'number', load: 'number', used: 'share', needed: 'number' } } },
  plots: { course: { kind: 'line', x: 'number', y: 'number', series: ['load', 'usable', 'capacity'], marks: ['order', 'full'] } },
}, ({ load, capacity, headroom, growthBy, monthlyGrowth, doublingTime, leadTime }) => {
  const growthPerMonth = growthBy === 'rate' ? Math.log1p(monthlyGrowth) : (Math.LN2 * MONTH) / doublingTime;
  const usable = capacity * (1 - headroom);
  const grows = growthPerMonth > 0;
  const leadMonths = leadTime / MONTH;
  const after = (months: number): number => load * Math.exp(growthPerMonth * months);
  const monthsUntil = (limit: number): number => Math.log(limit / load) / growthPerMonth;
  if (grows && Math.LN2 / growthPerMonth > LONGEST_DOUBLING) return refuse('tooFar', 'monthlyGrowth');

  const monthsLeft = grows && load < usable ? monthsUntil(usable) : null;
  const monthsToLimit = grows && load < capacity ? monthsUntil(capacity) : null;
  const orderIn = monthsLeft !== null && monthsLeft >= leadMonths ? monthsLeft - leadMonths : null;
  const verdict: Note = load >= capacity ? { id: 'beyondCapacity' } : load >= usable ? { id: 'beyondUsable' }
    : monthsLeft === null ? { id: 'never' } : orderIn === null ? { id: 'orderLate' } : { id: 'orderInTime' };

  const months = Array.from({ length: QUARTERS + 1 }, (_, quarter) => 3 * quarter);
  // Beyond the limit the curve rises so steeply that it would flatten what comes before.
  const last = monthsToLimit === null ? 3 * QUARTERS : Math.min(3 * QUARTERS, Math.max(6, Math.ceil(1.3 * monthsToLimit)));
  return {
    results: {
      usable, ...(monthsLeft !== null && { monthsLeft }), ...(orderIn !== null && { orderIn, loadAtOrder: after(orderIn) }),
      ...(monthsToLimit !== null && { monthsToLimit }), ...(grows && { doubling: Math.LN2 / growthPerMonth }),
      yearlyFactor: Math.exp(12 * growthPerMonth), neededInYear: after(12) / (1 - headroom),
    },
    terms: {
      month: MONTH, growthPerMonth, leadMonths, over: Math.max(0, load / capacity - 1),
      ...(monthsLeft !== null && { late: Math.max(0, leadMonths - monthsLeft) }),
    },
    notes: [verdict],
    tables: { quarters: months.map((at) => [at, after(at), after(at) / capacity, after(at) / (1 - headroom)]) },
    plots: {
      course: {
        series: [
          { id: 'load', points: Array.from({ length: last + 1 }, (_, at) => [at, after(at)] as const) },
          { id: 'usable', points: [[0, usable], [last, usable]] },
          { id: 'capacity', points: [[0, capacity], [last, capacity]] },
        ],
        marks: [
          ...(orderIn !== null && orderIn <= last ? [{ id: 'order', x: orderIn }] : []),
          ...(monthsLeft !== null && monthsLeft <= last ? [{ id: 'full', x: monthsLeft }] : []),
        ],
      },
    },
  };
});
