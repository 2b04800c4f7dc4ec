/** From answers to levels: what was shown in each topic, and overall. */
import { ASSESSMENT_TOPICS, DIFFICULTIES, type AssessmentTopic } from '../../library/vocabulary';
import type { AnsweredQuestion } from './answers';

/** `none`: nothing was shown, which is not the same as knowing nothing. */
export const ASSESSED_LEVELS = ['none', ...DIFFICULTIES] as const;
export type AssessedLevel = (typeof ASSESSED_LEVELS)[number];
export type TopicLevels = Readonly<Record<AssessmentTopic, AssessedLevel>>;

/** Steps from `none`, which is 0, to `advanced`, which is 3. */
export const rankOf = (level: AssessedLevel): number => ASSESSED_LEVELS.indexOf(level);

/** In each topic the level of the hardest question that was answered right. */
export function topicLevels(answered: readonly AnsweredQuestion[]): TopicLevels {
  const levelOf = (topic: AssessmentTopic): AssessedLevel =>
    answered
      .filter(({ question, right }) => right && question.topic === topic)
      .reduce<AssessedLevel>((highest, { question }) => (rankOf(question.level) > rankOf(highest) ? question.level : highest), 'none');
  return Object.fromEntries(ASSESSMENT_TOPICS.map((topic) => [topic, levelOf(topic)])) as Record<AssessmentTopic, AssessedLevel>;
}

/** The highest level that at least two thirds of the topics reach: one lucky or unlucky topic does not decide. */
export function overallLevel(levels: TopicLevels): AssessedLevel {
  const ranks = ASSESSMENT_TOPICS.map((topic) => rankOf(levels[topic])).sort((a, b) => b - a);
  return ASSESSED_LEVELS[ranks[Math.ceil((2 * ranks.length) / 3) - 1] ?? 0] ?? 'none';
}
