import { definePart, type Note, refuse } from '../definition';
import { choice, number, optionalNumber, share, table, text } from '../fields';
import { costOf, type Discounted, discountLines, effectOf, KINDS, utilisationOf } from './bill';

/** A saving is no share where all but nothing is used and much is paid. */
const MOST_TIMES = 1e6;
/** The table has all lines; a drawing of more is no picture. */
const DRAWN = 10;
const most = { least: 0, most: 1e12 };
/** Without what binary fractions leave: 0.07 × 10,000 is 700, not 700.0000000000001. */
const plain = (money: number): number => Number(money.toPrecision(12));

/** A month's bill. Prices and quantities are examples. */
export const billPart = definePart({
  id: 'bill',
  fields: {
    lines: { ...table(
      { name: text(''), kind: choice(KINDS, 'compute'), quantity: number('none', 0, { least: 0, most: 1e15 }), price: number('money', 0, most), unit: text('') },
      [
        { name: 'Servers', kind: 'compute', quantity: 20_000, price: 0.1, unit: 'hour' },
        { name: 'Batch workers', kind: 'compute', quantity: 10_000, price: 0.1, unit: 'hour' },
        { name: 'Object storage', kind: 'storage', quantity: 50_000, price: 0.02, unit: 'GB month' },
        { name: 'Egress', kind: 'egress', quantity: 15_000, price: 0.1, unit: 'GB' },
        { name: 'Queue calls', kind: 'requests', quantity: 500, price: 0.5, unit: 'million' },
        { name: 'Database licence', kind: 'licence', quantity: 8, price: 100, unit: 'core' },
      ], 1, 50,
    ), exampleFile: 'example-prices.csv' },
    commitments: table({ line: text(''), quantity: number('none', 0, { least: 0, most: 1e15 }), discount: share(0.3) }, [{ line: 'Servers', quantity: 15_000, discount: 0.3 }], 0, 50),
    spot: table(
      { line: text(''), share: share(0.5), discount: share(0.6), overhead: share(0.1, { least: 0, most: 10 }) },
      [{ line: 'Batch workers', share: 0.8, discount: 0.6, overhead: 0.1 }], 0, 50,
    ),
    requests: optionalNumber('none', 300_000_000, { least: 1, most: 1e18 }),
    users: optionalNumber('none', 50_000, { least: 1, most: 1e12 }),
    varied: choice(['quantity', 'price'], 'quantity'),
    change: share(0.2, { least: 0.001, most: 1 }),
  },
  results: {
    month: 'money', year: 'money', perRequest: 'money', perMillion: 'money', perUser: 'money',
    largestSwing: 'money', effectiveSavings: 'share', utilisation: 'share', unusedCost: 'money',
  },
  terms: { largestCost: 'money', largestShare: 'share', movesBy: 'money', savesBy: 'money', discountedCost: 'money', discountedList: 'money' },
  notes: ['largest', 'movesQuantity', 'movesPrice', 'unused', 'commitmentLoses', 'spotLoses', 'savesNothing', 'free'],
  refusals: ['unknownLine', 'ambiguousLine', 'twice', 'spotNotCompute'],
  tables: { lines: { columns: { name: 'text', list: 'money', cost: 'money', share: 'share', lower: 'money', higher: 'money' } } },
  plots: {
    byKind: { kind: 'bars', y: 'money', series: KINDS },
    sensitivity: { kind: 'bars', y: 'money', series: ['lower', 'higher'] },
  },
}, (values) => {
  const matched = discountLines(values.lines, values.commitments, values.spot);
  if ('problem' in matched) return refuse(matched.problem, matched.table, { line: matched.name });
  const rows = matched.map((each) => {
    const { list, total, committed, unused } = costOf(each);
    return {
      each, committed, list: plain(list), total: plain(total), unused: plain(unused),
      lower: plain(effectOf(each, values.varied, -values.change)),
      higher: plain(effectOf(each, values.varied, values.change)),
    };
  }).sort((one, other) => (other.higher - other.lower) - (one.higher - one.lower));
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const month = sum(({ total }) => total);
  const largest = rows.reduce((one, other) => (other.total > one.total ? other : one));
  const discounted = ({ each }: { readonly each: Discounted }): boolean => each.commitment !== undefined || each.spot !== undefined;
  const discountedCost = sum((row) => (discounted(row) ? row.total : 0));
  const discountedList = sum((row) => (discounted(row) ? row.list : 0));
  const utilisation = utilisationOf(matched);
  const unusedCost = sum(({ unused }) => unused);
  const [first] = rows;
  const notes: Note[] = [];
  if (month > 0 && first !== undefined) {
    notes.push({ id: 'largest', terms: { line: largest.each.line.name } });
    if (first.higher > 0) notes.push({ id: values.varied === 'quantity' ? 'movesQuantity' : 'movesPrice', terms: { line: first.each.line.name } });
  } else notes.push({ id: 'free' });
  if (unusedCost > 0) notes.push({ id: 'unused' });
  for (const row of rows) {
    const { commitment, spot, line } = row.each;
    if (commitment !== undefined && row.committed > 0 && 1 - row.unused / row.committed < 1 - commitment.discount) notes.push({ id: 'commitmentLoses', terms: { line: line.name } });
    if (spot !== undefined && row.list * spot.share > 0 && (1 + spot.overhead) * (1 - spot.discount) > 1) notes.push({ id: 'spotLoses', terms: { line: line.name } });
  }
  if (discountedCost > discountedList) notes.push({ id: 'savesNothing' });
  const kinds = KINDS.map((kind) => ({ id: kind, value: sum(({ each, total }) => (each.line.kind === kind ? total : 0)) })).filter(({ value }) => value > 0);
  return {
    results: {
      month, year: month * 12,
      ...(values.requests !== null && { perRequest: month / values.requests, perMillion: month / values.requests * 1e6 }),
      ...(values.users !== null && { perUser: month / values.users }),
      largestSwing: (first?.higher ?? 0) - (first?.lower ?? 0),
      ...(discountedList * MOST_TIMES > discountedCost && { effectiveSavings: 1 - discountedCost / discountedList }),
      ...(utilisation !== undefined && { utilisation, unusedCost }),
    },
    terms: {
      largestCost: largest.total, movesBy: first?.higher ?? 0, savesBy: 0 - (first?.lower ?? 0), discountedCost, discountedList,
      ...(month > 0 && { largestShare: largest.total / month }),
    },
    notes,
    tables: { lines: rows.map(({ each, list, total, lower, higher }) => [each.line.name, list, total, month > 0 ? total / month : null, lower, higher]) },
    plots: {
      ...(kinds.length > 0 && { byKind: { bars: [{ label: '', segments: kinds }] } }),
      sensitivity: { bars: rows.slice(0, DRAWN).map(({ each, lower, higher }) => ({ label: each.line.name, segments: [{ id: 'lower', value: lower }, { id: 'higher', value: higher }] })) },
    },
  };
});
