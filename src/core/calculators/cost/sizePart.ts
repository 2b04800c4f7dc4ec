import { definePart, type Note, refuse } from '../definition';
import { number, table } from '../fields';
import { MONTH } from '../units';
import { bestCommitment, breakEvenUtilisation, committedPriceOf, hourlyCost, type Level } from './commitment';
import { committedPrice, onDemandPrice, term, upfront } from './fields';

const HOUR = 3_600;
const POINTS = 60;
/** Less is nothing, and nothing can be divided by it. */
const SHORTEST = 1;
const FEWEST = 1e-6;

/** How many units to commit to when their use changes over the day or the year. */
export const sizePart = definePart({
  id: 'commitmentSize',
  fields: {
    onDemandPrice, committedPrice, upfront, term,
    levels: table(
      { running: number('none', 0, { least: 0, most: 1e9 }), hours: number('hour', 0, { least: 0, most: 1e9 }) },
      [{ running: 10, hours: 7 * HOUR }, { running: 20, hours: 9 * HOUR }, { running: 40, hours: 6 * HOUR }, { running: 60, hours: 2 * HOUR }], 1, 200,
    ),
    committedUnits: number('none', 40, { least: 0, most: 1e9 }),
  },
  results: { bestUnits: 'number', breakEvenUtilisation: 'share', bestCost: 'money', onDemandCost: 'money', bestSaving: 'share', ownCost: 'money', ownSaving: 'share', ownUtilisation: 'share' },
  terms: { meanUnits: 'number', effectivePrice: 'money', hour: 'time', month: 'time' },
  notes: ['commitTo', 'commitNothing', 'neverPays', 'tooMany', 'tooFew', 'asGood'],
  refusals: ['noHours', 'nothingRuns'],
  plots: { byUnits: { kind: 'line', x: 'number', y: 'money', series: ['cost', 'onDemand'], marks: ['best', 'own'] } },
}, (values) => {
  const { onDemandPrice: onDemand, committedUnits: own } = values;
  const all = values.levels.reduce((sum, { hours }) => sum + hours, 0);
  if (all < SHORTEST) return refuse('noHours', 'levels');
  const levels: readonly Level[] = values.levels.map(({ running, hours }) => ({ units: running, share: hours / all }));
  const meanUnits = hourlyCost(levels, 0, 1, 0);
  if (meanUnits < FEWEST) return refuse('nothingRuns', 'levels');
  const effectivePrice = committedPriceOf(values.committedPrice, values.upfront, values.term / HOUR);
  const breakEven = breakEvenUtilisation(onDemand, effectivePrice);
  const monthOf = (committed: number): number => hourlyCost(levels, committed, onDemand, effectivePrice) * MONTH / HOUR;
  const best = bestCommitment(levels, breakEven);
  const [bestCost, ownCost, onDemandCost] = [monthOf(best), monthOf(own), monthOf(0)];
  const used = meanUnits - hourlyCost(levels, own, 1, 0);
  const notes: Note[] = [{ id: best > 0 ? 'commitTo' : breakEven >= 1 ? 'neverPays' : 'commitNothing' }];
  if (ownCost > bestCost * (1 + 1e-9)) notes.push({ id: own > best ? 'tooMany' : 'tooFew' });
  else notes.push({ id: 'asGood' });
  const end = Math.max(...levels.map(({ units }) => units), own <= 4 * best ? own : 0) * 1.1;
  const steps = Array.from({ length: POINTS + 1 }, (_, index) => end * index / POINTS);
  return {
    results: {
      bestUnits: best, breakEvenUtilisation: breakEven, bestCost, onDemandCost, bestSaving: 1 - bestCost / onDemandCost,
      ownCost, ownSaving: 1 - ownCost / onDemandCost,
      ...(own > 0 && { ownUtilisation: Math.min(1, used / own) }),
    },
    terms: { meanUnits, effectivePrice, hour: HOUR, month: MONTH },
    notes,
    plots: { byUnits: {
      series: [{ id: 'cost', points: steps.map((units) => [units, monthOf(units)]) }, { id: 'onDemand', points: [[0, onDemandCost], [end, onDemandCost]] }],
      marks: [{ id: 'best', x: best }, ...(own <= end ? [{ id: 'own', x: own }] : [])],
    } },
  };
});
