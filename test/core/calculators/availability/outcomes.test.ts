import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { parse } from 'yaml';
import { availability } from '../../../../src/core/calculators/availability';
import { isRefusal, type Composition, type Field, type Part } from '../../../../src/core/calculators/definition';
import { fillIn, namesIn } from '../../../../src/core/calculators/formula';
import { calculatePart } from '../../../../src/core/calculators/run';

const words = parse(readFileSync('content/calculators/availability.yml', 'utf8')) as { parts: Record<string, { results: Record<string, { formula?: string; method?: string }>; notes?: Record<string, string>; refusals?: Record<string, string> }> };

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.999, 1e-300, 1 - 2 ** -53));
const { block } = fc.letrec<{ block: Composition }>((tie) => ({
  block: fc.oneof({ maxDepth: 4 },
    share.map((each): Composition => ({ type: 'component', name: 'part', availability: each })),
    fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((members): Composition => ({ type: 'series', name: '', members })),
    fc.tuple(fc.array(tie('block'), { minLength: 1, maxLength: 4 }), fc.nat(), share).map(([members, some, beta]): Composition => ({ type: 'redundant', name: 'group', required: 1 + (some % members.length), beta, members })),
    fc.tuple(tie('block'), fc.integer({ min: 1, max: 100 }), fc.nat(), share).map(([member, count, some, beta]): Composition => ({ type: 'copies', name: 'copies', count, required: 1 + (some % count), beta, member })),
  ),
}));

function valuesOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'choice': return fc.constantFrom(...field.options);
    case 'tree': return block;
    case 'number': {
      const { least = 0, most = 1, whole = false } = field;
      const low = Math.log10(Math.max(least, 1e-12));
      const spread = fc.oneof(fc.double({ min: least, max: most, noNaN: true }), fc.double({ min: low, max: Math.log10(most), noNaN: true }).map((power) => Math.min(most, Math.max(least, 10 ** power))), fc.constantFrom(least, most));
      const value = whole ? spread.map(Math.round) : spread;
      return field.optional ? fc.option(value) : value;
    }
    default: throw new TypeError(field.kind);
  }
}
const valuesFor = (part: Part) => fc.record(Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, valuesOf(field)])));

const sandbox = createContext({});
/** The formula as JavaScript: the page's signs are × − ^, and the functions are those of Math. */
function evaluate(formula: string, numberOf: (name: string) => number | undefined): number {
  const script = fillIn(formula, (name) => `(${numberOf(name)})`).replace(/×/g, '*').replace(/−/g, '-').replace(/\^/g, '**').replace(/\blog10\b/g, 'Math.log10');
  return Number(runInContext(script, sandbox));
}

for (const part of availability.parts) {
  describe(`availability, ${part.id}: whatever is typed`, () => {
    const own = words.parts[part.id];
    it('has finite results that are what their formulas say, or a refusal that has words', () => {
      let calculated = 0;
      fc.assert(fc.property(valuesFor(part), (values) => {
        const outcome = calculatePart(part, values);
        if (isRefusal(outcome)) {
          assert.ok(part.refusals?.includes(outcome.refused), outcome.refused);
          return;
        }
        calculated += 1;
        const results = outcome.results as Record<string, number | undefined>;
        const terms = (outcome.terms ?? {}) as Record<string, number | undefined>;
        const numberOf = (name: string): number | undefined => results[name] ?? terms[name] ?? (typeof values[name] === 'number' ? values[name] : undefined);
        for (const [id, value] of Object.entries(results)) {
          assert.ok(id in part.results);
          const { formula } = own?.results[id] ?? {};
          if (formula === undefined || value === undefined) continue;
          const expected = evaluate(formula, numberOf);
          assert.ok(Math.abs(expected - value) <= 1e-9 * Math.abs(expected) + 1e-300, `${id}: ${value} is not ${formula} = ${expected}`);
        }
        for (const id of Object.keys(terms)) assert.ok(part.terms && id in part.terms, id);
        for (const note of outcome.notes ?? []) {
          for (const name of namesIn(own?.notes?.[note.id] ?? assert.fail(note.id))) {
            assert.ok((note.terms?.[name] ?? numberOf(name)) !== undefined, `the note ${note.id} lacks ${name}`);
          }
        }
      }), { numRuns: 600 });
      assert.ok(calculated > 50);
    });
  });
}
