/** Keeps results alive, so that the engine cannot leave out work whose result nobody reads. */
let sink = 0;

/** Milliseconds that one call takes. */
export function timed(work: () => number): number {
  const started = performance.now();
  sink += work();
  return performance.now() - started;
}

/**
 * Two kinds of work on the same items, turn by turn and first in turn, so that what slows the machine slows both.
 * Items may be made as they are needed, which is not timed.
 */
export function timedInTurns<Item>(items: Iterable<Item>, ours: (item: Item) => number, baseline: (item: Item) => number): { ours: number[]; baseline: number[] } {
  const times = { ours: [] as number[], baseline: [] as number[] };
  let oursFirst = false;
  for (const item of items) {
    oursFirst = !oursFirst;
    if (oursFirst) times.ours.push(timed(() => ours(item)));
    times.baseline.push(timed(() => baseline(item)));
    if (!oursFirst) times.ours.push(timed(() => ours(item)));
  }
  return times;
}

/** For whoever looks at a profile: proof that results were used. */
export const used = (): number => sink;
