import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cost } from '../../../../src/core/calculators/cost';
import { isRefusal, type Findings, type Part } from '../../../../src/core/calculators/definition';
import { calculatePart } from '../../../../src/core/calculators/run';
import { MONTH, YEAR } from '../../../../src/core/calculators/units';
import { close } from '../cache/close';
import { anyValues, defaultValues } from './anyValues';
import { checkPart } from './checkPart';

const partOf = (id: string): Part => cost.parts.find((part) => part.id === id) ?? assert.fail(id);
function find(id: string, values: Record<string, unknown> = {}): Findings {
  const outcome = calculatePart(partOf(id), { ...defaultValues(partOf(id)), ...values });
  return isRefusal(outcome) ? assert.fail(outcome.refused) : outcome;
}
const notesOf = (findings: Findings): readonly string[] => (findings.notes ?? []).map(({ id }) => id);

describe('cost calculator', () => {
  for (const part of cost.parts) {
    it(`answers or refuses for any values: ${part.id}`, () => { checkPart(part); }).timeout(60_000);
  }

  it('adds up: the parts of the bill are the bill, and a year is twelve months', () => {
    fc.assert(fc.property(anyValues(partOf('bill')), (values) => {
      const names = (values['lines'] as readonly { readonly kind: string; readonly name: string }[]).map((row, index) => ({ ...row, kind: 'compute', name: `line ${index}` }));
      const rename = (rows: unknown): unknown[] => (rows as object[]).slice(0, names.length).map((row, index) => ({ ...row, line: `Line ${index}` }));
      const { results, plots, tables } = find('bill', { ...values, lines: names, commitments: rename(values['commitments']), spot: rename(values['spot']) });
      const month = results['month'] ?? Number.NaN;
      close(results['year'], month * 12, 1e-12);
      const bars = plots?.['byKind'];
      if (bars !== undefined && 'bars' in bars) close(bars.bars[0]?.segments.reduce((sum, { value }) => sum + value, 0), month, 1e-9);
      if (month > 0) close(tables?.['lines']?.reduce((sum, row) => sum + Number(row[3]), 0), 1, 1e-9);
      assert.ok((results['utilisation'] ?? 0) <= 1 + 1e-12 && (results['effectiveSavings'] ?? 0) <= 1);
    }), { numRuns: 200 });
  });

  it('names what moves the total most, and a commitment that costs more than it saves', () => {
    const { notes, tables } = find('bill', { commitments: [{ line: 'Servers', quantity: 40_000, discount: 0.3 }] });
    assert.ok(notes?.some(({ id, terms }) => id === 'commitmentLoses' && terms?.['line'] === 'Servers'));
    // All of the use is committed: 20 % more of it costs nothing.
    const servers = tables?.['lines']?.find(([name]) => name === 'Servers');
    assert.deepEqual(servers?.slice(4), [0, 0]);
    assert.equal(tables?.['lines']?.[0]?.[0], 'Egress');
  });

  it('pays back 10,000 in 5 months at 2,000 a month, and 100,000 in 5 years at 20,000 a year', () => {
    close(find('breakEven', { fixedA: 2000, unitA: 0, fixedB: 0, unitB: 0, oneTime: 10_000 }).results['payback'], 5 * MONTH, 1e-12);
    close(find('breakEven', { fixedA: 20_000 / 12, unitA: 0, fixedB: 0, unitB: 0, oneTime: 100_000 }).results['payback'], 5 * YEAR, 1e-12);
  });

  it('says where the lines do not cross', () => {
    const option = { fixedA: 10, unitA: 1, oneTime: 0 };
    assert.ok(notesOf(find('breakEven', { ...option, fixedB: 20, unitB: 2 })).includes('aAlways'));
    assert.ok(notesOf(find('breakEven', { ...option, fixedB: 5, unitB: 1 })).includes('bAlways'));
    assert.ok(notesOf(find('breakEven', { ...option, fixedB: 10, unitB: 1 })).includes('parallel'));
    assert.ok(notesOf(find('breakEven', { ...option, fixedB: 5, unitB: 2 })).includes('bBelow'));
    assert.ok(notesOf(find('breakEven', { ...option, fixedB: 10, unitB: 0.5 })).includes('bAlways'));
    assert.equal(find('breakEven', { ...option, fixedB: 20, unitB: 2 }).results['breakEven'], undefined);
  });

  it('is worth it from the volume at which the one-time cost is paid back at the end of the horizon', () => {
    const { results } = find('breakEven');
    close(1 + (find('breakEven', { volume: results['worthFrom'] }).results['netSaving'] ?? 9), 1, 1e-6);
  });

  it('turns 2,000 a month into 1,400 with 30 % off', () => {
    const { results } = find('commitment', { onDemandPrice: 2000 / (MONTH / 3600), committedPrice: 1400 / (MONTH / 3600), units: 1, utilisation: 1 });
    close(results['savingMonth'], 600, 1e-9);
    close(results['discount'], 0.3, 1e-12);
    close(results['savingRate'], 0.3, 1e-12);
  });

  it('saves nothing at the break-even, and the more the more is used', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (price, used) => {
      const at = (utilisation: number): number => find('commitment', { onDemandPrice: 1, committedPrice: price, utilisation }).results['savingMonth'] ?? Number.NaN;
      assert.ok(Math.abs(at(price)) < 1e-6);
      assert.ok(at(used) <= at(Math.min(1, used + 0.01)));
    }), { numRuns: 50 });
  });

  it('refuses spot capacity on which nothing gets done', () => {
    const outcome = calculatePart(partOf('spot'), { ...defaultValues(partOf('spot')), interruptions: 60 / 3600, checkpointInterval: 3600 });
    assert.ok(isRefusal(outcome) && outcome.refused === 'noProgress');
  });
});
