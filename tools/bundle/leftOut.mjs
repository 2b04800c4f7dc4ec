/** Stands in for a function of a package that the bundle leaves out. */
export function leftOut() {
  throw new Error('This part of a package is left out of the bundle; see tools/bundle/unused.mjs');
}
