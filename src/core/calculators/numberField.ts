/** A number as a person types it: with a unit, a magnitude, and bounds that are never crossed silently. */
import { readNumber } from '../numbers/readNumber';
import type { NumberField } from './definition';
import { formatGiven } from './format';
import { UNITS, type Unit } from './units';

export type ProblemCode =
  | 'missing' | 'notANumber' | 'otherUnit' | 'notWhole' | 'tooSmall' | 'tooLarge' | 'notAbove' | 'notBelow'
  | 'noOption' | 'tooLong' | 'tooFewRows' | 'tooManyRows' | 'malformed' | 'tooFewMembers' | 'tooManyBlocks' | 'tooManyRequired';
export interface ValueProblem {
  readonly code: ProblemCode;
  /** The bound, the units that fit, the options, or an example, as text. */
  readonly bound?: string;
  /** Of a table: row from 0, and the column. Of a tree: the path to the block. */
  readonly row?: number;
  readonly column?: string;
  readonly path?: string;
  /** Of a block: which of its fields. */
  readonly part?: string;
}
export type ReadValue = { readonly value: unknown } | { readonly problems: readonly ValueProblem[] };

export const wrong = (code: ProblemCode, bound?: string): { readonly problems: readonly ValueProblem[] } =>
  ({ problems: [{ code, ...(bound !== undefined && { bound }) }] });

/** A number with its unit, within the bounds of its field. */
export function readNumberField(field: NumberField, typed: string): ReadValue {
  const read = readNumber(typed);
  if ('problem' in read) {
    if (read.problem === 'missing') return field.optional ? { value: null } : wrong('missing');
    return wrong('notANumber', exampleOf(field));
  }
  const unit = unitOf(field, read.after);
  if (unit === undefined || (read.before !== '' && field.dimension !== 'money')) return wrong('otherUnit', unitsOf(field));
  const value = inBaseUnits(read.value, unit.factor);
  if (!Number.isFinite(value)) return wrong('notANumber', exampleOf(field));
  const bound = (code: ProblemCode, limit: number): ReadValue => wrong(code, formatGiven(limit, field.dimension, field.unit));
  if (field.least !== undefined && value < field.least) return bound('tooSmall', field.least);
  if (field.above !== undefined && value <= field.above) return bound('notAbove', field.above);
  if (field.most !== undefined && value > field.most) return bound('tooLarge', field.most);
  if (field.below !== undefined && value >= field.below) return bound('notBelow', field.below);
  return field.whole === true && !Number.isInteger(value) ? wrong('notWhole') : { value };
}

const exampleOf = ({ default: usual, dimension, unit }: NumberField): string => formatGiven(usual ?? UNITS[unit].factor, dimension, unit);

/** A factor below 1 is divided by: 99.95 × 0.01 is not 0.9995, and 99.95 / 100 is. */
function inBaseUnits(typed: number, factor: number): number {
  const inverse = 1 / factor;
  return factor < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-6 ? typed / Math.round(inverse) : typed * factor;
}

/** Thousands and millions, where a number is counted: "10k", "1.5 M", "2 million requests". */
const MAGNITUDES: readonly (readonly [RegExp, number])[] = [[/^(?:k|thousand)(?=$|[ /])/i, 1e3], [/^(?:M|million)(?=$|[ /])/, 1e6], [/^(?:G|bn|billion)(?=$|[ /])/, 1e9]];
const COUNTED = new Set(['number', 'rate', 'money']);

function unitOf(field: NumberField, written: string): Pick<Unit, 'factor'> | undefined {
  if (written === '') return UNITS[field.unit];
  const own = Object.values(UNITS).filter(({ dimension }) => dimension === field.dimension) as readonly Unit[];
  const found = own.find(({ sign }) => sign === written)
    ?? own.find(({ sign, ways }) => [sign, ...(ways ?? [])].some((way) => way.toLowerCase() === written.toLowerCase()));
  if (found || !COUNTED.has(field.dimension)) return found;
  const [pattern, factor] = MAGNITUDES.find(([each]) => each.test(written)) ?? [];
  if (pattern === undefined || factor === undefined) return undefined;
  const rest = unitOf(field, written.replace(pattern, '').trim());
  return rest && { factor: rest.factor * factor };
}

/** The units that can be typed into a field, by their signs. */
export function unitsOf({ dimension }: NumberField): string {
  return Object.values(UNITS).filter((unit) => unit.dimension === dimension && unit.sign !== '').map(({ sign }) => sign).join(', ');
}
