import { definePart, refuse, type Note } from '../definition';
import { count, number } from '../fields';
import { dataSize } from './fields';
import { greatestCommonDivisor, movedAtLeast, movedByModulo, movedOneByOne, movedSlots } from './moves';

const MOST = 10_000;
const PLOTTED = 60;

/** What moves when the number of shards changes. */
export const resize = definePart({
  id: 'resize',
  fields: {
    from: count(10, 1, MOST),
    to: count(12, 1, MOST),
    slots: count(16_384, 1, 1_000_000),
    dataSize,
    bandwidth: number('megabytePerSecond', 200e6, { above: 0, most: 1e15 }),
  },
  results: {
    modulo: 'share',
    atLeast: 'share',
    bySlots: 'share',
    oneByOne: 'share',
    leastTime: 'time',
    fullestSlots: 'number',
  },
  terms: { divisor: 'number', slotsMoved: 'number' },
  notes: ['same', 'multiple', 'moduloWorse', 'oneByOneWorse', 'coarse', 'jumpOnly'],
  refusals: ['tooFewSlots', 'tooLong'],
  tables: { schemes: { columns: { scheme: 'text', moved: 'share', data: 'data', time: 'time' } } },
  plots: { curve: { kind: 'line', x: 'number', y: 'share', series: ['modulo', 'atLeast'], points: ['modulo'], marks: ['here'] } },
}, (values) => {
  const { from, to, slots } = values;
  if (slots < Math.max(from, to)) return refuse('tooFewSlots', 'slots');
  const modulo = movedByModulo(from, to);
  const atLeast = movedAtLeast(from, to);
  const timeOf = (moved: number): number => (moved * values.dataSize) / values.bandwidth;
  if (timeOf(1) > LONGEST) return refuse('tooLong', 'bandwidth');
  const slotsMoved = movedSlots(slots, from, to);
  const bySlots = slotsMoved / slots;
  const fullestSlots = (Math.ceil(slots / to) * to) / slots;
  const oneByOne = movedOneByOne(from, to);
  return {
    results: {
      modulo, atLeast, bySlots, oneByOne, leastTime: timeOf(atLeast), fullestSlots,
    },
    terms: { divisor: greatestCommonDivisor(from, to), slotsMoved },
    notes: verdicts({ from, to, atLeast, fullestSlots, oneByOne }),
    tables: {
      // As the content calls them.
      schemes: ([['Hash modulo n', modulo], ['Consistent, jump, rendezvous', atLeast], ['Fixed slots', bySlots], ['One shard at a time', oneByOne]] as const)
        .map(([scheme, moved]) => [scheme, moved, moved * values.dataSize, timeOf(moved)]),
    },
    plots: {
      curve: {
        series: [{ id: 'modulo', points: around(from, to, movedByModulo) }, { id: 'atLeast', points: around(from, to, movedAtLeast) }],
        marks: [{ id: 'here', x: to }],
      },
    },
  };
});

/** A thousand years: then a unit is wrong. */
const LONGEST = 3e10;

/** From half the present number of shards to twice that, or to where one goes. */
function around(from: number, to: number, moved: (from: number, to: number) => number): readonly (readonly [number, number])[] {
  const [low, high] = [Math.min(to, Math.ceil(from / 2)), Math.max(to, 2 * from)];
  const step = Math.max(1, Math.ceil((high - low) / PLOTTED));
  const numbers = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
  return [...new Set([...numbers, to, high])].sort((a, b) => a - b).map((shards) => [shards, moved(from, shards)] as const);
}

const COARSE = 1.1;
const NOTABLE = 1.2;

function verdicts({ from, to, atLeast, fullestSlots, oneByOne }: {
  readonly from: number; readonly to: number; readonly atLeast: number; readonly fullestSlots: number; readonly oneByOne: number;
}): readonly Note[] {
  if (from === to) return [{ id: 'same' }];
  const multiple = Math.max(from, to) % Math.min(from, to) === 0;
  const said: readonly (readonly [string, boolean])[] = [
    ['multiple', multiple],
    ['moduloWorse', !multiple],
    ['oneByOneWorse', oneByOne > NOTABLE * atLeast],
    ['coarse', fullestSlots > COARSE],
    ['jumpOnly', to < from],
  ];
  return said.filter(([, holds]) => holds).map(([id]) => ({ id }));
}
