/** Small least squares with few unknowns, by orthogonalisation: the normal equations would lose half of the digits. */

/** Columns of a matrix, all of one length. */
export type Columns = readonly (readonly number[])[];

interface Column { readonly values: readonly number[]; /** Its squared length before anything was taken out of it. */ readonly whole: number }

/** A column of which so little is left (squared) when the others are taken out of it cannot be told from them. */
const DEPENDENT = 1e-22;

/** The sum of products. */
export function dot(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let row = 0; row < left.length; row += 1) sum += (left[row] ?? 0) * (right[row] ?? 0);
  return sum;
}

function without(values: readonly number[], share: number, direction: readonly number[]): number[] {
  const rest = new Array<number>(values.length);
  for (let row = 0; row < values.length; row += 1) rest[row] = (values[row] ?? 0) - share * (direction[row] ?? 0);
  return rest;
}

/** Takes the first column out of all others and of what is wanted, solves for the others, and then for the first. */
function eliminate([first, ...others]: readonly Column[], wanted: readonly number[]): number[] | null {
  if (first === undefined) return [];
  const squared = dot(first.values, first.values);
  if (!(squared > DEPENDENT * first.whole)) return null;
  const shareOf = (values: readonly number[]): number => dot(first.values, values) / squared;
  const shares = others.map(({ values }) => shareOf(values));
  const share = shareOf(wanted);
  const rest = others.map(({ values, whole }, at) => ({ values: without(values, shares[at] ?? 0, first.values), whole }));
  const solved = eliminate(rest, without(wanted, share, first.values));
  return solved && [share - dot(shares, solved), ...solved];
}

/** The x that makes columns · x closest to `wanted`; null when there is no single one. */
export function solve(columns: Columns, wanted: readonly number[]): number[] | null {
  const solved = eliminate(columns.map((values) => ({ values, whole: dot(values, values) })), wanted);
  return solved?.every(Number.isFinite) === true ? solved : null;
}

/**
 * The diagonal of (AᵀA)⁻¹: times the variance of the residuals it is the variance of each unknown. Each is the inverse
 * of what is left of a column, squared, when the others have explained what they can of it.
 */
export function inverseDiagonal(columns: Columns): number[] | null {
  const diagonal: number[] = [];
  for (const column of columns) {
    const others = columns.filter((other) => other !== column);
    const shares = solve(others, column);
    if (!shares) return null;
    const left = others.reduce<readonly number[]>((rest, other, at) => without(rest, shares[at] ?? 0, other), column);
    const squared = dot(left, left);
    if (!(squared > DEPENDENT * dot(column, column))) return null;
    diagonal.push(1 / squared);
  }
  return diagonal;
}
