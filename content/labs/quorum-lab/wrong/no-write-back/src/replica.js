// Wrong on purpose: the mistake is in src/register.js; this file is as in the solution.
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
  #held;
  #storage;

  /** @param {Storage} storage */
  constructor(storage) {
    this.#storage = storage;
    // A replica that forgets what it acknowledged is an empty copy that votes: the quorums overlap in it for nothing.
    this.#held = storage.load() ?? initialValue;
  }

  /**
   * Messages may arrive twice, late and out of order. A replica never goes back to an older version.
   *
   * @param {Request} request
   * @returns {Reply}
   */
  handle(request) {
    if (request.type === 'store' && compareVersions(request.held.version, this.#held.version) > 0) {
      this.#storage.save(request.held); // on disk before the reply, which is a promise
      this.#held = request.held;
    }
    // An older version is acknowledged too: what the replica holds already outvotes it, which is all a quorum needs.
    return { held: this.#held };
  }
}
