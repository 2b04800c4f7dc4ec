/** Inputs of a calculator as the query of a link, such as `n=3&r=2`: to prefill a page, and to share what one has typed. */
import type { Calculator, Field, NumberField, TableField } from './definition';
import { readNumberField } from './numberField';
import { typedDefault, type Typed, type TypedValues } from './values';
import type { TypedTree } from './tree';
import { UNITS } from './units';

/** Longer links do not survive chats and mail. */
export const LONGEST_QUERY = 6_000;

/** All fields of a calculator by id; one that several parts share is there once. */
export function fieldsOf(calculator: Calculator): ReadonlyMap<string, Field> {
  return new Map(calculator.parts.flatMap(({ fields }) => Object.entries(fields)));
}

export interface ParsedQuery {
  /** As typed, unchecked: the page says what is wrong with it where it stands. */
  readonly typed: TypedValues;
  /** Names that the calculator does not have. */
  readonly unknown: readonly string[];
}

export function parseQuery(calculator: Calculator, query: string): ParsedQuery {
  const fields = fieldsOf(calculator);
  const typed: Record<string, Typed> = {};
  const unknown: string[] = [];
  for (const pair of query.slice(0, LONGEST_QUERY).replace(/^\?/, '').split('&')) {
    if (pair === '') continue;
    const [name = '', ...rest] = pair.split('=');
    const found = [...fields].find(([id, field]) => id === name || (field.kind === 'number' && field.short === name));
    const value = found && typedOf(found[1], rest.join('='));
    if (found === undefined || value === undefined) unknown.push(name);
    else typed[found[0]] = value;
  }
  return { typed, unknown };
}

/** The query of what differs from the defaults, encoded for an address; empty when nothing does. */
export function formatQuery(calculator: Calculator, typed: TypedValues): string {
  return [...fieldsOf(calculator)].flatMap(([id, field]) => {
    const value = typed[id];
    if (value === undefined || same(value, typedDefault(field))) return [];
    return [field.kind === 'number' && typeof value === 'string' ? `${field.short ?? id}=${encodeURIComponent(withoutUnit(field, value))}` : `${id}=${written(value)}`];
  }).join('&');
}

/** In the unit of the field a number needs none: `availability=99.95` reads better than `availability=99.95%20%25`. */
function withoutUnit(field: NumberField, typed: string): string {
  const { sign } = UNITS[field.unit];
  const bare = sign !== '' && typed.endsWith(sign) ? typed.slice(0, -sign.length).trim() : typed;
  const [own, without] = [readNumberField(field, typed), readNumberField(field, bare)];
  return 'value' in own && 'value' in without && own.value === without.value ? bare : typed;
}

const same = (one: Typed, other: Typed): boolean => JSON.stringify(one) === JSON.stringify(other);

function written(value: Typed): string {
  if (typeof value === 'string') return encodeURIComponent(value);
  if (Array.isArray(value)) return (value as readonly (readonly string[])[]).map((row) => row.map(encodeURIComponent).join(',')).join(';');
  return encodeURIComponent(JSON.stringify(value));
}

function typedOf(field: Field, text: string): Typed | undefined {
  switch (field.kind) {
    case 'table': return rowsOf(field, text);
    case 'tree': return treeOf(decoded(text));
    default: return decoded(text);
  }
}

/** More rows than a table takes are kept up to one too many, so that the page can say so. */
function rowsOf({ columns, mostRows }: TableField, text: string): Typed {
  const width = Object.keys(columns).length;
  return text.split(';').slice(0, mostRows + 1).map((row) => {
    const cells = row.split(',').map(decoded);
    return Array.from({ length: width }, (_, index) => cells[index] ?? '');
  });
}

/** A text that somebody else has made, such as a link, as a tree; undefined when it is none. */
function treeOf(text: string): TypedTree | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isTypedTree(parsed, 0) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const DEEPEST = 12;

/** Whether something from outside has the form of a tree; its texts are checked where they are read. */
export function isTypedTree(value: unknown, depth = 0): value is TypedTree {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  const block = value as Readonly<Record<string, unknown>>;
  const texts = (...keys: readonly string[]): boolean => ['name', ...keys].every((key) => typeof block[key] === 'string');
  const all = (members: unknown): boolean => Array.isArray(members) && members.every((member) => isTypedTree(member, depth + 1));
  switch (block['type']) {
    case 'component': return texts('availability');
    case 'series': return texts() && all(block['members']);
    case 'redundant': return texts('required', 'beta') && all(block['members']);
    case 'copies': return texts('count', 'required', 'beta') && isTypedTree(block['member'], depth + 1);
    default: return false;
  }
}

/** Percent-decoded once; as it is where it is not encoded, since "99.95%" is what people write. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
