/** The pattern of the week: the same for the whole ISO week, another in the next. */
import type { AssessmentContent, Library, PatternEntry } from '../../library/model';
import { ASSESSMENT_TOPICS, DIFFICULTIES } from '../../library/vocabulary';
import { rankOf, type TopicLevels } from './levels';
import { topicOf } from './topics';

const DAY_MS = 86_400_000;

/**
 * Which week a day is in, counted without a break over the ends of years.
 * @param date YYYY-MM-DD; anything else counts as week 0
 * @returns ISO weeks (Monday to Sunday) since the one that holds 1 January 1970
 */
export function weekOf(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // 1 January 1970 was a Thursday, the fourth day of its week.
  return Number.isFinite(days) ? Math.floor((days + 3) / 7) : 0;
}

/**
 * The patterns of the weakest topics take turns, those at most one step above what was shown there (intermediate in any
 * case); all patterns of these topics if there are none, and all patterns if the topics have none. Undefined in a library without patterns.
 * @param date YYYY-MM-DD
 */
export function patternOfTheWeek(library: Library, content: AssessmentContent, levels: TopicLevels, date: string): PatternEntry | undefined {
  const lowest = Math.min(...ASSESSMENT_TOPICS.map((topic) => rankOf(levels[topic])));
  const patterns = library.all('pattern');
  const ofWeakTopics = patterns.filter((entry) => {
    const topic = topicOf(library, content, entry);
    return topic !== undefined && rankOf(levels[topic]) === lowest;
  });
  // Nothing shown still allows what is intermediate: few patterns are for beginners, and one of them all year is no rotation.
  const hardest = Math.max(1, lowest);
  const inReach = ofWeakTopics.filter(({ difficulty }) => DIFFICULTIES.indexOf(difficulty) <= hardest);
  const fitting = [inReach, ofWeakTopics, patterns].find(({ length }) => length > 0) ?? [];
  return fitting[weekOf(date) % Math.max(1, fitting.length)];
}
