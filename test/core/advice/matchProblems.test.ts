import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadProblemWords, matchProblems, QUESTIONS, type AnswerId } from '../../../src/core';
import { PROBLEM_WORDS } from '../../../src/core/advice/problemWords';

/** As the build writes them and the extension reads them. */
const known = loadProblemWords(JSON.parse(JSON.stringify(PROBLEM_WORDS)));
const first = (text: string) => matchProblems(text, known)[0]?.problem;

describe('a problem in a person\'s own words', () => {
  const said: readonly (readonly [string, AnswerId<'hurts'>])[] = [
    ['our checkout hangs when the bank is slow', 'slow-dependencies'],
    ['Everything goes down together!', 'cascading-failures'],
    ['customers were charged twice', 'lost-or-repeated-work'],
    ['split brain after the failover', 'single-owner'],
    ['the cloud bill is too high', 'cost'],
    ['Black Friday traffic spike', 'overload'],
    ['one tenant floods us', 'abusive-callers'],
    ['we are scared to deploy', 'risky-releases'],
    ['COBOL on a mainframe', 'legacy-system'],
    ['users in Australia wait', 'distant-users'],
    ['nightly batch, the dashboard is old', 'stale-analytics'],
    ['joins across services', 'complex-queries'],
    ['GPU inference of our model', 'model-operations'],
  ];
  for (const [text, problem] of said) {
    it(`"${text}" is ${problem}`, () => {
      assert.equal(first(text), problem);
    });
  }

  it('may be misspelt, or begun', () => {
    assert.equal(first('casacde'), 'cascading-failures');
    assert.equal(first('overlod'), 'overload');
    assert.equal(first('duplic'), 'lost-or-repeated-work');
  });

  it('finds every problem by its own words', () => {
    for (const problem of QUESTIONS.hurts) {
      for (const words of PROBLEM_WORDS[problem]) {
        assert.ok(matchProblems(words, known).slice(0, 3).some((match) => match.problem === problem), `"${words}" does not lead to ${problem}`);
      }
    }
  });

  it('matches the labels of the language in which it is typed', () => {
    assert.equal(first('Kosten'), undefined);
    assert.equal(matchProblems('Kosten', known, { cost: 'Die Kosten laufen davon' })[0]?.problem, 'cost');
  });

  it('is known by its label and its name alone where the words cannot be read', () => {
    assert.equal(matchProblems('cascading', {})[0]?.problem, 'cascading-failures');
    for (const broken of [undefined, null, [1], { cost: 'bill' }, { cost: [1] }]) assert.throws(() => loadProblemWords(broken));
  });

  it('matches nothing when it says nothing, and never throws', () => {
    for (const text of ['', '   ', 'the and of', 'xyzzy', '?!']) assert.deepEqual(matchProblems(text, known), [], text);
    fc.assert(fc.property(fc.string(), (text) => { assert.ok(matchProblems(text, known).every(({ score }) => score > 0)); }));
  });
});
