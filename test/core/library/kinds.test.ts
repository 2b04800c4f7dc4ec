import assert from 'node:assert/strict';
import { loadLibrary } from '../../../src/core';
import { compile, lineOf, problemsOf } from './fixture';
import { ANTI_PATTERN, COMPANY, filesOfEveryKind, GLOSSARY, MIGRATION, PLAYBOOK, PRINCIPLE, REFERENCE } from './fixtureKinds';

interface Break {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly at: string;
  readonly message: string;
}

const PHASE_FORM = 'write **Goal.** and **Time.** (a range such as 2–4 weeks) in its first paragraphs, and the parts #### Steps, #### Exit criteria and #### Way back';

const BREAKS: readonly Break[] = [
  { name: 'a principle of two exercises', file: PRINCIPLE, from: /### Exercise 3[\s\S]*/, to: '', at: '## Exercises', message: 'has 2 exercises; write at least 3, each as "### Exercise n: title"' },
  { name: 'a principle that names a pattern as a law', file: PRINCIPLE, from: 'laws: [first-law]', to: 'laws: [alpha-pattern]', at: 'laws:', message: '"alpha-pattern" is a pattern, not a law; move it to the key of its kind, or remove it' },
  { name: 'an anti-pattern whose cost nobody states', file: ANTI_PATTERN, from: /Cited\[\^ref-1\]\[\^ref-2\]\.\n\n## Way out/, to: '\n\n## Way out\n\nCited[^ref-1][^ref-2].', at: '## What it costs', message: 'the section "What it costs" cites nothing; cite a source as [^reference-id]' },
  { name: 'an anti-pattern without a way out', file: ANTI_PATTERN, from: 'patterns: [alpha-pattern]', to: 'patterns: []', at: 'patterns:', message: '"patterns" names at least one pattern' },
  { name: 'a playbook of two symptoms', file: PLAYBOOK, from: 'symptoms: [It is slow, It is down, It is wrong]', to: 'symptoms: [It is slow, It is down]', at: 'symptoms:', message: '"symptoms" needs at least three symptoms' },
  { name: 'a quick fix without a range of time', file: PLAYBOOK, from: 'time: 5–15 minutes', to: 'time: soon', at: 'quickFix:', message: '"quickFix.time" must be a range such as "2–5 days"' },
  { name: 'three first steps', file: PLAYBOOK, from: '4. Wait\n', to: '', at: '## First five minutes', message: 'the section "First five minutes" has 3 list items; write at least 4 steps, each as an item of a numbered list' },
  { name: 'relief without its time and risk', file: PLAYBOOK, from: /\| action[\s\S]*?none \|\n/, to: 'Stop it.\n', at: '## Stabilise', message: 'the section "Stabilise" has no table; add one with the columns action, time, risk' },
  { name: 'a search for the cause without a query', file: PLAYBOOK, from: /```sql[\s\S]*?```\n/, to: '', at: '## Find the cause', message: 'the section "Find the cause" has no query or command; add at least one in a fence with its language' },
  { name: 'a migration without a picture', file: MIGRATION, from: /```mermaid[\s\S]*?```\n/, to: 'Words.\n', at: '## From and to', message: 'the section "From and to" has no diagram; add a mermaid block with a caption' },
  { name: 'a complexity that is not in the list', file: MIGRATION, from: 'complexity: medium', to: 'complexity: wild', at: 'complexity:', message: '"complexity" is "wild"; use one of "low", "medium", "high"' },
  { name: 'risks without a table', file: MIGRATION, from: /\| risk[\s\S]*?stop \|\n/, to: 'None.\n', at: '## Risks', message: 'the section "Risks" has no table; add one with the columns risk, sign, answer' },
  { name: 'a risk without an answer', file: MIGRATION, from: '| late | slow | stop |', to: '| late | slow |', at: '## Risks', message: 'the row "late | slow" of the risks has 2 cells; write three: risk, early sign, answer' },
  { name: 'two phases', file: MIGRATION, from: /### Phase 3[\s\S]*?## Risks/, to: '## Risks', at: '## Phases', message: 'has 2 phases; write at least 3, each as "### Phase n: title"' },
  { name: 'a phase without a number', file: MIGRATION, from: '### Phase 2: Step 2', to: '### Second step', at: '### Second step', message: `"Second step" has no heading "Phase 2: title"; ${PHASE_FORM}` },
  { name: 'a phase without time and way back', file: MIGRATION, from: /(Reach 2\.)[\s\S]*?(#### Steps[\s\S]*?)#### Way back\n\nUndo part 2\./, to: 'Reach 2.\n\n#### Steps\n\n1. Do it.\n\n#### Exit criteria\n\n- It is done.', at: '### Phase 2', message: `"Phase 2: Step 2" has no time, no way back; ${PHASE_FORM}` },
  { name: 'a phase whose time is no range', file: MIGRATION, from: '**Time.** 2–4 weeks', to: '**Time.** Four weeks', at: '### Phase 1', message: `"Phase 1: Step 1" has no time; ${PHASE_FORM}` },
  { name: 'a company without a section', file: COMPANY, from: '## What it publishes', to: '### What it publishes', at: 'title:', message: 'has 0 sections; a company needs at least 1' },
  { name: 'a heading in the introduction of a generated page', file: REFERENCE, from: '---\n\nterm0', to: '---\n\n## Terms\n\nterm0', at: '## Terms', message: 'the heading "Terms" stands in an introduction; remove it, because the sections are generated' },
  { name: 'a term that two definitions claim', file: GLOSSARY, from: 'term: zeta, aliases: []', to: 'term: zeta, aliases: [Alphas]', at: 'zeta', message: '"Alphas" is also a name of the term "Alpha Pattern"; give each term one definition' },
  { name: 'a term that repeats itself', file: GLOSSARY, from: 'term: zeta, aliases: []', to: 'term: zeta, aliases: [Zeta]', at: 'zeta', message: '"Zeta" is written twice; remove one' },
  { name: 'a term that names an entry and leads elsewhere', file: GLOSSARY, from: 'entry: alpha-pattern', to: 'entry: beta-pattern', at: 'Alpha Pattern', message: '"Alpha Pattern" is a name of the entry "alpha-pattern"; write "entry: alpha-pattern", so that reader and writer mean the same' },
  { name: 'a term that leads to no entry', file: GLOSSARY, from: 'The last letter. It ends here. }', to: 'The last letter., entry: gamma }', at: 'gamma', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a definition of three sentences', file: GLOSSARY, from: 'It ends here. }', to: 'It ends. Here. }', at: 'zeta', message: 'the definition of "zeta" has 3 sentences; write at most 2, and link an entry for more' },
  { name: 'a definition without a full stop', file: GLOSSARY, from: 'definition: What helps.', to: 'definition: What helps', at: 'definition: What', message: 'the definition of "Alpha Pattern" does not end in a full stop; write whole sentences' },
];

describe('the kinds of the content format', () => {
  it('are all without problems in the fixture', () => {
    assert.deepEqual(problemsOf(filesOfEveryKind()), []);
  });

  for (const { name, file, from, to, at, message } of BREAKS) {
    it(`reports ${name}`, () => {
      const files = filesOfEveryKind();
      const text = files.get(file) ?? '';
      const changed = text.replace(from, to);
      assert.notEqual(changed, text, `${file} does not hold ${String(from)}`);
      files.set(file, changed);
      const problems = problemsOf(files);
      assert.equal(problems[0], `${file}:${lineOf(files, file, at)}: ${message}`, problems.join('\n'));
    });
  }

  it('reports a work that two entries cite with different addresses or years', () => {
    const cite = (url: string, year: number): string[] => {
      const files = filesOfEveryKind();
      files.set(COMPANY, (files.get(COMPANY) ?? '').replace('title: Title 1, publisher: Publisher, year: 2020, url: "https://example.org/1"', `title: "Title, 1!", publisher: Publisher, year: ${year}, url: "${url}"`));
      return problemsOf(files).filter((problem) => problem.includes('Title, 1!') || problem.includes('Title 1'));
    };
    assert.deepEqual(cite('https://example.org/1', 2020), []);
    assert.match(cite('https://example.org/other', 2020).join(), new RegExp(`^${COMPANY}:\\d+: "Title, 1!" has the address https://example.org/1 in ${ANTI_PATTERN}; use the same in both$`));
    assert.match(cite('https://example.org/1', 2021).join(), new RegExp(`^${COMPANY}:\\d+: "Title, 1!" is of 2020 in ${ANTI_PATTERN}; use the same year in both$`));
  });

  it('refuses a reference page that nothing generates', () => {
    const files = filesOfEveryKind();
    files.set('reference/horoscope.md', (files.get(REFERENCE) ?? '').replaceAll('Glossary', 'Horoscope').replace('order: 1', 'order: 2').replaceAll('term', 'star'));
    const [problem = ''] = problemsOf(files);
    assert.match(problem, /^reference\/horoscope\.md:1: no page of this name is generated; the names are .*glossary/);
  });
});

describe('generated pages', () => {
  const result = compile(filesOfEveryKind());
  const library = loadLibrary(JSON.parse(JSON.stringify(result.library)));
  const bodyOf = (id: string): string => result.bodies.find((body) => body.id === id)?.markdown ?? '';

  it('stand below their introduction', () => {
    assert.match(bodyOf('glossary'), /^term0 .*\n\n## A\n\n- \*\*Alpha Pattern\*\* \(also: alphas\): What helps\. Read \[Alpha Pattern\]\(\.\.\/patterns\/resilience\/alpha-pattern\.md\)\.\n\n## Z\n/);
  });

  it('count in the sections and the reading time of their entry', () => {
    assert.deepEqual(library.get('glossary')?.sections.map(({ title }) => title), ['A', 'Z']);
  });

  it('give a company the systems that name it, with their sizes and patterns', () => {
    const body = bodyOf('example-company');
    assert.match(body, /## Systems\n\n- \[Case One\]\(\.\.\/case-studies\/databases\/case-one\.md\): The summary of Case One\.\n {2}- Ten users\n {2}- Twenty users\n/);
    assert.match(body, /\| \[Alpha Pattern\]\(.*\) \| \[Case One\]\(.*\) \|/);
  });

  it('relate a company to its case studies, and an anti-pattern to its way out, from both sides', () => {
    const related = (id: string): string[] => library.related(id).map(({ relation, entry }) => `${relation} ${entry.id}`);
    assert.deepEqual(related('example-company'), ['studied-in case-one']);
    assert.ok(related('case-one').includes('studies example-company'));
    assert.deepEqual(related('anti-one'), ['cured-by alpha-pattern', 'violates first-law']);
    assert.ok(related('alpha-pattern').includes('cures anti-one'));
    assert.ok(related('alpha-pattern').includes('relied-on-by playbook-one'));
  });
});
