import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawChart, MIGRATION_QUESTIONS, planMigration, type ChartRow, type MigrationPlan, type Weeks } from '../../../../src/core';
import { migrations } from '../../support/migrationGuides';

const weeks = (quick: number, slow: number): Weeks => ({ quick, slow });
const all = migrations();
const words = { week: 'Week', total: 'Total', totalRange: '3–6' };
const row = (label: string, start: Weeks, end: Weeks): ChartRow => ({ label, start, end, range: `${end.quick - start.quick}–${end.slow - start.slow}` });
const chartOf = ({ phases, total }: MigrationPlan): readonly string[] => drawChart(
  phases.map(({ phase, start, end, duration }) => ({ label: `${phase.number} ${phase.title}`, start, end, range: `${duration.quick}–${duration.slow}` })),
  total,
  { ...words, totalRange: `${total.quick}–${total.slow}` },
);

describe('The chart of a plan', () => {
  it('draws the quick case solid and the rest of the slow case light', () => {
    assert.deepEqual(drawChart([row('1 First', weeks(0, 0), weeks(1, 2)), row('2 A second one with a long, long title', weeks(1, 2), weeks(3, 6))], weeks(3, 6), words), [
      'Week                                   |0      |2      |4      |6',
      '1 First                                ████░░░░                 1–2',
      '2 A second one with a long, long title     ████████░░░░░░░░░░░░ 2–4',
      'Total                                  ████████████░░░░░░░░░░░░ 3–6',
    ]);
  });

  it('cuts a label at the end of a word when the bars need the room', () => {
    const [, first] = drawChart([row('1 Move everything that anybody has ever written', weeks(0, 0), weeks(10, 40))], weeks(10, 40), words);
    assert.match(first ?? '', /^1 Move everything that… +█{10}░{30} 10–40$/);
  });

  it('stays within 80 columns, with every phase visible, for any answers', () => {
    const one = fc.constantFrom(...all);
    const answers = fc.record({
      size: fc.constantFrom(...MIGRATION_QUESTIONS.size), team: fc.constantFrom(...MIGRATION_QUESTIONS.team), downtime: fc.constantFrom(...MIGRATION_QUESTIONS.downtime),
      data: fc.constantFrom(...MIGRATION_QUESTIONS.data), compliance: fc.subarray([...MIGRATION_QUESTIONS.compliance]),
    });
    fc.assert(fc.property(one, answers, ({ entry, guide }, given) => {
      const plan = planMigration(entry, guide, given);
      const lines = chartOf(plan);
      for (const line of lines) assert.ok(line.length <= 80, `${line.length}: ${line}`);
      const [, ...bars] = lines;
      bars.slice(0, -1).forEach((line, index) => {
        if (plan.phases[index]?.leftOutBy === undefined) assert.match(line, plan.phases[index]?.optional ? /░/ : /█/, line);
      });
      // A label is cut for the bars, but never to less than half of what stands there.
      for (const line of bars) assert.ok(/[█░]/.exec(line) === null || !line.includes('…') || line.indexOf('…') >= 14, line);
      // The ranges stand below each other.
      const starts = new Set(bars.map((line) => line.lastIndexOf(' ')));
      assert.equal(starts.size, 1, lines.join('\n'));
    }));
  });

  it('cannot be broken by one long week or by a century', () => {
    for (const total of [1, 5, 42, 43, 500, 5000]) {
      const lines = drawChart([row('1 Only', weeks(0, 0), weeks(1, total))], weeks(1, total), words);
      for (const line of lines) assert.ok(line.length <= 80, line);
      assert.match(lines[0] ?? '', /^Week +\|0/);
    }
  });
});
