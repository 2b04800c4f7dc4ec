import assert from 'node:assert/strict';
import fc from 'fast-check';
import { goBack, goForward, startAt, visit } from '../../src/features/page/history';

describe('The history of a page', () => {
  it('comes back to where the reader was, scroll position included', () => {
    const start = { ...startAt('saga'), scroll: 700 };
    const there = visit(start, 'outbox');
    assert.deepEqual(there, { entry: 'outbox', scroll: 0, back: [{ entry: 'saga', scroll: 700 }], forward: [] });
    assert.deepEqual(goBack(there), { entry: 'saga', scroll: 700, back: [], forward: [{ entry: 'outbox', scroll: 0 }] });
  });

  it('forgets the way forward when a link is followed', () => {
    const back = goBack(visit(visit(startAt('a'), 'b'), 'c'));
    assert.deepEqual(visit(back, 'd').forward, []);
  });

  it('stays where it is at either end', () => {
    const start = startAt('a');
    assert.equal(goBack(start), start);
    assert.equal(goForward(start), start);
  });

  it('undoes each step back by a step forward', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 }), (entries) => {
      const state = entries.reduce(visit, startAt('start'));
      const back = goBack(state);
      if (back !== state) assert.deepEqual(goForward(back), state);
    }));
  });

  it('keeps at most fifty places', () => {
    const state = Array.from({ length: 80 }, (_, index) => `entry-${index}`).reduce(visit, startAt('start'));
    assert.equal(state.back.length, 50);
  });
});
