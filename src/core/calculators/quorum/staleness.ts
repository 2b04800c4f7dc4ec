import { defineSimulation, refuse, type Findings, type Note, type PartShape } from '../definition';
import { choice, count, number, only, seed } from '../fields';
import { comparedQuorums, readOverlap } from './counting';
import { exponential, PUBLISHED, type Delays } from './delays';
import { QUORUM_REFUSALS, readQuorum, refuseQuorums, replicas, writeQuorum } from './fields';
import { halfWidth, quantile, shareUpTo } from './samples';
import { measure, type Measured } from './wars';

const HOUR = 3_600;
const MILLISECOND = 1e-3;
/** Replicas times trials: about a second of work. */
export const MOST_WORK = 1_000_000;

const shape = {
  id: 'staleness',
  fields: {
    replicas,
    readQuorum,
    writeQuorum,
    delays: choice(['linkedInDisk', 'linkedInSsd', 'yammer', 'exponential'], 'linkedInDisk'),
    writeDelay: only({ delays: ['exponential'] }, number('millisecond', 10 * MILLISECOND, { least: 0, most: HOUR })),
    otherDelay: only({ delays: ['exponential'] }, number('millisecond', 1 * MILLISECOND, { least: 0, most: HOUR })),
    remoteDelay: number('millisecond', 0, { least: 0, most: HOUR }),
    after: { ...number('millisecond', 10 * MILLISECOND, { least: 0, most: 24 * HOUR }), short: 't' },
    trials: count(100_000, 1_000, 200_000),
    seed: seed(),
  },
  results: {
    atOnce: 'share',
    consistentAfter: 'share',
    halfWidth: 'share',
    timeFor99: 'time',
    timeFor999: 'time',
    tailRead: 'time',
    tailWrite: 'time',
  },
  terms: { medianWrite: 'time' },
  notes: ['strict', 'slowTail', 'quick', 'roughTail'],
  refusals: [...QUORUM_REFUSALS, 'tooMuchWork'],
  tables: {
    configurations: { columns: { readQuorum: 'number', writeQuorum: 'number', tailRead: 'time', tailWrite: 'time', timeFor999: 'time' } },
  },
  plots: { curve: { kind: 'line', x: 'time', y: 'share', series: ['consistent'], marks: ['after', 'almostAll'] } },
} as const satisfies PartShape;

/** How soon after a write reads return it: t-visibility of Bailis et al. 2012. */
export const staleness = defineSimulation(shape, function* (values) {
  const refusal = refuseQuorums(values);
  if (refusal) return refusal;
  if (values.replicas * values.trials > MOST_WORK) return refuse('tooMuchWork', 'trials', { most: Math.floor(MOST_WORK / values.replicas) });
  const delays: Delays = values.delays === 'exponential'
    ? { write: exponential(values.writeDelay), other: exponential(values.otherDelay) }
    : PUBLISHED[values.delays];
  const { replicas: n, readQuorum: r, writeQuorum: w, remoteDelay, trials } = values;
  const pairs = comparedQuorums({ replicas: n, readQuorum: r, writeQuorum: w });
  const measured = yield* measure({ replicas: n, delays, remoteDelay, trials, seed: values.seed }, pairs);
  const own = measured.find(({ quorums }) => quorums.readQuorum === r && quorums.writeQuorum === w);
  // The compared pairs contain the own one.
  if (own === undefined) throw new RangeError('The simulated quorums do not contain the asked ones.');
  return describe(own, measured, values.after);
});

function describe(own: Measured, all: readonly Measured[], after: number): Findings<typeof shape> {
  const { visibleAfter, readLatency, writeLatency } = own;
  const consistentAfter = shareUpTo(visibleAfter, after);
  const almostAll = visibleFor(own, 0.999);
  return {
    results: {
      atOnce: shareUpTo(visibleAfter, 0),
      consistentAfter,
      halfWidth: halfWidth(consistentAfter, visibleAfter.length),
      timeFor99: visibleFor(own, 0.99),
      timeFor999: almostAll,
      tailRead: quantile(readLatency, 0.999),
      tailWrite: quantile(writeLatency, 0.999),
    },
    terms: { medianWrite: quantile(writeLatency, 0.5) },
    notes: verdicts(own, almostAll),
    tables: {
      configurations: all.map((each) => [
        each.quorums.readQuorum, each.quorums.writeQuorum,
        quantile(each.readLatency, 0.999), quantile(each.writeLatency, 0.999), visibleFor(each, 0.999),
      ]),
    },
    plots: {
      curve: {
        series: [{ id: 'consistent', points: curve(own, after) }],
        marks: [{ id: 'after', x: after }, { id: 'almostAll', x: almostAll }],
      },
    },
  };
}

/** The time after a write from which a share of reads returns it: t-visibility. Seconds. */
const visibleFor = ({ visibleAfter }: Measured, share: number): number => Math.max(0, quantile(visibleAfter, share));

const STEPS = 60;

/** Even steps of the share, so that the curve is smooth where it is steep. */
function curve(own: Measured, after: number): readonly (readonly [number, number])[] {
  const { visibleAfter } = own;
  const end = Math.max(after, visibleFor(own, 0.999)) * 1.1;
  const start = shareUpTo(visibleAfter, 0);
  const inner = Array.from({ length: STEPS - 1 }, (_, step) => quantile(visibleAfter, start + ((1 - start) * (step + 1)) / STEPS));
  const times = [0, ...inner.filter((time) => time > 0 && time < end), ...(end > 0 ? [end] : [])];
  return times.map((time) => [time, shareUpTo(visibleAfter, time)] as const);
}

/** A wait of so many median writes is a tail worth naming. */
const LONG_WAIT = 10;
const FEW_TAIL_TRIALS = 50;

function verdicts({ quorums, visibleAfter, writeLatency }: Measured, almostAll: number): readonly Note[] {
  if (readOverlap(quorums) > 0) return [{ id: 'strict' }];
  const notes: Note[] = [];
  if (almostAll === 0) notes.push({ id: 'quick' });
  else if (almostAll > LONG_WAIT * quantile(writeLatency, 0.5)) notes.push({ id: 'slowTail' });
  if (visibleAfter.length * 0.001 < FEW_TAIL_TRIALS) notes.push({ id: 'roughTail' });
  return notes;
}
