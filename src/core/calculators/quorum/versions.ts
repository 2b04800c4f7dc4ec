import { definePart, type Note } from '../definition';
import { count, number } from '../fields';
import { missProbability } from './counting';
import { QUORUM_REFUSALS, readQuorum, refuseQuorums, replicas, writeQuorum } from './fields';

/** The consistency that "versions needed" asks for. */
const WANTED_MISSES = 0.001;
const LONGEST_PLOT = 200;
const SHORTEST_PLOT = 10;

/** How many versions behind a read is, without a word about time: k-staleness of Bailis et al. 2012, section 3. */
export const versions = definePart({
  id: 'versions',
  fields: {
    replicas,
    readQuorum,
    writeQuorum,
    versions: count(2, 1, 1_000, 'k'),
    writeRate: number('perSecond', 1, { above: 0, most: 1e6 }),
    readRate: number('perSecond', 1, { above: 0, most: 1e6 }),
  },
  results: {
    missed: 'share',
    within: 'share',
    beyond: 'share',
    meanBehind: 'number',
    versionsNeeded: 'number',
    backwards: 'share',
  },
  notes: ['strict', 'upperBound'],
  refusals: QUORUM_REFUSALS,
  plots: { curve: { kind: 'line', x: 'number', y: 'share', series: ['within'], marks: ['here'] } },
}, (values) => {
  const refusal = refuseQuorums(values);
  if (refusal) return refusal;
  const missed = missProbability(values);
  const needed = versionsFor(WANTED_MISSES, missed);
  const last = Math.min(LONGEST_PLOT, Math.max(SHORTEST_PLOT, needed, values.versions));
  const notes: readonly Note[] = [{ id: missed === 0 ? 'strict' : 'upperBound' }];
  return {
    results: {
      missed,
      within: withinVersions(missed, values.versions),
      beyond: missed ** values.versions,
      meanBehind: missed / (1 - missed),
      versionsNeeded: needed,
      backwards: missed ** (1 + values.writeRate / values.readRate),
    },
    notes,
    plots: {
      curve: {
        series: [{ id: 'within', points: Array.from({ length: last }, (_, index) => [index + 1, withinVersions(missed, index + 1)] as const) }],
        ...(values.versions <= last && { marks: [{ id: 'here', x: values.versions }] }),
      },
    },
  };
});

/** Probability that a read returns one of the last k versions, if each write chose its replicas independently. */
export const withinVersions = (missed: number, k: number): number => 1 - missed ** k;

/** The logarithms may be off by one unit in the last place, as with 0.1 to the power of 3. */
const ROUNDING_ERROR = 1e-12;

/** The smallest k for which at most `share` of reads are k or more versions behind. */
export const versionsFor = (share: number, missed: number): number =>
  missed === 0 ? 1 : Math.max(1, Math.ceil((Math.log(share) / Math.log(missed)) * (1 - ROUNDING_ERROR)));
