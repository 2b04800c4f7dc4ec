// @ts-check

/** A definite no: nothing was done, and a repetition of the same request will be refused too. */
export class Refused extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Refused';
  }
}

/** Somebody else has appended to the log of this saga since it was read. */
export class Conflict extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Conflict';
  }
}
