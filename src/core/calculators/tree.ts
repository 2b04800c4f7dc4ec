/** A composition as it is typed: the same blocks, with texts for numbers. */
import type { Composition } from './definition';
import { count, share } from './fields';
import { formatTyped } from './format';
import { readNumberField, type ValueProblem } from './numberField';

export type TypedTree =
  | { readonly type: 'component'; readonly name: string; readonly availability: string }
  | { readonly type: 'series'; readonly name: string; readonly members: readonly TypedTree[] }
  | { readonly type: 'redundant'; readonly name: string; readonly required: string; readonly beta: string; readonly members: readonly TypedTree[] }
  | { readonly type: 'copies'; readonly name: string; readonly count: string; readonly required: string; readonly beta: string; readonly member: TypedTree };

/** More blocks than anybody draws, and few enough to calculate at each keystroke. */
export const MOST_BLOCKS = 60;
export const MOST_COPIES = 100;
const LONGEST_NAME = 80;

export const AVAILABILITY = share(0.999);
export const BETA = share(0);
export const COPIES = count(2, 1, MOST_COPIES);

export function typedTree(tree: Composition): TypedTree {
  switch (tree.type) {
    case 'component': return { ...tree, availability: formatTyped(tree.availability, 'percent') };
    case 'series': return { ...tree, members: tree.members.map(typedTree) };
    case 'redundant': return { ...tree, required: String(tree.required), beta: formatTyped(tree.beta, 'percent'), members: tree.members.map(typedTree) };
    case 'copies': return { ...tree, count: String(tree.count), required: String(tree.required), beta: formatTyped(tree.beta, 'percent'), member: typedTree(tree.member) };
  }
}

export function membersOf(tree: TypedTree): readonly TypedTree[] {
  return tree.type === 'component' ? [] : tree.type === 'copies' ? [tree.member] : tree.members;
}

const blocksIn = (tree: TypedTree): number => 1 + membersOf(tree).reduce((sum, member) => sum + blocksIn(member), 0);

/** Everything that is wrong with a tree, by the path of the block, such as "0.2"; the root's is "". */
export function treeProblems(tree: TypedTree): readonly ValueProblem[] {
  if (blocksIn(tree) > MOST_BLOCKS) return [{ code: 'tooManyBlocks', bound: String(MOST_BLOCKS), path: '' }];
  return problemsBelow(tree, '');
}

function problemsBelow(tree: TypedTree, path: string): readonly ValueProblem[] {
  const own = (part: string, field: Parameters<typeof readNumberField>[0], typed: string): readonly ValueProblem[] => {
    const read = readNumberField(field, typed);
    return 'value' in read ? [] : read.problems.map((problem) => ({ ...problem, path, part }));
  };
  const below = membersOf(tree).flatMap((member, index) => problemsBelow(member, path === '' ? String(index) : `${path}.${index}`));
  const named: readonly ValueProblem[] = tree.name.length > LONGEST_NAME ? [{ code: 'tooLong', bound: String(LONGEST_NAME), path, part: 'name' }] : [];
  switch (tree.type) {
    case 'component': return [...named, ...own('availability', AVAILABILITY, tree.availability)];
    case 'series': return [...named, ...(tree.members.length === 0 ? [{ code: 'tooFewMembers', path } as const] : []), ...below];
    case 'redundant':
      if (tree.members.length === 0) return [...named, { code: 'tooFewMembers', path }];
      return [...named, ...own('required', count(1, 1, tree.members.length), tree.required), ...own('beta', BETA, tree.beta), ...below];
    case 'copies': {
      const copies = own('count', COPIES, tree.count);
      const most = copies.length === 0 ? numberIn(tree.count) : MOST_COPIES;
      return [...named, ...copies, ...own('required', count(1, 1, most), tree.required), ...own('beta', BETA, tree.beta), ...below];
    }
  }
}

/** The blocks with their numbers, of a tree without problems. */
export function compositionOf(tree: TypedTree): Composition {
  const { name } = tree;
  switch (tree.type) {
    case 'component': return { type: 'component', name, availability: shareIn(tree.availability) };
    case 'series': return { type: 'series', name, members: tree.members.map(compositionOf) };
    case 'redundant': return { type: 'redundant', name, required: numberIn(tree.required), beta: shareIn(tree.beta), members: tree.members.map(compositionOf) };
    case 'copies': return { type: 'copies', name, count: numberIn(tree.count), required: numberIn(tree.required), beta: shareIn(tree.beta), member: compositionOf(tree.member) };
  }
}

const shareIn = (typed: string): number => valueIn(AVAILABILITY, typed);
const numberIn = (typed: string): number => valueIn(count(1, 1, Number.MAX_SAFE_INTEGER), typed);

function valueIn(field: Parameters<typeof readNumberField>[0], typed: string): number {
  const read = readNumberField(field, typed);
  if ('value' in read && typeof read.value === 'number') return read.value;
  throw new RangeError(`"${typed}" was to be checked before it is read.`);
}
