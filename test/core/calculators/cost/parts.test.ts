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

  it('calls the cheaper one cheaper where the lines are all but parallel, and cross beyond any volume', () => {
    const far = { unitA: 1, unitB: 1 + 2 ** -52, oneTime: 0, volume: 1000 };
    assert.deepEqual(notesOf(find('breakEven', { ...far, fixedA: 1e6, fixedB: 10 })), ['bCheaper', 'bAlways']);
    assert.deepEqual(notesOf(find('breakEven', { ...far, fixedA: 10, fixedB: 1e6 })), ['aCheaper', 'aAlways']);
    assert.deepEqual(notesOf(find('breakEven', { ...far, fixedA: 1e6, fixedB: 10, unitA: 0, unitB: 0 })), ['bCheaper', 'bAlways']);
    assert.deepEqual(notesOf(find('breakEven', { ...far, fixedA: 0, fixedB: 0, unitA: 0, unitB: 0, volume: 0 })), ['same', 'parallel']);
    assert.deepEqual(notesOf(find('breakEven', { fixedA: 0, unitA: 0, fixedB: 5, unitB: 0 })), ['aCheaper', 'aAlways', 'neverPays']);
  });

  it('says that both cost the same where they differ by rounding only', () => {
    const { notes, results } = find('breakEven', { fixedA: 0.3, unitA: 0, fixedB: 0, unitB: 0.1, volume: 3 });
    assert.deepEqual(notes?.map(({ id }) => id), ['same', 'bBelow', 'neverPays']);
    assert.equal(results['payback'], undefined);
    assert.deepEqual(notesOf(find('commitment', { onDemandPrice: 3, committedPrice: 0.3, utilisation: 0.1 })), ['equal']);
  });

  it('has no rate of saving where next to nothing is used', () => {
    const { results } = find('commitment', { onDemandPrice: 1e-9, committedPrice: 0, utilisation: Number.MIN_VALUE });
    assert.equal(results['savingRate'], undefined);
    assert.equal(results['savingMonth'], 0);
  });

  it('is always right about which is cheaper, at any volume', () => {
    const amount = fc.oneof(fc.constantFrom(0, 1, 1e12, 1 + 2 ** -52), fc.double({ min: 0, max: 1e12, noNaN: true }));
    fc.assert(fc.property(amount, amount, amount, amount, fc.double({ min: 0, max: 1e15, noNaN: true }), (fixedA, unitA, fixedB, unitB, volume) => {
      const found = find('breakEven', { fixedA, unitA, fixedB, unitB, volume });
      const says = notesOf(found);
      const [costA = 0, costB = 0, breakEven] = [found.results['costA'], found.results['costB'], found.results['breakEven']];
      const slack = 1e-9 * Math.max(costA, costB) + 1e-300;
      if (says.includes('aAlways')) assert.ok(costA <= costB + slack);
      if (says.includes('bAlways')) assert.ok(costB <= costA + slack);
      if (says.includes('bAbove')) assert.ok(breakEven !== undefined && (volume >= breakEven ? costB <= costA + slack : costA <= costB + slack));
      if (says.includes('bBelow')) assert.ok(breakEven !== undefined && (volume >= breakEven ? costA <= costB + slack : costB <= costA + slack));
    }), { numRuns: 500 });
  });

  it('knows spot capacity whose overhead takes more than the discount gives: twice the work at more than half the price', () => {
    const spot = (discount: number, overhead: number): readonly string[] => notesOf(find('bill', { commitments: [], spot: [{ line: 'Servers', share: 1, discount, overhead }] }));
    assert.ok(!spot(0.6, 1).includes('spotLoses') && !spot(0.5, 1).includes('spotLoses'));
    assert.ok(spot(0.4, 1).includes('spotLoses') && spot(0.4, 1).includes('savesNothing'));
    // Eleven times the work at a twentieth of the price still saves.
    assert.ok(!spot(0.95, 10).includes('spotLoses'));
  });

  it('shows how a line swings: a part that is committed does not fall with the use, and rises at the price on demand', () => {
    const { tables, results, terms, notes } = find('bill', { commitments: [{ line: 'Servers', quantity: 18_000, discount: 0.3 }], spot: [] });
    // 20,000 at 0.10: up to 24,000 on demand; down to 16,000 only 2,000 on demand fall away.
    const servers = tables?.['lines']?.find(([name]) => name === 'Servers');
    close(Number(servers?.[4]), -200, 1e-9);
    close(Number(servers?.[5]), 400, 1e-9);
    close(results['largestSwing'], 600, 1e-9);
    close(terms?.['movesBy'], Number(tables?.['lines']?.[0]?.[5]), 1e-12);
    assert.equal(notes?.find(({ id }) => id === 'movesQuantity')?.terms?.['line'], tables?.['lines']?.[0]?.[0]);
    const still = find('bill', { lines: [{ name: 'x', kind: 'compute', quantity: 1, price: 1, unit: '' }], commitments: [{ line: 'x', quantity: 9, discount: 0.5 }], spot: [] });
    assert.ok(!notesOf(still).includes('movesQuantity'));
    assert.equal(still.results['largestSwing'], 0);
  });

  it('shows sums of money without what binary fractions leave', () => {
    const { results, tables } = find('bill', { commitments: [{ line: 'Servers', quantity: 30_000, discount: 0.3 }], varied: 'price', change: 0.1 });
    assert.equal(results['unusedCost'], 700);
    assert.deepEqual(tables?.['lines']?.[0]?.slice(4), [-150, 150]);
  });

  it('does not speak of more than all of the time', () => {
    assert.ok(notesOf(find('commitmentSize', { committedPrice: 1.2 })).includes('neverPays'));
    assert.ok(notesOf(find('commitmentSize', { committedPrice: 0.99 })).includes('commitTo'));
    assert.ok(notesOf(find('commitmentSize', { committedPrice: 0.99, levels: [{ running: 9, hours: 3600 }, { running: 0, hours: 36_000 }] })).includes('commitNothing'));
  });

  it('gives the overhead that the bill asks for', () => {
    const { results } = find('spot');
    close(results['overhead'], 1 / (results['usefulShare'] ?? 0) - 1, 1e-12);
    const price = find('bill', { lines: [{ name: 'x', kind: 'compute', quantity: 1000, price: 1, unit: 'hour' }], commitments: [], spot: [{ line: 'x', share: 1, discount: 0.7, overhead: results['overhead'] }] }).results['month'];
    close(price, 1000 * (results['effectivePrice'] ?? 0), 1e-9);
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

  it('spreads 700 in advance over the 26,297.46 hours of three years', () => {
    const { results } = find('commitment', { onDemandPrice: 0.2, committedPrice: 0.05, upfront: 700, term: 3 * YEAR, units: 1, utilisation: 1 });
    close(results['effectivePrice'], 0.05 + 700 / 26_297.46, 1e-12);
    close(results['savingTerm'], 26_297.46 * 0.15 - 700, 1e-9);
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
