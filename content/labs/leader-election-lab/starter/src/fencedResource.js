// @ts-check

/**
 * @typedef {{ readonly type: 'announce', readonly token: number }
 *   | { readonly type: 'write', readonly token: number, readonly value: unknown }} ResourceRequest
 *
 * `highestToken` is the highest token that the resource has seen.
 * @typedef {{ readonly accepted: boolean, readonly highestToken: number }} ResourceReply
 *
 * Survives a restart. What `save` and `apply` were given is on disk when they return.
 * @typedef {object} ResourceStorage
 * @property {() => number | undefined} loadToken
 * @property {(token: number) => void} saveToken
 * @property {(token: number, value: unknown) => void} apply carries out a write
 */

/** What the leader writes to. After a restart a new object is made with the same storage. */
export class FencedResource {
  #storage;

  /** @param {ResourceStorage} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /**
   * Refuses a request whose token is lower than the highest that was seen. An announcement changes nothing else: it
   * makes sure that the predecessors of a new leader are refused from now on.
   *
   * @param {ResourceRequest} request
   * @returns {ResourceReply}
   */
  handle(request) {
    if (request.type === 'write') this.#storage.apply(request.token, request.value); // naive: from anybody
    return { accepted: true, highestToken: request.token };
  }
}
