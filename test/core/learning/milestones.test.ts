import assert from 'node:assert/strict';
import { answerKey, change, changeItem, changeMany, declaredKey, DONE, emptyProgress, labKey, madeKey, MILESTONE_IDS, milestones, quizKey, readKey, type ProgressDocument } from '../../../src/core';
import { item, law, makeLibrary, path, pattern } from '../support/makeLibrary';

const stamp = { now: 1, replica: 'a' };
const DAY = 86_400_000;
const reading = item('read-first', { entry: 'pattern-1' });
const project = item('design-it', { type: 'project', hasBrief: true });
const exercise = item('exercise', { type: 'exercise', hasBrief: true });
const patterns = Array.from({ length: 12 }, (_, index) => `pattern-${index + 1}`);
const library = makeLibrary({
  entries: [...patterns.map((id) => pattern({ id })), law({ id: 'law-one' }), law({ id: 'law-two' })],
  paths: [path('foundations', [[reading, exercise]]), path('advanced', [[project, item('more', { entry: 'pattern-2' })]], { order: 2 })],
  labs: ['one', 'two', 'three', 'four'].map((id) => ({ id, title: id, summary: id, entry: 'pattern-1', level: 'beginner' as const, minutes: 60 })),
  quizzes: [...patterns, 'law-one', 'law-two'].map((entry) => ({ entry, questions: ['a', 'b', 'c'] })),
});
const state = (id: (typeof MILESTONE_IDS)[number], document: ProgressDocument = emptyProgress): string => {
  const found = milestones(library, document).find((each) => each.id === id);
  return `${found?.done}/${found?.total} ${found?.state}`;
};
const done = (...keys: Parameters<typeof change>[1][]): ProgressDocument => changeMany(emptyProgress, keys.map((key) => [key, DONE]), stamp);

describe('milestones', () => {
  it('come in their order, and are pending at first', () => {
    const all = milestones(library, emptyProgress);
    assert.deepEqual(all.map(({ id }) => id), [...MILESTONE_IDS]);
    assert.ok(all.every(({ state: each, done: count, total }) => each === 'pending' && count === 0 && total > 0));
  });

  it('master a pattern by reading it and passing its quiz, not by one of them', () => {
    assert.equal(state('master-ten-patterns', done(...patterns.map(readKey))), '0/10 pending');
    assert.equal(state('master-ten-patterns', done(...patterns.map(quizKey))), '0/10 pending');
    assert.equal(state('master-ten-patterns', done(...patterns.slice(0, 9).flatMap((id) => [readKey(id), quizKey(id)]))), '9/10 in-progress');
    assert.equal(state('master-ten-patterns', done(...patterns.flatMap((id) => [readKey(id), quizKey(id)]))), '10/10 reached');
    assert.equal(state('master-ten-patterns', done(readKey('removed'), quizKey('removed'))), '0/10 pending');
  });

  it('follow the items of the paths', () => {
    const document = [reading, exercise].reduce((so, one) => changeItem(so, 'foundations', one, true, stamp), emptyProgress);
    assert.equal(state('complete-foundations', document), '2/2 reached');
    assert.equal(state('complete-another-path', document), '0/2 pending');
    assert.equal(state('design-first-system', document), '0/1 pending');
    const designed = changeItem(document, 'advanced', project, true, stamp);
    assert.equal(state('design-first-system', designed), '1/1 reached');
    assert.equal(state('complete-another-path', designed), '1/2 in-progress');
  });

  it('count a decision record as a design, and one that supersedes another as a change of mind', () => {
    assert.equal(state('design-first-system', done(madeKey('decision-record'))), '1/1 reached');
    assert.equal(state('change-of-mind', done(madeKey('decision-record'))), '0/1 pending');
    assert.equal(state('change-of-mind', done(madeKey('superseded-record'))), '1/1 reached');
  });

  it('take the learner at their word about a deployment, and say so', () => {
    assert.equal(state('deploy-to-production', done(declaredKey('deploy-to-production'))), '1/1 reached');
    assert.deepEqual(milestones(library, emptyProgress).filter(({ basis }) => basis === 'declared').map(({ id }) => id), ['deploy-to-production']);
  });

  it('count labs whose tests were green, and quizzes of laws that were passed', () => {
    assert.equal(state('three-labs', done(labKey('one'), labKey('two'), labKey('three'))), '3/3 reached');
    assert.equal(state('every-lab', done(labKey('one'), labKey('two'), labKey('three'))), '3/4 in-progress');
    assert.equal(state('know-the-laws', done(quizKey('law-one'))), '1/2 in-progress');
    assert.equal(state('know-the-pillars'), '0/1 pending');
  });

  it('remember a question that was right twice, two weeks apart, with nothing wrong in between', () => {
    const answers = (...events: readonly (readonly [number, string])[]): ProgressDocument =>
      events.reduce((document, [day, rating]) => change(document, answerKey('law-one', 'a', String(day)), rating, { now: day * DAY, replica: 'a' }), emptyProgress);
    assert.equal(state('remember', answers([0, 'good'], [13, 'good'])), '0/25 pending');
    assert.equal(state('remember', answers([0, 'good'], [14, 'easy'])), '1/25 in-progress');
    assert.equal(state('remember', answers([0, 'good'], [14, 'again'], [15, 'good'])), '0/25 pending');
    assert.equal(state('remember', answers([0, 'again'], [1, 'hard'], [16, 'good'])), '1/25 in-progress');
  });

  it('stay pending in an empty library', () => {
    assert.deepEqual(new Set(milestones(makeLibrary({}), emptyProgress).map((each) => each.state)), new Set(['pending']));
  });
});
