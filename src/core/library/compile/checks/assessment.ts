import { PROFILE_FACTS } from '../../../advice/assessment/profile';
import type { AssessmentContent, AssessmentQuestion } from '../../model';
import type { Kind } from '../../vocabulary';
import { ASSESSMENT_TOPICS, DIFFICULTIES } from '../../vocabulary';
import type { Report } from '../source';
import type { LineOf } from '../yaml';
import { checkId } from './relations';

/** Two of each, so that whoever takes the assessment again meets other questions. */
const QUESTIONS_PER_LEVEL = 2;
/** Whoever always takes the same position, or the longest option, must not do much better than by chance. */
const LARGEST_SHARE = 1 / 3;

/** The questions of the assessment: every topic at every level, known entries, and no way to pass without knowing. */
export function checkAssessment({ starters, questions }: AssessmentContent, lineOf: LineOf, kinds: ReadonlyMap<string, Kind>, report: Report): void {
  starters.forEach(({ when, entries }, index) => {
    if (starters.findIndex((other) => other.when === when) !== index) report(lineOf('starters', index, 'when'), `"${when}" is written twice; merge the two lists`);
    entries.forEach((id, position) => void checkId(id, undefined, kinds, lineOf('starters', index, 'entries', position), report));
  });
  for (const fact of PROFILE_FACTS) {
    if (!starters.some(({ when }) => when === fact)) report(lineOf('starters'), `nothing to read is named for "${fact}"; add "when: ${fact}" with at least one entry`);
  }
  questions.forEach((question, index) => { checkQuestion(question, (...keys) => lineOf('questions', index, ...keys), report); });
  questions.forEach(({ id, entry }, index) => {
    if (questions.findIndex((other) => other.id === id) !== index) report(lineOf('questions', index, 'id'), `the question id "${id}" is written twice; results refer to it, so give each question its own`);
    checkId(entry, undefined, kinds, lineOf('questions', index, 'entry'), report);
  });
  checkCoverage(questions, lineOf('questions'), report);
  checkGuessing(questions, lineOf('questions'), report);
}

function checkQuestion({ id, question, options, right, why }: AssessmentQuestion, lineOf: LineOf, report: Report): void {
  if (right > options.length) report(lineOf('right'), `"${id}" has ${options.length} options, and option ${right} is said to be the right one; count from 1`);
  const names = options.map((option) => option.toLowerCase());
  names.forEach((name, position) => {
    if (names.indexOf(name) !== position) report(lineOf('options', position), `the option "${options[position] ?? ''}" is written twice; write another`);
  });
  if (!question.endsWith('?')) report(lineOf('question'), `the question of "${id}" does not end in a question mark; put the situation into "scenario"`);
  if (!why.endsWith('.')) report(lineOf('why'), `the reason of "${id}" does not end in a full stop; write one sentence`);
}

function checkCoverage(questions: readonly AssessmentQuestion[], line: number, report: Report): void {
  for (const topic of ASSESSMENT_TOPICS) {
    for (const level of DIFFICULTIES) {
      const count = questions.filter((question) => question.topic === topic && question.level === level).length;
      if (count < QUESTIONS_PER_LEVEL) report(line, `the topic "${topic}" has ${count} of the ${QUESTIONS_PER_LEVEL} questions that it needs at the level "${level}"; write the missing`);
    }
  }
}

function checkGuessing(questions: readonly AssessmentQuestion[], line: number, report: Report): void {
  const most = Math.floor(questions.length * LARGEST_SHARE);
  for (let position = 1; position <= 4; position++) {
    const count = questions.filter(({ right }) => right === position).length;
    if (count > most) report(line, `the right option is number ${position} in ${count} of ${questions.length} questions, and at most ${most} may share a position; reorder the options of some`);
  }
  const longest = questions.filter(({ options, right }) => options.every((option, index) => index === right - 1 || option.length < (options[right - 1] ?? '').length)).length;
  if (longest > most) report(line, `the right option is the longest in ${longest} of ${questions.length} questions, and at most ${most} are allowed; shorten it there, or lengthen another`);
}
