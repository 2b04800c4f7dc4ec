import { CircuitOpenError } from './circuitBreaker';

export interface RetryPolicy {
  /** The first attempt included. */
  readonly attempts: number;
  /** The pause after the first attempt; it doubles after each further one. */
  readonly baseMs: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 6, baseMs: 250 };

/**
 * Retry with backoff: repeats a failed call, with pauses that double, so that a restarted instance or a lost packet
 * does not reach the customer.
 *
 * @param operation gets the number of the attempt, counted from 1
 * @throws the error of the last attempt
 */
export async function withRetry<T>(
  operation: (attempt: number) => Promise<T>,
  policy: RetryPolicy = defaultRetryPolicy,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (error) {
      // An open circuit is an answer, not a fault: the dependency is known to be down.
      if (error instanceof CircuitOpenError || attempt >= policy.attempts) throw error;
      await sleep(policy.baseMs * 2 ** (attempt - 1));
    }
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
