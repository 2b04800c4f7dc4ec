/** Users to requests a second. */
import { definePart } from '../definition';
import { MONTH, YEAR } from '../units';
import { averageRate, dailyRequests, dailyUsers, growthFactor, yearsUntil } from './demand';
import { activeShare, growth, horizon, peakFactor, readShare, requestsPerUser, users } from './fields';

/** Of a number that a sentence calls "about". */
const DIGITS = 4;
const roundedTo = (digits: number, value: number): number => Number(value.toPrecision(digits));

export const traffic = definePart({
  id: 'traffic',
  fields: { users, activeShare, requestsPerUser, readShare, peakFactor, growth, horizon },
  results: {
    dailyUsers: 'number', requestsPerDay: 'number', average: 'rate', peak: 'rate', peakReads: 'rate', peakWrites: 'rate',
    futurePeak: 'rate',
  },
  terms: { years: 'number', perMonth: 'number' },
  notes: ['scale', 'mostlyWrites'],
  tables: { years: { columns: { after: 'number', dailyUsers: 'number', average: 'rate', peak: 'rate' } } },
}, (values) => {
  const [active, requestsPerDay, average] = [dailyUsers(values), dailyRequests(values), averageRate(values)];
  const peak = average * values.peakFactor;
  return {
    results: {
      dailyUsers: active, requestsPerDay, average, peak,
      peakReads: peak * values.readShare, peakWrites: peak * (1 - values.readShare),
      futurePeak: peak * growthFactor(values.growth, values.horizon),
    },
    terms: { years: values.horizon / YEAR, perMonth: roundedTo(DIGITS, average * MONTH) },
    notes: [{ id: 'scale' }, ...(values.readShare < 0.5 ? [{ id: 'mostlyWrites' }] : [])],
    tables: {
      years: yearsUntil(values.horizon).map((after) => {
        const factor = growthFactor(values.growth, after);
        return [after / YEAR, active * factor, average * factor, peak * factor];
      }),
    },
  };
});
