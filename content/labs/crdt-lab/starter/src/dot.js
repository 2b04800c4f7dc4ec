// @ts-check

/**
 * A dot names one event of one replica, such as `a:3`: the third addition made at replica `a`.
 * It is the unique tag of an addition. Counters start at 1 and have no gaps at the replica that gives them out.
 *
 * @typedef {string} Dot
 */

/**
 * @param {string} replica
 * @param {number} counter
 * @returns {Dot}
 */
export function dotOf(replica, counter) {
  return `${replica}:${counter}`;
}

/**
 * @param {Dot} dot
 * @returns {{ replica: string, counter: number }}
 */
export function partsOf(dot) {
  const colon = dot.lastIndexOf(':');
  return { replica: dot.slice(0, colon), counter: Number(dot.slice(colon + 1)) };
}
