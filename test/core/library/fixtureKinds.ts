/** The fixture's library with one entry of each other kind; each test breaks one thing in it. */
import { common, DIAGRAM, filler, references, sections, validFiles } from './fixture';

export const PRINCIPLE = 'principles/principle-one.md';
export const ANTI_PATTERN = 'anti-patterns/anti-one.md';
export const PLAYBOOK = 'playbooks/playbook-one.md';
export const MIGRATION = 'migrations/migration-one.md';
export const COMPANY = 'companies/example-company.md';
export const REFERENCE = 'reference/glossary.md';
export const GLOSSARY = 'glossary.yml';

const LINKS = 'patterns: [alpha-pattern]\nlaws: [first-law]\n';

const principle = (validFiles().get('laws/first-law.md') ?? '')
  .replaceAll('First Law', 'Principle One')
  .replaceAll('law', 'principle')
  .replace('pillars: [first-pillar]', 'pillars: [first-pillar]\nlaws: [first-law]');

const antiPattern =
  `---\n${common('Anti One')}${LINKS}mentions: { code: [], prose: [] }\n${references(2)}---\n\n` +
  `${sections('anti', ['Looks like', 'Why it happens'])}## What it costs\n\n${filler('cost', 90)} Cited[^ref-1][^ref-2].\n\n${sections('out', ['Way out', 'Patterns'])}`;

const playbook =
  `---\n${common('Playbook One')}symptoms: [It is slow, It is down, It is wrong]\nquickFix: { action: Restart it, time: 5–15 minutes, risk: It forgets }\n${LINKS}${references(2)}---\n\n` +
  `## Symptoms\n\n${filler('sign', 200)} Cited[^ref-1][^ref-2].\n\n## First five minutes\n\n1. Look\n2. Say\n3. Stop\n4. Wait\n\n` +
  `## Stabilise\n\n| action | time | risk |\n| --- | --- | --- |\n| stop | 1 min | none |\n\n## Find the cause\n\n${filler('cause', 200)}\n\n\`\`\`sql\nSELECT 1;\n\`\`\`\n\n` +
  sections('after', ['Repair', 'Prevent', 'Verify']);

const phase = (n: number): string =>
  `### Phase ${n}: Step ${n}\n\n**Goal.** Reach ${n}.\n\n**Time.** 2–4 weeks, assuming one team.\n\n#### Steps\n\n1. Do part ${n}.\n\n#### Exit criteria\n\n- Part ${n} is done.\n\n#### Way back\n\nUndo part ${n}.\n\n`;
const migration =
  `---\n${common('Migration One')}from: The old\nto: The new\ncomplexity: medium\nduration: 3–9 months\nwhenNot: [Small, Calm, Late]\n${LINKS}${references(2)}---\n\n` +
  `${sections('pays', ['When it pays', 'When not to'])}## From and to\n\nCited[^ref-1][^ref-2].\n\n${DIAGRAM}\n## Phases\n\n${phase(1)}${phase(2)}${phase(3)}` +
  `## Risks\n\n| risk | sign | answer |\n| --- | --- | --- |\n| late | slow | stop |\n\n${sections('measured', ['Measures', 'Patterns used'])}${filler('more', 250)}\n`;

const company = `---\n${common('Example Company')}${references(2)}---\n\n## What it publishes\n\n${filler('company', 130)} Cited[^ref-1][^ref-2].\n`;
const reference = `---\n${common('Glossary')}order: 1\n---\n\n${filler('term', 20)}\n`;
const glossary = '- term: Alpha Pattern\n  aliases: [alphas]\n  definition: What helps.\n  entry: alpha-pattern\n- { term: zeta, aliases: [], definition: The last letter. It ends here. }\n';

/** The library with every kind; a fresh map each time. */
export function filesOfEveryKind(): Map<string, string> {
  const files = validFiles();
  files.set('case-studies/databases/case-one.md', (files.get('case-studies/databases/case-one.md') ?? '').replace('domain: databases\n', 'domain: databases\ncompany: Example Company\n'));
  for (const [file, text] of [
    [PRINCIPLE, principle], [ANTI_PATTERN, antiPattern], [PLAYBOOK, playbook], [MIGRATION, migration], [COMPANY, company], [REFERENCE, reference], [GLOSSARY, glossary],
  ] as const) files.set(file, text);
  return files;
}
