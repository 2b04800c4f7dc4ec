import * as vscode from 'vscode';
import {
  ASSESSED_LEVELS, ASSESSMENT_TOPICS, PROFILE_QUESTION_IDS,
  type AnsweredQuestion, type AssessedLevel, type AssessmentResult, type Library, type ProfileFact,
} from '../../core';
import { EXTENSION_ID } from '../../ids';
import { assessedLevelLabel, assessmentTopicLabel, overallLevelLabel, profileLabel, profileTitle, readingReason, startText } from './words';

/** The whole result as Markdown: levels, where to start, what to read, and each question with its answer and why. */
export function assessmentMarkdown(result: AssessmentResult, linkTo: (entryId: string) => string, titleOf: (entryId: string) => string): string {
  const { run, answered, levels, overall, start, reading, pattern } = result;
  const link = (id: string): string => `[${titleOf(id)}](${linkTo(id)})`;
  const lines: string[] = [`# ${vscode.l10n.t('Assessment result')}`, ''];
  lines.push(vscode.l10n.t('Taken on {0}. Overall level: {1}.', run.taken, overallLevelLabel(overall)), '');

  lines.push(`| ${vscode.l10n.t('Topic')} | ${vscode.l10n.t('Level')} |`, '| --- | --- |');
  lines.push(...ASSESSMENT_TOPICS.map((topic) => `| ${assessmentTopicLabel(topic)} | ${bar(levels[topic])} ${assessedLevelLabel(levels[topic])} |`), '');

  lines.push(`## ${vscode.l10n.t('Start here')}`, '');
  if (start) lines.push(`**${start.item.title}** (${start.path.title})`, '', `${startText(start)}${start.item.entry === undefined ? '' : ` · ${link(start.item.entry)}`}`, '');
  else lines.push(vscode.l10n.t('Every item of every learning path is done.'), '');

  if (reading.length > 0) lines.push(`## ${vscode.l10n.t('Read first')}`, '');
  if (reading.length > 0) lines.push(...reading.map(({ entry, reason }, index) => `${index + 1}. ${link(entry.id)} · ${readingReason(reason)}`), '');
  if (pattern) lines.push(`## ${vscode.l10n.t('Pattern of the week')}`, '', `${link(pattern.id)}: ${pattern.summary}`, '');

  const missed = answered.filter(({ right }) => !right);
  const known = answered.filter(({ right }) => right);
  if (missed.length > 0) lines.push(`## ${vscode.l10n.t('Questions to look at again')}`, '', ...missed.flatMap((each) => explain(each, link)));
  if (known.length > 0) lines.push(`## ${vscode.l10n.t('Questions that you answered right')}`, '', ...known.flatMap((each) => explain(each, link)));

  lines.push(`## ${vscode.l10n.t('What you said')}`, '');
  for (const question of PROFILE_QUESTION_IDS) {
    const answer = run.profile[question];
    lines.push(`- ${profileTitle(question)} ${answer === undefined ? vscode.l10n.t('Not sure') : profileLabel(`${question}.${answer}` as ProfileFact)}`);
  }
  lines.push('', '---', '', vscode.l10n.t('A topic has the level of the hardest question that you answered right; the overall level is the one that two thirds of the topics reach. Two questions a topic say where to start, and no more than that.'), '');
  return lines.join('\n');
}

/** Opens the result as an untitled document, which the person may keep, print or throw away. */
export async function openAssessmentDocument(library: Library, result: AssessmentResult): Promise<void> {
  const content = assessmentMarkdown(result, (id) => `${vscode.env.uriScheme}://${EXTENSION_ID}/entry/${id}`, (id) => library.get(id)?.title ?? id);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}

function bar(level: AssessedLevel): string {
  const rank = ASSESSED_LEVELS.indexOf(level);
  return '█'.repeat(rank) + '░'.repeat(ASSESSED_LEVELS.length - 1 - rank);
}

function explain({ question, choice, right }: AnsweredQuestion, link: (id: string) => string): string[] {
  const { options } = question;
  const rightOption = options[question.right - 1] ?? '';
  return [
    `### ${question.question}`,
    '',
    question.scenario,
    '',
    ...(right ? [] : [`- ${vscode.l10n.t('Your answer: {0}', choice === null ? vscode.l10n.t('I don’t know') : (options[choice - 1] ?? ''))}`]),
    `- ${vscode.l10n.t('Right: {0}', rightOption)}`,
    `- ${vscode.l10n.t('Why: {0}', question.why)}`,
    `- ${vscode.l10n.t('Read: {0}', link(question.entry))}`,
    '',
  ];
}
