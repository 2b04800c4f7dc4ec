/** The Markdown of a calculation goes into documents of others, so what people typed must stay text in it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Composition } from '../../../src/core/calculators/definition';
import { definePart } from '../../../src/core/calculators/definition';
import { number, table, text } from '../../../src/core/calculators/fields';
import { inputsMarkdown } from '../../../src/core/calculators/inputs';
import { partMarkdown } from '../../../src/core/calculators/markdown';
import { viewOf } from '../../../src/core/calculators/view';
import type { CalculatorWords } from '../../../src/core/library/calculatorSchema';

const MARKDOWN = { inputs: 'Inputs', results: 'Results', input: 'Input', value: 'Value', result: 'Result', formula: 'Formula', assumptions: 'Assumptions', limits: 'Limits', sources: 'Sources', openAgain: 'Open' };
const LABELS = { notRepresentable: 'too large', empty: 'none', yes: 'yes', no: 'no' };
const LINK = 'vscode://a.b/calculator/c?x=1';

const part = definePart({
  id: 'part',
  fields: { name: text('n'), rate: number('none', 2, {}), calls: table({ call: text('c'), time: number('none', 1, {}) }, [{ call: 'c', time: 1 }], 1, 9), system: { kind: 'tree', default: { type: 'component', name: 'A', availability: 0.9 } } },
  results: { twice: 'number', said: 'number' },
  notes: ['about'],
  tables: { calls: { columns: { call: 'text', time: 'number' } } },
}, ({ name, rate, calls }) => ({
  results: { twice: 2 * rate, said: name.length },
  notes: [{ id: 'about', terms: { name } }],
  tables: { calls: calls.map(({ call, time }) => [call, time]) },
}));

const words: CalculatorWords = {
  title: 'Title', summary: 'Summary.', updated: '2026-11-21', keywords: ['k'], entries: [],
  parts: {
    part: {
      title: 'Part', intro: 'Intro.',
      fields: { name: { label: 'Name' }, rate: { label: 'Rate' }, calls: { label: 'Calls', columns: { call: { label: 'Call' }, time: { label: 'Time' } } }, system: { label: 'System' } },
      results: { twice: { label: 'Twice | as much', formula: '2 × {rate}', sources: ['a'] }, said: { label: 'Letters', method: 'The letters of {name}.', sources: ['a'] } },
      notes: { about: 'It is about {name}.' },
      tables: { calls: { title: 'Calls', columns: { call: 'Call', time: 'Time' } } },
    },
  },
  assumptions: ['One.', 'Two.'], limits: ['One.', 'Two.'],
  references: [{ id: 'a', author: 'A. Author', title: 'On [brackets] | and pipes', publisher: 'P', year: 2_020, url: 'https://example.org/a', kind: 'paper' }],
} as unknown as CalculatorWords;

function written(name: string, calls: readonly string[], block: string): string {
  const system: Composition = { type: 'series', name: block, members: [{ type: 'component', name: block, availability: 0.9 }, { type: 'copies', name: block, count: 2, required: 1, beta: 0.1, member: { type: 'component', name: block, availability: 0.9 } }] };
  const values = { name, rate: 2, calls: calls.map((call) => ({ call, time: 1 })), system };
  const view = viewOf(part, words, values, part.calculate?.(values as never) ?? assert.fail(), LABELS);
  assert.ok(view.state === 'results');
  const own = words.parts['part'] ?? assert.fail();
  return partMarkdown({ words, part: 'part', ...inputsMarkdown(part, own, values, LABELS, (key) => key), view, link: LINK }, MARKDOWN);
}

/** As VS Code's preview reads it, with what it turns into links by itself, and with HTML. */
const reader = new MarkdownIt({ html: true, linkify: false });

interface Read { readonly kinds: string; readonly links: readonly string[]; readonly cells: readonly number[]; readonly texts: string }

/** The structure of the document, its links, the cells of each row, and all that a reader sees. */
function read(markdown: string): Read {
  const tokens = reader.parse(markdown, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const cells: number[] = [];
  for (const { type } of tokens) {
    if (type === 'tr_open') cells.push(0);
    else if (type === 'td_open' || type === 'th_open') cells.push((cells.pop() ?? 0) + 1);
  }
  return {
    kinds: [...tokens.map(({ type }) => type), ...inline.map(({ type }) => type).filter((type) => !['text', 'text_special'].includes(type))].join(' '),
    links: inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
    cells,
    texts: inline.filter(({ type }) => ['text', 'text_special', 'code_inline'].includes(type)).map(({ content }) => content).join(''),
  };
}

const HOSTILE = [
  '|', 'a | b', '\\|', '\\', 'a\\', '`', '``a`', '` | `', '[x](https://evil.example)', '[x][1]', '![x](https://evil.example/p.png)', '[1]: https://evil.example', '<https://evil.example>',
  '<script>alert(1)</script>', '<img src=x>', '<!-- ', '**bold**', '__bold__', '~~gone~~', '~~~', '```', '# heading', '- list', '1. list', '> quote', '---', '===', '&lt;b&gt;', '&#124;', '&vert;',
  'a\nb', 'a\r\nb', 'a\n\n# heading', 'a\n| b |', '\n', '\u2028x', '$x$', ':::', '[^1]', '\t|', ' ', 'a\rb',
];

describe('The Markdown of a calculation', () => {
  const plain = read(written('word', ['word', 'word'], 'word'));

  it('has its tables, its list of blocks and two links: the source and the way back', () => {
    assert.deepEqual(plain.links, ['https://example.org/a', LINK]);
    assert.deepEqual(plain.cells, [2, 2, 2, 2, 2, 2, 3, 3, 3, 2, 2, 2]);
    assert.match(plain.texts, /On \[brackets\] \| and pipes/);
    assert.match(plain.texts, /Twice \| as much/);
  });

  it('counts its sources from one, as a reader of Markdown does whatever number an item has', () => {
    const own = words.parts['part'] ?? assert.fail();
    const values = { name: 'word', rate: 2, calls: [{ call: 'a', time: 1 }] };
    const view = viewOf(part, words, values, part.calculate?.(values as never) ?? assert.fail(), LABELS);
    assert.ok(view.state === 'results');
    const [first, second] = [words.references[0] ?? assert.fail(), 'https://example.org/b'];
    const three = { ...words, references: [first, { ...first, id: 'b', url: second }, { ...first, id: 'c', url: 'https://example.org/c' }] };
    const results = view.results.map((result, index) => ({ ...result, sources: index === 0 ? [3] : [2, 3] }));
    const markdown = partMarkdown({ words: three, part: 'part', inputs: [], tables: [], outline: [], view: { ...view, results }, link: LINK }, MARKDOWN);
    assert.deepEqual(read(markdown).links, [second, 'https://example.org/c', LINK]);
    assert.match(markdown, /^1\. .*example\.org\/b.*\n2\. .*example\.org\/c/m);
    assert.match(markdown, new RegExp(`${own.results['twice']?.label.replace('|', '.+') ?? ''}.*\\[2\\] \\|`));
    assert.match(markdown, /\[1\]\[2\] \|/);
  });

  for (const hostile of HOSTILE) {
    it(`takes ${JSON.stringify(hostile)} as text`, () => {
      for (const markdown of [written(hostile, ['word', 'word'], 'word'), written('word', [hostile, hostile], 'word'), written('word', ['word', 'word'], hostile)]) {
        const { kinds, links, cells } = read(markdown);
        assert.deepEqual({ kinds, links, cells }, { kinds: plain.kinds, links: plain.links, cells: plain.cells }, markdown);
      }
      const shown = hostile.replace(/\s+/g, ' ').trim();
      const { texts } = read(written(hostile, [hostile, hostile], hostile));
      assert.ok(texts.replace(/\s+/g, ' ').includes(shown), `${texts} has ${shown}`);
    });
  }

  it('has the same structure whatever people typed', function () {
    this.timeout(30_000);
    const name = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(name, name, name, (first, second, third) => {
      const { kinds, links, cells } = read(written(first, [second, third], third));
      assert.deepEqual({ kinds, links, cells }, { kinds: plain.kinds, links: plain.links, cells: plain.cells });
    }), { numRuns: 300 });
  });
});
