/** The largest of n independent values of one distribution, by numerical integration. */

const STEPS = 1_000;
/** The mass beyond the limits of integration is below e^−L. */
const TAIL = 40;

/** Cumulated Simpson's rule: mass up to each even point of an even grid. */
interface Grid { readonly at: Float64Array; readonly below: Float64Array; readonly above: Float64Array }

/** @param density any multiple of a density, smooth from low to high @param steps even */
function integrate(density: (x: number) => number, low: number, high: number, steps = STEPS): Grid {
  const step = (high - low) / steps;
  const panels = steps / 2;
  const at = new Float64Array(panels + 1);
  const mass = new Float64Array(panels);
  let left = density(low);
  for (let panel = 0; panel < panels; panel += 1) {
    const start = low + 2 * panel * step;
    const right = density(start + 2 * step);
    mass[panel] = (left + 4 * density(start + step) + right) * (step / 3);
    at[panel] = start;
    left = right;
  }
  at[panels] = high;
  const below = new Float64Array(panels + 1);
  const above = new Float64Array(panels + 1);
  for (let panel = 0; panel < panels; panel += 1) below[panel + 1] = (below[panel] ?? 0) + (mass[panel] ?? 0);
  // From the far end, so that the small mass above keeps its digits.
  for (let panel = panels - 1; panel >= 0; panel -= 1) above[panel] = (above[panel + 1] ?? 0) + (mass[panel] ?? 0);
  const total = below[panels] ?? 1;
  return { at, below: below.map((each) => each / total), above: above.map((each) => each / total) };
}

/** Mean of the largest of `n`: low + ∫ (1 − F(x)^n) dx. */
function expectedLargest({ at, above }: Grid, n: number): number {
  const beyond = (index: number): number => -Math.expm1(n * Math.log1p(-Math.min(1, above[index] ?? 0)));
  let sum = 0;
  for (let index = 0; index + 2 < at.length; index += 2) sum += beyond(index) + 4 * beyond(index + 1) + beyond(index + 2);
  const step = (at[1] ?? 0) - (at[0] ?? 0);
  return (at[0] ?? 0) + (sum * step) / 3;
}

/**
 * Mean of the largest of n gamma values with the given shape and scale 1. For shape 1, the exponential distribution, it is
 * the harmonic number 1 + 1/2 + … + 1/n. @param shape whole, at least 1
 */
export function largestGamma(n: number, shape: number): number {
  const [low, high] = gammaLimits(n, shape);
  return expectedLargest(integrate((x) => (shape === 1 ? Math.exp(1 - x) : Math.exp((shape - 1) * Math.log(x / shape) - (x - shape))), low, high), n);
}

/** Chernoff bounds of the gamma distribution. */
function gammaLimits(n: number, shape: number): readonly [number, number] {
  const bits = TAIL + Math.log(n);
  return [Math.max(0, shape - Math.sqrt(2 * shape * bits)), shape + Math.sqrt(2 * shape * bits) + bits];
}

/** Where the continuous form of the Poisson distribution is exact enough, and its sum would be long. */
const LARGE_MEAN = 2_000;

/** Mean of the largest of n Poisson values. @param mean above 0 */
export function largestPoisson(n: number, mean: number): number {
  return mean > LARGE_MEAN ? largestOfMany(n, mean) : largestOfFew(n, mean);
}

/** By the sum of 1 − F(k)^n over all k from 0. */
function largestOfFew(n: number, mean: number): number {
  const bits = TAIL + Math.log(n);
  const last = Math.ceil(mean + Math.sqrt(2 * mean * bits) + bits);
  const shares = new Float64Array(last + 1);
  // Logarithms, since e^−mean may be too small for a double.
  for (let k = 0, log = -mean; k <= last; k += 1) {
    if (k > 0) log += Math.log(mean / k);
    shares[k] = Math.exp(log);
  }
  let above = 0;
  let sum = 0;
  for (let k = last; k >= 1; k -= 1) {
    above += shares[k] ?? 0;
    sum += -Math.expm1(n * Math.log1p(-Math.min(1, above)));
  }
  return sum;
}

/** The probability of k as a density of z = (k − mean) / √mean, by Stirling's formula. */
function largestOfMany(n: number, mean: number): number {
  const root = Math.sqrt(mean);
  const density = (z: number): number => {
    const off = z / root;
    return Math.exp(-mean * ((1 + off) * Math.log1p(off) - off) - Math.log1p(off) / 2);
  };
  const reach = Math.sqrt(2 * (TAIL + Math.log(n)));
  return mean + root * expectedLargest(integrate(density, -reach, reach + reach ** 2 / root), n);
}

/** Quantiles of a beta distribution as multiples of its mean. @param a @param b whole or not, at least 1 @param shares ascending, between 0 and 1 */
export function betaQuantiles(a: number, b: number, shares: readonly number[]): readonly number[] {
  const mean = a / (a + b);
  const [low, high] = gammaLimits(1, a);
  // In multiples of the mean a share behaves like a gamma value with shape a, and is never wider.
  const most = Math.min(1 / mean, high / a);
  const mode = Math.max((a - 1) / (a + b - 2 || 1), 1e-300);
  const log = (x: number): number => (a === 1 ? 0 : (a - 1) * Math.log(x / mode)) + (b === 1 ? 0 : (b - 1) * (Math.log1p(-x) - Math.log1p(-Math.min(mode, 1 - 1e-16))));
  const density = (multiple: number): number => Math.exp(log(Math.min(1, multiple * mean)));
  const grid = integrate(density, low / a, most);
  return shares.map((share) => {
    const [from, to, rest] = panelOf(grid, share);
    const [left, right, last] = panelOf(integrate(density, from, to, FINE_STEPS), rest);
    return left + (right - left) * last;
  });
}

/** Within a panel of the first grid: its width is a thirtieth of a standard deviation, and 0.005 of the mass may be a tenth of it. */
const FINE_STEPS = 40;

/** The panel that holds a quantile, and which share of the panel's mass lies below it. */
function panelOf({ at, below }: Grid, share: number): readonly [from: number, to: number, share: number] {
  const index = Math.max(1, below.findIndex((mass) => mass >= share));
  const [left, right] = [below[index - 1] ?? 0, below[index] ?? 1];
  return [at[index - 1] ?? 0, at[index] ?? 0, right > left ? (share - left) / (right - left) : 0];
}
