import { definePart, refuse, type Note } from '../definition';
import { number } from '../fields';
import { erlangB, erlangC } from './erlang';
import { arrivalRate, servers, serviceTime } from './shared';
import { responseQuantile, waitQuantile, type Wait } from './waiting';

const variability = (short: string) => number('none', 1, { least: 0, most: 1_000, short });
const BEYOND = [0.5, 0.1, 0.05, 0.01, 0.001];
const MORE_LOAD = 1.05;

interface Model { readonly servers: number; readonly variability: number }

/**
 * The wait at an offered load: Erlang C, and the mean wait of those who wait times (Ca² + Cs²) / 2. Exact for M/M/c;
 * its mean is exact for M/G/1 (Pollaczek and Khinchine); otherwise the approximation of Allen and Cunneen, which for
 * one server is Kingman's.
 */
function waitAt({ servers: count, variability: factor }: Model, load: number): Wait {
  return { probability: erlangC(count, load), delayed: factor / (count - load) };
}

/** Wait against utilisation, up to 95 % or to where the system is. */
function curveOf(model: Model, service: number, utilisation: number) {
  const last = Math.max(0.95, utilisation);
  const at = Array.from({ length: 60 }, (_, step) => (last * (step + 1)) / 60);
  if (utilisation < last) at.push(utilisation);
  at.sort((left, right) => left - right);
  const waits = at.map((x) => ({ x, wait: waitAt(model, x * model.servers) })).filter(({ x }) => x * model.servers < model.servers);
  return {
    series: [
      { id: 'mean', points: waits.map(({ x, wait }) => [x, wait.probability * wait.delayed * service] as const) },
      { id: 'p99', points: waits.map(({ x, wait }) => [x, waitQuantile(wait, 0.01) * service] as const) },
    ],
    marks: [{ id: 'here', x: utilisation }],
  };
}

/** A queue in front of equal servers: M/M/c, with the variability of arrivals and service taken into account. */
export const queue = definePart({
  id: 'queue',
  fields: { arrivalRate, serviceTime, servers, arrivalVariability: variability('ca2'), serviceVariability: variability('cs2') },
  results: {
    utilisation: 'share', waitProbability: 'share', meanWait: 'time', waitP99: 'time', meanResponse: 'time', responseP99: 'time',
    numberWaiting: 'number', numberInSystem: 'number', blocking: 'share',
  },
  terms: { offeredLoad: 'number', delayedWait: 'time', factor: 'number', moreLoad: 'share', separateWait: 'time', capacity: 'rate' },
  notes: ['exact', 'exactMean', 'approximate', 'even', 'noResponsePercentiles', 'steep', 'overEdge', 'pooled'],
  refusals: ['unstable'],
  tables: { percentiles: { columns: { share: 'share', wait: 'time', response: 'time' } } },
  plots: { curve: { kind: 'line', x: 'share', y: 'time', series: ['mean', 'p99'], marks: ['here'] } },
}, ({ arrivalRate: rate, serviceTime: service, servers: count, arrivalVariability, serviceVariability }) => {
  const load = rate * service;
  const capacity = count / service;
  if (load >= count) return refuse('unstable', 'servers', { offeredLoad: load, capacity });
  const model = { servers: count, variability: (arrivalVariability + serviceVariability) / 2 };
  const wait = waitAt(model, load);
  const meanWait = wait.probability * wait.delayed * service;
  const meanResponse = meanWait + service;
  const utilisation = load / count;
  // Sending each request to a server at random leaves of the variability of arrivals what differs from random ones, divided.
  const separateArrivals = 1 + (arrivalVariability - 1) / count;
  const separateWait = (load / (count - load)) * ((separateArrivals + serviceVariability) / 2) * service;
  const exponential = serviceVariability === 1;

  const notes: Note[] = [];
  if (model.variability === 0) notes.push({ id: 'even' });
  else if (exponential && arrivalVariability === 1) notes.push({ id: 'exact' });
  else notes.push({ id: count === 1 && arrivalVariability === 1 ? 'exactMean' : 'approximate' });
  if (!exponential) notes.push({ id: 'noResponsePercentiles' });
  const more = load * MORE_LOAD < count ? waitAt(model, load * MORE_LOAD) : null;
  const factor = more && meanWait > 0 ? (more.probability * more.delayed * service) / meanWait : null;
  if (!more) notes.push({ id: 'overEdge' });
  else if (factor !== null && factor >= 1.25 && meanWait >= service / 100) notes.push({ id: 'steep' });
  if (count > 1 && separateWait > 0) notes.push({ id: 'pooled' });

  return {
    results: {
      utilisation, waitProbability: wait.probability, meanWait, waitP99: waitQuantile(wait, 0.01) * service, meanResponse,
      ...(exponential && { responseP99: responseQuantile(wait, 0.01) * service }),
      numberWaiting: rate * meanWait, numberInSystem: rate * meanResponse,
      ...(arrivalVariability === 1 && { blocking: erlangB(count, load) }),
    },
    terms: {
      offeredLoad: load, delayedWait: wait.delayed * service, moreLoad: MORE_LOAD - 1, separateWait, capacity,
      ...(factor !== null && { factor }),
    },
    notes,
    tables: {
      percentiles: BEYOND.map((beyond) => [
        1 - beyond, waitQuantile(wait, beyond) * service, exponential ? responseQuantile(wait, beyond) * service : null,
      ]),
    },
    plots: { curve: curveOf(model, service, utilisation) },
  };
});
