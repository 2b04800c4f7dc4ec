import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attachChange, formatRecord, emptyDraft } from '../../../src/core';

const CALCULATION = '## Downtime\n\n| a | b |\n| --- | --- |\n\n### Sources\n\n```sh\n## no heading\n```\n';

function attach(record: string, markdown = CALCULATION): string {
  const { start, end, text } = attachChange(record, markdown);
  return record.slice(0, start) + text + record.slice(end);
}

describe('A text that is attached to a record', () => {
  const lowered = '### Downtime\n\n| a | b |\n| --- | --- |\n\n#### Sources\n\n```sh\n## no heading\n```\n';

  it('goes to the end of "More Information", one level below it', () => {
    assert.equal(attach('# T\n\n## More Information\n\n[a](b)\n'), `# T\n\n## More Information\n\n[a](b)\n\n${lowered}`);
    assert.equal(
      attach('# T\n\n## More Information\n\n### Links\n\n[a](b)\n\n\n## Notes\n\nText.\n'),
      `# T\n\n## More Information\n\n### Links\n\n[a](b)\n\n${lowered}\n## Notes\n\nText.\n`,
    );
    assert.equal(attach('# T\n\n### more information:\n'), `# T\n\n### more information:\n\n${lowered.replace('### D', '#### D').replace('#### S', '##### S')}`);
  });

  it('gets a section of its own where there is none, and later ones go to the end of that', () => {
    const once = attach('# T\n\nText.\n');
    assert.equal(once, `# T\n\nText.\n\n## Calculations\n\n${lowered}`);
    assert.equal(attach(once, '## Cost\n'), `${once}\n### Cost\n`);
    assert.equal(attach(''), `## Calculations\n\n${lowered}`);
  });

  it('keeps line breaks, byte order mark and front matter, and needs no line break at the end', () => {
    const record = '\uFEFF---\r\nstatus: accepted\r\n---\r\n\r\n# T\r\n\r\n## More Information\r\n\r\nText.';
    assert.equal(attach(record), `${record}\r\n\r\n${lowered.replaceAll('\n', '\r\n')}`);
    assert.equal(attach('\uFEFF', '## A'), '\uFEFF## Calculations\n\n### A\n');
    assert.equal(attach('---\n## More Information\n---\n'), `---\n## More Information\n---\n\n## Calculations\n\n${lowered}`);
  });

  it('takes no heading for one that stands in code or in a comment', () => {
    const code = '# T\n\n```md\n## More Information\n```\n\n<!--\n## More Information\n-->\n\nText.\n';
    assert.equal(attach(code), `${code}\n## Calculations\n\n${lowered}`);
    const inside = '# T\n\n## More Information\n\n```md\n## Not the next\n```\n';
    assert.equal(attach(inside), `${inside}\n${lowered}`);
  });

  it('says where it begins', () => {
    for (const record of ['', '# T\n', '# T\n\n## More Information\n\nText.\n\n## Notes\n']) {
      const change = attachChange(record, CALCULATION);
      assert.match(attach(record).slice(change.place), /^#{2,3} (Calculations|Downtime)/);
    }
  });

  it('changes nothing else in the record, whatever that is', () => {
    const line = fc.constantFrom('# T', '## More Information', '## Calculations', '## Notes', '```', '---', '', 'Text.', '<!--', '-->');
    fc.assert(fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, eol, mark) => {
      const record = (mark ? '\uFEFF' : '') + lines.join(eol);
      const { start, end } = attachChange(record, CALCULATION);
      assert.equal(record.slice(start, end).trim(), '');
      const attached = attach(record);
      assert.ok(attached.startsWith(record.slice(0, start)) && attached.endsWith(record.slice(end)));
      assert.equal(attached.includes('\n\n\n') && !record.includes('\n\n\n') && eol === '\n', false);
    }));
  });

  it('finds its place in a record that the studio has written', () => {
    const record = formatRecord({ ...emptyDraft, title: 'T', links: [{ title: 'a', url: 'b' }] }, { number: '0001', date: '2026-11-21', status: 'proposed', hints: { context: '', driver: '', option: '', because: '', good: '', bad: '', confirmation: '' }, linkTo: (id) => id });
    assert.equal(attach(record), `${record}\n${lowered}`);
  });
});
