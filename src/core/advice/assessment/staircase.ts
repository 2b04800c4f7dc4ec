/** Which question comes next: two in each topic, the second harder or easier by the first. The maths is in `../assessment.ts`. */
import type { AssessmentContent, AssessmentQuestion } from '../../library/model';
import { ASSESSMENT_TOPICS, type AssessmentTopic, type Difficulty } from '../../library/vocabulary';
import { answeredQuestions, type AssessmentAnswer } from './answers';

/** Questions of knowledge in a complete run. */
export const ASSESSMENT_LENGTH = 2 * ASSESSMENT_TOPICS.length;
/** After this many every topic has been asked about once, and a result means something. */
export const ASSESSMENT_MINIMUM = ASSESSMENT_TOPICS.length;

const FIRST_LEVEL: Difficulty = 'intermediate';

/**
 * The next question, or undefined at the end. First each topic once, in the middle; then each once more, a level up after a
 * right answer, a level down after a wrong one or none.
 * @param attempt from 1; where several questions fit, each attempt takes the next of them in turn
 */
export function nextAssessmentQuestion(content: AssessmentContent, answers: readonly AssessmentAnswer[], attempt: number): AssessmentQuestion | undefined {
  const answered = answeredQuestions(content, answers);
  const inTopic = (topic: AssessmentTopic) => answered.filter(({ question }) => question.topic === topic);
  const pick = (topic: AssessmentTopic, level: Difficulty): AssessmentQuestion | undefined => {
    const fitting = content.questions.filter((question) => question.topic === topic && question.level === level);
    return fitting[(Math.max(1, attempt) - 1) % Math.max(1, fitting.length)];
  };
  for (const topic of ASSESSMENT_TOPICS) {
    if (inTopic(topic).length > 0) continue;
    const question = pick(topic, FIRST_LEVEL);
    if (question !== undefined) return question;
  }
  for (const topic of ASSESSMENT_TOPICS) {
    const [first, second] = inTopic(topic);
    if (first === undefined || second !== undefined) continue;
    const question = pick(topic, first.right ? 'advanced' : 'beginner');
    if (question !== undefined) return question;
  }
  return undefined;
}
