import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertUnderHeading } from '../../../src/core';

const insert = (document: string, ...lines: string[]): string => {
  const { offset, text } = insertUnderHeading(document, 'Timeline', lines);
  return document.slice(0, offset) + text + document.slice(offset);
};

describe('A line of the timeline', () => {
  it('goes behind the last line of the section', () => {
    assert.equal(insert('# N\n\n## Timeline\n\n- a\n\n## Decisions\n', '- b'), '# N\n\n## Timeline\n\n- a\n- b\n\n## Decisions\n');
    assert.equal(insert('## Timeline\n- a', '- b', '- c'), '## Timeline\n- a\n- b\n- c\n');
  });

  it('leaves an empty line behind a heading that has nothing below it', () => {
    assert.equal(insert('## Timeline\n\n## Decisions\n', '- a'), '## Timeline\n\n- a\n\n## Decisions\n');
    assert.equal(insert('## Timeline\n', '- a'), '## Timeline\n\n- a\n');
  });

  it('finds a heading that was moved, put on another level, or written differently', () => {
    assert.equal(insert('## Decisions\n\nx\n\n### timeline ###\n\n- a\n\n#### Night\n\n- b\n\n### Next\n', '- c'), '## Decisions\n\nx\n\n### timeline ###\n\n- a\n\n#### Night\n\n- b\n- c\n\n### Next\n');
  });

  it('takes a comment in a code block for no heading', () => {
    const document = '## Timeline\n\n```shell\n# Timeline\n```\n\n- a\n\n~~~\n## Decisions\n~~~\n';
    assert.equal(insert(document, '- b'), `${document.slice(0, -1)}\n- b\n`);
    assert.equal(insert('```\n## Timeline\n```\n\nEnd\n', '- a'), '```\n## Timeline\n```\n\nEnd\n- a\n');
  });

  it('goes to the end without the heading, and into an empty document', () => {
    assert.equal(insert('# Notes\n\nText\n\n\n', '- a'), '# Notes\n\nText\n- a\n\n\n');
    assert.equal(insert('', '- a'), '- a\n');
    assert.equal(insert('\n\n', '- a'), '- a\n\n\n');
  });

  it('keeps the line breaks of a document as they are', () => {
    assert.equal(insert('## Timeline\r\n\r\n- a\r\n\r\n## Next\r\n', '- b'), '## Timeline\r\n\r\n- a\n- b\r\n\r\n## Next\r\n');
  });

  it('never removes anything, and stands on a line of its own, whatever the document', () => {
    const line = fc.constantFrom('', '## Timeline', '# Top', '- a', 'text', '```', '# c', '   ', '~~~');
    fc.assert(fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const document = lines.join(end);
      const after = insert(document, '- NEW');
      assert.equal(after.replace(/(\n\n|\n)?- NEW\n?/, '').replaceAll(/\s/g, ''), document.replaceAll(/\s/g, ''));
      assert.ok(after.split(/\r?\n/).includes('- NEW'));
    }));
  });
});
