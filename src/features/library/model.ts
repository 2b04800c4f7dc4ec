import { CATEGORIES, DOMAINS, KINDS, QUESTIONS, TIERS, TOPICS, problemsOf, type CalculatorOverview, type CaseStudyEntry, type Entry, type GuideEntry, type Kind, type Library, type PatternEntry } from '../../core';
import type { Grouping } from './grouping';

/** A node of the Library tree: kinds and calculators on top, groups below them where a kind is grouped, entries at the leaves. */
export type LibraryNode = GroupNode | EntryNode | CalculatorNode;
export interface GroupNode {
  readonly type: 'group';
  /** Unique in the tree and stable, so that VS Code keeps what is expanded. */
  readonly key: string;
  readonly group: Group;
  readonly children: readonly LibraryNode[];
  /** Entries or calculators below, each counted once. */
  readonly count: number;
}
export interface EntryNode {
  readonly type: 'entry';
  readonly key: string;
  readonly entryId: string;
  readonly entry: Entry;
}

export interface CalculatorNode {
  readonly type: 'calculator';
  readonly key: string;
  readonly calculatorId: string;
  readonly calculator: CalculatorOverview;
}

/** What a group stands for; the provider finds the words. */
export type Group =
  | { readonly by: 'kind'; readonly value: Kind }
  | { readonly by: 'category'; readonly value: PatternEntry['category'] }
  | { readonly by: 'tier'; readonly value: PatternEntry['tier'] }
  | { readonly by: 'problem'; readonly value: (typeof QUESTIONS.hurts)[number] | 'other' }
  | { readonly by: 'domain'; readonly value: CaseStudyEntry['domain'] }
  | { readonly by: 'company'; readonly value: string }
  | { readonly by: 'topic'; readonly value: GuideEntry['topic'] }
  | { readonly by: 'calculators'; readonly value: 'all' };

/** The whole tree, top level first. Groups without entries are left out. Pure. */
export function buildTree(library: Library, grouping: Grouping): readonly GroupNode[] {
  const kinds = KINDS.flatMap((kind) => {
    const entries = library.all(kind);
    if (entries.length === 0) return [];
    return [kindNode(kind, entries, library, grouping)];
  });
  return library.calculators.length === 0 ? kinds : [...kinds, calculatorGroup(library.calculators)];
}

function calculatorGroup(calculators: Library['calculators']): GroupNode {
  const key = 'calculators';
  const children = calculators.map((calculator): CalculatorNode => ({ type: 'calculator', key: `${key}/${calculator.id}`, calculatorId: calculator.id, calculator }));
  return { type: 'group', key, group: { by: 'calculators', value: 'all' }, children, count: children.length };
}

/** Below a kind: `company` puts designs that are nobody's in particular last. */
const NO_COMPANY = '';

function kindNode(kind: Kind, entries: readonly Entry[], library: Library, grouping: Grouping): GroupNode {
  const group: Group = { by: 'kind', value: kind };
  if (kind === 'pattern') return nested(group, patternGroups(library.all('pattern'), grouping.patterns));
  if (kind === 'case-study') return nested(group, caseStudyGroups(library.all('case-study'), grouping.caseStudies));
  if (kind === 'guide') return nested(group, guideGroups(library.all('guide')));
  return leafGroup(group, kind, entries);
}

function guideGroups(guides: readonly GuideEntry[]): readonly GroupNode[] {
  return TOPICS.map((value) => leafGroup({ by: 'topic', value }, `guide/topic/${value}`, guides.filter(({ topic }) => topic === value)));
}

function patternGroups(patterns: readonly PatternEntry[], by: Grouping['patterns']): readonly GroupNode[] {
  const make = (group: Group, members: readonly PatternEntry[]): GroupNode =>
    leafGroup(group, `pattern/${group.by}/${group.value}`, byTierThenTitle(members));
  switch (by) {
    case 'category':
      return CATEGORIES.map((value) => make({ by, value }, patterns.filter(({ category }) => category === value)));
    case 'tier':
      return TIERS.map((value) => make({ by, value }, patterns.filter(({ tier }) => tier === value)));
    case 'problem':
      return [
        ...QUESTIONS.hurts.map((value) => make({ by, value }, patterns.filter((pattern) => problemsOf(pattern).includes(value)))),
        make({ by, value: 'other' }, patterns.filter((pattern) => problemsOf(pattern).length === 0)),
      ];
  }
}

function caseStudyGroups(studies: readonly CaseStudyEntry[], by: Grouping['caseStudies']): readonly GroupNode[] {
  const make = (group: Group, members: readonly CaseStudyEntry[]): GroupNode =>
    leafGroup(group, `case-study/${group.by}/${group.value}`, members);
  if (by === 'domain') return DOMAINS.map((value) => make({ by, value }, studies.filter(({ domain }) => domain === value)));
  const companies = [...new Set(studies.flatMap(({ company }) => (company === undefined ? [] : [company])))].sort();
  return [...companies, NO_COMPANY].map((value) =>
    make({ by, value }, studies.filter(({ company }) => (company ?? NO_COMPANY) === value)),
  );
}

function nested(group: Group, groups: readonly GroupNode[]): GroupNode {
  const children = groups.filter(({ count }) => count > 0);
  // A pattern may be listed under several problems; it counts once.
  const ids = new Set(children.flatMap((child) => child.children.flatMap((node) => (node.type === 'entry' ? [node.entryId] : []))));
  return { type: 'group', key: `${group.by}/${group.value}`, group, children, count: ids.size };
}

function leafGroup(group: Group, key: string, entries: readonly Entry[]): GroupNode {
  const children = entries.map((entry): EntryNode => ({ type: 'entry', key: `${key}/${entry.id}`, entryId: entry.id, entry }));
  return { type: 'group', key, group, children, count: entries.length };
}

function byTierThenTitle(patterns: readonly PatternEntry[]): readonly PatternEntry[] {
  // The library's order is by title, and sorting is stable.
  return [...patterns].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}
