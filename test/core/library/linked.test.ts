import assert from 'node:assert/strict';
import { linkedEntries } from '../../../src/core';
import { renderBody } from '../../../src/core/reading';

describe('linkedEntries', () => {
  it('finds each entry once, in the order of the text', () => {
    assert.deepEqual(linkedEntries('[A](../x/a-b.md#part "why") and [B](entry:b), [web](https://example.org/c.md), [own](#d), [A](a-b.md).'), ['a-b', 'b']);
    assert.deepEqual(linkedEntries('Nothing, e.g. a.txt or command:run.'), []);
  });

  // A link that is overlooked would lead to an error instead of being text.
  const gone = [
    '[x](gone.md)', '[x](./gone.md)', '[x](../a/gone.md#part)', '[x](<gone.md>)', '[x]( gone.md )', "[x](gone.md 'why')", '[x](gone.md (why))',
    '[x](entry:gone)', '[x](entry:gone#part)', '<entry:gone>', '[x][y]\n\n[y]: gone.md', '[y]\n\n[y]: <gone.md> "why"', '[`x`](gone.md)[^a]\n\n[^a]: [x](gone.md)',
    'x^[see [x](gone.md)]', '<div>\n[x](gone.md)\n</div>', '| [x](gone.md) |\n| - |', '- > [x](gone.md)', '**[x](gone.md)**', '![p](p.png)[x](gone.md)',
    '[[x](gone.md)](b.md)', '[x](gone.md)[y](b.md)', '[x](\ngone.md\n)', '#### [x](gone.md)',
  ];
  for (const markdown of gone) {
    it(`tells the renderer of ${JSON.stringify(markdown)}`, () => {
      const body = { version: 1, id: 'entry', markdown, diagrams: [], references: [], executed: false } as const;
      assert.match(renderBody(body).html, /data-entry="gone"/, 'it is a link');
      const unknown: readonly string[] = linkedEntries(markdown).filter((id) => id === 'gone');
      const { html } = renderBody(body, { hasEntry: (id) => !unknown.includes(id) });
      assert.equal(html, renderBody(body, { hasEntry: (id) => id !== 'gone' }).html);
      assert.doesNotMatch(html, /data-entry="gone"/);
    });
  }
});
