/** Rate and size of a token bucket. Fluid: requests and tokens are not counted one by one. */
import { definePart, refuse, type Note } from '../definition';
import { count, number } from '../fields';

const DAY = 86_400;
/** With a peak closer to the rate a burst lasts so long that the difference has no digits left. */
const LEAST_EXCESS = 1e-9;
const MOST_RATE = 1e9;
const MOST_TOKENS = 1e12;
const POINTS = 3;

export const tokenBucket = definePart({
  id: 'tokenBucket',
  fields: {
    refillRate: number('perSecond', 100, { least: 1e-3, most: MOST_RATE, short: 'r' }),
    bucketSize: number('none', 500, { least: 1, most: MOST_TOKENS, short: 'b' }),
    peakRate: number('perSecond', 600, { least: 1e-3, most: MOST_RATE }),
    clientBurst: count(900, 1, MOST_TOKENS),
    horizon: number('second', 60, { least: 1e-3, most: 30 * DAY }),
  },
  results: {
    burstTime: 'time', burstRequests: 'number', refillTime: 'time', mostAdmitted: 'number', meanRate: 'rate',
    sizeNeeded: 'number', rejectedOfBurst: 'number', shapedWait: 'time',
  },
  notes: ['fits', 'tooSmall', 'burstDominates'],
  refusals: ['neverEmpties'],
  plots: { admitted: { kind: 'line', x: 'time', y: 'number', series: ['admitted', 'offered', 'sustained'], marks: ['empty'] } },
}, ({ refillRate, bucketSize, peakRate, clientBurst, horizon }) => {
  if (peakRate - refillRate <= LEAST_EXCESS * peakRate) return refuse('neverEmpties', 'peakRate');
  const burstTime = bucketSize / (peakRate - refillRate);
  const mostAdmitted = Math.min(peakRate * horizon, bucketSize + refillRate * horizon);
  const sizeNeeded = clientBurst * (1 - refillRate / peakRate);
  const rejectedOfBurst = Math.max(0, sizeNeeded - bucketSize);
  const notes: Note[] = [{ id: rejectedOfBurst > 0 ? 'tooSmall' : 'fits' }];
  if (mostAdmitted > 2 * refillRate * horizon) notes.push({ id: 'burstDominates' });
  const shown = POINTS * burstTime;
  return {
    results: {
      burstTime, burstRequests: peakRate * burstTime, refillTime: bucketSize / refillRate, mostAdmitted, meanRate: mostAdmitted / horizon,
      sizeNeeded, rejectedOfBurst, shapedWait: rejectedOfBurst / refillRate,
    },
    notes,
    plots: {
      admitted: {
        series: [
          { id: 'admitted', points: [[0, 0], [burstTime, peakRate * burstTime], [shown, bucketSize + refillRate * shown]] },
          { id: 'offered', points: [[0, 0], [shown, peakRate * shown]] },
          { id: 'sustained', points: [[0, 0], [shown, refillRate * shown]] },
        ],
        marks: [{ id: 'empty', x: burstTime }],
      },
    },
  };
});
