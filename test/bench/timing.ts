/** Keeps results alive, so that the engine cannot leave out work whose result nobody reads. */
let sink = 0;

/** Milliseconds that one call takes. */
export function timed(work: () => number): number {
  const started = performance.now();
  sink += work();
  return performance.now() - started;
}

export interface Times {
  readonly ours: number[];
  readonly baseline: number[];
}

/** A busy machine takes the processor away in the midst of some calls; of three, hardly of all. */
const rounds = 3;

/**
 * Two kinds of work on the same items, turn by turn and first in turn, so that what slows the machine slows both. Of
 * each item the least time of the rounds. Items are made as they are needed, which is not timed.
 * @param prepare makes what a round starts with, such as an index of its own; its items are the same in each round
 */
export function timedInTurns<Item>(
  prepare: (round: number) => { readonly items: Iterable<Item>; readonly ours: (item: Item) => number; readonly baseline: (item: Item) => number },
): Times {
  const times: Times = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round++) {
    const { items, ours, baseline } = prepare(round);
    let index = 0;
    for (const item of items) {
      const turns = [(): void => keepLeast(times.ours, index, timed(() => ours(item))), (): void => keepLeast(times.baseline, index, timed(() => baseline(item)))];
      for (const turn of index % 2 === 0 ? turns : turns.reverse()) turn();
      index++;
    }
  }
  return times;
}

function keepLeast(times: number[], index: number, time: number): void {
  times[index] = Math.min(times[index] ?? Number.POSITIVE_INFINITY, time);
}

/** For whoever looks at a profile: proof that results were used. */
export const used = (): number => sink;
