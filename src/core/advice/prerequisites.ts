/** The patterns of a plan and what they require, as a graph that can be drawn. */
import type { Library, PatternEntry } from '../library/model';
import { presentPatterns } from './recommend';
import type { Plan } from './plan';
import type { Answers } from './questions';

export interface PrerequisiteNode {
  readonly entry: PatternEntry;
  readonly state: 'start' | 'next' | 'inPlace' | 'missing';
  /** From 0: one more than the greatest column of what it requires. */
  readonly column: number;
}

export interface PrerequisiteEdge {
  /** What is required. */
  readonly from: PatternEntry;
  /** What requires it. */
  readonly to: PatternEntry;
  readonly because: string;
}

export interface PrerequisiteGraph {
  /** By column, then as in the plan. Only patterns that have an edge. */
  readonly nodes: readonly PrerequisiteNode[];
  readonly edges: readonly PrerequisiteEdge[];
}

/** Everything that the plan's patterns require, directly and through others; without edges when they require nothing. */
export function prerequisiteGraph(library: Library, { startWith, next }: Plan, answers: Answers): PrerequisiteGraph {
  const start = startWith.map(({ entry }) => entry);
  const following = next.map(({ recommendation }) => recommendation.entry);
  const inPlace = presentPatterns(library, answers.inPlace);
  const edges: PrerequisiteEdge[] = [];
  const seen = new Set<PatternEntry>([...start, ...following]);
  const open = [...seen];
  for (let to = open.shift(); to !== undefined; to = open.shift()) {
    for (const { entry: from, relation, because = '' } of library.related(to.id)) {
      if (relation !== 'requires' || from.kind !== 'pattern') continue;
      edges.push({ from, to, because });
      if (seen.has(from)) continue;
      seen.add(from);
      if (!inPlace.includes(from)) open.push(from); // what is in place has what it requires
    }
  }
  const stateOf = (entry: PatternEntry): PrerequisiteNode['state'] =>
    start.includes(entry) ? 'start' : following.includes(entry) ? 'next' : inPlace.includes(entry) ? 'inPlace' : 'missing';
  const nodes = [...seen]
    .filter((entry) => edges.some(({ from, to }) => from === entry || to === entry))
    .map((entry) => ({ entry, state: stateOf(entry), column: columnOf(entry, edges, new Set()) }));
  return { nodes: nodes.sort((a, b) => a.column - b.column), edges };
}

/** @param path the patterns on the way here: a circle of requirements, which the content check forbids, must not hang the editor */
function columnOf(entry: PatternEntry, edges: readonly PrerequisiteEdge[], path: ReadonlySet<PatternEntry>): number {
  if (path.has(entry)) return 0;
  const required = edges.filter(({ to }) => to === entry);
  return Math.max(0, ...required.map(({ from }) => columnOf(from, edges, new Set([...path, entry])) + 1));
}
