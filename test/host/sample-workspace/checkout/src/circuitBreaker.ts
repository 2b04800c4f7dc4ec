export interface CircuitBreakerOptions {
  readonly name: string;
  /** How many of the latest calls are judged together. */
  readonly windowSize: number;
  /** The share of failures, 0 to 1, at which the circuit opens. */
  readonly failureRate: number;
  /** How long it stays open before one call may probe the other side. */
  readonly pauseMs: number;
}

export class CircuitOpenError extends Error {
  override readonly name = 'CircuitOpenError';

  constructor(dependency: string) {
    super(`${dependency} is not being called: its circuit is open`);
  }
}

type State = 'closed' | 'open' | 'half-open';

/** Stops calls to a dependency that keeps failing. One breaker per dependency and process. */
export class CircuitBreaker {
  private state: State = 'closed';
  private outcomes: boolean[] = [];
  private openedAt = 0;

  constructor(
    private readonly options: CircuitBreakerOptions,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async call<T>(operation: () => Promise<T>): Promise<T> {
    if (!this.admits()) throw new CircuitOpenError(this.options.name);
    try {
      const value = await operation();
      this.record(true);
      return value;
    } catch (error) {
      this.record(false);
      throw error;
    }
  }

  /** Lets exactly one probe through when the pause is over. */
  private admits(): boolean {
    if (this.state === 'closed') return true;
    if (this.state === 'half-open' || this.now() - this.openedAt < this.options.pauseMs) return false;
    this.state = 'half-open';
    return true;
  }

  private record(succeeded: boolean): void {
    if (this.state === 'half-open') {
      this.outcomes = [];
      if (succeeded) this.state = 'closed';
      else this.open();
      return;
    }
    // A call that began before the circuit opened has nothing more to say.
    if (this.state === 'open') return;
    this.outcomes = [...this.outcomes, succeeded].slice(-this.options.windowSize);
    const failures = this.outcomes.filter((outcome) => !outcome).length;
    const isFull = this.outcomes.length === this.options.windowSize;
    if (isFull && failures / this.outcomes.length >= this.options.failureRate) this.open();
  }

  private open(): void {
    this.state = 'open';
    this.outcomes = [];
    this.openedAt = this.now();
  }
}
