/** What the bundles carry: the extension nothing that only its pages or its parsers need, because every window loads it. */
import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { root } from '../host/paths';
import { decodeHTMLStrict } from '../../tools/bundle/entities.mjs';
import { leaveOut } from '../../tools/bundle/leaveOut.mjs';
import { extensionOptions, pageOptions, parsingOptions } from '../../tools/bundle/options.mjs';

interface Bundle {
  readonly text: string;
  /** Bytes by input, without what tree shaking left nothing of; of a page, also what it imports from chunks. */
  readonly inputs: readonly (readonly [path: string, bytes: number])[];
}

async function bundles(options: BuildOptions & { readonly metafile: true }): Promise<ReadonlyMap<string, Bundle>> {
  const { metafile: { outputs }, outputFiles } = await build({ ...options, absWorkingDir: root, write: false, logLevel: 'silent' });
  const loaded = (output: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(output)) return seen;
    seen.add(output);
    for (const { path, external } of outputs[output]?.imports ?? []) if (external !== true) loaded(path, seen);
    return seen;
  };
  return new Map(Object.entries(outputs).filter(([, { entryPoint }]) => /\/(?:extension|parsing|main)\.ts$/.test(entryPoint ?? '')).map(([output]) => [
    output,
    {
      text: outputFiles.find(({ path }) => path.endsWith(`/${output}`))?.text ?? '',
      inputs: [...loaded(output)].flatMap((each) => Object.entries(outputs[each]?.inputs ?? {})).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const).filter(([, bytes]) => bytes > 0),
    },
  ]));
}

const carried = (bundle: Bundle | undefined, wanted: RegExp): readonly string[] => (bundle?.inputs ?? []).map(([path]) => path).filter((path) => wanted.test(path));

/** What renders an entry, and the overviews, which the build writes. */
const RENDERER = /\/(?:highlight\.js|markdown-it-footnote)\/|^src\/core\/(?:reading\.ts|library\/render(?:\.ts|\/))/;
const OVERVIEWS = /^src\/core\/overviews\//;
/** What reads YAML and Markdown, and the compiler of entries. */
const PARSERS = /(?:^|\/)node_modules\/(?:yaml|markdown-it)\/|^src\/core\/(?:parsing\.ts|extracts\.ts|team\.ts|library\/(?:compile|team\/(?!files\.ts))|library\/markdown\/(?:parser|outline)\.ts)/;
/** What of markdown-it's dependencies has a stand-in. */
const LEFT_OUT = /(?:^|\/)node_modules\/(?:linkify-it|entities|uc\.micro|mdurl|punycode\.js)\//;
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('The bundle of the extension', () => {
  let extension: Bundle | undefined;
  let pages: ReadonlyMap<string, Bundle>;
  before(async () => {
    extension = (await bundles(extensionOptions(true))).get('dist/extension.js');
    pages = await bundles(pageOptions(true));
  });

  it('has no highlighter, renderer or overview: pages render, and the build writes overviews', () => {
    assert.ok(carried(extension, /^src\/extension\.ts$/).length > 0, 'this is the bundle');
    assert.deepEqual([...carried(extension, RENDERER), ...carried(extension, OVERVIEWS)], []);
  });

  it('has no parser of YAML or Markdown, and no compiler: it asks studio.parsing() for them', () => {
    assert.deepEqual(carried(extension, PARSERS), []);
  });

  it('has stand-ins for what it never calls', () => {
    // What searches objects.
    assert.ok(!extension?.text.includes('must be a positive integer'), 'see tools/bundle/unused.mjs');
  });

  it('asks for the API of VS Code once, and for no part that is not listed', async () => {
    assert.equal(extension?.text.match(/require\("vscode"\)/g)?.length, 1);
    const stdin = { contents: "import * as vscode from 'vscode'; console.log(vscode.l10n, vscode.missing);", resolveDir: root };
    const { entryPoints: _, ...options } = extensionOptions(true);
    await assert.rejects(build({ ...options, stdin, write: false, logLevel: 'silent' }), /"missing" will always be undefined/);
  });

  it('has the schemas of what pages say, and not of what they are told', async () => {
    const { entryPoints: _, ...options } = extensionOptions(true);
    const stdin = { contents: "import { FromPageSchema } from './src/webviews/protocol'; console.log(FromPageSchema);", resolveDir: root };
    const { outputFiles } = await build({ ...options, stdin, write: false, logLevel: 'silent' });
    const text = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
    assert.ok(text.includes('openWeb'));
    assert.ok(!text.includes('bookmarked'), 'schemas have side effects for esbuild again: see tools/bundle/pureSchemas.mjs');
  });

  it('asks for Node in one place only, at run time, because the web host has none', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    // A reporter of tests is data here: it runs in the Node that a lab is given to.
    const asking = sources.filter((file) => /\brequire\b|\bprocess\.(?!test)|['"`]node:(?!test)/.test(withoutComments(readFileSync(join(root, 'src', file), 'utf8'))) && !file.includes('compile'));
    assert.deepEqual(asking.map((file) => file.replaceAll('\\', '/')).sort(), ['core/labs/reporter.ts', 'features/practice/nodeProcess.ts']);
  });

  it('leaves the renderer to the pages that show entries, and to no other', () => {
    const rendering = [...pages].filter(([, bundle]) => carried(bundle, RENDERER).length > 0).map(([output]) => output);
    assert.deepEqual(rendering.sort(), ['dist/webviews/emergency.js', 'dist/webviews/page.js']);
  });
});

interface Reading {
  readonly outlineMarkdown: typeof import('../../src/core/library/markdown/outline').outlineMarkdown;
  readonly emergencySteps: typeof import('../../src/core/extracts').emergencySteps;
  readonly readTeamEntry: typeof import('../../src/core/team').readTeamEntry;
}

/** Texts made of pieces, in any order. */
const pieces = (all: string) => fc.array(fc.constantFrom('|', ...all.split('|')), { maxLength: 20 }).map((some) => some.join(''));

describe('The bundle that parses', () => {
  let parsing: Bundle | undefined;
  before(async () => {
    parsing = (await bundles(parsingOptions(true))).get('dist/parsing.js');
  });

  it('has the parsers, as one module each, with stand-ins for what they never call', () => {
    assert.deepEqual(carried(parsing, /node_modules\/(?!valibot\/)/).map((path) => path.replace(/^.*node_modules\//, '')).sort(), ['markdown-it/dist/markdown-it.mjs', 'yaml/browser/index.js']);
    assert.deepEqual([...carried(parsing, LEFT_OUT), ...carried(parsing, RENDERER)], []);
    assert.equal(carried(parsing, /tools\/bundle\/(?:noLinkify|entities|unicode)\.mjs$/).length, 3);
    // Messages of what writes and changes YAML, and renders Markdown.
    for (const message of ['Document with errors cannot be stringified', 'Expected YAML collection at', '<pre><code']) {
      assert.ok(!parsing?.text.includes(message), `${message}: see tools/bundle/unused.mjs`);
    }
  });

  it('works where there is nothing but the language: no editor, no Node, no require', () => {
    const module = { exports: {} };
    const globals = { module, exports: module.exports };
    const steps: unknown = runInNewContext(`${parsing?.text ?? ''}\nmodule.exports.emergencySteps('## First five minutes\\n\\n1. Look.').map(({ text }) => text).join()`, globals);
    assert.equal(steps, 'Look.');
    const problems: unknown = runInNewContext("JSON.stringify(module.exports.readTeamEntry({ file: 'a', path: 'guides/a.md', workspace: 'w', text: '---\\ntitle: On: Call\\n---\\n' }).problems)", globals);
    assert.match(String(problems), /not valid YAML/);
  });
});

describe('What the bundles of the extension leave out', () => {
  /** The core as the extension gets it, or with its packages as they are, run by Node. */
  async function asBundled<Module>(code: string, options: BuildOptions): Promise<Module> {
    const { plugins, alias } = options;
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root, loader: 'ts' },
      bundle: true, write: false, platform: 'browser', format: 'cjs', logLevel: 'silent', ...(plugins && { plugins }), ...(alias && { alias }),
    });
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own code, bundled a moment ago
    new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
    return module.exports as Module;
  }

  it('fails aloud when it is used', async () => {
    const { parse, render, change, add } = await asBundled<Record<'parse' | 'render' | 'change' | 'add', (linkify: boolean) => unknown>>(`
      import MarkdownIt from 'markdown-it';
      import Fuse from 'fuse.js/basic';
      import { Composer, Parser } from 'yaml';
      export const parse = (linkify) => new MarkdownIt({ linkify }).parse('See https://example.org.', {}).length;
      export const render = () => new MarkdownIt().render('text');
      export const change = () => [...new Composer().compose(new Parser().parse('a: b'))][0].set('a', 'c');
      export const add = () => new Fuse(['word']).add('another');
    `, parsingOptions(false));
    assert.equal(parse(false), 3);
    assert.throws(() => parse(true), /left out of the bundle/);
    for (const use of [render, change, add]) assert.throws(() => use(false), /is not a function/);
  });

  it('is left out by names that the packages have', () => {
    const text = 'class A { b(c = d) { return c; } toString() { return "a"; } }\nfunction e(f) { const g = f; if (!g) return; h(); }\nvar i = { j: () => 1, k: 2 };\nA.l = function () {};\nvar m = n;';
    assert.equal(
      leaveOut(text, ['A.b', 'A.toString!', 'e?', '*.j', 'A.l', 'm'], 'x.js').replace(/^import .*\n/, ''),
      'class A {  toString() { leftOut(); } }\nfunction e(f) { const g = f; if (!g) return; leftOut(); }\nvar i = {  k: 2 };\n\nvar m = undefined;',
    );
    assert.throws(() => leaveOut(text, ['A.z'], 'x.js'), /x\.js has no A\.z any more/);
    assert.throws(() => leaveOut('function e() { h(); }', ['e?'], 'x.js'), /does not ask for its option/);
  });

  it('decodes the names of characters that it knows as the package does', () => {
    const { unescapeAll } = new MarkdownIt().utils;
    for (const name of ['amp', 'nbsp', 'hellip', 'lowbar', 'lang', 'there4', 'Omega', 'AMP', 'NewLine', 'check', 'frac12']) {
      assert.equal(decodeHTMLStrict(`&${name};`), unescapeAll(`&${name};`), name);
    }
    assert.equal(decodeHTMLStrict('&constructor;'), '&constructor;');
  });

  it('takes the strangest texts as the packages do', async function () {
    this.timeout(120_000);
    const code = `
      export { outlineMarkdown } from './src/core/library/markdown/outline';
      export { emergencySteps } from './src/core/extracts';
      export { readTeamEntry } from './src/core/team';
    `;
    const bundled = await asBundled<Reading>(code, parsingOptions(false));
    const complete = await asBundled<Reading>(code, {});
    const markdown = pieces('# |## |\n|\n\n|a|word |*|**|_|~~|`|``|```\n|~~~ yaml\n|[|]|(|)|](a.md)|[x](b.md#s "t")|![i](p.png)|<|>|<b>|</b>|<!-- c -->|<div>\n|<?x?>|<![CDATA[x]]>|&amp;|&hellip;|&#35;|&lowbar;|\\|\\*|- |1. |2) |> |    code\n|---\n|===\n|[r]: c.md "t"\n|[r]|[^a]|https://x.y/z?a=b#c |<https://a.b/%C3%BC%2F>|<m@x.y>|"|(c)|...|  \n|\t|ü|😀|¡|[ü](<ü b.md#ä%20%>)');
    const yaml = pieces('a|b: |- |? |: |[|]|{|}|, |&x |*x|!!set |!!omap |!!pairs |!!binary |!!timestamp |!foo |!!int |"|\'|>|\n|\n  |\n- |# c\n|%YAML 1.1\n---\n|---\n|...\n|<<: |2026-11-21|1:30|0x1F|yes|~|.inf|\\u00e9|é|\t|key: value\n|x: &x {a: 1}\n|y: *x\n|<<: *x\n');
    fc.assert(fc.property(markdown, yaml, (body, front) => {
      const read = ({ outlineMarkdown, emergencySteps, readTeamEntry }: Reading) => [
        outlineMarkdown(body), emergencySteps(`## First five minutes\n\n1. ${body}`),
        readTeamEntry({ file: 'a', path: 'guides/a.md', workspace: 'w', text: `---\n${front}\n---\n\n## A\n\n\`\`\`yaml\n${front}\n\`\`\`\n` }).problems,
      ];
      assert.deepEqual(read(bundled), read(complete));
    }), { numRuns: 300 });
  });

  it('searches any word as the core does, and for one that is longer than all of the library', async () => {
    const bundled = await asBundled<Pick<typeof import('../../src/core/search'), 'createIndex'>>("export { createIndex } from './src/core/search';", extensionOptions(false));
    const core = await import('../../src/core/search');
    const documents = ['circuit breaker', 'saga', 'idempotency key'];
    for (const typed of ['circiut', 'idempotncy', 'sagga', 'x'.repeat(20), 'configurationmanagementsystemsintheory']) {
      const [found, expected] = [bundled, core].map(({ createIndex }) => {
        const fields = (text: string) => [{ field: 'title' as const, value: text, words: [], tokens: text.split(' '), name: text.replaceAll(' ', '') }];
        return createIndex(documents, fields)(typed, () => true).map(({ document, score }) => [document, score]);
      });
      assert.deepEqual(found, expected, typed);
    }
  });

  it('schedules reviews as the core does, and adds nothing to the dates of all extensions', async () => {
    const code = "export { memoriesOf } from './src/core/learning/memory';";
    const methods = (): unknown[] => Object.values(Object.getOwnPropertyDescriptors(Date.prototype)).map(({ value }: PropertyDescriptor): unknown => value);
    const before = methods();
    const bundled = await asBundled<typeof import('../../src/core/learning/memory')>(code, extensionOptions(false));
    assert.deepEqual(methods(), before);
    const state = (index: number): string => ['again', 'good', 'easy'][index % 3] ?? '';
    const items = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`answer:saga/q-${index % 4}/${index}`, { state: state(index), time: index * 40_000_000, replica: '' }]));
    const core = await import('../../src/core/learning/memory');
    assert.deepEqual(bundled.memoriesOf({ version: 1, items }), core.memoriesOf({ version: 1, items }));
  });

  it('reads the YAML of a team as the core does, strange keys and all', async () => {
    const code = "export { readTeamEntry } from './src/core/team';";
    const { readTeamEntry } = await asBundled<typeof import('../../src/core/team')>(code, parsingOptions(false));
    const core = await import('../../src/core/team');
    const fronts = [
      'title: T', 'title: {{ name }}', '? [a, b]\n: c', '{a: 1}: b', 'a: &x [1]\n*x : 2', 'a: &x b\n*x : 2', 'a: !!set {b, c}', 'a: !!binary aGk=', 'title: |\n  a\n  b',
      '%YAML 1.1\na: yes', 'a: 2026-11-21', '<<: {a: 1}\nb: 2', '"a\\u0301": 1', ': 1', '- a\n- b', 'a: [1, 0x1F, 1e3, .inf]', '!!binary aGk=: 1', '%YAML 1.1\n---\n2026-11-21: 1',
    ];
    for (const front of fronts) {
      const file = { file: 'a', path: 'guides/a.md', workspace: 'w', text: `---\n${front}\n---\n\n## A\n\n\`\`\`yaml\n${front}\n\`\`\`\n` };
      const { problems } = readTeamEntry(file);
      assert.deepEqual(problems, core.readTeamEntry(file).problems, front);
      assert.ok(problems.every(({ message }) => !/by this bundle|left out|not a function/.test(message)), front);
    }
    const message = 'a key must be a plain text, and not a list, a map or an alias; quote values that start with "{" or "["';
    const { problems } = readTeamEntry({ file: 'a', path: 'guides/a.md', workspace: 'w', text: '---\ntitle: T\nsummary: {{ name }}\n---\n' });
    assert.deepEqual(problems.map((each) => [each.line, each.message]), [[3, message]]);
  });
});
