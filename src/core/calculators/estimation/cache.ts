/** Memory for the share of the day's reads that is worth keeping. */
import { definePart } from '../definition';
import { number, share } from '../fields';
import { DAY } from '../units';
import { dailyRequests } from './demand';
import { wholeUnits } from './fleet';
import { activeShare, peakFactor, readShare, readSize, requestsPerUser, users } from './fields';

const fields = {
  users, activeShare, requestsPerUser, readShare, peakFactor, readSize,
  hotShare: share(0.2, { least: 0.0001, most: 1, short: 'hot' }),
  hitRatio: share(0.8, { least: 0, most: 1, short: 'hits' }),
  nodeMemory: number('gigabyte', 64e9, { least: 1e6, most: 1e15 }),
};

export const cache = definePart({
  id: 'cache',
  fields,
  results: { readsPerDay: 'number', readVolume: 'data', memory: 'data', nodes: 'number', peakReads: 'rate', backendReads: 'rate' },
  notes: ['upperBound', 'lossOfCache'],
}, (values) => {
  const readsPerDay = dailyRequests(values) * values.readShare;
  const readVolume = readsPerDay * values.readSize;
  const memory = readVolume * values.hotShare;
  const peakReads = readsPerDay / DAY * values.peakFactor;
  return {
    results: {
      readsPerDay, readVolume, memory, nodes: wholeUnits(memory / values.nodeMemory), peakReads,
      backendReads: peakReads * (1 - values.hitRatio),
    },
    notes: [{ id: 'upperBound' }, ...(values.hitRatio > 0 ? [{ id: 'lossOfCache' }] : [])],
  };
});
