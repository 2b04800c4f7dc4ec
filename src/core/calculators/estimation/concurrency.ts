/** Peak load to servers, from the time that a request takes: Little's law. */
import { definePart, refuse } from '../definition';
import { count, number } from '../fields';
import { YEAR } from '../units';
import { averageRate, growthFactor } from './demand';
import { activeShare, growth, horizon, peakFactor, requestsPerUser, spares, users, utilisation } from './fields';
import { MOST_SERVERS, serversNeeded } from './fleet';

const HOUR = 3_600;

const fields = {
  users, activeShare, requestsPerUser, peakFactor, growth, horizon,
  serviceTime: number('millisecond', 50e-3, { least: 1e-6, most: HOUR, short: 'time' }),
  workers: count(16, 1, 100_000, 'workers'),
  utilisation, spares,
};

export const concurrency = definePart({
  id: 'concurrency',
  fields,
  results: { peak: 'rate', futurePeak: 'rate', inProgress: 'number', ratePerServer: 'rate', needed: 'number', servers: 'number' },
  terms: { years: 'number', most: 'number' },
  notes: ['workersInAll', 'queueing'],
  refusals: ['tooMany'],
}, (values) => {
  const peak = averageRate(values) * values.peakFactor;
  const futurePeak = peak * growthFactor(values.growth, values.horizon);
  const inProgress = futurePeak * values.serviceTime;
  const needed = serversNeeded(inProgress, values.workers, values);
  if (needed > MOST_SERVERS) return refuse('tooMany', 'serviceTime', { futurePeak, most: MOST_SERVERS });
  return {
    results: { peak, futurePeak, inProgress, ratePerServer: values.workers / values.serviceTime, needed, servers: needed + values.spares },
    terms: { years: values.horizon / YEAR },
    notes: [{ id: 'workersInAll' }, { id: 'queueing' }],
  };
});
