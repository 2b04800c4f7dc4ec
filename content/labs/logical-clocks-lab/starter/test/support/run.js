// @ts-check
import { LamportClock } from '../../src/lamportClock.js';
import { drop, merge, VectorClock } from '../../src/vectorClock.js';

/**
 * @typedef {object} Event
 * @property {number} id from 0, which is also the number of the step
 * @property {string} node
 * @property {string} what for messages to people
 * @property {Set<number>} past the ids of all events that happened before it: the truth, kept without any clock
 * @property {boolean} afterDrop this node, or one whose message is in the past, has dropped an entry
 * @property {import('../../src/lamportClock.js').Timestamp} timestamp
 * @property {import('../../src/vectorClock.js').Vector} vector
 */

/**
 * Nodes do local events, send messages and receive them, in any order: messages overtake each other, get lost and
 * arrive twice. If nodes leave, the others drop their entries sooner or later.
 * @param {() => number} random
 * @param {import('./seeds.js').Trace} trace
 * @param {{ nodesLeave: boolean }} options
 */
export function simulateRun(random, trace, { nodesLeave }) {
  const pick = (/** @type {number} */ count) => Math.floor(random() * count);
  const nodes = Array.from({ length: 3 + pick(4) }, (_, i) => {
    const name = `n${i + 1}`;
    return {
      name, lamport: new LamportClock(name), vector: new VectorClock(name),
      last: /** @type {Event | undefined} */ (undefined), present: true, hasDropped: false,
    };
  });
  /** @type {Event[]} */
  const events = [];
  /** @type {Event[]} messages under way, each with its sending */
  const messages = [];
  /** @type {Set<string>} */
  const gone = new Set();

  for (let step = 0; step < 60; step += 1) {
    const present = nodes.filter((node) => node.present);
    const node = present[pick(present.length)];
    if (nodesLeave && present.length > 2 && random() < 0.05) {
      node.present = false;
      gone.add(node.name);
      trace.add(events.length, `${node.name} leaves`);
      continue;
    }
    if (gone.size > 0 && random() < 0.1) {
      // In truth entries are lost only if the node knew of an event of a node that has left.
      const known = [...(node.last?.past ?? [])].some((id) => gone.has(events[id].node));
      node.hasDropped ||= known;
      node.vector.drop(gone);
      trace.add(events.length, `${node.name} drops the entries of ${[...gone].join(', ')}`);
      continue;
    }
    const received = messages.length > 0 && random() < 0.5 ? messages[pick(messages.length)] : undefined;
    if (received && random() < 0.9) messages.splice(messages.indexOf(received), 1); // otherwise it arrives again
    const past = new Set(node.last ? [...node.last.past, node.last.id] : []);
    if (received) for (const id of [...received.past, received.id]) past.add(id);
    node.hasDropped ||= received?.afterDrop ?? false;
    const sends = !received && random() < 0.7;
    const alone = sends ? 'sends a message' : 'does something';
    const what = received ? `receives the message of step ${received.id}` : alone;
    /** @type {Event} */
    const event = {
      id: events.length, node: node.name, what: `${node.name} ${what}`, past, afterDrop: node.hasDropped,
      timestamp: received ? node.lamport.receive(received.timestamp) : node.lamport.tick(),
      vector: received ? node.vector.receive(received.vector) : node.vector.tick(),
    };
    node.last = event;
    events.push(event);
    if (sends && random() < 0.95) messages.push(event); // otherwise it gets lost
    trace.add(event.id, `${event.what}: time ${event.timestamp.time}, ${textOf(event.vector)}`);
  }
  return { events, gone };
}

/** @param {import('../../src/vectorClock.js').Vector} vector */
export function textOf({ counts, pruned }) {
  const entries = [...counts].sort().map(([node, count]) => `${node}: ${count}`);
  return `{${entries.join(', ')}}${pruned ? ' pruned' : ''}`;
}

/**
 * What a reader knows who has seen one to three events, some of them from a store that has dropped entries.
 * @param {() => number} random
 * @param {ReturnType<typeof simulateRun>} run
 */
export function gatherKnowledge(random, { events, gone }) {
  const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const event = events[Math.floor(random() * events.length)];
    const known = [event.id, ...event.past];
    const isDropped = gone.size > 0 && random() < 0.3;
    const knowsGone = known.some((id) => gone.has(events[id].node));
    const vector = isDropped ? drop(event.vector, gone) : event.vector;
    return { event, known, vector, knowsGone, complete: !event.afterDrop && !(isDropped && knowsGone) };
  });
  return {
    text: parts.map(({ event }) => `step ${event.id}`).join(' and '),
    known: new Set(parts.flatMap(({ known }) => known)),
    vector: parts.map(({ vector }) => vector).reduce(merge),
    knowsGone: parts.some(({ knowsGone }) => knowsGone),
    complete: parts.every(({ complete }) => complete),
  };
}

/**
 * Every pair of events, the earlier step first, and how they are related in truth. The later step cannot be the cause.
 * @param {Event[]} events
 */
export function* pairsOf(events) {
  for (const b of events) {
    for (const a of events.slice(0, b.id)) yield { a, b, truth: b.past.has(a.id) ? 'before' : 'concurrent' };
  }
}
