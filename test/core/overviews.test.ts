import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { parseHref } from '../../src/core/library/markdown/href';
import { OVERVIEW_IDS, overviewMarkdown } from '../../src/core/overviews';
import { contentLibrary } from './support/contentLibrary';

describe('The generated pages of the content', () => {
  const library = contentLibrary();
  const generated = [...library.all('reference'), ...library.all('company')];
  const markdownOf = (id: string): string => {
    const entry = library.get(id);
    assert.ok(entry, `${id} is no entry`);
    return overviewMarkdown(library, entry);
  };

  it('have a title and an introduction each', () => {
    assert.deepEqual(library.all('reference').map(({ id }) => id).sort(), [...OVERVIEW_IDS].sort());
  });

  for (const { id } of generated) {
    it(`lead from "${id}" to entries that exist, by the path of their file`, () => {
      const hrefs = new MarkdownIt().parse(markdownOf(id), {}).flatMap((token) => token.children ?? []).flatMap((token) => token.attrGet('href') ?? []);
      assert.ok(hrefs.length > 0, 'no links at all');
      for (const href of hrefs) {
        const target = parseHref(String(href));
        assert.ok(target?.type === 'entry', String(href));
        assert.equal(`../${library.get(target.id)?.path ?? ''}`, href);
      }
    });
  }

  it('name every pattern in the catalogue, the cheat sheet, the health page and the cross-reference', () => {
    for (const id of ['pattern-catalogue', 'cheat-sheet', 'pattern-health', 'cross-reference', 'all-entries']) {
      const page = markdownOf(id);
      assert.deepEqual(library.all('pattern').filter(({ path }) => !page.includes(`(../${path})`)).map((pattern) => pattern.id), [], id);
    }
  });

  it('name every entry on one page', () => {
    const page = markdownOf('all-entries');
    assert.deepEqual(library.all().filter(({ path }) => !page.includes(`(../${path})`)).map(({ id }) => id), []);
  });

  it('show only gold under gold', () => {
    const page = markdownOf('gold-patterns');
    for (const pattern of library.all('pattern')) assert.equal(page.includes(`(../${pattern.path})`), pattern.tier === 'gold', pattern.id);
  });

  it('keep a table a table when a text holds a bar', () => {
    const rows = markdownOf('cheat-sheet').split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 6, row);
  });
});
