/** Peak load to servers, from a measured capacity of one of them. */
import { definePart, refuse } from '../definition';
import { number } from '../fields';
import { YEAR } from '../units';
import { averageRate, growthFactor, yearsUntil } from './demand';
import { activeShare, growth, horizon, peakFactor, requestsPerUser, spares, users, utilisation } from './fields';
import { MOST_SERVERS, serversNeeded } from './fleet';

const fields = {
  users, activeShare, requestsPerUser, peakFactor, growth, horizon,
  perServer: number('perSecond', 500, { least: 1e-3, most: 1e9, short: 'rps' }),
  utilisation, spares,
};

export const servers = definePart({
  id: 'servers',
  fields,
  results: {
    peak: 'rate', futurePeak: 'rate', usable: 'rate', needed: 'number', servers: 'number', loaded: 'share', loadedWithoutSpares: 'share',
  },
  terms: { years: 'number', most: 'number' },
  notes: ['loss', 'single', 'noSpares'],
  refusals: ['tooMany'],
  tables: { years: { columns: { after: 'number', peak: 'rate', servers: 'number' } } },
}, (values) => {
  const peak = averageRate(values) * values.peakFactor;
  const peakAfter = (span: number): number => peak * growthFactor(values.growth, span);
  const futurePeak = peakAfter(values.horizon);
  const needed = serversNeeded(futurePeak, values.perServer, values);
  if (needed > MOST_SERVERS) return refuse('tooMany', 'perServer', { futurePeak, most: MOST_SERVERS });
  const fleet = needed + values.spares;
  return {
    results: {
      peak, futurePeak, usable: values.perServer * values.utilisation, needed, servers: fleet,
      loaded: futurePeak / (fleet * values.perServer), loadedWithoutSpares: futurePeak / (needed * values.perServer),
    },
    terms: { years: values.horizon / YEAR },
    notes: [{ id: values.spares > 0 ? 'loss' : needed === 1 ? 'single' : 'noSpares' }],
    tables: {
      years: yearsUntil(values.horizon).map((after) => {
        const load = peakAfter(after);
        return [after / YEAR, load, serversNeeded(load, values.perServer, values) + values.spares];
      }),
    },
  };
});
