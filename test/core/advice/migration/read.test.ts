import assert from 'node:assert/strict';
import { readGuide } from '../../../../src/core';
import { CHARACTERS } from '../../../../src/core/advice/migration/character';
import { itemsOf, partsOf, tableRowsOf } from '../../../../src/core/advice/migration/markdown';
import { readPhases } from '../../../../src/core/advice/migration/phases';
import { contentLibrary } from '../../support/contentLibrary';
import { migration, migrations } from '../../support/migrationGuides';

const all = migrations();
const PHASE = '### Phase 1: Begin\n\n**Goal.** Reach it.\n\n**Time.** 2–4 weeks, assuming one team.\n\n#### Steps\n\n1. Go.\n\n#### Exit criteria\n\n- Done.\n\n#### Way back\n\nUndo.\n';
const GUIDE = `## When it pays\n\n- Often.\n\n## When not to\n\nStay.\n\n## Phases\n\n${PHASE}\n## Risks\n\n| risk | sign | answer |\n| --- | --- | --- |\n| late | slow | stop |\n\n## Measures\n\nTime.\n`;

describe('A migration entry, read', () => {
  it('is complete for all nine of the content', () => {
    assert.equal(all.length, 9);
    for (const { entry, guide, markdown } of all) {
      // Counted by other means than the reader's own.
      assert.equal(guide.phases.length, markdown.match(/^### Phase /gm)?.length, entry.id);
      const steps = guide.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
      const criteria = guide.phases.reduce((sum, phase) => sum + phase.exitCriteria.length, 0);
      const body = markdown.slice(markdown.indexOf('\n## Phases'), markdown.indexOf('\n## Risks'));
      assert.equal(steps, body.match(/^\d+\. /gm)?.length, `${entry.id}: steps`);
      assert.equal(criteria, body.match(/^- /gm)?.length, `${entry.id}: exit criteria`);
      assert.equal(guide.risks.length, (markdown.slice(markdown.indexOf('\n## Risks')).match(/^\|/gm)?.length ?? 0) - 2, `${entry.id}: risks`);
      assert.ok(guide.instead.length > 100, `${entry.id}: what to do instead`);
      assert.match(guide.measures, /^Progress: [\s\S]+\nHarm: /, entry.id);
      for (const { title, time } of guide.phases) {
        assert.ok(time.min > 0 && time.min < time.max, `${entry.id}: ${title}`);
        assert.ok(time.condition !== '', `${entry.id}: ${title}: on what its time depends`);
      }
    }
  });

  it('loses no word of a phase', () => {
    for (const { entry, guide, markdown } of all) {
      const words = (text: string): string => text.replace(/\[\^[^\]]+\]/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
      const body = markdown.slice(markdown.indexOf('\n## Phases') + '\n## Phases'.length, markdown.indexOf('\n## Risks'));
      const written = guide.phases.map(({ number, title, goal, time, steps, exitCriteria, wayBack }) =>
        [`Phase ${number}`, title, 'Goal', goal, 'Time', `${time.min}${time.max}`, time.unit, time.condition, 'Steps', ...steps.map((step, index) => `${index + 1}${step}`), 'Exit criteria', ...exitCriteria, 'Way back', wayBack].join(' '));
      assert.equal(words(written.join(' ')), words(body), entry.id);
    }
  });

  it('keeps the block of code within a step', () => {
    const [, step] = migration('shared-database-to-database-per-service').guide.phases[0]?.steps ?? [];
    assert.match(step ?? '', /In PostgreSQL:\n\n```sql\nSELECT r\.rolname.*\nFROM [\s\S]*;\n```\n\nRare statements/);
  });

  it('reads times with their conditions', () => {
    const [, , road, , own] = migration('monolith-to-microservices').guide.phases;
    assert.deepEqual(road?.time, {
      min: 1, max: 3, unit: 'months', alongside: 2, condition: 'in parallel with phase 2, assuming a platform for containers exists', assumption: 'a platform for containers exists',
    });
    assert.equal(own?.time.each, 'service');
    assert.equal(own.time.assumption, 'the tables are already separate; five of them are waiting');
  });

  it('names the entries that a phase links', () => {
    const [, borders] = migration('monolith-to-microservices').guide.phases;
    assert.deepEqual(borders?.links, ['outbox', 'saga']);
  });

  it('has no citation, whose source would be missing in a plan', () => {
    for (const { entry, guide } of all) assert.doesNotMatch(JSON.stringify(guide), /\[\^/, entry.id);
  });

  for (const [what, from, to, says] of [
    ['without risks', '## Risks', '## Dangers', /the section "Risks" is missing/],
    ['with a phase without a way back', 'Undo.', '', /"Phase 1: Begin" has no way back/],
    ['without a phase', '### Phase', '#### Phase', /the section "Phases" has no phase/],
  ] as const) {
    it(`is refused ${what}, with the reason`, () => {
      assert.equal(readGuide(GUIDE).phases.length, 1);
      assert.throws(() => readGuide(GUIDE.replace(from, to)), says);
    });
  }
});

describe('The reader of a migration’s Markdown', () => {
  it('takes no heading out of a block of code', () => {
    const lines = ['## A', '```sh', '## not a heading', '```', 'x', '## B'];
    assert.deepEqual(partsOf(lines, 2).map(({ title, index }) => [title, index]), [['A', 0], ['B', 5]]);
  });
  it('keeps the lines of the file', () => {
    assert.equal(readPhases(GUIDE, 10)[0]?.line, 10 + GUIDE.split('\n').indexOf('### Phase 1: Begin'));
  });
  it('reads lists with wrapped and indented lines', () => {
    assert.deepEqual(itemsOf(['1. one', '   more', '', '2. two']), ['one\nmore', 'two']);
    assert.deepEqual(itemsOf(['1. See:', '   ```', '   code', '     deep', '   ```']), ['See:\n```\ncode\n  deep\n```']);
  });
  it('reads a table, with a bar in a cell', () => {
    assert.deepEqual(tableRowsOf(['| a | b |', '| - | - |', '| x \\| y | z |', '', '| other |']), [['x \\| y', 'z']]);
  });
});

describe('The kinds of work', () => {
  it('are told for phases that exist, and for every migration of the content', () => {
    assert.deepEqual(Object.keys(CHARACTERS).sort(), contentLibrary().all('migration').map(({ id }) => id).sort(), 'give a new migration its line in character.ts');
    for (const [id, phases] of Object.entries(CHARACTERS)) {
      const titles = migration(id).guide.phases.map(({ title }) => title);
      for (const title of Object.keys(phases)) assert.ok(titles.includes(title), `${id}: "${title}"`);
    }
  });
  it('have a switch in every migration, for the steps that compliance adds', () => {
    for (const [id, phases] of Object.entries(CHARACTERS)) {
      const all = Object.values(phases).flat();
      assert.ok(all.includes('switches'), id);
    }
  });
});
