/** Makes heading ids as GitHub does, so that an anchor means the same in `content/`, on GitHub and in the page. */
export type Slugger = (title: string) => string;

/**
 * A slugger for one document: repeated titles get `-1`, `-2` and so on.
 * @returns a function from the plain text of a heading to its id; never empty, unique among its results
 */
export function createSlugger(): Slugger {
  const used = new Set<string>();
  return (title) => {
    const base = title.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replace(/ /g, '-') || 'section';
    let id = base;
    for (let count = 1; used.has(id); count++) id = `${base}-${count}`;
    used.add(id);
    return id;
  };
}
