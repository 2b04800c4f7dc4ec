import { definePart, type Note, refuse } from '../definition';
import { number, optionalNumber } from '../fields';
import { bestInterval, bestShare, rateFor, usefulShare, type Work, youngInterval } from './checkpoint';
import { onDemandPrice } from './fields';

const MINUTE = 60;
const DAY = 86_400;
const HOUR = 3_600;
/** With less the numbers say nothing but "it does not get on". */
const LEAST_USEFUL = 1e-4;
const POINTS = 40;

/** What an hour of work costs on capacity that is taken away now and then. */
export const spotPart = definePart({
  id: 'spot',
  fields: {
    onDemandPrice,
    spotPrice: number('money', 0.3, { least: 1e-9, most: 1e9 }),
    interruptions: number('perHour', 0.05 / HOUR, { least: 1e-6 / HOUR, most: 60 / HOUR }),
    restartTime: number('minute', 5 * MINUTE, { least: 0, most: DAY }),
    checkpointTime: number('second', 30, { least: 1e-3, most: DAY }),
    checkpointInterval: optionalNumber('minute', null, { least: 1e-3, most: 365 * DAY }),
  },
  results: {
    youngInterval: 'time', bestInterval: 'time', usefulShare: 'share', overhead: 'share', effectivePrice: 'money',
    saving: 'share', withNotice: 'money', breakEvenRate: 'rate',
  },
  terms: { betweenInterruptions: 'time', usedInterval: 'time', bestUseful: 'share', lostWork: 'time' },
  notes: ['saves', 'loses', 'intervalCosts', 'youngIsOff', 'notCheaper'],
  refusals: ['noProgress'],
  plots: { byInterval: { kind: 'line', x: 'time', y: 'money', logX: true, series: ['spot', 'onDemand'], marks: ['here', 'best'] } },
}, (values) => {
  const work: Work = { save: values.checkpointTime, restart: values.restartTime, between: 1 / values.interruptions };
  const best = bestInterval(work);
  const interval = values.checkpointInterval ?? best;
  const useful = usefulShare(work, interval);
  if (!(useful >= LEAST_USEFUL)) return refuse('noProgress', values.checkpointInterval === null ? 'interruptions' : 'checkpointInterval');
  const effectivePrice = values.spotPrice / useful;
  const breakEvenRate = values.spotPrice < values.onDemandPrice ? rateFor(work, values.spotPrice / values.onDemandPrice) : undefined;
  const bestUseful = bestShare(work);
  const young = youngInterval(work);
  const notes: Note[] = [{ id: values.spotPrice >= values.onDemandPrice ? 'notCheaper' : effectivePrice < values.onDemandPrice ? 'saves' : 'loses' }];
  if (useful < bestUseful * 0.95) notes.push({ id: 'intervalCosts' });
  if (Math.abs(young / best - 1) > 0.1) notes.push({ id: 'youngIsOff' });
  return {
    results: {
      youngInterval: young, bestInterval: best, usefulShare: useful, overhead: 1 / useful - 1, effectivePrice,
      saving: 1 - effectivePrice / values.onDemandPrice,
      withNotice: values.spotPrice * (Math.exp(work.restart / work.between) + work.save / work.between),
      ...(breakEvenRate !== undefined && { breakEvenRate }),
    },
    terms: { betweenInterruptions: work.between, usedInterval: interval, bestUseful, lostWork: interval / 2 },
    notes,
    plots: { byInterval: { series: curves(work, interval, best, values.spotPrice, values.onDemandPrice), marks: [...(values.checkpointInterval === null ? [] : [{ id: 'here', x: interval }]), { id: 'best', x: best }] } },
  };
});

/** Around both intervals, up to where spot costs several times what on demand does. */
function curves(work: Work, interval: number, best: number, spotPrice: number, onDemandPrice: number) {
  const low = Math.log(Math.min(interval, best) / 20);
  const high = Math.log(Math.max(interval, best) * 20);
  const highest = 4 * Math.max(onDemandPrice, spotPrice / usefulShare(work, interval));
  const points = Array.from({ length: POINTS + 1 }, (_, index) => Math.exp(low + (high - low) * index / POINTS))
    .map((each): [number, number] => [each, spotPrice / usefulShare(work, each)])
    .filter(([, price]) => price <= highest);
  const [first, last] = [points[0]?.[0] ?? Math.exp(low), points.at(-1)?.[0] ?? Math.exp(high)];
  return [{ id: 'spot', points }, { id: 'onDemand', points: [[first, onDemandPrice], [last, onDemandPrice]] as const }];
}
