import * as vscode from 'vscode';
import {
  comingBack, isFinished, resultOf, reviewSummary,
  type Library, type ProgressDocument, type QuizQuestion, type RunAnswer, type RunQuestion,
} from '../../core';
import type { EmptyView, FeedbackView, QuestionView, QuizContent, ResultView, SectionLink } from '../../webviews/protocol';
import type { QuizSession } from './session';
import { dailyLimit, startOfDay } from './settings';
import { allComeBackText, comesBackText, dayText, problemText, questionCount, scoreText } from './words';

/** What the page shows of a session. Before an answer, nothing that tells the right one. */
export function quizContent(library: Library, document: ProgressDocument, session: QuizSession, now: number): QuizContent {
  const asked = session.run.questions[session.index];
  const answer = session.run.answers[session.index];
  if (session.stage === 'feedback' && asked && answer) return feedbackView(library, document, session, asked, answer, now);
  return session.stage === 'question' && asked ? questionView(library, session, asked) : resultView(library, document, session, now);
}

function askedView(library: Library, { run, index }: QuizSession, { entry, question, earlier }: RunQuestion) {
  return {
    key: `${entry}/${question.id}/${earlier}`,
    index,
    total: run.questions.length,
    position: vscode.l10n.t('Question {0} of {1}', index + 1, run.questions.length),
    // The title of a quiz on one entry has said it.
    about: run.subject.kind === 'quiz' ? '' : (library.get(entry)?.title ?? entry),
    text: question.question,
  };
}

function questionView(library: Library, session: QuizSession, asked: RunQuestion): QuestionView {
  return {
    view: 'question',
    ...askedView(library, session, asked),
    input: inputOf(asked),
    problem: session.problem === undefined ? null : problemText(session.problem, asked.question),
  };
}

function inputOf({ question, order }: RunQuestion): QuestionView['input'] {
  switch (question.type) {
    case 'single':
    case 'multiple': return { type: question.type, options: order.map((place) => question.options[place]?.text ?? '') };
    case 'numeric': return { type: 'numeric', unit: question.unit };
    case 'ordering': return { type: 'ordering', items: order.map((place) => question.items[place] ?? '') };
  }
}

function feedbackView(library: Library, document: ProgressDocument, session: QuizSession, asked: RunQuestion, answer: RunAnswer, now: number): FeedbackView {
  const { entry, question } = asked;
  return {
    view: 'feedback',
    ...askedView(library, session, asked),
    right: answer.right,
    verdict: answer.right ? vscode.l10n.t('Right') : vscode.l10n.t('Not right'),
    given: givenView(asked, answer),
    explanation: question.explanation,
    again: sectionLink(library, entry, question.section),
    sure: answer.right ? (answer.refined ?? 'good') : null,
    comesBack: dailyLimit() === 0 ? '' : comesBackText(comingBack(document, [{ entry, question: question.id }], now)),
    last: isFinished(session.run),
  };
}

function givenView({ question, order }: RunQuestion, { answer }: RunAnswer): FeedbackView['given'] {
  const chosen = 'chosen' in answer ? answer.chosen : [];
  switch (question.type) {
    case 'single':
    case 'multiple':
      return {
        type: 'options',
        options: order.map((place) => {
          const option = question.options[place];
          return { text: option?.text ?? '', chosen: chosen.includes(place), right: option?.right === true, why: option?.why ?? null };
        }),
      };
    case 'numeric': return { type: 'number', given: 'text' in answer ? answer.text : '', answer: numberText(question) };
    case 'ordering':
      return {
        type: 'order',
        given: chosen.map((item, place) => ({ text: question.items[item] ?? '', inPlace: item === place })),
        answer: [...question.items],
      };
  }
}

function numberText({ answer, tolerance, unit }: Extract<QuizQuestion, { type: 'numeric' }>): string {
  const value = unit === '' ? String(answer) : vscode.l10n.t('{0} {1}', answer, unit);
  return tolerance === 0 ? value : vscode.l10n.t('{0} (± {1} counts as right)', value, tolerance);
}

function sectionLink(library: Library, id: string, section: string): SectionLink {
  const entry = library.get(id);
  const heading = entry?.sections.find((each) => each.id === section)?.title;
  const title = entry?.title ?? id;
  return { entry: id, section, text: heading === undefined ? title : vscode.l10n.t('{0}: {1}', title, heading) };
}

function resultView(library: Library, document: ProgressDocument, { run }: QuizSession, now: number): ResultView {
  const { right, total, passed, entries, again } = resultOf(run);
  const counts = run.whole.length > 0;
  return {
    view: 'result',
    right,
    total,
    passed: counts ? passed : null,
    score: scoreText(right, total),
    verdict: verdictText(counts, passed, run.subject.kind === 'review'),
    entries: entries.length < 2 || !counts ? [] : entries.map(({ entry, ...score }) => ({ title: library.get(entry)?.title ?? entry, score: scoreText(score.right, score.total), passed: score.passed })),
    again: again.map(({ entry, section }) => sectionLink(library, entry, section)),
    comesBack: dailyLimit() === 0 ? '' : allComeBackText(comingBack(document, run.questions.map(({ entry, question }) => ({ entry, question: question.id })), now)),
    retry: { wrong: right < total, all: run.subject.kind !== 'review' },
  };
}

function verdictText(counts: boolean, passed: boolean, review: boolean): string {
  if (review) return vscode.l10n.t('The review is done.');
  if (!counts) return vscode.l10n.t('This was practice. To pass, answer all questions of the quiz in one run.');
  return passed ? vscode.l10n.t('Passed.') : vscode.l10n.t('Not passed yet: 80 % are needed.');
}

/** Why there is nothing to review now. */
export function nothingDue(library: Library, document: ProgressDocument, now: number): EmptyView {
  const limit = dailyLimit();
  const { doneToday, next } = reviewSummary(document, library.quizzes, now, limit, startOfDay(now));
  if (limit === 0) {
    return { view: 'empty', title: vscode.l10n.t('Reviews are switched off'), text: vscode.l10n.t('The daily limit in your settings is 0. Set it to a number of questions to review what you have learned.'), action: 'settings' };
  }
  if (doneToday >= limit) {
    return { view: 'empty', title: vscode.l10n.t('Done for today'), text: vscode.l10n.t('You have reviewed {0} today, which is your daily limit. Come back tomorrow.', questionCount(doneToday)), action: 'takeQuiz' };
  }
  return {
    view: 'empty',
    title: vscode.l10n.t('Nothing is due'),
    text: next === undefined
      ? vscode.l10n.t('Questions that you answer in a quiz come back here, each when you are about to forget it.')
      : vscode.l10n.t('The next review is on {0}.', dayText(next)),
    action: 'takeQuiz',
  };
}
