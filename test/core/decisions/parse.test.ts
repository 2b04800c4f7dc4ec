import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRecord, supersede } from '../../../src/core';
import { BULLETS, MADR, NYGARD } from './fixtures';

const by = { number: '0005', title: 'Use [a] log', href: '0005-use-a-log.md' };
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe('Reading a decision record', () => {
  for (const [form, text, summary] of [['MADR', MADR, 'Work gets lost.'], ['Nygard', NYGARD, 'Work gets lost.'], ['a list of facts', BULLETS, 'Work gets lost.']] as const) {
    it(`understands ${form}, with any line break and a byte order mark`, () => {
      for (const variant of [text, crlf(text), `\uFEFF${text}`]) {
        assert.deepEqual(parseRecord(variant, '0002-use-a-queue.md'), {
          number: 2, title: 'Use a queue', status: 'accepted', statusText: variant.includes('Accepted') ? 'Accepted' : 'accepted', date: '2026-01-05', summary,
        });
      }
    });
  }

  it('takes the number from the title when the file has none', () => {
    assert.equal(parseRecord(NYGARD).number, 2);
    assert.equal(parseRecord('# ADR 12 - Use sagas').number, 12);
    assert.equal(parseRecord('# 0012 – Use sagas').title, 'Use sagas');
    assert.equal(parseRecord('# 2 phase commit is out').title, '2 phase commit is out');
  });

  it('understands how others write a status', () => {
    const status = (text: string) => { const { status: found, supersededBy } = parseRecord(text); return [found, supersededBy?.number, supersededBy?.href]; };
    assert.deepEqual(status('---\nstatus: "superseded by ADR-0123"\n---\n# A'), ['superseded', 123, undefined]);
    assert.deepEqual(status('---\nstatus: "superseded by [ADR-0005](0005-example.md)"\n---\n# A'), ['superseded', 5, '0005-example.md']);
    assert.deepEqual(status('# 1. A\n\n## Status\n\nSuperceded by [7. B](0007-b.md)\n'), ['superseded', 7, '0007-b.md']);
    assert.deepEqual(status('# A\n\n**Status**: Deprecated\n'), ['deprecated', undefined, undefined]);
    assert.deepEqual(status('# A\n\n* **Status:** proposed\n'), ['proposed', undefined, undefined]);
    assert.deepEqual(status('# A\n\n## Status\n\nSupersedes [1. B](0001-b.md)\n\nAccepted\n'), ['accepted', undefined, undefined]);
    assert.deepEqual(status('# A\n\n## Status\n\nIn review\n'), ['unknown', undefined, undefined]);
    assert.equal(parseRecord('# A\n\n## Status\n\nIn review\n').statusText, 'In review');
    assert.deepEqual(status('# A\n\n```\n## Status\n\nrejected\n```\n\n<!-- Status: rejected -->\n'), ['unknown', undefined, undefined]);
  });

  it('never fails', () => {
    const piece = fc.constantFrom('---', 'status: accepted', '# A', '## Status', '\r\n', '\n', '```', '<!--', '-->', '- Status:', 'x', '## Context', ' ');
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join('\n')), (text) => { parseRecord(text); }));
  });
});

describe('Superseding a record', () => {
  it('changes the status in the front matter and nothing else', () => {
    assert.equal(supersede(MADR, by), MADR.replace('accepted', 'superseded by [ADR-0005](0005-use-a-log.md)'));
    assert.equal(supersede('---\nstatus: "accepted" # since May\nx: 1\n---\n# A', by), '---\nstatus: "superseded by [ADR-0005](0005-use-a-log.md)" # since May\nx: 1\n---\n# A');
    assert.equal(supersede('---\nstatus:\n  - accepted\nx: 1\n---\n# A', by), '---\nstatus: superseded by [ADR-0005](0005-use-a-log.md)\nx: 1\n---\n# A');
  });

  it('changes the line in a "Status" section, and keeps what else stands there', () => {
    assert.equal(supersede(NYGARD, by), NYGARD.replace('Accepted', 'Superseded by [5. Use \\[a\\] log](0005-use-a-log.md)'));
    assert.equal(supersede('# A\n\n## Status\n\n## Context\n', by), '# A\n\n## Status\n\nSuperseded by [5. Use \\[a\\] log](0005-use-a-log.md)\n\n## Context\n');
  });

  it('changes a status line', () => {
    assert.equal(supersede(BULLETS, by), BULLETS.replace('accepted', 'superseded by [ADR-0005](0005-use-a-log.md)'));
  });

  it('adds a status where there is none', () => {
    assert.equal(supersede('---\ndate: 2026-01-05\n---\n# A\n', by), '---\nstatus: superseded by [ADR-0005](0005-use-a-log.md)\ndate: 2026-01-05\n---\n# A\n');
    assert.equal(supersede('---\n  - x\n---', by), '---\n  - x\nstatus: superseded by [ADR-0005](0005-use-a-log.md)\n---');
    assert.equal(supersede('# A\r\n\r\nText', by), '# A\r\n\r\n- Status: superseded by [ADR-0005](0005-use-a-log.md)\r\n\r\nText');
    assert.equal(parseRecord(supersede('', by)).status, 'superseded');
  });

  it('keeps line breaks and byte order mark, and is the same when it is done twice', () => {
    const body = fc.array(fc.constantFrom('', 'Text', '## Status', 'Accepted', '- Status: proposed', '# A', 'status: accepted', '---', '```', '<!--', '-->', '  - x'), { maxLength: 12 });
    fc.assert(fc.property(fc.oneof(body.map((lines) => lines.join('\n')), fc.constantFrom(MADR, NYGARD, BULLETS)), fc.boolean(), fc.boolean(), (text, mark, windows) => {
      const before = (mark ? '\uFEFF' : '') + (windows ? crlf(text) : text);
      const once = supersede(before, by);
      assert.equal(supersede(once, by), once);
      assert.equal(parseRecord(once).status, 'superseded');
      assert.equal(once.startsWith('\uFEFF'), before.startsWith('\uFEFF'));
      if (windows && text.includes('\n')) assert.doesNotMatch(once, /[^\r]\n/);
      else if (!windows) assert.doesNotMatch(once, /\r/);
    }));
  });
});
