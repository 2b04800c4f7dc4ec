// @ts-check
import { CircuitBreaker, CircuitOpenError } from '../../src/circuitBreaker.js';
import { NotFound, Unavailable } from './dependency.js';
import { Simulation } from './simulation.js';

export const OPTIONS = {
  windowMs: 5_000, minimumCalls: 8, failureRate: 0.5, openMs: 1_000, maxOpenMs: 8_000, probesToClose: 3,
  probeTimeoutMs: 500,
};
export const HANG_MS = 2_000;
export const LONGEST_GAP_MS = 350;
export const LONGEST_LATENCY_MS = 60;
const HEALTHY_AT_END_MS = 35_000;

/**
 * What happened, in order. `reach`: the operation was called. `answer`: it ended. `state`: the breaker changed.
 * @typedef {{ at: number, kind: 'reach' | 'refuse', call: number }
 *   | { at: number, kind: 'answer', call: number, failed: boolean }
 *   | { at: number, kind: 'state', from: string, to: string }} Happening
 */

/**
 * One process calls one dependency through a breaker. The dependency goes through phases: healthy, failing at once,
 * hanging until the caller's timeout, flaky, and healthy at the end. Sometimes several calls come at the same moment,
 * and a hanging call may never be answered at all.
 * @param {() => number} random
 * @param {import('./seeds.js').Trace} trace
 * @returns {Promise<{ history: Happening[], healthyFrom: number, end: number }>}
 */
export async function simulateOutage(random, trace) {
  const simulation = new Simulation();
  const { now } = simulation;
  const breaker = new CircuitBreaker({ ...OPTIONS, isFailure: (error) => !(error instanceof NotFound), now });
  /** @type {Happening[]} */
  const history = [];
  /** @type {(low: number, high: number) => number} */
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));

  const phases = [{ mode: 'healthy', until: between(5_000, 15_000) }];
  for (let count = between(1, 4); count > 0; count -= 1) {
    const mode = ['failing', 'hanging', 'flaky', 'healthy'][between(0, 3)];
    phases.push({ mode, until: phases[phases.length - 1].until + between(1_000, 15_000) });
  }
  const healthyFrom = phases[phases.length - 1].until;
  const end = healthyFrom + HEALTHY_AT_END_MS;
  phases.push({ mode: 'healthy', until: Infinity });
  const mode = () => phases.find((phase) => now() < phase.until)?.mode;

  /** How this call will end: after how long, and with which error if any. */
  const fate = () => {
    const latency = between(5, LONGEST_LATENCY_MS);
    if (mode() === 'failing') return { after: latency, error: new Unavailable('failing') };
    if (mode() === 'hanging') return { after: random() < 0.1 ? Infinity : HANG_MS, error: new Unavailable('timeout') };
    if (mode() === 'flaky' && random() < 0.5) return { after: latency, error: new Unavailable('flaky') };
    const noise = now() < healthyFrom && random() < 0.01;
    if (noise) return { after: latency, error: new Unavailable('noise') };
    return { after: latency, error: random() < 0.05 ? new NotFound('missing') : undefined };
  };

  /** @param {number} call */
  const dependency = (call) => () => {
    const { after, error } = fate();
    history.push({ at: now(), kind: 'reach', call });
    trace.add(now(), `call ${call} reaches the dependency, which is ${mode()}`);
    return new Promise((resolve, reject) => {
      if (after === Infinity) return;
      simulation.plan(now() + after, () => {
        const failed = error instanceof Unavailable;
        history.push({ at: now(), kind: 'answer', call, failed });
        trace.add(now(), `call ${call} is answered: ${error?.message ?? 'fine'}${failed ? ', a failure' : ''}`);
        if (error) reject(error);
        else resolve(call);
      });
    });
  };

  let calls = 0;
  const arrive = () => {
    for (let burst = random() < 0.1 ? between(2, 6) : 1; burst > 0; burst -= 1) {
      const call = (calls += 1);
      breaker.call(dependency(call)).catch((error) => {
        if (!(error instanceof CircuitOpenError)) return;
        history.push({ at: now(), kind: 'refuse', call });
        trace.add(now(), `call ${call} is refused`);
      });
    }
    const next = now() + between(50, LONGEST_GAP_MS);
    if (next < end) simulation.plan(next, arrive);
  };

  simulation.plan(0, arrive);
  let state = 'closed';
  await simulation.run(() => {
    if (breaker.state === state) return;
    history.push({ at: now(), kind: 'state', from: state, to: breaker.state });
    trace.add(now(), `the breaker goes from ${state} to ${breaker.state}`);
    state = breaker.state;
  });
  return { history, healthyFrom, end };
}
