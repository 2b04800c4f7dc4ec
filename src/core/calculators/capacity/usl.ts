/**
 * The Universal Scalability Law: throughput X(N) = λN / (1 + σ(N − 1) + κN(N − 1)) at N nodes, processors or requests
 * in progress. λ is the throughput of one, σ the share that is serialised (contention), κ the cost of agreement between
 * each pair (coherency). With κ = 0 it is Amdahl's law.
 * Source: N. J. Gunther, "Guerrilla Capacity Planning", 2007, chapters 4 to 6.
 */
export interface Scalability { readonly lambda: number; readonly sigma: number; readonly kappa: number }

export const throughputAt = ({ lambda, sigma, kappa }: Scalability, n: number): number =>
  (lambda * n) / (1 + sigma * (n - 1) + kappa * n * (n - 1));

/** Where throughput is highest; null when nothing makes it fall. Below 1 it falls from the start. */
export const peakOf = ({ sigma, kappa }: Scalability): number | null => (kappa > 0 ? Math.sqrt((1 - sigma) / kappa) : null);
