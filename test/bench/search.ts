import { loadLibrary, type Library } from '../../src/core';
import { firstQueries } from './first-query';
import { generatedLibrary } from './generated';
import { builtLibrary, factors, sizeOf } from './library';
import { keystrokes } from './queries';
import { scanner, searcher } from './searchers';
import { median, percentile } from './stats';
import type { Ratio } from './table';
import { timedInTurns } from './timing';

const processes = 6;
const common = { unit: 'ms', budget: 16 };

export async function search(): Promise<Ratio[]> {
  const built = builtLibrary();
  const libraries = factors.map((factor) => ({ factor, library: loadLibrary(generatedLibrary(built, factor)) }));
  const rows = libraries.map(({ factor, library }) => perKeystroke(`p95 per keystroke, ${sizeOf(factor, library)}`, library));
  for (const { factor, library } of libraries) rows.push(await firstQuery(sizeOf(factor, library), factor));
  return rows;
}

function perKeystroke(what: string, library: Library): Ratio {
  const times = timedInTurns(() => {
    // An index of its own, as one session of the editor has: parts of it are made when a query first needs them.
    const ours = searcher(library);
    ours('first'); // a row of its own
    return { items: keystrokes(), ours, baseline: scanner(library) };
  });
  return { ...common, what, ours: percentile(times.ours, 0.95), baseline: percentile(times.baseline, 0.95), baselineIs: 'a scan for the typed text in lower-cased texts' };
}

/** Makes the index; the baseline's preparation is to lower-case the texts. */
async function firstQuery(size: string, factor: number): Promise<Ratio> {
  const samples = await firstQueries(factor, processes);
  return {
    ...common,
    what: `first query of a process, ${size} (median of ${processes})`,
    ours: median(samples.map(({ ours }) => ours)),
    baseline: median(samples.map(({ baseline }) => baseline)),
    baselineIs: 'lower-casing all texts, and the scan',
  };
}
