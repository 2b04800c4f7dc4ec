/** All algorithms on the same arrivals, side by side. */
import { definePart, type Note } from '../definition';
import { choice, count, number, only, seed, table } from '../fields';
import { movingCount } from '../movingCount';
import { burst, limit, window } from './fields';
import { fixedWindow, gcra, leakyQueue, slidingCounter, slidingLog, tokenBucket, type Limiter } from './limiters';
import { measure, mostWithin, type Measured } from './measures';
import { LONGEST, MOST_REQUESTS, TICKS_PER_SECOND, toTicks, type Rule } from './ticks';
import { buildTrace } from './trace';
import { TRACES } from './traces';

/** The names of the algorithms, and how many numbers each keeps for a caller. */
const ALGORITHMS: readonly { readonly id: string; readonly name: string; readonly limiter: Limiter; readonly kept: (rule: Rule) => number }[] = [
  { id: 'tokenBucket', name: 'Token bucket', limiter: tokenBucket, kept: () => 2 },
  { id: 'gcra', name: 'Leaky bucket as a meter (GCRA)', limiter: gcra, kept: () => 1 },
  { id: 'leakyQueue', name: 'Leaky bucket as a queue', limiter: leakyQueue, kept: ({ burst: most }) => 1 + most },
  { id: 'fixedWindow', name: 'Fixed window', limiter: fixedWindow, kept: () => 2 },
  { id: 'slidingLog', name: 'Sliding window log', limiter: slidingLog, kept: ({ limit: most }) => most },
  { id: 'slidingCounter', name: 'Sliding window counter', limiter: slidingCounter, kept: () => 3 },
];
/** GCRA decides as the token bucket does, so its line would lie on that one. */
const DRAWN = ['tokenBucket', 'leakyQueue', 'fixedWindow', 'slidingLog', 'slidingCounter'] as const;
const POINTS = 160;
/** Ticks. Requests of the queue leave between ticks; in the plot one that left a window ago must not count by a rounding. */
const ROUNDING = 1e-3;

export const compare = definePart({
  id: 'compare',
  fields: {
    limit, window, burst,
    trace: choice(TRACES, 'edge'),
    arrivalRate: only({ trace: ['bursts', 'poisson', 'steady'] }, number('perSecond', 10, { least: 1e-3, most: MOST_REQUESTS })),
    duration: only({ trace: ['edge', 'bursts', 'poisson', 'steady'] }, number('second', 60, { least: 1, most: LONGEST })),
    period: only({ trace: ['bursts'] }, number('second', 15, { least: 0.1, most: LONGEST })),
    seed: only({ trace: ['poisson'] }, seed()),
    counts: only({ trace: ['counts'] }, table({ requests: count(0, 0, MOST_REQUESTS) }, [4, 60, 90, 0, 120, 5].map((requests) => ({ requests })), 1, 600)),
  },
  results: { arrivals: 'number', offeredMost: 'number', sustained: 'rate', worstWindow: 'number', worstCounter: 'number', worstBucket: 'number', worstDelay: 'time' },
  terms: { bucketRejected: 'share', fixedMost: 'number', counterMost: 'number', bucketMost: 'number' },
  notes: ['fixedExceeds', 'fixedHolds', 'counterExceeds', 'burstRejected', 'twins'],
  refusals: ['tooMany', 'edgeTooShort', 'noBurst', 'nothingArrives'],
  tables: { algorithms: { columns: { algorithm: 'text', admitted: 'number', rejected: 'share', most: 'number', longestDelay: 'time', kept: 'number' } } },
  plots: { lastWindow: { kind: 'line', x: 'time', y: 'number', series: ['arrivals', ...DRAWN, 'limitLine'] } },
}, (values) => {
  const rule: Rule = { limit: values.limit, window: toTicks(values.window), burst: values.burst };
  const trace = buildTrace(values, rule, values.window);
  if ('refused' in trace) return trace;
  const { arrivals, duration } = trace;
  const measured = new Map(ALGORITHMS.map(({ id, limiter }) => [id, measure(limiter, arrivals, rule)]));
  const of = (id: string): Measured => measured.get(id) ?? measure(tokenBucket, arrivals, rule);
  const end = duration * TICKS_PER_SECOND;
  const line = (times: ArrayLike<number>): [number, number][] =>
    movingCount(times, rule.window - ROUNDING, end, POINTS).map((many, cell) => [(cell + 0.5) * duration / POINTS, many]);
  const bucket = of('tokenBucket');
  const sustained = values.limit / values.window;
  const notes: Note[] = [{ id: of('fixedWindow').most > values.limit ? 'fixedExceeds' : 'fixedHolds' }];
  if (of('slidingCounter').most > values.limit) notes.push({ id: 'counterExceeds' });
  if (bucket.rejected > 0 && arrivals.length / duration <= sustained) notes.push({ id: 'burstRejected' });
  return {
    results: {
      arrivals: arrivals.length, offeredMost: mostWithin(arrivals, rule.window), sustained, worstWindow: 2 * values.limit,
      worstCounter: 2 * values.limit - 1, worstBucket: values.limit + values.burst - 1,
      worstDelay: (values.burst - 1) * values.window / values.limit,
    },
    terms: {
      bucketRejected: bucket.rejected / arrivals.length, bucketMost: bucket.most, fixedMost: of('fixedWindow').most, counterMost: of('slidingCounter').most,
    },
    notes: [...notes, { id: 'twins' }],
    tables: {
      algorithms: ALGORITHMS.map(({ id, name, kept }) => {
        const { admitted, rejected, most, longestDelay } = of(id);
        return [name, admitted, rejected / arrivals.length, most, longestDelay / TICKS_PER_SECOND, kept(rule)];
      }),
    },
    plots: {
      lastWindow: {
        series: [
          { id: 'arrivals', points: line(arrivals) }, ...DRAWN.map((id) => ({ id, points: line(of(id).through) })),
          { id: 'limitLine', points: [[0, values.limit], [duration, values.limit]] },
        ],
      },
    },
  };
});
