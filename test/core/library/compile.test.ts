import assert from 'node:assert/strict';
import { ALPHA, BETA, CASE, compile, filler, GUIDE, LAW, lineOf, PATH, PILLAR, problemsOf, SCALE, validFiles, withChange } from './fixture';

/** One change to the valid library, and the one problem that it must give. */
interface Break {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** A text on the line that the problem names, or its number. */
  readonly at: string | number;
  readonly message: string;
  /** Where the problem is reported, when it is another file. */
  readonly in?: string;
}

const PATTERN_ORDER = 'Problem, How it works, Choosing the parameters, Implementation, Failure modes, Operating it, In practice';

const BREAKS: readonly Break[] = [
  // Front matter
  { name: 'an unknown key', file: GUIDE, from: 'topic: design\n', to: 'topic: design\ncolour: red\n', at: 'colour', message: 'unknown key "colour"; remove it, or see content/README.md for the keys of this kind' },
  { name: 'an unknown nested key', file: ALPHA, from: 'code: [alpha pattern]\n', to: 'code: [alpha pattern]\n  speech: []\n', at: 'speech', message: 'unknown key "mentions.speech"; remove it, or see content/README.md for the keys of this kind' },
  { name: 'a missing key', file: GUIDE, from: 'tags: [example]\n', to: '', at: 'title:', message: '"tags" is missing; add it' },
  { name: 'a value that is not in the list', file: ALPHA, from: 'tier: gold', to: 'tier: platinum', at: 'tier:', message: '"tier" is "platinum"; use one of "gold", "silver", "bronze"' },
  { name: 'a value of the wrong type', file: LAW, from: 'order: 1', to: 'order: first', at: 'order:', message: '"order" is "first"; it must be of the type number' },
  { name: 'a signal that no question has', file: ALPHA, from: 'when: scale.large, weight: 3', to: 'when: scale.huge, weight: 3', at: 'scale.huge', message: '"signals.2.when" must be "question.answer" as in src/core/advice/questions.ts' },
  { name: 'too few references', file: GUIDE, from: /  - \{ id: ref-2.*\n/, to: '', at: 'references:', message: '"references" needs at least 2 references' },
  { name: 'a summary that is too long', file: GUIDE, from: 'The summary of Guide One', to: 'a'.repeat(160), at: 'summary:', message: '"summary" must be at most 160 characters' },
  { name: 'YAML that does not parse', file: GUIDE, from: 'title: Guide One', to: 'title: Guide: One', at: 'title:', message: 'not valid YAML: Nested mappings are not allowed in compact mappings; quote values that hold ": " or start with a special character' },
  { name: 'no front matter', file: GUIDE, from: /^---[\s\S]*?\n---\n/, to: '', at: 1, message: 'has no front matter; start the file with "---", the keys of its kind, and "---"' },
  { name: 'a summary without a full stop', file: GUIDE, from: 'of Guide One.', to: 'of Guide One', at: 'summary:', message: 'the summary does not end with a full stop; make it one sentence' },
  { name: 'a category that is not the folder', file: ALPHA, from: 'category: resilience', to: 'category: scaling', at: 'category:', message: 'the category "scaling" is not the folder "resilience"; move the file, or correct the category' },
  { name: 'a domain that is not the folder', file: CASE, from: 'domain: databases', to: 'domain: gaming', at: 'domain:', message: 'the domain "gaming" is not the folder "databases"; move the file, or correct the domain' },
  { name: 'a number that is too small', file: PATH, from: 'order: 1', to: 'order: 0', at: 'order:', message: '"order" is 0; it must be >=1' },

  // Sections and length
  { name: 'a missing section', file: ALPHA, from: '## Operating it\n\n', to: '', at: 'title:', message: `the section "## Operating it" is missing; the order is ${PATTERN_ORDER}` },
  { name: 'a section of another kind', file: ALPHA, from: '## Operating it\n', to: '## History\n\nLong ago.\n\n## Operating it\n', at: '## History', message: `the section "History" does not belong to this kind; make it a "###" part of one that does: ${PATTERN_ORDER}` },
  { name: 'sections out of order', file: ALPHA, from: /(## Failure modes)[\s\S]*(## Operating it)/, to: `## Operating it\n\n${filler('swap', 300)}\n\n## Failure modes`, at: '## Operating it', message: `the section "Operating it" is out of place or written twice; the order is ${PATTERN_ORDER}` },
  { name: 'an empty section', file: ALPHA, from: /## Operating it\n\n.*\n/, to: `${filler('moved', 100)}\n\n## Operating it\n\n### Numbers\n`, at: '## Operating it', message: 'the section "Operating it" is empty; fill it' },
  { name: 'a guide of three sections', file: GUIDE, from: '## Two\n', to: '### Two\n', at: 'title:', message: 'has 3 sections; a guide needs at least 4' },
  { name: 'too few words', file: ALPHA, from: /## Problem\n\n.*/, to: '## Problem\n\nShort.', at: 'title:', message: 'has 422 words; a pattern needs at least 700' },
  { name: 'too many words', file: ALPHA, from: '## How it works\n', to: `${filler('long', 800)}\n\n## How it works\n`, at: 'title:', message: 'has 1521 words; a pattern takes at most 1400: cut it, or move a part to its own entry' },
  { name: 'a heading that skips a level', file: GUIDE, from: '## Four\n', to: '#### Deep\n\nText.\n\n## Four\n', at: '#### Deep', message: 'the heading "Deep" jumps from level 2 to 4; use "###"' },
  { name: 'a heading of level 1', file: GUIDE, from: '## Four\n', to: '# Top\n\n## Four\n', at: '# Top', message: '"# Top" repeats the title\'s level; use "##"' },
  { name: 'text before the first heading', file: GUIDE, from: '---\n\n## One', to: '---\n\nHello.\n\n## One', at: '## One', message: 'the body does not start with a "##" heading; move the text below the first one, and do not repeat the title' },
  { name: 'how it works without a diagram', file: ALPHA, from: /```mermaid[\s\S]*?```\n/, to: 'Words.\n', at: '## How it works', message: 'the section "How it works" has no diagram; add a mermaid block with a caption' },
  { name: 'an architecture without a diagram', file: CASE, from: /```mermaid[\s\S]*?```\n/, to: 'Words.\n', at: '## Architecture', message: 'the section "Architecture" has no diagram; add a mermaid block with a caption' },
  { name: 'parameters without a table', file: ALPHA, from: /\| parameter[\s\S]*?\n\n/, to: 'Words.\n\n', at: '## Choosing', message: 'the section "Choosing the parameters" has no table; add one with a row for each parameter' },
  { name: 'practice without a citation', file: ALPHA, from: /## Failure modes\n([\s\S]*)Cited\[\^ref-1\] and cited\[\^ref-2\]\./, to: `## Failure modes\n\n${filler('again', 300)}[^ref-1][^ref-2]\n\n## Operating it\n\n${filler('numbers', 100)}\n\n## In practice\n\nWords.`, at: '## In practice', message: 'the section "In practice" cites nothing; cite a source for each system as [^reference-id]' },
  { name: 'two questions', file: CASE, from: '- What is three[^ref-3]?', to: 'What is three[^ref-3]?', at: '## Questions', message: 'the section "Questions" has 2 list items; ask at least 3 questions, each as a list item' },
  { name: 'two exercises', file: LAW, from: /### Exercise 3[\s\S]*/, to: '', at: '## Exercises', message: 'has 2 exercises; write at least 3, each as "### Exercise n: title"' },
  { name: 'an exercise without a solution', file: PILLAR, from: /(Count to 2[^\n]*\n\n)#### Solution\n/, to: 'Count to 2.\n', at: '### Exercise 2', message: '"Exercise 2: Count" has no solution; end it with "#### Solution"' },
  { name: 'an exercise with a wrong number', file: LAW, from: '### Exercise 2: Count', to: '### Exercise 4: Count', at: '### Exercise 4', message: 'the heading "Exercise 4: Count" should be "Exercise 2: title"' },

  // Wording and markup
  { name: 'a placeholder', file: GUIDE, from: 'See [Alpha]', to: 'TODO see [Alpha]', at: 'TODO', message: 'holds the placeholder "TODO"; write what belongs there' },
  { name: 'a placeholder of the seeds', file: LAW, from: 'Count to 1', to: '[Explain in simple terms] and count to 1', at: 'simple terms', message: 'holds the placeholder "in simple terms]"; write what belongs there' },
  { name: 'a placeholder in YAML', file: PATH, from: 'goal: Begin', to: 'goal: Coming soon', at: 'Coming', message: 'holds the placeholder "Coming soon"; write what belongs there' },
  { name: 'an emoji', file: GUIDE, from: 'See [Alpha]', to: 'See 🚀 [Alpha]', at: 'See', message: 'holds the emoji "🚀"; say it in words' },
  { name: 'raw HTML', file: GUIDE, from: 'See [Alpha]', to: 'See <b>[Alpha]', at: 'See', message: 'holds raw HTML (<b>); write Markdown, and put code in backticks' },
  { name: 'an HTML comment', file: GUIDE, from: '## Four\n', to: '<!-- later -->\n\n## Four\n', at: '<!--', message: 'holds raw HTML (<!-- later -->); write Markdown, and put code in backticks' },
  { name: 'an image', file: GUIDE, from: 'See [Alpha]', to: 'See ![a](https://example.org/a.png) [Alpha]', at: 'See', message: 'holds an image; draw a mermaid diagram instead' },
  { name: 'a footnote definition', file: GUIDE, from: '## Four\n', to: '[^mine]: Text\n\n## Four\n', at: '[^mine]', message: 'defines a footnote; remove it, because the build makes the definitions from the references in the front matter' },

  // Code blocks and diagrams
  { name: 'a pattern without a sample', file: ALPHA, from: 'ts run', to: 'ts', at: 'title:', message: 'has neither a "ts run" sample nor a noSampleReason; write one of them' },
  { name: 'a sample and a reason for none', file: ALPHA, from: 'tier: gold\n', to: 'tier: gold\nnoSampleReason: There is nothing to run.\n', at: 'noSampleReason', message: 'has a noSampleReason and a "ts run" sample in line 71; remove one' },
  { name: 'a sample that is too long', file: ALPHA, from: 'assert.equal(sum, 2);\n', to: 'assert.equal(sum, 2);\n'.repeat(68), at: '```ts run', message: 'the sample has 71 lines; show the smallest code that is right, in at most 70' },
  { name: 'an unknown note after the language', file: GUIDE, from: '## Four\n', to: '```ts runs\nconst a = 1;\n```\n\n## Four\n', at: 'ts runs', message: '"ts runs" is not known; write "ts run" for a sample that runs, or the language alone' },
  { name: 'a code block without a language', file: GUIDE, from: '## Four\n', to: '```\nplain\n```\n\n## Four\n', at: '```', message: 'the code block names no language; write it after the fence, or "text"' },
  { name: 'a configuration that is no YAML', file: GUIDE, from: '## Four\n', to: '```yaml\nkind: A\n---\nkind: [B\n```\n\n## Four\n', at: 32, message: 'the configuration is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]' },
  { name: 'JSON that does not parse', file: GUIDE, from: '## Four\n', to: '```json\n{ "a": 1, }\n```\n\n## Four\n', at: '```json', message: 'the block is not valid JSON; correct it, or name it "text" if it is an excerpt' },
  { name: 'an empty code block', file: GUIDE, from: '## Four\n', to: '```sql\n```\n\n## Four\n', at: '```sql', message: 'the code block is empty; fill or remove it' },
  { name: 'a diagram without a caption', file: CASE, from: '```mermaid A caller asks the store for a value.', to: '```mermaid', at: '```mermaid', message: 'the diagram has no caption; write a sentence that says what it shows after "mermaid"' },
  { name: 'a kind of diagram that is not drawn', file: CASE, from: 'flowchart TD', to: 'gantt', at: 'gantt', message: '"gantt" is not a diagram that the build draws; use flowchart, sequenceDiagram, stateDiagram-v2, erDiagram or classDiagram' },
  { name: 'styling in a diagram', file: CASE, from: '  Caller --> Store\n', to: '  Caller --> Store\n  style Caller fill:#f00\n', at: 'style Caller', message: 'the diagram has a styling or click directive; remove it, because the theme decides the colours' },
  { name: 'HTML in a diagram', file: CASE, from: 'Caller --> Store', to: 'Caller --> Store[The<br/>store]', at: '<br/>', message: 'the diagram has HTML in a label; write plain words' },

  // Citations
  { name: 'a reference that is not cited', file: GUIDE, from: '[^ref-2]', to: '', at: 'id: ref-2', message: 'the reference "ref-2" is not cited; cite it in the text as [^ref-2], or remove it' },
  { name: 'a citation that is not defined', file: GUIDE, from: '[^ref-2]', to: '[^ref-2][^ref-9]', at: 'ref-9', message: 'cites [^ref-9], which is not in the references; add it to the front matter' },
  { name: 'a reference written twice', file: GUIDE, from: '  - { id: ref-2', to: '  - { id: ref-1, author: Other, title: Other, year: 2021, url: "https://example.org/o", kind: post }\n  - { id: ref-2', at: 'author: Other', message: 'the reference "ref-1" is written twice; keep one' },
  { name: 'a fact about scale with neither reference nor example', file: CASE, from: ', example: true', to: '', at: 'Twenty users', message: 'a fact about scale needs either a reference or "example: true"; write one of them' },
  { name: 'a fact with an unknown reference', file: CASE, from: 'Ten users, reference: ref-1', to: 'Ten users, reference: ref-7', at: 'Ten users', message: 'the fact names the reference "ref-7", which is not in the references; add it there' },

  // Links
  { name: 'a link to no entry', file: GUIDE, from: '../patterns/resilience/alpha-pattern.md', to: '../patterns/scaling/alpha-pattern.md', at: 'See [Alpha]', message: 'the link "../patterns/scaling/alpha-pattern.md#failure-modes" resolves to no entry; correct the path, or remove the link' },
  { name: 'a link to no section', file: GUIDE, from: '#failure-modes', to: '#failures', at: 'See [Alpha]', message: `the link "../patterns/resilience/alpha-pattern.md#failures" names a section that ${ALPHA} does not have; use one of its headings as GitHub writes them, such as #problem` },
  { name: 'a link to no section of the page', file: GUIDE, from: '(#one)', to: '(#five)', at: '(#five)', message: `the link "#five" names a section that ${GUIDE} does not have; use one of its headings as GitHub writes them, such as #one` },
  { name: 'a link with another scheme, on the second line of its paragraph', file: GUIDE, from: 'and [the web](https://example.org)', to: 'and [the web](command:run)', at: 'command:run', message: 'the link "command:run" leads nowhere; link to the web, or to an entry by its relative file, such as ../resilience/timeout.md' },

  // Ids in the front matter
  { name: 'an id that is no entry', file: CASE, from: 'patterns: [alpha-pattern]', to: 'patterns: [gamma]', at: 'patterns:', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'an id of another kind', file: CASE, from: 'patterns: [alpha-pattern]', to: 'patterns: [first-law]', at: 'patterns:', message: '"first-law" is a law, not a pattern; move it to the key of its kind, or remove it' },
  { name: 'an id written twice', file: CASE, from: 'patterns: [alpha-pattern]', to: 'patterns:\n  - alpha-pattern\n  - beta-pattern\n  - alpha-pattern', at: 14, message: '"alpha-pattern" is written twice in "patterns"; remove one' },
  { name: 'a relation to no entry', file: ALPHA, from: 'id: beta-pattern', to: 'id: gamma', at: 'id: gamma', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a relation to itself', file: ALPHA, from: 'id: beta-pattern', to: 'id: alpha-pattern', at: 'id: alpha-pattern', message: '"complements" names the entry itself; remove it' },
  { name: 'a relation written twice', file: ALPHA, from: '  alternatives: []', to: '    - { id: beta-pattern, because: twice }\n  alternatives: []', at: 'because: twice', message: '"beta-pattern" is written twice in "complements"; remove one' },
  { name: 'a symmetric relation written on both sides', file: BETA, from: 'complements: []', to: 'complements: [{ id: alpha-pattern, because: again }]', at: 'because: again', message: `the relation "complements" with "alpha-pattern" is already written in ${ALPHA}; remove one, because it holds in both directions` },

  // Names
  { name: 'an alias that repeats the title', file: ALPHA, from: 'aliases: []', to: 'aliases: [alpha-pattern]', at: 'aliases:', message: 'the alias "alpha-pattern" repeats the title or another alias; remove it' },
  { name: 'an alias that is the title of another entry', file: ALPHA, from: 'aliases: []', to: 'aliases: [Beta_Pattern]', at: 'aliases:', message: `the alias "Beta_Pattern" also names ${BETA}; keep it in one of them` },
  { name: 'a mention of two entries', file: BETA, from: 'code: [beta pattern]', to: 'code: [beta pattern, alpha pattern]', at: 'code:', message: `the mention "alpha pattern" also names ${ALPHA}; keep it in one of them` },
  { name: 'a mention in upper case', file: BETA, from: 'code: [beta pattern]', to: 'code: [Beta Pattern]', at: 'code:', message: 'the mention "Beta Pattern" is not in lower case with single spaces; write it as words, and case styles are derived' },
  { name: 'a mention with a hyphen', file: BETA, from: 'prose: []', to: 'prose: [beta-kind]', at: 'prose:', message: 'the mention "beta-kind" is not in lower case with single spaces; write it as words, and case styles are derived' },
  { name: 'a mention in code and in prose', file: BETA, from: 'prose: []', to: 'prose: [beta pattern]', at: 'prose:', message: 'the mention "beta pattern" is in "code" too; remove it here, because "code" includes prose' },

  // Similarity
  { name: 'the summary of another entry', file: BETA, from: 'The summary of Beta Pattern.', to: 'The summary, of alpha pattern.', at: 'summary:', message: `the summary is the same as in ${ALPHA}; say what sets this entry apart` },

  // Paths
  { name: 'an item id written twice', file: PATH, from: 'id: check-two', to: 'id: check-one', at: 'type: lab', message: 'the item id "check-one" is written twice in this path; progress refers to it, so give each item its own' },
  { name: 'an item with neither entry nor brief', file: PATH, from: ', entry: first-law', to: '', at: 'read-law', message: 'the item "read-law" has neither an entry, a brief, a lab nor quizzes; write one of them' },
  { name: 'an item that names no entry', file: PATH, from: 'entry: first-law', to: 'entry: gamma', at: 'read-law', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a case-study item that names a pattern', file: PATH, from: 'entry: case-one', to: 'entry: beta-pattern', at: 'read-case', message: '"beta-pattern" is a pattern, not a case study; move it to the key of its kind, or remove it' },
  { name: 'a week that ends in reading', file: PATH, from: 'type: exercise', to: 'type: study', at: 'check-one', message: 'week 1 does not end in a check; make its last item a quiz, exercise, lab, project or capstone with a brief, a lab or quizzes' },
  { name: 'minutes that do not fit a pace', file: PATH, from: 'id: intensive, weeks: 1, hoursPerWeek: 2', to: 'id: intensive, weeks: 1, hoursPerWeek: 3', at: 'intensive', message: 'the items take 120 minutes, but the pace "intensive" plans 180 (1 weeks × 3 h); bring them within 10 %' },

  // Scale
  { name: 'tiers out of order', file: SCALE, from: 'tier: growing', to: 'tier: large', at: 'tier: large', message: 'row 2 must be the tier "growing"; the tiers are small, growing, large, global, in this order' },
  { name: 'a tier too many', file: SCALE, from: /$/, to: '- { tier: global, users: some, data: some, patterns: [alpha-pattern], nextStep: Grow. }\n', at: '- { tier: global', message: 'a tier is written twice; remove the row' },
  { name: 'a starting pattern without its signal', file: BETA, in: SCALE, from: 'scale.growing, weight: 3', to: 'scale.growing, weight: 2', at: 'beta-pattern', message: '"beta-pattern" has no signal "scale.growing" of weight 3; add it to its front matter, or take the pattern out of this row' },
  { name: 'a starting pattern that is no entry', file: SCALE, from: 'patterns: [alpha-pattern]', to: 'patterns: [gamma]', at: 'gamma', message: '"gamma" is no entry; correct the id, or remove it' },
  { name: 'a case study of a tier that is a pattern', file: SCALE, from: 'caseStudy: case-one', to: 'caseStudy: alpha-pattern', at: 'caseStudy', message: '"alpha-pattern" is a pattern, not a case study; move it to the key of its kind, or remove it' },
];

describe('compileLibrary', () => {
  it('finds nothing wrong with the fixture', () => {
    assert.deepEqual(problemsOf(validFiles()), []);
  });

  for (const { name, file, from, to, at, message, in: reported = file } of BREAKS) {
    it(`reports ${name}`, () => {
      const files = withChange(file, from, to);
      // The starting pattern of the second tier is Beta only where the test needs it.
      if (reported === SCALE && file === BETA) files.set(SCALE, (files.get(SCALE) ?? '').replace(/(tier: growing[\s\S]*?patterns: )\[alpha-pattern\]/, '$1[beta-pattern]'));
      const line = typeof at === 'number' ? at : lineOf(files, reported, at);
      assert.deepEqual(problemsOf(files), [`${reported}:${line}: ${message}`]);
    });
  }

  it('takes the title of a reference as its author wrote it', () => {
    const title = (text: string): Map<string, string> => withChange(GUIDE, '  - { id: ref-1, author: Author 1, title: Title 1, publisher: Publisher, year: 2020, url: "https://example.org/1", kind: paper }', text);
    assert.deepEqual(problemsOf(title('  - id: ref-1\n    author: Author 1\n    title: Coming Soon\n    year: 2020\n    url: https://example.org/1\n    kind: paper')), []);
    assert.equal(problemsOf(title('  - id: ref-1\n    author: Coming Soon\n    title: Title\n    year: 2020\n    url: https://example.org/1\n    kind: paper')).length, 1);
  });

  it('finds a placeholder in the title of an item of a path', () => {
    const files = withChange(PATH, '{ id: read-law, type: study, title: Read, minutes: 30, entry: first-law }', 'id: read-law\n        type: study\n        title: Coming soon\n        minutes: 30\n        entry: first-law');
    assert.deepEqual(problemsOf(files), [`${PATH}:${lineOf(files, PATH, 'Coming soon')}: holds the placeholder "Coming soon"; write what belongs there`]);
  });

  it('keeps the telling words of a body for the search: rare ones, and those that are said twice and not everywhere', () => {
    const files = withChange(GUIDE, 'See [Alpha]', 'Hystrix and S3, in 2024, ok. See [Alpha]');
    const terms = compile(files).library.entries.find(({ id }) => id === 'guide-one')?.terms.split(' ') ?? [];
    assert.ok(terms.includes('hystrix') && terms.includes('s3'), terms.join(' '));
    assert.ok(!terms.includes('2024') && !terms.includes('ok'), 'no bare numbers, no words of two letters');
    assert.ok(!terms.includes('cited'), 'a word of every entry tells nothing');
  });

  it('reports a file name that is no id', () => {
    const files = validFiles().set('guides/Guide_Two.md', (validFiles().get(GUIDE) ?? '').replaceAll('Guide One', 'Guide Two').replaceAll('guide', 'other').replace('order: 1', 'order: 2'));
    assert.deepEqual(problemsOf(files), ['guides/Guide_Two.md:1: the file name "Guide_Two" is not an id; rename the file to kebab-case, such as "circuit-breaker"']);
  });

  it('reports a file name of a path that is no id', () => {
    const files = validFiles().set('paths/Path Two.yml', (validFiles().get(PATH) ?? '').replace('order: 1', 'order: 2'));
    assert.deepEqual(problemsOf(files), ['paths/Path Two.yml:1: the file name "Path Two" is not an id; rename the file to kebab-case, such as "circuit-breaker"']);
  });

  it('reports a body without sections', () => {
    const problems = problemsOf(withChange(GUIDE, /## One[\s\S]*/, ''));
    assert.ok(problems.includes(`${GUIDE}:2: has no sections; start the body with a "##" heading`), problems.join('\n'));
  });

  it('reports an id that two files have', () => {
    const files = validFiles().set('paths/first-law.yml', (validFiles().get(PATH) ?? '').replace('order: 1', 'order: 2'));
    assert.deepEqual(problemsOf(files), [`paths/first-law.yml:1: the id "first-law" is also that of ${LAW}; rename one of the files`]);
  });

  it('reports a file in no known place', () => {
    assert.deepEqual(problemsOf(validFiles().set('patterns/stray.md', 'Text')), ['patterns/stray.md:1: is no file of the content format; move it to the folder of its kind, or remove it']);
  });

  it('reports an order that two entries of a kind share', () => {
    const text = (validFiles().get(GUIDE) ?? '').replaceAll('Guide One', 'Guide Two').replaceAll('guide', 'other');
    const files = validFiles().set('guides/guide-two.md', text);
    assert.deepEqual(problemsOf(files), [`guides/guide-two.md:${lineOf(files, 'guides/guide-two.md', 'order:')}: the order 1 is also that of ${GUIDE}; give each guide its own`]);
  });

  it('reports entries that require each other', () => {
    const requires = (id: string): string => `requires: [{ id: ${id}, because: needed }]`;
    const files = withChange(ALPHA, 'requires: []', requires('beta-pattern'));
    files.set(BETA, (files.get(BETA) ?? '').replace('requires: []', requires('alpha-pattern')));
    assert.deepEqual(problemsOf(files), [`${BETA}:${lineOf(files, BETA, 'needed')}: "beta-pattern" and "alpha-pattern" require each other; remove "requires" on one side, or relate them as complements`]);
  });

  it('reports a text that is largely that of another entry', () => {
    const text = (validFiles().get(GUIDE) ?? '').replaceAll('Guide One', 'Guide Two').replace('order: 1', 'order: 2').replaceAll('guide0x', 'otherx');
    const files = validFiles().set('guides/guide-two.md', text);
    assert.deepEqual(problemsOf(files), [`guides/guide-two.md:2: the text is 66 % the same as ${GUIDE}; merge the two, or rewrite one`]);
  });

  it('reports a diagram that does not render on its line, and leaves it empty', () => {
    const files = toRenderable();
    const renderDiagram = (source: string): string => {
      if (source.includes('Broken')) throw Object.assign(new Error('no such arrow; write -->'), { line: 2 });
      return '<svg/>';
    };
    const result = compile(files, { renderDiagram });
    assert.deepEqual(result.problems, [{ file: CASE, line: lineOf(files, CASE, 'Broken'), message: 'the diagram does not render: no such arrow; write -->' }]);
    assert.deepEqual(result.bodies.map(({ id, diagrams }) => [id, diagrams]), [['case-one', ['']], ['guide-one', []], ['first-law', []], ['alpha-pattern', ['<svg/>']], ['beta-pattern', ['<svg/>']], ['first-pillar', []]]);
  });

  it('keeps what is valid when something is not', () => {
    const { library } = compile(withChange(ALPHA, 'tier: gold', 'tier: platinum'));
    assert.deepEqual(library.entries.map(({ id }) => id), ['case-one', 'guide-one', 'first-law', 'beta-pattern', 'first-pillar']);
  });

  it('reads files with Windows line ends', () => {
    const files = new Map([...validFiles()].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
    assert.deepEqual(problemsOf(files), []);
    assert.deepEqual(compile(files).bodies, compile(validFiles()).bodies);
  });

  it('gives the entry its place, sections, minutes and number of references', () => {
    const entry = compile(validFiles()).library.entries.find(({ id }) => id === 'alpha-pattern');
    assert.equal(entry?.kind, 'pattern');
    assert.equal(entry.path, ALPHA);
    assert.deepEqual(entry.sections.slice(0, 2), [{ id: 'problem', title: 'Problem' }, { id: 'how-it-works', title: 'How it works' }]);
    assert.equal(entry.minutes, 4); // 721 words
    assert.equal(entry.referenceCount, 2);
    assert.equal('references' in entry, false);
  });

  it('hands out the samples with their place', () => {
    const [sample] = compile(validFiles()).samples;
    assert.equal(sample?.file, ALPHA);
    const lines = (validFiles().get(ALPHA) ?? '').split('\n');
    assert.equal(lines[sample.line - 1], '```ts run');
    assert.equal(lines[sample.line + 3], 'assert.equal(sum, 2);');
    assert.equal(sample.text.split('\n')[3], 'assert.equal(sum, 2);');
  });
});

function toRenderable(): Map<string, string> {
  return withChange(CASE, 'Caller --> Store', 'Broken -> Store');
}
