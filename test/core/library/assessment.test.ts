import assert from 'node:assert/strict';
import { loadAssessment } from '../../../src/core';
import { ASSESSMENT, filesWithAssessment, validAssessment } from './assessmentFixture';
import { compile, lineOf, problemsOf, validFiles } from './fixture';

/** One change to the valid assessment, and the one problem that it must give. */
interface Break {
  readonly name: string;
  readonly from: string | RegExp;
  readonly to: string | ((match: string) => string);
  /** A text on the line that the problem names, or its number. */
  readonly at: string | number;
  readonly message: string;
}

const FIRST = 'resilience-beginner-0';
const linesBelow = (id: string, lines: number): number => lineOf(filesWithAssessment(), ASSESSMENT, `id: ${id}`) + lines;

const BREAKS: readonly Break[] = [
  { name: 'an unknown key', from: '    why: It is so.\n', to: '    why: It is so.\n    hint: Think.\n', at: 'hint', message: 'unknown key "questions.0.hint"; remove it, or see content/README.md for the keys of this kind' },
  { name: 'a scenario that does not fit on its line', from: 'Something happens.', to: 'a'.repeat(81), at: 'aaa', message: '"questions.0.scenario" must be at most 80 characters' },
  { name: 'two options', from: '[one, two, six, ten]', to: '[one, two]', at: '[one, two]', message: '"questions.0.options" needs at least three options' },
  { name: 'an answer about oneself that no question has', from: 'when: need.build', to: 'when: need.sleep', at: 'need.sleep', message: '"starters.7.when" must be "question.answer" as in src/core/advice/assessment/profile.ts' },
  { name: 'a question about no entry', from: 'entry: alpha-pattern', to: 'entry: gamma', at: 'gamma', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a starter that is no entry', from: '[alpha-pattern, first-law]', to: '[alpha-pattern, gamma]', at: 'gamma', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a starter written twice', from: /(questions:)/, to: '  - { when: domain.web, entries: [first-law] }\nquestions:', at: 'entries: [first-law]', message: '"domain.web" is written twice; merge the two lists' },
  { name: 'an answer about oneself without anything to read', from: /.*domain\.data.*\n/, to: '', at: 'starters:', message: 'nothing to read is named for "domain.data"; add "when: domain.data" with at least one entry' },
  { name: 'a question id written twice', from: 'id: resilience-beginner-1', to: `id: ${FIRST}`, at: linesBelow('resilience-beginner-1', 0), message: `the question id "${FIRST}" is written twice; results refer to it, so give each question its own` },
  { name: 'a right option that does not exist', from: '[one, two, six, ten]\n    right: 1', to: '[one, two, six]\n    right: 4', at: linesBelow(FIRST, 6), message: `"${FIRST}" has 3 options, and option 4 is said to be the right one; count from 1` },
  { name: 'an option written twice', from: '[one, two, six, ten]', to: '[one, two, six, Two]', at: 'Two]', message: 'the option "Two" is written twice; write another' },
  { name: 'a question without its mark', from: 'What is it?', to: 'What is it', at: linesBelow(FIRST, 4), message: `the question of "${FIRST}" does not end in a question mark; put the situation into "scenario"` },
  { name: 'a reason that is no sentence', from: 'It is so.', to: 'It is so', at: linesBelow(FIRST, 7), message: `the reason of "${FIRST}" does not end in a full stop; write one sentence` },
  { name: 'a topic that lacks a level', from: /id: data-advanced-11\n    topic: data\n    level: advanced/, to: 'id: data-advanced-11\n    topic: data\n    level: beginner', at: 'questions:', message: 'the topic "data" has 1 of the 2 questions that it needs at the level "advanced"; write the missing' },
  { name: 'a position that is right too often', from: /right: [23]/g, to: 'right: 1', at: 'questions:', message: 'the right option is number 1 in 27 of 36 questions, and at most 12 may share a position; reorder the options of some' },
  { name: 'right options that are too often the longest', from: /\[one, two, six, ten\]\n {4}right: [12]/g, to: (match) => (match.endsWith('1') ? match.replace('one', 'longest') : match.replace('two', 'longest')), at: 'questions:', message: 'the right option is the longest in 18 of 36 questions, and at most 12 are allowed; shorten it there, or lengthen another' },
];

describe('compileLibrary, on the assessment', () => {
  it('finds nothing wrong with the fixture, and hands it out', () => {
    assert.deepEqual(problemsOf(filesWithAssessment()), []);
    const { assessment } = compile(filesWithAssessment());
    assert.equal(loadAssessment(JSON.parse(JSON.stringify(assessment))).questions.length, 36);
  });

  it('does not ask for one: a team’s own library may have none', () => {
    assert.equal(compile(validFiles()).assessment, undefined);
  });

  for (const { name, from, to, at, message } of BREAKS) {
    it(`reports ${name}`, () => {
      const text = validAssessment().replace(from, (match) => (typeof to === 'string' ? to : to(match)));
      assert.notEqual(text, validAssessment(), 'the fixture holds what the test changes');
      const files = filesWithAssessment(text);
      const line = typeof at === 'number' ? at : lineOf(files, ASSESSMENT, at);
      assert.deepEqual(problemsOf(files), [`${ASSESSMENT}:${line}: ${message}`]);
    });
  }

  it('says what is wrong with a damaged file', () => {
    assert.throws(() => loadAssessment({ version: 1, starters: [], questions: [{}] }), /The assessment of Distributed Systems Studio is damaged or from another version, at questions\.0\.id/);
  });
});
