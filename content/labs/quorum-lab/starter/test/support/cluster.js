// @ts-check
import { Register } from '../../src/register.js';
import { Replica } from '../../src/replica.js';
import { copy, Network } from './network.js';
import { Random } from './random.js';
import { Simulation } from './simulation.js';

/**
 * @typedef {import('../../src/replica.js').Request} Request
 * @typedef {import('../../src/replica.js').Reply} Reply
 * @typedef {import('../../src/version.js').VersionedValue} VersionedValue
 *
 * @typedef {object} ClusterOptions
 * @property {number} [size] the number of replicas
 * @property {number} [seed]
 * @property {(line: string) => void} [trace]
 */

/** Replicas named a, b, c … with disks that survive crashes, and their clients. */
export class Cluster {
  simulation = new Simulation();
  /** How many requests of each type were sent. */
  sent = { read: 0, store: 0 };
  /** Decides about single requests, beside what the network does. @type {(to: string, request: Request) => boolean} */
  loses = () => false;
  #random;
  #network;
  #trace;
  /** @type {Map<string, VersionedValue>} */
  #disks = new Map();
  /** @type {Map<string, Replica>} */
  #processes = new Map();

  /** @param {ClusterOptions & import('./network.js').NetworkOptions} options */
  constructor({ size = 3, seed = 1, trace = () => {}, ...networkOptions } = {}) {
    this.#random = new Random(seed);
    this.#network = new Network(this.simulation, this.#random, networkOptions);
    this.#trace = trace;
    this.replicas = Array.from({ length: size }, (_, index) => String.fromCharCode('a'.charCodeAt(0) + index));
    for (const id of this.replicas) this.#start(id);
  }

  /**
   * @param {string} name
   * @param {Partial<import('../../src/register.js').RegisterOptions>} options
   */
  client(name, options = {}) {
    const offset = this.#random.between(-5_000, 5_000); // clocks of different machines need not agree
    const majority = Math.floor(this.replicas.length / 2) + 1;
    return new Register({
      name, replicas: this.replicas, readQuorum: majority, writeQuorum: majority, attemptMs: 50, deadlineMs: 400,
      clock: { now: () => this.simulation.now() + offset, sleep: (ms) => this.simulation.sleep(ms) },
      call: (to, request, timeoutMs) => this.#call(name, to, request, timeoutMs),
      ...options,
    });
  }

  /** @param {string} line */
  trace(line) {
    this.#trace(`[${String(this.simulation.now()).padStart(5)}] ${line}`);
  }

  /** @param {string} id */
  crash(id) {
    this.#processes.delete(id);
    this.trace(`${id} crashes`);
  }

  /** @param {string} id */
  restart(id) {
    this.#start(id);
    this.trace(`${id} restarts`);
  }

  /**
   * Cuts the links between a client and some replicas, in both directions.
   *
   * @param {string} client
   * @param {string[]} replicas
   */
  block(client, ...replicas) {
    for (const id of replicas) this.#network.block(`${client} ${id}`);
    this.trace(`${client} is cut off from ${replicas.join(', ')}`);
  }

  /** Restores all links. */
  unblock() {
    this.#network.unblock();
    this.trace('all links are restored');
  }

  /**
   * @param {string} client
   * @param {string} replica
   * @param {number} delayMs
   */
  setDelay(client, replica, delayMs) {
    this.#network.setDelay(`${client} ${replica}`, delayMs);
  }

  /** @param {string} id */
  #start(id) {
    this.#processes.set(id, new Replica({
      load: () => this.#disks.get(id),
      save: (held) => void this.#disks.set(id, copy(held)),
    }));
  }

  /**
   * @param {string} client
   * @param {string} to
   * @param {Request} request
   * @param {number} timeoutMs
   * @returns {Promise<Reply>}
   */
  #call(client, to, request, timeoutMs) {
    this.sent[request.type] += 1;
    const link = `${client} ${to}`, what = request.type === 'store' ? `store ${describe(request.held)}` : 'read';
    return new Promise((resolve, reject) => {
      this.simulation.schedule(timeoutMs, () => reject(new Error(`${to} did not answer within ${timeoutMs} ms`)));
      if (this.loses(to, request)) return;
      this.#network.send(link, request, (delivered) => {
        const reply = this.#processes.get(to)?.handle(delivered);
        if (!reply) return; // it is down
        this.trace(`${to} ← ${client}: ${what}; it holds ${describe(reply.held)}`);
        this.#network.send(link, reply, resolve);
      });
    });
  }
}

/** @param {VersionedValue} held */
function describe({ version, value }) {
  return `${JSON.stringify(value)} (${version.number}${version.writer})`;
}
