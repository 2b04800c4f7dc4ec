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
  return { entries: new Map([[element, new Set([dot])]]), context: contextOf([dot]) }; // naive: replaces nothing
}

/**
 * Removes the additions of the element that this replica has observed, and no others.
 *
 * @param {OrSet} set
 * @param {string} element
 * @returns {OrSet} the delta; an empty set if the element is not present
 */
export function remove(set, element) {
  return emptySet(); // naive: says nothing about the removal
}

/**
 * Merges two states, or a state and a delta. Commutative, associative and idempotent.
 *
 * @param {OrSet} left
 * @param {OrSet} right
 * @returns {OrSet}
 */
export function mergeSets(left, right) {
  const entries = new Map(left.entries); // naive: the union, so what was removed comes back
  for (const [element, dots] of right.entries) {
    entries.set(element, new Set([...(entries.get(element) ?? []), ...dots]));
  }
  return { entries, context: uniteContexts(left.context, right.context) };
}
