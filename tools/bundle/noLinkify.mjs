/**
 * Stands in for linkify-it in the bundle of the extension, where it would be dead code of 11 kB: markdown-it makes one
 * of these with each parser, and asks it only where its option `linkify` is on, which it is nowhere. Whoever turns
 * the option on gets an error instead of a text without links.
 */
export class LinkifyIt {
  constructor() {
    return new Proxy(this, {
      get(_target, property) {
        throw new Error(`linkify-it is left out of this bundle, and "${String(property)}" of it is used; see tools/bundle/options.mjs`);
      },
    });
  }
}
