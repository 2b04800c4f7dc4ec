/** One limit that several instances of a limiter enforce without talking to each other. */
import { definePart, refuse, type Note } from '../definition';
import { count, number, share } from '../fields';

const POINTS = 101;

/** Requests a second that pass when each of `instances` enforces `local`, and the busiest sees `hottest` of the load. */
export function admittedBy(load: number, hottest: number, instances: number, local: number): number {
  if (instances === 1) return Math.min(load, local);
  const others = load * (1 - hottest) / (instances - 1);
  return Math.min(load * hottest, local) + (instances - 1) * Math.min(others, local);
}

export const instances = definePart({
  id: 'instances',
  fields: {
    globalLimit: number('perSecond', 1_000, { least: 1e-3, most: 1e9 }),
    instanceCount: count(10, 1, 10_000, 'instances'),
    offeredLoad: number('perSecond', 1_200, { least: 1e-3, most: 1e9 }),
    hottestShare: share(0.3, { least: 1e-6, most: 1 }),
    syncInterval: number('second', 1, { least: 1e-3, most: 3_600 }),
  },
  results: {
    dividedLimit: 'rate', dividedAdmitted: 'rate', wronglyRejected: 'share', fullWorst: 'rate', lagExcess: 'number', fairShare: 'share',
  },
  terms: { allowed: 'rate' },
  notes: ['even', 'skewed', 'pinned'],
  refusals: ['belowFair'],
  plots: { admitted: { kind: 'line', x: 'share', y: 'rate', series: ['divided', 'shared'], marks: ['here'] } },
}, ({ globalLimit, instanceCount, offeredLoad, hottestShare, syncInterval }) => {
  const fairShare = 1 / instanceCount;
  if (hottestShare < fairShare * (1 - 1e-9)) return refuse('belowFair', 'hottestShare', { fairShare });
  const local = globalLimit / instanceCount;
  const allowed = Math.min(offeredLoad, globalLimit);
  const dividedAdmitted = Math.min(allowed, admittedBy(offeredLoad, hottestShare, instanceCount, local));
  const notes: Note[] = [{ id: dividedAdmitted < allowed * (1 - 1e-9) ? 'skewed' : 'even' }];
  if (instanceCount > 1) notes.push({ id: 'pinned' });
  const shares = Array.from({ length: POINTS }, (_, index) => fairShare + (1 - fairShare) * index / (POINTS - 1));
  return {
    results: {
      dividedLimit: local, dividedAdmitted, wronglyRejected: 1 - dividedAdmitted / allowed, fullWorst: instanceCount * globalLimit,
      ...(offeredLoad > globalLimit && { lagExcess: offeredLoad * syncInterval }), fairShare,
    },
    terms: { allowed },
    notes,
    plots: {
      admitted: {
        series: [
          { id: 'divided', points: shares.map((hottest) => [hottest, admittedBy(offeredLoad, hottest, instanceCount, local)]) },
          { id: 'shared', points: [[fairShare, allowed], [1, allowed]] },
        ],
        marks: [{ id: 'here', x: hottestShare }],
      },
    },
  };
});
