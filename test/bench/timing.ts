/** Keeps results alive, so that the engine cannot leave out work whose result nobody reads. */
let sink = 0;

/** Milliseconds that one call takes. */
export function timed(work: () => number): number {
  const started = performance.now();
  sink += work();
  return performance.now() - started;
}

/** Two kinds of work on the same items, turn by turn and first in turn, so that what slows the machine slows both. */
export function timedInTurns<Item>(items: readonly Item[], ours: (item: Item) => number, baseline: (item: Item) => number): { ours: number[]; baseline: number[] } {
  const times = { ours: [] as number[], baseline: [] as number[] };
  items.forEach((item, index) => {
    if (index % 2 === 0) times.ours.push(timed(() => ours(item)));
    times.baseline.push(timed(() => baseline(item)));
    if (index % 2 === 1) times.ours.push(timed(() => ours(item)));
  });
  return times;
}

/** For whoever looks at a profile: proof that results were used. */
export const used = (): number => sink;
