/** Which learning path fits, and where in it to start. */
import type { AssessmentContent, LearningPath, Library, PathItem } from '../../library/model';
import type { AssessmentTopic } from '../../library/vocabulary';
import { isItemDone } from '../../learning/paths';
import type { ProgressDocument } from '../../learning/progress';
import { rankOf, type AssessedLevel, type TopicLevels } from './levels';
import type { Profile } from './profile';
import { topicOf } from './topics';

export interface StartingPoint {
  readonly path: LearningPath;
  readonly item: PathItem;
  /** How many items before it are skipped because their topic was mastered; done ones do not count. */
  readonly skipped: number;
}

/** Easiest first. */
const PATH_LEVELS: readonly LearningPath['level'][] = ['beginner', 'practitioner', 'architect', 'leader'];
const PATH_FOR: Readonly<Record<AssessedLevel, LearningPath['level']>> = {
  none: 'beginner', beginner: 'beginner', intermediate: 'practitioner', advanced: 'architect',
};
/** What makes a topic known to a path: one step above the level at which the path begins. */
const MASTERED: Readonly<Record<LearningPath['level'], AssessedLevel>> = {
  beginner: 'intermediate', practitioner: 'advanced', architect: 'advanced', leader: 'advanced',
};

/**
 * Where to start; undefined when every item of every path is done. The path is that of the role, for a lead, else of the
 * overall level; without one of that level the nearest easier one, then the nearest harder. In it, the first item that is
 * not done and whose topic is not mastered. A capstone is never skipped: it shows what answers cannot.
 */
export function startingPoint(
  library: Library, content: AssessmentContent, levels: TopicLevels, overall: AssessedLevel, profile: Profile, progress: ProgressDocument,
): StartingPoint | undefined {
  const wanted = PATH_LEVELS.indexOf(profile.experience === 'lead' ? 'leader' : PATH_FOR[overall]);
  const distance = (path: LearningPath): number => {
    const above = PATH_LEVELS.indexOf(path.level) - wanted;
    return above <= 0 ? -above : PATH_LEVELS.length + above;
  };
  const byFit = [...library.paths].sort((a, b) => distance(a) - distance(b) || a.order - b.order);
  for (const path of byFit) {
    const start = startIn(library, content, path, levels, progress);
    if (start !== undefined) return start;
  }
  return undefined;
}

function startIn(library: Library, content: AssessmentContent, path: LearningPath, levels: TopicLevels, progress: ProgressDocument): StartingPoint | undefined {
  const open = itemsWithTopics(library, content, path).filter(({ item }) => !isItemDone(progress, path.id, item));
  const isKnown = (topic: AssessmentTopic | undefined): boolean => topic !== undefined && rankOf(levels[topic]) >= rankOf(MASTERED[path.level]);
  const found = open.findIndex(({ item, topic }) => item.type === 'capstone' || !isKnown(topic));
  // A path without a capstone, all known: its last task is what is left to show.
  const position = found === -1 ? open.length - 1 : found;
  const item = open[position]?.item;
  return item && { path, item, skipped: position };
}

/** An item without an entry practises what was read before it. */
function itemsWithTopics(library: Library, content: AssessmentContent, path: LearningPath): readonly { readonly item: PathItem; readonly topic: AssessmentTopic | undefined }[] {
  let topic: AssessmentTopic | undefined;
  return path.weeks.flatMap(({ items }) => items).map((item) => {
    const entry = library.get(item.entry ?? '');
    if (entry !== undefined) topic = topicOf(library, content, entry) ?? topic;
    return { item, topic };
  });
}
