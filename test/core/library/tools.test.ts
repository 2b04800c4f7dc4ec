import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DiagramRenderer, Sample } from '../../../src/core/library/compile';
import { loadDiagramRenderer } from '../../../tools/content/diagrams';
import { sanitiseSvg } from '../../../tools/content/diagrams/sanitise';
import { runSamples } from '../../../tools/content/samples/run';
import { typecheckSamples } from '../../../tools/content/samples/typecheck';
import { ALPHA, lineOf, validFiles } from './fixture';

const ROOT = process.cwd();

describe('diagrams', () => {
  let render: DiagramRenderer;
  before(async () => (render = await loadDiagramRenderer()));

  const DIAGRAMS = {
    flowchart: 'flowchart TD\n  A[Client] -->|call| B{Open?}\n  B -- yes --> C[(Store)]\n  subgraph Cell\n    C --> D\n  end\n',
    sequence: 'sequenceDiagram\n  participant A as Client\n  A->>B: call\n  B-->>A: reply\n  Note over A,B: a note\n  loop each second\n    A-)B: ping\n  end\n',
    state: 'stateDiagram-v2\n  [*] --> Closed\n  Closed --> Open: failures ≥ threshold\n  Open --> [*]\n',
    entities: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    string id PK\n  }\n',
    classes: 'classDiagram\n  class Store {\n    +get(key) Value\n  }\n  Store <|-- Cache\n',
  };
  for (const [name, source] of Object.entries(DIAGRAMS)) {
    it(`draws a ${name} diagram that a closed page accepts`, () => {
      const svg = render(source, 'entry-1');
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[\d. ]+" width="[\d.]+" height="[\d.]+" aria-hidden="true" focusable="false">.*<\/svg>$/s);
      assert.equal(/<style|\sstyle=|@import|https?:\/\/(?!www\.w3\.org)|<script|foreignObject|\son\w+=|href=|data-|#[0-9a-f]{3,6}\b/i.test(svg), false, svg);
      for (const [, id] of svg.matchAll(/\sid="([^"]*)"/g)) assert.match(id ?? '', /^entry-1-/);
      for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) assert.ok(svg.includes(` id="${id}"`), id);
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)) assert.match(colour ?? '', /^(?:none|var\(--_?[a-z-]+\))$/);
    });
  }

  it('has a custom property in the stylesheet for every colour that it uses', () => {
    const css = readFileSync(join(ROOT, 'src/webviews/shared/diagram.css'), 'utf8');
    const used = new Set(Object.values(DIAGRAMS).flatMap((source) => [...render(source, 'a').matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? '')));
    assert.ok(used.size > 5);
    for (const name of used) assert.ok(css.includes(`  ${name}: `), name);
  });

  const fails = (source: string, message: RegExp, line: number): void => {
    assert.throws(() => render(source, 'a'), (error) => error instanceof Error && message.test(error.message) && 'line' in error && error.line === line);
  };
  it('refuses a diagram that loses a line, and names the line', () => {
    fails('flowchart TD\n  A --> B\n  B -.no.-> C\n', /"B -\.no\.-> C" changes nothing; correct its syntax/, 3);
    fails('sequenceDiagram\n  A->>B: call\n  A->B call\n', /"A->B call" changes nothing/, 3);
    fails('stateDiagram-v2\n  A --> B\n  B -> A\n', /"B -> A" changes nothing/, 3);
  });
  it('refuses a diagram that shows nothing, or too much', () => {
    fails('sequenceDiagram\n  foo bar\n', /it shows nothing/, 0);
    fails(`flowchart TD\n${Array.from({ length: 13 }, (_, index) => `  N${index} --> N${index + 1}\n`).join('')}`, /it has 14 nodes; show at most 12/, 0);
  });

  it('gives a note room for a wider font than it was measured in', () => {
    const svg = render('sequenceDiagram\n  A->>B: call\n  Note over A: its term ends, it stops\n', 'a');
    const [, points = '', middle = ''] = /<g class="note">\s*<polygon points="([^"]*)"[\s\S]*?<text x="([\d.]+)"/.exec(svg) ?? [];
    const xs = points.split(' ').map((point) => Number(point.split(',')[0]));
    const half = (Math.max(...xs) - Math.min(...xs)) / 2;
    assert.ok(Math.abs(Math.min(...xs) + half - Number(middle)) < 1, 'still around its text');
    assert.ok(half > 68, `the renderer's own box is 60 on each side of this text, ours ${half}`);
  });

  it('refuses a diagram whose labels cover each other', () => {
    const back = (there: string, again: string): string => `stateDiagram-v2\n  A --> B: ${there}\n  B --> A: ${again}\n`;
    fails(back('the lease has run out', 'a majority has voted'), /the labels "[a-z ]+" and "[a-z ]+" cover each other/, 0);
    assert.match(render(back('out', 'in'), 'a'), /^<svg /);
  });

  const REFUSED = [
    ['<svg><script>alert(1)</script></svg>', /element <script>/],
    ['<svg><foreignObject></foreignObject></svg>', /element <foreignObject>/],
    ['<svg><a href="https://example.org"></a></svg>', /element <a>/],
    ['<svg><rect onclick="alert(1)" /></svg>', /attribute onclick/],
    ['<svg><rect style="fill:red" /></svg>', /attribute style/],
    ['<svg><rect fill="#ff0000" /></svg>', /colour "#ff0000"/],
    ['<svg><rect fill="url(https://example.org)" /></svg>', /colour "url/],
    ['<svg><path d="url(x)" /></svg>', /d="url\(x\)"/],
    ['<svg><rect fill=red /></svg>', /markup that is not known/],
    ['<svg><!-- x --></svg>', /markup that is not known/],
    ['<svg><style>a</style ><rect/></svg>', /markup that is not known|element <style>/],
  ] as const;
  for (const [svg, message] of REFUSED) it(`refuses ${svg}`, () => assert.throws(() => sanitiseSvg(svg, 'a'), message));
});

describe('samples', () => {
  const HEAD = "import assert from 'node:assert/strict';\n";
  const sample = (text: string): Sample => ({ entry: 'a', file: 'a.md', line: 10, text });

  const typecheck = (text: string): string[] => typecheckSamples([sample(text)], ROOT).map(({ line, message }) => `${line}: ${message}`);
  it('type-checks strictly, all in one program', function () {
    this.timeout(20_000);
    assert.deepEqual(typecheck(`${HEAD}const list: number[] = [1];\nassert.equal(await Promise.resolve(list[0]), 1);\n`), []);
    assert.deepEqual(typecheck(`${HEAD}const list: number[] = [1];\nconst first: number = list[0];\nassert.equal(first, 1);\n`), ["13: the sample does not type-check: Type 'number | undefined' is not assignable to type 'number'.   Type 'undefined' is not assignable to type 'number'."]);
    assert.deepEqual(typecheck(`${HEAD}const value = (1;\nassert.ok(value);\n`), ["12: the sample does not type-check: ')' expected."]);
    const both = typecheckSamples([sample(`${HEAD}assert.ok(1 as string);\n`), { ...sample(`${HEAD}const a = 1;\nassert.ok(a);\n`), file: 'b.md' }], ROOT);
    assert.deepEqual(both.map(({ file, line }) => [file, line]), [['a.md', 12]]);
  });
  it('holds samples to their rules', function () {
    this.timeout(20_000);
    assert.deepEqual(typecheck('const one = 1;\nvoid one;\n'), ["11: the sample asserts nothing; end it with calls of 'node:assert/strict' that show the pattern doing its job"]);
    assert.deepEqual(typecheck(`${HEAD}import { readFileSync } from 'node:fs';\nassert.ok(readFileSync);\n`), ["12: the sample imports 'node:fs'; import nothing but 'node:assert/strict'"]);
    assert.deepEqual(typecheck(`${HEAD}assert.ok(await import('node:net'));\n`), ["12: the sample loads a module; import nothing but 'node:assert/strict'"]);
    assert.deepEqual(typecheck(`${HEAD}const x: any = 1;\nassert.ok(x);\n`), ['12: the sample uses "any"; write the type, or "unknown"']);
    assert.deepEqual(typecheck("import { equal } from 'node:assert/strict';\nequal(1, 1);\n"), []);
  });
  it('executes them, and names the line that fails', async function () {
    this.timeout(30_000);
    assert.deepEqual(await runSamples([sample(`${HEAD}interface A { a: number }\nconst a: A = { a: 1 };\nassert.equal(a.a, 1);\n`)]), []);
    const problems = await runSamples([
      sample(`${HEAD}interface A { a: number }\n\nconst a: A = { a: 1 };\nassert.equal(a.a, 2, 'one is not two');\n`),
      { ...sample('await new Promise(() => undefined);\n'), file: 'b.md' },
      { ...sample(`${HEAD}function check(value: number): void {\n  assert.equal(value, 2, 'inside');\n}\ncheck(1);\n`), file: 'c.md' },
    ]);
    const text = (file: string): string[] => problems.filter((problem) => problem.file === file).map(({ line, message }) => `${line}: ${message}`);
    assert.deepEqual(text('a.md'), ['15: the sample fails: AssertionError [ERR_ASSERTION]: one is not two']);
    assert.match(text('b.md')[0] ?? '', /^10: the sample fails: /); // A promise that nothing settles ends Node with code 13.
    assert.deepEqual(text('c.md'), ['15: the sample fails: AssertionError [ERR_ASSERTION]: inside']);
  });
});

describe('the command line', function () {
  this.timeout(60_000);
  let folder = '';
  const write = (files: ReadonlyMap<string, string>): void => {
    rmSync(join(folder, 'content'), { recursive: true, force: true });
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, 'content', file)), { recursive: true });
      writeFileSync(join(folder, 'content', file), text);
    }
  };
  const run = (...flags: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join('tools', 'content', 'cli.ts'), ...flags], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    return { status, output: stdout + stderr };
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    for (const name of ['src', 'tools']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    for (const name of ['package.json', 'package-lock.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('builds valid content, says that samples ran, and uses its cache the second time', () => {
    write(validFiles());
    assert.deepEqual(run('build'), { status: 0, output: 'wrote 6 entries and 1 paths to dist/\n' });
    const body = JSON.parse(readFileSync(join(folder, 'dist/entries/alpha-pattern.json'), 'utf8')) as { executed: boolean; diagrams: string[] };
    assert.equal(body.executed, true);
    assert.match(body.diagrams[0] ?? '', /^<svg /);
    assert.deepEqual(run('check'), { status: 0, output: '' });
  });

  it('prints each failure as file:line, exits with 1, and writes nothing', () => {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const files = validFiles();
    files.set(ALPHA, (files.get(ALPHA) ?? '').replace('assert.equal(sum, 2)', 'assert.equal(sum, 3)').replace('Caller --> Store', 'Caller --> Store\n  Store -> Caller'));
    write(files);
    const expected =
      `content/${ALPHA}:${lineOf(files, ALPHA, 'Store -> Caller')}: the diagram does not render: the line "Store -> Caller" changes nothing; correct its syntax, or remove it\n` +
      `content/${ALPHA}:${lineOf(files, ALPHA, 'assert.equal')}: the sample fails: AssertionError [ERR_ASSERTION]: Expected values to be strictly equal: 2 !== 3\n`;
    assert.deepEqual(run('build'), { status: 1, output: expected });
    assert.throws(() => readFileSync(join(folder, 'dist/library.json')));
    assert.deepEqual(run('check', '--only=scale'), { status: 1, output: '' });
    assert.equal(run('build', '--partial').status, 1);
    assert.equal((JSON.parse(readFileSync(join(folder, 'dist/entries/alpha-pattern.json'), 'utf8')) as { executed: boolean }).executed, false);
  });

  it('explains its usage', () => {
    assert.equal(run('chek').status, 2);
  });
});
