/** Writes and their sizes to stored data. */
import { definePart, type Series } from '../definition';
import { count, number } from '../fields';
import { DAY, YEAR } from '../units';
import { dailyRequests, growthFactor, yearsUntil } from './demand';
import { activeShare, growth, horizon, readShare, requestsPerUser, users, writeSize } from './fields';
import { daysHeld } from './retained';

const POINTS = 60;

const fields = {
  users, activeShare, requestsPerUser, readShare, writeSize,
  storedFactor: number('none', 1.3, { least: 0.01, most: 100 }),
  replicas: count(3, 1, 100, 'copies'),
  retention: number('year', YEAR, { least: DAY, most: 100 * YEAR }),
  growth, horizon,
};

export const storage = definePart({
  id: 'storage',
  fields,
  results: { writesPerDay: 'number', rawPerDay: 'data', storedPerDay: 'data', storedPerYear: 'data', held: 'data', oneCopy: 'data' },
  terms: { yearDays: 'number', heldDays: 'number' },
  notes: ['stillGrowing', 'expiring'],
  tables: { years: { columns: { after: 'number', storedPerDay: 'data', held: 'data' } } },
  plots: { held: { kind: 'line', x: 'time', y: 'data', series: ['held', 'oneCopy'], marks: ['horizon'] } },
}, (values) => {
  const writesPerDay = dailyRequests(values) * (1 - values.readShare);
  const rawPerDay = writesPerDay * values.writeSize;
  const storedPerDay = rawPerDay * values.storedFactor * values.replicas;
  const heldAfter = (span: number): number => storedPerDay * daysHeld(values, span);
  const held = heldAfter(values.horizon);
  const end = 1.25 * Math.max(values.horizon, YEAR);
  const curve = (id: string, copies: number): Series =>
    ({ id, points: Array.from({ length: POINTS + 1 }, (_, index) => end * index / POINTS).map((span) => [span, heldAfter(span) / copies] as const) });
  return {
    results: { writesPerDay, rawPerDay, storedPerDay, storedPerYear: storedPerDay * (YEAR / DAY), held, oneCopy: held / values.replicas },
    terms: { yearDays: YEAR / DAY, heldDays: daysHeld(values, values.horizon) },
    notes: [{ id: values.horizon > values.retention ? 'expiring' : 'stillGrowing' }],
    tables: {
      years: yearsUntil(values.horizon).map((after) => [after / YEAR, storedPerDay * growthFactor(values.growth, after), heldAfter(after)]),
    },
    plots: { held: { series: [curve('held', 1), curve('oneCopy', values.replicas)], marks: [{ id: 'horizon', x: values.horizon }] } },
  };
});
