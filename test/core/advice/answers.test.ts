import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advise, decidingAnswers, FACTS, factsOf, leaveOut, parseAnswers, QUESTIONS, recommend, scaleTierOf, TIERS, type Answers, type QuestionId } from '../../../src/core';
import { assess, emphasisOf } from '../../../src/core/advice/assess';
import { makeLibrary, patternWith, signal } from '../support/makeLibrary';

/** Any answers, "not sure" included, in any order. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      Object.entries(QUESTIONS).map(([question, answers]) => [
        question,
        fc.shuffledSubarray([...answers], { maxLength: question === 'hurts' || question === 'musts' ? answers.length : 1 }),
      ]),
    ),
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((answers) => answers as Answers);

/** Libraries of patterns with any signals, so that scores tie, cancel and veto. */
const anyLibrary = fc
  .array(
    fc.record({
      tier: fc.constantFrom(...TIERS),
      difficulty: fc.constantFrom('beginner' as const, 'advanced' as const),
      signals: fc.array(fc.record({ fact: fc.constantFrom(...FACTS), weight: fc.constantFrom(-3 as const, -2 as const, -1 as const, 1 as const, 2 as const, 3 as const) }), { minLength: 3, maxLength: 20 }),
    }),
    { maxLength: 8 },
  )
  .map((patterns) =>
    makeLibrary({
      entries: patterns.map(({ signals, ...rest }, index) =>
        patternWith(`pattern-${index}`, signals.map(({ fact, weight }) => signal(fact, weight)), rest),
      ),
    }),
  );

const shown = (library: Parameters<typeof recommend>[0], answers: Answers) => JSON.stringify([recommend(library, answers), leaveOut(library, answers)]);

describe('answers', () => {
  it('from anywhere are read without throwing, unknown ones dropped', () => {
    assert.deepEqual(parseAnswers({ goal: ['learn'], hurts: ['cost', 'gone', 'overload', 'cost'], gone: ['x'], users: 'under-10k', data: 7 }), {
      goal: ['learn'], users: ['under-10k'], hurts: ['overload', 'cost'],
    });
    for (const stored of [undefined, null, 0, 'learn', [], ['learn'], { __proto__: { goal: 'learn' } }]) assert.deepEqual(parseAnswers(stored), {});
    fc.assert(fc.property(fc.anything(), (value) => void parseAnswers(value)));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(QUESTIONS)), fc.anything()), (value) => void recommend(makeLibrary({}), value)));
  });

  it('keep what is in place, each once, in one order', () => {
    assert.deepEqual(parseAnswers({ inPlace: ['timeout', 'bulkhead', 'timeout', 7, ''] }), { inPlace: ['bulkhead', 'timeout'] });
    assert.deepEqual(parseAnswers({ inPlace: 'timeout' }), { inPlace: ['timeout'] });
    assert.deepEqual(parseAnswers({ inPlace: [null] }), {});
  });

  it('that contradict each other count as "not sure"', () => {
    assert.deepEqual(parseAnswers({ stage: ['prototype', 'established'], hurts: ['cost', 'overload'] }), { hurts: ['overload', 'cost'] });
  });

  it('survive being stored', () => {
    fc.assert(fc.property(anyAnswers, (answers) => {
      const parsed = parseAnswers(answers);
      assert.deepEqual(parseAnswers(JSON.parse(JSON.stringify(parsed))), parsed);
    }));
  });

  it('state facts, and the scale that they imply', () => {
    assert.deepEqual(factsOf({ hurts: ['overload', 'cascading-failures'], users: ['10k-to-1m'], data: ['under-10tb'] }), [
      'users.10k-to-1m', 'data.under-10tb', 'hurts.cascading-failures', 'hurts.overload', 'scale.large',
    ]);
  });

  it('tell which of them decided about the scale', () => {
    assert.deepEqual(decidingAnswers({ users: ['under-10k'], data: ['under-10tb'] }), ['data.under-10tb']);
    assert.deepEqual(decidingAnswers({ users: ['over-10m'], data: ['over-10tb'] }), ['users.over-10m']);
    assert.deepEqual(decidingAnswers({ users: ['1m-to-10m'], data: ['under-10tb'] }), ['users.1m-to-10m', 'data.under-10tb']);
    assert.deepEqual(decidingAnswers({ users: ['10k-to-1m'], data: ['over-10tb'] }), ['data.over-10tb'], 'as far as the users allow');
    assert.deepEqual(decidingAnswers({}), []);
  });

  it('imply the larger of users and data; either is enough', () => {
    assert.equal(scaleTierOf({ users: ['over-10m'], data: ['under-1gb'] }), 'global');
    assert.equal(scaleTierOf({ users: ['under-10k'], data: ['under-100gb'] }), 'growing');
    assert.equal(scaleTierOf({ data: ['under-1gb'] }), 'small');
    assert.equal(scaleTierOf({ users: [] }), undefined);
    assert.equal(scaleTierOf({ users: ['under-10k'], data: ['over-10tb'] }), 'large', 'much data alone is not users everywhere');
    assert.equal(scaleTierOf({ data: ['over-10tb'] }), 'global');
  });
});

describe('a recommendation, for any library and any answers,', () => {
  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse().map(([question, list]) => [question, [...list].reverse()])) as Answers;
        assert.equal(shown(library, reversed), shown(library, answers));
      }),
    );
  });

  it('does not depend on the order of the patterns in the library', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const reversed = makeLibrary({ entries: [...library.all('pattern')].reverse() });
        assert.equal(shown(reversed, answers), shown(library, answers));
      }),
    );
  });

  it('is not changed by a "not sure"', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, fc.constantFrom(...(Object.keys(QUESTIONS) as QuestionId[])), (library, answers, question) => {
        const { [question]: _dropped, ...without } = answers;
        assert.equal(shown(library, { ...without, [question]: [] }), shown(library, without));
      }),
    );
  });

  it('is the same each time, and leaves its input alone', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const before = JSON.stringify(answers);
        assert.equal(shown(library, answers), shown(library, answers));
        assert.equal(JSON.stringify(answers), before);
      }),
    );
  });

  it('never names a pattern twice, nor both recommends it and leaves it out', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const ids = [...recommend(library, answers), ...leaveOut(library, answers)].map(({ entry }) => entry.id);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('gives a reason for each pattern, scores it by its reasons, and never recommends against a veto', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const facts = new Set(factsOf(answers));
        const list = recommend(library, answers);
        for (const { entry, score, adds, reasons } of list) {
          const weights = entry.signals.filter(({ when }) => facts.has(when));
          assert.ok(reasons.length > 0 && reasons.every(({ weight }) => weight > 0));
          assert.ok(score > 0 && score <= weights.reduce((sum, { when, weight }) => sum + weight * emphasisOf(when), 0));
          assert.ok(adds <= score && score <= (list[0]?.score ?? 0), 'the first has the highest score');
          assert.ok(!weights.some(({ weight }) => weight === -3));
        }
        for (const { against, other } of leaveOut(library, answers)) assert.ok(against.length > 0 || other !== undefined);
      }),
    );
  });

  it('never scores a pattern higher for a "not sure" than for the best answer', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, fc.constantFrom(...(Object.keys(QUESTIONS) as QuestionId[])), (library, answers, question) => {
        const { [question]: _dropped, ...without } = answers;
        for (const entry of library.all('pattern')) {
          const scoreOf = (given: Answers) => assess(entry, given).score;
          const best = Math.max(...QUESTIONS[question].map((answer) => scoreOf({ ...without, [question]: [answer] })));
          assert.ok(scoreOf(without) <= best, `${scoreOf(without)} without an answer to ${question}, ${best} with the best one`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('plans no more than a team can carry, and nothing twice', () => {
    fc.assert(
      fc.property(anyLibrary, anyAnswers, (library, answers) => {
        const { plan } = advise(library, answers);
        const ids = [...plan.startWith.map(({ entry }) => entry.id), ...plan.next.map(({ recommendation }) => recommendation.entry.id)];
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(plan.startWith.length <= 3 && plan.next.length <= 4);
        assert.ok(plan.burden <= plan.capacity || plan.startWith.length === 1);
        const clear = recommend(library, answers).some(({ reasons }) => reasons.some(({ weight }) => weight >= 2));
        assert.ok(clear || plan.startWith.length === 0, 'a side effect is no start');
      }),
    );
  });
});
