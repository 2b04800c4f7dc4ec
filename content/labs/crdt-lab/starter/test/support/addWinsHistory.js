// @ts-check

/**
 * The specification of the set, independent of tags, contexts and merges: an element is present if some addition of it
 * is known that no known operation has replaced or removed. An operation replaces or removes the additions that were
 * visible where it was carried out.
 */
export class AddWinsHistory {
  /** @type {Map<number, string>} */
  #additions = new Map();
  /** @type {Map<number, ReadonlySet<number>>} */
  #covered = new Map();

  /**
   * @param {number} operation
   * @param {string} element
   * @param {ReadonlySet<number>} heardOf what the replica had heard of before the operation
   */
  recordAdd(operation, element, heardOf) {
    this.#covered.set(operation, this.#visible(element, heardOf));
    this.#additions.set(operation, element);
  }

  /**
   * @param {number} operation
   * @param {string} element
   * @param {ReadonlySet<number>} heardOf what the replica had heard of before the operation
   */
  recordRemove(operation, element, heardOf) {
    this.#covered.set(operation, this.#visible(element, heardOf));
  }

  /**
   * @param {ReadonlySet<number>} heardOf
   * @returns {string[]} the elements that a replica must show, sorted
   */
  elements(heardOf) {
    const all = new Set(this.#additions.values());
    return [...all].filter((element) => this.#visible(element, heardOf).size > 0).sort();
  }

  /**
   * @param {string} element
   * @param {ReadonlySet<number>} heardOf
   */
  #visible(element, heardOf) {
    /** @type {Set<number>} */
    const visible = new Set();
    for (const operation of heardOf) if (this.#additions.get(operation) === element) visible.add(operation);
    for (const operation of heardOf) for (const gone of this.#covered.get(operation) ?? []) visible.delete(gone);
    return visible;
  }
}
