/** How long signals travel. Distances in kilometres, speeds in kilometres per second, times in seconds. */

/** Speed of light in vacuum, exact by the definition of the metre. */
export const LIGHT_SPEED = 299_792.458;

/** Group index of standard single-mode fibre (ITU-T G.652) at 1,550 nm, from the data sheet PI-1424 of Corning SMF-28 Ultra. */
export const FIBRE_GROUP_INDEX = 1.4682;

/** Peterson and Davie, Computer Networks, section 1.5.1: 2.3 × 10⁸ m/s in a copper cable. */
export const COPPER_SPEED = 230_000;

export const MEDIA = ['fibre', 'copper', 'radio'] as const;
export type Medium = (typeof MEDIA)[number];

/** Air slows radio by about three parts in ten thousand, which is left out. */
export const SIGNAL_SPEED: Readonly<Record<Medium, number>> = {
  fibre: LIGHT_SPEED / FIBRE_GROUP_INDEX,
  copper: COPPER_SPEED,
  radio: LIGHT_SPEED,
};

/** @param distance of the path that the signal takes */
export const travelTime = (distance: number, speed: number): number => distance / speed;

/** Great-circle distances as printed in Grigorik, High Performance Browser Networking, table 1-1. */
export const KNOWN_ROUTES = [
  { name: 'New York – San Francisco', distance: 4_148 },
  { name: 'New York – London', distance: 5_585 },
  { name: 'New York – Sydney', distance: 15_993 },
] as const;
