/** Values of the fields of a calculator for properties: all that a person could give, the bounds themselves as well. */
import fc from 'fast-check';
import type { Column, Composition, Field, NumberField, Part } from '../../../src/core/calculators/definition';

/** Where a field has no bound of its own, properties stay within what a double can still square. */
const FAR = 1e12;

function numbers(field: NumberField): fc.Arbitrary<number | null> {
  const low = field.least ?? field.above ?? -FAR;
  const high = field.most ?? field.below ?? FAR;
  const inside = (value: number): boolean => (field.above === undefined || value > field.above) && (field.below === undefined || value < field.below);
  const any: fc.Arbitrary<number> = field.whole === true
    ? fc.oneof(fc.integer({ min: Math.ceil(low), max: Math.floor(high) }), fc.integer({ min: Math.ceil(low), max: Math.min(Math.floor(high), Math.ceil(low) + 20) }))
    : fc.oneof(
      fc.double({ min: low, max: high, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }).map((share) => low + share * (high - low)),
      fc.double({ min: -9, max: 9, noNaN: true }).map((power) => Math.min(high, Math.max(low, 10 ** power))),
      fc.constantFrom(low, high, ...(field.default === null ? [] : [field.default])),
    );
  const within = any.filter(inside);
  return field.optional ? fc.option(within, { nil: null, freq: 3 }) : within;
}

function column(field: Column): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': return numbers(field);
    case 'choice': return fc.constantFrom(...field.options);
    case 'flag': return fc.boolean();
    case 'text': return fc.string({ maxLength: 12 }).map((name) => name.replace(/[{}]/g, '-')); // braces are what a forgotten name is found by
  }
}

/** Compositions with blocks in blocks. */
export const blocks: fc.Arbitrary<Composition> = fc.letrec<{ block: Composition }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constant('component' as const), name: fc.string({ maxLength: 5 }), availability: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.999)) }),
    fc.record({ type: fc.constant('series' as const), name: fc.string({ maxLength: 5 }), members: fc.array(tie('block'), { minLength: 1, maxLength: 4 }) }),
    fc.array(tie('block'), { minLength: 1, maxLength: 4 }).chain((members) => fc.record({ type: fc.constant('redundant' as const), name: fc.constant('r'), required: fc.integer({ min: 1, max: members.length }), beta: fc.double({ min: 0, max: 1, noNaN: true }), members: fc.constant(members) })),
    fc.integer({ min: 1, max: 12 }).chain((count) => fc.record({ type: fc.constant('copies' as const), name: fc.constant('c'), count: fc.constant(count), required: fc.integer({ min: 1, max: count }), beta: fc.double({ min: 0, max: 1, noNaN: true }), member: tie('block') })),
  ),
})).block;

function field(definition: Field): fc.Arbitrary<unknown> {
  if (definition.kind === 'tree') return blocks;
  if (definition.kind !== 'table') return column(definition);
  const row = fc.record(Object.fromEntries(Object.entries(definition.columns).map(([id, each]) => [id, column(each)])));
  return fc.oneof(fc.constant(definition.default), fc.array(row, { minLength: definition.leastRows, maxLength: Math.min(definition.mostRows, definition.leastRows + 6) }));
}

/** Values of all fields; often only a few differ from the defaults, since what is sensible lies near them. */
export function valuesOf(part: Part): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const all = Object.fromEntries(Object.entries(part.fields).map(([id, definition]) => [id, field(definition)]));
  const near = Object.fromEntries(Object.entries(part.fields).map(([id, definition]) => [id, fc.oneof({ weight: 3, arbitrary: fc.constant(definition.default as unknown) }, { weight: 1, arbitrary: field(definition) })]));
  return fc.oneof(fc.record(all), fc.record(near));
}
