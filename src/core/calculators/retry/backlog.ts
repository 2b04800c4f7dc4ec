/** How long a system stays slow after an outage has ended. */
import { definePart, refuse, type Note } from '../definition';
import { number, share } from '../fields';
import { drainTime, neededCapacity, neededShedding, tooLateFor } from './drain';
import { capacity, requestRate } from './fields';

const DAY = 86_400;
/** With less in reserve the drain takes so long that the difference of two rates has no digits left. */
const LEAST_RESERVE = 1e-9;

export const backlog = definePart({
  id: 'backlog',
  fields: {
    requestRate, capacity,
    outage: number('minute', 600, { least: 1, most: 30 * DAY }),
    keptShare: share(1),
    retryShare: share(0.1, { least: 0, most: 10 }),
    shedShare: share(0, { least: 0, below: 1 }),
    target: number('minute', 900, { least: 1, most: 30 * DAY }),
    patience: number('second', 30, { least: 1e-3, most: 30 * DAY }),
  },
  results: {
    waiting: 'number', arrivals: 'rate', drain: 'time', normalAgain: 'time', newWait: 'time', tooLate: 'time',
    capacityNeeded: 'rate', shedNeeded: 'share',
  },
  terms: { reserve: 'rate', admitted: 'rate' },
  notes: ['deadWork', 'meetsTarget', 'missesTarget', 'retriesCouldHold', 'shedEverything'],
  refusals: ['neverRecovers', 'retriesHold'],
  plots: { waiting: { kind: 'line', x: 'time', y: 'number', series: ['present', 'withTarget'], marks: ['serviceReturns'] } },
}, (values) => {
  const { requestRate: rate, capacity: most, outage, target } = values;
  const admitted = rate * (1 - values.shedShare);
  const arrivals = rate * (1 + values.retryShare) * (1 - values.shedShare);
  if (most - admitted <= LEAST_RESERVE * most) return refuse('neverRecovers', 'capacity', { arrivals });
  if (most - arrivals <= LEAST_RESERVE * most) return refuse('retriesHold', 'retryShare', { arrivals, admitted });
  const waiting = rate * values.keptShare * outage;
  const queue = { backlog: waiting, arrivals, capacity: most };
  const drain = drainTime(queue);
  const shed = neededShedding({ ...queue, arrivals: rate * (1 + values.retryShare) }, target);
  const newWait = waiting / most;
  const notes: Note[] = [{ id: drain <= target ? 'meetsTarget' : 'missesTarget' }];
  if (newWait > values.patience) notes.push({ id: 'deadWork' });
  if (2 * admitted >= most) notes.push({ id: 'retriesCouldHold' });
  if (shed > 1) notes.push({ id: 'shedEverything' });
  return {
    results: {
      waiting, arrivals, drain, normalAgain: outage + drain, newWait, tooLate: tooLateFor(queue, values.patience),
      capacityNeeded: neededCapacity(queue, target), ...(shed <= 1 && { shedNeeded: shed }),
    },
    terms: { reserve: most - arrivals, admitted },
    notes,
    plots: {
      waiting: {
        series: [
          { id: 'present', points: [[0, 0], [outage, waiting], [outage + drain, 0]] },
          { id: 'withTarget', points: [[outage, waiting], [outage + target, 0]] },
        ],
        marks: [{ id: 'serviceReturns', x: outage }],
      },
    },
  };
});
