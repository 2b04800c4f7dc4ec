// Wrong on purpose: the mistake is in src/replica.js; this file is as in the solution.
// @ts-check

/**
 * Orders the values of a register. Two writers may choose the same number at the same time; the name of the writer
 * decides between them, in the same way everywhere.
 *
 * @typedef {{ readonly number: number, readonly writer: string }} Version
 *
 * @typedef {{ readonly version: Version, readonly value: unknown }} VersionedValue
 */

/** What every replica holds before the first write. @type {VersionedValue} */
export const initialValue = { version: { number: 0, writer: '' }, value: null };

/**
 * @param {Version} left
 * @param {Version} right
 * @returns {number} negative if left is older, positive if left is newer, 0 only for the same version
 */
export function compareVersions(left, right) {
  if (left.number !== right.number) return left.number - right.number;
  // Any fixed order will do. Without one, two replicas may keep different values for ever.
  return left.writer < right.writer ? -1 : Number(left.writer > right.writer);
}
