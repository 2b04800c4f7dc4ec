/** A small assessment without problems, for the entries of the fixture: every topic at every level, twice. */
import { PROFILE_FACTS } from '../../../src/core/advice/assessment/profile';
import { ASSESSMENT_TOPICS, DIFFICULTIES } from '../../../src/core/library/vocabulary';
import { validFiles } from './fixture';

export const ASSESSMENT = 'assessment.yml';

/** The right option goes round, and all options are equally long. */
function question(topic: string, level: string, index: number): string {
  return [
    `  - id: ${topic}-${level}-${index}`, `    topic: ${topic}`, `    level: ${level}`, '    scenario: Something happens.', '    question: What is it?',
    '    options: [one, two, six, ten]', `    right: ${(index % 4) + 1}`, '    why: It is so.', '    entry: alpha-pattern', '',
  ].join('\n');
}

export function validAssessment(): string {
  const starters = PROFILE_FACTS.map((fact) => `  - { when: ${fact}, entries: [alpha-pattern, first-law] }\n`).join('');
  const cells = ASSESSMENT_TOPICS.flatMap((topic) => DIFFICULTIES.flatMap((level) => [[topic, level], [topic, level]] as const));
  return `starters:\n${starters}questions:\n${cells.map(([topic, level], index) => question(topic, level, index)).join('')}`;
}

/** The files of the fixture with an assessment. */
export function filesWithAssessment(text = validAssessment()): Map<string, string> {
  return validFiles().set(ASSESSMENT, text);
}
