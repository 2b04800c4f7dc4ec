// @ts-check

/** The candidate does not lead, or not any more. */
export class NotLeader extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'NotLeader';
  }
}
