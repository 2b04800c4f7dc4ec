/** Servers for a load. */

export interface Fleet {
  /** Share of its capacity at which a server is to run at the peak. */
  readonly utilisation: number;
  /** Servers beyond those that the load needs: the k of N + k. */
  readonly spares: number;
}

/** A fleet of more servers than this is a mistake in the numbers. */
export const MOST_SERVERS = 1e8;

/** N: how many servers keep within the utilisation. @param ofOneServer capacity of one server, in the unit of the load */
export const serversNeeded = (load: number, ofOneServer: number, { utilisation }: Fleet): number =>
  Math.ceil(load / (ofOneServer * utilisation));
