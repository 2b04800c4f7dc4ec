import assert from 'node:assert/strict';
import { buildTree, type GroupNode } from '../../src/features/library/model';
import { law, makeLibrary, pattern, signal } from './support/makeLibrary';

const library = makeLibrary({
  entries: [
    law({ id: 'second-law', order: 2 }),
    law({ id: 'first-law', order: 1 }),
    pattern({ id: 'alpha', tier: 'silver', category: 'scaling', signals: [signal('hurts.overload', 2), signal('hurts.cost', 3), signal('goal.learn', 1)] }),
    pattern({ id: 'beta', tier: 'gold', category: 'scaling', signals: [signal('hurts.overload', 3), signal('hurts.cost', 1), signal('goal.learn', 1)] }),
    pattern({ id: 'gamma', tier: 'bronze', category: 'resilience' }),
  ],
});

/** The tree as indented lines with counts. */
function lines(nodes: ReturnType<typeof buildTree>, depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.group.by}=${node.group.value} ${node.count}`,
    ...node.children.flatMap((child) => (child.type === 'group' ? lines([child], depth + 1) : [`${'  '.repeat(depth + 1)}${child.type === 'entry' ? child.entryId : child.calculatorId}`])),
  ]);
}

const patterns = (grouping: 'category' | 'tier' | 'problem'): string[] =>
  lines(buildTree(library, { patterns: grouping, caseStudies: 'domain' }).filter(({ group }) => group.value === 'pattern'));

describe('The Library tree', () => {
  it('has the kinds that have entries, laws in their order', () => {
    const tree = buildTree(library, { patterns: 'category', caseStudies: 'domain' });
    assert.deepEqual(lines(tree.filter(({ group }) => group.value !== 'pattern')), ['kind=law 2', '  first-law', '  second-law']);
  });

  it('ends with the calculators in their order, where there are any', () => {
    const overview = (id: string) => ({ id, title: id, summary: '', keywords: [], entries: [] });
    const tree = buildTree(makeLibrary({ calculators: [overview('quorum'), overview('capacity'), overview('availability')] }), { patterns: 'category', caseStudies: 'domain' });
    assert.deepEqual(lines(tree), ['calculators=all 3', '  availability', '  capacity', '  quorum']);
    assert.deepEqual(tree[0]?.children.map(({ key }) => key), ['calculators/availability', 'calculators/capacity', 'calculators/quorum']);
  });

  it('groups patterns by category, gold before silver in each, and leaves empty groups out', () => {
    assert.deepEqual(patterns('category'), [
      'kind=pattern 3', '  category=resilience 1', '    gamma', '  category=scaling 2', '    beta', '    alpha',
    ]);
  });

  it('groups patterns by tier', () => {
    assert.deepEqual(patterns('tier'), [
      'kind=pattern 3', '  tier=gold 1', '    beta', '  tier=silver 1', '    alpha', '  tier=bronze 1', '    gamma',
    ]);
  });

  it('lists a pattern under each problem that it is for, counts it once, and forgets none', () => {
    assert.deepEqual(patterns('problem'), [
      'kind=pattern 3', '  problem=overload 2', '    beta', '    alpha', '  problem=cost 1', '    alpha', '  problem=other 1', '    gamma',
    ]);
  });

  it('gives every node a key of its own, or VS Code would mix them up', () => {
    for (const grouping of ['category', 'tier', 'problem'] as const) {
      const keys: string[] = [];
      const walk = (node: GroupNode): void => {
        keys.push(node.key);
        for (const child of node.children) {
          if (child.type === 'group') walk(child);
          else keys.push(child.key);
        }
      };
      buildTree(library, { patterns: grouping, caseStudies: 'company' }).forEach(walk);
      assert.equal(new Set(keys).size, keys.length, keys.join('\n'));
    }
  });
});
