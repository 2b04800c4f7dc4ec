/** Zipf's law: the k-th most popular of m keys has a share of k^−s / H(m, s). */

const SUMMED = 1_000;

/** Generalised harmonic number: the sum of k^−s for k = 1 … m. @param m whole, at least 1 @param s at least 0 */
export function harmonic(m: number, s: number): number {
  let sum = 0;
  const summed = Math.min(m, SUMMED);
  // From the smallest term, so that none is lost.
  for (let k = summed; k >= 1; k -= 1) sum += k ** -s;
  return m === summed ? sum : sum + tail(summed, m, s);
}

/** The terms above a up to m by the Euler–Maclaurin formula; its error is below 10⁻¹⁵ of the sum from a = 1,000 on. */
function tail(a: number, m: number, s: number): number {
  const derivative = (x: number): number => -s * x ** (-s - 1);
  const third = (x: number): number => -s * (s + 1) * (s + 2) * x ** (-s - 3);
  return integral(a, m, s) + (m ** -s - a ** -s) / 2 + (derivative(m) - derivative(a)) / 12 - (third(m) - third(a)) / 720;
}

/** Of x^−s from a to m; exact at s = 1 and near it. */
function integral(a: number, m: number, s: number): number {
  const length = Math.log(m / a);
  const power = (1 - s) * length;
  return a ** (1 - s) * (power === 0 ? length : length * (Math.expm1(power) / power));
}

/** Share of the most popular key. */
export const hottestShare = (keys: number, exponent: number): number => 1 / harmonic(keys, exponent);

/** Sum of the squared shares of all keys: 1 / keys if all are alike. */
export const squaredShares = (keys: number, exponent: number): number => harmonic(keys, 2 * exponent) / harmonic(keys, exponent) ** 2;
