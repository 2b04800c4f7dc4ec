/** A simulation in a worker of its own: one at a time, with progress, ended when its inputs change or a person says so. */
import type { Outcome } from '../../core/calculators/definition';
import source from 'worker:./simulationWorker';

export interface ToSimulation { readonly calculator: string; readonly part: string; readonly values: Readonly<Record<string, unknown>> }
export type FromSimulation =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly outcome: Outcome }
  | { readonly type: 'failed'; readonly message: string };

export interface Simulation { stop(): void }

/** Starts a simulation; nothing is heard of it after `stop`. */
export function simulate(task: ToSimulation, hear: (message: FromSimulation) => void): Simulation {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  let over = false;
  const stop = (): void => {
    over = true;
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  worker.onmessage = ({ data }: MessageEvent<FromSimulation>) => {
    if (over) return;
    if (data.type !== 'progress') stop();
    hear(data);
  };
  worker.onerror = (event) => {
    if (over) return;
    stop();
    hear({ type: 'failed', message: event.message });
  };
  worker.postMessage(task);
  return { stop };
}
