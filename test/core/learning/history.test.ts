import assert from 'node:assert/strict';
import { answerKey, change, changeItem, DONE, emptyProgress, itemKey, labKey, learningHistory, OPEN, quizKey, readKey, type ProgressDocument, type ProgressKey } from '../../../src/core';
import { item, makeLibrary, path, pattern } from '../support/makeLibrary';

const at = (time: string): number => Date.parse(time);
const now = at('2026-11-21T17:00:00Z'); // a Saturday; its Monday is 16 November
const utc = () => 0;
const library = makeLibrary({
  entries: [pattern({ id: 'saga' })],
  labs: [{ id: 'saga-lab', title: 'Saga', summary: 'A saga.', entry: 'saga', level: 'beginner', minutes: 90 }],
  quizzes: [{ entry: 'saga', questions: ['one'] }, { entry: 'cqrs', questions: ['one'] }],
  paths: [
    path('first', [[item('read-saga', { entry: 'saga', minutes: 30 }), item('build', { type: 'exercise', hasBrief: true, minutes: 60 }), item('check', { type: 'quiz', quizzes: ['saga', 'cqrs'], minutes: 20 }), item('try', { type: 'lab', lab: 'saga-lab', minutes: 90 })]]),
    path('second', [[item('saga-again', { entry: 'saga', minutes: 40 }), item('build-too', { from: 'first/build', type: 'exercise', hasBrief: true, minutes: 60 }), item('the-lab', { type: 'lab', lab: 'saga-lab', minutes: 90 })]], { order: 2 }),
  ],
});
const set = (document: ProgressDocument, key: ProgressKey, time: string, state = DONE) => change(document, key, state, { now: at(time), replica: 'a' });
const weeks = (document: ProgressDocument, offsetAt: (time: number) => number = utc) => learningHistory(library, document, now, offsetAt);

describe('the history of twelve weeks', () => {
  it('begins on Mondays and ends with this week, with nothing in it at first', () => {
    const found = weeks(emptyProgress);
    assert.equal(found.length, 12);
    assert.deepEqual(found.at(-1), { first: '2026-11-16', items: 0, minutes: 0, quizzes: 0, answers: 0 });
    assert.equal(found[0]?.first, '2026-08-31');
  });

  it('counts items, minutes, passed quizzes and answers in their week', () => {
    let document = set(emptyProgress, readKey('saga'), '2026-11-16T00:00:00Z');
    document = set(document, itemKey('first', 'build'), '2026-11-15T23:59:59Z');
    document = set(document, quizKey('saga'), '2026-11-10T12:00:00Z');
    document = set(document, answerKey('saga', 'one', 'x'), '2026-11-10T12:00:00Z', 'right');
    document = set(document, answerKey('saga', 'one', 'y'), '2026-11-20T12:00:00Z', 'wrong');
    assert.deepEqual(weeks(document).slice(-2), [
      { first: '2026-11-09', items: 1, minutes: 60, quizzes: 1, answers: 1 },
      { first: '2026-11-16', items: 1, minutes: 30, quizzes: 0, answers: 1 },
    ]);
  });

  it('counts what two paths share once', () => {
    let document = set(emptyProgress, readKey('saga'), '2026-11-16T10:00:00Z');
    document = set(document, itemKey('first', 'build'), '2026-11-16T10:00:00Z');
    document = set(document, labKey('saga-lab'), '2026-11-16T10:00:00Z');
    assert.deepEqual(weeks(document).at(-1), { first: '2026-11-16', items: 3, minutes: 180, quizzes: 0, answers: 0 });
  });

  it('counts what two paths share when it was first done', () => {
    const late = set(emptyProgress, readKey('saga'), '2026-11-16T10:00:00Z');
    assert.deepEqual(weeks(set(late, itemKey('second', 'saga-again'), '2026-11-03T10:00:00Z')).slice(-3).map(({ items }) => items), [1, 0, 0]);
  });

  it('counts a check when its last quiz was passed, or when it was checked before', () => {
    const both = set(set(emptyProgress, quizKey('saga'), '2026-11-03T10:00:00Z'), quizKey('cqrs'), '2026-11-17T10:00:00Z');
    assert.deepEqual(weeks(both).slice(-3).map(({ items }) => items), [0, 0, 1]);
    assert.deepEqual(weeks(set(both, itemKey('first', 'check'), '2026-11-10T10:00:00Z')).slice(-3).map(({ items }) => items), [0, 1, 0]);
  });

  it('forgets what was undone, and what is older or in the future', () => {
    let document = set(emptyProgress, readKey('saga'), '2026-11-16T10:00:00Z');
    document = set(document, readKey('saga'), '2026-11-17T10:00:00Z', OPEN);
    document = set(document, itemKey('first', 'build'), '2026-08-30T10:00:00Z');
    document = set(document, labKey('saga-lab'), '2027-08-30T10:00:00Z');
    assert.ok(weeks(document).every(({ items }) => items === 0));
  });

  it('goes by the learner’s own days', () => {
    const document = changeItem(emptyProgress, 'first', item('read-saga', { entry: 'saga' }), true, { now: at('2026-11-15T22:30:00Z'), replica: 'a' });
    const weekOf = (minutes: number) => weeks(document, () => minutes).find(({ items }) => items === 1)?.first;
    assert.equal(weekOf(0), '2026-11-09');
    assert.equal(weekOf(120), '2026-11-16');
    // Summer time ended on 25 October: the offset of each moment counts, not that of today.
    const autumn = set(emptyProgress, readKey('saga'), '2026-10-18T22:30:00Z');
    const berlin = (time: number) => (time < at('2026-10-25T01:00:00Z') ? 120 : 60);
    assert.equal(weeks(autumn, berlin).find(({ items }) => items === 1)?.first, '2026-10-19');
  });
});
