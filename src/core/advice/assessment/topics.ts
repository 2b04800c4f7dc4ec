/** Which topic of the assessment an entry belongs to. */
import type { AssessmentContent, Entry, Library } from '../../library/model';
import { ASSESSMENT_TOPICS, type AssessmentTopic, type Category, type Topic } from '../../library/vocabulary';

/** Patterns of machine learning belong to none: nobody meets them for a weakness in architecture. */
const OF_CATEGORY: Readonly<Record<Category, AssessmentTopic | undefined>> = {
  resilience: 'resilience',
  scaling: 'scale',
  'data-management': 'data',
  communication: 'communication',
  coordination: 'data',
  architecture: 'architecture',
  deployment: 'operations',
  observability: 'operations',
  security: 'operations',
  cost: 'scale',
  'ml-infrastructure': undefined,
};

const OF_GUIDE: Readonly<Record<Topic, AssessmentTopic>> = {
  fundamentals: 'resilience',
  design: 'architecture',
  operations: 'operations',
  quantitative: 'scale',
  security: 'operations',
  people: 'architecture',
};

/**
 * The topic of an entry: that of the first question it answers; else of its category or kind of guide; else the one that
 * most of its patterns have, the earlier of two in the list. Undefined where none of these says anything.
 */
export function topicOf(library: Library, content: AssessmentContent, entry: Entry): AssessmentTopic | undefined {
  const asked = content.questions.find((question) => question.entry === entry.id);
  if (asked !== undefined) return asked.topic;
  if (entry.kind === 'pattern') return OF_CATEGORY[entry.category];
  if (entry.kind === 'guide') return OF_GUIDE[entry.topic];
  const votes = ('patterns' in entry ? entry.patterns : []).flatMap((id) => {
    const pattern = library.get(id);
    return pattern?.kind === 'pattern' ? (OF_CATEGORY[pattern.category] ?? []) : [];
  });
  const count = (topic: AssessmentTopic): number => votes.filter((vote) => vote === topic).length;
  return votes.length === 0 ? undefined : ASSESSMENT_TOPICS.reduce((best, topic) => (count(topic) > count(best) ? topic : best));
}
