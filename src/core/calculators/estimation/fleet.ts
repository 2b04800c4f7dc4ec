/** Servers for a load. */

export interface Fleet {
  /** Share of its capacity at which a server is to run at the peak. */
  readonly utilisation: number;
  /** Servers beyond those that the load needs: the k of N + k. */
  readonly spares: number;
}

/** A fleet of more servers than this is a mistake in the numbers. */
export const MOST_SERVERS = 1e8;

/** Quotients of decimal fractions lie above a whole number by rounding alone: 2.1 / 0.7 is 3, and a double makes it more. */
const ROUNDING_ERROR = 1e-12;

/** The least whole number of units that are together as large as a load. @param load in units */
export const wholeUnits = (load: number): number => Math.ceil(load * (1 - ROUNDING_ERROR));

/** N: how many servers keep within the utilisation. @param ofOneServer capacity of one server, in the unit of the load */
export const serversNeeded = (load: number, ofOneServer: number, { utilisation }: Fleet): number =>
  wholeUnits(load / (ofOneServer * utilisation));
