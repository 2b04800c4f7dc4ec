/**
 * Retry budgets in a steady state, where each try fails with chance f, independently, and a request has at most
 * `attempts` tries. "Retries" are retries for each request.
 * - perRequest: every request adds a share of a retry (Finagle's RetryBudget; "at most 10 % retries" of Google).
 * - perSuccess: every success adds a share of a retry, and a retry costs one (SDKs of AWS; Brooker 2022).
 * - throttle: gRPC's A6. Every failed try takes a token, every successful one adds `budget`, and nothing is retried
 *   while at most half of the tokens are there.
 */
import { expectedTries } from './tries';

export const SCHEMES = ['perRequest', 'perSuccess', 'throttle'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Retries for each request without any budget: f + f² + … + f^(attempts − 1). */
export const wantedRetries = (failure: number, attempts: number): number => failure * expectedTries(failure, attempts - 1);

/** The failure rate above which gRPC's token count falls: failures take 1 each, successes add `budget` each. */
export const throttleThreshold = (budget: number): number => budget / (1 + budget);

/** A budget as it is configured. */
export interface Budget {
  readonly scheme: Scheme;
  /** Retries that a request or success pays for. */
  readonly share: number;
  /** Size of the bucket. */
  readonly tokens: number;
}

/** Retries for each request that the budget can pay for. */
function affordableRetries({ scheme, share: budget, tokens }: Budget, failure: number): number {
  if (scheme === 'perRequest') return budget;
  if (scheme === 'throttle') return retriesLeft(scheme, tokens) > 0 && failure < throttleThreshold(budget) ? Infinity : 0;
  // Retries r cost r and bring successes themselves: r = budget × (1 + r)(1 − f).
  const brought = budget * (1 - failure);
  return brought < 1 ? brought / (1 - brought) : Infinity;
}

export const grantedRetries = (budget: Budget, failure: number, attempts: number): number =>
  Math.min(wantedRetries(failure, attempts), affordableRetries(budget, failure));

/** The failure rate from which the budget holds retries back (gRPC: stops them). */
export function limitingFailure(budget: Budget, attempts: number): number {
  if (budget.scheme === 'throttle') return retriesLeft('throttle', budget.tokens) > 0 ? throttleThreshold(budget.share) : 0;
  // What is wanted grows with f and what is affordable does not, so they meet once.
  let below = 0;
  let above = 1;
  for (let step = 0; step < 80; step += 1) {
    const middle = (below + above) / 2;
    if (wantedRetries(middle, attempts) <= affordableRetries(budget, middle)) below = middle;
    else above = middle;
  }
  return below;
}

/** Retries that a full bucket still pays for once everything fails, with what came in before. */
export const retriesLeft = (scheme: Scheme, tokens: number): number =>
  // gRPC retries after the j-th failure in a row as long as tokens − j > tokens / 2: never with one or two tokens.
  scheme === 'throttle' ? Math.ceil(tokens / 2) - 1 : tokens;

/**
 * Requests (perRequest) or successful tries (others) after which an empty bucket pays for a retry again; undefined when
 * it never does.
 */
export function untilNextRetry({ scheme, tokens, share }: Budget): number | undefined {
  if (share === 0 || retriesLeft(scheme, tokens) === 0) return undefined;
  // gRPC: the failed try takes its token first, and more than half of all must then be left.
  const needed = (scheme === 'throttle' ? tokens / 2 + 1 : 1) / share;
  const whole = Math.round(needed);
  const exact = Math.abs(needed - whole) <= 1e-9 * needed;
  if (scheme === 'throttle') return (exact ? whole : Math.floor(needed)) + 1;
  return exact ? whole : Math.ceil(needed);
}
