import * as vscode from 'vscode';
import type { Answers } from '../../src/core';
import { PROBLEM_WORDS } from '../../src/core/advice/problemWords';
import { askQuestions } from '../../src/features/recommend/questionnaire';
import { assert } from './support/assert';
import { scriptQuickPicks, type QuickPickScript } from './support/quickPicks';
import { api } from './support/studio';

const PRODUCTION = 'A problem in production';
const SLOW = 'Calls to dependencies are slow or hang';
const FINISH = 'Show the result now';

describe('The questions of "Recommend Pattern"', () => {
  let script: QuickPickScript;
  beforeEach(() => { script = scriptQuickPicks(); });
  afterEach(() => { script.dispose(); });

  type Pick = Awaited<ReturnType<QuickPickScript['next']>>;
  async function ask(last: Answers = {}): Promise<{ readonly answers: Promise<Answers | undefined>; readonly goal: (label: string) => Promise<Pick> }> {
    const answers = askQuestions(await (await api()).library(), last, () => Promise.resolve(PROBLEM_WORDS));
    return {
      answers,
      async goal(label) {
        (await script.next()).accept(label);
        return script.next();
      },
    };
  }
  const hurts = (pick: Pick): boolean => pick.placeholder?.startsWith('What hurts?') === true;
  const checked = (pick: Pick): string[] => pick.selectedItems.map(({ label }) => label);
  /** Passes on until the pains are asked for. */
  async function untilHurts(pick: Pick): Promise<Pick> {
    if (hurts(pick)) return pick;
    pick.accept('Not sure');
    return untilHurts(await script.next());
  }
  async function finish(): Promise<void> {
    for (let pick = await script.next(); ; pick = await script.next()) {
      if (pick.buttons.some(({ tooltip }) => tooltip === FINISH)) { pick.press(FINISH); return; }
      pick.accept(...(pick.canSelectMany ? [] : ['Not sure']));
    }
  }

  it('take typed words when nothing is checked', async () => {
    const { answers, goal } = await ask();
    const pick = await goal(PRODUCTION);
    pick.type('checkout hangs when the bank is slow');
    assert.equal(pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)?.label, SLOW, 'it is there before Enter is pressed');
    pick.accept();
    await finish();
    assert.deepEqual((await answers)?.hurts, ['slow-dependencies']);
  });

  it('take what is checked, whatever was typed afterwards', async () => {
    const { answers, goal } = await ask();
    const pick = await goal(PRODUCTION);
    pick.check('One failing service drags others down');
    pick.type('checkout hangs when the bank is slow');
    pick.accept();
    await finish();
    assert.deepEqual((await answers)?.hurts, ['cascading-failures']);
  });

  it('take the row with the focus rather than the best match, and nothing when nothing was typed', async () => {
    const { answers, goal } = await ask();
    const pick = await goal(PRODUCTION);
    pick.type('checkout hangs when the bank is slow');
    pick.activeItems = pick.items.filter(({ label }) => label === 'Cost grows faster than traffic');
    const [focused] = pick.activeItems;
    pick.accept();
    (await script.next()).back();
    const again = await script.next();
    assert.deepEqual(checked(again), focused ? [focused.label] : [SLOW]);
    again.check();
    again.activeItems = again.items.slice(0, 1);
    again.accept();
    await finish();
    assert.equal((await answers)?.hurts, undefined);
  });

  it('count everything that was confirmed, also after going back and finishing early', async () => {
    const { answers, goal } = await ask();
    (await goal(PRODUCTION)).accept(SLOW);
    const third = await script.next();
    third.accept(third.items[1]?.label ?? '');
    (await script.next()).back();
    const again = await script.next();
    assert.deepEqual(again.activeItems[0]?.label, again.items[1]?.label, 'the answer that was given');
    again.press(FINISH);
    const result = await answers;
    assert.deepEqual([result?.hurts, Object.keys(result ?? {}).length], [['slow-dependencies'], 3]);
  });

  it('count an answer to a later question when the result comes before it is asked again', async () => {
    const { answers, goal } = await ask();
    (await goal(PRODUCTION)).accept(SLOW);
    const third = await script.next();
    third.accept(third.items[0]?.label ?? '');
    const fourth = await script.next();
    if (fourth.canSelectMany) fourth.check(fourth.items[0]?.label ?? '');
    fourth.accept();
    (await script.next()).back();
    (await script.next()).back();
    (await script.next()).press(FINISH);
    assert.equal(Object.keys((await answers) ?? {}).length, 4);
  });

  it('leave out a single choice that only has the focus', async () => {
    const { answers, goal } = await ask({ goal: ['production-problem'], team: ['few-teams'], stage: ['growing'], users: ['over-10m'], data: ['over-10tb'] });
    (await goal(PRODUCTION)).accept(SLOW);
    (await script.next()).press(FINISH);
    assert.deepEqual(await answers, { goal: ['production-problem'], hurts: ['slow-dependencies'] });
  });

  it('propose the pains of the last time for the same goal only', async () => {
    const last: Answers = { goal: ['production-problem'], hurts: ['overload'] };
    const same = await ask(last);
    const pick = await same.goal(PRODUCTION);
    assert.equal(checked(pick).length, 1);
    pick.hide();
    const other = await ask(last);
    const clean = await untilHurts(await other.goal('Learning'));
    assert.deepEqual(checked(clean), []);
    clean.hide();
    assert.deepEqual([await same.answers, await other.answers], [undefined, undefined]);
  });

  it('count a proposal only once it is confirmed', async () => {
    const last: Answers = { goal: ['production-problem'], musts: ['latency'] };
    for (const confirms of [false, true]) {
      const { answers, goal } = await ask(last);
      (await goal(PRODUCTION)).accept(SLOW);
      let pick = await script.next();
      while (!pick.placeholder?.startsWith('What must hold?')) {
        pick.accept(pick.items[1]?.label ?? '');
        pick = await script.next();
      }
      assert.deepEqual(checked(pick), ['Low latency']);
      if (confirms) {
        pick.accept();
        await finish();
      } else pick.press(FINISH);
      assert.deepEqual((await answers)?.musts, confirms ? ['latency'] : undefined);
    }
  });

  it('say how many steps there are if the rest is left out', async () => {
    const { answers, goal } = await ask();
    let pick = await goal('Learning');
    for (;;) {
      const { step = 0, totalSteps = 0 } = pick;
      pick.accept(...(pick.canSelectMany ? [] : ['Not sure']));
      const ended = await Promise.race([answers.then(() => true), new Promise<false>((resolve) => { setTimeout(() => { resolve(false); }, 300); })]);
      if (ended) {
        assert.equal(step, totalSteps, 'the last step is the last one');
        return;
      }
      const next = await script.next();
      assert.equal(next.totalSteps, totalSteps, '"not sure" changes nothing');
      pick = next;
    }
  });
});
