import { definePart } from '../definition';
import { choice, number, only, share } from '../fields';
import { YEAR } from '../units';
import { MOST_SERVERS } from './shared';
import { serversFor } from './staffing';

/** Little's law: mean number in a stable system = throughput × mean time in it (J. D. C. Little, 1961). */
export const littlesLaw = definePart({
  id: 'littlesLaw',
  fields: {
    wanted: choice(['number', 'time', 'throughput'], 'number'),
    throughput: only({ wanted: ['number', 'time'] }, number('perSecond', 400, { least: 1 / YEAR, most: 1e9, short: 'x' })),
    timeInside: only({ wanted: ['number', 'throughput'] }, number('millisecond', 30e-3, { least: 1e-9, most: 10 * YEAR, short: 'w' })),
    numberInside: only({ wanted: ['time', 'throughput'] }, number('none', 12, { least: 1e-9, most: 1e12, short: 'l' })),
    mayWait: share(0.01, { least: 1e-6, most: 0.5 }),
  },
  results: {
    numberFound: 'number', timeFound: 'time', throughputFound: 'rate', poolSize: 'number', poolBusy: 'share',
  },
  terms: { inside: 'number' },
  notes: ['meanOnly', 'noPool'],
}, ({ wanted, throughput, timeInside, numberInside, mayWait }) => {
  const inside = wanted === 'number' ? throughput * timeInside : numberInside;
  const poolSize = serversFor({ measure: 'wait', beyond: mayWait, time: 0 }, inside, MOST_SERVERS);
  return {
    results: {
      ...(wanted === 'number' && { numberFound: inside }),
      ...(wanted === 'time' && { timeFound: numberInside / throughput }),
      ...(wanted === 'throughput' && { throughputFound: numberInside / timeInside }),
      ...(poolSize !== null && { poolSize, poolBusy: inside / poolSize }),
    },
    terms: { inside },
    notes: [{ id: poolSize === null ? 'noPool' : 'meanOnly' }],
  };
});
