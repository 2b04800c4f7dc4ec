// @ts-check

/** The balance does not cover the withdrawal. Nothing was changed. */
export class InsufficientFunds extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'InsufficientFunds';
  }
}

/** The broker will never accept this event, for its size or its schema. */
export class Rejected extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Rejected';
  }
}
