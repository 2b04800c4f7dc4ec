/** Requests and their sizes to bandwidth. */
import { definePart } from '../definition';
import { MONTH } from '../units';
import { averageRate } from './demand';
import { activeShare, peakFactor, readShare, readSize, requestsPerUser, users, writeSize } from './fields';

const BITS = 8;

export const bandwidth = definePart({
  id: 'bandwidth',
  fields: { users, activeShare, requestsPerUser, readShare, peakFactor, readSize, writeSize },
  results: {
    average: 'rate', averageIn: 'bandwidth', averageOut: 'bandwidth', peakIn: 'bandwidth', peakOut: 'bandwidth',
    outPerMonth: 'data',
  },
  terms: { month: 'time', gigabitsIn: 'number', gigabitsOut: 'number' },
  notes: ['inBits', 'protocols'],
}, (values) => {
  const average = averageRate(values);
  const averageIn = average * (1 - values.readShare) * values.writeSize;
  const averageOut = average * values.readShare * values.readSize;
  const [peakIn, peakOut] = [averageIn * values.peakFactor, averageOut * values.peakFactor];
  return {
    results: { average, averageIn, averageOut, peakIn, peakOut, outPerMonth: averageOut * MONTH },
    terms: { month: MONTH, gigabitsIn: peakIn * BITS / 1e9, gigabitsOut: peakOut * BITS / 1e9 },
    notes: [{ id: 'inBits' }, { id: 'protocols' }],
  };
});
