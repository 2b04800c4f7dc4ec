import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advise, MOST_QUESTIONS, nextQuestion, QUESTIONS, QUESTION_IDS, separations, type Answers, type QuestionId } from '../../../src/core';
import { contentLibrary } from '../support/contentLibrary';
import { makeLibrary, patternWith, signal } from '../support/makeLibrary';

/** Everything that the questionnaire would ask of a person who answers like this, in its order. */
function walk(library: ReturnType<typeof makeLibrary>, person: Answers): { asked: QuestionId[]; answers: Answers } {
  const asked: QuestionId[] = [];
  let answers: Answers = {};
  for (let question = nextQuestion(library, answers, asked); question; question = nextQuestion(library, answers, asked)) {
    assert.ok(!asked.includes(question), `${question} is asked twice`);
    asked.push(question);
    answers = { ...answers, ...(person[question] && { [question]: person[question] }) };
  }
  return { asked, answers };
}

describe('the next question', () => {
  it('is what brings the person here, and then what separates the candidates best', () => {
    const library = makeLibrary({ entries: [
      patternWith('a', [signal('stage.prototype', -2), signal('stage.established', 3), signal('musts.latency', 1)]),
      patternWith('b', [signal('stage.prototype', 3), signal('stage.established', -2), signal('musts.latency', 1)]),
    ] });
    assert.equal(nextQuestion(library, {}, []), 'goal');
    assert.equal(nextQuestion(library, {}, ['goal']), 'stage');
    const values = separations(library, {}, ['goal']);
    assert.equal(values.find(({ question }) => question === 'musts')?.value, 0, 'an answer that moves all alike separates nothing');
  });

  it('hangs on the answers before it', () => {
    const library = contentLibrary();
    assert.equal(nextQuestion(library, { goal: ['production-problem'] }, ['goal']), 'hurts');
    assert.notEqual(nextQuestion(library, { goal: ['new-system'] }, ['goal']), 'hurts');
    const largest = walk(library, { goal: ['new-system'], users: ['over-10m'], data: ['over-10tb'] }).asked;
    assert.ok(!(largest.includes('users') && largest.includes('data')), 'the largest size needs no second figure');
  });

  it('comes two to six times for anybody, before what is in place', () => {
    const library = contentLibrary();
    const person = fc.record(Object.fromEntries(QUESTION_IDS.map((question) => [question, fc.subarray([...QUESTIONS[question]], { minLength: 1, maxLength: question === 'hurts' || question === 'musts' ? 3 : 1 })])), { requiredKeys: [] });
    fc.assert(fc.property(person, (given) => {
      const { asked } = walk(library, given);
      assert.ok(asked.length >= 2 && asked.length <= MOST_QUESTIONS, asked.join());
    }), { numRuns: 60 });
  }).timeout(20_000);

  it('does not decide the result: the same answers in any order give the same advice', () => {
    const library = contentLibrary();
    const { answers } = walk(library, { goal: ['modernise'], hurts: ['legacy-system', 'risky-releases'], team: ['few-teams'], stage: ['established'], users: ['10k-to-1m'], musts: ['availability'] });
    fc.assert(fc.property(fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }), (entries) => {
      assert.deepEqual(advise(library, Object.fromEntries(entries) as Answers), advise(library, answers));
    }), { numRuns: 20 });
  });

  it('ends early when nothing is left to separate', () => {
    const library = makeLibrary({ entries: [patternWith('only', [signal('hurts.cost', 3)])] });
    assert.deepEqual(walk(library, { goal: ['learn'] }).asked.length, 2, 'the fewest');
    assert.equal(nextQuestion(makeLibrary({}), {}, ['goal', 'hurts']), undefined);
  });
});
