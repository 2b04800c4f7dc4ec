import assert from 'node:assert/strict';
import {
  answerRun, attemptsOf, change, DONE, emptyProgress, isDone, isFinished, isItemDone, isPassed, itemKey, openQuestion, quizKey, recordAnswer, recordRun, refineRun, resultOf, startPractice, startRun, wrongOnes,
  type ProgressDocument, type QuizAnswer, type QuizQuestion, type QuizRun,
} from '../../../src/core';
import { item, path } from '../support/makeLibrary';
import { answered, numeric, ordering, quiz, single, START } from './quizFixture';

const stamp = { now: START, replica: '3f2a91bc-1' };
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => single(id));
const rightly = (question: QuizQuestion): QuizAnswer => (question.type === 'numeric' ? { text: String(question.answer) } : { chosen: question.type === 'ordering' ? question.items.map((_, index) => index) : [1] });

/** Answers all questions, these of them wrongly, and records it. */
function finish(run: QuizRun, wrong: readonly number[], from: ProgressDocument = emptyProgress, pathOfCheck?: ReturnType<typeof path>): ProgressDocument {
  let [so, document] = [run, from];
  run.questions.forEach(({ question }, index) => {
    so = answerRun(so, wrong.includes(index) ? { chosen: [0] } : rightly(question), `e${index}`);
    document = recordAnswer(document, so, { ...stamp, now: START + index });
  });
  return recordRun(document, so, pathOfCheck, { ...stamp, now: START + 1000 });
}

describe('A run through a quiz', () => {
  const run = startRun(emptyProgress, { kind: 'quiz', entry: 'saga' }, [quiz('saga', five)]);

  it('asks every question once, in the order of the quiz', () => {
    let so = run;
    const asked: string[] = [];
    for (let open = openQuestion(so); open !== undefined; open = openQuestion(so)) {
      asked.push(open.question.id);
      so = answerRun(so, rightly(open.question), 'event');
    }
    assert.deepEqual(asked, ['a', 'b', 'c', 'd', 'e']);
    assert.ok(isFinished(so));
    assert.equal(answerRun(so, { chosen: [1] }, 'late'), so);
  });

  it('stays where it is after what is no answer', () => {
    for (const answer of [{ chosen: [] }, { chosen: [9] }, { text: 'B' }]) assert.equal(answerRun(run, answer, 'event'), run);
  });

  it('shows options in another order when a question comes again', () => {
    const again = startRun(answered(['saga', 'a', 'again', 0]), { kind: 'quiz', entry: 'saga' }, [quiz('saga', five)]);
    assert.notDeepEqual(again.questions[0]?.order, run.questions[0]?.order);
    assert.deepEqual(again.questions[1]?.order, run.questions[1]?.order);
  });

  it('is passed with four of five, and not with three', () => {
    assert.deepEqual([[4, 5], [3, 5], [12, 15], [11, 15], [3, 4], [0, 0]].map(([right = 0, total = 0]) => isPassed(right, total)), [true, false, true, false, false, false]);
    const passed = finish(run, [2]);
    assert.ok(isDone(passed, quizKey('saga')));
    assert.deepEqual(attemptsOf(passed, 'saga'), [{ subject: 'saga', right: 4, total: 5, passed: true, time: START + 1000 }]);
    const failed = finish(run, [0, 2]);
    assert.equal(isDone(failed, quizKey('saga')), false);
    assert.deepEqual(attemptsOf(failed, 'saga').map(({ right, passed: whole }) => [right, whole]), [[3, false]]);
  });

  it('keeps each answer at once, and no attempt before the end', () => {
    const begun = answerRun(run, { chosen: [1] }, 'e0');
    const document = recordAnswer(emptyProgress, begun, stamp);
    assert.deepEqual(Object.entries(document.items).map(([key, { state }]) => [key, state]), [['answer:saga/a/e0', 'good']]);
    assert.equal(recordRun(document, begun, undefined, stamp), document);
  });

  it('refines a right answer under its own key, and no wrong one', () => {
    const begun = answerRun(run, { chosen: [1] }, 'e0');
    const first = recordAnswer(emptyProgress, begun, stamp);
    const easy = recordAnswer(first, refineRun(begun, 'easy'), stamp);
    assert.deepEqual(Object.values(easy.items).map(({ state }) => state), ['easy']);
    assert.deepEqual(Object.values(recordAnswer(easy, refineRun(refineRun(begun, 'easy'), undefined), stamp).items).map(({ state }) => state), ['good']);
    const wrong = answerRun(run, { chosen: [0] }, 'e0');
    assert.equal(refineRun(wrong, 'easy'), wrong);
  });

  it('stays passed after a failure', () => {
    const again = finish(run, [0, 1, 2], change(emptyProgress, quizKey('saga'), DONE, { now: 1, replica: 'x' }));
    assert.ok(isDone(again, quizKey('saga')));
  });

  it('names each section to read again once', () => {
    const same = { ...single('b'), section: 'section-of-a' };
    const two = startRun(emptyProgress, { kind: 'quiz', entry: 'saga' }, [quiz('saga', [single('a'), same, single('c')])]);
    const done = [0, 0, 1].reduce((so, choice, index) => answerRun(so, { chosen: [choice] }, `e${index}`), two);
    assert.deepEqual(resultOf(done).again, [{ entry: 'saga', section: 'section-of-a' }]);
    assert.deepEqual(wrongOnes(done).map(({ question }) => question.id), ['a', 'b']);
  });

  it('passes nothing with some of the questions', () => {
    const practice = startPractice(emptyProgress, { kind: 'quiz', entry: 'saga' }, run.questions.slice(0, 2));
    const document = finish(practice, []);
    assert.equal(isDone(document, quizKey('saga')), false);
    assert.deepEqual(attemptsOf(document, 'saga'), []);
    assert.equal(Object.keys(document.items).length, 2, 'the answers are kept');
  });
});

describe('A check of several quizzes', () => {
  const check = item('check', { type: 'quiz', quizzes: ['saga', 'cqrs'] });
  const course = path('course', [[check]]);
  const run = startRun(emptyProgress, { kind: 'check', path: 'course', item: 'check' }, [quiz('saga', five), quiz('cqrs', [...five, ...[numeric(), ordering()]])]);

  it('passes as a whole, and each quiz by its own part', () => {
    const document = finish(run, [0, 1], emptyProgress, course);
    assert.ok(isDone(document, itemKey('course', 'check')), '10 of 12');
    assert.ok(isItemDone(document, 'course', check));
    assert.equal(isDone(document, quizKey('saga')), false, '3 of 5');
    assert.ok(isDone(document, quizKey('cqrs')), '7 of 7');
    assert.deepEqual(attemptsOf(document, 'course.check').map(({ right, total }) => [right, total]), [[10, 12]]);
    assert.deepEqual(attemptsOf(document, 'saga').map(({ right, total }) => [right, total]), [[3, 5]]);
  });

  it('keeps the attempt when it fails, and leaves the item open', () => {
    const document = finish(run, [0, 1, 2], emptyProgress, course);
    assert.equal(isDone(document, itemKey('course', 'check')), false);
    assert.deepEqual(attemptsOf(document, 'course.check').map(({ passed }) => passed), [false]);
  });

  it('goes to the item that it is from', () => {
    const copy = path('other', [[{ ...check, from: 'course/check' }]]);
    const other = startRun(emptyProgress, { kind: 'check', path: 'other', item: 'check' }, [quiz('saga', five)]);
    assert.ok(isDone(finish(other, [], emptyProgress, copy), itemKey('course', 'check')));
    assert.equal(Object.keys(finish(other, [], emptyProgress).items).some((key) => key.startsWith('item:')), false, 'a path that is gone');
  });

  it('reads attempts of several machines by time, and leaves out what is none', () => {
    const at = (now: number) => ({ now, replica: 'x' });
    const document = ([['attempt:saga/b', '5/5', 2], ['attempt:saga/a', '3/5', 1], ['attempt:saga/c', 'open', 3], ['attempt:saga/d', '6/5', 4], ['attempt:saga/e', '0/0', 5], ['attempt:saga-2/f', '1/5', 6]] as const)
      .reduce<ProgressDocument>((so, [key, state, now]) => change(so, key, state, at(now)), emptyProgress);
    assert.deepEqual(attemptsOf(document, 'saga').map(({ right, passed }) => [right, passed]), [[3, false], [5, true]]);
    assert.deepEqual(attemptsOf(document, 'constructor'), []);
  });
});
