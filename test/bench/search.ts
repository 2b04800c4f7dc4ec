import { createSearch, loadLibrary, type Library } from '../../src/core';
import { generatedLibrary } from './generated';
import { builtLibrary, factors, searchedTexts, sizeOf } from './library';
import { keystrokes } from './queries';
import { median, percentile } from './stats';
import type { Ratio } from './table';
import { timed, timedInTurns } from './timing';

const firstQueries = 15;

/** What the quick pick asks for at each keystroke; see src/features/search/items.ts. */
const shown = { entries: 60, paths: 5 };

const common = { unit: 'ms', budget: 16 };

/** Search against a plain scan, which finds only what is typed exactly and has no order: the least that a search can do. */
export function search(): Ratio[] {
  const built = builtLibrary();
  const libraries = factors.map((factor) => ({ factor, library: loadLibrary(generatedLibrary(built, factor)) }));
  return [
    ...libraries.map(({ factor, library }) => perKeystroke(`p95 per keystroke, ${sizeOf(factor, library)}`, library)),
    ...libraries.map(({ factor, library }) => firstQuery(`first query, ${sizeOf(factor, library)} (median of ${firstQueries})`, library)),
  ];
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

/** The index is built by the first query of a session; the baseline's preparation is to lower-case the texts. */
function firstQuery(what: string, library: Library): Ratio {
  const samples = Array.from({ length: firstQueries }, () => ({
    ours: timed(() => searcher(library)('circut')),
    baseline: timed(() => scanner(library)('circut')),
  }));
  return { ...common, what, ours: median(samples.map(({ ours }) => ours)), baseline: median(samples.map(({ baseline }) => baseline)), baselineIs: 'lower-casing all texts, and the scan' };
}

function searcher(library: Library): (typed: string) => number {
  const index = createSearch(library);
  return (typed) => {
    const hits = index.query(typed, { limit: shown.entries });
    const paths = index.queryPaths(typed, { limit: shown.paths });
    // The list shows why an entry was found, so its matches count.
    return hits.reduce((sum, { matches }) => sum + matches.length, paths.length);
  };
}

function scanner(library: Library): (typed: string) => number {
  const texts = library.all().map((entry) => searchedTexts(entry).map((text) => text.toLowerCase()));
  return (typed) => {
    const wanted = typed.toLowerCase();
    return texts.filter((fields) => fields.some((text) => text.includes(wanted))).length;
  };
}
