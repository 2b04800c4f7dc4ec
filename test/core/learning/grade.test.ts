import assert from 'node:assert/strict';
import fc from 'fast-check';
import { grade, type QuizAnswer, type QuizQuestion } from '../../../src/core';
import { parseNumber } from '../../../src/core/learning/number';
import { multiple, numeric, ordering, single } from './quizFixture';

const right = { right: true };
const wrong = { right: false };

describe('Grading', () => {
  it('takes the one right option, and all of several or nothing', () => {
    assert.deepEqual(grade(single(), { chosen: [1] }), right);
    assert.deepEqual(grade(single(), { chosen: [0] }), wrong);
    assert.deepEqual(grade(multiple(), { chosen: [2, 0] }), right);
    for (const chosen of [[0], [2], [0, 1], [0, 1, 2], [1]]) assert.deepEqual(grade(multiple(), { chosen }), wrong, String(chosen));
  });

  it('takes an order only as a whole', () => {
    assert.deepEqual(grade(ordering(), { chosen: [0, 1, 2, 3] }), right);
    assert.deepEqual(grade(ordering(), { chosen: [1, 0, 2, 3] }), wrong);
    assert.deepEqual(grade(ordering(), { chosen: [0, 1, 2] }), { problem: 'malformed' });
  });

  it('takes a number within the tolerance, its edges included', () => {
    for (const text of ['34', '35', '36', '36.0']) assert.deepEqual(grade(numeric(), { text }), right, text);
    for (const text of ['33.9', '36.1', '-35']) assert.deepEqual(grade(numeric(), { text }), wrong, text);
    assert.deepEqual(grade(numeric({ answer: 0.3, tolerance: 0.1 }), { text: '0.4' }), right, '0.3 + 0.1 is a little less than 0.4 in binary');
    assert.deepEqual(grade(numeric({ answer: 17.6, tolerance: 0.3 }), { text: '17.9' }), right);
    assert.deepEqual(grade(numeric({ answer: 4, tolerance: 0 }), { text: '4' }), right);
    assert.deepEqual(grade(numeric({ answer: 4, tolerance: 0 }), { text: '4.001' }), wrong);
  });

  it('says what is missing, and counts it as no answer', () => {
    assert.deepEqual(grade(single(), { chosen: [] }), { problem: 'nothing' });
    assert.deepEqual(grade(numeric(), { text: '  ' }), { problem: 'missing' });
    assert.deepEqual(grade(numeric(), { text: 'about an hour' }), { problem: 'notANumber' });
    assert.deepEqual(grade(numeric(), { text: '35 ms' }), { problem: 'otherUnit' });
    for (const answer of [{ chosen: [4] }, { chosen: [-1] }, { chosen: [0.5] }, { chosen: [1, 1] }, { chosen: [0, 1] }, { text: 'B' }]) {
      assert.deepEqual(grade(single(), answer), { problem: 'malformed' }, JSON.stringify(answer));
    }
    assert.deepEqual(grade(numeric(), { chosen: [0] }), { problem: 'malformed' });
  });

  it('never throws, and finds every answer right, wrong or a problem', () => {
    const anyQuestion: fc.Arbitrary<QuizQuestion> = fc.constantFrom<QuizQuestion[]>(single(), multiple(), numeric(), ordering());
    const anyAnswer: fc.Arbitrary<QuizAnswer> = fc.oneof(fc.record({ text: fc.string() }), fc.record({ chosen: fc.array(fc.oneof(fc.integer({ min: -2, max: 6 }), fc.double())) }));
    fc.assert(fc.property(anyQuestion, anyAnswer, (question, answer) => {
      const result = grade(question, answer);
      assert.ok('problem' in result ? typeof result.problem === 'string' : typeof result.right === 'boolean');
    }));
  });
});

describe('Numbers as people type them', () => {
  const read = (text: string, unit = ''): number | string => {
    const parsed = parseNumber(text, unit);
    return 'value' in parsed ? parsed.value : parsed.problem;
  };

  it('are read with separators of thousands and either decimal sign', () => {
    for (const [text, value] of [
      ['1200', 1200], ['1,200', 1200], ['1 200', 1200], ['1\u202f200', 1200], ["1'200", 1200], ['1_200', 1200], ['1,200,000', 1.2e6], ['1.200.000', 1.2e6], ['12 000 000', 1.2e7],
      ['0.5', 0.5], ['0,5', 0.5], ['.5', 0.5], [',5', 0.5], ['5.', 5], ['12,5', 12.5], ['1,2345', 1.2345], ['0,200', 0.2], ['1.200', 1.2], ['1.200,5', 1200.5], ['1,200.5', 1200.5], ['1 200,5', 1200.5],
      ['-5', -5], ['−5', -5], ['- 5', -5], ['+5', 5], ['1e3', 1000], ['1,5e-3', 0.0015], ['2 × 10^3', 2000], ['2*10^-2', 0.02], ['≈ 17.6', 17.6], ['~3', 3], ['ca. 3', 3], ['= 4', 4],
    ] as const) assert.equal(read(text), value, text);
  });

  it('may have the unit that was asked for, in words or letters', () => {
    for (const [text, unit, value] of [
      ['0.5 %', '%', 0.5], ['0.5%', '%', 0.5], ['12 percent', '%', 12], ['35 s', 'seconds', 35], ['35 sec.', 'seconds', 35], ['1 second', 'seconds', 1], ['2h', 'hours', 2], ['3 yrs', 'years', 3],
      ['500 requests', 'requests a second', 500], ['500 requests per second', 'requests a second', 500], ['500 req/s', 'requests a second', 500], ['500/s', 'requests a second', 500], ['500 rps', 'requests a second', 500],
      ['€12', '€ an hour', 12], ['-€ 12', '€', -12], ['12 €', '€ an hour', 12], ['12 €/h', '€ an hour', 12], ['3 copies', 'copies', 3], ['20 queries', 'queries', 20],
    ] as const) assert.equal(read(text, unit), value, text);
  });

  it('with another unit are another number, and are not taken', () => {
    for (const [text, unit] of [['35 ms', 'seconds'], ['35 min', 'seconds'], ['0.5 %', ''], ['12k', 'requests'], ['$12', '€'], ['500 rps', 'requests a minute'], ['2 hours', 'days']] as const) {
      assert.equal(read(text, unit), 'otherUnit', text);
    }
  });

  it('are told from what is none', () => {
    for (const text of ['', ' ', '\u00a0']) assert.equal(read(text), 'missing');
    for (const text of ['many', '.', ',', '1/2', '5-7', '1 2', '1,20,0', '1.2.3', '1,2,3.4.5', '1 2000', '--5', '1e999', '10^3', 'NaN', 'Infinity', '0x1F', '1'.repeat(61), '12:30', '3 * 4']) {
      assert.match(String(read(text)), /^(?:notANumber|otherUnit)$/, text);
    }
    for (const text of ['1/2', '5-7', '1 2', '1.2.3', '12:30', '3 * 4', '1e999']) assert.equal(read(text), 'notANumber', text);
  });

  it('are read as they are written by a program', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => { assert.equal(read(String(value)), value === 0 ? 0 : value); }));
    fc.assert(fc.property(fc.integer(), (value) => { assert.equal(read(value.toLocaleString('en-US')), value); }));
  });
});
