import assert from 'node:assert/strict';
import { createMentions, createSearch, extendLibrary, isTeamEntryPath, recommend } from '../../../src/core';
import { compileTeamEntries } from '../../../src/core/team';
import { lineOf } from '../library/fixture';
import { filesOfEveryKind } from '../library/fixtureKinds';
import { builtIn, compileTeam, idsOf, problemsOf, source, TEAM_GUIDE, TEAM_PATTERN, teamFiles, withChange } from './fixture';

interface Break {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** A text on the line that the problem names, or its number. */
  readonly at: string | number;
  readonly says: string | RegExp;
}

const ERRORS: readonly Break[] = [
  { name: 'YAML that does not parse', file: TEAM_GUIDE, from: 'title: On Call', to: 'title: On: Call', at: 'title:', says: /^not valid YAML/ },
  { name: 'no front matter', file: TEAM_GUIDE, from: /^---[\s\S]*?\n---\n/, to: '', at: 1, says: /^has no front matter/ },
  { name: 'a missing key', file: TEAM_GUIDE, from: 'tags: [example]\n', to: '', at: 'title:', says: '"tags" is missing; add it' },
  { name: 'an unknown key', file: TEAM_GUIDE, from: 'topic: design\n', to: 'topic: design\ncolour: red\n', at: 'colour', says: 'unknown key "colour"; remove it, or see the entry format for the keys of this kind' },
  { name: 'a wrong type', file: TEAM_GUIDE, from: 'order: 1', to: 'order: first', at: 'order:', says: /must be of the type number/ },
  { name: 'a value that is on no list', file: TEAM_PATTERN, from: 'tier: gold', to: 'tier: iron', at: 'tier:', says: /^"tier" is "iron"; use one of/ },
  { name: 'a fact that no question has', file: TEAM_PATTERN, from: 'scale.large', to: 'scale.huge', at: 'scale.huge', says: /the entry format$/ },
  { name: 'an unknown law', file: TEAM_PATTERN, from: 'laws: [first-law]', to: 'laws: [no-law]', at: 'laws:', says: '"no-law" is no entry; correct the id, or remove it' },
  { name: 'a pattern that is a law', file: TEAM_GUIDE, from: 'patterns: [alpha-pattern]', to: 'patterns: [first-law]', at: 'patterns:', says: /is a law, not a pattern/ },
  { name: 'an unknown related pattern', file: TEAM_PATTERN, from: 'id: beta-pattern', to: 'id: no-pattern', at: 'no-pattern', says: /is no entry/ },
  { name: 'a kind that does not fit the folder', file: TEAM_GUIDE, from: 'order: 1\n', to: 'order: 1\nkind: playbook\n', at: 'kind:', says: /does not fit the folder/ },
  { name: 'an empty title', file: TEAM_GUIDE, from: 'title: On Call', to: 'title: ""', at: 'title:', says: '"title" is empty; write it' },
  { name: 'a title over two lines', file: TEAM_GUIDE, from: 'title: On Call', to: 'title: "On\\nCall"', at: 'title:', says: /holds a line break/ },
];

const WARNINGS: readonly Break[] = [
  { name: 'too few references', file: TEAM_GUIDE, from: /  - \{ id: ref-2.*\n/, to: '', at: 'references:', says: '"references" needs at least 2 references' },
  { name: 'a long summary', file: TEAM_GUIDE, from: 'The summary of On Call', to: 'a'.repeat(160), at: 'summary:', says: '"summary" must be at most 160 characters' },
  { name: 'a missing section', file: TEAM_PATTERN, from: '## Operating it\n\n', to: '', at: 'title:', says: /^the section "## Operating it" is missing/ },
  { name: 'placeholder text', file: TEAM_GUIDE, from: '## One\n\n', to: '## One\n\nTODO ', at: 'TODO', says: /placeholder/ },
  { name: 'an unknown entry in a link', file: TEAM_GUIDE, from: 'alpha-pattern.md#failure-modes', to: 'no-pattern.md', at: 'no-pattern.md', says: /leads to no entry/ },
  { name: 'a link that leads nowhere', file: TEAM_GUIDE, from: 'https://example.org)', to: 'command:run)', at: 'command:run', says: /leads nowhere/ },
  { name: 'an id that is written twice', file: TEAM_GUIDE, from: 'laws: [first-law]', to: 'laws: [first-law, first-law]', at: 'laws:', says: /written twice/ },
  { name: 'a category that is not the folder', file: TEAM_PATTERN, from: 'category: resilience', to: 'category: scaling', at: 'category:', says: /not the folder "resilience"/ },
  { name: 'a name of the library', file: TEAM_GUIDE, from: 'aliases: []', to: 'aliases: [Beta Pattern]', at: 'aliases:', says: 'the alias "Beta Pattern" also names "Beta Pattern" in the library; keep it in one of them' },
];

const says = (message: string, { says: expected }: Break): boolean => (typeof expected === 'string' ? message === expected : expected.test(message));

describe('Entries of a team', () => {
  it('join the library with their workspace, and are found by search, mentions, names and relations', () => {
    const { entries, problems } = compileTeam(teamFiles());
    assert.deepEqual(problems, []);
    const library = extendLibrary(builtIn(), entries);
    assert.equal(library.get('payment-hold')?.workspace, 'shop');
    assert.equal(library.find('Payment Hold')?.id, 'payment-hold');
    assert.equal(library.get('alpha-pattern')?.workspace, undefined);
    assert.equal(createSearch(library).query('payment hold')[0]?.entry.id, 'payment-hold');
    assert.equal(createMentions(library).find('class PaymentHold {}', 'java')[0]?.entry.id, 'payment-hold');
    assert.ok(library.related('beta-pattern').some(({ entry }) => entry.id === 'payment-hold'));
    assert.ok(recommend(library, { users: 'under-10k' }).some(({ entry }) => entry.id === 'payment-hold'));
    assert.equal(builtIn().get('payment-hold'), undefined, 'the built-in library stays as it is');
  });

  for (const each of ERRORS) {
    it(`stay out with ${each.name}, which is an error on its line, and the rest joins`, () => {
      const files = withChange(each.file, each.from, each.to);
      const line = typeof each.at === 'number' ? each.at : lineOf(files, each.file, each.at);
      const [found] = compileTeam(files).problems.filter(({ severity }) => severity === 'error');
      assert.equal(found?.line, line, problemsOf(files).join('\n'));
      assert.ok(says(found.message, each), found.message);
      assert.deepEqual(idsOf(files), [each.file === TEAM_GUIDE ? 'payment-hold' : 'on-call']);
    });
  }

  for (const each of WARNINGS) {
    it(`join in spite of ${each.name}, which is a warning on its line`, () => {
      const files = withChange(each.file, each.from, each.to);
      const line = typeof each.at === 'number' ? each.at : lineOf(files, each.file, each.at);
      const { problems } = compileTeam(files);
      assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
      const found = problems.find(({ message }) => says(message, each));
      assert.equal(found?.line, line, problemsOf(files).join('\n'));
      assert.deepEqual(idsOf(files), ['on-call', 'payment-hold']);
    });
  }

  it('cannot take the id of the library, of a path or of another file', () => {
    const pattern = teamFiles().get(TEAM_PATTERN) ?? '';
    const guide = teamFiles().get(TEAM_GUIDE) ?? '';
    const files = new Map([['guides/path-one.md', guide], ['patterns/resilience/alpha-pattern.md', pattern], ['patterns/resilience/hold.md', pattern], ['patterns/scaling/hold.md', pattern]]);
    assert.deepEqual(idsOf(files), ['hold']);
    const errors = problemsOf(files).filter((text) => text.includes(' error: '));
    assert.match(errors[0] ?? '', /^guides\/path-one\.md:1: error: the id "path-one" is that of a learning path/);
    assert.match(errors[1] ?? '', /^patterns\/resilience\/alpha-pattern\.md:1: error: the id "alpha-pattern" is that of "Alpha Pattern" in the library/);
    assert.match(errors[2] ?? '', /^patterns\/scaling\/hold\.md:1: error: the id "hold" is also that of patterns\/resilience\/hold\.md/);
  });

  it('take no name of the library away from its entries', () => {
    const files = withChange(TEAM_PATTERN, 'code: [payment hold]', 'code: [beta pattern]').set(TEAM_GUIDE, teamFiles().get(TEAM_GUIDE) ?? '');
    const named = new Map(files).set(TEAM_PATTERN, (files.get(TEAM_PATTERN) ?? '').replace('title: Payment Hold', 'title: A Beta'));
    const library = extendLibrary(builtIn(), compileTeam(named).entries);
    assert.equal(createMentions(library).find('BetaPattern', 'java')[0]?.entry.id, 'beta-pattern');
  });

  it('say their kind in the front matter where the folder does not', () => {
    const text = teamFiles().get(TEAM_GUIDE) ?? '';
    assert.deepEqual(problemsOf(new Map([['notes/on-call.md', text.replace('order: 1\n', 'order: 1\nkind: guide\n')]])), []);
    assert.match(problemsOf(new Map([['notes/on-call.md', text]]))[0] ?? '', /:2: error: nothing says which kind of entry this is/);
    assert.match(problemsOf(new Map([['on-call.md', text.replace('order: 1\n', 'order: 1\nkind: law\n')]]))[0] ?? '', /a team cannot add an entry of the kind "law"/);
    assert.match(problemsOf(new Map([['on-call.md', text.replace('order: 1\n', 'order: 1\nkind: memo\n')]]))[0] ?? '', /"kind" is no kind of entry/);
    assert.match(problemsOf(new Map([['laws/on-call.md', text]]))[0] ?? '', /a team cannot add an entry of the kind "law"/);
    assert.match(problemsOf(new Map([['guides/On Call.md', text]]))[0] ?? '', /:1: error: the file name "On Call" is not an id/);
  });

  it('may be of any kind that a team can have', () => {
    const kinds = new Map([...filesOfEveryKind()].flatMap(([path, text]): [string, string][] => {
      const match = /^(anti-patterns|principles|case-studies|companies|playbooks|migrations)\/(.*)\.md$/.exec(path);
      return match === null ? [] : [[`${match[1]}/team-${(match[2] ?? '').replace('databases/', '')}.md`, text]];
    }));
    assert.equal(kinds.size, 6);
    assert.deepEqual(problemsOf(kinds).filter((text) => text.includes(' error: ')), []);
    assert.equal(idsOf(kinds).length, 6);
  });

  it('lead to each other in spite of an error in one of them, and in any order of files', () => {
    const files = withChange(TEAM_GUIDE, 'patterns: [alpha-pattern]', 'patterns: [payment-hold]');
    files.set(TEAM_PATTERN, (files.get(TEAM_PATTERN) ?? '').replace('tier: gold', 'tier: iron'));
    assert.deepEqual(idsOf(files), ['on-call']);
    assert.deepEqual(compileTeam(new Map([...files].reverse())), compileTeam(files));
  });

  it('of several folders name the folder in messages', () => {
    const text = teamFiles().get(TEAM_GUIDE) ?? '';
    const { entries, problems } = compileTeamEntries([source(TEAM_GUIDE, text, 'shop'), source(TEAM_GUIDE, text, 'bank')], builtIn());
    assert.deepEqual(entries.map(({ workspace }) => workspace), ['bank']);
    assert.match(problems[0]?.message ?? '', /also that of bank\/guides\/on-call\.md/);
    assert.equal(problems[0]?.file, `file:///shop/${TEAM_GUIDE}`);
  });

  it('are Markdown files that are no README', () => {
    assert.deepEqual(['a.md', 'b/c.MD', 'README.md', 'b/readme.md', 'a.txt', 'a.md.bak'].filter(isTeamEntryPath), ['a.md', 'b/c.MD']);
  });
});
