/**
 * Rows of a table field as text: pasted from a spreadsheet, loaded from a file, saved as one. Columns are separated by
 * tabs, semicolons or commas; a cell with a separator stands in quotes, as in RFC 4180. A header line is recognised by
 * the ids of the columns. Empty lines and those that begin with # are skipped.
 */
import { withDecimalPoints, type DecimalProblem } from './decimals';
import type { TableField } from './definition';
import { readValue, typedRow } from './values';

export interface RowsProblem {
  readonly code: 'rowsEmpty' | 'rowsTooMany' | 'rowsWidth' | 'rowsQuote' | 'rowsTooLong' | DecimalProblem['code'];
  /** From 1. */
  readonly line: number;
  /** The line, or the cell, shortened. */
  readonly text?: string;
}
export type ParsedRows = { readonly rows: readonly (readonly string[])[] } | { readonly problem: RowsProblem };

/** A larger text is no table that anybody typed. */
export const LONGEST_ROWS = 1_000_000;
const SHOWN = 60;

/** @param field its columns in order; cells that a row lacks get those of the field's first example */
export function parseRows(field: TableField, text: string): ParsedRows {
  if (text.length > LONGEST_ROWS) return { problem: { code: 'rowsTooLong', line: 1 } };
  const ids = Object.keys(field.columns);
  const clean = text.replace(/^\uFEFF/, '');
  const lines = clean.split(/\r\n|\n|\r/);
  const separator = separatorOf(lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '');
  const found: { readonly cells: readonly string[]; readonly line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = cellsOf(line, separator, ids.length);
    if (cells === undefined) return { problem: { code: 'rowsQuote', line: index + 1, text: line.slice(0, SHOWN) } };
    found.push({ cells, line: index + 1 });
  }
  const header = found[0] && headerOf(found[0].cells, ids);
  const rows = header === undefined ? found : found.slice(1);
  if (rows.length === 0) return { problem: { code: 'rowsEmpty', line: 1 } };
  if (rows.length > field.mostRows) return { problem: { code: 'rowsTooMany', line: rows[field.mostRows]?.line ?? 1 } };
  const order = header ?? ids;
  const wrong = rows.find(({ cells }) => cells.length > order.length || cells.length === 0 || (cells.length < order.length && ids.length > 1 && cells.length < 2));
  if (wrong !== undefined) return { problem: { code: 'rowsWidth', line: wrong.line, text: wrong.cells.join(' | ').slice(0, SHOWN) } };
  // Where commas separate cells, one within quotes is read as in a field.
  const plain = separator === ',' ? { rows } : withDecimalPoints(rows, order.map((id) => field.columns[id]?.kind === 'number'), separator);
  if ('problem' in plain) return { problem: { ...plain.problem, text: plain.problem.text.slice(0, SHOWN) } };
  const empty = typedRow(field, field.default[0] ?? {});
  return { rows: plain.rows.map(({ cells }) => ids.map((id, place) => {
    const at = order.indexOf(id);
    const cell = at < 0 ? undefined : cells[at];
    return cell === undefined || (cell === '' && readableDefault(field, id)) ? (empty[place] ?? '') : optionOf(field, id, cell);
  })) };
}

/** A choice or a switch that is left empty gets the example's value; an empty number or name is shown as missing. */
function readableDefault(field: TableField, id: string): boolean {
  const kind = field.columns[id]?.kind;
  return kind === 'choice' || kind === 'flag';
}

/** Options in any case: "Compute" is `compute`. */
function optionOf(field: TableField, id: string, cell: string): string {
  const column = field.columns[id];
  if (column?.kind !== 'choice' || 'value' in readValue(column, cell)) return cell;
  return column.options.find((option) => option.toLowerCase() === cell.toLowerCase()) ?? cell;
}

/** Rows with a header, separated by commas. */
export function formatRows(field: TableField, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => (/[",;\t\r\n]|^#|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"` : cell)).join(',');
  return `${[Object.keys(field.columns), ...rows].map(line).join('\n')}\n`;
}

function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((separator) => bare.includes(separator)) ?? '\t';
}

/** The cells of a line; several spaces separate too where nothing else does. Undefined with a quote that does not end. */
function cellsOf(line: string, separator: string, width: number): readonly string[] | undefined {
  if (width > 1 && !line.includes(separator) && !line.includes('"')) return line.trim().split(/\s{2,}|(?<=^[\d.,]+)\s+(?=[\d.,]+$)/);
  const cells: string[] = [];
  let [cell, quoted, at] = ['', false, 0];
  for (; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (line.charAt(at + 1) === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') [cell, quoted] = ['', true];
    else if (sign === separator) { cells.push(cell.trim()); cell = ''; } else cell += sign;
  }
  return quoted ? undefined : [...cells, cell.trim()];
}

/** The ids of a header line in their order; undefined when the line is none. */
function headerOf(cells: readonly string[], ids: readonly string[]): readonly string[] | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const named = cells.map((cell) => ids.find((id) => plain(id) === plain(cell)));
  return named.some((id) => id !== undefined) && named.every((id, index) => id !== undefined || plain(cells[index] ?? '') === '') ? named.map((id) => id ?? '') : undefined;
}
