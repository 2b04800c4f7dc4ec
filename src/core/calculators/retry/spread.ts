/**
 * Retries in flight over time, of clients that all failed at the same instant. A sample of clients is drawn by Latin
 * hypercube sampling: for each pause the unit interval is cut into as many strata as there are clients and each gets
 * one, in random order, which makes the noise far smaller than that of independent draws.
 */
import { createRandom } from '../random';
import { drawPause, type Policy } from './schedule';

const SAMPLE = 1_000;
const SEED = 1;

export interface Retries {
  /** When they begin, in order, counted from the failure of the first try. Seconds. */
  readonly begins: Float64Array;
  /** How many clients these are of. */
  readonly clients: number;
}

export function sampleRetries(policy: Policy, tryTime: number): Retries {
  const random = createRandom(SEED);
  const retries = policy.attempts - 1;
  // Without jitter one client stands for all.
  const clients = policy.jitter === 'none' ? 1 : SAMPLE;
  const begins = new Float64Array(clients * retries);
  const now = new Float64Array(clients);
  const previous = new Float64Array(clients).fill(policy.base);
  const strata = Uint16Array.from({ length: clients }, (_, index) => index);
  for (let n = 1; n <= retries; n += 1) {
    for (let client = 0; client < clients; client += 1) {
      // One step of a Fisher–Yates shuffle.
      const other = client + Math.floor(random() * (clients - client));
      const stratum = strata[other] ?? 0;
      strata[other] = strata[client] ?? 0;
      strata[client] = stratum;
      const pause = drawPause(policy, n, previous[client] ?? 0, (stratum + random()) / clients);
      previous[client] = pause;
      now[client] = (now[client] ?? 0) + pause + (n > 1 ? tryTime : 0);
      begins[(n - 1) * clients + client] = now[client] ?? 0;
    }
  }
  return { begins: begins.sort(), clients };
}

/** The largest share of clients with a retry in flight, and when that is reached first. */
export function busiest({ begins, clients }: Retries, tryTime: number): { readonly share: number; readonly at: number } {
  let first = 0;
  let most = 0;
  let at = 0;
  begins.forEach((time, index) => {
    while ((begins[first] ?? 0) <= time - tryTime) first += 1;
    if (index + 1 - first > most) {
      most = index + 1 - first;
      at = time;
    }
  });
  return { share: most / clients, at };
}
