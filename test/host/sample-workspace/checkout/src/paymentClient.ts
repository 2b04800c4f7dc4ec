import { CircuitBreaker } from './circuitBreaker';
import { withRetry } from './retry';

export interface Charge {
  readonly orderId: string;
  readonly amountPence: number;
  readonly cardToken: string;
}

export interface Receipt {
  readonly paymentId: string;
  readonly chargedAt: string;
}

export class PaymentError extends Error {
  override readonly name = 'PaymentError';

  constructor(readonly status: number, path: string) {
    super(`payments answered ${status} to ${path}`);
  }

  /** The bank said no. The customer may try another card. */
  get isDeclined(): boolean {
    return this.status === 402;
  }
}

const ATTEMPT_TIMEOUT_MS = 8_000;

/** The client of the payments service. */
export class PaymentClient {
  private readonly circuitBreaker = new CircuitBreaker({
    name: 'payments',
    windowSize: 20,
    failureRate: 0.5,
    pauseMs: 10_000,
  });

  constructor(private readonly baseUrl: string) {}

  /** Charges the card. Safe to call during a deployment of payments: short faults are covered by a retry. */
  charge(charge: Charge): Promise<Receipt> {
    // The retry is outside and the breaker inside, so that every attempt is counted.
    return withRetry(() => this.circuitBreaker.call(() => this.post<Receipt>('/v1/charges', charge)));
  }

  /** Gives the money back. Payments accepts a refund for a receipt only once. */
  refund(receipt: Receipt): Promise<void> {
    return withRetry(() => this.circuitBreaker.call(() => this.post<void>('/v1/refunds', { paymentId: receipt.paymentId })));
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    });
    if (!response.ok) throw new PaymentError(response.status, path);
    return (await response.json()) as T;
  }
}
