/**
 * For each of `cells` equal stretches from 0 to `end`: the most times that lie within `length` before any moment of it.
 * A curve of these never misses a peak, however narrow.
 * @param times in order; a time counts from itself until just before itself + length
 */
export function movingCount(times: ArrayLike<number>, length: number, end: number, cells: number): number[] {
  let first = 0;
  let next = 0;
  const leaveUntil = (now: number): void => { while (first < next && (times[first] ?? 0) <= now - length) first += 1; };
  return Array.from({ length: cells }, (_, cell) => {
    const from = end * cell / cells;
    while (next < times.length && (times[next] ?? 0) <= from) next += 1;
    leaveUntil(from);
    let most = next - first;
    for (; next < times.length && (times[next] ?? 0) < end * (cell + 1) / cells;) {
      next += 1;
      leaveUntil(times[next - 1] ?? 0);
      most = Math.max(most, next - first);
    }
    return most;
  });
}
