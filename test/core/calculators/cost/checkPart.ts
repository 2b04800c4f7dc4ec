/** What holds for every part: for any values there is a known refusal, or findings with finite numbers, quickly. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal, type Part } from '../../../../src/core/calculators/definition';
import { calculatePart, NOT_REPRESENTABLE } from '../../../../src/core/calculators/run';
import { anyValues } from './anyValues';

export function checkPart(part: Part, numRuns = 300): void {
  let slowest = 0;
  fc.assert(fc.property(anyValues(part), (values) => {
    const begun = performance.now();
    const outcome = calculatePart(part, values);
    slowest = Math.max(slowest, performance.now() - begun);
    if (isRefusal(outcome)) {
      assert.notEqual(outcome.refused, NOT_REPRESENTABLE, JSON.stringify(part.calculate?.(values as never), (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)).slice(0, 600));
      assert.ok((part.refusals ?? []).includes(outcome.refused), outcome.refused);
      assert.ok(outcome.field === undefined || outcome.field in part.fields);
      return;
    }
    for (const { id } of outcome.notes ?? []) assert.ok((part.notes ?? []).includes(id), `note ${id}`);
    for (const [id, plot] of Object.entries(outcome.plots ?? {})) {
      const shape = part.plots?.[id];
      if (plot === undefined || shape === undefined || !('series' in plot)) continue;
      for (const { id: series, points } of plot.series) {
        assert.ok(shape.series.includes(series) && points.length > 0, `series ${series}`);
        for (const [x, y] of points) assert.ok((shape.logX !== true || x > 0) && (shape.logY !== true || y > 0), `${id} ${series} ${x} ${y}`);
      }
      for (const { id: mark } of plot.marks ?? []) assert.ok(shape.marks?.includes(mark), `mark ${mark}`);
    }
    for (const id of Object.keys(outcome.results)) assert.ok(id in part.results, `result ${id}`);
  }), { numRuns });
  assert.ok(slowest < 500, `took ${slowest} ms`);
}
