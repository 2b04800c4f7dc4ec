import { definePart, type Note } from '../definition';
import { comparedQuorums, majorityOf, missProbability, readOverlap, writeOverlap } from './counting';
import { QUORUM_REFUSALS, readQuorum, refuseQuorums, replicas, writeQuorum, type Quorums } from './fields';

/** What N, R and W promise, and what they do not. */
export const guarantees = definePart({
  id: 'guarantees',
  fields: { replicas, readQuorum, writeQuorum },
  results: {
    readOverlap: 'number',
    writeOverlap: 'number',
    smallestRead: 'number',
    readFailures: 'number',
    writeFailures: 'number',
    losses: 'number',
    majority: 'number',
  },
  terms: { sum: 'number', majorityFailures: 'number' },
  notes: [
    'overlap', 'noOverlap', 'notLinearizable', 'writesMeet', 'writesMiss', 'readOne', 'writeOne', 'writeAll', 'readAll',
    'majorities', 'evenReplicas', 'oneReplica',
  ],
  refusals: QUORUM_REFUSALS,
  tables: {
    choices: {
      columns: {
        readQuorum: 'number', writeQuorum: 'number', readOverlap: 'number', writeOverlap: 'number',
        readFailures: 'number', writeFailures: 'number', missed: 'share',
      },
    },
  },
}, (values) => refuseQuorums(values) ?? {
  results: {
    readOverlap: readOverlap(values),
    writeOverlap: writeOverlap(values),
    smallestRead: values.replicas - values.writeQuorum + 1,
    readFailures: values.replicas - values.readQuorum,
    writeFailures: values.replicas - values.writeQuorum,
    losses: values.writeQuorum - 1,
    majority: majorityOf(values.replicas),
  },
  terms: { sum: values.readQuorum + values.writeQuorum, majorityFailures: values.replicas - majorityOf(values.replicas) },
  notes: verdicts(values),
  tables: { choices: comparedQuorums(values).map(rowOf) },
});

const rowOf = (quorums: Quorums): readonly number[] => [
  quorums.readQuorum, quorums.writeQuorum, readOverlap(quorums), writeOverlap(quorums),
  quorums.replicas - quorums.readQuorum, quorums.replicas - quorums.writeQuorum, missProbability(quorums),
];

function verdicts(quorums: Quorums): readonly Note[] {
  const { replicas: n, readQuorum: r, writeQuorum: w } = quorums;
  if (n === 1) return [{ id: 'oneReplica' }];
  const overlaps = readOverlap(quorums) > 0;
  const majority = majorityOf(n);
  const said: readonly (readonly [id: string, holds: boolean])[] = [
    ['overlap', overlaps],
    ['noOverlap', !overlaps],
    ['notLinearizable', overlaps],
    ['writesMeet', writeOverlap(quorums) > 0],
    ['writesMiss', writeOverlap(quorums) === 0],
    ['readOne', r === 1],
    ['writeOne', w === 1],
    ['readAll', r === n],
    ['writeAll', w === n],
    ['majorities', r === majority && w === majority],
    ['evenReplicas', n % 2 === 0 && r === majority && w === majority],
  ];
  return said.filter(([, holds]) => holds).map(([id]) => ({ id }));
}
