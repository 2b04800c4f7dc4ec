import assert from 'node:assert/strict';
import { change, changeItem, declaredKey, DONE, emptyProgress, milestones, readKey } from '../../../src/core';
import { item, makeLibrary, path, pattern } from '../support/makeLibrary';

const stamp = { now: 1, replica: 'a' };
const reading = item('read-first', { entry: 'pattern-1' });
const project = item('design-it', { type: 'project', hasBrief: true });
const exercise = item('exercise', { type: 'exercise', hasBrief: true });
const library = makeLibrary({
  entries: Array.from({ length: 12 }, (_, index) => pattern({ id: `pattern-${index + 1}` })),
  paths: [path('foundations', [[reading, exercise]]), path('advanced', [[project]])],
});
const states = (document = emptyProgress) => milestones(library, document).map(({ id, done, total, state }) => `${id} ${done}/${total} ${state}`);
const read = (count: number) =>
  Array.from({ length: count }, (_, index) => readKey(`pattern-${index + 1}`)).reduce((document, key) => change(document, key, DONE, stamp), emptyProgress);

describe('milestones', () => {
  it('are four, in order, and pending at first', () => {
    assert.deepEqual(states(), [
      'complete-foundations 0/2 pending',
      'master-ten-patterns 0/10 pending',
      'design-first-system 0/1 pending',
      'deploy-to-production 0/1 pending',
    ]);
  });

  it('follow what is read', () => {
    assert.deepEqual(states(read(9)).slice(0, 2), ['complete-foundations 1/2 in-progress', 'master-ten-patterns 9/10 in-progress']);
    assert.deepEqual(states(read(12)).slice(1, 2), ['master-ten-patterns 10/10 reached']);
  });

  it('follow the items of the paths', () => {
    const document = [reading, exercise].reduce((so, one) => changeItem(so, 'foundations', one, true, stamp), emptyProgress);
    assert.equal(states(document)[0], 'complete-foundations 2/2 reached');
    assert.equal(states(document)[2], 'design-first-system 0/1 pending');
    assert.equal(states(changeItem(document, 'advanced', project, true, stamp))[2], 'design-first-system 1/1 reached');
  });

  it('take the learner at their word about a deployment', () => {
    assert.equal(states(change(emptyProgress, declaredKey('deploy-to-production'), DONE, stamp))[3], 'deploy-to-production 1/1 reached');
  });

  it('count only patterns of the library', () => {
    const document = change(emptyProgress, readKey('a-removed-pattern'), DONE, stamp);
    assert.equal(states(document)[1], 'master-ten-patterns 0/10 pending');
  });

  it('stay pending in a library without paths', () => {
    assert.deepEqual(milestones(makeLibrary({}), emptyProgress).map(({ state }) => state), Array(4).fill('pending'));
  });
});
