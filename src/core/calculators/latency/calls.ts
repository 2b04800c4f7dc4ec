/** A request as serial and parallel calls against a latency budget. */
import { definePart, type Bar, type Note } from '../definition';
import { count, number, share, table, text } from '../fields';
import { arrangeStages, criticalPathLatency, slackOf, type Call, type Stage } from './criticalPath';

const MOST_CALLS = 40;
const MOST_STAGES = 40;
const HOUR = 3_600;

const example = (name: string, stage: number, milliseconds: number): Call => ({ name, stage, latency: milliseconds * 1e-3 });

const fields = {
  calls: table(
    { name: text('Call'), stage: count(1, 1, MOST_STAGES), latency: number('millisecond', 10e-3, { least: 0, most: HOUR }) },
    [
      example('Gateway', 1, 4), example('Session', 2, 9), example('Profile', 3, 30), example('Recommendations', 3, 85),
      example('Prices', 3, 40), example('Stock', 3, 35), example('Rendering', 4, 22),
    ], 1, MOST_CALLS,
  ),
  budget: number('millisecond', 150e-3, { least: 1e-6, most: HOUR }),
  percentile: share(0.99, { least: 0.5, most: 0.99999 }),
};

function callBar(stage: Stage, call: Call): Bar {
  const segment = slackOf(stage, call) === 0 ? 'critical' : 'parallel';
  return { label: call.name, segments: [{ id: 'before', value: stage.starts }, { id: segment, value: call.latency }] };
}

/** The segments of the budget: the first stages, all later ones together, and what is left. */
const STAGE_SEGMENTS = ['first', 'second', 'third', 'fourth', 'fifth', 'later'] as const;

function budgetBar(stages: readonly Stage[], left: number): Bar {
  const ofStages = stages.map(({ slowest, duration }, index) => ({ id: STAGE_SEGMENTS[index] ?? 'later', label: slowest.name, value: duration }));
  return { label: '', segments: [...ofStages, ...(left > 0 ? [{ id: 'left', value: left }] : [])] };
}

/** Where shortening one call alone would save most. */
function firstToShorten(stages: readonly Stage[]): Note[] {
  const [best] = [...stages].sort((a, b) => b.gain - a.gain);
  return best && best.gain > 0 ? [{ id: 'shorten', terms: { call: best.slowest.name, gain: best.gain } }] : [];
}

export const calls = definePart({
  id: 'calls',
  fields,
  results: {
    total: 'time', left: 'time', used: 'share', serial: 'time', saved: 'time', longestStage: 'time',
    independentShare: 'share', guaranteedShare: 'share',
  },
  terms: { callCount: 'number', gain: 'time' },
  notes: ['within', 'over', 'shorten', 'percentilesDoNotAdd'],
  tables: {
    stages: { columns: { stage: 'number', call: 'text', starts: 'time', duration: 'time', ofTotal: 'share', ofBudget: 'share' } },
    slack: { columns: { call: 'text', stage: 'number', latency: 'time', slack: 'time' } },
  },
  plots: {
    budget: { kind: 'bars', y: 'time', series: [...STAGE_SEGMENTS, 'left'] },
    timeline: { kind: 'bars', y: 'time', series: ['before', 'critical', 'parallel'] },
  },
}, ({ calls: rows, budget, percentile }) => {
  const stages = arrangeStages(rows);
  const total = criticalPathLatency(stages);
  const serial = rows.reduce((sum, call) => sum + call.latency, 0);
  const each = stages.flatMap((stage) => stage.calls.map((call) => ({ stage, call })));
  return {
    results: {
      total, left: budget - total, used: total / budget, serial, saved: serial - total,
      longestStage: Math.max(...stages.map((stage) => stage.duration)),
      independentShare: percentile ** rows.length,
      guaranteedShare: Math.max(0, 1 - rows.length * (1 - percentile)),
    },
    terms: { callCount: rows.length },
    notes: [{ id: total > budget ? 'over' : 'within' }, ...firstToShorten(stages), ...(rows.length > 1 ? [{ id: 'percentilesDoNotAdd' }] : [])],
    tables: {
      stages: stages.map(({ stage, slowest, starts, duration }) =>
        [stage, slowest.name, starts, duration, total > 0 ? duration / total : null, duration / budget]),
      slack: each.map(({ stage, call }) => [call.name, call.stage, call.latency, slackOf(stage, call)]),
    },
    plots: {
      budget: { bars: [budgetBar(stages, budget - total)], limit: budget },
      timeline: { bars: each.map(({ stage, call }) => callBar(stage, call)), limit: budget },
    },
  };
});
