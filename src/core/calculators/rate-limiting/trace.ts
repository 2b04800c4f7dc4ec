/** The trace that was chosen, or why there is none. */
import { refuse, type Refusal } from '../definition';
import { MOST_REQUESTS, type Rule } from './ticks';
import { bursts, edge, fromCounts, poisson, steady, type TraceKind } from './traces';

export interface TraceValues {
  readonly trace: TraceKind;
  /** Requests a second. */
  readonly arrivalRate: number;
  /** Seconds. */
  readonly duration: number;
  /** Seconds between the beginnings of two bursts. */
  readonly period: number;
  readonly seed: number;
  readonly counts: readonly { readonly requests: number }[];
}
export interface Trace { readonly arrivals: readonly number[]; /** Seconds. */ readonly duration: number }

/** About how many requests the trace will have; never far fewer than it has. */
function expectedRequests({ trace, arrivalRate, duration, period, counts }: TraceValues, rule: Rule, windowSeconds: number): number {
  switch (trace) {
    case 'steady':
    case 'poisson': return arrivalRate * duration;
    case 'bursts': return Math.round(arrivalRate * period) * Math.ceil(duration / period);
    case 'edge': return rule.limit * duration / windowSeconds;
    case 'counts': return counts.reduce((sum, { requests }) => sum + requests, 0);
  }
}

export function buildTrace(values: TraceValues, rule: Rule, windowSeconds: number): Trace | Refusal {
  const { trace, arrivalRate, duration } = values;
  const expected = expectedRequests(values, rule, windowSeconds);
  if (expected > MOST_REQUESTS) return refuse('tooMany', trace === 'counts' ? 'counts' : 'duration', { expected: Math.round(expected), most: MOST_REQUESTS });
  if (trace === 'edge' && duration < 2 * windowSeconds) return refuse('edgeTooShort', 'duration');
  if (trace === 'bursts' && arrivalRate * values.period < 0.5) return refuse('noBurst', 'period');
  const built = build(values, rule);
  return built.arrivals.length === 0 ? refuse('nothingArrives', trace === 'counts' ? 'counts' : 'arrivalRate') : built;
}

function build({ trace, arrivalRate, duration, period, seed, counts }: TraceValues, rule: Rule): Trace {
  switch (trace) {
    case 'steady': return { arrivals: steady(arrivalRate, duration), duration };
    case 'poisson': return { arrivals: poisson(arrivalRate, duration, seed), duration };
    case 'bursts': return { arrivals: bursts(arrivalRate, duration, period), duration };
    case 'edge': return { arrivals: edge(rule, duration), duration };
    case 'counts': return { arrivals: fromCounts(counts.map(({ requests }) => requests)), duration: counts.length };
  }
}
