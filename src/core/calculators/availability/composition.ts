/** The availability of a system from that of its parts, with the causes that they share. */
import { definePart, type Composition, type Findings, type Note } from '../definition';
import { MONTH, YEAR } from '../units';
import { replicaCurves } from './replicas';
import { commonCauses, componentImportances, groupsOf, type ComponentImportance } from './importance';
import { unavailabilityOf } from './unavailability';

/** An example that engineers recognise; its figures are examples too. */
export const EXAMPLE: Composition = {
  type: 'series', name: 'Shop', members: [
    { type: 'copies', name: 'Load balancers', count: 2, required: 1, beta: 0.05, member: { type: 'component', name: 'Load balancer', availability: 0.9995 } },
    { type: 'copies', name: 'Application servers', count: 3, required: 2, beta: 0.1, member: { type: 'component', name: 'Application server', availability: 0.998 } },
    {
      type: 'redundant', name: 'Database', required: 1, beta: 0.1, members: [
        { type: 'component', name: 'Primary', availability: 0.999 },
        { type: 'component', name: 'Standby', availability: 0.998 },
      ],
    },
    { type: 'component', name: 'Payment provider', availability: 0.9995 },
  ],
};

/** Less downtime in a year than this is no prediction any more, seconds. */
const BEYOND_BELIEF = 1;
const ROUNDING = 1e-9;

export const composition = definePart({
  id: 'composition',
  fields: { system: { kind: 'tree', default: EXAMPLE } },
  results: { availability: 'share', downtimeMonth: 'time', downtimeYear: 'time', independent: 'share', independentYear: 'time', hidden: 'time' },
  terms: { unavailability: 'share', independentUnavailability: 'share', month: 'time', year: 'time', saved: 'time', factor: 'number', beta: 'share' },
  notes: ['flattered', 'overlap', 'noBeta', 'weakest', 'equallyWeak', 'commonCause', 'never', 'beyondBelief', 'plotted'],
  tables: {
    components: { columns: { name: 'text', copies: 'number', availability: 'share', saved: 'time', birnbaum: 'number' } },
    causes: { columns: { name: 'text', beta: 'share', saved: 'time' } },
  },
  plots: { replicas: { kind: 'line', x: 'number', y: 'time', logY: true, series: ['independent', 'common'], points: ['independent', 'common'], marks: ['now'] } },
}, ({ system }) => {
  const unavailability = unavailabilityOf(system);
  const independentUnavailability = unavailabilityOf(system, { independent: 'all' });
  const components = componentImportances(system);
  const causes = commonCauses(system);
  const group = plottedGroup(system);
  const curves = group && replicaCurves(group);
  const downtimeYear = unavailability * YEAR;
  const independentYear = independentUnavailability * YEAR;

  const notes: Note[] = [];
  const [weakest, second] = components;
  const [cause] = causes;
  if (downtimeYear < BEYOND_BELIEF) notes.push({ id: unavailability === 0 ? 'never' : 'beyondBelief' });
  const factor = independentUnavailability > 0 ? unavailability / independentUnavailability : 1;
  if (factor > 1 + ROUNDING) notes.push({ id: 'flattered', terms: { factor } });
  else if (factor < 1 - ROUNDING) notes.push({ id: 'overlap' });
  else if (causes.length === 0 && groupsOf(system).length > 0) notes.push({ id: 'noBeta' });
  if (weakest && weakest.gain > 0) notes.push({ id: isAsWeak(weakest, second) ? 'equallyWeak' : 'weakest', terms: { name: weakest.name, saved: weakest.gain * YEAR } });
  if (cause && cause.gain > 0) notes.push({ id: 'commonCause', terms: { name: cause.group.name, saved: cause.gain * YEAR, beta: cause.group.beta } });
  if (group && curves) notes.push({ id: 'plotted', terms: { name: group.name } });

  const findings: Findings = {
    results: {
      availability: 1 - unavailability, downtimeMonth: unavailability * MONTH, downtimeYear,
      independent: 1 - independentUnavailability, independentYear, hidden: downtimeYear - independentYear,
    },
    terms: { unavailability, independentUnavailability, month: MONTH, year: YEAR },
    notes,
    tables: {
      components: components.map(({ name, copies, availability, gain, birnbaum }) => [name, copies, availability, gain * YEAR, birnbaum]),
      ...(causes.length > 0 && { causes: causes.map(({ group: { name, beta }, gain }) => [name, beta, gain * YEAR]) }),
    },
    ...(curves && { plots: { replicas: curves } }),
  };
  return findings;
});

const isAsWeak = (weakest: ComponentImportance, second: ComponentImportance | undefined): boolean => second !== undefined && second.gain >= weakest.gain * (1 - ROUNDING);

/** The group whose common cause costs most; without any, the first. */
const plottedGroup = (system: Composition) => commonCauses(system)[0]?.group ?? groupsOf(system)[0];
