import assert from 'node:assert/strict';
import type { EntryBody } from '../../../src/core';
import { renderBody, renderSections } from '../../../src/core/reading';

const REFERENCE = { id: 'a-2020', author: 'A. Author', title: 'On Things', year: 2020, url: 'https://example.org/a', kind: 'paper' } as const;
const body = (markdown: string): EntryBody => ({ version: 1, id: 'entry', markdown, diagrams: [], references: [REFERENCE], executed: false });

describe('renderSections', () => {
  const MARKDOWN = 'Before.\n\n## One *more*\n\n| a |\n| - |\n| b |\n\n### Part\n\n```shell\nls\n```\n\n## Two\n\nText.[^a-2020]\n\n> ## Quoted\n\n## Two\n';

  it('gives what renderBody gives, cut at the headings', () => {
    const whole = renderBody(body(MARKDOWN)).html;
    const sections = renderSections(body(MARKDOWN));
    assert.deepEqual(sections.map(({ id, title }) => [id, title]), [['one-more', 'One more'], ['two', 'Two'], ['two-1', 'Two'], ['references', 'References']]);
    for (const { html } of sections.slice(0, -1)) assert.ok(whole.includes(html), html);
    assert.match(sections[0]?.html ?? '', /aria-label="Table: One more"/);
    assert.match(sections[1]?.html ?? '', /href="#reference-1".*Quoted/s);
    assert.match(sections[3]?.html ?? '', /^<ol class="references">\s*<li id="reference-1">.*<\/li>\s*<\/ol>\s*$/s);
    assert.ok(sections.every(({ html }) => !html.includes('Before')));
  });

  it('has no references where nothing is cited', () => {
    assert.deepEqual(renderSections(body('## A\n\nText.\n')), [{ id: 'a', title: 'A', html: '<p>Text.</p>\n' }]);
  });
});
