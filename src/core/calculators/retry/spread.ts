/**
 * Retries in flight over time, of clients that all failed at the same instant. Drawn at random is only what came before
 * a retry; its own pause stays spread over its whole range, so that short tries after long pauses are counted as exactly
 * as long ones. The draws are a Latin hypercube sample: for each pause the unit interval is cut into as many strata as
 * there are clients and each gets one, in random order.
 */
import { createRandom } from '../random';
import { drawPause, pauseRange, type Policy } from './schedule';

const SAMPLE = 200;
const SEED = 1;
/** A pause that the cap cuts off begins at one instant; that of many clients is smoothed by this part of the pause before. */
const BLUR = 1 / 8;

/** A retry begins evenly between two times, in seconds after the failure of the first try. */
export interface Start { readonly from: number; readonly to: number; /** Share of the clients that it stands for. */ readonly weight: number }

export function sampleStarts(policy: Policy, tryTime: number): readonly Start[] {
  const random = createRandom(SEED);
  // Without jitter one client stands for all.
  const clients = policy.jitter === 'none' ? 1 : SAMPLE;
  const starts: Start[] = [];
  const now = new Float64Array(clients);
  const blur = new Float64Array(clients);
  const previous = new Float64Array(clients).fill(policy.base);
  const strata = Uint16Array.from({ length: clients }, (_, index) => index);
  for (let n = 1; n < policy.attempts; n += 1) {
    for (let client = 0; client < clients; client += 1) {
      // One step of a Fisher–Yates shuffle.
      const other = client + Math.floor(random() * (clients - client));
      const stratum = strata[other] ?? 0;
      strata[other] = strata[client] ?? 0;
      strata[client] = stratum;
      const { low, high, cutAt } = pauseRange(policy, n, previous[client] ?? 0);
      const top = Math.min(high, cutAt);
      const begin = (now[client] ?? 0) + (n > 1 ? tryTime : 0);
      const uncut = high > cutAt ? (cutAt - low) / (high - low) : 1;
      const half = (blur[client] ?? 0) / 2;
      if (uncut > 0) starts.push({ from: begin + low, to: begin + top, weight: uncut / clients });
      if (uncut < 1) starts.push({ from: begin + cutAt - half, to: begin + cutAt + half, weight: (1 - uncut) / clients });
      const pause = drawPause(policy, n, previous[client] ?? 0, (stratum + random()) / clients);
      if (pause < cutAt) blur[client] = BLUR * (top - low);
      previous[client] = pause;
      now[client] = begin + pause;
    }
  }
  return starts;
}
