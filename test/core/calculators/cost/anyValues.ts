/** Values of a part's fields, anywhere within their bounds, with the bounds themselves often. */
import fc from 'fast-check';
import type { Field, NumberField, Part } from '../../../../src/core/calculators/definition';

function anyNumber(field: NumberField): fc.Arbitrary<number | null> {
  const low = field.least ?? (field.above === undefined ? 0 : field.above + Number.MIN_VALUE);
  const high = field.most ?? (field.below === undefined ? 1e12 : field.below - Number.EPSILON);
  const even = field.whole === true ? fc.integer({ min: low, max: high }) : fc.double({ min: low, max: high, noNaN: true });
  const least = Math.max(low, 1e-9);
  const spread = fc.double({ min: Math.log(least), max: Math.log(Math.max(least, high)), noNaN: true })
    .map((logarithm) => Math.min(high, Math.max(low, field.whole === true ? Math.round(Math.exp(logarithm)) : Math.exp(logarithm))));
  return fc.oneof({ weight: 2, arbitrary: even }, { weight: 6, arbitrary: spread }, fc.constantFrom(low, high), fc.constant(field.default ?? low), ...(field.optional ? [fc.constant(null)] : []));
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': return anyNumber(field);
    case 'choice': return fc.constantFrom(...field.options);
    case 'flag': return fc.boolean();
    case 'text': return fc.oneof(fc.constantFrom('a', 'b', 'c', field.default), fc.string({ maxLength: 20 }).map((text) => text.trim()));
    case 'table': return fc.array(fc.record(Object.fromEntries(Object.entries(field.columns).map(([id, column]) => [id, anyValue(column)])), { noNullPrototype: true }), { minLength: field.leastRows, maxLength: Math.min(field.mostRows, 6) });
    case 'tree': throw new TypeError('no trees here');
  }
}

export const anyValues = ({ fields }: Part): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, anyValue(field)])), { noNullPrototype: true });

export const defaultValues = ({ fields }: Part): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, field.default]));
