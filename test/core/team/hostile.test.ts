import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMentions, createSearch, extendLibrary } from '../../../src/core';
import { renderBody } from '../../../src/core/reading';
import { compileTeamEntries, readTeamEntry } from '../../../src/core/team';
import { builtIn, compileTeam, idsOf, problemsOf, source, TEAM_GUIDE, TEAM_PATTERN, teamFiles, withChange } from './fixture';

const GUIDE = teamFiles().get(TEAM_GUIDE) ?? '';
const errorsOf = (files: ReadonlyMap<string, string>): string[] => problemsOf(files).filter((text) => text.includes(' error: '));

describe('Hostile entries of a team', () => {
  it('cannot run anything or lead anywhere but to entries and the web', () => {
    const evil = '[run](command:workbench.action.quit) [js](javascript:alert(1)) [file](file:///etc/passwd) <script>alert(1)</script> <img src=x onerror=alert(1)> ![pic](https://example.com/x.png)\n\n';
    const { bodies } = compileTeam(withChange(TEAM_GUIDE, '## One\n\n', `## One\n\n${evil}`));
    const body = bodies.get('on-call');
    assert.ok(body);
    const { html } = renderBody(body);
    assert.doesNotMatch(html, /command:|javascript:|file:|<script|<img|href="(?!https?:|entry:|#)/);
    assert.match(html, /&lt;script&gt;/);
    assert.equal(body.executed, false);
  });

  it('cannot put an address that is none of the web into the references', () => {
    const { bodies } = compileTeam(withChange(TEAM_GUIDE, 'https://example.org/1', 'javascript:alert(1)'));
    const body = bodies.get('on-call');
    assert.ok(body);
    assert.doesNotMatch(renderBody(body).html, /javascript:/);
  });

  for (const [name, front] of [
    ['an alias bomb', `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d]`],
    ['an anchor that holds itself', 'title: &a [*a]'],
    ['an alias without an anchor', 'title: *nothing'],
    ['nesting without end', `title: ${'['.repeat(50_000)}`],
    ['keys without end', `title: [\n${'"a":\n'.repeat(5_000)}`],
    ['more front matter than anyone writes', `title: ${'a, '.repeat(20_000)}`],
    ['keys of the prototype', '__proto__: { title: x }\nconstructor: x'],
    ['a tag of another language', 'title: !!js/function "function () { throw 1 }"'],
  ] as const) {
    it(`are an error with ${name}, and the rest joins`, () => {
      const files = teamFiles().set(TEAM_GUIDE, `---\n${front}\n---\n\n## One\n`);
      assert.notDeepEqual(errorsOf(files), []);
      assert.deepEqual(idsOf(files), ['payment-hold']);
    });
  }

  it('are an error with more names than lists can show, and search and mentions go on working', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `n${index}`).join(', ');
    for (const files of [withChange(TEAM_PATTERN, 'code: [payment hold]', `code: [${names}]`), withChange(TEAM_PATTERN, 'aliases: []', `aliases: [${names}]`)]) {
      assert.match(errorsOf(files)[0] ?? '', /has 1000 items; write at most 200/);
      const library = extendLibrary(builtIn(), compileTeam(files).entries);
      assert.ok(createSearch(library).query('on call').length > 0);
      createMentions(library);
    }
  });

  it('are an error with a text that is longer than any list can show', () => {
    assert.match(errorsOf(withChange(TEAM_GUIDE, 'title: On Call', `title: ${'a'.repeat(5_000)}`))[0] ?? '', /"title" has 5000 characters/);
  });

  it('may have ten thousand lines, and their warnings have an end', () => {
    const files = withChange(TEAM_GUIDE, '## Two\n', `${'TODO [x](nowhere.txt) again\n'.repeat(10_000)}\n## Two\n`);
    assert.deepEqual(idsOf(files), ['on-call', 'payment-hold']);
    assert.ok(readTeamEntry(source(TEAM_GUIDE, files.get(TEAM_GUIDE) ?? '')).problems.length <= 200);
  });

  it('may have a configuration that is nested without end, which is a warning', () => {
    const files = withChange(TEAM_GUIDE, '## Two\n', `\`\`\`yaml\na: ${'['.repeat(50_000)}\n\`\`\`\n\n## Two\n`);
    assert.match(problemsOf(files)[0] ?? '', /warning: the configuration is nested too deeply/);
  });

  it('of any text never throw, and report on a line of the file', () => {
    const piece = fc.oneof(
      fc.string(), fc.constantFrom('---\n', '---', '\n', 'title: ', '- ', '[', '{', '&a ', '*a', '```', '## ', '| ', '\u202e', '\r\n', '[^', '](', '<'), fc.string({ unit: 'binary' }),
    );
    const text = fc.oneof(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), fc.tuple(fc.nat(GUIDE.length), fc.nat(40), piece).map(([at, length, put]) => GUIDE.slice(0, at) + put + GUIDE.slice(at + length)));
    fc.assert(fc.property(text, fc.constantFrom('guides/x.md', 'patterns/resilience/x.md', 'x.md', 'migrations/a/b/x.md'), (content, path) => {
      const { problems, entries } = compileTeamEntries([source(path, content), source(TEAM_PATTERN, teamFiles().get(TEAM_PATTERN) ?? '')], builtIn());
      assert.ok(entries.some(({ id }) => id === 'payment-hold'));
      const lines = content.split('\n').length + 1;
      for (const { file, line } of problems) if (file.endsWith(path)) assert.ok(line >= 1 && line <= lines, `${line} of ${lines}`);
    }), { numRuns: 200 });
  }).timeout(20_000);
});
