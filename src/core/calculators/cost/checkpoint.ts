/**
 * Work that saves its state every `interval` seconds of work, which takes `save` seconds, on a machine that is taken away
 * at random: after a mean time of `between` seconds, exponentially distributed. A new one works on after `restart` seconds
 * from what was last saved. Times are those that are paid.
 */
export interface Work { readonly save: number; readonly restart: number; readonly between: number }

/** Young 1974: sqrt(2·save·between). */
export const youngInterval = ({ save, between }: Work): number => Math.sqrt(2 * save * between);

/** Daly 2006, the higher order estimate: Young's with two more terms of the series. */
export function dalyInterval(work: Work): number {
  const { save, between } = work;
  const ratio = save / (2 * between);
  return ratio < 1 ? youngInterval(work) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - save : between;
}

/** The interval that wastes least, exactly: where (1 − x)·exp(x + save / between) = 1, with x in units of `between`. */
export function bestInterval({ save, between }: Work): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (Math.log1p(-middle) + middle + save / between > 0) low = middle;
    else high = middle;
  }
  return between * (low + high) / 2;
}

/**
 * The share of the time that is work which counts. Daly 2006 has the expected time for one interval,
 * between·e^(restart / between)·(e^((interval + save) / between) − 1), by which the interval is divided.
 */
export function usefulShare({ save, restart, between }: Work, interval: number): number {
  return interval / (between * Math.exp(restart / between) * Math.expm1((interval + save) / between));
}

export const bestShare = (work: Work): number => usefulShare(work, bestInterval(work));

/** Interruptions a second at which, with the best interval, only `share` of the time counts; undefined where none is that few. */
export function rateFor({ save, restart }: Pick<Work, 'save' | 'restart'>, share: number): number | undefined {
  const at = (rate: number): number => bestShare({ save, restart, between: 1 / rate });
  let [low, high] = [Math.log(1e-15), Math.log(1e6)];
  if (at(Math.exp(low)) < share) return undefined;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (at(Math.exp(middle)) > share) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
