/** Axes in the units that people read. */
import { ticks, tickStep } from 'd3-array';
import { formatNumber, formatQuantity, fittingUnit } from '../../core/calculators/format';
import { UNITS, type Dimension, type UnitId } from '../../core/calculators/units';

export interface Axis {
  /** From a value in base units to a position. */
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Of the numbers on the axis; empty where each has its own. */
  readonly unit: string;
}
export interface AxisRange {
  /** All that the axis must show, in base units; on a logarithmic axis only what is above zero counts. */
  readonly values: readonly number[];
  readonly dimension: Dimension;
  readonly log: boolean;
  /** Positions of its ends. */
  readonly from: number;
  readonly to: number;
  /** How many ticks there is room for. */
  readonly count: number;
  /** Sizes are read from zero, places need not be: an axis of one to nine replicas begins at one. */
  readonly sizes: boolean;
}

export function axisOf({ values, dimension, log, from, to, count, sizes }: AxisRange): Axis {
  const shown = log ? values.filter((value) => value > 0) : values;
  const extremes = extent(shown, log, sizes);
  const ownUnits = log && OWN_UNITS.has(dimension);
  const unit = UNITS[ownUnits ? 'none' : axisUnit(extremes[1], dimension)];
  // 0.15 s are 150 ms, and not a little more, which would take a further tick.
  const [least, most] = extremes.map((end) => Number((end / unit.factor).toPrecision(12))) as [number, number];
  const isWhole = !sizes && dimension === 'number' && values.every(Number.isInteger);
  const [low, high] = log ? logEnds(least, most, dimension)
    : sizes || dimension === 'share' ? tidyEnds(least, most, count) : [least, most];
  const position = log ? Math.log10 : (value: number): number => value;
  const scale = (value: number): number => from + ((position(value) - position(low)) / (position(high) - position(low))) * (to - from);
  const marks = log ? logTicks(low, high, count, dimension) : linearTicks(low, high, tickStep(least, most, count)).filter((mark) => !isWhole || Number.isInteger(mark));
  const textOf = (mark: number): string => (ownUnits || dimension === 'share' ? formatQuantity(mark * unit.factor, dimension) : formatNumber(mark));
  return {
    place: (value) => scale(value / unit.factor),
    ticks: marks.map((mark) => ({ at: scale(mark), text: textOf(mark) })),
    unit: dimension === 'share' ? '' : unit.sign,
  };
}

/** On a logarithmic axis each tick of these says its own unit: "1 ms", "1 min", not 0.0000167 hours. */
const OWN_UNITS: ReadonlySet<Dimension> = new Set(['time', 'data', 'bandwidth', 'distance']);

/** The unit of a linear axis. Sixty seconds are better read as seconds than as parts of a minute. */
function axisUnit(most: number, dimension: Dimension): UnitId {
  return fittingUnit(dimension === 'time' && most >= UNITS.minute.factor ? most / 2.5 : most, dimension);
}

/** An axis of sizes begins at zero unless all values are far from it; a single value gets some room. */
function extent(values: readonly number[], log: boolean, sizes: boolean): readonly [number, number] {
  if (values.length === 0) return log ? [1, 10] : [0, 1];
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (log) return least === most ? [least / 2, most * 2] : [least, most];
  const low = least >= 0 && least < most * (sizes ? 0.7 : 0.1) ? 0 : least;
  return low === most ? (most === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, most)]) : [low, most];
}

function tidyEnds(least: number, most: number, count: number): readonly [number, number] {
  const step = tickStep(least, most, count);
  return [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step];
}

/** With that step, whose multiples are told as people write them: 0.3, not three times 0.1. */
const linearTicks = (low: number, high: number, step: number): readonly number[] => ticks(low, high, Math.max(1, Math.round((high - low) / step)));

/** The steps around two numbers; within one decade the nearest tidy numbers, since whole ones would waste the axis. */
function logEnds(least: number, most: number, dimension: Dimension): readonly [number, number] {
  const steps = logSteps(least, most, dimension);
  const low = steps.findLast((step) => step <= least * (1 + 1e-9)) ?? least;
  const high = steps.find((step) => step >= most * (1 - 1e-9)) ?? most;
  return most / least < 10 ? [Math.max(low, tidy(least, Math.floor)), Math.min(high, tidy(most, Math.ceil))] : [low, high];
}

function tidy(value: number, round: (value: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return round((value / power) * (1 + (round === Math.floor ? 1e-9 : -1e-9))) * power;
}

const { minute, hour, day, year } = UNITS;
/** Between a second and a year people do not count in tens. */
const TIMES: readonly number[] = [1, 10, minute.factor, 10 * minute.factor, hour.factor, 10 * hour.factor, day.factor, 10 * day.factor, 100 * day.factor];

/** Powers of ten from below one number to above the other; of times, those of the unit. */
function logSteps(least: number, most: number, dimension: Dimension): readonly number[] {
  const [first, last] = [Math.floor(Math.log10(least)) - 2, Math.ceil(Math.log10(most)) + 2];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  if (dimension !== 'time') return powers;
  return [...powers.filter((power) => power < 1), ...TIMES, ...powers.filter((power) => power >= 1).map((power) => power * year.factor)];
}

/** All steps, thinned where there are many; between powers of ten 2 and 5 where there are few. */
function logTicks(low: number, high: number, count: number, dimension: Dimension): readonly number[] {
  const inside = (tick: number): boolean => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9);
  const steps = logSteps(low, high, dimension);
  const shown = steps.filter(inside);
  if (shown.length * 2 < count) {
    const between = shown.length < 2 ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 2, 5];
    return steps.flatMap((step, index) => between.map((times) => times * step).filter((tick) => tick < (steps[index + 1] ?? Infinity) && inside(tick)));
  }
  const every = Math.ceil(shown.length / count);
  return shown.filter((_, index) => index % every === 0);
}
