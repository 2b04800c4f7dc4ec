/** Closed lists of the content format. The order here is the order in which the product shows them. */
export const KINDS = [
  'law', 'pillar', 'principle', 'pattern', 'anti-pattern', 'case-study', 'company', 'playbook', 'migration', 'guide', 'reference',
] as const;
export type Kind = (typeof KINDS)[number];

export const CATEGORIES = [
  'resilience',
  'scaling',
  'data-management',
  'communication',
  'coordination',
  'architecture',
  'deployment',
  'observability',
  'security',
  'cost',
  'ml-infrastructure',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** gold: default choice for its problem; silver: right in known conditions; bronze: legacy or narrow. */
export const TIERS = ['gold', 'silver', 'bronze'] as const;
export type Tier = (typeof TIERS)[number];

export const DIFFICULTIES = ['beginner', 'intermediate', 'advanced'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const DOMAINS = [
  'infrastructure',
  'databases',
  'messaging-streaming',
  'search-analytics',
  'social-communication',
  'financial-commerce',
  'location-services',
  'media-streaming',
  'gaming',
  'elite-engineering',
  'organisation',
] as const;
export type Domain = (typeof DOMAINS)[number];

export const TOPICS = ['fundamentals', 'design', 'operations', 'quantitative', 'security', 'people'] as const;
export type Topic = (typeof TOPICS)[number];

/** How hard a migration is to carry through, for a team that does it the first time. */
export const COMPLEXITIES = ['low', 'medium', 'high'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

export const REFERENCE_KINDS = ['paper', 'book', 'post', 'documentation', 'incident', 'talk', 'standard'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** How one entry relates to another. `alternatives`, `complements` and `conflicts` hold in both directions. */
export const RELATIONS = ['requires', 'complements', 'alternatives', 'conflicts'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ITEM_TYPES = ['study', 'exercise', 'lab', 'case-study', 'tool', 'quiz', 'project', 'capstone'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Who a path is for: a role, a specialisation, or anyone with a question. */
export const PATH_GROUPS = ['role', 'track', 'topic'] as const;
export type PathGroup = (typeof PATH_GROUPS)[number];
export const PATH_LEVELS = ['beginner', 'practitioner', 'architect', 'leader'] as const;
export type PathLevel = (typeof PATH_LEVELS)[number];

export const QUESTION_TYPES = ['single', 'multiple', 'numeric', 'ordering'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What the assessment asks about. */
export const ASSESSMENT_TOPICS = ['resilience', 'data', 'communication', 'scale', 'operations', 'architecture'] as const;
export type AssessmentTopic = (typeof ASSESSMENT_TOPICS)[number];
