import * as vscode from 'vscode';
import type { AnswerId, Category, Complexity, Difficulty, Domain, ItemType, Kind, RelationName, Tier, Topic } from '../core';

/** Names of the library's closed lists, as people read them. Titles of entries are content and stay as written. */
export function kindLabel(kind: Kind, count: 'one' | 'many' = 'one'): string {
  const labels: Record<Kind, readonly [string, string]> = {
    law: [vscode.l10n.t('Law'), vscode.l10n.t('Laws')],
    pillar: [vscode.l10n.t('Pillar'), vscode.l10n.t('Pillars')],
    pattern: [vscode.l10n.t('Pattern'), vscode.l10n.t('Patterns')],
    'case-study': [vscode.l10n.t('Case study'), vscode.l10n.t('Case Studies')],
    principle: [vscode.l10n.t('Principle'), vscode.l10n.t('Principles')],
    'anti-pattern': [vscode.l10n.t('Anti-pattern'), vscode.l10n.t('Anti-Patterns')],
    company: [vscode.l10n.t('Company'), vscode.l10n.t('Companies')],
    playbook: [vscode.l10n.t('Playbook'), vscode.l10n.t('Playbooks')],
    migration: [vscode.l10n.t('Migration'), vscode.l10n.t('Migrations')],
    guide: [vscode.l10n.t('Guide'), vscode.l10n.t('Guides')],
    reference: [vscode.l10n.t('Reference'), vscode.l10n.t('Reference')],
  };
  return labels[kind][count === 'one' ? 0 : 1];
}

export function tierLabel(tier: Tier): string {
  const labels: Record<Tier, string> = {
    gold: vscode.l10n.t('Gold'),
    silver: vscode.l10n.t('Silver'),
    bronze: vscode.l10n.t('Bronze'),
  };
  return labels[tier];
}

export function categoryLabel(category: Category): string {
  const labels: Record<Category, string> = {
    resilience: vscode.l10n.t('Resilience'),
    scaling: vscode.l10n.t('Scaling'),
    'data-management': vscode.l10n.t('Data Management'),
    communication: vscode.l10n.t('Communication'),
    coordination: vscode.l10n.t('Coordination'),
    architecture: vscode.l10n.t('Architecture'),
    deployment: vscode.l10n.t('Deployment'),
    observability: vscode.l10n.t('Observability'),
    security: vscode.l10n.t('Security'),
    cost: vscode.l10n.t('Cost'),
    'ml-infrastructure': vscode.l10n.t('ML Infrastructure'),
  };
  return labels[category];
}

export function domainLabel(domain: Domain): string {
  const labels: Record<Domain, string> = {
    infrastructure: vscode.l10n.t('Infrastructure'),
    databases: vscode.l10n.t('Databases'),
    'messaging-streaming': vscode.l10n.t('Messaging and Streaming'),
    'search-analytics': vscode.l10n.t('Search and Analytics'),
    'social-communication': vscode.l10n.t('Social and Communication'),
    'financial-commerce': vscode.l10n.t('Finance and Commerce'),
    'location-services': vscode.l10n.t('Location Services'),
    'media-streaming': vscode.l10n.t('Media Streaming'),
    gaming: vscode.l10n.t('Gaming'),
    'elite-engineering': vscode.l10n.t('Engineering Practice'),
    organisation: vscode.l10n.t('Organisation'),
  };
  return labels[domain];
}

export function topicLabel(topic: Topic): string {
  const labels: Record<Topic, string> = {
    fundamentals: vscode.l10n.t('Fundamentals'),
    design: vscode.l10n.t('Design'),
    operations: vscode.l10n.t('Operations'),
    quantitative: vscode.l10n.t('Quantitative Analysis'),
    security: vscode.l10n.t('Security'),
    people: vscode.l10n.t('People'),
  };
  return labels[topic];
}

export function difficultyLabel(difficulty: Difficulty): string {
  const labels: Record<Difficulty, string> = {
    beginner: vscode.l10n.t('Beginner'),
    intermediate: vscode.l10n.t('Intermediate'),
    advanced: vscode.l10n.t('Advanced'),
  };
  return labels[difficulty];
}

export function complexityLabel(complexity: Complexity): string {
  const labels: Record<Complexity, string> = {
    low: vscode.l10n.t('Low'),
    medium: vscode.l10n.t('Medium'),
    high: vscode.l10n.t('High'),
  };
  return labels[complexity];
}

export function itemTypeLabel(type: ItemType): string {
  const labels: Record<ItemType, string> = {
    study: vscode.l10n.t('Study'),
    exercise: vscode.l10n.t('Exercise'),
    lab: vscode.l10n.t('Lab'),
    'case-study': vscode.l10n.t('Case study'),
    tool: vscode.l10n.t('Tool'),
    quiz: vscode.l10n.t('Quiz'),
    project: vscode.l10n.t('Project'),
    capstone: vscode.l10n.t('Capstone'),
  };
  return labels[type];
}

/** Heads a list of entries on the page of this entry: "Requires: …". */
export function relationLabel(relation: RelationName): string {
  const labels: Record<RelationName, string> = {
    requires: vscode.l10n.t('Requires'),
    'required-by': vscode.l10n.t('Required by'),
    complements: vscode.l10n.t('Works well with'),
    alternatives: vscode.l10n.t('Alternatives'),
    conflicts: vscode.l10n.t('Conflicts with'),
    answers: vscode.l10n.t('Answers'),
    'answered-by': vscode.l10n.t('Answered by the patterns'),
    serves: vscode.l10n.t('Serves the pillars'),
    'served-by': vscode.l10n.t('Served by the patterns'),
    'bears-on': vscode.l10n.t('Bears on'),
    'cured-by': vscode.l10n.t('Replace it with'),
    cures: vscode.l10n.t('Replaces the anti-patterns'),
    violates: vscode.l10n.t('Violates the laws'),
    'violated-by': vscode.l10n.t('Violated by the anti-patterns'),
    'relies-on': vscode.l10n.t('Relies on the patterns'),
    'relied-on-by': vscode.l10n.t('Part of the plans'),
    uses: vscode.l10n.t('Uses the patterns'),
    'used-by': vscode.l10n.t('Used in the case studies'),
    illustrates: vscode.l10n.t('Illustrates the laws'),
    'illustrated-by': vscode.l10n.t('Illustrated by the case studies'),
    explains: vscode.l10n.t('Explains'),
    'explained-by': vscode.l10n.t('Explained by'),
    'studied-in': vscode.l10n.t('Case studies'),
    studies: vscode.l10n.t('Company'),
  };
  return labels[relation];
}

/** An answer to "What hurts?", which is also the problem by which the tree groups patterns. */
export function problemLabel(problem: AnswerId<'hurts'>): string {
  const labels: Record<AnswerId<'hurts'>, string> = {
    'cascading-failures': vscode.l10n.t('One failing service drags others down'),
    'slow-dependencies': vscode.l10n.t('Calls to dependencies are slow or hang'),
    overload: vscode.l10n.t('Traffic peaks overwhelm us'),
    'abusive-callers': vscode.l10n.t('Some callers take more than their share'),
    'database-reads': vscode.l10n.t('Reads overwhelm the database'),
    'database-writes': vscode.l10n.t('Writes or data outgrow one database'),
    'distant-users': vscode.l10n.t('Users far away wait too long'),
    'region-outage': vscode.l10n.t('The loss of a zone or region takes us down'),
    'blast-radius': vscode.l10n.t('One fault or one deployment hits everybody'),
    'inconsistent-data': vscode.l10n.t('Services disagree about the data'),
    'lost-or-repeated-work': vscode.l10n.t('Work gets lost or is done twice'),
    'complex-queries': vscode.l10n.t('Queries and transactions get in each other’s way'),
    'stale-analytics': vscode.l10n.t('Reports and analyses come too late'),
    'single-owner': vscode.l10n.t('Several instances must agree on one leader or owner'),
    'tight-coupling': vscode.l10n.t('Services are tightly coupled'),
    'finding-services': vscode.l10n.t('Services cannot find each other'),
    'client-complexity': vscode.l10n.t('Clients must know too many services'),
    'slow-delivery': vscode.l10n.t('Teams block each other; releases are slow'),
    'risky-releases': vscode.l10n.t('Releases break what worked'),
    'legacy-system': vscode.l10n.t('An old system must be replaced while it runs'),
    'unknown-causes': vscode.l10n.t('We cannot see why things fail'),
    'unauthorised-access': vscode.l10n.t('Access inside the system is trusted too easily'),
    'uneven-load': vscode.l10n.t('Load varies widely; capacity idles or falls short'),
    'model-operations': vscode.l10n.t('Models are hard to train, serve or trust in production'),
    cost: vscode.l10n.t('Cost grows faster than traffic'),
  };
  return labels[problem];
}
