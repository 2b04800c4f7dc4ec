import test from 'node:test';
import assert from 'node:assert/strict';
import { Pipeline } from './support/pipeline.js';
import { Random } from './support/random.js';
import { forEverySeed } from './support/seeds.js';
import { Turns } from './support/turns.js';

const accounts = ['ann', 'bob', 'cem'];
const changesPerProducer = 8;

/**
 * Two producers, two relays and a consumer at once. Each dies now and then and is replaced; the broker is
 * unreachable at times, loses answers, and repeats deliveries. In the end everything is drained.
 *
 * @param {number} seed
 * @param {(line: string) => void} trace
 * @param {number} memory
 */
async function runRandomly(seed, trace, memory) {
  const random = new Random(seed), turns = new Turns(random);
  const pipeline = new Pipeline({ seed: seed + 104_729, batch: random.between(1, 6), memory });
  const { broker, wallet } = pipeline;
  let producing = 2, relaying = 2, amount = 0;
  broker.fault = () => (random.chance(0.1) ? 'unreachable' : random.chance(0.1) ? 'answer lost' : undefined);

  /** @param {string} name */
  const life = (name) => ({
    crashAt: random.chance(0.7) ? random.between(0, 15) : Infinity,
    turn: () => turns.wait(), trace: (/** @type {string} */ line) => trace(`${name}: ${line}`),
  });
  /** @param {string} name @param {string[]} own accounts, which are locked while a transaction runs */
  const producer = async (name, own) => {
    for (let count = 0; count < changesPerProducer;) {
      await pipeline.serve(async (service) => {
        while (count < changesPerProducer) {
          count += 1;
          amount += 1; // every amount is different, so that each change can be told from the others
          const account = random.pick(own), balance = wallet.tables.balances.get(account) ?? 0;
          if (balance > amount && random.chance(0.4)) await service.withdraw(account, amount);
          else await service.deposit(account, amount + 1_000);
        }
      }, life(name));
    }
    producing -= 1;
  };
  /** @param {string} name */
  const relay = async (name) => {
    const isBusy = () => producing > 0 || wallet.tables.outbox.length > 0;
    while (isBusy()) await pipeline.relay(async (each) => { while (isBusy()) await each.pass(); }, life(name));
    relaying -= 1;
  };
  /** @param {string} name */
  const consumer = async (name) => {
    const isBusy = () => relaying > 0 || broker.hasUnacknowledged;
    while (isBusy()) {
      await pipeline.consume(async (each) => {
        while (isBusy()) {
          const delivery = broker.next(0.2);
          if (!delivery) await turns.wait();
          else await each.handle(delivery.event).then(delivery.acknowledge);
        }
      }, life(name));
    }
  };
  await turns.until(Promise.all([
    producer('producer 1', ['ann', 'bob']), producer('producer 2', ['cem']),
    relay('relay 1'), relay('relay 2'), consumer('consumer'),
  ]));
  broker.fault = () => undefined;
  await pipeline.drain();
  return pipeline;
}

test('each change takes effect once and in order, whatever crashes and repeats', () => {
  return forEverySeed(80, async (seed, trace) => {
    const pipeline = await runRandomly(seed, trace, 1_000);
    for (const account of accounts) {
      const stored = pipeline.broker.stored.filter(({ key }) => key === account);
      let balance = 0;
      const firstCopies = new Map(stored.map(({ id, amount }) => [id, amount])); // keeps the place of the first one
      const balances = [...firstCopies.values()].map((amount) => (balance += amount));
      assert.deepEqual(balances, pipeline.wallet.history.get(account) ?? [],
        `${account}: the broker must get the first copies of its events in order`);
    }
    pipeline.checkExactlyOnce();
  });
});

test('a memory that is too small costs certainty, never a double or a lost effect', () => {
  return forEverySeed(60, async (seed, trace) => {
    const memory = new Random(seed).between(1, 8);
    const { broker, statement } = await runRandomly(seed, trace, memory);
    assert.ok(statement.mostRemembered <= memory, `${statement.mostRemembered} ids were remembered, and ${memory} fit`);
    const applied = [...statement.history.values()].flatMap((balances) =>
      balances.map((balance, index) => balance - (balances[index - 1] ?? 0)));
    assert.equal(new Set(applied).size, applied.length, `an amount was applied twice: ${applied.join(', ')}`);
    const doubtful = new Set([...statement.tables.doubtful.values()].map(({ amount }) => amount));
    for (const { id, amount } of broker.stored) {
      assert.ok(applied.includes(amount) || doubtful.has(amount), `${id} was neither applied nor set aside`);
    }
  });
});
