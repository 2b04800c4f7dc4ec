import { definePart, refuse, type Note } from '../definition';
import { choice, number } from '../fields';
import { YEAR } from '../units';
import { arrivalRate, MOST_SERVERS, servers, serviceTime } from './shared';
import { isPossible, loadFor, percentileOf, serversFor, waitOf, type Target } from './staffing';

const BEYOND = { p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01, p999: 0.001 } as const;
const MOST_POINTS = 60;
/** Points above so many targets would flatten the rest of the plot. */
const HIGHEST = 6;

/** Numbers of servers from the first that carries the load to well beyond what is needed. */
function plotted(load: number, needed: number): readonly number[] {
  const first = Math.floor(load) + 1;
  const last = needed + Math.max(4, Math.ceil((needed - first) / 2));
  const step = Math.max(1, Math.ceil((last - first) / MOST_POINTS));
  const counts = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
  return counts.includes(needed) ? counts : [...counts, needed].sort((left, right) => left - right);
}

/** What keeps a percentile under a target: the highest load for given servers, and the servers for a given load. */
export const target = definePart({
  id: 'target',
  fields: {
    arrivalRate, serviceTime, servers,
    measure: choice(['response', 'wait'], 'response'),
    percentile: choice(['p50', 'p90', 'p95', 'p99', 'p999'], 'p99'),
    target: number('millisecond', 250e-3, { least: 0, most: YEAR }),
  },
  results: {
    serversNeeded: 'number', utilisationNeeded: 'share', percentileNeeded: 'time', margin: 'number',
    maxUtilisation: 'share', maxArrivalRate: 'rate', percentileNow: 'time', squareRoot: 'number',
  },
  terms: { offeredLoad: 'number', floor: 'time', missing: 'number', oneLess: 'number', oneLessPercentile: 'time', squareRootPercentile: 'time' },
  notes: ['meets', 'misses', 'overloaded', 'oneLess', 'oneLessUnstable', 'squareRootMeets', 'squareRootMisses'],
  refusals: ['belowService', 'tooManyServers'],
  tables: { around: { columns: { servers: 'number', utilisation: 'share', waits: 'share', percentile: 'time' } } },
  plots: { byServers: { kind: 'line', x: 'number', y: 'time', series: ['percentile', 'target'], marks: ['needed', 'yours'] } },
}, (values) => {
  const { arrivalRate: rate, serviceTime: service, servers: count } = values;
  const load = rate * service;
  const beyond = BEYOND[values.percentile];
  const promise: Target = { measure: values.measure, beyond, time: values.target / service };
  if (!isPossible(promise)) return refuse('belowService', 'target', { floor: -Math.log(beyond) * service });
  const needed = serversFor(promise, load, MOST_SERVERS);
  if (needed === null) return refuse('tooManyServers', 'arrivalRate', { offeredLoad: load });

  const percentile = (with_: number): number => percentileOf(promise, with_, load) * service;
  const squareRoot = Math.ceil(load + Math.sqrt(load));
  const oneLess = needed - 1;
  const percentileNow = load < count ? percentile(count) : null;
  const squareRootPercentile = percentile(squareRoot);
  const maxUtilisation = loadFor(promise, count) / count;

  const notes: Note[] = [
    { id: percentileNow === null ? 'overloaded' : count >= needed ? 'meets' : 'misses' },
    { id: load < oneLess ? 'oneLess' : 'oneLessUnstable' },
    { id: squareRoot >= needed ? 'squareRootMeets' : 'squareRootMisses' },
  ];
  const first = Math.max(Math.floor(load) + 1, needed - 3);
  const curve = plotted(load, needed).map((with_) => [with_, percentile(with_)] as const)
    .filter(([, time]) => values.target === 0 || time <= HIGHEST * values.target);
  const [from, to] = [curve.at(0)?.[0] ?? needed, curve.at(-1)?.[0] ?? needed];
  return {
    results: {
      serversNeeded: needed, utilisationNeeded: load / needed, percentileNeeded: percentile(needed), margin: (needed - load) / Math.sqrt(load),
      maxUtilisation, maxArrivalRate: (maxUtilisation * count) / service, ...(percentileNow !== null && { percentileNow }), squareRoot,
    },
    terms: {
      offeredLoad: load, floor: -Math.log(beyond) * service, missing: Math.max(0, needed - count), oneLess, squareRootPercentile,
      ...(load < oneLess && { oneLessPercentile: percentile(oneLess) }),
    },
    notes,
    tables: {
      around: Array.from({ length: needed + 4 - first }, (_, index) => first + index)
        .map((with_) => [with_, load / with_, waitOf(with_, load).probability, percentile(with_)]),
    },
    plots: {
      byServers: {
        series: [{ id: 'percentile', points: curve }, { id: 'target', points: [[from, values.target], [to, values.target]] }],
        marks: [{ id: 'needed', x: needed }, ...(count >= from && count <= to ? [{ id: 'yours', x: count }] : [])],
      },
    },
  };
});
