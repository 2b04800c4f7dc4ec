/** What a person typed, as values of fields: read, checked against the bounds, and never changed silently. */
import type { ChoiceField, Column, Field, Fields, TableField } from './definition';
import { formatTyped } from './format';
import { readNumberField, wrong, type ReadValue, type ValueProblem } from './numberField';
import { compositionOf, treeProblems, typedTree, type TypedTree } from './tree';

export { unitsOf } from './numberField';
export type { ProblemCode, ReadValue, ValueProblem } from './numberField';

/** A field as it is typed: text, rows of cells, or blocks. */
export type Typed = string | readonly (readonly string[])[] | TypedTree;
export type TypedValues = Readonly<Record<string, Typed>>;

/** A name longer than this is no name. */
export const LONGEST_TEXT = 80;

/** What a field shows before anybody types. */
export function typedDefault(field: Field): Typed {
  switch (field.kind) {
    case 'number': return field.default === null ? '' : formatTyped(field.default, field.unit);
    case 'choice':
    case 'text': return field.default;
    case 'flag': return String(field.default);
    case 'table': return field.default.map((row) => typedRow(field, row));
    case 'tree': return typedTree(field.default);
  }
}

export const typedDefaults = (fields: Fields): TypedValues =>
  Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, typedDefault(field)]));

/** A row of values as its cells are typed. */
export function typedRow({ columns }: TableField, row: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(columns).map(([id, column]) => {
    const value = row[id];
    if (column.kind === 'number') return typeof value === 'number' ? formatTyped(value, column.unit) : '';
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  });
}

/** The value of a field, or everything that is wrong with it. */
export function readValue(field: Field, typed: Typed | undefined): ReadValue {
  if (field.kind === 'table') return Array.isArray(typed) ? readTable(field, typed as readonly (readonly string[])[]) : malformed;
  if (field.kind === 'tree') return isTree(typed) ? readTree(typed) : malformed;
  return typeof typed === 'string' ? readCell(field, typed) : malformed;
}

const malformed: ReadValue = { problems: [{ code: 'malformed' }] };
const isTree = (typed: Typed | undefined): typed is TypedTree => typeof typed === 'object' && !Array.isArray(typed);

function readCell(field: Column, typed: string): ReadValue {
  switch (field.kind) {
    case 'number': return readNumberField(field, typed);
    case 'choice': return readChoice(field, typed);
    case 'flag': return typed === 'true' || typed === 'false' ? { value: typed === 'true' } : wrong('noOption', 'true, false');
    case 'text': return typed.length > LONGEST_TEXT ? wrong('tooLong', String(LONGEST_TEXT)) : { value: typed.trim() };
  }
}

const readChoice = (field: ChoiceField, typed: string): ReadValue =>
  field.options.includes(typed) ? { value: typed } : wrong('noOption', field.options.join(', '));

function readTable(field: TableField, rows: readonly (readonly string[])[]): ReadValue {
  const columns = Object.entries(field.columns);
  if (rows.length < field.leastRows) return wrong('tooFewRows', String(field.leastRows));
  if (rows.length > field.mostRows) return wrong('tooManyRows', String(field.mostRows));
  const problems: ValueProblem[] = [];
  const values = rows.map((cells, row) => Object.fromEntries(columns.map(([id, column], index) => {
    const read = readCell(column, cells[index] ?? '');
    if ('value' in read) return [id, read.value];
    problems.push(...read.problems.map((problem) => ({ ...problem, row, column: id })));
    return [id, null];
  })));
  return problems.length > 0 ? { problems } : { value: values };
}

function readTree(typed: TypedTree): ReadValue {
  const problems = treeProblems(typed);
  return problems.length > 0 ? { problems } : { value: compositionOf(typed) };
}
