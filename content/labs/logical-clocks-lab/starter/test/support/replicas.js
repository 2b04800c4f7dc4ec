// @ts-check
import { add, write } from '../../src/versions.js';
import { textOf } from './run.js';

/** @typedef {import('../../src/versions.js').Version} Version */

/**
 * Replicas take writes and send each other versions, in any order, some twice and some never. In the end each replica
 * sends all it has to all others.
 * @param {() => number} random
 * @param {import('./seeds.js').Trace} trace
 * @returns the siblings at each replica, and the values of the writes that no other write has seen
 */
export function simulateReplicas(random, trace) {
  const pick = (/** @type {number} */ count) => Math.floor(random() * count);
  const replicas = Array.from({ length: 3 + pick(3) }, (_, i) => ({
    name: `r${i + 1}`, siblings: /** @type {Version[]} */ ([]),
  }));
  /** @type {Map<string, Set<string>>} for each write all those that it has seen, directly or not: the truth */
  const seen = new Map();
  /** @type {{ to: typeof replicas[number], version: Version }[]} */
  let messages = [];
  let step = 0;

  /**
   * @param {typeof replicas[number]} replica
   * @param {Version} version
   * @param {string} what
   */
  const take = (replica, version, what) => {
    replica.siblings = add(replica.siblings, version);
    step += 1;
    const kept = replica.siblings.map(({ value }) => value).join(' and ');
    trace.add(step, `${replica.name} ${what} ${version.value} ${textOf(version.vector)} and has ${kept}`);
  };
  const deliver = () => {
    const [{ to, version }] = messages.splice(pick(messages.length), 1);
    take(to, version, 'receives');
  };

  for (let turn = 0; turn < 40; turn += 1) {
    const replica = replicas[pick(replicas.length)];
    if (random() < 0.3) {
      const value = `write ${seen.size + 1}`;
      const before = replica.siblings.map((sibling) => sibling.value);
      seen.set(value, new Set(before.flatMap((one) => [one, ...(seen.get(one) ?? [])])));
      take(replica, write(replica.siblings, replica.name, value), 'takes');
    }
    const version = replica.siblings[pick(replica.siblings.length)];
    if (version) messages.push({ to: replicas[pick(replicas.length)], version });
    if (messages.length > 0 && random() < 0.7) deliver();
    if (messages.length > 0 && random() < 0.2) messages.push(messages[pick(messages.length)]);
  }
  messages = replicas.flatMap((from) => from.siblings.flatMap((version) => replicas.map((to) => ({ to, version }))));
  while (messages.length > 0) deliver();

  const superseded = new Set([...seen.values()].flatMap((values) => [...values]));
  return { replicas, step, newest: [...seen.keys()].filter((value) => !superseded.has(value)) };
}
