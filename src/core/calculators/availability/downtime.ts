/** Availability and allowed downtime, either from the other. */
import { definePart, refuse, type Note } from '../definition';
import { choice, number, only, share } from '../fields';
import { DAY, MONTH, QUARTER, WEEK, YEAR } from '../units';
import { PERIOD_IDS, PERIODS, THIRTY_DAYS } from './periods';

/** Nine nines: less than that, 32 ms a year, no clock of a distributed system agrees on. */
export const MOST_NINES = 9;
const LEAST_DOWNTIME = 1e-3;
/** An engineer on call is given this long to respond at all (SRE book, chapter 11). */
const RESPONSE = 300;

/** −log10 of the unavailability: 99.9 % has 3. @param unavailability above 0 */
export const ninesOf = (unavailability: number): number => Math.log10(1 / unavailability);

/** Two to six nines as people say them: a half is a five behind the nines. */
const SAID: readonly (readonly [nines: number, unavailability: number])[] =
  [2, 3, 4, 5, 6].flatMap((nines) => [[nines, 1 / 10 ** nines] as const, ...(nines < 6 ? [[nines + 0.5, 5 / 10 ** (nines + 1)] as const] : [])]);
const NINES_TABLE = SAID.map(([nines, unavailability]) =>
  [nines, 1 - unavailability, unavailability * DAY, unavailability * WEEK, unavailability * MONTH, unavailability * YEAR]);

const CURVE_STEPS = 24;
/** Downtime of a month and a year from one nine on, as far as the table goes and a little further where it must. */
function curves(nines: number) {
  const most = Math.max(6, Math.ceil(nines));
  const at = Array.from({ length: CURVE_STEPS + 1 }, (_, step) => Math.min(1, Math.floor(nines)) + ((most - Math.min(1, Math.floor(nines))) * step) / CURVE_STEPS);
  const curve = (period: number) => at.map((x) => [x, period / 10 ** x] as const);
  return { series: [{ id: 'perYear', points: curve(YEAR) }, { id: 'perMonth', points: curve(MONTH) }], marks: [{ id: 'here', x: nines }] };
}

export const downtime = definePart({
  id: 'downtime',
  fields: {
    known: choice(['availability', 'downtime'], 'availability'),
    availability: only({ known: ['availability'] }, share(0.9995, { least: 0, most: 1 - 10 ** -MOST_NINES })),
    allowed: only({ known: ['downtime'] }, number('minute', 30 * 60, { least: LEAST_DOWNTIME, most: YEAR })),
    period: only({ known: ['downtime'] }, choice(PERIOD_IDS, 'month')),
  },
  results: { target: 'share', unavailability: 'share', perDay: 'time', perWeek: 'time', perMonth: 'time', perQuarter: 'time', perYear: 'time', nines: 'number' },
  terms: { day: 'time', week: 'time', month: 'time', quarter: 'time', year: 'time', inThirtyDays: 'time', length: 'time' },
  notes: ['thirtyDays', 'noPerson', 'oneIncident'],
  refusals: ['longerThanPeriod'],
  tables: { nines: { columns: { nines: 'number', availability: 'share', perDay: 'time', perWeek: 'time', perMonth: 'time', perYear: 'time' } } },
  plots: { downtime: { kind: 'line', x: 'number', y: 'time', logY: true, series: ['perYear', 'perMonth'], marks: ['here'] } },
}, ({ known, availability, allowed, period }) => {
  const length = PERIODS[period];
  if (known === 'downtime' && allowed > length) return refuse('longerThanPeriod', 'allowed', { allowed, length });
  const unavailability = known === 'downtime' ? allowed / length : 1 - availability;
  const perMonth = unavailability * MONTH;
  const nines = ninesOf(unavailability);
  const notes: Note[] = [{ id: 'thirtyDays' }];
  if (perMonth < RESPONSE) notes.push({ id: 'noPerson' });
  else if (perMonth < 3_600) notes.push({ id: 'oneIncident' });
  return {
    results: {
      target: 1 - unavailability, unavailability, nines,
      perDay: unavailability * DAY, perWeek: unavailability * WEEK, perMonth, perQuarter: unavailability * QUARTER, perYear: unavailability * YEAR,
    },
    terms: { day: DAY, week: WEEK, month: MONTH, quarter: QUARTER, year: YEAR, inThirtyDays: unavailability * THIRTY_DAYS, length },
    notes,
    tables: { nines: NINES_TABLE },
    plots: { downtime: curves(nines) },
  };
});
