import assert from 'node:assert/strict';
import * as v from 'valibot';
import { attemptsOf, emptyProgress, isDone, itemKey, quizKey, startPractice, startRun, type ProgressDocument, type Quiz, type QuizQuestion, type RunQuestion } from '../../src/core';
import { createSession, restoreRun, type Progress, type QuizSession } from '../../src/features/quiz/session';
import { FromQuizSchema, QuizStateSchema } from '../../src/webviews/protocol';
import { multiple, numeric, ordering, quiz, single, START } from './learning/quizFixture';
import { item, path } from './support/makeLibrary';

const saga = quiz('saga');
const subject = { kind: 'quiz', entry: 'saga' } as const;

/** A store in memory, whose clock goes on by a second with each change. */
function memory(): Progress & { document: ProgressDocument } {
  let now = START;
  return {
    document: emptyProgress,
    update(transform) {
      this.document = transform(this.document, { now: (now += 1000), replica: '3f2a91bc' });
      return Promise.resolve();
    },
  };
}

/** What a person does on the page to answer rightly. */
function shownRight({ question, order }: RunQuestion): { chosen: number[] } | { text: string } {
  switch (question.type) {
    case 'numeric': return { text: `${question.answer} ${question.unit}` };
    case 'ordering': return { chosen: question.items.map((_, place) => order.indexOf(place)) };
    default: return { chosen: order.flatMap((place, shown) => (question.options[place]?.right === true ? [shown] : [])) };
  }
}

async function answerAll(session: QuizSession, wrong: readonly number[] = []): Promise<void> {
  for (const [index, asked] of session.run.questions.entries()) {
    await session.check(index, wrong.includes(index) ? shownWrong(asked.question) : shownRight(asked));
    session.next(index);
  }
}

const shownWrong = (question: QuizQuestion): { chosen: number[] } | { text: string } =>
  question.type === 'numeric' ? { text: '-1' } : question.type === 'ordering' ? { chosen: question.items.map((_, place) => place) } : { chosen: question.options.map((_, place) => place).slice(0, question.type === 'single' ? 1 : undefined) };

describe('A session of a quiz', () => {
  it('asks, explains and ends, and keeps each answer at once', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, [saga]), undefined);
    const stages: string[] = [];
    for (const [index, asked] of session.run.questions.entries()) {
      stages.push(`${session.stage} ${session.index}`);
      await session.check(index, shownRight(asked));
      stages.push(`${session.stage} ${session.index}`);
      assert.equal(Object.keys(progress.document.items).filter((key) => key.startsWith('answer:')).length, index + 1);
      assert.equal(attemptsOf(progress.document, 'saga').length, index === 3 ? 1 : 0);
      session.next(index);
    }
    assert.deepEqual(stages, ['question 0', 'feedback 0', 'question 1', 'feedback 1', 'question 2', 'feedback 2', 'question 3', 'feedback 3']);
    assert.equal(session.stage, 'result');
    assert.ok(isDone(progress.document, quizKey('saga')));
  });

  it('takes no second answer from a page that was painted before', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, [saga]), undefined);
    const [first] = session.run.questions;
    assert.ok(first);
    await Promise.all([session.check(0, shownRight(first)), session.check(0, { chosen: [0] }), session.check(1, { chosen: [0] })]);
    assert.equal(session.run.answers.length, 1);
    session.next(7);
    assert.equal(session.stage, 'feedback');
    session.next(0);
    session.next(0);
    assert.equal(session.index, 1);
    await session.refine(0, 'easy');
    assert.equal(Object.values(progress.document.items)[0]?.state, 'good', 'too late to refine');
  });

  it('says what is no answer, writes nothing, and forgets it with the next one', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, [quiz('saga', [numeric(), single()])]), undefined);
    for (const [text, problem] of [['', 'missing'], ['soon', 'notANumber'], ['35 ms', 'otherUnit']] as const) {
      await session.check(0, { text });
      assert.equal(session.problem, problem);
    }
    assert.equal(progress.document, emptyProgress);
    await session.check(0, { text: '35 s' });
    assert.equal(session.problem, undefined);
    session.next(0);
    await session.check(1, { chosen: [9] });
    assert.equal(session.problem, 'malformed');
  });

  it('refines the answer that is explained', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, [quiz('saga', [single()])]), undefined);
    await session.check(0, shownRight(session.run.questions[0] as RunQuestion));
    const states = (): string[] => Object.entries(progress.document.items).flatMap(([key, { state }]) => (key.startsWith('answer:') ? [state] : []));
    for (const [sure, state] of [['easy', 'easy'], ['hard', 'hard'], ['good', 'good']] as const) {
      await session.refine(0, sure);
      assert.deepEqual(states(), [state]);
    }
  });

  it('marks the item of a check as done', async () => {
    const progress = memory();
    const course = path('course', [[item('check', { type: 'quiz', quizzes: ['saga'] })]]);
    const session = createSession(progress, startRun(progress.document, { kind: 'check', path: 'course', item: 'check' }, [saga]), course);
    await answerAll(session);
    assert.ok(isDone(progress.document, itemKey('course', 'check')));
  });

  it('goes on after an answer that could not be stored', async () => {
    const session = createSession({ update: (transform) => { transform(emptyProgress, { now: START, replica: '' }); return Promise.reject(new Error('disk full')); } }, startRun(emptyProgress, subject, [saga]), undefined);
    await assert.rejects(session.check(0, { chosen: [0] }), /disk full/);
    assert.equal(session.stage, 'feedback');
  });
});

describe('A session that comes back after a restart', () => {
  const quizzes: readonly Quiz[] = [saga];
  const restored = (stored: ReturnType<QuizSession['stored']>, from = quizzes) => restoreRun(subject, JSON.parse(JSON.stringify(stored)) as typeof stored, from);

  it('is at the same place, with the same order and the same answers', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, quizzes), undefined);
    await session.check(0, shownRight(session.run.questions[0] as RunQuestion));
    await session.refine(0, 'easy');
    const run = restored(session.stored());
    assert.deepEqual(run, session.run);
    assert.ok(run);
    assert.equal(createSession(progress, run, undefined, session.stored().explaining).stage, 'feedback');
    session.next(0);
    assert.equal(createSession(progress, run, undefined, session.stored().explaining).stage, 'question');
  });

  it('begins anew when the questions are no longer the same', async () => {
    const progress = memory();
    const session = createSession(progress, startRun(progress.document, subject, quizzes), undefined);
    await answerAll(session, [0]);
    const stored = session.stored();
    assert.equal(restored(stored, [quiz('saga', [single(), multiple(), numeric()])]), undefined);
    assert.equal(restored(stored, []), undefined);
    assert.equal(restored({ ...stored, questions: [] }), undefined);
    assert.equal(restored({ ...stored, given: [{ given: { text: 'x' }, event: 'e', sure: null }] }), undefined);
  });

  it('keeps nothing that tells what is right about a question that is still open', () => {
    const session = createSession(memory(), startPractice(emptyProgress, subject, [{ entry: 'saga', question: ordering() }, { entry: 'saga', question: single() }]), undefined);
    assert.deepEqual(session.stored(), {
      questions: [{ entry: 'saga', question: 'ordering', earlier: 0 }, { entry: 'saga', question: 'single', earlier: 0 }], given: [], whole: [], explaining: false,
    });
    assert.ok(v.is(QuizStateSchema, { subject, title: 'Quiz', run: session.stored() }));
  });

  it('is held to the protocol', () => {
    for (const message of [
      { type: 'check', index: 0, shown: { chosen: [1] } }, { type: 'check', index: 0, shown: { text: '35 s' } }, { type: 'next', index: 0 }, { type: 'sure', index: 0, sure: 'easy' },
      { type: 'again', which: 'wrong' }, { type: 'open', entry: 'saga', section: 'how' }, { type: 'act', action: 'continue' },
    ]) assert.ok(v.is(FromQuizSchema, message), JSON.stringify(message));
    for (const message of [{ type: 'check', index: 0 }, { type: 'check', index: 0, shown: { chosen: ['1'] } }, { type: 'sure', index: 0, sure: 'again' }, { type: 'act', action: 'quit' }]) {
      assert.equal(v.is(FromQuizSchema, message), false, JSON.stringify(message));
    }
    for (const state of [undefined, {}, { subject: { kind: 'exam' }, title: '', run: null }, { subject, title: 'Quiz' }]) assert.equal(v.is(QuizStateSchema, state), false);
  });
});
