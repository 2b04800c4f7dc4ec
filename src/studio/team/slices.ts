/** How long the editor may be kept waiting at a time, in milliseconds: half a frame. */
const SLICE_MS = 8;

/** Runs steps to their end and lets everything else go on in between. */
export async function runInSlices<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since >= SLICE_MS) {
      await new Promise((resolve) => { setTimeout(resolve); });
      since = performance.now();
    }
  }
}

/** Does the work for each item, some at a time, in any order. */
export async function forEachOf<Item>(items: Iterable<Item>, atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
