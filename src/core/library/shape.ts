/**
 * Checks a value against a valibot schema by keys, types and closed lists only, without copying it.
 * The build has checked the rules for single values (lengths, patterns, dates); leaving them out, and the copy,
 * takes the library of 400 entries from some 20 ms at a cold start to a few.
 */
import * as v from 'valibot';

/** The parts of valibot's schemas that are needed here; the published types are a union too wide to walk. */
interface Node extends v.GenericSchema {
  readonly pipe?: readonly [Node, ...unknown[]];
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  /** Of a variant: the key that tells its options apart. */
  readonly key?: string;
  /** Of a variant: schemas; of a picklist: values. */
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

export interface Mismatch {
  /** From the value down to the field. */
  readonly path: readonly (string | number)[];
  /** "expected … but received …". */
  readonly message: string;
}

/** The first place where a value does not have the shape of the schema. */
export function findMismatch(schema: v.GenericSchema, value: unknown): Mismatch | undefined {
  return find(schema, value);
}

function find(schema: Node, value: unknown): Mismatch | undefined {
  if (schema.pipe !== undefined) return find(schema.pipe[0], value);
  switch (schema.type) {
    case 'optional':
      return value === undefined || schema.wrapped === undefined ? undefined : find(schema.wrapped, value);
    case 'array':
      return schema.item === undefined || !Array.isArray(value) ? mismatch('a list', value) : findInList(schema.item, value);
    case 'strict_object':
      return findInObject(schema.entries ?? {}, value);
    case 'variant':
      return findInVariant(schema, value);
    case 'picklist':
      return schema.options?.includes(value) ? undefined : mismatch(`one of ${schema.options?.join(', ') ?? ''}`, value);
    case 'literal':
      return value === schema.literal ? undefined : mismatch(JSON.stringify(schema.literal), value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === schema.type ? undefined : mismatch(`a ${schema.type}`, value);
    default:
      // A kind of schema that the library does not use yet: slower, and still right.
      return v.is(schema, value) ? undefined : mismatch(schema.expects, value);
  }
}

function findInList(item: Node, list: readonly unknown[]): Mismatch | undefined {
  for (let index = 0; index < list.length; index++) {
    const found = find(item, list[index]);
    if (found !== undefined) return within(index, found);
  }
  return undefined;
}

function findInObject(entries: Readonly<Record<string, Node>>, value: unknown): Mismatch | undefined {
  if (!isObject(value)) return mismatch('an object', value);
  for (const key in entries) {
    const found = find(entries[key] as Node, value[key]);
    if (found !== undefined) return within(key, found);
  }
  for (const key in value) if (!Object.hasOwn(entries, key)) return within(key, { path: [], message: 'unknown key' });
  return undefined;
}

function findInVariant({ key = '', options = [] }: Node, value: unknown): Mismatch | undefined {
  if (!isObject(value)) return mismatch('an object', value);
  const schemas = options as readonly Node[];
  const chosen = schemas.find(({ entries }) => entries?.[key]?.literal === value[key]);
  if (chosen !== undefined) return find(chosen, value);
  return within(key, mismatch(`one of ${schemas.map(({ entries }) => String(entries?.[key]?.literal)).join(', ')}`, value[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(step: string | number, { path, message }: Mismatch): Mismatch {
  return { path: [step, ...path], message };
}

function mismatch(expected: string, value: unknown): Mismatch {
  const received = Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : typeof value === 'string' ? JSON.stringify(value) : String(value);
  return { path: [], message: `expected ${expected} but received ${received}` };
}
