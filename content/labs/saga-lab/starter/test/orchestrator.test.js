import test from 'node:test';
import assert from 'node:assert/strict';
import { Orchestrator } from '../src/orchestrator.js';
import { SagaWorld } from './support/sagaWorld.js';

test('steps are refused in an order that cannot be undone', () => {
  /** @param {string} kinds @param {string[]} [names] */
  const create = (kinds, names) => new Orchestrator({
    steps: kinds.split(' ').filter(Boolean).map((kind, index) => /** @type {any} */ (
      { name: names?.[index] ?? `step${index}`, kind, run: async () => {}, undo: async () => {} })),
    log: { read: async () => [], append: async () => {} }, sleep: async () => {}, attempts: 3, retryMs: 100,
  });
  const [c, p, r] = ['compensatable', 'pivot', 'retriable'];
  for (const kinds of [`${c} ${p} ${r}`, `${c} ${c}`, `${p}`, `${p} ${r} ${r}`, `${c} ${c} ${p}`]) create(kinds);
  for (const kinds of [`${p} ${c}`, `${p} ${p}`, `${c} ${r}`, `${r}`, `${c} ${p} ${r} ${c}`, `${c} ${p} ${c} ${r}`]) {
    assert.throws(() => create(kinds), TypeError, `${kinds}: after the pivot, and only there, steps are retriable`);
  }
  assert.throws(() => create(`${c} ${c}`, ['stock', 'stock']), TypeError, 'two steps with one name have one key');
});

test('all steps take effect once, and a finished saga stays as it is', async () => {
  const world = new SagaWorld();
  assert.equal((await world.run()).result, 'completed');
  await world.checkFinished('completed');
  assert.deepEqual(world.waits, [], 'nothing failed, so nothing had to wait');
});

test('a refused step leads to compensation, the last step first', async () => {
  for (const refused of ['coupon', 'stock', 'credit', 'payment']) {
    const world = new SagaWorld({ [`run ${refused}`]: ['refused'] });
    assert.equal((await world.run()).result, 'compensated', `${refused} was refused, before the point of no return`);
    await world.checkFinished('compensated');
    const calls = world.services.calls.filter(({ step, action }) => step === refused && action === 'run');
    assert.equal(calls.length, 1, `a refusal is final: ${refused} must not be asked again`);
  }
});

test('a step without an answer is tried again, with growing waits', async () => {
  const world = new SagaWorld({ 'run stock': ['down', 'answer lost'], 'run payment': ['answer lost'] });
  assert.equal((await world.run()).result, 'completed', 'the third attempt succeeds');
  await world.checkFinished('completed');
  assert.deepEqual(world.waits, [100, 200, 100], 'the second attempt waits 100 ms, the third 200 ms');
});

test('a step whose outcome stays unknown is undone as well', async () => {
  for (const fault of /** @type {const} */ (['down', 'answer lost', 'late'])) {
    const world = new SagaWorld({ 'run credit': [fault, fault, fault] });
    assert.equal((await world.run()).result, 'compensated', `credit: ${fault}, three times`);
    await world.checkFinished('compensated');
    const first = world.services.calls.find(({ action }) => action === 'undo');
    assert.equal(first?.step, 'credit', `credit: ${fault}. Whoever does not know whether it happened must undo it.`);
  }
});

test('a pivot without an answer is never followed by compensation', async () => {
  for (const fault of /** @type {const} */ (['answer lost', 'late', 'down'])) {
    const world = new SagaWorld({ 'run payment': [fault, fault, fault] });
    assert.equal((await world.run()).result, 'pending', `payment: ${fault}. Perhaps the customer has paid.`);
    assert.ok(world.services.calls.every(({ action }) => action === 'run'), 'nothing may be undone');
    assert.equal((await world.run()).result, 'completed', 'later it answers, and the saga goes on from there');
    await world.checkFinished('completed');
  }
});

test('after the pivot there is only the way forward', async () => {
  const world = new SagaWorld({ 'run shipment': ['down', 'late', 'down', 'down'], 'run mail': ['answer lost'] });
  assert.equal((await world.run()).result, 'pending', 'paid, and the carrier does not answer: somebody must come back');
  assert.equal((await world.run()).result, 'completed');
  await world.checkFinished('completed');
});

test('a compensation is never given up, and never overtaken', async () => {
  const world = new SagaWorld({
    'run payment': ['refused'], 'undo credit': ['down', 'answer lost', 'down', 'down'], 'undo stock': ['down'],
  });
  assert.equal((await world.run()).result, 'pending', 'the undo of credit has used up its three attempts');
  const touched = world.services.calls.filter(({ action }) => action === 'undo').map(({ step }) => step);
  assert.deepEqual(new Set(touched), new Set(['credit']), 'the next undo waits until this one is certain');
  assert.equal((await world.run()).result, 'compensated');
  await world.checkFinished('compensated');
});
