// @ts-check
import { compareVersions, initialValue } from './version.js';

/** @typedef {import('./version.js').VersionedValue} VersionedValue */

/**
 * @typedef {{ readonly type: 'read' } | { readonly type: 'store', readonly held: VersionedValue }} Request
 *
 * The reply to `read` is what the replica holds. The reply to `store` is what it holds afterwards.
 * @typedef {{ readonly held: VersionedValue }} Reply
 *
 * Survives a crash. What `save` was given is on disk when it returns.
 * @typedef {{ load(): VersionedValue | undefined, save(held: VersionedValue): void }} Storage
 */

/** One copy of the register. After a crash a new object is made with the same storage. */
export class Replica {
  /** @type {VersionedValue} */
  #held = initialValue;

  /** @param {Storage} storage */
  constructor(storage) {
    // Write me: what does a replica know after a restart?
  }

  /**
   * Messages may arrive twice, late and out of order. A replica never goes back to an older version.
   *
   * @param {Request} request
   * @returns {Reply}
   */
  handle(request) {
    if (request.type === 'store') this.#held = request.held; // naive
    return { held: this.#held };
  }
}
