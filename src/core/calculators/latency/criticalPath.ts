/** A request as stages of calls: the calls of a stage run side by side, each stage begins when the one before is done. */
export interface Call {
  readonly name: string;
  /** Stages run in rising order of their numbers, which may have gaps. */
  readonly stage: number;
  /** Seconds. */
  readonly latency: number;
}
export interface Stage {
  readonly stage: number;
  /** Seconds from the start of the request. */
  readonly starts: number;
  /** Seconds: of its slowest call. */
  readonly duration: number;
  readonly slowest: Call;
  /** Seconds that could be saved by its slowest call alone: until the next slowest decides. */
  readonly gain: number;
  readonly calls: readonly Call[];
}

export function arrangeStages(calls: readonly Call[]): readonly Stage[] {
  const numbers = [...new Set(calls.map((call) => call.stage))].sort((a, b) => a - b);
  const stages: Stage[] = [];
  let starts = 0;
  for (const stage of numbers) {
    const members = calls.filter((call) => call.stage === stage);
    const [slowest, next] = [...members].sort((a, b) => b.latency - a.latency);
    if (!slowest) continue;
    stages.push({ stage, starts, duration: slowest.latency, slowest, gain: slowest.latency - (next?.latency ?? 0), calls: members });
    starts += slowest.latency;
  }
  return stages;
}

/** Seconds from the first stage's start to the last one's end. */
export const criticalPathLatency = (stages: readonly Stage[]): number => stages.reduce((sum, stage) => sum + stage.duration, 0);

/** Seconds by which a call could be slower before the request is: its slack in the critical-path method. */
export const slackOf = (stage: Stage, call: Call): number => stage.duration - call.latency;
