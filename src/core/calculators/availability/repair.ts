/** Availability from how often something fails and how long it then stays down. */
import { definePart, refuse, type Note } from '../definition';
import { number, optionalNumber } from '../fields';
import { MONTH, YEAR } from '../units';
import { MOST_NINES } from './downtime';

/** The share of time that is up. @param mtbf mean operating time between failures, seconds @param mttr mean time to restoration, seconds */
export const availabilityFrom = (mtbf: number, mttr: number): number => mtbf / (mtbf + mttr);
/** The share of time that is down, with all its digits where it is tiny. */
export const unavailabilityFrom = (mtbf: number, mttr: number): number => mttr / (mtbf + mttr);

const STEPS = 20;
/** Downtime a year over two decades of repair time on either side, for this time between failures and the double. */
function curves(mtbf: number, mttr: number) {
  const at = Array.from({ length: STEPS + 1 }, (_, step) => mttr * 10 ** (-2 + (4 * step) / STEPS));
  const curve = (between: number) => at.map((repair) => [repair, unavailabilityFrom(between, repair) * YEAR] as const);
  return { series: [{ id: 'asIs', points: curve(mtbf) }, { id: 'doubled', points: curve(2 * mtbf) }], marks: [{ id: 'here', x: mttr }] };
}

export const repair = definePart({
  id: 'repair',
  fields: {
    mtbf: number('day', 30 * 86_400, { least: 1, most: 1_000 * YEAR }),
    mttr: number('hour', 3_600, { least: 1e-3, most: 10 * YEAR }),
    mttd: optionalNumber('minute', 15 * 60, { least: 0, most: 10 * YEAR }),
    goal: optionalNumber('percent', 0.999, { least: 0.01, most: 1 - 10 ** -MOST_NINES }),
  },
  results: { availability: 'share', downtimeMonth: 'time', downtimeYear: 'time', failures: 'rate', withHalf: 'share', neededMttr: 'time', neededMtbf: 'time' },
  terms: { unavailability: 'share', month: 'time', year: 'time', ratio: 'number', detection: 'share', cycleAvailability: 'share' },
  notes: ['sameRatio', 'oneSecond', 'detection', 'goalMet', 'goalMissed', 'definition'],
  refusals: ['detectionLonger'],
  plots: { repairTime: { kind: 'line', x: 'time', y: 'time', logX: true, logY: true, series: ['asIs', 'doubled'], marks: ['here'] } },
}, ({ mtbf, mttr, mttd, goal }) => {
  if (mttd !== null && mttd > mttr) return refuse('detectionLonger', 'mttd', { mttd, mttr });
  const availability = availabilityFrom(mtbf, mttr);
  const unavailability = unavailabilityFrom(mtbf, mttr);
  const notes: Note[] = [{ id: 'sameRatio' }, { id: 'oneSecond' }];
  if (mttd !== null && mttd > 0) notes.push({ id: 'detection' });
  if (goal !== null) notes.push({ id: availability >= goal ? 'goalMet' : 'goalMissed' });
  // Where repairs are long, it matters whether the time between failures contains them.
  const cycles = mttr < mtbf;
  if (cycles && mttr > mtbf / 100) notes.push({ id: 'definition' });
  return {
    results: {
      availability, downtimeMonth: unavailability * MONTH, downtimeYear: unavailability * YEAR, failures: 1 / (mtbf + mttr),
      withHalf: availabilityFrom(mtbf, mttr / 2),
      ...(goal !== null && { neededMttr: (mtbf * (1 - goal)) / goal, neededMtbf: (mttr * goal) / (1 - goal) }),
    },
    terms: {
      unavailability, month: MONTH, year: YEAR, ratio: mtbf / mttr,
      ...(mttd !== null && { detection: mttd / mttr }), ...(cycles && { cycleAvailability: (mtbf - mttr) / mtbf }),
    },
    notes,
    plots: { repairTime: curves(mtbf, mttr) },
  };
});
