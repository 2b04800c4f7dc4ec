import * as vscode from 'vscode';
import { attemptKey, change, emptyProgress, loadQuiz, startRun, type Library, type ProgressDocument, type Quiz } from '../../src/core';
import { nothingDue, quizContent } from '../../src/features/quiz/content';
import { quizItems } from '../../src/features/quiz/picker';
import { entriesOf, requireQuiz } from '../../src/features/quiz/questions';
import { createSession, type Progress } from '../../src/features/quiz/session';
import { COMMANDS, SETTINGS } from '../../src/ids';
import { answered, numeric, ordering, quiz, single, START } from '../core/learning/quizFixture';
import { assert } from './support/assert';
import { extension } from './support/host';
import { activeTab, api, closeAll, openTabs } from './support/studio';

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const LAW = 'correlated-failure';

async function quizOf(entry: string): Promise<Quiz> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension().extensionUri, 'dist', 'quizzes', `${entry}.json`));
  return loadQuiz(JSON.parse(new TextDecoder().decode(bytes)));
}

function memory(): Progress & { document: ProgressDocument } {
  return {
    document: emptyProgress,
    update(transform) {
      this.document = transform(this.document, { now: START, replica: 'here' });
      return Promise.resolve();
    },
  };
}

describe('Quizzes in the editor', () => {
  let library: Library;
  before(async () => { library = await (await api()).library(); });
  afterEach(closeAll);

  it('open for an entry, from a row of a tree, and for a review, in one tab', async () => {
    const title = library.get(LAW)?.title ?? '';
    await run(COMMANDS.takeQuiz, LAW);
    await activeTab(`Quiz: ${title}`);
    await run(COMMANDS.takeThisQuiz, { type: 'entry', entryId: 'cap-theorem' }, []);
    await activeTab(`Quiz: ${library.get('cap-theorem')?.title ?? ''}`);
    await run(COMMANDS.reviewDue);
    await activeTab('Daily Review');
    assert.equal(openTabs().length, 1);
  });

  it('say what to do where there is none, and open nothing', async () => {
    for (const id of ['no-such-entry', 'constructor']) {
      assert.throws(() => requireQuiz(library, id), new RegExp(`no quiz about "${id}".*Take a Quiz`));
      await run(COMMANDS.takeQuiz, id);
    }
    assert.throws(() => entriesOf(library, { kind: 'check', path: 'foundations', item: 'no-such-item' }), /no check "no-such-item"/);
    await run(COMMANDS.takeQuiz, 'foundations', 'no-such-item');
    assert.deepEqual(openTabs(), []);
  });

  it('tell the page nothing of the answer before it is given, for every question that there is', async () => {
    let questions = 0;
    for (const entry of library.quizzes.keys()) {
      const asked = await quizOf(entry);
      const progress = memory();
      let session = createSession(progress, startRun(emptyProgress, { kind: 'quiz', entry }, [asked]), undefined);
      for (const [index, question] of asked.questions.entries()) {
        const { questions: all, ...rest } = session.run;
        session = createSession(progress, { ...rest, questions: all.slice(index), answers: [] }, undefined);
        const text = JSON.stringify([quizContent(library, emptyProgress, session, START), session.stored()]);
        assert.doesNotMatch(text, /"(?:right|answer|tolerance|why|explanation|section|order)":/, `${entry}/${question.id}`);
        assert.ok(!text.includes(JSON.stringify(question.explanation)), question.id);
        if (question.type === 'ordering') assert.ok(!text.includes(JSON.stringify(question.items).slice(1, -1)), question.id);
        session = createSession(progress, { ...rest, questions: all, answers: [] }, undefined);
        questions += 1;
      }
    }
    assert.ok(questions > 20, String(questions));
  });

  it('explain each answer: what was chosen, what is right, why, where to read again, and when it comes back', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(emptyProgress, { kind: 'quiz', entry: LAW }, [quiz(LAW, [single(), numeric(), ordering()])]), undefined);
    const view = () => quizContent(library, progress.document, session, START);
    const [first] = session.run.questions;
    const shownWrong = first?.order.indexOf(0) ?? -1;
    await session.check(0, { chosen: [shownWrong] });
    const wrong = view();
    if (wrong.view !== 'feedback' || wrong.given.type !== 'options') return assert.fail('the explanation of the options');
    assert.deepEqual([wrong.right, wrong.verdict, wrong.explanation, wrong.sure, wrong.last], [false, 'Not right', 'Because of single.', null, false]);
    assert.deepEqual(wrong.given.options[shownWrong], { text: 'A', chosen: true, right: false, why: 'Not A.' });
    assert.deepEqual(wrong.given.options.filter(({ right }) => right).map(({ text }) => text), ['B']);
    assert.equal(wrong.comesBack, 'It comes back for review tomorrow.');
    session.next(0);
    await session.check(1, { text: '2 hours' });
    const problem = view();
    assert.equal(problem.view === 'question' ? problem.problem : '', 'The answer is asked for in another unit. Type only the number, in: seconds');
    await session.check(1, { text: '35,5' });
    const number = view();
    if (number.view !== 'feedback') return assert.fail('the explanation of the number');
    assert.deepEqual(number.given, { type: 'number', given: '35,5', answer: '35 seconds (± 1 counts as right)' });
    assert.equal(number.comesBack, 'It comes back for review in 2 days.');
    session.next(1);
    await session.check(2, { chosen: [0, 1, 2, 3] });
    const order = view();
    if (order.view !== 'feedback' || order.given.type !== 'order') return assert.fail('the explanation of the order');
    assert.deepEqual(order.given.answer, ['first', 'second', 'third', 'fourth']);
    assert.equal(order.right, false, 'the order that is shown is never the right one');
    session.next(2);
    const result = view();
    if (result.view !== 'result') return assert.fail('the result');
    assert.deepEqual([result.score, result.verdict, result.passed], ['1 of 3 right · 33 %', 'Not passed yet: 80 % are needed.', false]);
    assert.equal(result.comesBack, 'These questions come back for review: 2 tomorrow, 1 in 2 days.');
    assert.deepEqual(result.again.map(({ section }) => section), ['section-of-single', 'section-of-ordering']);
    assert.deepEqual(result.retry, { wrong: true, all: true });
  });

  it('are listed by kind, each with how it stands', () => {
    const document = ([['attempt:cap-theorem/a', '3/5'], ['quiz:correlated-failure', 'done']] as const).reduce((so, [key, state]) => change(so, key, state, { now: START, replica: 'here' }), emptyProgress);
    assert.equal(attemptKey('cap-theorem', 'a'), 'attempt:cap-theorem/a');
    const items = quizItems(library, document);
    assert.equal(items.filter(({ entry }) => entry !== undefined).length, library.quizzes.size);
    assert.equal(items[0]?.label, 'Laws');
    const stateOf = (id: string): string => items.find(({ entry }) => entry === id)?.description ?? '';
    assert.match(stateOf(LAW), /^passed · \d questions$/);
    assert.match(stateOf('cap-theorem'), /^not passed, 3 of 5 · \d questions$/);
    assert.match(stateOf('economic-reality'), /^not taken · \d questions$/);
  });

  it('say why nothing is due: nothing answered, nothing yet, done for today, or switched off', async () => {
    const first = library.quizzes.get(LAW)?.questions[0] ?? '';
    assert.match(nothingDue(library, emptyProgress, START).text, /Questions that you answer in a quiz come back here/);
    const known = answered([LAW, first, 'easy', 0]);
    assert.match(nothingDue(library, known, START).text, /The next review is on .*2026/);
    const configuration = vscode.workspace.getConfiguration();
    try {
      await configuration.update(SETTINGS.reviewDailyLimit, 1, vscode.ConfigurationTarget.Global);
      const noon = new Date(2026, 10, 25, 12).getTime();
      const reviewed = change(answered([LAW, first, 'again', 0]), `answer:${LAW}/${first}/b`, 'good', { now: noon - 1000, replica: 'here' });
      assert.equal(nothingDue(library, reviewed, noon).title, 'Done for today');
      await configuration.update(SETTINGS.reviewDailyLimit, 0, vscode.ConfigurationTarget.Global);
      assert.equal(nothingDue(library, known, START).action, 'settings');
    } finally {
      await configuration.update(SETTINGS.reviewDailyLimit, undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
