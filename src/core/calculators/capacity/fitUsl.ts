/**
 * The Universal Scalability Law fitted to measurements by least squares of the throughput, with 0 ≤ σ ≤ 1 and κ ≥ 0.
 *
 * N/X = a₀ + a₁N + a₂N(N − 1) with a₀ = (1 − σ)/λ, a₁ = σ/λ and a₂ = κ/λ: in these three numbers the constraints are
 * that none is negative. So each set of numbers that are not zero is fitted without constraints, starting from the
 * weighted linear fit of N/X and refined by Levenberg–Marquardt, and the best fit that keeps the constraints is taken.
 */
import { solve } from './leastSquares';
import type { Scalability } from './usl';

export interface Measurement { readonly n: number; readonly throughput: number }

export interface Fit extends Scalability {
  /** Sum of the squared residuals of the throughput. */
  readonly squares: number;
}

type Basis = (n: number) => number;
const ALONE: Basis = () => 1;
const CONTENTION: Basis = (n) => n;
const COHERENCY: Basis = (n) => n * (n - 1);
/** Fewer unknowns first: more are taken only if they fit better. λ is finite with one of the first two. */
const CANDIDATES: readonly (readonly Basis[])[] = [
  [ALONE], [CONTENTION], [ALONE, CONTENTION], [ALONE, COHERENCY], [CONTENTION, COHERENCY], [ALONE, CONTENTION, COHERENCY],
];
const MOST_STEPS = 100;
const CONVERGED = 1e-15;
/** Of the sum of squared throughputs: what rounding alone leaves. */
const ROUNDING = 1e-26;

/** Throughputs are scaled to at most 1, and the columns of the basis as well. Null where the unknowns are not determined. */
function refine(ns: readonly number[], xs: readonly number[], basis: readonly Basis[]): { a: number[]; squares: number } | null {
  const raw = basis.map((term) => ns.map(term));
  const scale = raw.map((column) => Math.max(...column.map(Math.abs)));
  if (scale.includes(0)) return null;
  const columns = raw.map((column, at) => column.map((value) => value / scale[at]!));
  const costs = (a: readonly number[]): number[] => ns.map((_, row) => columns.reduce((sum, column, at) => sum + column[row]! * a[at]!, 0));
  const residuals = (cost: readonly number[]): number[] => xs.map((x, row) => x - ns[row]! / cost[row]!);
  const squaresOf = (cost: readonly number[]): number => (cost.every((d) => d > 0) ? residuals(cost).reduce((sum, r) => sum + r * r, 0) : Infinity);

  // To first order a residual of X is X²/N times one of N/X.
  const start = solve(columns.map((column) => column.map((value, row) => (value * xs[row]! ** 2) / ns[row]!)), xs);
  if (!start) return null;
  let a = start;
  let cost = costs(a);
  let squares = squaresOf(cost);
  if (squares === Infinity) return null;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && damping < 1e12; step += 1) {
    const slopes = columns.map((column) => column.map((value, row) => (-value * ns[row]!) / cost[row]! ** 2));
    const damped = slopes.map((column, at) => {
      const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0) * damping);
      return [...column, ...slopes.map((_, other) => (other === at ? length : 0))];
    });
    const move = solve(damped, [...residuals(cost), ...slopes.map(() => 0)]);
    if (!move) break;
    const next = a.map((value, at) => value + move[at]!);
    const nextCost = costs(next);
    const nextSquares = squaresOf(nextCost);
    if (nextSquares > squares) { damping *= 10; continue; }
    const still = move.every((value, at) => Math.abs(value) <= CONVERGED * Math.abs(a[at]!));
    [a, cost, squares] = [next, nextCost, nextSquares];
    damping = Math.max(damping / 10, 1e-15);
    if (still) break;
  }
  return { a: a.map((value, at) => value / scale[at]!), squares };
}

/**
 * Needs a throughput above 0 at four or more different N, all above 0. The same measurements give the same fit.
 * σ = 0 where scaling looks linear or better, κ = 0 where nothing makes it fall, σ = 1 where more of N never helps.
 */
export function fitUsl(measurements: readonly Measurement[]): Fit {
  const largest = Math.max(...measurements.map(({ throughput }) => throughput));
  const ns = measurements.map(({ n }) => n);
  const xs = measurements.map(({ throughput }) => throughput / largest);
  const enough = ROUNDING * xs.reduce((sum, x) => sum + x * x, 0);
  let best: { a0: number; a1: number; a2: number; squares: number } | null = null;
  for (const basis of CANDIDATES) {
    const fitted = refine(ns, xs, basis);
    if (!fitted || fitted.a.some((value) => value < 0)) continue;
    if (best && fitted.squares >= best.squares - enough) continue;
    const of = (term: Basis): number => fitted.a[basis.indexOf(term)] ?? 0;
    best = { a0: of(ALONE), a1: of(CONTENTION), a2: of(COHERENCY), squares: fitted.squares };
  }
  if (!best) throw new RangeError('a measurement is not above 0');
  const one = best.a0 + best.a1;
  return { lambda: largest / one, sigma: best.a1 / one, kappa: best.a2 / one, squares: best.squares * largest ** 2 };
}
