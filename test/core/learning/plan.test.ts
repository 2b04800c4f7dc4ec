import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  change, changeItem, clearPlan, dayNumber, dayOf, emptyProgress, mondayOf, moveWeek, pathProgress, planKey, planOf, startPlan, storedPlan, weekOnHand,
  type ProgressDocument,
} from '../../../src/core';
import { item, path } from '../support/makeLibrary';

const stamp = { now: 1000, replica: 'a' };
const items = Array.from({ length: 6 }, (_, index) => item(`item-${index + 1}`, { type: 'exercise', hasBrief: true }));
const [one, two, three, four, five, six] = items as [typeof items[0], typeof items[0], typeof items[0], typeof items[0], typeof items[0], typeof items[0]];
const course = path('course', [[one, two], [three, four], [five, six]], {
  paces: [{ id: 'steady', weeks: 3, hoursPerWeek: 2 }, { id: 'intensive', weeks: 2, hoursPerWeek: 3 }],
});
const started = startPlan(emptyProgress, 'course', '2026-11-23', stamp);
const done = (document: ProgressDocument, ...some: typeof items) => some.reduce((so, each) => changeItem(so, 'course', each, true, stamp), document);
const dates = (document: ProgressDocument, today: string, pace: 'steady' | 'intensive' = 'steady') =>
  planOf(document, course, pace, today)?.weeks.map(({ first, last, state, behind }) => `${first} ${last} ${state}${behind ? ' behind' : ''}`);

describe('calendar days', () => {
  it('know what is a day', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('2024-02-29'), 19782);
    for (const wrong of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2026-11-23T00:00:00Z', ' 2026-11-23']) assert.equal(dayNumber(wrong), undefined, wrong);
  });

  it('begin their weeks on Monday, before and after 1970', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const monday = mondayOf(day);
      assert.ok(monday <= day && day < monday + 7);
      assert.equal(new Date(monday * 86_400_000).getUTCDay(), 1);
      assert.equal(dayNumber(dayOf(day)), day);
    }));
  });
});

describe('the plan of a path', () => {
  it('is not there until it is started, and not after it was cleared', () => {
    assert.equal(planOf(emptyProgress, course, 'steady', '2026-11-23'), undefined);
    assert.equal(planOf(clearPlan(started, 'course', stamp), course, 'steady', '2026-11-23'), undefined);
    assert.equal(clearPlan(emptyProgress, 'course', stamp), emptyProgress);
    assert.equal(startPlan(emptyProgress, 'course', 'soon', stamp), emptyProgress);
  });

  it('gives each week seven days', () => {
    assert.deepEqual(dates(started, '2026-12-02'), ['2026-11-23 2026-11-29 past behind', '2026-11-30 2026-12-06 now', '2026-12-07 2026-12-13 to-come']);
    const plan = planOf(started, course, 'steady', '2026-12-02');
    assert.deepEqual([plan?.now, plan?.behind, plan?.daysLeft, plan?.end], [1, 1, 5, '2026-12-13']);
  });

  it('has no week now before its start and after its end', () => {
    for (const today of ['2026-11-22', '2026-12-14']) {
      const plan = planOf(started, course, 'steady', today);
      assert.deepEqual([plan?.now, plan?.daysLeft], [undefined, undefined], today);
    }
    assert.equal(planOf(started, course, 'steady', '2026-12-13')?.daysLeft, 1);
    assert.equal(planOf(started, course, 'steady', '2026-12-14')?.behind, 3);
  });

  it('is behind only for weeks with open items', () => {
    assert.equal(planOf(done(started, one, two), course, 'steady', '2026-12-07')?.behind, 1);
    assert.equal(planOf(done(started, one, two, three, four), course, 'steady', '2026-12-07')?.behind, 0);
  });

  it('moves a week and all later ones, as often as it is told', () => {
    const moved = moveWeek(started, course, 'steady', 'item-4', stamp);
    assert.deepEqual(dates(moved, '2026-12-02'), ['2026-11-23 2026-11-29 past behind', '2026-12-07 2026-12-13 to-come', '2026-12-14 2026-12-20 to-come']);
    assert.deepEqual(storedPlan(moved, 'course')?.moved, [{ from: 'item-3', weeks: 1 }]);
    const twice = moveWeek(moved, course, 'steady', 'item-3', stamp);
    assert.deepEqual(storedPlan(twice, 'course')?.moved, [{ from: 'item-3', weeks: 2 }]);
    assert.equal(planOf(twice, course, 'steady', '2026-12-02')?.end, '2026-12-27');
  });

  it('has a pause where a move made one, with nothing left of the week before', () => {
    const plan = planOf(moveWeek(started, course, 'steady', 'item-3', stamp), course, 'steady', '2026-12-02');
    assert.deepEqual([plan?.now, plan?.daysLeft], [0, 0]);
  });

  it('keeps a slip when the pace changes', () => {
    const moved = moveWeek(started, course, 'steady', 'item-5', stamp);
    // Two weeks of three items: the fifth is in the second.
    assert.deepEqual(dates(moved, '2026-11-23', 'intensive'), ['2026-11-23 2026-11-29 now', '2026-12-07 2026-12-13 to-come']);
  });

  it('moves nothing without a plan, or for an item that is not there', () => {
    assert.equal(moveWeek(emptyProgress, course, 'steady', 'item-1', stamp), emptyProgress);
    assert.equal(moveWeek(started, course, 'steady', 'gone', stamp), started);
  });

  it('reads what it can of damaged text, and never throws', () => {
    const stored = (state: string) => storedPlan(change(emptyProgress, planKey('course'), state, stamp), 'course');
    for (const wrong of ['', 'open', 'null', '[]', '{"start":7}', '{"start":"2026-02-30","moved":[]}', '{"moved":[]}', '{']) assert.equal(stored(wrong), undefined, wrong);
    assert.deepEqual(stored('{"start":"2026-11-23"}'), { start: '2026-11-23', moved: [] });
    assert.deepEqual(stored('{"start":"2026-11-23","moved":[{"from":"a","weeks":-1},{"from":"b","weeks":1.5},7,null,{"from":"c","weeks":1e9},{"weeks":1}],"more":1}'), {
      start: '2026-11-23', moved: [{ from: 'c', weeks: 104 }],
    });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value))), (text) => {
      const document = change(emptyProgress, planKey('course'), text, stamp);
      planOf(moveWeek(document, course, 'steady', 'item-1', stamp), course, 'steady', '2026-11-23');
    }));
  });

  it('keeps its weeks in order and seven days long, whatever slips', () => {
    const moves = fc.array(fc.constantFrom(...items.map(({ id }) => id)), { maxLength: 8 });
    fc.assert(fc.property(moves, fc.constantFrom('steady' as const, 'intensive' as const), fc.integer({ min: 20_000, max: 21_000 }), (froms, pace, day) => {
      const document = froms.reduce((so, from) => moveWeek(so, course, pace, from, stamp), started);
      const plan = planOf(document, course, pace, dayOf(day));
      const firsts = plan?.weeks.map(({ first }) => dayNumber(first) ?? 0) ?? [];
      firsts.forEach((first, index) => { if (index > 0) assert.ok(first >= (firsts[index - 1] ?? 0) + 7); });
      assert.equal(firsts.at(-1), (dayNumber('2026-11-23') ?? 0) + 7 * (firsts.length - 1 + froms.length));
      assert.ok((plan?.weeks.filter(({ state }) => state === 'now').length ?? 0) <= 1);
    }));
  });
});

describe('the week on hand', () => {
  const onHand = (document: ProgressDocument, today?: string) =>
    weekOnHand(pathProgress(document, course, 'steady'), today === undefined ? undefined : planOf(document, course, 'steady', today))?.number;

  it('is the first with open items', () => {
    assert.equal(onHand(emptyProgress), 1);
    assert.equal(onHand(done(emptyProgress, one, two)), 2);
    assert.equal(onHand(done(emptyProgress, ...items)), 3);
  });

  it('is not skipped by the calendar alone', () => {
    assert.equal(onHand(done(started, one), '2026-12-07'), 1);
  });

  it('is the week of the plan once something of that is done', () => {
    assert.equal(onHand(done(started, one, three), '2026-12-02'), 2);
    assert.equal(onHand(done(started, one, three, four), '2026-12-02'), 1, 'what is left before it comes once it is done');
  });
});
