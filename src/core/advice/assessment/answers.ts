/** What a person answered in one run of the assessment, and how it reads against the questions of today. */
import type { AssessmentContent, AssessmentQuestion } from '../../library/model';
import type { Profile } from './profile';

/** The answer to one question of knowledge. */
export interface AssessmentAnswer {
  /** Id of the question. */
  readonly question: string;
  /** Position of the chosen option, from 1; null: "I don't know". */
  readonly choice: number | null;
}

/** One finished run, as it is kept. */
export interface AssessmentRun {
  /** The day on which it ended, as YYYY-MM-DD. */
  readonly taken: string;
  /** From 1; it decides which of several equal questions is asked. */
  readonly attempt: number;
  readonly profile: Profile;
  readonly answers: readonly AssessmentAnswer[];
}

export interface AnsweredQuestion {
  readonly question: AssessmentQuestion;
  readonly choice: number | null;
  readonly right: boolean;
}

/**
 * The answers with their questions, in the order of the content, whatever the order in which they were given. A question
 * that no longer exists is left out; of two answers to one question the first counts; a choice of no option is none.
 */
export function answeredQuestions(content: AssessmentContent, answers: readonly AssessmentAnswer[]): readonly AnsweredQuestion[] {
  return content.questions.flatMap((question): AnsweredQuestion[] => {
    const answer = answers.find((candidate) => candidate.question === question.id);
    if (answer === undefined) return [];
    const choice = answer.choice !== null && answer.choice >= 1 && answer.choice <= question.options.length ? answer.choice : null;
    return [{ question, choice, right: choice === question.right }];
  });
}
