/**
 * Price files: the lines of a bill as a table of text, with a header of `name,kind,quantity,price,unit` in any order. Cells
 * are separated by commas, semicolons or tabs, and quoted as in RFC 4180; empty lines and those that begin with # are
 * skipped. Works for every table field; `rows.ts` splits the text, and this holds each cell to its column and its line.
 */
import type { TableField } from '../definition';
import type { ProblemCode } from '../numberField';
import { parseRows, type RowsProblem } from '../rows';
import { readValue } from '../values';

export interface FileProblem {
  /**
   * Besides those of rows and of values: `ambiguousNumber`, where nothing in the file tells whether "1,200" is a decimal
   * number; `mixedNumbers`, where some numbers have a decimal comma and this one a decimal point.
   */
  readonly code: RowsProblem['code'] | ProblemCode | 'ambiguousNumber' | 'mixedNumbers';
  /** From 1. */
  readonly line: number;
  readonly column?: string;
  /** What stands there, shortened. */
  readonly text?: string;
  /** The bound, the units that fit, or the options, as text. */
  readonly bound?: string;
}
export type ReadFile = { readonly rows: readonly (readonly string[])[] } | { readonly problems: readonly FileProblem[] };

/** More problems help nobody. */
const MOST_PROBLEMS = 20;
const SHOWN = 60;

/** The rows of a file as typed cells that the field takes, or what is wrong and where. */
export function readPriceFile(field: TableField, text: string): ReadFile {
  const plain = withDecimalPoints(text);
  if ('problems' in plain) return plain;
  // Emptied, so that the separator is not looked for in a comment, and lines keep their numbers.
  const parsed = parseRows(field, plain.text.replace(/^\uFEFF/, '').replace(/^#.*$/gm, ''));
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const lines = linesOf(plain.text).slice(-parsed.rows.length);
  const problems = parsed.rows.flatMap((cells, row) => Object.entries(field.columns).flatMap(([column, definition], place): readonly FileProblem[] => {
    const read = readValue(definition, cells[place] ?? '');
    return 'value' in read ? [] : read.problems.map(({ code, bound }) => ({
      code, line: lines[row]?.line ?? 1, column, text: (cells[place] ?? '').slice(0, SHOWN), ...(bound !== undefined && { bound }),
    }));
  }));
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { rows: parsed.rows };
}

/** The lines that `rows.ts` does not skip, with their numbers. */
const linesOf = (text: string): readonly { readonly content: string; readonly line: number }[] =>
  text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '' && !content.startsWith('#'));

const DECIMAL_COMMA = /^-?(?:\d+,\d{1,2}|\d+,\d{4,}|0,\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;
const DECIMAL_POINT = /^-?(?:\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+)$/;
const EITHER = /^-?[1-9]\d{0,2},\d{3}$/;

/**
 * Numbers with a decimal comma, in a file whose cells are not separated by commas, with a point instead. The whole file
 * decides, because "1,200" alone may be either.
 */
function withDecimalPoints(text: string): { readonly text: string } | { readonly problems: readonly FileProblem[] } {
  const lines = linesOf(text.slice(0, 1_000_000));
  const first = lines[0]?.content ?? '';
  const separator = ['\t', ';'].find((sign) => first.includes(sign));
  if (separator === undefined) return { text };
  const cells = lines.flatMap(({ content, line }) => content.split(separator).map((cell) => ({ cell: cell.replace(/"/g, '').trim(), line })));
  const comma = cells.find(({ cell }) => DECIMAL_COMMA.test(cell));
  const point = cells.find(({ cell }) => DECIMAL_POINT.test(cell));
  const either = cells.find(({ cell }) => EITHER.test(cell));
  if (comma !== undefined && point !== undefined) return { problems: [{ code: 'mixedNumbers', line: point.line, text: point.cell.slice(0, SHOWN) }] };
  if (comma === undefined) return either !== undefined && point === undefined ? { problems: [{ code: 'ambiguousNumber', line: either.line, text: either.cell }] } : { text };
  const plain = (cell: string): string => {
    const bare = cell.replace(/"/g, '').trim();
    return /^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^-?\d+,\d+$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : cell;
  };
  return { text: text.split(/\r\n|\n|\r/).map((line) => (line.startsWith('#') ? line : line.split(separator).map(plain).join(separator))).join('\n') };
}

/** A file to begin with. Nothing in it is the price of any provider. */
export const EXAMPLE_PRICE_FILE = `# EXAMPLE: the fictitious provider "Example Cloud". All prices and quantities are made up; put in your own.
# One line for each thing that is paid for. Kinds: compute, storage, egress, requests, licence, other.
name,kind,quantity,price,unit
Servers,compute,20000,0.1,hour
Batch workers,compute,10000,0.1,hour
Object storage,storage,50000,0.02,GB month
"Egress, to the internet",egress,15000,0.1,GB
Queue calls,requests,500,0.5,million
Database licence,licence,8,100,core
`;
