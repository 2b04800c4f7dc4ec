import assert from 'node:assert/strict';
import { compileLibrary } from '../../../src/core/library/compile';
import { BETA, PATH, problemsOf, toSources, validFiles } from './fixture';

const QUIZ = 'quizzes/first-law.yml';
const BETA_QUIZ = 'quizzes/beta-pattern.yml';
const LAB = 'labs/first-lab/lab.yml';
const SECOND = 'paths/path-two.yml';

const brief = 'situation: You are here., task: Do it., steps: [First, Second], doneWhen: [It is done, It is checked], hints: [Look, Look there], discussion: [It is so, It is also so]';
const question = (id: string): string =>
  `  - id: ${id}\n    type: single\n    question: Which one holds?\n    options:\n` +
  `      - { text: the first of ${id}, right: true }\n      - { text: the second one of ${id}, why: It does not hold. }\n      - { text: the third one of ${id}, why: Nor does it. }\n` +
  `    explanation: The first holds.\n    section: statement\n`;
const quiz =
  `updated: 2026-11-21\nquestions:\n${['one', 'two', 'three'].map(question).join('')}` +
  '  - { id: four, type: numeric, question: How many seconds?, answer: 35, tolerance: 1, unit: seconds, explanation: It is 35., section: statement }\n' +
  '  - { id: five, type: ordering, question: In which order?, items: [first, second, third], explanation: In this one., section: statement }\n' +
  '  - id: six\n    type: multiple\n    question: Which hold?\n    options:\n      - { text: a first, right: true }\n      - { text: a second, right: true }\n      - { text: a third, why: It does not. }\n    explanation: Two hold.\n    section: statement\n';
const small = (id: string): string => `updated: 2026-11-21\nquestions:\n${['one', 'two', 'three'].map((each) => question(`${each}-${id}`)).join('')}`;

const secondPath =
  'title: Path Two\nsummary: The summary of Path Two.\ngroup: topic\nlevel: practitioner\norder: 2\naudience: All\ngoal: Learn\noutcome: Knows\nprerequisites: []\nupdated: 2026-11-21\n' +
  'paces:\n  - { id: steady, weeks: 1, hoursPerWeek: 2 }\nweeks:\n  - title: Week one\n    goal: Begin\n    items:\n' +
  '      - { id: borrowed, from: path-one/check-one }\n' +
  '      - { id: the-lab, type: lab, title: Build it, minutes: 60, lab: first-lab }\n' +
  '      - { id: the-quiz, type: quiz, title: What you know, minutes: 30, quizzes: [first-law, alpha-pattern] }\n';

function files(): Map<string, string> {
  return new Map([
    ...validFiles(),
    [QUIZ, quiz],
    ['quizzes/first-pillar.yml', quiz],
    ['quizzes/alpha-pattern.yml', small('alpha').replaceAll('section: statement', 'section: problem')],
    [BETA_QUIZ, small('beta').replaceAll('section: statement', 'section: problem')],
    [SECOND, secondPath],
    [LAB, `title: First Lab\nsummary: Build the first.\nentry: alpha-pattern\nlevel: beginner\nminutes: 60\nupdated: 2026-11-21\nopen: [src/one.js]\nbrief: { ${brief} }\n`],
    ['labs/first-lab/starter/package.json', '{ "type": "module" }'],
    ['labs/first-lab/starter/README.md', 'Read me.'],
    ['labs/first-lab/starter/src/one.js', 'export const one = 0;\n'],
    ['labs/first-lab/starter/test/one.test.js', "import test from 'node:test';\n"],
    ['labs/first-lab/solution/src/one.js', 'export const one = 1;\n'],
    ...['a', 'b', 'c'].map((name): [string, string] => [`labs/first-lab/wrong/${name}/src/one.js`, '// Wrong on purpose: it is none.\nexport const one = 2;\n']),
  ]);
}

interface Break {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** `file:line: message`; with `:0:` the line is not looked at. */
  readonly problem: string;
}

const BREAKS: readonly Break[] = [
  // Items of paths
  { name: 'an item that takes what no path has', file: SECOND, from: 'path-one/check-one', to: 'path-one/check-nine', problem: `${SECOND}:17: "path-one/check-nine" is no item of a path; correct the path or the item` },
  { name: 'an item taken from its own path', file: SECOND, from: 'path-one/check-one', to: 'path-two/the-lab', problem: `${SECOND}:17: "path-two/the-lab" is an item of this very path; take it from another, or remove it` },
  { name: 'an item taken from another, with keys of its own', file: SECOND, from: 'from: path-one/check-one }', to: 'from: path-one/check-one, minutes: 30 }', problem: `${SECOND}:17: the item "borrowed" is taken from "path-one/check-one" and has keys of its own (minutes); remove them` },
  { name: 'an item without a title', file: SECOND, from: 'title: Build it, ', to: '', problem: `${SECOND}:18: the item "the-lab" has no title; add it, or take the item "from" another path` },
  { name: 'a lab that is none', file: SECOND, from: 'lab: first-lab', to: 'lab: second-lab', problem: `${SECOND}:18: "second-lab" is no lab; correct the id, or write labs/second-lab/lab.yml` },
  { name: 'a lab item of another type', file: SECOND, from: 'type: lab', to: 'type: exercise', problem: `${SECOND}:18: the item "the-lab" names a lab, and is of the type exercise; make it a lab` },
  { name: 'a quiz of an entry that has none', file: SECOND, from: '[first-law, alpha-pattern]', to: '[first-law, case-one]', problem: `${SECOND}:19: "case-one" has no quiz; correct the id, or write quizzes/case-one.yml` },
  { name: 'a quiz item without quizzes', file: SECOND, from: 'quizzes: [first-law, alpha-pattern]', to: 'entry: first-law', problem: `${SECOND}:19: the item "the-quiz" must be a quiz with "quizzes", or neither; correct the type or the list` },
  { name: 'an item with a brief and a lab', file: PATH, from: 'id: check-two, type: lab,', to: 'id: check-two, type: lab, lab: first-lab,', problem: `${PATH}:0: the item "check-two" has more than one of brief, lab and quizzes; make items of them` },
  // Quizzes
  { name: 'a quiz of no entry', file: QUIZ, from: '', to: '', problem: 'quizzes/gamma.yml:1: "gamma" is no entry; name the file after the entry that the quiz is about' },
  { name: 'a section that the entry does not have', file: QUIZ, from: 'answer: 35, tolerance: 1, unit: seconds, explanation: It is 35., section: statement', to: 'answer: 35, tolerance: 1, unit: seconds, explanation: It is 35., section: nowhere', problem: `${QUIZ}:0: "nowhere" is no section of "first-law"; use one of ` },
  { name: 'two right options where one is asked for', file: QUIZ, from: 'the second one of one, why: It does not hold.', to: 'the second one of one, right: true', problem: `${QUIZ}:0: "one" has 2 right options; mark exactly one with "right: true"` },
  { name: 'one right option where several are asked for', file: QUIZ, from: 'a second, right: true', to: 'a second, why: No.', problem: `${QUIZ}:0: "six" has 1 right options of 3; mark at least two and not all` },
  { name: 'a wrong option without a reason', file: QUIZ, from: 'the third one of two, why: Nor does it.', to: 'the third one of two', problem: `${QUIZ}:0: the wrong option "the third one of two" does not say why someone picks it and why it fails; add "why"` },
  { name: 'an option written twice', file: QUIZ, from: 'the third one of two', to: 'The first of two', problem: `${QUIZ}:0: "The first of two" is written twice; write another` },
  { name: 'a tolerance that lets anything pass', file: QUIZ, from: 'tolerance: 1', to: 'tolerance: 40', problem: `${QUIZ}:0: the tolerance 40 lets nearly any answer pass; make it smaller than the answer` },
  { name: 'a question id written twice', file: QUIZ, from: 'id: four', to: 'id: three', problem: `${QUIZ}:0: the question id "three" is written twice; answers are kept under it, so give each question its own` },
  { name: 'too few questions on a law', file: QUIZ, from: quiz, to: small('law'), problem: `${QUIZ}:0: has 3 questions, and a quiz on a law needs 5; write the missing` },
  { name: 'right options that stand out by their length', file: QUIZ, from: quiz, to: quiz.replaceAll('text: the first of', 'text: the first and by far the longest of'), problem: `${QUIZ}:0: the right option is the longest in 3 of 3 questions with one right option, and at most 2 are allowed; shorten it there, or lengthen another` },
  { name: 'a gold pattern without a quiz', file: BETA_QUIZ, from: '', to: '', problem: `${BETA}:1: has no quiz; write quizzes/beta-pattern.yml` },
  // Labs
  { name: 'a lab that opens a file which is not there', file: LAB, from: 'src/one.js', to: 'src/two.js', problem: `${LAB}:7: "src/two.js" is no file of starter/; correct the path` },
  { name: 'a lab about no entry', file: LAB, from: 'entry: alpha-pattern', to: 'entry: gamma', problem: `${LAB}:3: "gamma" is no entry; correct the id, or remove it` },
  { name: 'a planted mistake that does not say what is wrong', file: 'labs/first-lab/wrong/a/src/one.js', from: '// Wrong on purpose: it is none.\n', to: '', problem: 'labs/first-lab/wrong/a/src/one.js:1: does not say what is wrong; begin the file with "// Wrong on purpose: …"' },
  { name: 'a lab with a dependency', file: 'labs/first-lab/starter/src/one.js', from: 'export', to: "import x from 'lodash';\nexport", problem: 'labs/first-lab/starter/src/one.js:1: imports "lodash"; a lab has no dependencies, only its own files and node:test, node:assert, node:crypto, node:process, node:util and node:vm' },
  { name: 'a file of a lab that is nowhere', file: 'labs/first-lab/notes.txt', from: '', to: 'x', problem: 'labs/first-lab/notes.txt:1: is no part of a lab; move it into starter/, solution/ or wrong/<name>/' },
];

describe('The format of paths, quizzes and labs', () => {
  it('has nothing wrong in the fixture', () => {
    assert.deepEqual(problemsOf(files()), []);
  });

  for (const { name, file, from, to, problem } of BREAKS) {
    it(`reports ${name}`, () => {
      const broken = files();
      if (file === BETA_QUIZ) broken.delete(BETA_QUIZ);
      else if (name === 'a quiz of no entry') broken.set('quizzes/gamma.yml', small('gamma'));
      else {
        const text = broken.get(file) ?? '';
        assert.ok(text.includes(from), `the fixture ${file} holds "${from}"`);
        broken.set(file, from === '' ? to : text.replace(from, to));
      }
      const found = problemsOf(broken);
      const [where = '', line = '', ...rest] = problem.split(/:(\d+): /);
      const matching = found.filter((each) => (line === '0' ? each.startsWith(`${where}:`) && each.includes(`: ${rest.join('')}`) : each === problem));
      assert.equal(matching.length, 1, `${problem}\nis not among\n${found.join('\n')}`);
    });
  }

  it('resolves an item from another path, with its brief, and keeps where it is from', () => {
    const { library, briefs } = compileLibrary(toSources(files()));
    const item = library.paths.find(({ id }) => id === 'path-two')?.weeks[0]?.items[0];
    assert.deepEqual(item, { id: 'borrowed', type: 'exercise', title: 'Check', minutes: 30, from: 'path-one/check-one', hasBrief: true });
    assert.deepEqual(briefs.find(({ id }) => id === 'path-two')?.briefs.map(({ item: id, brief: { task } }) => [id, task]), [['borrowed', 'Do it']]);
  });

  it('keeps questions, briefs and files of labs out of the library itself', () => {
    const { library } = compileLibrary(toSources(files()));
    assert.deepEqual(library.quizzes.find(({ entry }) => entry === 'first-law')?.questions, ['one', 'two', 'three', 'four', 'five', 'six']);
    assert.deepEqual(library.labs.map(({ id, entry }) => [id, entry]), [['first-lab', 'alpha-pattern']]);
    assert.doesNotMatch(JSON.stringify(library), /The first holds|You are here|export const one/);
  });
});
