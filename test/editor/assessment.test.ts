import type * as vscode from 'vscode';
import { ASSESSMENT_LENGTH, emptyProgress, type AssessmentContent, type AssessmentQuestion, type AssessmentResult } from '../../src/core';
import { clearAssessment, takeAssessment } from '../../src/features/assessment/commands';
import { assessmentMarkdown } from '../../src/features/assessment/document';
import { askAssessment } from '../../src/features/assessment/questionnaire';
import { assessmentNodes, assessmentItem } from '../../src/features/learning/assessment';
import { COMMANDS, STATE_KEYS, SYNCED_STATE_KEYS } from '../../src/ids';
import { createAssessmentStore, currentAssessment, today, type AssessmentStore } from '../../src/studio/assessmentStore';
import { createLibraryStore } from '../../src/studio/libraryStore';
import { createParsing } from '../../src/studio/parsing';
import { createTeamLibrary } from '../../src/studio/team/teamLibrary';
import type { Log } from '../../src/studio/log';
import type { Studio } from '../../src/studio/studio';
import { assert } from './support/assert';
import { extension } from './support/host';
import { fakeWindow, type FakePick, type FakeWindow } from './support/fakeWindow';
import { api, closeAll, until } from './support/studio';

const STEPS = 3 + ASSESSMENT_LENGTH;

function memento(values = new Map<string, unknown>()): vscode.Memento {
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key: string, value: unknown) => {
      values.set(key, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

function quietLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, info: (line) => { lines.push(line); }, warn: (line) => { lines.push(line); }, error: (line) => { lines.push(line); }, show: () => undefined, dispose: () => undefined };
}

/** What the assessment needs of a studio, over the real library and a storage in memory. */
function studioWith(values = new Map<string, unknown>()): { studio: Studio; store: AssessmentStore; log: Log & { lines: string[] } } {
  const log = quietLog();
  const store = createAssessmentStore(memento(values), log);
  const files = createLibraryStore(extension().extensionUri, log, createTeamLibrary(log, createParsing(extension().extensionUri, log)));
  const studio = { log, assessment: store, library: () => files.library(), questions: () => files.questions(), progress: { document: () => emptyProgress } };
  return { studio: studio as unknown as Studio, store, log };
}

describe('The assessment', () => {
  let window: FakeWindow;
  let content: AssessmentContent;
  before(async () => {
    await api();
    content = await studioWith().studio.questions();
  });
  beforeEach(() => { window = fakeWindow(); });
  afterEach(async () => {
    window.restore();
    await closeAll();
  });

  const questionOf = (pick: FakePick): AssessmentQuestion | undefined => content.questions.find(({ scenario }) => scenario === pick.title);
  const rightOf = (pick: FakePick): string => {
    const question = questionOf(pick);
    return question?.options[question.right - 1] ?? 'Not sure';
  };
  /** The open step with this number. */
  function step(number: number): Promise<FakePick> {
    return until(`step ${number}`, () => (window.current()?.step === number ? window.current() : undefined));
  }
  const result = (): Promise<FakePick> => until('the result', () => (window.current()?.title?.startsWith('Your level') ? window.current() : undefined));
  async function answer(from: number, to: number, choice: (pick: FakePick) => string = rightOf): Promise<void> {
    for (let number = from; number <= to; number++) {
      const pick = await step(number);
      pick.choose(choice(pick));
    }
  }

  it('asks three questions about the person, then twelve, each with a count, a way back and "not sure"', async () => {
    const asked = askAssessment(content, 1);
    const titles = new Set<string>();
    for (let number = 1; number <= STEPS; number++) {
      const pick = await step(number);
      assert.equal(pick.totalSteps, STEPS);
      assert.deepEqual(pick.activeItems, [], 'VS Code focuses the first row, unless told otherwise');
      assert.equal(pick.buttons.length, number === 1 ? 0 : 1);
      assert.equal(pick.labels().at(-1), number <= 3 ? 'Not sure' : 'I don’t know');
      titles.add(`${pick.title ?? ''} ${pick.placeholder ?? ''}`);
      pick.choose(rightOf(pick));
    }
    const given = await asked;
    assert.equal(titles.size, STEPS);
    assert.equal(given?.answers.length, ASSESSMENT_LENGTH);
    assert.deepEqual(given?.profile, {});
  });

  it('goes back, focuses what was chosen before, and forgets the answer that is taken back', async () => {
    const asked = askAssessment(content, 1);
    (await step(1)).choose('Team lead');
    (await step(2)).choose('See examples');
    (await step(3)).back();
    const again = await step(2);
    assert.deepEqual(again.activeItems.map(({ label }) => label), ['See examples']);
    again.choose('Build something');
    (await step(3)).choose('Not sure');
    const first = await step(4);
    const scenario = first.title;
    first.choose('I don’t know');
    (await step(5)).back();
    const repeated = await step(4);
    assert.equal(repeated.title, scenario);
    assert.deepEqual(repeated.activeItems.map(({ label }) => label), ['I don’t know']);
    await answer(4, STEPS);
    const given = await asked;
    assert.deepEqual(given?.profile, { experience: 'lead', need: 'build' });
    assert.equal(given?.answers.length, ASSESSMENT_LENGTH);
    assert.ok(given?.answers.every(({ choice }) => choice !== null), 'the answer that was taken back is gone');
  });

  it('asks harder questions after right answers, and easier ones after none', async () => {
    for (const [choice, level] of [[rightOf, 'advanced'], [(): string => 'I don’t know', 'beginner']] as const) {
      const asked = askAssessment(content, 1);
      await answer(1, 3);
      await answer(4, 9, choice);
      assert.equal(questionOf(await step(10))?.level, level);
      window.current()?.hide();
      assert.equal(await asked, undefined);
    }
  });

  it('offers the result when two minutes are up, and goes on if that is wanted', async () => {
    let now = 0;
    const asked = askAssessment(content, 1, {}, () => now);
    await answer(1, 5);
    now = 120_000;
    // Every topic is asked about once first.
    await answer(6, 9);
    const offer = await step(10);
    assert.deepEqual(offer.labels(), ['Show the result', 'Go on']);
    offer.choose('Go on');
    await until('the next question', () => (offer.visible ? undefined : true));
    (await step(10)).choose('I don’t know');
    (await step(11)).hide();
    assert.equal(await asked, undefined);

    const short = askAssessment(content, 1, {}, () => (now += 120_000));
    await answer(1, 9);
    (await step(10)).choose('Show the result');
    assert.equal((await short)?.answers.length, 6);
  });

  it('leaves the earlier result untouched when it is cancelled, at whichever step', async () => {
    const values = new Map<string, unknown>();
    const { studio } = studioWith(values);
    const first = takeAssessment(studio);
    await answer(1, STEPS);
    (await result()).hide();
    await first;
    const kept = JSON.stringify(values.get(STATE_KEYS.assessment));
    for (let last = 1; last <= STEPS; last++) {
      const run = takeAssessment(studio);
      (await result()).choose('Retake');
      await answer(1, last - 1);
      (await step(last)).hide();
      await run;
      assert.equal(JSON.stringify(values.get(STATE_KEYS.assessment)), kept, `cancelled at step ${last}`);
    }
  }).timeout(60_000);

  it('writes nothing when the first run is cancelled', async () => {
    const values = new Map<string, unknown>();
    const run = takeAssessment(studioWith(values).studio);
    await answer(1, 6);
    (await step(7)).hide();
    await run;
    assert.equal(values.size, 0);
  });

  it('shows the kept result first, with where to start, five entries, a pattern, and what can be done', async () => {
    const values = new Map<string, unknown>();
    const { studio } = studioWith(values);
    const run = takeAssessment(studio);
    await answer(1, STEPS, (pick) => (questionOf(pick) ? 'I don’t know' : 'Not sure'));
    const pick = await result();
    assert.equal(pick.title, 'Your level: Starting out');
    assert.equal(pick.labels().length, 1 + 5 + 1 + 3);
    assert.deepEqual(pick.labels().slice(-3), ['Open as Markdown', 'Retake', 'Clear']);
    pick.hide();
    await run;
    const again = takeAssessment(studio);
    assert.deepEqual((await result()).labels(), pick.labels());
    window.current()?.hide();
    await again;
  });

  it('is taken again with other questions, and the new result replaces the old', async () => {
    const values = new Map<string, unknown>();
    const { studio, store } = studioWith(values);
    const run = takeAssessment(studio);
    await answer(1, STEPS, (pick) => (questionOf(pick) ? 'I don’t know' : 'Not sure'));
    const shown = await result();
    const before = store.run();
    shown.choose('Retake');
    await answer(1, STEPS);
    assert.equal((await result()).title, 'Your level: Advanced');
    window.current()?.hide();
    await run;
    const after = store.run();
    assert.equal(after?.attempt, 2);
    assert.ok(after?.answers.every(({ question }) => before?.answers.every((old) => old.question !== question) ?? false));
  });

  it('is cleared from its result, and undone from the notification', async () => {
    const values = new Map<string, unknown>();
    const { studio, store } = studioWith(values);
    const run = takeAssessment(studio);
    await answer(1, STEPS);
    const shown = await result();
    const kept = JSON.stringify(store.run());
    shown.choose('Clear');
    await run;
    assert.equal(store.run(), undefined);
    assert.equal(window.messages.at(-1)?.text, 'The assessment result was cleared.');
    window.messages.at(-1)?.answer('Undo');
    await until('the result is back', () => store.run() !== undefined);
    assert.equal(JSON.stringify(store.run()), kept);
    await clearAssessment(studio);
    window.messages.at(-1)?.answer(undefined);
    await clearAssessment(studio);
    assert.equal(window.messages.at(-1)?.text, 'There is no assessment result to clear.');
    assert.equal(store.run(), undefined);
  });

  it('drops a stored result that cannot be read, says so in the log once, and asks anew', async () => {
    const { studio, store, log } = studioWith(new Map<string, unknown>([[STATE_KEYS.assessment, { version: 1, answers: 'none' }]]));
    assert.equal(store.run(), undefined);
    assert.equal(store.run(), undefined);
    assert.equal(log.lines.length, 1);
    const run = takeAssessment(studio);
    (await step(1)).hide();
    await run;
  });

  it('tells its listeners, and says so when storing fails', async () => {
    const state = memento();
    const store = createAssessmentStore(state, quietLog());
    let changes = 0;
    const listener = store.onDidChange(() => { changes += 1; });
    await store.keep({ taken: '2026-11-21', attempt: 1, profile: {}, answers: [] });
    assert.equal(changes, 1);
    state.update = () => Promise.reject(new Error('disk full'));
    await assert.rejects(store.keep(undefined), /could not be stored or cleared \(disk full\)/);
    listener.dispose();
    assert.ok(SYNCED_STATE_KEYS.includes(STATE_KEYS.assessment));
  });

  it('as a document explains each question, and says no answer twice', async () => {
    const { studio, store } = studioWith();
    const run = takeAssessment(studio);
    await answer(1, 3);
    await answer(4, STEPS, (pick) => (questionOf(pick)?.topic === 'data' ? 'I don’t know' : rightOf(pick)));
    (await result()).hide();
    await run;
    const current = await currentAssessment(studio);
    assert.ok(current && store.run());
    const text = assessmentMarkdown(current as AssessmentResult, (id) => `link:${id}`, (id) => `Title of ${id}`);
    assert.match(text, /^# Assessment result\n/);
    assert.match(text, /\| Data and consistency \| ░░░ Not shown yet \|/);
    assert.match(text, /\| Scale and performance \| ███ Advanced \|/);
    const [, missed, known] = /Questions to look at again([\s\S]*)Questions that you answered right([\s\S]*)## What you said/.exec(text) ?? [];
    assert.equal(missed?.match(/^### /gm)?.length, 2);
    assert.equal(known?.match(/^### /gm)?.length, 10);
    assert.match(missed ?? '', /Your answer: I don’t know\n- Right: .+\n- Why: .+\n- Read: \[Title of .+\]\(link:.+\)/);
  });

  it('gives the Learning view one row before, and two after', async () => {
    const [before] = assessmentNodes(undefined).map(assessmentItem);
    assert.equal(before?.label, 'Take the assessment: two minutes, and a place to start');
    assert.equal(before?.command?.command, COMMANDS.takeAssessment);
    const { studio, store } = studioWith();
    await store.keep({ taken: today(), attempt: 1, profile: {}, answers: [] });
    const [start, pattern] = assessmentNodes(await currentAssessment(studio)).map(assessmentItem);
    assert.match(start?.label as string, /^Start at: /);
    assert.equal(start?.command?.command, COMMANDS.openLearning);
    assert.match(pattern?.label as string, /^Pattern of the week: /);
    assert.equal(pattern?.command?.command, COMMANDS.openEntry);
  });
});
