/** What a person gave, for the Markdown: single values, rows as tables, and a composition as a list. */
import type { PartWords } from '../library/calculatorSchema';
import type { Composition, Part, TableField } from './definition';
import { formatGiven, formatQuantity } from './format';
import { applies } from './run';
import { escaped } from './markdown';
import { inputsOf, type TableView, type ViewLabels } from './view';

export interface WrittenInputs {
  readonly inputs: readonly { readonly label: string; readonly text: string }[];
  readonly tables: readonly TableView[];
  readonly outline: readonly string[];
}

/** @param labelOf words for the kinds of blocks and their parts, by key */
export function inputsMarkdown(part: Part, words: PartWords, values: Readonly<Record<string, unknown>>, labels: ViewLabels, labelOf: (key: string) => string): WrittenInputs {
  const fields = Object.entries(part.fields).filter(([id]) => applies(part, id, values));
  return {
    inputs: inputsOf(part, words, values, labels),
    tables: fields.flatMap(([id, field]) => (field.kind === 'table' ? [rowsView(id, field, words, values[id] as readonly Readonly<Record<string, unknown>>[], labels)] : [])),
    outline: fields.flatMap(([id, field]) => (field.kind === 'tree' ? outlineOf(values[id] as Composition, 0, labelOf) : [])),
  };
}

function rowsView(id: string, { columns }: TableField, words: PartWords, rows: readonly Readonly<Record<string, unknown>>[], labels: ViewLabels): TableView {
  const own = words.fields[id];
  const all = Object.entries(columns);
  const text = (column: string, value: unknown): string => {
    const definition = columns[column];
    if (definition?.kind === 'number') return typeof value === 'number' ? formatGiven(value, definition.dimension, definition.unit) : labels.empty;
    if (typeof value === 'boolean') return value ? labels.yes : labels.no;
    return typeof value === 'string' ? own?.columns?.[column]?.options?.[value] ?? value : '';
  };
  return {
    id,
    title: own?.label ?? id,
    header: all.map(([column]) => own?.columns?.[column]?.label ?? column),
    numeric: all.map(([, column]) => column.kind === 'number'),
    rows: rows.map((row) => all.map(([column]) => text(column, row[column]))),
  };
}

function outlineOf(block: Composition, depth: number, labelOf: (key: string) => string): readonly string[] {
  const line = (text: string): string => `${'  '.repeat(depth)}- ${text}`;
  const named = block.name === '' ? labelOf(block.type) : `${labelOf(block.type)} (${escaped(block.name)})`;
  const beta = (value: number): string => (value === 0 ? '' : `, ${labelOf('beta')} ${formatQuantity(value, 'share')}`);
  switch (block.type) {
    case 'component': return [line(`${named}: ${formatQuantity(block.availability, 'share')}`)];
    case 'series': return [line(named), ...block.members.flatMap((member) => outlineOf(member, depth + 1, labelOf))];
    case 'redundant': return [line(`${named}: ${labelOf('required')} ${block.required} / ${block.members.length}${beta(block.beta)}`), ...block.members.flatMap((member) => outlineOf(member, depth + 1, labelOf))];
    case 'copies': return [line(`${named}: ${labelOf('required')} ${block.required} / ${block.count}${beta(block.beta)}`), ...outlineOf(block.member, depth + 1, labelOf)];
  }
}
