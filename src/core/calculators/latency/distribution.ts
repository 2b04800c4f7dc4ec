/**
 * A distribution of latency drawn through a few percentiles. Between two of them the logarithm of the latency is linear
 * in the logarithm of the share of slower requests, so each piece is a power law; the outermost pieces go on beyond.
 */
export interface Percentile {
  /** From 0 up to but not 1. */
  readonly share: number;
  /** Seconds, above 0. */
  readonly latency: number;
}
export interface LatencyDistribution {
  /** Latency that the share q of requests does not exceed, seconds. @param q from 0 up to but not 1 */
  readonly quantile: (q: number) => number;
  /** Share of requests that take longer than `latency` seconds. */
  readonly slower: (latency: number) => number;
}

/** A corner of the curve: u = −ln(share of slower requests), and the logarithm of the latency. */
interface Corner { readonly u: number; readonly log: number }

const line = (from: Corner, to: Corner, u: number): number => from.log + (to.log - from.log) * (u - from.u) / (to.u - from.u);

/** @param percentiles at least two, with rising shares and latencies that do not fall */
export function drawThrough(percentiles: readonly Percentile[]): LatencyDistribution {
  const given = percentiles.map(({ share, latency }) => ({ u: -Math.log1p(-share), log: Math.log(latency) }));
  const [first, second] = given as [Corner, Corner];
  const corners = [...(first.u > 0 ? [{ u: 0, log: line(first, second, 0) }] : []), ...given];
  const pieces = corners.slice(1).map((to, index) => ({ from: corners[index] as Corner, to }));
  const last = pieces[pieces.length - 1] as { from: Corner; to: Corner };

  const quantile = (q: number): number => {
    const u = -Math.log1p(-q);
    const { from, to } = pieces.find((piece) => u <= piece.to.u) ?? last;
    return Math.exp(line(from, to, u));
  };

  const slower = (latency: number): number => {
    const log = Math.log(latency);
    if (log < (corners[0] as Corner).log) return 1;
    if (log >= last.to.log && last.to.log === last.from.log) return 0;
    // The last piece that begins at or below, so never a flat one: where several percentiles share a latency, the share of
    // slower requests falls there at once.
    const { from, to } = [...pieces].reverse().find((piece) => piece.from.log <= log) ?? last;
    return Math.exp(-(from.u + (to.u - from.u) * (log - from.log) / (to.log - from.log)));
  };
  return { quantile, slower };
}
