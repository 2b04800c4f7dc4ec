import assert from 'node:assert/strict';
import { answerKey, change, changeItem, CURRENT_PATH_KEY, DONE, emptyProgress, itemKey, nextSteps, quizKey, startPlan, whatNext, type LearningPath, type NextContext, type ProgressDocument } from '../../../src/core';
import { item, makeLibrary, path, pattern } from '../support/makeLibrary';

const DAY = 86_400_000;
const now = Date.parse('2026-11-25T12:00:00Z');
const stamp = { now: 1000, replica: 'a' };
const task = (id: string) => item(id, { type: 'exercise', hasBrief: true });
const library = makeLibrary({
  entries: [pattern({ id: 'saga' }), pattern({ id: 'cqrs' })],
  quizzes: [{ entry: 'saga', questions: ['one'] }, { entry: 'cqrs', questions: ['one'] }],
  paths: [
    path('foundations', [[task('one'), task('two')], [task('three')]]),
    path('advanced', [[task('four'), task('five')]], { order: 2 }),
    path('architecture', [[task('six')]], { order: 3 }),
    path('data', [[item('seven', { from: 'advanced/four', type: 'exercise', hasBrief: true }), task('eight'), task('nine')]], { order: 4, group: 'topic' }),
    path('security', [[task('ten')]], { order: 5, group: 'track' }),
  ],
});
const context: NextContext = { now, today: '2026-11-25', paceOf: () => undefined, due: [], attemptsOf: () => [] };
const following = (id: string, document = emptyProgress): ProgressDocument => change(document, CURRENT_PATH_KEY, id, stamp);
const pathOf = (id: string): LearningPath => library.paths.find((each) => each.id === id) as LearningPath;
const complete = (document: ProgressDocument, ...ids: string[]): ProgressDocument =>
  ids.flatMap((id) => pathOf(id).weeks.flatMap(({ items }) => items.map((each) => ({ id, each })))).reduce((so, { id, each }) => changeItem(so, id, each, true, stamp), document);
const kinds = (document: ProgressDocument, given: Partial<NextContext> = {}) => nextSteps(library, document, { ...context, ...given }).map(({ kind }) => kind);
const due = (...days: number[]) => days.map((each) => ({ due: now - each * DAY }));
const attempt = (entry: string, days: number, passed = false): NextContext['attemptsOf'] => (_document, subject) =>
  (subject === entry ? [{ right: passed ? 5 : 3, total: 5, passed, time: now - days * DAY }] : []);

describe('what next', () => {
  it('is the first open item of the path that is followed', () => {
    const step = whatNext(library, changeItem(following('foundations'), 'foundations', task('one'), true, stamp), context);
    assert.ok(step.kind === 'item');
    assert.deepEqual([step.path.id, step.item.id, step.week, step.weeks, step.begun, step.behind, step.ahead], ['foundations', 'two', 1, 2, true, 0, false]);
  });

  it('says when the plan is behind, or has not come so far', () => {
    const planned = startPlan(following('foundations'), 'foundations', '2026-11-16', stamp);
    const behind = whatNext(library, planned, context);
    assert.deepEqual(behind.kind === 'item' && [behind.item.id, behind.behind, behind.ahead], ['one', 1, false]);
    const eager = complete(startPlan(following('foundations'), 'foundations', '2026-11-23', stamp), 'foundations');
    const ahead = whatNext(library, change(eager, itemKey('foundations', 'three'), 'open', stamp), context);
    assert.deepEqual(ahead.kind === 'item' && [ahead.item.id, ahead.behind, ahead.ahead], ['three', 0, true]);
  });

  it('stays in the week of the plan once that has begun', () => {
    const planned = startPlan(following('foundations'), 'foundations', '2026-11-23', stamp);
    const step = whatNext(library, changeItem(planned, 'foundations', task('two'), true, stamp), context);
    assert.equal(step.kind === 'item' && step.item.id, 'one');
  });

  it('has what reviews showed to be known badly read again, before new material when half of it was wrong, else after it', () => {
    const questioned = makeLibrary({ entries: [pattern({ id: 'saga' })], quizzes: [{ entry: 'saga', questions: ['one', 'two', 'three', 'four'] }], paths: [pathOf('foundations')] });
    const answered = (...states: readonly string[]): ProgressDocument => states.reduce(
      (document, state, index) => change(document, answerKey('saga', ['one', 'two', 'three', 'four'][index] ?? '', 'event'), state, { now: now - DAY, replica: 'a' }),
      following('foundations'),
    );
    const steps = (...states: readonly string[]) => nextSteps(questioned, answered(...states), context);
    assert.deepEqual(steps('again', 'again', 'good', 'good').map(({ kind }) => kind), ['read-again', 'item']);
    assert.deepEqual(steps('again', 'good', 'good', 'good').map(({ kind }) => kind), ['item', 'read-again']);
    assert.deepEqual(steps('good', 'good', 'good', 'good').map(({ kind }) => kind), ['item']);
    assert.deepEqual(steps('again', 'again', 'good', 'good')[0], { kind: 'read-again', entry: 'saga', because: 'wrong', wrong: 2, answered: 4 });
  });

  it('puts reviews first from five, or when one is overdue by more than a week', () => {
    assert.deepEqual(kinds(following('foundations'), { due: due(0, 1, 2, 3) }), ['item', 'reviews']);
    assert.deepEqual(kinds(following('foundations'), { due: due(0, 1, 2, 3, 4) }), ['reviews', 'item']);
    assert.deepEqual(kinds(following('foundations'), { due: due(7) }), ['item', 'reviews']);
    assert.deepEqual(kinds(following('foundations'), { due: due(0, 8) }), ['reviews', 'item']);
    const step = whatNext(library, emptyProgress, { ...context, due: due(8.5, 0) });
    assert.deepEqual(step, { kind: 'reviews', count: 2, overdueDays: 8 });
  });

  it('mends a quiz that failed within two weeks before anything new', () => {
    const step = whatNext(library, following('foundations'), { ...context, attemptsOf: attempt('saga', 3) });
    assert.deepEqual(step, { kind: 'weak-spot', entry: 'saga', right: 3, total: 5, daysAgo: 3 });
    assert.deepEqual(kinds(following('foundations'), { attemptsOf: attempt('saga', 15) }), ['item']);
    assert.deepEqual(kinds(following('foundations'), { attemptsOf: attempt('saga', 3, true) }), ['item']);
    assert.deepEqual(kinds(following('foundations'), { attemptsOf: attempt('saga', 3), due: due(0, 0, 0, 0, 0) }), ['reviews', 'weak-spot', 'item']);
  });

  it('goes by the last attempt, whatever the order, and by what was passed elsewhere since', () => {
    const both = (_document: ProgressDocument, entry: string) => [...attempt('saga', 1, true)(emptyProgress, entry), ...attempt('saga', 5)(emptyProgress, entry)];
    assert.deepEqual(kinds(following('foundations'), { attemptsOf: both }), ['item']);
    const elsewhere = change(following('foundations'), quizKey('saga'), DONE, { now: now - DAY, replica: 'a' });
    assert.deepEqual(kinds(elsewhere, { attemptsOf: attempt('saga', 3) }), ['item']);
    const before = change(following('foundations'), quizKey('saga'), DONE, { now: now - 9 * DAY, replica: 'a' });
    assert.deepEqual(kinds(before, { attemptsOf: attempt('saga', 3) }), ['weak-spot', 'item']);
  });

  it('without a path, starts where the assessment says, or with the choice of one', () => {
    assert.deepEqual(kinds(emptyProgress), ['choose-path']);
    assert.deepEqual(kinds(following('a-path-of-old')), ['choose-path']);
    const [first] = pathOf('advanced').weeks[0]?.items ?? [];
    assert.ok(first);
    const step = whatNext(library, emptyProgress, { ...context, start: { path: pathOf('advanced'), item: first } });
    assert.deepEqual(step.kind === 'start' && [step.path.id, step.item.id], ['advanced', 'four']);
  });

  it('after a role path, names the next role path that is not complete', () => {
    const step = whatNext(library, complete(following('foundations'), 'foundations'), context);
    assert.deepEqual(step.kind === 'next-path' && [step.path.id, step.finished.id, step.because], ['advanced', 'foundations', 'order']);
    const later = whatNext(library, complete(following('foundations'), 'foundations', 'advanced'), context);
    assert.equal(later.kind === 'next-path' && later.path.id, 'architecture');
  });

  it('after the last role path or another one, names the path of which most is done', () => {
    const last = whatNext(library, complete(following('architecture'), 'architecture', 'advanced'), context);
    assert.deepEqual(last.kind === 'next-path' && [last.path.id, last.because, Math.round(last.common * 100)], ['data', 'common', 33]);
    const track = whatNext(library, complete(following('security'), 'security'), context);
    assert.deepEqual(track.kind === 'next-path' && [track.path.id, track.common], ['foundations', 0]);
  });

  it('says so when everything is done', () => {
    assert.deepEqual(kinds(complete(following('data'), 'foundations', 'advanced', 'architecture', 'data', 'security')), ['all-done']);
  });
});
