import { definePart, refuse, type Note } from '../definition';
import { choice, number, share } from '../fields';
import { QUARTER, YEAR } from '../units';
import { dataSize, MOST_SHARDS } from './fields';

const HORIZON = 5;
const PLOT_STEPS = 20;
/** Less in a year is no growth: the next split would be ages away. */
const SMALLEST_GROWTH = 1e-6;

/** Shards that data, writes and reads need, now and as they grow. */
export const shards = definePart({
  id: 'shards',
  fields: {
    dataSize,
    writeRate: number('perSecond', 20_000, { least: 0, most: 1e12 }),
    readRate: number('perSecond', 60_000, { least: 0, most: 1e12 }),
    growth: share(0.6, { least: 0, most: 10 }),
    shardSize: number('terabyte', 1e12, { least: 1, most: 1e18 }),
    shardWrites: number('perSecond', 5_000, { above: 0, most: 1e9 }),
    shardReads: number('perSecond', 20_000, { above: 0, most: 1e9 }),
    fill: share(0.6, { above: 0, most: 1 }),
    rounding: choice(['none', 'powerOfTwo'], 'powerOfTwo'),
  },
  results: {
    byData: 'number',
    byWrites: 'number',
    byReads: 'number',
    shards: 'number',
    fullest: 'share',
    timeToSplit: 'time',
  },
  terms: { meanYear: 'time', nextYear: 'number' },
  notes: ['dataDecides', 'writesDecide', 'readsDecide', 'oneShard', 'powerOfTwo', 'soon', 'even'],
  refusals: ['tooManyShards'],
  tables: { years: { columns: { year: 'number', dataSize: 'data', writeRate: 'rate', readRate: 'rate', shards: 'number' } } },
  plots: { curve: { kind: 'line', x: 'time', y: 'number', series: ['byData', 'byWrites', 'byReads', 'now'], marks: ['split'] } },
}, (values) => {
  const { fill, growth } = values;
  // Shards at full use of each limit, not yet whole.
  const full = {
    byData: values.dataSize / values.shardSize,
    byWrites: values.writeRate / values.shardWrites,
    byReads: values.readRate / values.shardReads,
  };
  const most = Math.max(full.byData, full.byWrites, full.byReads);
  if (most / fill > MOST_SHARDS) return refuse('tooManyShards');
  const needed = (load: number): number => rounded(wholeShards(load / fill), values.rounding);
  const now = needed(most);
  const fullest = most / now;
  const timeToSplit = growth >= SMALLEST_GROWTH ? (YEAR * Math.max(0, Math.log(fill / fullest))) / Math.log(1 + growth) : undefined;
  const grown = (years: number): number => (1 + growth) ** years;
  const times = Array.from({ length: PLOT_STEPS + 1 }, (_, step) => (step * HORIZON) / PLOT_STEPS);
  return {
    results: {
      byData: wholeShards(full.byData / fill),
      byWrites: wholeShards(full.byWrites / fill),
      byReads: wholeShards(full.byReads / fill),
      shards: now,
      fullest,
      ...(timeToSplit !== undefined && { timeToSplit }),
    },
    terms: { meanYear: YEAR, nextYear: needed(most * grown(1)) },
    notes: verdicts(full, most / fill, now, timeToSplit),
    tables: {
      years: Array.from({ length: HORIZON + 1 }, (_, year) =>
        [year, values.dataSize * grown(year), values.writeRate * grown(year), values.readRate * grown(year), needed(most * grown(year))]),
    },
    plots: {
      curve: {
        series: [
          ...(['byData', 'byWrites', 'byReads'] as const).map((id) => ({ id, points: times.map((years) => [years * YEAR, (full[id] / fill) * grown(years)] as const) })),
          { id: 'now', points: [[0, now], [HORIZON * YEAR, now]] as const },
        ],
        ...(timeToSplit !== undefined && timeToSplit <= HORIZON * YEAR && { marks: [{ id: 'split', x: timeToSplit }] }),
      },
    },
  };
});

/** 10 ÷ 0.1 must not become 101 shards because of the last binary digit. */
const ROUNDING_ERROR = 1e-12;
const wholeShards = (shards: number): number => Math.max(1, Math.ceil(shards * (1 - ROUNDING_ERROR)));

const rounded = (shards: number, rounding: 'none' | 'powerOfTwo'): number =>
  rounding === 'none' ? shards : 2 ** Math.ceil(Math.log2(shards));

function verdicts(full: { readonly byData: number; readonly byWrites: number; readonly byReads: number }, needed: number, now: number, timeToSplit: number | undefined): readonly Note[] {
  const soon = timeToSplit !== undefined && timeToSplit < QUARTER ? [{ id: 'soon' }] : [];
  if (now === 1) return [{ id: 'oneShard' }, ...soon];
  const most = Math.max(full.byData, full.byWrites, full.byReads);
  const decides = full.byData === most ? 'dataDecides' : full.byWrites === most ? 'writesDecide' : 'readsDecide';
  return [{ id: decides }, ...(now > wholeShards(needed) ? [{ id: 'powerOfTwo' }] : []), ...soon, { id: 'even' }];
}
