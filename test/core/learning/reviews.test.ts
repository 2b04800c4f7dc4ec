import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerKey, comingBack, dueReviews, emptyProgress, eventName, merge, nextDueDate, reviewSummary, weakSpots, type ProgressDocument } from '../../../src/core';
import { memoriesOf } from '../../../src/core/learning/memory';
import { answered, DAY, multiple, overviews, quiz, single, START } from './quizFixture';

const quizzes = overviews(quiz('saga'), quiz('cqrs', [single('a'), single('b'), multiple('c')]));
const memory = (document: ProgressDocument, name = 'saga/single') => memoriesOf(document).get(name);

describe('Spaced repetition', () => {
  it('knows nothing of what was never answered', () => {
    assert.equal(memoriesOf(emptyProgress).size, 0);
    assert.deepEqual(dueReviews(emptyProgress, quizzes, START, 10), []);
    assert.equal(nextDueDate(emptyProgress, quizzes, START), undefined);
    assert.deepEqual(reviewSummary(emptyProgress, quizzes, START, 10), { due: 0, doneToday: 0 });
  });

  it('brings a wrong answer back the next day, a right one later, and an easy one much later', () => {
    const intervals = ['again', 'hard', 'good', 'easy'].map((state) => memory(answered(['saga', 'single', state, 0]))?.interval);
    assert.deepEqual(intervals, [1, 1, 2, 8]);
  });

  it('grows the interval with each review, and shrinks it after a lapse', () => {
    const known = answered(['saga', 'single', 'good', 0], ['saga', 'single', 'good', 2], ['saga', 'single', 'good', 13]);
    const grown = memory(known)?.interval ?? 0;
    assert.ok(grown > 30, String(grown));
    const lapsed = merge(known, answered(['saga', 'single', 'again', 13 + grown]));
    assert.ok((memory(lapsed)?.interval ?? 99) < 10);
  });

  it('comes back the next morning after an evening, and not on the same day', () => {
    const document = answered(['saga', 'single', 'again', 0]);
    assert.equal(dueReviews(document, quizzes, START + 0.4 * DAY, 10).length, 0);
    assert.equal(dueReviews(document, quizzes, START + 0.5 * DAY, 10).length, 1);
  });

  it('lists what is due, the most overdue first, within the limit', () => {
    const document = answered(['cqrs', 'b', 'again', 1], ['cqrs', 'a', 'again', 1], ['saga', 'numeric', 'again', 0], ['saga', 'single', 'easy', 0]);
    assert.deepEqual(dueReviews(document, quizzes, START + 3 * DAY, 10).map(({ entry, question }) => `${entry}/${question}`), ['saga/numeric', 'cqrs/a', 'cqrs/b']);
    assert.equal(dueReviews(document, quizzes, START + 3 * DAY, 2).length, 2);
    for (const limit of [0, -1]) assert.deepEqual(dueReviews(document, quizzes, START + 3 * DAY, limit), []);
    assert.equal(nextDueDate(document, quizzes, START + 3 * DAY), START + 7.5 * DAY);
  });

  it('leaves out what no longer exists, and what it cannot read', () => {
    const document = answered(['gone', 'single', 'again', 0], ['saga', 'gone', 'again', 0], ['saga', 'single', 'open', 0], ['saga', 'single', 'a state to come', 1]);
    assert.deepEqual(dueReviews(document, quizzes, START + 9 * DAY, 10), []);
    assert.equal(nextDueDate(document, quizzes, START), undefined);
    assert.equal(memory(document), undefined);
  });

  it('counts what was reviewed today against the limit, and neither first nor extra answers', () => {
    const now = START + 5 * DAY;
    const due = answered(['saga', 'single', 'again', 0], ['saga', 'multiple', 'again', 0], ['saga', 'numeric', 'again', 0], ['cqrs', 'a', 'again', 0]);
    assert.deepEqual(reviewSummary(due, quizzes, now, 3), { due: 3, doneToday: 0 });
    const reviewed = merge(due, answered(['saga', 'single', 'good', 5], ['saga', 'multiple', 'again', 5]));
    const { next, ...counts } = reviewSummary(reviewed, quizzes, now, 3);
    assert.deepEqual(counts, { due: 1, doneToday: 2 });
    assert.ok(next !== undefined && next > now);
    const more = merge(reviewed, answered(['cqrs', 'b', 'good', 5], ['saga', 'multiple', 'good', 5.001]));
    assert.equal(reviewSummary(more, quizzes, now + DAY / 100, 3).doneToday, 2, 'a first answer and one more of the same day are no reviews');
    assert.equal(reviewSummary(reviewed, quizzes, now, 0).due, 0, 'switched off');
    assert.equal(reviewSummary(reviewed, quizzes, now + DAY / 8, 3, now + DAY / 10).doneToday, 0, 'a day that began where the person is');
  });

  it('says how many come back when', () => {
    const document = answered(['saga', 'single', 'again', 0], ['saga', 'multiple', 'easy', 0], ['saga', 'numeric', 'hard', 0]);
    const questions = ['single', 'multiple', 'numeric', 'ordering'].map((question) => ({ entry: 'saga', question }));
    assert.deepEqual(comingBack(document, questions, START), [{ days: 1, count: 2 }, { days: 8, count: 1 }]);
    assert.deepEqual(comingBack(document, questions, START + 30 * DAY), [{ days: 1, count: 3 }], 'what is overdue comes at the next chance');
  });

  it('finds the weak spots: many wrong answers first, then what is most likely forgotten', () => {
    const library = { quizzes };
    const document = answered(['cqrs', 'a', 'again', 0], ['cqrs', 'b', 'good', 0], ['saga', 'single', 'good', 0], ['saga', 'multiple', 'good', 0]);
    assert.deepEqual(weakSpots(document, library, START + DAY).map(({ entry, reason, wrong }) => [entry, reason, wrong]), [['cqrs', 'wrong', 1]]);
    assert.deepEqual(weakSpots(document, library, START + 60 * DAY).map(({ entry, reason }) => [entry, reason]), [['cqrs', 'wrong'], ['saga', 'forgotten']]);
    const mended = merge(document, answered(['cqrs', 'a', 'good', 1]));
    assert.deepEqual(weakSpots(mended, library, START + 2 * DAY), []);
    assert.deepEqual(weakSpots(answered(['cqrs', 'a', 'again', 0]), library, START), [], 'one answer says nothing');
  });

  it('gives the same memories in whatever order documents of several machines are merged', () => {
    const anyAnswer = fc.tuple(
      fc.constantFrom('saga', 'cqrs'), fc.constantFrom('single', 'a'), fc.constantFrom('again', 'hard', 'good', 'easy', 'open'), fc.integer({ min: 0, max: 40 }), fc.constantFrom('x', 'y'),
    );
    const anyAnswers = fc.array(anyAnswer, { maxLength: 12 }).map((answers) => answered(...answers));
    fc.assert(fc.property(anyAnswers, anyAnswers, anyAnswers, (a, b, c) => {
      const cards = (document: ProgressDocument) => [...memoriesOf(document)].sort(([x], [y]) => (x < y ? -1 : 1));
      assert.deepEqual(cards(merge(merge(a, b), c)), cards(merge(c, merge(b, a))));
      assert.deepEqual(cards(merge(merge(a, b), a)), cards(merge(b, a)));
    }));
  });

  it('is not put off by strange keys and times', () => {
    const items = Object.fromEntries([
      'answer:', 'answer:saga', 'answer:saga/single', 'answer:/', 'answer://', 'attempt:', 'attempt:saga', answerKey('saga', 'single', 'a/b/c'), '__proto__',
    ].map((key, index) => [key, { state: 'good', time: index % 2 === 0 ? Number.MAX_SAFE_INTEGER : 0, replica: '' }]));
    const document: ProgressDocument = { version: 1, items };
    assert.equal(memory(document)?.answers, 1);
    assert.ok(Number.isFinite(memory(document)?.due));
    assert.ok(reviewSummary(document, quizzes, START, 10).due <= 1);
    assert.match(eventName({ now: Number.NaN, replica: '' }), /^0-/);
    assert.match(eventName({ now: START + 0.5, replica: '3f2a91bc-0000' }), /^[a-z0-9]{8}-3f2a91bc$/);
  });
});
