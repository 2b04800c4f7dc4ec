import { definePart, type Note, refuse } from '../definition';
import { count, number, optionalNumber } from '../fields';
import { lifetime, recomputeTime } from './fields';
import { chanceBegun, coalescedComputations, earlyComputations, meanGap, slowedStampede, unprotectedComputations } from './stampede';

/** Longer than this the fluid says no more than "it does not come back". */
const COLLAPSED = 1e6;
const POINTS = 40;

/** What happens when one key expires that many ask for. */
export const stampedePart = definePart({
  id: 'stampede',
  fields: {
    keyRate: number('perSecond', 1_000, { least: 1e-6, most: 1e7 }),
    recomputeTime,
    lifetime,
    processes: count(20, 1, 100_000),
    parallel: optionalNumber('none', 100, { least: 1, most: 1e6, whole: true }),
    beta: number('none', 1, { least: 0.1, most: 10 }),
  },
  results: {
    unprotected: 'number', slowedComputations: 'number', slowedTime: 'time', coalesced: 'number',
    early: 'number', refreshedInTime: 'share', meanGap: 'time', extraRefreshes: 'share',
  },
  terms: { waiting: 'number' },
  notes: ['fewRequests', 'stampede', 'collapse', 'slowed', 'earlyHelps', 'earlyWastes'],
  refusals: ['livesTooShort'],
  plots: {
    byRate: { kind: 'line', x: 'rate', y: 'number', logX: true, logY: true, series: ['unprotected', 'coalesced', 'early'], marks: ['here'] },
    begun: { kind: 'line', x: 'time', y: 'share', series: ['begun'], marks: ['computation'] },
  },
}, (values) => {
  const { recomputeTime: duration, beta, processes } = values;
  if (values.lifetime <= duration) return refuse('livesTooShort', 'lifetime');
  const keyAt = (rate: number) => ({ rate, duration, beta, lifetime: values.lifetime });
  const key = keyAt(values.keyRate);
  const slowed = values.parallel === null ? undefined : slowedStampede(key, values.parallel);
  const collapses = slowed !== undefined && !(slowed.time < COLLAPSED * duration);
  const unprotected = unprotectedComputations(key);
  const gap = Math.min(meanGap(key), values.lifetime);
  // From one value to the next without early refresh; that a request must come first is left out.
  const cycle = values.lifetime + duration;
  const refreshedInTime = chanceBegun(key, duration);
  const notes: Note[] = [{ id: unprotected < 2 ? 'fewRequests' : 'stampede' }];
  if (collapses) notes.push({ id: 'collapse' });
  else if (slowed !== undefined && slowed.time > duration) notes.push({ id: 'slowed' });
  if (refreshedInTime > 0.99) notes.push({ id: 'earlyHelps' });
  if (gap > values.lifetime / 4) notes.push({ id: 'earlyWastes' });
  const rates = Array.from({ length: POINTS + 1 }, (_, index) => values.keyRate * 10 ** (4 * index / POINTS - 2));
  const furthest = Math.min(values.lifetime, Math.max(2 * gap, 2 * duration));
  const moments = Array.from({ length: POINTS + 1 }, (_, index) => furthest * index / POINTS);
  return {
    results: {
      unprotected,
      ...(slowed !== undefined && !collapses && { slowedComputations: slowed.computations, slowedTime: slowed.time }),
      coalesced: coalescedComputations(key, processes),
      early: earlyComputations(key),
      refreshedInTime,
      meanGap: gap,
      extraRefreshes: cycle / (cycle - gap) - 1,
    },
    terms: { waiting: values.keyRate * duration },
    notes,
    plots: {
      byRate: { series: [
        { id: 'unprotected', points: rates.map((rate) => [rate, unprotectedComputations(keyAt(rate))]) },
        { id: 'coalesced', points: rates.map((rate) => [rate, coalescedComputations(keyAt(rate), processes)]) },
        { id: 'early', points: rates.map((rate) => [rate, earlyComputations(keyAt(rate))]) },
      ], marks: [{ id: 'here', x: values.keyRate }] },
      begun: { series: [{ id: 'begun', points: moments.map((moment) => [moment, chanceBegun(key, moment)]) }], marks: [{ id: 'computation', x: duration }] },
    },
  };
});
