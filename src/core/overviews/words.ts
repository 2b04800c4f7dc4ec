/**
 * Names of the closed lists in the language of the content. What stands in a page is content, which is not translated;
 * the labels of trees and pickers are in `src/studio/labels.ts`, and a test holds the two together.
 */
import type { AnswerId } from '../advice/questions';
import type { Category, Difficulty, Domain, Kind, Tier, Topic } from '../library/vocabulary';

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  law: 'Laws',
  pillar: 'Pillars',
  principle: 'Principles',
  pattern: 'Patterns',
  'anti-pattern': 'Anti-Patterns',
  'case-study': 'Case Studies',
  company: 'Companies',
  playbook: 'Playbooks',
  migration: 'Migrations',
  guide: 'Guides',
  reference: 'Reference',
};

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  resilience: 'Resilience',
  scaling: 'Scaling',
  'data-management': 'Data Management',
  communication: 'Communication',
  coordination: 'Coordination',
  architecture: 'Architecture',
  deployment: 'Deployment',
  observability: 'Observability',
  security: 'Security',
  cost: 'Cost',
  'ml-infrastructure': 'ML Infrastructure',
};

export const TIER_NAMES: Readonly<Record<Tier, string>> = { gold: 'Gold', silver: 'Silver', bronze: 'Bronze' };

export const DIFFICULTY_NAMES: Readonly<Record<Difficulty, string>> = { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' };

export const DOMAIN_NAMES: Readonly<Record<Domain, string>> = {
  infrastructure: 'Infrastructure',
  databases: 'Databases',
  'messaging-streaming': 'Messaging and Streaming',
  'search-analytics': 'Search and Analytics',
  'social-communication': 'Social and Communication',
  'financial-commerce': 'Finance and Commerce',
  'location-services': 'Location Services',
  'media-streaming': 'Media Streaming',
  gaming: 'Gaming',
  'elite-engineering': 'Engineering Practice',
  organisation: 'Organisation',
};

export const TOPIC_NAMES: Readonly<Record<Topic, string>> = {
  fundamentals: 'Fundamentals',
  design: 'Design',
  operations: 'Operations',
  quantitative: 'Quantitative Analysis',
  security: 'Security',
  people: 'People',
};

export const PROBLEM_NAMES: Readonly<Record<AnswerId<'hurts'>, string>> = {
  'cascading-failures': 'One failing service drags others down',
  'slow-dependencies': 'Calls to dependencies are slow or hang',
  overload: 'Traffic peaks overwhelm us',
  'abusive-callers': 'Some callers take more than their share',
  'database-reads': 'Reads overwhelm the database',
  'database-writes': 'Writes or data outgrow one database',
  'distant-users': 'Users far away wait too long',
  'region-outage': 'The loss of a zone or region takes us down',
  'blast-radius': 'One fault or one deployment hits everybody',
  'inconsistent-data': 'Services disagree about the data',
  'lost-or-repeated-work': 'Work gets lost or is done twice',
  'complex-queries': 'Queries and transactions get in each other’s way',
  'stale-analytics': 'Reports and analyses come too late',
  'single-owner': 'Several instances must agree on one leader or owner',
  'tight-coupling': 'Services are tightly coupled',
  'finding-services': 'Services cannot find each other',
  'client-complexity': 'Clients must know too many services',
  'slow-delivery': 'Teams block each other; releases are slow',
  'risky-releases': 'Releases break what worked',
  'legacy-system': 'An old system must be replaced while it runs',
  'unknown-causes': 'We cannot see why things fail',
  'unauthorised-access': 'Access inside the system is trusted too easily',
  'uneven-load': 'Load varies widely; capacity idles or falls short',
  'model-operations': 'Models are hard to train, serve or trust in production',
  cost: 'Cost grows faster than traffic',
};
