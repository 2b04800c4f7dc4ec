import assert from 'node:assert/strict';

/** @typedef {import('./world.js').World} World */

/**
 * @param {World} world
 * @returns {number[]} the tokens of those who lead
 */
export function leadingTokens(world) {
  return world.leaders().map(({ candidate }) => candidate.token);
}

/** @param {World} world */
export function onlyLeader(world) {
  const [leader, ...others] = world.leaders();
  assert.ok(leader, 'one candidate must lead by now');
  assert.equal(others.length, 0, 'only one candidate may lead');
  return leader;
}

/**
 * From now on no event may leave two candidates leading at once.
 *
 * @param {World} world
 */
export function forbidTwoLeaders(world) {
  world.simulation.afterEvent = () => {
    const names = world.leaders().map(({ machine }) => machine.name);
    assert.ok(names.length <= 1, `${names.join(' and ')} lead at the same time, at ${world.simulation.now()} ms`);
  };
}
