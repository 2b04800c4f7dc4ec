// @ts-check
import { Overloaded, Unanswered, Unavailable } from '../../src/errors.js';
import { retry, RetryBudget } from '../../src/retry.js';
import { Violation } from './seeds.js';
import { Simulation } from './simulation.js';

export const FLEET = { clients: 4, perSuccess: 0.1, max: 5, attempts: 3, attemptMs: 1_000, deadlineMs: 3_150 };
const SERVICE_MS = 50; // so the server does 20 requests a second
const GAP_MS = 1_000 / 14; // and gets 14, a load of 70 %

/**
 * @typedef {object} Request
 * @property {number} id
 * @property {number} at
 * @property {boolean} repeatable
 * @property {number} deadlineAt
 * @property {{ at: number, error?: Error, endedAt?: number }[]} attempts
 * @property {number} executions how often the server has done it
 * @property {boolean} [succeeded] in the eyes of the client; missing while it does not know
 *
 * @typedef {object} Faults
 * @property {number} endMs when the last request arrives
 * @property {number} refused the share of attempts that do not reach the server
 * @property {number} lost the share of answers that get lost
 * @property {number} queueLimit requests in the queue above which the server says that it is overloaded
 * @property {{ from: number, until: number }} stop when the server does nothing; what waits in its queue stays there
 */

/**
 * Clients, each with a budget of its own, send requests to one server, which does one at a time, first come first
 * served. A client gives up an attempt after `attemptMs`. The server does not know that, and works on it all the same.
 * @param {() => number} random
 * @param {import('./seeds.js').Trace} trace
 * @param {Faults} faults
 * @returns {Promise<Request[]>}
 */
export async function simulateFleet(random, trace, faults) {
  const simulation = new Simulation();
  const { now } = simulation;
  const sleep = (/** @type {number} */ milliseconds) =>
    new Promise((/** @type {(value: void) => void} */ resolve) => simulation.plan(now() + milliseconds, resolve));
  const policies = Array.from({ length: FLEET.clients }, () => ({
    ...FLEET, baseMs: 100, capMs: 1_000, budget: new RetryBudget(FLEET), now, sleep, random,
  }));

  /** @type {{ request: Request, answer: () => void }[]} */
  const queue = [];
  let busy = false;
  const work = () => {
    const next = queue[0];
    if (busy || !next) return;
    busy = true;
    const stopped = now() + SERVICE_MS > faults.stop.from && now() < faults.stop.until;
    simulation.plan((stopped ? faults.stop.until : now()) + SERVICE_MS, () => {
      queue.shift();
      next.request.executions += 1;
      next.answer();
      busy = false;
      work();
    });
  };

  /** @param {Request} request */
  const send = (request) => new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    if (random() < faults.refused) {
      simulation.plan(now() + 5, () => reject(new Unavailable('connection refused')));
    } else if (queue.length >= faults.queueLimit) {
      simulation.plan(now() + 5, () => reject(new Overloaded(random() < 0.5 ? 500 : undefined)));
    } else {
      queue.push({ request, answer: random() < faults.lost ? () => {} : resolve });
      simulation.plan(now() + FLEET.attemptMs, () => reject(new Unanswered('timeout')));
      work();
    }
  });

  /** @param {Request} request */
  const operationOf = (request) => async (/** @type {number} */ number) => {
    /** @type {Request['attempts'][number]} */
    const attempt = { at: now() };
    request.attempts.push(attempt);
    const waiting = queue.length;
    const name = `request ${request.id}${request.repeatable ? '' : ' (not repeatable)'}, attempt ${number}`;
    trace.add(now(), `${name} starts, ${Math.round(request.deadlineAt - now())} ms left, ${waiting} at the server`);
    try {
      await send(request);
      trace.add(now(), `${name} succeeds`);
    } catch (error) {
      attempt.error = /** @type {Error} */ (error);
      trace.add(now(), `${name} fails: ${attempt.error.name}, ${attempt.error.message}`);
      throw error;
    } finally {
      attempt.endedAt = now();
    }
  };

  /** @type {Request[]} */
  const requests = [];
  const arrive = () => {
    const deadlineAt = now() + FLEET.deadlineMs;
    /** @type {Request} */
    const request = {
      id: requests.length + 1, at: now(), deadlineAt, repeatable: random() < 0.7, attempts: [], executions: 0,
    };
    requests.push(request);
    const policy = policies[Math.floor(random() * policies.length)];
    retry(operationOf(request), request, policy).then(
      () => { request.succeeded = true; },
      () => { request.succeeded = false; },
    );
    const next = now() - GAP_MS * Math.log(1 - random()); // exponential gaps: arrivals at random
    if (next < faults.endMs) simulation.plan(next, arrive);
  };
  simulation.plan(0, arrive);
  await simulation.run(() => {
    if (now() > faults.endMs + 60_000) throw new Violation(now(), 'a minute after the last request it is still tried');
  });
  return requests;
}
