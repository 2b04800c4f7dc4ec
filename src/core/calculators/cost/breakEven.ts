/** Two ways to pay: a fixed amount a month and an amount for each unit. */
export interface Option { readonly fixed: number; readonly unit: number }

export const monthlyCost = ({ fixed, unit }: Option, volume: number): number => fixed + unit * volume;

/**
 * The volume a month at which both cost the same, when going from one to the other costs `extra` more a month. Undefined
 * where their lines are parallel, or cross below zero.
 */
export function breakEvenVolume(from: Option, to: Option, extra = 0): number | undefined {
  const volume = (to.fixed - from.fixed + extra) / (from.unit - to.unit);
  // Adding 0 makes 0 of −0.
  return from.unit !== to.unit && volume >= 0 ? volume + 0 : undefined;
}
