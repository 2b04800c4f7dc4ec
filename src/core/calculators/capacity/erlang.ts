/**
 * Erlang's formulas for servers that share one stream of Poisson arrivals. Offered load is arrival rate × mean service
 * time, in erlangs: the mean number of servers that would be busy if there were always a free one.
 * Source: A. K. Erlang, "Løsning af nogle Problemer fra Sandsynlighedsregningen …", 1917.
 */

/** Relative size of the rest of the series that no longer matters to a double. */
const NEGLIGIBLE = 2 ** -56;

/**
 * Erlang B: the probability that an arrival finds all servers busy when nobody waits. Exact for any distribution of
 * service times.
 *
 * 1/B = Σⱼ c!/((c − j)! aʲ), summed from j = 0 until the rest is negligible: all terms are positive, nothing cancels,
 * and some ten times √c terms are enough where B is not below the smallest double. Below it the answer is 0.
 * @param servers a whole number from 1
 * @param load offered load in erlangs, above 0
 */
export function erlangB(servers: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 0; j < servers; j += 1) {
    const ratio = (servers - j) / load;
    term *= ratio;
    sum += term;
    if (sum === Infinity) return 0;
    if (ratio < 1 && (term * ratio) / (1 - ratio) < sum * NEGLIGIBLE) break;
  }
  return 1 / sum;
}

/**
 * Erlang C: the probability that an arrival must wait when all wait until they are served (M/M/c).
 * @param servers a whole number from 1
 * @param load offered load in erlangs, above 0 and below the number of servers
 */
export function erlangC(servers: number, load: number): number {
  const blocked = erlangB(servers, load);
  return (servers * blocked) / (servers - load + load * blocked);
}
