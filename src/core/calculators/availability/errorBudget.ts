/** The error budget of an SLO: what is left of it, how fast it burns, and which alerts guard it. */
import { definePart, refuse, type Note } from '../definition';
import { choice, number, only, optionalNumber, share } from '../fields';
import { DAY, YEAR } from '../units';
import { alertsFor, detectionTime, type Alert } from './burnAlerts';
import { MOST_NINES } from './downtime';
import { THIRTY_DAYS } from './periods';

/** A budget that lasts longer than this is not said to run out, seconds. */
const FORESEEABLE = 1_000 * YEAR;

/** Which alert fires first at an error ratio that has just begun. */
function firstToFire(alerts: readonly Alert[], errorRatio: number): Note {
  const [first] = alerts.flatMap(({ burnRate, threshold, long }) => {
    const detection = detectionTime(threshold, long, errorRatio);
    return detection === undefined ? [] : [{ burnRate, detection }];
  }).sort((one, other) => one.detection - other.detection);
  return first ? { id: 'firesNow', terms: first } : { id: 'staysQuiet' };
}

/** The budget over its window: spent so far, and how it goes on at a burn rate. */
function curves(window: number, elapsed: number, left: number, burn: number) {
  const rest = window - elapsed;
  const lasts = burn > 0 ? Math.min(rest, Math.max(0, left) * (window / burn)) : rest;
  const goingOn: (readonly [number, number])[] = [[elapsed, left], [elapsed + lasts, left - (burn * lasts) / window]];
  return {
    series: [
      { id: 'even', points: [[0, 1], [window, 0]] as const },
      { id: 'soFar', points: [[0, 1], [elapsed, left]] as const },
      ...(rest > 0 && left > 0 ? [{ id: 'goingOn', points: goingOn }] : []),
    ],
    marks: [{ id: 'now', x: elapsed }],
  };
}

export const errorBudget = definePart({
  id: 'errorBudget',
  fields: {
    slo: share(0.999, { least: 0.5, most: 1 - 10 ** -MOST_NINES }),
    window: number('day', THIRTY_DAYS, { least: DAY, most: YEAR }),
    elapsed: number('day', 12 * DAY, { least: 60, most: YEAR }),
    basis: choice(['time', 'events'], 'events'),
    down: only({ basis: ['time'] }, number('minute', 21 * 60, { least: 0, most: YEAR })),
    events: only({ basis: ['events'] }, number('none', 40_000_000, { least: 1, most: 1e15, whole: true })),
    bad: only({ basis: ['events'] }, number('none', 22_000, { least: 0, most: 1e15, whole: true })),
    errorRatio: optionalNumber('percent', 0.002, { least: 0, most: 1 }),
  },
  results: { budgetTime: 'time', budgetEvents: 'number', spent: 'share', left: 'share', leftTime: 'time', leftEvents: 'number', burnSoFar: 'number', burnNow: 'number', exhaustion: 'time' },
  terms: { burn: 'number', rest: 'time', threshold: 'share', burnRate: 'number', detection: 'time', endsWith: 'share' },
  notes: ['exhausted', 'runsOut', 'lasts', 'noErrors', 'windowFull', 'firesNow', 'staysQuiet', 'neverFires', 'tooSlow', 'fewEvents'],
  refusals: ['beyondWindow', 'moreBadThanAll', 'longerThanElapsed'],
  tables: { alerts: { columns: { share: 'share', long: 'time', short: 'time', burnRate: 'number', threshold: 'share', detection: 'time', reset: 'time' } } },
  plots: { budget: { kind: 'line', x: 'time', y: 'share', series: ['even', 'soFar', 'goingOn'], marks: ['now'] } },
}, ({ slo, window, elapsed, basis, down, events, bad, errorRatio }) => {
  if (elapsed > window) return refuse('beyondWindow', 'elapsed', { elapsed, window });
  if (basis === 'events' && bad > events) return refuse('moreBadThanAll', 'bad', { bad, events });
  if (basis === 'time' && down > elapsed) return refuse('longerThanElapsed', 'down', { down, elapsed });
  const budgetTime = (1 - slo) * window;
  const budgetEvents = ((1 - slo) * events * window) / elapsed;
  const spent = basis === 'events' ? bad / budgetEvents : down / budgetTime;
  const left = 1 - spent;
  const burnSoFar = (spent * window) / elapsed;
  const burn = errorRatio === null ? burnSoFar : errorRatio / (1 - slo);
  const lasts = left > 0 && burn > 0 ? (left * window) / burn : Infinity;
  const exhaustion = lasts <= FORESEEABLE ? lasts : undefined;
  const rest = window - elapsed;
  const alerts = alertsFor(slo, window);

  const notes: Note[] = [];
  if (left <= 0) notes.push({ id: 'exhausted' });
  else if (burn === 0) notes.push({ id: 'noErrors' });
  else if (rest === 0 && exhaustion !== undefined) notes.push({ id: 'windowFull' });
  else notes.push({ id: lasts < rest ? 'runsOut' : 'lasts' });
  if (errorRatio !== null && errorRatio > 0) notes.push(firstToFire(alerts, errorRatio));
  const mute = alerts.find(({ threshold }) => threshold > 1);
  if (mute) notes.push({ id: 'neverFires', terms: { burnRate: mute.burnRate, threshold: mute.threshold } });
  const slow = alerts.find(({ burnRate }) => burnRate < 1);
  if (slow) notes.push({ id: 'tooSlow', terms: { burnRate: slow.burnRate } });
  if (basis === 'events' && budgetEvents < 100) notes.push({ id: 'fewEvents' });
  return {
    results: {
      budgetTime,
      ...(basis === 'events' ? { budgetEvents, leftEvents: left * budgetEvents } : { leftTime: left * budgetTime }),
      spent, left, burnSoFar,
      ...(errorRatio !== null && { burnNow: burn }),
      ...(exhaustion !== undefined && { exhaustion }),
    },
    terms: { burn, rest, endsWith: left - (burn * rest) / window },
    notes,
    tables: {
      alerts: alerts.map(({ share: part, long, short, burnRate, threshold, detection, reset }) =>
        [part, long, short, burnRate, threshold, detection ?? null, reset ?? null]),
    },
    plots: { budget: curves(window, elapsed, left, burn) },
  };
});
