import assert from 'node:assert/strict';
import { definePart, type Calculator } from '../../../src/core/calculators/definition';
import { choice, count, share, table, text } from '../../../src/core/calculators/fields';
import { compileLibrary, formatProblem } from '../../../src/core/library/compile';
import { references, toSources, validFiles } from './fixture';

const FILE = 'calculators/quorum.yml';
const part = definePart({
  id: 'first',
  fields: { replicas: count(3, 1, 9, 'n'), slow: share(0.1), mode: choice(['one', 'two'], 'one'), rows: table({ name: text('') }, [{ name: 'a' }], 1, 4) },
  results: { down: 'share', wait: 'time' },
  terms: { day: 'time' },
  notes: ['low'],
  refusals: ['none'],
  tables: { all: { columns: { name: 'text' } } },
  plots: { curve: { kind: 'line', x: 'number', y: 'share', series: ['down'], marks: ['here'] } },
}, ({ slow }) => ({ results: { down: slow, wait: 1 } }));
const calculators: readonly Calculator[] = [{ id: 'quorum', parts: [part] }];

const words = `title: Quorum
summary: The summary of Quorum.
updated: 2026-11-21
keywords: [quorum]
entries:
  - { id: alpha-pattern, link: "n=5&slow=20 %", because: how many must answer }
parts:
  first:
    title: First
    intro: What it answers.
    fields:
      replicas: { label: Replicas, symbol: N }
      slow: { label: Slow share }
      mode: { label: Mode, options: { one: One, two: Two } }
      rows: { label: Rows, columns: { name: { label: Name } } }
    results:
      down: { label: Down, formula: "1 − (1 − {slow})^{replicas}", sources: [ref-1, ref-2] }
      wait: { label: Wait, method: "By recursion over {replicas} copies.", sources: [ref-3] }
    terms: { day: { label: day } }
    notes: { low: "It is low with {replicas}." }
    refusals: { none: "There are none." }
    tables: { all: { title: All, columns: { name: Name } } }
    plots:
      curve: { title: Curve, x: Replicas, y: Share, series: { down: Down }, marks: { here: Here }, reading: It falls. }
assumptions: [One holds., Two holds.]
limits: [One does not., Two does not.]
${references(3)}`;

function problemsOf(text: string, file = FILE): string[] {
  const { problems } = compileLibrary(toSources(new Map([...validFiles(), [file, text]])), { calculators });
  return problems.map((problem) => formatProblem(problem));
}

const BREAKS: readonly (readonly [name: string, from: string, to: string, message: string])[] = [
  ['a field without words', '      slow: { label: Slow share }\n', '', 'the field "slow" has no words; add them'],
  ['words for no field', 'slow: { label', 'quick: { label', '"quick" is no field in the code; remove it, or mend its name'],
  ['a result without words', '      wait: { label: Wait, method: "By recursion over {replicas} copies.", sources: [ref-3] }\n', '', 'the result "wait" has no words; add them'],
  ['a result with formula and method', 'method: "By', 'formula: "{replicas}", method: "By', 'needs either "formula" or "method", and not both'],
  ['a result with neither', 'formula: "1 − (1 − {slow})^{replicas}", ', '', 'needs either "formula" or "method", and not both'],
  ['a formula that names what is not there', '{slow})^', '{fast})^', '"{fast}" is no field, result or term of this part; name one that is'],
  ['a formula that nobody can evaluate', '1 − (1 −', 'Σ 1 − (1 −', '"Σ" is nothing that a formula can have; use {names}, numbers, + − × / ^ ( ) and the functions of src/core/calculators/formula.ts, or write "method"'],
  ['a source that is no reference', 'sources: [ref-3]', 'sources: [ref-9]', '"ref-9" is cited and is no reference; add it to "references"'],
  ['a reference that nothing cites', 'sources: [ref-3]', 'sources: [ref-1]', 'no result cites "ref-3"; name it in the "sources" of one, or remove it'],
  ['a reference written twice', 'id: ref-2', 'id: ref-1', 'the reference id "ref-1" is written twice; give each its own'],
  ['an option without words', 'options: { one: One, two: Two }', 'options: { one: One }', 'the option "two" has no words; add them'],
  ['a column without words', 'columns: { name: { label: Name } }', 'columns: {}', 'the column "name" has no words; add them'],
  ['a note that is none', 'notes: { low:', 'notes: { high: x, low:', '"high" is no note in the code; remove it, or mend its name'],
  ['a refusal without words', '    refusals: { none: "There are none." }\n', '', 'the refusal "none" has no words; add them'],
  ['a plot without its axis', 'title: Curve, x: Replicas,', 'title: Curve,', 'the plot "curve" does not say what its horizontal axis is; add "x"'],
  ['a mark without words', ', marks: { here: Here }', '', 'the mark "here" has no words; add them'],
  ['an entry that there is not', 'id: alpha-pattern,', 'id: gamma,', '"gamma" is no entry of the library; name one that is'],
  ['a link to no field', 'link: "n=5', 'link: "m=5', 'the link names "m", which is no field of "quorum"; name one that is'],
  ['a link with a value out of bounds', 'link: "n=5', 'link: "n=50', 'the link has a value that its field does not take: replicas (tooLarge); give another'],
  ['a reason that is a sentence', 'because: how many must answer', 'because: How many must answer.', 'the reason is no clause; begin it with a small letter and end it without a full stop, since it stands behind a title'],
];

describe('The words of a calculator', () => {
  it('have nothing wrong in the fixture, and are offered by the library', () => {
    assert.deepEqual(problemsOf(words), []);
    const { library } = compileLibrary(toSources(new Map([...validFiles(), [FILE, words]])), { calculators });
    assert.deepEqual(library.calculators, [{ id: 'quorum', title: 'Quorum', summary: 'The summary of Quorum.', keywords: ['quorum'], entries: [{ id: 'alpha-pattern', link: 'n=5&slow=20 %', because: 'how many must answer' }] }]);
  });

  for (const [name, from, to, message] of BREAKS) {
    it(`are reported for ${name}`, () => {
      assert.ok(words.includes(from), from);
      const found = problemsOf(words.replace(from, to));
      assert.equal(found.filter((each) => new RegExp(`^${FILE}:\\d+: `).test(each) && each.endsWith(`: ${message}`)).length, 1, found.join('\n'));
      assert.ok(found.every((each) => !each.startsWith(`${FILE}:1: `)), `a line is named: ${found.join('\n')}`);
    });
  }

  it('are reported for a calculator that there is not', () => {
    assert.deepEqual(problemsOf(words, 'calculators/weather.yml'), ['calculators/weather.yml:1: "weather" is no calculator; name the file after one of availability, capacity, latency, cost, quorum, retry, cache, sharding, rate-limiting, estimation']);
  });
});
