import assert from 'node:assert/strict';
import fc from 'fast-check';
import { change, changeItem, DONE, emptyProgress, isDone, isItemDone, itemKey, OPEN, pathProgress, readKey, weeksAtPace } from '../../../src/core';
import { divide } from '../../../src/core/learning/paces';
import { item, path } from '../support/makeLibrary';

const stamp = { now: 1000, replica: 'a' };
const saga = item('read-saga', { entry: 'saga', minutes: 30 });
const lab = item('lab-saga', { type: 'lab', entry: 'saga', hasBrief: true, minutes: 90 });
const project = item('build-it', { type: 'project', hasBrief: true, minutes: 120 });
const foundations = path('foundations', [[saga, lab], [project]]);

describe('an item of a path', () => {
  it('that only names an entry is done when the entry is read', () => {
    const read = change(emptyProgress, readKey('saga'), DONE, stamp);
    assert.equal(isItemDone(read, 'foundations', saga), true);
    assert.equal(isItemDone(read, 'another-path', saga), true);
  });

  it('with a brief is done only when it is checked itself', () => {
    const read = change(emptyProgress, readKey('saga'), DONE, stamp);
    assert.equal(isItemDone(read, 'foundations', lab), false);
    const checked = change(read, itemKey('foundations', 'lab-saga'), DONE, stamp);
    assert.equal(isItemDone(checked, 'foundations', lab), true);
    assert.equal(isItemDone(checked, 'another-path', lab), false);
  });

  it('is done when checked, whatever it names', () => {
    assert.equal(isItemDone(change(emptyProgress, itemKey('foundations', 'read-saga'), DONE, stamp), 'foundations', saga), true);
  });

  it('when checked marks its entry as read; when unchecked, as unread, with no check left behind', () => {
    const done = changeItem(emptyProgress, 'foundations', saga, true, stamp);
    assert.equal(isDone(done, readKey('saga')), true);
    const both = change(done, itemKey('foundations', 'read-saga'), DONE, stamp);
    assert.equal(isItemDone(changeItem(both, 'foundations', saga, false, stamp), 'foundations', saga), false);
  });

  it('does what it is told, for every item and from every state', () => {
    fc.assert(
      fc.property(fc.constantFrom(saga, lab, project), fc.boolean(), fc.boolean(), fc.boolean(), (one, read, checked, wanted) => {
        let document = change(emptyProgress, readKey('saga'), read ? DONE : OPEN, stamp);
        document = change(document, itemKey('foundations', one.id), checked ? DONE : OPEN, stamp);
        assert.equal(isItemDone(changeItem(document, 'foundations', one, wanted, stamp), 'foundations', one), wanted);
      }),
    );
  });
});

describe('the progress of a path', () => {
  it('counts items and minutes, in whole and by week', () => {
    const progress = pathProgress(change(emptyProgress, readKey('saga'), DONE, stamp), foundations);
    assert.deepEqual(
      [progress.done, progress.total, progress.minutesDone, progress.minutesTotal, progress.state],
      [1, 3, 30, 240, 'in-progress'],
    );
    assert.deepEqual(progress.weeks.map((week) => [week.number, week.done, week.total, week.minutesTotal]), [[1, 1, 2, 120], [2, 0, 1, 120]]);
    assert.equal(progress.next?.id, 'lab-saga');
  });

  it('starts with the first item and ends without a next one', () => {
    const start = pathProgress(emptyProgress, foundations);
    assert.deepEqual([start.state, start.next?.id], ['not-started', 'read-saga']);
    const done = [saga, lab, project].reduce((document, one) => changeItem(document, 'foundations', one, true, stamp), emptyProgress);
    const end = pathProgress(done, foundations);
    assert.deepEqual([end.state, end.next], ['complete', undefined]);
  });
});

describe('the paces of a path', () => {
  const items = [60, 60, 30, 30, 30, 30, 120, 60].map((minutes, index) => item(`item-${index}`, { minutes }));
  const four = path('four', [items.slice(0, 2), items.slice(2, 4), items.slice(4, 6), items.slice(6)], {
    paces: [{ id: 'steady', weeks: 4, hoursPerWeek: 2 }, { id: 'intensive', weeks: 2, hoursPerWeek: 4 }],
  });

  it('leave the weeks as written when there are as many', () => {
    assert.equal(weeksAtPace(four, 'steady'), four.weeks);
    assert.equal(weeksAtPace(four, undefined), four.weeks);
  });

  it('divide the same items anew otherwise, in order, by minutes', () => {
    const weeks = weeksAtPace(four, 'intensive');
    assert.deepEqual(weeks.map((week) => week.items.map(({ id }) => id)), [
      ['item-0', 'item-1', 'item-2', 'item-3', 'item-4'],
      ['item-5', 'item-6', 'item-7'],
    ]);
    assert.equal(weeks[0]?.title, 'Week 1 · Week 2 · Week 3');
    assert.equal(pathProgress(emptyProgress, four, 'intensive').weeks.length, 2);
  });

  it('keep every item in order, leave no week empty, and stay within half an item of an even share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 1200 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 52 }), (minutes, count) => {
        const parts = divide(minutes, count, (one) => one);
        assert.deepEqual(parts.flat(), minutes);
        assert.equal(parts.length, Math.min(count, minutes.length));
        assert.ok(parts.every((part) => part.length > 0));
        const total = minutes.reduce((a, b) => a + b, 0);
        const share = total / parts.length;
        const largest = Math.max(...minutes);
        if (share >= largest) {
          for (const part of parts) assert.ok(Math.abs(part.reduce((a, b) => a + b, 0) - share) <= largest);
        }
      }),
    );
  });
});
