import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CALCULATORS } from '../../../src/core/calculators';
import { CALCULATOR_IDS, isRefusal, type Calculator, type Outcome, type Part } from '../../../src/core/calculators/definition';
import { formatTyped } from '../../../src/core/calculators/format';
import { fieldsOf, formatQuery, parseQuery } from '../../../src/core/calculators/link';
import { partMarkdown } from '../../../src/core/calculators/markdown';
import { inputsMarkdown } from '../../../src/core/calculators/inputs';
import { calculatePart, NOT_REPRESENTABLE, readValues, simulatePart } from '../../../src/core/calculators/run';
import { SIMULATIONS } from '../../../src/core/calculators/simulations';
import { typedDefaults } from '../../../src/core/calculators/values';
import { viewOf } from '../../../src/core/calculators/view';
import { draftCalculator } from '../../../src/core/library/compile/calculators';
import { readContent } from '../../../tools/content/build';
import { evaluateFormula } from '../support/evaluateFormula';
import { valuesOf } from '../support/calculatorValues';

const words = new Map(readContent('content')
  .filter(({ path }) => path.startsWith('calculators/'))
  .flatMap((file) => draftCalculator(file, (line, message) => { throw new Error(`${file.path}:${line}: ${message}`); }))
  .map((draft) => [draft.id, draft.words]));
const LABELS = { notRepresentable: 'too large', empty: 'none', yes: 'yes', no: 'no' };
const MARKDOWN = { inputs: 'Inputs', results: 'Results', input: 'Input', value: 'Value', result: 'Result', formula: 'Formula', assumptions: 'Assumptions', limits: 'Limits', sources: 'Sources', openAgain: 'Open' };

function wordsOf({ id }: Calculator): NonNullable<ReturnType<typeof words.get>> {
  const own = words.get(id);
  assert.ok(own, `content/calculators/${id}.yml is missing`);
  return own;
}

function outcomeOf(part: Part, values: Readonly<Record<string, unknown>>): Outcome {
  if (part.simulate === undefined) return calculatePart(part, values);
  const steps = simulatePart(part, values);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    assert.ok(step.value >= 0 && step.value <= 1, `${part.id}: the progress is ${step.value}`);
  }
}

/** Below it, doubles lose their digits. */
const SMALLEST = 1e-290;

/** A simulation takes long: fewer runs say enough, since its parts have tests of their own. */
const runsOf = (part: Part, many: number): number => (part.simulate === undefined ? many : 4);

/** Simulations with as few trials as are allowed, where a field says how many. */
function quick(part: Part, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const trials = part.fields['trials'];
  return part.simulate !== undefined && trials?.kind === 'number' ? { ...values, trials: trials.least ?? trials.default } : values;
}

describe('The calculators', () => {
  it('have their simulations in the worker, each of them', () => {
    const simulated = CALCULATORS.flatMap(({ id, parts }) => parts.filter((part) => part.simulate !== undefined).map((part) => [`${id}/${part.id}`, part] as const));
    assert.deepEqual(SIMULATIONS, Object.fromEntries(simulated));
  });

  it('are all there, each with words', () => {
    assert.deepEqual(CALCULATORS.map(({ id }) => id), CALCULATOR_IDS);
    assert.deepEqual([...words.keys()].sort(), [...CALCULATOR_IDS].sort());
  });
});

for (const calculator of CALCULATORS) {
  describe(`The calculator "${calculator.id}"`, () => {
    it('shares a field between parts only where it is the same one', () => {
      for (const part of calculator.parts) for (const [id, field] of Object.entries(part.fields)) assert.deepEqual(field, fieldsOf(calculator).get(id), `${part.id}.${id}`);
    });

    it('has fields that depend only on options that there are, and that cannot be wrong while they do not count', () => {
      for (const part of calculator.parts) {
        for (const [id, field] of Object.entries(part.fields)) {
          for (const [choice, options] of Object.entries(field.when ?? {})) {
            const decider = part.fields[choice];
            assert.ok(decider?.kind === 'choice' && options.length > 0 && options.every((option) => decider.options.includes(option)), `${part.id}.${id}`);
            const other = decider.options.find((option) => !options.includes(option));
            assert.ok(other !== undefined, `${part.id}.${id} always counts`);
            assert.ok('values' in readValues({ ...part, fields: { [choice]: decider, [id]: field } }, { [choice]: other, [id]: 'nonsense' }), `${part.id}.${id}`);
          }
        }
      }
    });

    it('begins with an example that has results in each part', () => {
      const typed = typedDefaults(Object.fromEntries(fieldsOf(calculator)));
      for (const part of calculator.parts) {
        const read = readValues(part, typed);
        assert.ok('values' in read, `${part.id}: ${JSON.stringify(read)}`);
        const outcome = outcomeOf(part, quick(part, read.values));
        assert.ok(!isRefusal(outcome), `${part.id}: ${JSON.stringify(outcome)}`);
        assert.ok(Object.keys(outcome.results).length > 0, part.id);
      }
    });

    it('has the same inputs again from a link', () => {
      const fields = fieldsOf(calculator);
      const typed = typedDefaults(Object.fromEntries(fields));
      const changed = { ...typed };
      for (const [id, field] of fields) if (field.kind === 'number') changed[id] = '7; a=b & c/d, "é" 100 %';
      for (const values of [typed, changed]) {
        const query = formatQuery(calculator, values);
        assert.deepEqual(parseQuery(calculator, query).unknown, []);
        assert.deepEqual({ ...typed, ...parseQuery(calculator, query).typed }, values);
      }
    });

    it('leaves the unit of the field out of a link, and the value as it is', () => {
      for (const [id, field] of fieldsOf(calculator)) {
        if (field.kind !== 'number') continue;
        const value = (field.least ?? field.above ?? 0) + ((field.most ?? field.below ?? 100) - (field.least ?? field.above ?? 0)) / 4;
        const typed = formatTyped(field.whole === true ? Math.round(value) : value, field.unit);
        const part = { id: 'one', fields: { [id]: field }, results: {} };
        const query = formatQuery({ id: calculator.id, parts: [part] }, { [id]: typed });
        assert.deepEqual(readValues(part, parseQuery(calculator, query).typed), readValues(part, query === '' ? {} : { [id]: typed }), query);
      }
    });

    for (const part of calculator.parts) {
      it(`has a number or a readable refusal in "${part.id}", whatever its fields hold`, () => {
        fc.assert(fc.property(valuesOf(part), (values) => {
          const outcome = outcomeOf(part, quick(part, values));
          const view = viewOf(part, wordsOf(calculator), values, outcome, LABELS);
          if (isRefusal(outcome)) {
            assert.ok(outcome.refused === NOT_REPRESENTABLE || part.refusals?.includes(outcome.refused) === true, outcome.refused);
            assert.ok(view.state === 'refused' && !/[{}]|NaN|Infinity|undefined/.test(view.text), JSON.stringify(view));
            if (outcome.field !== undefined) assert.ok(outcome.field in part.fields, outcome.field);
            return;
          }
          assert.ok(view.state === 'results');
          for (const note of outcome.notes ?? []) assert.ok(part.notes?.includes(note.id) === true, note.id);
          for (const id of [...Object.keys(outcome.results)]) assert.ok(id in part.results, id);
          for (const id of Object.keys(outcome.terms ?? {})) assert.ok(id in (part.terms ?? {}), id);
          // Names that people typed may hold anything; what the calculator says may not.
          const said = [...view.results.flatMap(({ text, formula, method }) => [text, formula?.numbers ?? '', method ?? '']), ...view.notes];
          for (const text of said) assert.doesNotMatch(text.replaceAll(/"[^"]*"/g, ''), /\{[a-z]\w*\}|\bNaN\b|\bInfinity\b|\bundefined\b/, text);
          const shapes = part.plots ?? {};
          for (const [id, plot] of Object.entries(outcome.plots ?? {})) {
            const used = plot === undefined ? [] : 'bars' in plot ? plot.bars.flatMap(({ segments }) => segments.map((segment) => segment.id)) : plot.series.map((series) => series.id);
            for (const series of used) assert.ok(shapes[id]?.series.includes(series) === true, `${id}: ${series}`);
          }
          for (const [id, rows] of Object.entries(outcome.tables ?? {})) for (const row of rows ?? []) assert.equal(row.length, Object.keys(part.tables?.[id]?.columns ?? {}).length, id);
        }), { numRuns: runsOf(part, 300) });
      });

      it(`shows in "${part.id}" the formulas that it calculates by`, () => {
        const formulas = Object.entries(wordsOf(calculator).parts[part.id]?.results ?? {}).flatMap(([id, { formula }]) => (formula === undefined ? [] : [[id, formula] as const]));
        let compared = 0;
        fc.assert(fc.property(valuesOf(part), (values) => {
          const outcome = outcomeOf(part, quick(part, values));
          if (isRefusal(outcome)) return;
          const names: Record<string, number> = {};
          for (const [id, value] of [...Object.entries(values), ...Object.entries(outcome.results), ...Object.entries(outcome.terms ?? {})]) if (typeof value === 'number') names[id] = value;
          for (const [id, formula] of formulas) {
            const shown = outcome.results[id];
            if (shown === undefined) continue;
            const evaluated = evaluateFormula(formula, names);
            // What the formula loses by subtracting nearly equal numbers, the code may know better.
            const size = Math.max(Math.abs(shown), Math.abs(evaluated), ...(/[−]/.test(formula) ? [1e-6 * Math.max(1, ...Object.values(names).map(Math.abs).filter((each) => each < 1e6))] : []));
            assert.ok(Math.abs(evaluated - shown) <= 1e-9 * size + SMALLEST, `${id} = ${formula}: the formula gives ${evaluated}, the calculator ${shown}, with ${JSON.stringify(names)}`);
            compared += 1;
          }
        }), { numRuns: runsOf(part, 200) });
        if (formulas.length > 0) assert.ok(compared > 0, 'no formula was compared');
      });
    }

    it('says all of it in Markdown, with the formulas and the sources', () => {
      const typed = typedDefaults(Object.fromEntries(fieldsOf(calculator)));
      for (const part of calculator.parts) {
        const read = readValues(part, typed);
        assert.ok('values' in read);
        const values = quick(part, read.values);
        const view = viewOf(part, wordsOf(calculator), values, outcomeOf(part, values), LABELS);
        assert.ok(view.state === 'results');
        const own = wordsOf(calculator).parts[part.id];
        assert.ok(own);
        const text = partMarkdown({ words: wordsOf(calculator), part: part.id, ...inputsMarkdown(part, own, values, LABELS, (key) => key), view, link: 'vscode://x/y' }, MARKDOWN);
        for (const result of view.results) assert.ok(text.includes(result.label.replace(/[\\`*_[\]<>|~]/g, '\\$&')), result.label);
        assert.match(text, /^\d+\. .+\]\(https?:\/\//m);
        // Each row of a table has as many cells as its header.
        const width = (line: string): number => line.replace(/\\./g, '').split('|').length;
        for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) assert.equal(new Set(table.split('\n').map(width)).size, 1, table);
      }
    });
  });
}
