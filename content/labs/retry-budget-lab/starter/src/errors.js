// @ts-check

/** The request was never begun, for example because the connection was refused. */
export class Unavailable extends Error {
  name = 'Unavailable';
}

/** The request was sent and no answer came in time. It may have been done, it may yet be done, or never. */
export class Unanswered extends Error {
  name = 'Unanswered';
}

/** The server refused the request before it began, because it has too much to do. */
export class Overloaded extends Error {
  name = 'Overloaded';

  /** @param {number} [retryAfterMs] when to come back; without it the server does not want to see the request again */
  constructor(retryAfterMs) {
    super(retryAfterMs === undefined ? 'overloaded' : `overloaded, come back after ${retryAfterMs} ms`);
    this.retryAfterMs = retryAfterMs;
  }
}
