import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerKey, attemptKey, bookmarkKey, certificateOf, certificateSvg, change, changeItem, changeMany, changeOf, CURRENT_PATH_KEY, differences, doneAmong, DONE, emptyProgress,
  evidenceOf, formatExport, isDone, isItemDone, itemKey, itemsElsewhere, keysOfEverything, keysOfPath, labKey, merge, OPEN, overruled, parseExport, planKey, quizKey, readKey, sameProgress,
  undoOf, type ProgressDocument,
} from '../../../src/core';
import { item, path } from '../support/makeLibrary';
import { anyDocument, anyKey, anyStamp, anyState } from './arbitraries';

const stamp = { now: 1000, replica: 'a' };
const saga = item('read-saga', { entry: 'saga' });
const lab = item('the-lab', { type: 'lab', lab: 'saga-lab' });
const quiz = item('check', { type: 'quiz', quizzes: ['saga', 'cqrs'] });
const brief = item('build', { type: 'project', hasBrief: true });
const borrowed = item('borrowed', { type: 'project', hasBrief: true, from: 'first/build' });
const first = path('first', [[saga, lab], [quiz, brief]]);
const second = path('second', [[saga, borrowed]]);
const withDone = (...keys: Parameters<typeof change>[1][]): ProgressDocument => changeMany(emptyProgress, keys.map((key) => [key, DONE]), stamp);

describe('several changes at once', () => {
  it('are the same as one after the other', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.tuple(anyKey, anyState), { maxLength: 8 }), anyStamp, (document, changes, one) => {
        const singly = changes.reduce((so, [key, state]) => change(so, key, state, one), document);
        assert.ok(sameProgress(changeMany(document, changes, one), singly));
      }),
    );
  });
});

describe('an item that other paths share', () => {
  it('is done in every path: an item from another path, a lab, and a quiz by its parts', () => {
    const document = withDone(itemKey('first', 'build'), labKey('saga-lab'), quizKey('saga'));
    assert.ok(isItemDone(document, 'second', borrowed));
    assert.ok(isItemDone(document, 'any', lab));
    assert.equal(isItemDone(document, 'any', quiz), false);
    assert.ok(isItemDone(change(document, quizKey('cqrs'), DONE, stamp), 'any', quiz));
  });

  it('is checked by hand without a claim that its tests were green, and unchecked whole', () => {
    const checked = changeItem(emptyProgress, 'first', lab, true, stamp);
    assert.equal(isDone(checked, labKey('saga-lab')), false);
    assert.equal(evidenceOf(checked, 'first', lab)?.how, 'declared');
    const both = change(checked, labKey('saga-lab'), DONE, stamp);
    assert.equal(isItemDone(changeItem(both, 'first', lab, false, stamp), 'first', lab), false);
  });
});

describe('how it is known that an item was done', () => {
  it('names tests, a passed quiz with its score, reading, or the learner’s word', () => {
    const attempts = (['4/5', '9/10'] as const).reduce((so, score, index) => change(so, attemptKey('first.check', String(index)), score, { now: 2000 + index, replica: 'a' }), emptyProgress);
    const document = merge(attempts, withDone(readKey('saga'), labKey('saga-lab'), itemKey('first', 'check'), itemKey('first', 'build')));
    assert.deepEqual(evidenceOf(document, 'first', saga), { how: 'read', time: 1000 });
    assert.deepEqual(evidenceOf(document, 'first', lab), { how: 'tests', time: 1000 });
    assert.deepEqual(evidenceOf(document, 'first', quiz), { how: 'quiz', time: 2000, right: 4, total: 5 });
    assert.deepEqual(evidenceOf(document, 'first', brief), { how: 'declared', time: 1000 });
    assert.equal(evidenceOf(emptyProgress, 'first', saga), undefined);
  });

  it('does not take a failed attempt, or a check by hand, for a passed quiz', () => {
    const failed = change(withDone(itemKey('first', 'check')), attemptKey('first.check', '1'), '7/10', stamp);
    assert.equal(evidenceOf(failed, 'first', quiz)?.how, 'declared');
    const absurd = change(withDone(itemKey('first', 'check')), attemptKey('first.check', '1'), '11/10', stamp);
    assert.equal(evidenceOf(absurd, 'first', quiz)?.how, 'declared');
  });
});

describe('a progress file', () => {
  it('brings back what was written, whatever it holds', () => {
    fc.assert(fc.property(anyDocument, (document) => {
      const parsed = parseExport(formatExport(document, '2026-11-21T12:00:00.000Z'));
      assert.ok(parsed.kind === 'ok' && sameProgress(parsed.document, document));
    }));
  });

  it('loses nothing that is done when it is imported in any order, twice, or after newer work', () => {
    fc.assert(fc.property(anyDocument, anyDocument, anyDocument, (a, b, c) => {
      const oneWay = merge(merge(a, b), merge(c, b));
      assert.ok(sameProgress(oneWay, merge(c, merge(b, a))));
      for (const [key, { state, time }] of Object.entries(oneWay.items)) {
        for (const document of [a, b, c]) {
          const change_ = changeOf(document, key);
          assert.ok(change_ === undefined || change_.time <= time);
          if (change_?.time === time && change_.state === DONE && state !== DONE) assert.ok(changeOf(oneWay, key) !== undefined);
        }
      }
    }));
  });

  it('says what is wrong with what it cannot read', () => {
    const reason = (text: string) => { const parsed = parseExport(text); return parsed.kind === 'ok' ? 'ok' : parsed.reason; };
    assert.equal(reason('{'), 'not-json');
    assert.equal(reason('[]'), 'no-progress');
    assert.equal(reason('{"name":"something else"}'), 'no-progress');
    assert.equal(reason('{"format":"distributed-systems-studio/progress"}'), 'no-progress');
    assert.equal(reason('{"version":99,"items":{}}'), 'newer');
    assert.equal(reason('{"version":1,"items":{"read:saga":{"state":"done","time":1,"replica":"a"},"read:x":7}}'), 'damaged');
    assert.equal(reason('\uFEFF{"version":1,"items":{}}'), 'ok');
  });

  it('can bring back all that it says, also what was opened since', () => {
    fc.assert(fc.property(anyDocument, anyDocument, anyStamp, (present, file, one) => {
      const merged = merge(present, file);
      const restored = changeMany(merged, overruled(present, file, OPEN), one);
      for (const [key, { state }] of Object.entries(file.items)) assert.ok(state === OPEN || changeOf(restored, key)?.state !== OPEN, key);
      assert.deepEqual(overruled(restored, file, OPEN), []);
    }));
  });

  it('shows what it would change, and does not undo newer work', () => {
    const present = change(withDone(readKey('saga')), readKey('cqrs'), DONE, { now: 9000, replica: 'a' });
    const incoming = [[readKey('saga'), DONE, 1], [readKey('cqrs'), OPEN, 500], [readKey('outbox'), DONE, 600]] as const;
    const file = incoming.reduce((so, [key, state, now]) => change(so, key, state, { now, replica: 'b' }), emptyProgress);
    assert.deepEqual(differences(present, file).map(({ key, after }) => [key, after.state]), [['read:outbox', DONE]]);
  });
});

describe('a reset', () => {
  const document = withDone(
    readKey('saga'), labKey('saga-lab'), quizKey('saga'), quizKey('cqrs'), itemKey('first', 'build'), bookmarkKey('saga'), planKey('first'), answerKey('saga', 'one', 'x'),
  );
  const chosen = change(document, CURRENT_PATH_KEY, 'first', stamp);

  it('of a path opens all of its items and forgets its plan, and keeps bookmarks and answers', () => {
    const after = changeMany(chosen, keysOfPath(chosen, first).map((key) => [key, OPEN]), stamp);
    assert.ok(first.weeks.flatMap(({ items }) => items).every((each) => !isItemDone(after, 'first', each)));
    assert.deepEqual([planKey('first'), CURRENT_PATH_KEY].map((key) => changeOf(after, key)?.state), [OPEN, OPEN]);
    assert.ok(isDone(after, bookmarkKey('saga')) && isDone(after, answerKey('saga', 'one', 'x')));
  });

  it('of a path says how much of other paths it opens', () => {
    assert.equal(itemsElsewhere(chosen, [first, second], first), 2);
    assert.equal(itemsElsewhere(emptyProgress, [first, second], first), 0);
    assert.deepEqual(keysOfPath(emptyProgress, first), []);
  });

  it('of everything leaves bookmarks only', () => {
    const keys = keysOfEverything(chosen);
    const after = changeMany(chosen, keys.map((key) => [key, OPEN]), stamp);
    assert.deepEqual(Object.entries(after.items).flatMap(([key, { state }]) => (state === OPEN ? [] : [key])), ['bookmark:saga']);
    assert.equal(doneAmong(chosen, keys), 7);
  });

  it('can be taken back, and what was done since then stays', () => {
    const after = changeMany(chosen, keysOfEverything(chosen).map((key) => [key, OPEN]), { now: 2000, replica: 'a' });
    const since = change(after, readKey('saga'), DONE, { now: 3000, replica: 'a' });
    const later = change(change(since, readKey('saga'), OPEN, { now: 3500, replica: 'a' }), readKey('outbox'), DONE, { now: 3600, replica: 'a' });
    const back = changeMany(later, undoOf(chosen, after, later, OPEN), { now: 4000, replica: 'a' });
    assert.equal(isDone(back, readKey('saga')), false, 'what was opened by hand after the reset stays open');
    assert.ok(isDone(back, readKey('outbox')) && isDone(back, labKey('saga-lab')) && changeOf(back, CURRENT_PATH_KEY)?.state === 'first');
  });

  it('and its undo leave every document as it was, in what it says', () => {
    fc.assert(fc.property(anyDocument, anyStamp, anyStamp, (before, one, two) => {
      const after = changeMany(before, keysOfEverything(before).map((key) => [key, OPEN]), one);
      const back = changeMany(after, undoOf(before, after, after, OPEN), two);
      for (const key of Object.keys(before.items)) assert.equal(changeOf(back, key)?.state, changeOf(before, key)?.state, key);
    }));
  });
});

describe('a certificate', () => {
  const complete = change(withDone(readKey('saga'), labKey('saga-lab'), itemKey('first', 'check'), itemKey('first', 'build')), attemptKey('first.check', '1'), '5/5', { now: 5000, replica: 'a' });

  it('exists only when every item is done, and counts how each was checked', () => {
    assert.equal(certificateOf(change(complete, itemKey('first', 'build'), OPEN, stamp), first, 'Ada'), undefined);
    assert.equal(certificateOf(complete, path('empty', []), 'Ada'), undefined);
    const certificate = certificateOf(complete, first, '  Ada\n\u0000 Lovelace ');
    assert.deepEqual(certificate?.counts, { tests: 1, quiz: 1, read: 1, declared: 1 });
    assert.equal(certificate.name, 'Ada Lovelace');
    assert.deepEqual([certificate.begun, certificate.completed], [1000, 5000]);
  });

  it('is a drawing that loads nothing and shows the name as it is written', () => {
    const words = { heading: 'h', title: 't', given: 'g', dates: 'd', outcome: 'o '.repeat(200), summary: ['s'], itemHeading: 'i', rows: [{ what: 'w'.repeat(200), how: 'x' }], note: 'n' };
    const svg = certificateSvg('<script>"&', words);
    assert.ok(svg.includes('&lt;script&gt;&quot;&amp;') && !svg.includes('<script'));
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|href|url\(|<image|<foreignObject/);
    assert.ok(svg.includes(`${'w'.repeat(65)}…`));
  });
});
