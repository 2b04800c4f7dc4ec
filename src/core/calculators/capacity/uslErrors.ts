import { inverseDiagonal } from './leastSquares';
import type { Fit, Measurement } from './fitUsl';

/** Null where a coefficient lies on its bound, or where there are no more measurements than coefficients. */
export interface Errors {
  readonly sigma: number | null;
  readonly kappa: number | null;
  readonly lambda: number | null;
  /** Standard deviation of the residuals, with as many degrees of freedom as measurements beyond the free coefficients. */
  readonly residual: number | null;
}

/** Standard errors of a fit, from its derivatives at the solution. */
export function errorsOf({ lambda, sigma, kappa, squares }: Fit, measurements: readonly Measurement[]): Errors {
  const none: Errors = { sigma: null, kappa: null, lambda: null, residual: null };
  const cost = (n: number): number => 1 + sigma * (n - 1) + kappa * n * (n - 1);
  // Derivatives of the logarithm of each coefficient that is free, so that all columns have the size of a throughput.
  const free = [
    { id: 'lambda' as const, value: lambda, slope: (n: number) => (lambda * n) / cost(n) },
    { id: 'sigma' as const, value: sigma < 1 ? sigma : 0, slope: (n: number) => (-lambda * n * sigma * (n - 1)) / cost(n) ** 2 },
    { id: 'kappa' as const, value: kappa, slope: (n: number) => (-lambda * n * kappa * n * (n - 1)) / cost(n) ** 2 },
  ].filter(({ value }) => value > 0);
  const freedom = measurements.length - free.length;
  if (freedom < 1) return none;
  const residual = Math.sqrt(squares / freedom);
  const diagonal = inverseDiagonal(free.map(({ slope }) => measurements.map(({ n }) => slope(n))));
  if (!diagonal || !diagonal.every(Number.isFinite)) return { ...none, residual };
  const errors = Object.fromEntries(free.map(({ id, value }, at) => [id, value * residual * Math.sqrt(diagonal[at] ?? 0)]));
  return { ...none, ...errors, residual };
}
