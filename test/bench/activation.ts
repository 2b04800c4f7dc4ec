import { measureInHost } from './in-host';
import { median } from './stats';
import type { Ratio } from './table';

const ours = 'systems-studio.distributed-systems-studio';
const empty = 'systems-studio-bench.empty-extension';

/** Each round is a fresh host per order, a few seconds. */
const rounds = 5;

/**
 * Activation against an empty extension in the same host. The first activation in a host is dearer, whoever it is, so
 * both go first equally often, and like is compared with like: first with first, second with second.
 */
export async function activation(): Promise<Ratio[]> {
  const first: Record<string, number[]> = { [ours]: [], [empty]: [] };
  const second: Record<string, number[]> = { [ours]: [], [empty]: [] };
  for (let round = 0; round < rounds; round++) {
    for (const order of [[ours, empty], [empty, ours]] as const) {
      const times = (await measureInHost({ module: 'activation', define: { ORDER: order } })) as Record<string, number>;
      order.forEach((id, index) => (index === 0 ? first : second)[id]?.push(times[id] ?? Number.NaN));
    }
  }
  const row = (what: string, samples: Record<string, number[]>): Ratio => ({
    what,
    ours: median(samples[ours] ?? []),
    baseline: median(samples[empty] ?? []),
    unit: 'ms',
    budget: 50,
    baselineIs: 'an empty extension in the same host',
  });
  return [row(`first in the host (median of ${rounds})`, first), row(`second in the host (median of ${rounds})`, second)];
}
