import * as v from 'valibot';
import { measureInHost } from './in-host';
import { median, percentile } from './stats';
import type { Ratio } from './table';

const rounds = 15;
/** Go has no hover provider in VS Code itself, and names of patterns stand in this file. */
const file = 'inventory/limiter.go';

const ResultSchema = v.object({
  /** Before our extension is active, then with it, its hovers off and on in turn; milliseconds. */
  alone: v.array(v.number()),
  off: v.array(v.number()),
  on: v.array(v.number()),
  /** How many places are in a round, and which of them have a hover of ours. */
  places: v.number(),
  named: v.array(v.number()),
});

/** A hover from request to answer, through both processes, which is most of it. Our own time alone: see `mentions`. */
export async function hover(): Promise<Ratio[]> {
  const define = { OURS: 'systems-studio.distributed-systems-studio', FILE: file, ROUNDS: rounds };
  const { alone, off, on, named, places } = v.parse(ResultSchema, await measureInHost({ module: 'hover', define }));
  const rows = (what: string, ours: readonly number[], baseline: readonly number[], baselineIs: string): Ratio[] => [
    { what: `median, ${what}`, ours: median(ours), baseline: median(baseline), unit: 'ms', baselineIs },
    { what: `p95, ${what}`, ours: percentile(ours, 0.95), baseline: percentile(baseline, 0.95), unit: 'ms', baselineIs },
  ];
  const onNames = (times: readonly number[]): number[] => times.filter((_, index) => named.includes(index % places));
  const nothing = 'a provider that does nothing, before activation';
  return [
    ...rows(`hovers on, ${places} lines`, on, alone, nothing),
    ...rows(`hovers on, the ${named.length} lines that have one`, onNames(on), onNames(alone), nothing),
    ...rows('hovers off', off, alone, nothing),
    ...rows('hovers on', on, off, 'hovers off, in alternating rounds'),
  ];
}
