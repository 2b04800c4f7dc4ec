import assert from 'node:assert/strict';
import { checkTemplate, formatRecord, TEMPLATE_PLACEHOLDERS } from '../../../src/core';
import { draft, options } from './fixtures';

describe('The template of a team', () => {
  const form = (template: string, more: Partial<typeof options> = {}): string => formatRecord(draft, { ...options, ...more, template });

  it('knows every placeholder, and fills it once', () => {
    const template = Object.keys(TEMPLATE_PLACEHOLDERS).map((name) => `${name}: {{ ${name} }}`).join('\n');
    assert.deepEqual(checkTemplate(template), []);
    const text = form(template);
    assert.match(text, /^title: Use Circuit Breaker for calls to payments\nnumber: 0005\ndate: 2026-11-21\nstatus: accepted\n/);
    assert.doesNotMatch(text, /\{\{/);
    assert.ok(formatRecord({ ...draft, title: '{{date}} $& $1' }, { ...options, template: '# {{title}}' }).startsWith('# {{date}} $& $1\n'));
  });

  it('keeps its own line breaks, without a byte order mark', () => {
    const text = form('\uFEFF# {{title}}\r\n\r\n{{context}}\r\n');
    assert.ok(text.startsWith('# Use'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('says what it supersedes even without a place for it', () => {
    const supersedes = { number: '0002', title: 'Old', href: '0002-old.md' };
    assert.ok(form('# {{title}}', { supersedes }).endsWith('\n\nSupersedes [ADR-0002: Old](0002-old.md).\n'));
    assert.equal(form('{{supersedes}}\n# {{title}}', { supersedes }).split('Supersedes').length, 2);
  });

  it('is refused with the place of what is wrong, and the standard form is used', () => {
    assert.deepEqual(checkTemplate('# {{title}}\r\n\r\n{{ owner }} {{toString}}'), [
      { kind: 'unknown-placeholder', name: 'owner', line: 3, start: 0, end: 11 },
      { kind: 'unknown-placeholder', name: 'toString', line: 3, start: 12, end: 24 },
    ]);
    assert.deepEqual(checkTemplate('# Record'), [{ kind: 'no-title', line: 1, start: 0, end: 0 }]);
    assert.equal(form('# Record'), formatRecord(draft, options));
  });
});
