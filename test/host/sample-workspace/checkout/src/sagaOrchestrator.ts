export interface SagaStep<Context> {
  readonly name: string;
  run(context: Context): Promise<void>;
  /** Takes back what `run` did. A step without it cannot be taken back. */
  undo?(context: Context): Promise<void>;
}

/** The journal of all orders; a table in the checkout database. */
export interface SagaLog {
  append(orderId: string, entry: string): Promise<void>;
}

export type SagaResult =
  | { readonly outcome: 'completed' }
  | { readonly outcome: 'compensated'; readonly failedStep: string; readonly cause: unknown };

/**
 * Runs the steps of an order one after the other. When a step fails, the steps before it are taken back in reverse
 * order, each with its compensating transaction.
 */
export class SagaOrchestrator<Context> {
  constructor(
    private readonly steps: readonly SagaStep<Context>[],
    private readonly log: SagaLog,
  ) {}

  async run(orderId: string, context: Context): Promise<SagaResult> {
    const completed: SagaStep<Context>[] = [];
    for (const step of this.steps) {
      try {
        await step.run(context);
      } catch (cause) {
        await this.log.append(orderId, `failed ${step.name}`);
        await this.compensate(orderId, context, completed);
        return { outcome: 'compensated', failedStep: step.name, cause };
      }
      completed.push(step);
      await this.log.append(orderId, `done ${step.name}`);
    }
    return { outcome: 'completed' };
  }

  private async compensate(orderId: string, context: Context, completed: readonly SagaStep<Context>[]): Promise<void> {
    for (const step of completed.toReversed()) {
      try {
        await step.undo?.(context);
        await this.log.append(orderId, `undone ${step.name}`);
      } catch (cause) {
        // The other steps still have to be taken back.
        await this.log.append(orderId, `could not undo ${step.name}: ${String(cause)}`);
      }
    }
  }
}
