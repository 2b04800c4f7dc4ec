/** Runs a simulated part beside the page, so that typing stays quick, and can be ended at any moment. */
import { simulatePart } from '../../core/calculators/run';
import { SIMULATIONS } from '../../core/calculators/simulations';
import type { FromSimulation, ToSimulation } from './simulation';

/** What a worker has; the DOM's types name only what a page has. */
declare const self: { onmessage: ((event: { data: ToSimulation }) => void) | null; postMessage(message: FromSimulation): void };

/** Progress that changes faster is not seen. */
const BETWEEN_MS = 60;

self.onmessage = ({ data }) => {
  try {
    const part = SIMULATIONS[`${data.calculator}/${data.part}`];
    if (part === undefined) throw new RangeError(`"${data.part}" of "${data.calculator}" is no simulation.`);
    const steps = simulatePart(part, data.values);
    let said = Date.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        self.postMessage({ type: 'done', outcome: step.value });
        return;
      }
      if (Date.now() - said < BETWEEN_MS) continue;
      said = Date.now();
      self.postMessage({ type: 'progress', share: step.value });
    }
  } catch (cause) {
    self.postMessage({ type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
};
