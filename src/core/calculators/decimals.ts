/**
 * Decimal commas in a table of text. One cell may be either, as "1,200" is twelve hundred or one and a fifth, so the
 * numbers of the whole table decide together.
 */

export interface Row { readonly cells: readonly string[]; readonly line: number }
/** `rowsAmbiguous`: nothing tells what the separator of this number is. `rowsMixed`: it contradicts a number before it. */
export interface DecimalProblem { readonly code: 'rowsAmbiguous' | 'rowsMixed'; readonly line: number; readonly text: string }

/** Digits with separators, without a sign, a currency and a unit. */
const NUMBER = /[\d.,](?:[\d.,\s'’_]*\d)?/;
const DECIMAL_COMMA = /^(?:\d*,(?:\d{1,2}|\d{4,})|0*,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/;
const DECIMAL_POINT = /^(?:\d*\.(?:\d{1,2}|\d{4,})|0*\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;
const EITHER_COMMA = /^[1-9]\d{0,2},\d{3}$/;
const EITHER_POINT = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * The rows with decimal points in the columns of numbers.
 * @param numeric for each column, whether it holds numbers
 * @param separator of the cells: in a table with semicolons, which are usual where commas are decimal, "1.200" may be either too
 */
export function withDecimalPoints(rows: readonly Row[], numeric: readonly boolean[], separator: string): { readonly rows: readonly Row[] } | { readonly problem: DecimalProblem } {
  const found = rows.flatMap(({ cells, line }) => cells.flatMap((cell, column) => (numeric[column] === true ? [{ digits: digitsOf(cell), line, cell }] : [])));
  const comma = found.findIndex(({ digits }) => DECIMAL_COMMA.test(digits));
  const point = found.findIndex(({ digits }) => DECIMAL_POINT.test(digits));
  const problemAt = (code: DecimalProblem['code'], at: number) => ({ problem: { code, line: found[at]?.line ?? 1, text: found[at]?.cell ?? '' } });
  if (comma >= 0 && point >= 0) return problemAt('rowsMixed', Math.max(comma, point));
  if (comma < 0 && point < 0) {
    const either = found.findIndex(({ digits }) => EITHER_COMMA.test(digits) || (separator === ';' && EITHER_POINT.test(digits)));
    if (either >= 0) return problemAt('rowsAmbiguous', either);
  }
  if (comma < 0) return { rows };
  return { rows: rows.map(({ cells, line }) => ({ line, cells: cells.map((cell, column) => (numeric[column] === true ? withPoint(cell) : cell)) })) };
}

const digitsOf = (cell: string): string => (NUMBER.exec(cell)?.[0] ?? '').replace(/[\s'’_]/g, '');
const withPoint = (cell: string): string => cell.replace(NUMBER, (digits) => digits.replace(/[\s'’_.]/g, '').replace(',', '.'));
