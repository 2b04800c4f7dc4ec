/** Axes in the units that people read. */
import { nice, ticks } from 'd3-array';
import { formatNumber, formatQuantity, fittingUnit } from '../../core/calculators/format';
import { UNITS, type Dimension } from '../../core/calculators/units';

export interface Axis {
  /** From a value in base units to a position. */
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Of the numbers on the axis; empty where each has its own. */
  readonly unit: string;
}

/** @param values all that the axis must show, in base units; on a logarithmic axis only what is above zero counts */
export function axisOf(values: readonly number[], dimension: Dimension, log: boolean, from: number, to: number, count: number): Axis {
  const shown = log ? values.filter((value) => value > 0) : values;
  const [least, most] = extent(shown, log);
  const unit = UNITS[fittingUnit(most, dimension)];
  const [low, high] = log ? wholePowers(least / unit.factor, most / unit.factor) : nice(least / unit.factor, most / unit.factor, count);
  const position = log ? Math.log10 : (value: number): number => value;
  const scale = (value: number): number => from + ((position(value) - position(low)) / (position(high) - position(low))) * (to - from);
  const marks = log ? logTicks(low, high, count) : ticks(low, high, count);
  const isShare = dimension === 'share';
  return {
    place: (value) => scale(value / unit.factor),
    ticks: marks.map((mark) => ({ at: scale(mark), text: isShare ? formatQuantity(mark * unit.factor, 'share') : formatNumber(mark) })),
    unit: isShare ? '' : unit.sign,
  };
}

/** A linear axis begins at zero unless all values are far from it; a single value gets some room. */
function extent(values: readonly number[], log: boolean): readonly [number, number] {
  if (values.length === 0) return log ? [1, 10] : [0, 1];
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (log) return least === most ? [least / 2, most * 2] : [least, most];
  const low = least >= 0 && least < most * 0.7 ? 0 : least;
  return low === most ? (most === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, most)]) : [low, most];
}

/** The powers of ten around two numbers; within one decade the nearest tidy numbers, since whole ones would waste the axis. */
function wholePowers(least: number, most: number): readonly [number, number] {
  const [low, high] = [10 ** Math.floor(Math.log10(least) + 1e-9), 10 ** Math.ceil(Math.log10(most) - 1e-9)];
  return most / least < 10 ? [Math.max(low, tidy(least, Math.floor)), Math.min(high, tidy(most, Math.ceil))] : [low, high];
}

function tidy(value: number, round: (value: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return round((value / power) * (1 + (round === Math.floor ? 1e-9 : -1e-9))) * power;
}

/** Powers of ten, thinned where there are many; between them 2 and 5 where there are few. */
function logTicks(low: number, high: number, count: number): readonly number[] {
  const [first, last] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const steps = powers.length <= 2 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : powers.length * 2 < count ? [1, 2, 5] : [1];
  const every = Math.ceil(powers.length / count);
  return powers.filter((_, index) => index % every === 0)
    .flatMap((power) => steps.map((step) => step * 10 ** power))
    .filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
}
