/** Axes in the units that people read. */
import { scaleLinear, scaleLog } from 'd3-scale';
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
  const [low, high] = [least / unit.factor, most / unit.factor];
  const scale = log ? scaleLog([low, high], [from, to]).nice() : scaleLinear([low, high], [from, to]).nice(count);
  const marks = log ? logTicks(scale.ticks(count), count) : scale.ticks(count);
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

/** Powers of ten where there are many, since their parts crowd. */
function logTicks(ticks: readonly number[], count: number): readonly number[] {
  if (ticks.length <= count) return ticks;
  const powers = ticks.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  const kept = powers.length >= 2 ? powers : ticks;
  const every = Math.ceil(kept.length / count);
  return kept.filter((_, index) => index % every === 0);
}
