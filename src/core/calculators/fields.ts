/** Short ways to write fields. Bounds and defaults are in base units. */
import type { ChoiceField, Column, Field, FlagField, NumberField, RowOf, TableField, TextField } from './definition';
import { UNITS, type UnitId } from './units';

type Bounds = Pick<NumberField, 'least' | 'most' | 'above' | 'below' | 'whole' | 'short'>;
type Required = NumberField & { readonly optional: false };
type Optional = NumberField & { readonly optional: true };

/** A number, typed in `unit` unless another is typed. */
export const number = (unit: UnitId, initial: number, bounds: Bounds): Required =>
  ({ kind: 'number', dimension: UNITS[unit].dimension, unit, default: initial, optional: false, ...bounds });

/** A number that may be left empty. */
export const optionalNumber = (unit: UnitId, initial: number | null, bounds: Bounds): Optional =>
  ({ kind: 'number', dimension: UNITS[unit].dimension, unit, default: initial, optional: true, ...bounds });

/** A whole number without a unit. */
export const count = (initial: number, least: number, most: number, short?: string): Required =>
  number('none', initial, { least, most, whole: true, ...(short !== undefined && { short }) });

/** A fraction from 0 to 1, both allowed unless bounds say otherwise. */
export const share = (initial: number, bounds: Bounds = { least: 0, most: 1 }): Required => number('percent', initial, bounds);

/** Where the pseudo-random numbers begin. */
export const seed = (): Required => count(1, 0, 2 ** 31 - 1);

export const choice = <const Option extends string>(options: readonly Option[], initial: Option): ChoiceField<Option> => ({ kind: 'choice', options, default: initial });
export const flag = (initial: boolean): FlagField => ({ kind: 'flag', default: initial });
export const text = (initial: string): TextField => ({ kind: 'text', default: initial });

export const table = <const Columns extends Readonly<Record<string, Column>>>(
  columns: Columns, initial: readonly RowOf<Columns>[], leastRows: number, mostRows: number,
): TableField<Columns> => ({ kind: 'table', columns, default: initial, leastRows, mostRows });

/** The field, where it counts only while a choice of the same part has one of some options: it is shown only then. */
export const only = <const F extends Field>(when: Readonly<Record<string, readonly string[]>>, field: F): F => ({ ...field, when });
