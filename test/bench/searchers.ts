import { createSearch, type Library } from '../../src/core';
import { searchedTexts } from './library';

/** What the quick pick asks for at each keystroke; see src/features/search/items.ts. */
const shown = { entries: 60, paths: 5 };

/** Our search. The first query makes its index. */
export function searcher(library: Library): (typed: string) => number {
  const index = createSearch(library);
  return (typed) => {
    const hits = index.query(typed, { limit: shown.entries });
    const paths = index.queryPaths(typed, { limit: shown.paths });
    // The list shows why an entry was found, so its matches count.
    return hits.reduce((sum, { matches }) => sum + matches.length, paths.length);
  };
}

/** A plain scan, which finds only what is typed exactly and has no order: the least that a search can do. */
export function scanner(library: Library): (typed: string) => number {
  const texts = library.all().map((entry) => searchedTexts(entry).map((text) => text.toLowerCase()));
  return (typed) => {
    const wanted = typed.toLowerCase();
    return texts.filter((fields) => fields.some((text) => text.includes(wanted))).length;
  };
}
