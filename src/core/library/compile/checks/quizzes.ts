import type { QuizQuestion } from '../../model';
import type { Kind } from '../../vocabulary';
import type { Draft } from '../draft';
import type { QuizDraft } from '../learning/quizzes';
import type { Report } from '../source';

/** Fewer questions than that say little about what is known. */
const LEAST: Partial<Record<Kind, number>> = { law: 5, pillar: 5, principle: 5 };
/** Whoever always takes the same position, or the longest option, must not pass. */
const LARGEST_SHARE = 1 / 2;

/** One quiz: its entry, the sections it leads to, and that no answer can be guessed from its form. */
export function checkQuiz({ quiz, lineOf }: QuizDraft, byId: ReadonlyMap<string, Draft>, report: Report): void {
  const draft = byId.get(quiz.entry);
  if (draft === undefined) {
    report(1, `"${quiz.entry}" is no entry; name the file after the entry that the quiz is about`);
    return;
  }
  const least = LEAST[draft.kind] ?? 3;
  if (quiz.questions.length < least) report(lineOf('questions'), `has ${quiz.questions.length} questions, and a quiz on a ${draft.kind} needs ${least}; write the missing`);
  const anchors = new Set(draft.outline.headings.map(({ id }) => id));
  quiz.questions.forEach((question, index) => {
    const line = (...keys: (string | number)[]): number => lineOf('questions', index, ...keys);
    if (quiz.questions.findIndex(({ id }) => id === question.id) !== index) report(line('id'), `the question id "${question.id}" is written twice; answers are kept under it, so give each question its own`);
    if (!anchors.has(question.section)) report(line('section'), `"${question.section}" is no section of "${quiz.entry}"; use one of ${[...anchors].join(', ')}`);
    checkQuestion(question, line, report);
  });
  checkGuessing(quiz.questions, lineOf('questions'), report);
}

function checkQuestion(question: QuizQuestion, line: (...keys: (string | number)[]) => number, report: Report): void {
  const texts = question.type === 'ordering' ? question.items : question.type === 'numeric' ? [] : question.options.map(({ text }) => text);
  const key = question.type === 'ordering' ? 'items' : 'options';
  texts.forEach((text, index) => {
    if (texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) !== index) report(line(key, index), `"${text}" is written twice; write another`);
  });
  if (question.type === 'numeric' && question.tolerance >= Math.abs(question.answer) && question.answer !== 0) {
    report(line('tolerance'), `the tolerance ${question.tolerance} lets nearly any answer pass; make it smaller than the answer`);
  }
  if (question.type !== 'single' && question.type !== 'multiple') return;
  const right = question.options.filter((option) => option.right === true).length;
  if (question.type === 'single' && right !== 1) report(line('options'), `"${question.id}" has ${right} right options; mark exactly one with "right: true"`);
  if (question.type === 'multiple' && (right < 2 || right === question.options.length)) report(line('options'), `"${question.id}" has ${right} right options of ${question.options.length}; mark at least two and not all`);
  question.options.forEach((option, index) => {
    if (option.right !== true && option.why === undefined) report(line('options', index), `the wrong option "${option.text}" does not say why someone picks it and why it fails; add "why"`);
  });
}

function checkGuessing(questions: readonly QuizQuestion[], line: number, report: Report): void {
  const singles = questions.flatMap((question) => (question.type === 'single' ? [question] : []));
  if (singles.length < 3) return;
  const most = Math.ceil(singles.length * LARGEST_SHARE);
  const longest = singles.filter(({ options }) => {
    const right = options.find((option) => option.right === true);
    return right !== undefined && options.every((option) => option === right || option.text.length < right.text.length);
  }).length;
  if (longest > most) report(line, `the right option is the longest in ${longest} of ${singles.length} questions with one right option, and at most ${most} are allowed; shorten it there, or lengthen another`);
}

/** Entries whose knowledge is checked must have a quiz: laws, pillars, principles and gold patterns. */
export function checkQuizCoverage(drafts: readonly Draft[], quizzes: ReadonlySet<string>, reportIn: (file: string) => Report): void {
  const due = drafts.filter(({ kind, front }) => kind in LEAST || (front?.kind === 'pattern' && front.tier === 'gold'));
  // A library without any quiz, such as that of a test, is not measured by this.
  for (const kind of new Set(due.filter(({ id }) => quizzes.has(id)).map((draft) => draft.kind))) {
    for (const { id, file } of due.filter((draft) => draft.kind === kind && !quizzes.has(draft.id))) reportIn(file)(1, `has no quiz; write quizzes/${id}.yml`);
  }
}
