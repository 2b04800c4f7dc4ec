/** A schedule of retries: how long it takes, whether it fits a deadline, and how it spreads clients that failed together. */
import { definePart, refuse, type Note } from '../definition';
import { choice, number, only } from '../fields';
import { attempts } from './fields';
import { busiest, cellPeaks, inFlight } from './inFlight';
import { JITTERS, pauses, starts, type Policy } from './schedule';
import { sampleStarts } from './spread';

const HOUR = 3_600;
const POINTS = 160;
/** 0.1 s + 0.2 s fit into 0.3 s, whatever binary fractions make of them. */
const within = (time: number, deadline: number): boolean => time <= deadline * (1 + 1e-12);

/** It is right to about 3 %; more digits would say otherwise. */
const rounded = (many: number): number => (many >= 10 ? Math.round(many) : many);

export const backoff = definePart({
  id: 'backoff',
  fields: {
    base: number('millisecond', 0.1, { least: 1e-3, most: HOUR }),
    factor: only({ jitter: ['full', 'equal', 'slight', 'none'] }, number('none', 2, { least: 1, most: 10 })),
    cap: number('second', 1, { least: 1e-3, most: 24 * HOUR }),
    attempts,
    jitter: choice(JITTERS, 'full'),
    tryTime: number('millisecond', 0.05, { least: 1e-3, most: HOUR }),
    deadline: number('second', 1, { least: 1e-3, most: 720 * HOUR }),
    clients: number('none', 1_000, { least: 1, most: 1e9, whole: true }),
  },
  results: { meanEnd: 'time', earliestEnd: 'time', latestEnd: 'time', surelyFit: 'number', peak: 'number', peakAt: 'time' },
  terms: { meanPauses: 'time', leastPauses: 'time', mostPauses: 'time' },
  notes: ['fits', 'mayMiss', 'neverFits', 'herd', 'spread'],
  refusals: ['capBelowBase'],
  tables: { schedule: { columns: { attempt: 'number', leastPause: 'time', meanPause: 'time', mostPause: 'time', meanStart: 'time', latestStart: 'time' } } },
  plots: { inFlight: { kind: 'line', x: 'time', y: 'number', series: ['chosen', 'noJitter'] } },
}, (values) => {
  const { tryTime, deadline, clients, jitter } = values;
  if (values.cap < values.base) return refuse('capBelowBase', 'cap');
  const policy: Policy = values;
  const between = pauses(policy);
  const begin = starts(between, tryTime);
  const sum = (of: 'least' | 'mean' | 'most'): number => between.reduce((total, pause) => total + pause[of], 0);
  const [leastPauses, meanPauses, mostPauses] = [sum('least'), sum('mean'), sum('most')];
  const trying = policy.attempts * tryTime;
  const latestEnd = trying + mostPauses;
  const retries = inFlight(sampleStarts(policy, tryTime), tryTime);
  const peak = busiest(retries);
  const fit: Note = { id: within(latestEnd, deadline) ? 'fits' : within(trying + leastPauses, deadline) ? 'mayMiss' : 'neverFits' };
  const span = retries.at(-1)?.[0] ?? 0;
  const line = (of: typeof retries): [number, number][] =>
    cellPeaks(of, span, POINTS).map((share, cell) => [span * (cell + 0.5) / POINTS, clients * share]);
  return {
    results: {
      meanEnd: trying + meanPauses, earliestEnd: trying + leastPauses, latestEnd,
      surelyFit: begin.filter((start) => within(start.most + tryTime, deadline)).length,
      peak: rounded(clients * peak.share), peakAt: peak.at,
    },
    terms: { meanPauses, leastPauses, mostPauses },
    notes: [fit, { id: jitter === 'none' ? 'herd' : 'spread' }],
    tables: {
      schedule: begin.map((start, index) => {
        const pause = between[index - 1];
        return [index + 1, pause?.least ?? null, pause?.mean ?? null, pause?.most ?? null, start.mean, start.most];
      }),
    },
    plots: {
      inFlight: {
        series: [
          { id: 'chosen', points: line(retries) },
          ...(jitter === 'none' ? [] : [{ id: 'noJitter', points: line(inFlight(sampleStarts({ ...policy, jitter: 'none' }, tryTime), tryTime)) }]),
        ],
      },
    },
  };
});
