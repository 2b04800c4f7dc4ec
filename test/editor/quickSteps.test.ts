import { manyOf, oneOf, resumeSteps, runSteps, type QuickStep } from '../../src/studio/quickSteps';
import { assert } from './support/assert';
import { scriptQuickPicks, type QuickPickScript } from './support/quickPicks';
import { api } from './support/studio';

interface State { readonly drink?: string; readonly with?: readonly string[] }

describe('Questions in steps', () => {
  let script: QuickPickScript;
  let release: (() => void) | undefined;
  before(api);
  beforeEach(() => { script = scriptQuickPicks(); });
  afterEach(() => {
    script.dispose();
    release = undefined;
  });

  const extras: QuickStep<State> = manyOf<State, string>({
    question: ({ drink }) => `What goes into the ${drink}?`,
    items: () => [{ label: 'Milk', value: 'milk' }, { label: 'Sugar', value: 'sugar' }],
    given: (state) => state.with ?? [],
    answer: (state, values) => ({ ...state, with: values }),
    next: () => undefined,
  });
  const drink: QuickStep<State> = oneOf<State, string>({
    question: () => 'What do you drink?',
    items: () => [{ label: 'Tea', value: 'tea' }, { label: 'Water', value: 'water' }, { label: 'Slow tea', value: 'slow' }, { label: 'None there', value: 'gone' }, { label: 'Not sure' }],
    given: (state) => state.drink,
    answer: async (state, value) => {
      if (value === 'gone') throw new Error('there is none left');
      if (value === 'slow') await new Promise<void>((resolve) => { release = resolve; });
      return value === undefined ? {} : { ...state, drink: value };
    },
    next: (state) => (state.drink === 'water' ? undefined : extras),
  });

  it('let an answer decide what is asked next, and count by it', async () => {
    const running = runSteps('Order', drink, {});
    const first = await script.next();
    assert.equal(`${first.title} ${first.step}/${first.totalSteps}`, 'Order 1/2');
    first.accept('Water');
    assert.deepEqual((await running)?.state, { drink: 'water' });
    const again = runSteps<State>('Order', drink, { drink: 'water' });
    const counted = await script.next();
    assert.equal(counted.totalSteps, 1);
    assert.deepEqual(counted.activeItems.map(({ label }) => label), ['Water']);
    counted.hide();
    assert.equal(await again, undefined);
  });

  it('give several answers, keep them on the way back, and resume at the last question', async () => {
    const running = runSteps('Order', drink, {});
    (await script.next()).accept('Tea');
    const second = await script.next();
    assert.equal(second.placeholder, 'What goes into the tea? Choose all that apply.');
    second.accept('Milk', 'Sugar');
    const done = await running;
    assert.deepEqual(done?.state, { drink: 'tea', with: ['milk', 'sugar'] });
    if (done === undefined) return;
    const resumed = resumeSteps('Order', done);
    const last = await script.next();
    assert.deepEqual([last.step, last.selectedItems.map(({ label }) => label)], [2, ['Milk', 'Sugar']]);
    last.back();
    const first = await script.next();
    assert.deepEqual(first.activeItems.map(({ label }) => label), ['Tea']);
    first.hide();
    assert.equal(await resumed, undefined);
  });

  it('take "not sure" as an answer', async () => {
    const running = runSteps<State>('Order', drink, { drink: 'tea' });
    (await script.next()).accept('Not sure');
    (await script.next()).accept();
    assert.deepEqual((await running)?.state, { with: [] });
  });

  it('do not take Enter on an empty list as an answer', async () => {
    const running = runSteps('Order', drink, {});
    const first = await script.next();
    first.activeItems = [];
    first.accept();
    assert.ok(!first.disposed && first.enabled);
    first.hide();
    assert.equal(await running, undefined);
  });

  it('end when a person gives up while an answer is being worked out', async () => {
    const running = runSteps('Order', drink, {});
    const first = await script.next();
    first.accept('Slow tea');
    assert.ok(first.busy && !first.enabled);
    await Promise.resolve();
    first.hide();
    release?.();
    assert.equal(await running, undefined);
  });

  it('end with the error of an answer, and close', async () => {
    const running = runSteps('Order', drink, {});
    const first = await script.next();
    first.accept('None there');
    await assert.rejects(running, /there is none left/);
    assert.ok(first.disposed);
  });
});
