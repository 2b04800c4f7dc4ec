// @ts-check
import { RateLimiter } from '../../src/rateLimiter.js';

/**
 * @typedef {import('../../src/rateLimiter.js').Decision} Decision
 *
 * @typedef {object} Limits
 * @property {number} tokens
 * @property {number} periodMs
 * @property {number} burst
 *
 * @typedef {object} Request
 * @property {number} clock what the clock shows
 * @property {number} time the latest that it has shown so far
 * @property {string} key
 * @property {number} cost
 */

/**
 * Random limits, and requests of a few callers that come in bursts, in step with the limit, or after a pause.
 * @param {() => number} random
 * @param {{ clockGoesBack: boolean }} options
 */
export function makeTraffic(random, { clockGoesBack }) {
  /** @type {(low: number, high: number) => number} */
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const limits = { tokens: between(1, 20), periodMs: [100, 333, 1_000, 60_000][between(0, 3)], burst: between(1, 30) };
  const tokenMs = Math.ceil(limits.periodMs / limits.tokens);
  /** @type {Request[]} */
  const requests = [];
  let clock = between(0, 1_000_000);
  let time = -Infinity;
  for (let count = between(100, 200); count > 0; count -= 1) {
    const step = random();
    if (step < 0.2) clock += between(0, tokenMs * limits.burst * 2);
    else if (step < 0.6) clock += between(0, tokenMs * 2);
    else if (clockGoesBack && step > 0.95) clock -= between(1, tokenMs * limits.burst);
    time = Math.max(time, clock);
    const cost = random() < 0.7 ? 1 : between(1, limits.burst);
    requests.push({ clock, time, key: `caller ${between(1, 3)}`, cost });
  }
  return { limits, requests };
}

/**
 * Lets a new limiter decide about the requests.
 * @param {Limits} limits
 * @param {Request[]} requests
 * @param {import('./seeds.js').Trace} [trace]
 */
export function decide(limits, requests, trace) {
  let clock = 0;
  const limiter = new RateLimiter({ ...limits, now: () => clock });
  const first = requests[0].time;
  const { tokens, periodMs, burst } = limits;
  trace?.add(0, `${tokens} tokens in ${periodMs} ms, burst ${burst}; the times count from the first request`);
  return requests.map((request) => {
    clock = request.clock;
    const decision = limiter.take(request.key, request.cost);
    const text = decision.allowed ? 'allowed' : `refused, retry after ${decision.retryAfterMs} ms`;
    const back = request.clock < request.time ? ` (the clock shows ${request.clock - first} ms)` : '';
    trace?.add(request.time - first, `${request.key} asks for ${request.cost}: ${text}${back}`);
    return { ...request, ...decision, size: limiter.size, since: request.time - first };
  });
}
