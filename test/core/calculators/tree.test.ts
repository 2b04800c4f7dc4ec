import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Composition } from '../../../src/core/calculators/definition';
import { compositionOf, MOST_BLOCKS, MOST_COPIES, treeProblems, typedTree, type TypedTree } from '../../../src/core/calculators/tree';
import { readValue, typedDefault } from '../../../src/core/calculators/values';
import { blocks } from '../support/calculatorValues';

const component = (name = '', availability = '99 %'): TypedTree => ({ type: 'component', name, availability });
const series = (...members: readonly TypedTree[]): TypedTree => ({ type: 'series', name: '', members });
const redundant = (required: string, ...members: readonly TypedTree[]): TypedTree => ({ type: 'redundant', name: '', required, beta: '0 %', members });
const copies = (count: string, required: string, member = component()): TypedTree => ({ type: 'copies', name: '', count, required, beta: '0 %', member });

/** Each problem as "code path.part bound". */
const problemsOf = (tree: TypedTree): readonly string[] => treeProblems(tree).map(({ code, path, part, bound }) => [code, [path, part].filter((step) => step !== undefined).join(':'), bound].filter((each) => each !== undefined).join(' '));

/** A composition without its numbers, and the numbers. */
function takenApart(tree: Composition): { readonly shape: string; readonly numbers: readonly number[] } {
  const numbers: number[] = [];
  const shape = JSON.stringify(tree, (_key, value: unknown) => {
    if (typeof value !== 'number') return value;
    numbers.push(value);
    return '#';
  });
  return { shape, numbers };
}

describe('A composition that is typed', () => {
  it('is the composition that it was made of, to the digits that a field shows', () => {
    fc.assert(fc.property(blocks, (tree) => {
      const typed = typedTree(tree);
      const problems = treeProblems(typed);
      if (problems.some(({ code }) => code === 'tooManyBlocks')) return;
      assert.deepEqual(problems, []);
      const [before, after] = [takenApart(tree), takenApart(compositionOf(typed))];
      assert.equal(after.shape, before.shape);
      after.numbers.forEach((value, index) => { assert.ok(Math.abs(value - (before.numbers[index] ?? NaN)) <= 1e-10, `${value} of ${before.numbers[index]}`); });
      assert.deepEqual(typedTree(compositionOf(typed)), typed, 'shown again, it stays as it is');
    }));
  });

  it('takes numbers as all fields do', () => {
    const tree = compositionOf(series(component('A', '99,95'), redundant('1', component('B', '0.5'), component('C', ' 100 % ')), copies('3', '2')));
    assert.deepEqual(tree, {
      type: 'series', name: '', members: [
        { type: 'component', name: 'A', availability: 0.9995 },
        { type: 'redundant', name: '', required: 1, beta: 0, members: [{ type: 'component', name: 'B', availability: 0.005 }, { type: 'component', name: 'C', availability: 1 }] },
        { type: 'copies', name: '', count: 3, required: 2, beta: 0, member: { type: 'component', name: '', availability: 0.99 } },
      ],
    });
  });

  it('says of each problem at which block it is, and in which of its fields', () => {
    const tree = series(
      component('fine'),
      redundant('3', component('a', '101 %'), series(component('b', 'often'), copies('2', '3', component('', '')))),
      { ...component('x'.repeat(81)), availability: '-1 %' } as TypedTree,
    );
    assert.deepEqual(problemsOf(tree), [
      'tooLarge 1:required 2', 'tooLarge 1.0:availability 100 %', 'notANumber 1.1.0:availability 99.9 %', 'tooLarge 1.1.1:required 2', 'missing 1.1.1.0:availability',
      'tooLong 2:name 80', 'tooSmall 2:availability 0 %',
    ]);
    assert.deepEqual(problemsOf(component('', 'x')), ['notANumber :availability 99.9 %'], 'the root has an empty path');
  });

  it('needs a member in each group, and no more of them at work than there are', () => {
    assert.deepEqual(problemsOf(series()), ['tooFewMembers ']);
    assert.deepEqual(problemsOf(series(component(), redundant('1'))), ['tooFewMembers 1']);
    assert.deepEqual(problemsOf(redundant('2', component(), component())), []);
    assert.deepEqual(problemsOf(redundant('0', component(), component())), ['tooSmall :required 1']);
    assert.deepEqual(problemsOf(redundant('1.5', component(), component())), ['notWhole :required']);
  });

  it('has a limit of copies, and what must work is held to it where their number is wrong itself', () => {
    assert.deepEqual(problemsOf(copies(String(MOST_COPIES), String(MOST_COPIES))), []);
    assert.deepEqual(problemsOf(copies(String(MOST_COPIES + 1), '1')), [`tooLarge :count ${MOST_COPIES}`]);
    assert.deepEqual(problemsOf(copies('many', '1')), ['notANumber :count 2'], 'one mistake, one sentence');
    assert.deepEqual(problemsOf(copies('', '101')), ['missing :count', `tooLarge :required ${MOST_COPIES}`]);
  });

  it('has a limit of blocks, at whatever depth', () => {
    const wide = (count: number): TypedTree => series(...Array.from({ length: count - 1 }, () => component()));
    assert.deepEqual(problemsOf(wide(MOST_BLOCKS)), []);
    assert.deepEqual(problemsOf(wide(MOST_BLOCKS + 1)), [`tooManyBlocks  ${MOST_BLOCKS}`]);
    const deep = (depth: number): TypedTree => (depth === 1 ? component() : copies('1', '1', deep(depth - 1)));
    assert.deepEqual(problemsOf(deep(MOST_BLOCKS)), []);
    assert.deepEqual(problemsOf(deep(MOST_BLOCKS + 1)), [`tooManyBlocks  ${MOST_BLOCKS}`]);
  });

  it('is read only without problems', () => {
    assert.throws(() => compositionOf(component('', 'x')), RangeError);
    const field = { kind: 'tree', default: { type: 'component', name: 'A', availability: 0.99 } } as const;
    assert.deepEqual(readValue(field, typedDefault(field)), { value: field.default });
    assert.deepEqual(readValue(field, component('', 'x')), { problems: [{ code: 'notANumber', bound: '99.9 %', path: '', part: 'availability' }] });
    assert.deepEqual(readValue(field, 'x'), { problems: [{ code: 'malformed' }] });
  });
});
