/** What the bundles carry: the extension nothing that only its pages need, because every window loads it. */
import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import { createRequire } from 'node:module';
import { root } from '../host/paths';
import { extensionOptions, pageOptions } from '../../tools/bundle/options.mjs';

interface Bundle {
  /** Bytes by input, without what tree shaking left nothing of. */
  readonly inputs: readonly (readonly [path: string, bytes: number])[];
}

async function bundles(options: BuildOptions & { readonly metafile: true }): Promise<ReadonlyMap<string, Bundle>> {
  const { metafile } = await build({ ...options, absWorkingDir: root, write: false, logLevel: 'silent' });
  return new Map(Object.entries(metafile.outputs).map(([output, { inputs }]) => [
    output,
    { inputs: Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const).filter(([, bytes]) => bytes > 0) },
  ]));
}

const carried = (bundle: Bundle | undefined, wanted: RegExp): readonly string[] => (bundle?.inputs ?? []).map(([path]) => path).filter((path) => wanted.test(path));

/** What renders an entry, and the overviews, which the build writes. */
const RENDERER = /\/(?:highlight\.js|markdown-it-footnote)\/|^src\/core\/(?:reading\.ts|library\/render(?:\.ts|\/))/;
const OVERVIEWS = /^src\/core\/overviews\//;
const LEFT_OUT = /\/(?:linkify-it)\//;

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

  it('has the two stand-ins for what it never calls', () => {
    assert.deepEqual(carried(extension, LEFT_OUT), []);
    assert.equal(carried(extension, /tools\/bundle\/noLinkify\.mjs$/).length, 1);
    const writer = (extension?.inputs ?? []).filter(([path]) => /\/yaml\/browser\/dist\/stringify\//.test(path));
    assert.ok(writer.length > 0, 'yaml has its writer elsewhere now: see tools/bundle/unusedYaml.mjs');
    assert.ok(writer.every(([, bytes]) => bytes < 200), `${JSON.stringify(writer)}: more than stand-ins`);
  });

  it('leaves the renderer to the pages that show entries, and to no other', () => {
    const rendering = [...pages].filter(([, bundle]) => carried(bundle, RENDERER).length > 0).map(([output]) => output);
    assert.deepEqual(rendering.sort(), ['dist/webviews/emergency.js', 'dist/webviews/page.js']);
  });
});

describe('What the bundle of the extension leaves out', () => {
  /** The core as the extension gets it, run by Node. */
  async function asBundled<Module>(code: string): Promise<Module> {
    const { plugins, alias } = extensionOptions(false);
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root, loader: 'ts' },
      bundle: true, write: false, platform: 'browser', format: 'cjs', logLevel: 'silent', ...(plugins && { plugins }), ...(alias && { alias }),
    });
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own code, bundled a moment ago
    new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
    return module.exports as Module;
  }

  it('fails aloud when somebody turns on the option "linkify", and is not missed otherwise', async () => {
    const { render } = await asBundled<{ render: (linkify: boolean) => string }>(
      "import MarkdownIt from 'markdown-it'; export const render = (linkify) => new MarkdownIt({ linkify }).render('See https://example.org.');",
    );
    assert.equal(render(false), '<p>See https://example.org.</p>\n');
    assert.throws(() => render(true), /linkify-it is left out of this bundle/);
  });

  it('schedules reviews as the core does, and adds nothing to the dates of all extensions', async () => {
    const code = "export { memoriesOf } from './src/core/learning/memory';";
    const methods = (): unknown[] => Object.values(Object.getOwnPropertyDescriptors(Date.prototype)).map(({ value }: PropertyDescriptor): unknown => value);
    const before = methods();
    const bundled = await asBundled<typeof import('../../src/core/learning/memory')>(code);
    assert.deepEqual(methods(), before);
    const state = (index: number): string => ['wrong', 'right', 'easy'][index % 3] ?? '';
    const items = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`answer:saga/q-${index % 4}/${index}`, { state: state(index), time: index * 40_000_000, replica: '' }]));
    const core = await import('../../src/core/learning/memory');
    assert.deepEqual(bundled.memoriesOf({ version: 1, items }), core.memoriesOf({ version: 1, items }));
  });

  it('reads the YAML of a team as the core does, strange keys and all', async () => {
    const code = "export { readTeamEntry } from './src/core/team';";
    const { readTeamEntry } = await asBundled<typeof import('../../src/core/team')>(code);
    const core = await import('../../src/core/team');
    const fronts = [
      'title: T', 'title: {{ name }}', '? [a, b]\n: c', '{a: 1}: b', 'a: &x [1]\n*x : 2', 'a: &x b\n*x : 2', 'a: !!set {b, c}', 'a: !!binary aGk=', 'title: |\n  a\n  b',
      '%YAML 1.1\na: yes', 'a: 2026-11-21', '<<: {a: 1}\nb: 2', '"a\\u0301": 1', ': 1', '- a\n- b', 'a: [1, 0x1F, 1e3, .inf]',
    ];
    for (const front of fronts) {
      const file = { file: 'a', path: 'guides/a.md', workspace: 'w', text: `---\n${front}\n---\n\n## A\n\n\`\`\`yaml\n${front}\n\`\`\`\n` };
      const { problems } = readTeamEntry(file);
      assert.deepEqual(problems, core.readTeamEntry(file).problems, front);
      assert.ok(problems.every(({ message }) => !message.includes('by this bundle')), front);
    }
    const message = 'a key must be a plain text, and not a list, a map or an alias; quote values that start with "{" or "["';
    const { problems } = readTeamEntry({ file: 'a', path: 'guides/a.md', workspace: 'w', text: '---\ntitle: T\nsummary: {{ name }}\n---\n' });
    assert.deepEqual(problems.map((each) => [each.line, each.message]), [[3, message]]);
  });
});
