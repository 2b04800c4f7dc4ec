/**
 * The Universal Scalability Law fitted to measurements by least squares of the throughput, with 0 ≤ σ ≤ 1 and κ ≥ 0.
 *
 * N/X = a₀ + a₁N + a₂N(N − 1) with a₀ = (1 − σ)/λ, a₁ = σ/λ and a₂ = κ/λ: in these three numbers the constraints are
 * that none is negative. So each set of numbers that are not zero is fitted without constraints, starting from the
 * weighted linear fit of N/X and refined by Levenberg–Marquardt, and the best fit that keeps the constraints is taken.
 */
import { dot, solve } from './leastSquares';
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
const MOST_STEPS = 60;
/** Relative, of each step or of the squares: below it further steps change nothing that can be seen. */
const CONVERGED = 1e-14;
const LEAST_DAMPING = 1e-15;
const MOST_DAMPING = 1e8;
/** Of the sum of squared throughputs: what rounding alone leaves. */
const ROUNDING = 1e-26;

interface Row { readonly n: number; /** At most 1. */ readonly x: number; /** The basis at n, each column scaled to at most 1. */ readonly terms: readonly number[] }
interface Refined { readonly a: readonly number[]; readonly squares: number }
/** A point of the search: N/X by the law and the residual of X, row by row. */
interface State extends Refined { readonly costs: readonly number[]; readonly residuals: readonly number[] }

/** Its squares are infinite where the law has no throughput at one of the rows. */
function stateOf(rows: readonly Row[], a: readonly number[]): State {
  const costs = rows.map(({ terms }) => dot(terms, a));
  const residuals = rows.map(({ n, x }, at) => x - n / (costs[at] ?? 1));
  return { a, costs, residuals, squares: costs.every((cost) => cost > 0) ? dot(residuals, residuals) : Infinity };
}

/** One damped step: the derivatives, below them a row for each unknown that holds it back in proportion to their size. */
function stepOf(rows: readonly Row[], { a, costs, residuals }: State, damping: number): number[] | null {
  const slopes = a.map((_, at) => rows.map(({ n, terms }, row) => (-(terms[at] ?? 0) * n) / (costs[row] ?? 1) ** 2));
  const damped = slopes.map((column, at) => [...column, ...a.map((_, other) => (other === at ? Math.sqrt(dot(column, column) * damping) : 0))]);
  return solve(damped, [...residuals, ...a.map(() => 0)]);
}

/** Levenberg–Marquardt. Null where the unknowns are not determined. */
function refine(rows: readonly Row[], size: number): Refined | null {
  // To first order a residual of X is X²/N times one of N/X.
  const start = solve(Array.from({ length: size }, (_, at) => rows.map(({ n, x, terms }) => ((terms[at] ?? 0) * x * x) / n)), rows.map(({ x }) => x));
  if (!start) return null;
  let state = stateOf(rows, start);
  if (state.squares === Infinity) return null;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step += 1) {
    const move = stepOf(rows, state, damping);
    if (!move) break;
    const next = stateOf(rows, state.a.map((value, at) => value + (move[at] ?? 0)));
    if (next.squares > state.squares) {
      damping *= 10;
      continue;
    }
    const still = state.squares - next.squares <= CONVERGED * state.squares || next.a.every((value, at) => Math.abs(move[at] ?? 0) <= CONVERGED * Math.abs(value));
    state = next;
    damping = Math.max(damping / 10, LEAST_DAMPING);
    if (still) break;
  }
  return state;
}

/** The coefficients of a basis, in its own scale. */
function fitBasis(measurements: readonly Measurement[], largest: number, basis: readonly Basis[]): Refined | null {
  const scale = basis.map((term) => Math.max(...measurements.map(({ n }) => Math.abs(term(n)))));
  if (scale.includes(0)) return null;
  const rows = measurements.map(({ n, throughput }) => ({ n, x: throughput / largest, terms: basis.map((term, at) => term(n) / (scale[at] ?? 1)) }));
  const refined = refine(rows, basis.length);
  return refined && { a: refined.a.map((value, at) => value / (scale[at] ?? 1)), squares: refined.squares };
}

/**
 * Needs a throughput above 0 at four or more different N, all above 0. The same measurements give the same fit.
 * σ = 0 where scaling looks linear or better, κ = 0 where nothing makes it fall, σ = 1 where more of N never helps.
 */
export function fitUsl(measurements: readonly Measurement[]): Fit {
  const largest = Math.max(...measurements.map(({ throughput }) => throughput));
  const enough = ROUNDING * measurements.reduce((sum, { throughput }) => sum + (throughput / largest) ** 2, 0);
  let best: { a0: number; a1: number; a2: number; squares: number } | null = null;
  for (const basis of CANDIDATES) {
    const fitted = fitBasis(measurements, largest, basis);
    if (!fitted || fitted.a.some((value) => value < 0)) continue;
    if (best && fitted.squares >= best.squares - enough) continue;
    const of = (term: Basis): number => fitted.a[basis.indexOf(term)] ?? 0;
    best = { a0: of(ALONE), a1: of(CONTENTION), a2: of(COHERENCY), squares: fitted.squares };
  }
  if (!best) throw new RangeError('a measurement is not above 0');
  const one = best.a0 + best.a1;
  return { lambda: largest / one, sigma: best.a1 / one, kappa: best.a2 / one, squares: best.squares * largest ** 2 };
}
