import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emergencySteps } from '../../../src/core/extracts';
import { contentLibrary } from '../support/contentLibrary';

const bodyOf = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../content', path), 'utf8').replace(/^---\n.*?\n---\n/s, '');

describe('The first five minutes', () => {
  for (const playbook of contentLibrary().all('playbook')) {
    it(`of ${playbook.title} are steps, each of which can be told apart`, () => {
      const steps = emergencySteps(bodyOf(playbook.path));
      assert.ok(steps.length >= 4, `${steps.length} steps`);
      assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
      for (const { text } of steps) assert.match(text, /^[A-Z].*[.?]$/);
    });
  }

  it('keep code and links, and take the text of what else is marked', () => {
    const [step] = emergencySteps('## First five minutes\n\n1. Run `kubectl get pods`, see [Timeout](../patterns/resilience/timeout.md#problem), *now*:\n   [status](https://example.org).\n');
    assert.deepEqual(step?.parts, [
      { type: 'text', text: 'Run ' },
      { type: 'code', text: 'kubectl get pods' },
      { type: 'text', text: ', see ' },
      { type: 'link', text: 'Timeout', entry: 'timeout', section: 'problem' },
      { type: 'text', text: ', now: status.' },
    ]);
    assert.equal(step.text, 'Run `kubectl get pods`, see Timeout, now: status.');
  });

  it('are those of that section and that list only', () => {
    const markdown = '## Symptoms\n\n1. No.\n\n## First five minutes\n\nText.\n\n1. One.\n2. Two.\n   - and a part\n3. One.\n\nText.\n\n1. Not this.\n\n## Stabilise\n\n1. Nor this.\n';
    const steps = emergencySteps(markdown);
    assert.deepEqual(steps.map(({ text }) => text), ['One.', 'Two. and a part', 'One.']);
    assert.deepEqual(steps.map(({ id }) => id), ['one', 'two-and-a-part', 'one-1']);
    assert.deepEqual(emergencySteps('## Stabilise\n\n1. A.\n'), []);
    assert.deepEqual(emergencySteps('## First five minutes\n\nNothing.\n\n## Stabilise\n\n1. A.\n'), []);
  });
});
