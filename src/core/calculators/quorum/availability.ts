import { definePart, type Note, type Series } from '../definition';
import { count, share } from '../fields';
import { YEAR } from '../units';
import { majorityOf } from './counting';
import { QUORUM_REFUSALS, readQuorum, refuseQuorums, replicas, writeQuorum, MOST_REPLICAS, type Quorums } from './fields';
import { atLeast, correlatedUp, fewerThan, independentUp, replicasByZone, type Failures } from './nodes';

const COMPARED_REPLICAS = 9;

/** How often a quorum of replicas is up, if failures are independent and if they are not. */
export const availability = definePart({
  id: 'availability',
  fields: {
    replicas,
    readQuorum,
    writeQuorum,
    nodeAvailability: share(0.995),
    zones: count(3, 1, MOST_REPLICAS),
    zoneAvailability: share(0.9999),
    commonCause: share(0.02),
  },
  results: {
    readsIndependent: 'share',
    writesIndependent: 'share',
    bothIndependent: 'share',
    readsCorrelated: 'share',
    writesCorrelated: 'share',
    bothCorrelated: 'share',
    ceiling: 'share',
    understated: 'number',
  },
  terms: { node: 'share', inZone: 'number' },
  notes: ['ceilingDecides', 'zoneStopsBoth', 'zoneStopsWrites', 'zoneStopsReads', 'zonePlusOne', 'zoneSurvived', 'oneZone', 'writeAllWorse', 'readAllWorse', 'unreliableNodes'],
  refusals: QUORUM_REFUSALS,
  tables: {
    byReplicas: {
      columns: { replicas: 'number', majority: 'number', failures: 'number', independent: 'time', correlated: 'time' },
    },
  },
  plots: {
    curve: {
      kind: 'line', x: 'number', y: 'share', logY: true,
      series: ['independent', 'correlated', 'all'], marks: ['here'],
    },
  },
}, (values) => {
  const refusal = refuseQuorums(values);
  if (refusal) return refusal;
  const { replicas: n, readQuorum: r, writeQuorum: w } = values;
  const node = values.nodeAvailability * values.zoneAvailability;
  const independent = independentUp(n, node);
  const correlated = correlatedUp(n, values);
  const both = Math.max(r, w);
  const down = fewerThan(independent, both);
  const compared = Array.from({ length: Math.max(COMPARED_REPLICAS, n) }, (_, index) => majorityDowntime(index + 1, values));
  return {
    results: {
      readsIndependent: atLeast(independent, r),
      writesIndependent: atLeast(independent, w),
      bothIndependent: atLeast(independent, both),
      readsCorrelated: atLeast(correlated, r),
      writesCorrelated: atLeast(correlated, w),
      bothCorrelated: atLeast(correlated, both),
      ceiling: 1 - values.commonCause * (1 - values.nodeAvailability),
      ...(down > SMALLEST_COMPARED && { understated: fewerThan(correlated, both) / down }),
    },
    terms: { node, inZone: replicasByZone(n, values.zones)[0] ?? n },
    notes: verdicts(values, node),
    tables: {
      byReplicas: compared.map(({ replicas: each, independent: alone, correlated: together }) =>
        [each, majorityOf(each), each - majorityOf(each), alone * YEAR, together * YEAR]),
    },
    plots: {
      curve: {
        series: [
          series('independent', compared.map((each) => each.independent)),
          series('correlated', compared.map((each) => each.correlated)),
          series('all', compared.map((each) => fewerThan(independentUp(each.replicas, node), each.replicas))),
        ],
        marks: [{ id: 'here', x: n }],
      },
    },
  };
});

/** Below this a ratio of two probabilities says nothing. */
const SMALLEST_COMPARED = 1e-100;

/** On a logarithmic axis there is no place for "never down". */
const series = (id: string, downtimes: readonly number[]): Series =>
  ({ id, points: downtimes.map((down, index) => [index + 1, down] as const).filter(([, down]) => down > SMALLEST_COMPARED) });

function majorityDowntime(n: number, failures: Failures): { readonly replicas: number; readonly independent: number; readonly correlated: number } {
  const alone = independentUp(n, failures.nodeAvailability * failures.zoneAvailability);
  return { replicas: n, independent: fewerThan(alone, majorityOf(n)), correlated: fewerThan(correlatedUp(n, failures), majorityOf(n)) };
}

function verdicts({ replicas: n, readQuorum: r, writeQuorum: w, ...failures }: Quorums & Failures, node: number): readonly Note[] {
  const notes: Note[] = [];
  const inZone = replicasByZone(n, failures.zones)[0] ?? n;
  const stopsReads = n - inZone < r;
  const stopsWrites = n - inZone < w;
  if (failures.zones === 1 || n === 1) notes.push({ id: 'oneZone' });
  else if (stopsReads || stopsWrites) notes.push({ id: stopsReads && stopsWrites ? 'zoneStopsBoth' : stopsReads ? 'zoneStopsReads' : 'zoneStopsWrites' });
  else notes.push({ id: n - inZone - 1 >= Math.max(r, w) ? 'zonePlusOne' : 'zoneSurvived' });
  const common = failures.commonCause * (1 - failures.nodeAvailability);
  if (common > fewerThan(correlatedUp(n, failures), Math.max(r, w)) / 2) notes.push({ id: 'ceilingDecides' });
  if (n > 1 && w === n) notes.push({ id: 'writeAllWorse' });
  if (n > 1 && r === n) notes.push({ id: 'readAllWorse' });
  if (node < 0.5) notes.push({ id: 'unreliableNodes' });
  return notes;
}
