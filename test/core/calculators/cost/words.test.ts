/** The words of both calculators: their ids, their formulas with the numbers put in, and sentences without holes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cache } from '../../../../src/core/calculators/cache';
import { cost } from '../../../../src/core/calculators/cost';
import { isRefusal, type Calculator, type Part } from '../../../../src/core/calculators/definition';
import { calculatePart } from '../../../../src/core/calculators/run';
import { viewOf } from '../../../../src/core/calculators/view';
import { draftCalculator } from '../../../../src/core/library/compile/calculators';
import { checkCalculator } from '../../../../src/core/library/compile/checks/calculators';
import type { Report } from '../../../../src/core/library/compile/source';
import { anyValues } from './anyValues';

const FUNCTIONS: Readonly<Record<string, string>> = { ln: 'log', log2: 'log2', log10: 'log10', exp: 'exp', sqrt: 'sqrt', min: 'min', max: 'max', ceil: 'ceil', floor: 'floor', abs: 'abs' };

function evaluate(formula: string, numberOf: (name: string) => unknown): number {
  const script = formula
    .replace(/\b(ln|log2|log10|exp|sqrt|min|max|ceil|floor|abs)\(/g, (_, name: string) => `Math.${FUNCTIONS[name] ?? name}(`)
    .replace(/−/g, '-').replace(/×/g, '*').replace(/\^/g, '**')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(${String(numberOf(name))})`);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(`return ${script}`)() as number;
}

function wordsOf(calculator: Calculator) {
  const problems: string[] = [];
  const report: Report = (line, message) => { problems.push(`${line}: ${message}`); };
  const file = { path: `calculators/${calculator.id}.yml`, text: readFileSync(join(process.cwd(), 'content/calculators', `${calculator.id}.yml`), 'utf8') };
  const [draft] = draftCalculator(file, report);
  assert.ok(draft, problems.join('\n'));
  checkCalculator(draft, calculator, new Map(draft.words.entries.map(({ id }) => [id, 'pattern'])), report);
  assert.deepEqual(problems, []);
  return draft.words;
}

/** Rows of discounts that name lines, so that not every bill is refused. */
function named(part: Part, values: Record<string, unknown>): Record<string, unknown> {
  if (part.id !== 'bill') return values;
  const lines = (values['lines'] as readonly object[]).map((row, index) => ({ ...row, kind: 'compute', name: `line ${index}` }));
  const rename = (rows: unknown): unknown => (rows as readonly object[]).slice(0, lines.length).map((row, index) => ({ ...row, line: `line ${index}` }));
  return { ...values, lines, commitments: rename(values['commitments']), spot: rename(values['spot']) };
}

for (const calculator of [cost, cache]) {
  describe(`words of ${calculator.id}`, () => {
    it('fit the code', () => { wordsOf(calculator); });

    for (const part of calculator.parts) {
      it(`say what is calculated, with nothing left in braces: ${part.id}`, () => {
        const words = wordsOf(calculator);
        const own = words.parts[part.id];
        fc.assert(fc.property(anyValues(part), (drawn) => {
          const values = named(part, drawn);
          const outcome = calculatePart(part, values);
          const view = viewOf(part, words, values, outcome, { notRepresentable: '?', empty: '–', yes: 'yes', no: 'no' });
          for (const text of view.state === 'refused' ? [view.text] : [...view.notes, ...view.results.flatMap(({ method, formula }) => [method ?? '', formula?.numbers ?? ''])]) {
            assert.ok(!/[{}]|undefined|NaN/.test(text), text);
          }
          if (isRefusal(outcome)) return;
          for (const [id, shown] of Object.entries(outcome.results)) {
            const formula = own?.results[id]?.formula;
            if (formula === undefined || shown === undefined) continue;
            const result = evaluate(formula, (name) => outcome.results[name] ?? outcome.terms?.[name] ?? values[name]);
            assert.ok(Math.abs(result - shown) <= 1e-9 * Math.max(Math.abs(shown), Number.MIN_VALUE) || result === shown, `${id}: ${formula} is ${result}, and ${shown} is shown`);
          }
        }), { numRuns: 300 });
      }).timeout(60_000);
    }
  });
}
