import assert from 'node:assert/strict';
import { Relay } from '../../src/relay.js';
import { StatementConsumer } from '../../src/statementConsumer.js';
import { WalletService } from '../../src/walletService.js';
import { Broker } from './broker.js';
import { Process } from './process.js';
import { Random } from './random.js';
import { StatementStore } from './statementStore.js';
import { WalletStore } from './walletStore.js';

/** @typedef {ConstructorParameters<typeof Process>[0]} ProcessOptions */

/** What survives every process: two databases and a broker. Each part of the code runs in processes that may die. */
export class Pipeline {
  wallet = new WalletStore();
  statement = new StatementStore();

  /**
   * @param {object} [options]
   * @param {number} [options.seed]
   * @param {number} [options.batch]
   * @param {number} [options.memory]
   */
  constructor({ seed = 1, batch = 10, memory = 1_000 } = {}) {
    this.broker = new Broker(new Random(seed));
    this.batch = batch;
    this.memory = memory;
  }

  /**
   * @param {(service: WalletService) => Promise<void>} work
   * @param {ProcessOptions} [options]
   */
  serve(work, options) {
    const process = new Process(options);
    return process.live(work(new WalletService(this.wallet.for(process))));
  }

  /**
   * @param {(relay: Relay) => Promise<void>} work
   * @param {ProcessOptions} [options]
   */
  relay(work, options) {
    const process = new Process(options);
    const relay = new Relay({
      database: this.wallet.for(process), publish: this.broker.for(process), batch: this.batch,
    });
    return process.live(work(relay));
  }

  /**
   * @param {(consumer: StatementConsumer) => Promise<void>} work
   * @param {ProcessOptions} [options]
   */
  consume(work, options) {
    const process = new Process(options);
    const consumer = new StatementConsumer({ database: this.statement.for(process), memory: this.memory });
    return process.live(work(consumer));
  }

  /** Lets relays and consumers run without crashes until nothing is left to do. */
  async drain() {
    for (let times = 0; times < 50 && this.wallet.tables.outbox.length > 0; times += 1) {
      await this.relay(async (relay) => void await relay.pass());
    }
    assert.deepEqual(this.wallet.tables.outbox, [], 'nothing fails any more, and events are still in the outbox');
    await this.consume(async (consumer) => {
      while (this.broker.hasUnacknowledged) {
        const delivery = this.broker.next(0);
        if (!delivery) continue;
        await consumer.handle(delivery.event);
        delivery.acknowledge();
      }
    });
  }

  /** Each change took effect at the consumer, once, in the order of its account. */
  checkExactlyOnce() {
    assert.deepEqual(Object.fromEntries(this.statement.history), Object.fromEntries(this.wallet.history),
      'each balance must have gone through the same values at the consumer as at the service');
    assert.equal(this.statement.tables.doubtful.size, 0, 'the memory is large enough, so nothing is doubtful');
  }
}
