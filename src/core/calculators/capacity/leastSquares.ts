/** Small least squares with few unknowns, by orthogonalisation: the normal equations would lose half of the digits. */

/** Columns of a matrix, all of one length. */
export type Columns = readonly (readonly number[])[];

const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, x, row) => sum + x * right[row]!, 0);
/** A column of which so little is left when the others are taken out of it cannot be told from them. */
const DEPENDENT = 1e-11;

/** Q with orthonormal columns and R, upper triangular, by modified Gram–Schmidt; null when columns depend on each other. */
export function orthogonalise(columns: Columns): { q: number[][]; r: number[][] } | null {
  const q: number[][] = [];
  const r = columns.map(() => columns.map(() => 0));
  for (let at = 0; at < columns.length; at += 1) {
    const rest = [...columns[at]!];
    const length = Math.sqrt(dot(rest, rest));
    for (let earlier = 0; earlier < at; earlier += 1) {
      const share = dot(q[earlier]!, rest);
      r[earlier]![at] = share;
      for (let row = 0; row < rest.length; row += 1) rest[row]! -= share * q[earlier]![row]!;
    }
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > DEPENDENT * length)) return null;
    r[at]![at] = left;
    q.push(rest.map((x) => x / left));
  }
  return { q, r };
}

/** The x that makes columns · x closest to `wanted`; null when there is no single one. */
export function solve(columns: Columns, wanted: readonly number[]): number[] | null {
  const parts = orthogonalise(columns);
  if (!parts) return null;
  const x = columns.map(() => 0);
  let rest = [...wanted];
  // Taking out one direction after the other keeps the accuracy that multiplying with all of Q at once would lose.
  const shares = parts.q.map((direction) => {
    const share = dot(direction, rest);
    rest = rest.map((value, row) => value - share * direction[row]!);
    return share;
  });
  for (let at = x.length - 1; at >= 0; at -= 1) {
    let sum = shares[at]!;
    for (let later = at + 1; later < x.length; later += 1) sum -= parts.r[at]![later]! * x[later]!;
    x[at] = sum / parts.r[at]![at]!;
  }
  return x.every(Number.isFinite) ? x : null;
}

/** The diagonal of (AᵀA)⁻¹: times the variance of the residuals it is the variance of each unknown. */
export function inverseDiagonal(columns: Columns): number[] | null {
  const parts = orthogonalise(columns);
  if (!parts) return null;
  const size = columns.length;
  const inverse = columns.map(() => columns.map(() => 0));
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row >= 0; row -= 1) {
      let sum = row === column ? 1 : 0;
      for (let later = row + 1; later <= column; later += 1) sum -= parts.r[row]![later]! * inverse[later]![column]!;
      inverse[row]![column] = sum / parts.r[row]![row]!;
    }
  }
  return inverse.map((row) => dot(row, row));
}
