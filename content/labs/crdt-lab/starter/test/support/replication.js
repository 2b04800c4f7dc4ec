// @ts-check
import { Random } from './random.js';

const lossProbability = 0.3;
const duplicateProbability = 0.3;
const longestDelay = 25;

/**
 * Replicas of one value and the network between them: a message can be lost, arrive twice, or be overtaken.
 * Time counts steps. What travels is a deep copy, as if it had been written to a socket.
 *
 * Beside each state the simulation keeps which operations the replica has heard of, so that a test can compute from
 * the history alone what the state has to be.
 *
 * @template State
 */
export class Replication {
  #now = 0;
  #operations = 0;
  /** @type {{ at: number, to: string, label: string, state: State, operations: Set<number> }[]} */
  #underWay = [];
  #random;
  #merge;
  #trace;

  /** @type {Map<string, { state: State, heardOf: Set<number> }>} */
  replicas = new Map();

  /**
   * @param {object} options
   * @param {Random} options.random
   * @param {readonly string[]} options.replicaIds
   * @param {() => State} options.empty
   * @param {(left: State, right: State) => State} options.merge
   * @param {(line: string) => void} options.trace
   */
  constructor({ random, replicaIds, empty, merge, trace }) {
    this.#random = random;
    this.#merge = merge;
    this.#trace = trace;
    for (const id of replicaIds) this.replicas.set(id, { state: empty(), heardOf: new Set() });
  }

  /** @param {string} id */
  replica(id) {
    const replica = this.replicas.get(id);
    if (!replica) throw new Error(`there is no replica ${id}`);
    return replica;
  }

  /**
   * Carries out an operation at one replica and sends its delta to all others.
   *
   * @param {string} id
   * @param {string} label for the trace
   * @param {(state: State) => State} makeDelta
   * @returns {number} the number of the operation
   */
  perform(id, label, makeDelta) {
    const replica = this.replica(id);
    const operation = ++this.#operations;
    const delta = structuredClone(makeDelta(replica.state));
    replica.state = this.#merge(replica.state, structuredClone(delta));
    replica.heardOf.add(operation);
    this.#log(`${id} ${label} (operation ${operation})`);
    for (const to of this.replicas.keys()) {
      if (to !== id) this.#send(id, to, `delta of operation ${operation}`, delta, new Set([operation]));
    }
    return operation;
  }

  /**
   * Sends the whole state of one replica to another.
   *
   * @param {string} from
   * @param {string} to
   * @param {{ reliable?: boolean }} [options]
   */
  sendState(from, to, { reliable = false } = {}) {
    const { state, heardOf } = this.replica(from);
    this.#send(from, to, `state of ${from}`, structuredClone(state), new Set(heardOf), reliable);
  }

  /**
   * Lets time pass by one step and delivers what is due, in random order.
   *
   * @param {(id: string) => void} [afterDelivery]
   */
  step(afterDelivery = () => {}) {
    this.#now += 1;
    const due = this.#underWay.filter((message) => message.at <= this.#now);
    this.#underWay = this.#underWay.filter((message) => message.at > this.#now);
    while (due.length > 0) {
      const [message] = due.splice(this.#random.between(0, due.length - 1), 1);
      if (!message) continue;
      const replica = this.replica(message.to);
      replica.state = this.#merge(replica.state, structuredClone(message.state));
      for (const operation of message.operations) replica.heardOf.add(operation);
      this.#log(`${message.to} received the ${message.label}`);
      afterDelivery(message.to);
    }
  }

  /** Waits for what is under way, then lets every replica send its state to every other one, without losses. */
  settle() {
    while (this.#underWay.length > 0) this.step();
    for (const from of this.replicas.keys()) {
      for (const to of this.replicas.keys()) if (to !== from) this.sendState(from, to, { reliable: true });
    }
    while (this.#underWay.length > 0) this.step();
  }

  /**
   * @param {string} from
   * @param {string} to
   * @param {string} label
   * @param {State} state
   * @param {Set<number>} operations
   */
  #send(from, to, label, state, operations, reliable = false) {
    if (!reliable && this.#random.chance(lossProbability)) return this.#log(`lost: the ${label} from ${from} to ${to}`);
    const copies = this.#random.chance(duplicateProbability) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.#underWay.push({ at: this.#now + this.#random.between(1, longestDelay), to, label, state, operations });
    }
  }

  /** @param {string} line */
  #log(line) {
    this.#trace(`[${String(this.#now).padStart(3)}] ${line}`);
  }
}
