// Wrong on purpose: the delta of an addition carries the context of the whole set, and .
// @ts-check
import { contextOf, emptyContext, knows, nextDot, uniteContexts } from './causalContext.js';

/** @typedef {import('./dot.js').Dot} Dot */
/** @typedef {import('./causalContext.js').CausalContext} CausalContext */

/**
 * An observed-remove set in which a concurrent addition wins.
 *
 * `entries` holds each element that is present, with the dots of the additions that keep it present (at least one).
 * `context` holds every dot that this state has heard of, whether its addition is still present or not. So a dot that
 * the context knows and that `entries` lacks was removed. No other trace of a removal is kept.
 *
 * States are values: no function changes its arguments.
 *
 * @typedef {{
 *   readonly entries: ReadonlyMap<string, ReadonlySet<Dot>>,
 *   readonly context: CausalContext,
 * }} OrSet
 */

/** @type {ReadonlySet<Dot>} */
const noDots = new Set();

/** @returns {OrSet} */
export function emptySet() {
  return { entries: new Map(), context: emptyContext() };
}

/**
 * @param {OrSet} set
 * @returns {string[]} the elements that are present, sorted
 */
export function elementsOf(set) {
  return [...set.entries.keys()].sort();
}

/**
 * Adds an element under a new dot, which replaces the dots of the same element that this replica has observed.
 *
 * @param {OrSet} set
 * @param {string} replica the replica at which the addition happens
 * @param {string} element
 * @returns {OrSet} the delta: small, and merged like any other state
 */
export function add(set, replica, element) {
  const dot = nextDot(set.context, replica);
  const replaced = set.entries.get(element) ?? noDots;
  // The context of the delta names the new dot and the replaced ones, and nothing else. With the whole context of the
  // set, the delta would claim that every other element had been removed.
  return { entries: new Map([[element, new Set([dot])]]), context: uniteContexts(set.context, contextOf([dot])) };
}

/**
 * Removes the additions of the element that this replica has observed, and no others.
 *
 * @param {OrSet} set
 * @param {string} element
 * @returns {OrSet} the delta; an empty set if the element is not present
 */
export function remove(set, element) {
  // Known and not present: that is how a removal is recorded in this type. A concurrent addition has a dot that is not
  // named here, so it survives the merge.
  return { entries: new Map(), context: contextOf(set.entries.get(element) ?? noDots) };
}

/**
 * Merges two states, or a state and a delta. Commutative, associative and idempotent.
 *
 * @param {OrSet} left
 * @param {OrSet} right
 * @returns {OrSet}
 */
export function mergeSets(left, right) {
  /** @type {Map<string, ReadonlySet<Dot>>} */
  const entries = new Map();
  for (const element of new Set([...left.entries.keys(), ...right.entries.keys()])) {
    const inLeft = left.entries.get(element) ?? noDots;
    const inRight = right.entries.get(element) ?? noDots;
    const dots = new Set([
      ...survivors(inLeft, inRight, right.context),
      ...survivors(inRight, inLeft, left.context),
    ]);
    if (dots.size > 0) entries.set(element, dots);
  }
  return { entries, context: uniteContexts(left.context, right.context) };
}

/**
 * A dot of one side stays if the other side has it too, or has never heard of it. If the other side has heard of it
 * and does not have it, the other side has seen it removed.
 *
 * @param {ReadonlySet<Dot>} dots
 * @param {ReadonlySet<Dot>} otherDots
 * @param {CausalContext} otherContext
 */
function survivors(dots, otherDots, otherContext) {
  return [...dots].filter((dot) => otherDots.has(dot) || !knows(otherContext, dot));
}
