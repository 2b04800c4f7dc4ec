// @ts-check
import { Candidate } from '../../src/candidate.js';
import { FencedResource } from '../../src/fencedResource.js';
import { LeaseStore } from './leaseStore.js';
import { DriftingClock, Machine } from './machine.js';
import { Random } from './random.js';
import { Simulation } from './simulation.js';

/** @typedef {'store' | 'resource'} Server */
/** @typedef {{ candidate: Candidate, machine: Machine }} Node */
/** @typedef {{ from: string, to: string, type: string }} Message */

export const timing = { leaseMs: 3_000, renewMs: 1_000, retryMs: 300, driftBound: 0.05 };
const replyWithinMs = 600;

/** The lease store, the resource, the candidates, and the network between them. */
export class World {
  simulation = new Simulation();
  /** What the resource has carried out. @type {{ at: number, token: number, value: unknown }[]} */
  written = [];
  /** What the resource keeps on disk. */
  tokenOnDisk = 0;
  /** @type {Map<string, Node>} */
  nodes = new Map();
  /** The probability that a message is lost. */
  loss = 0;
  /** Draws the delay of a message in milliseconds. @type {(message: Message) => number} */
  delayMs = () => 5;
  /** How many requests have left for each server. */
  sent = { store: 0, resource: 0 };
  #cut = new Set();
  #trace;

  /**
   * @param {object} options
   * @param {number} [options.seed]
   * @param {number} [options.storeRate] the rate of the store's clock
   * @param {(line: string) => void} [options.trace]
   */
  constructor({ seed = 1, storeRate = 1, trace = () => {} } = {}) {
    this.random = new Random(seed);
    this.#trace = trace;
    this.store = new LeaseStore(new DriftingClock(this.simulation, storeRate, 1_000_000_000));
    this.resource = this.#openResource();
  }

  /**
   * Starts a candidate on a machine of its own.
   *
   * @param {string} name
   * @param {number} [rate] of its clock
   */
  start(name, rate = 1) {
    const { simulation } = this;
    const machine = new Machine(simulation, name, new DriftingClock(simulation, rate, this.random.between(0, 1e9)));
    const candidate = new Candidate({
      name, ...timing,
      clock: { now: () => machine.clock.now(), sleep: (ms) => machine.sleep(ms) },
      askStore: (request) => this.#ask(machine, 'store', request, () => this.store.handle(request)),
      askResource: (request) => this.#ask(machine, 'resource', request, () => this.resource.handle(request)),
    });
    const node = { candidate, machine };
    this.nodes.set(name, node);
    candidate.start();
    this.trace(`${name} starts, with a clock rate of ${rate}`);
    return node;
  }

  /** The living candidates that believe that they lead. */
  leaders() {
    return [...this.nodes.values()].filter(({ machine, candidate }) => machine.alive && candidate.leads());
  }

  restartResource() {
    this.resource = this.#openResource();
    this.trace('the resource restarts');
  }

  /**
   * Cuts or restores a link.
   *
   * @param {string} name
   * @param {Server} server
   * @param {boolean} isCut
   */
  setCut(name, server, isCut = true) {
    if (isCut) this.#cut.add(`${name} ${server}`);
    else this.#cut.delete(`${name} ${server}`);
    this.trace(`${name} is ${isCut ? 'cut off from' : 'connected to'} the ${server}`);
  }

  /** @param {number} ms of true time */
  pass(ms) {
    return this.simulation.complete(this.simulation.sleep(ms));
  }

  /** @param {string} line */
  trace(line) {
    this.#trace(`[${String(Math.round(this.simulation.now())).padStart(5)}] ${line}`);
  }

  #openResource() {
    return new FencedResource({
      loadToken: () => this.tokenOnDisk,
      saveToken: (token) => void (this.tokenOnDisk = token),
      apply: (token, value) => void this.written.push({ at: this.simulation.now(), token, value }),
    });
  }

  /**
   * @template Reply
   * @param {Machine} machine
   * @param {Server} server
   * @param {{ type: string }} request
   * @param {() => Reply} handle
   * @returns {Promise<Reply>}
   */
  #ask(machine, server, request, handle) {
    return new Promise((resolve, reject) => {
      const link = `${machine.name} ${server}`;
      const arrives = () => !this.#cut.has(link) && !this.random.chance(this.loss);
      machine.later(replyWithinMs / machine.clock.rate, () => reject(new Error(`no reply from the ${server}`)));
      const { type } = request, { name } = machine;
      machine.send(() => {
        this.sent[server] += 1;
        this.simulation.schedule(this.delayMs({ from: name, to: server, type }), () => {
          if (!arrives()) return;
          const reply = handle();
          this.trace(`${server} ← ${name}: ${JSON.stringify(request)} → ${JSON.stringify(reply)}`);
          machine.later(this.delayMs({ from: server, to: name, type }), () => void (arrives() && resolve(reply)));
        });
      });
    });
  }
}
