import * as vscode from 'vscode';
import { QUESTION_IDS, type Advice } from '../../core';
import { answerLabel, factOf, questionTitle, scaleLabel } from './questions';
import { leftOutText, reasonText, warningText } from './words';

/** The whole advice as Markdown: answers, starting set, ranked patterns with reasons and warnings, what to leave out. */
export function adviceMarkdown(advice: Advice, linkTo: (entryId: string) => string, titleOf: (entryId: string) => string): string {
  const link = (id: string, title: string): string => `[${asText(title)}](${linkTo(id)})`;
  const lines: string[] = [`# ${vscode.l10n.t('Recommended patterns')}`, ''];

  lines.push(`## ${vscode.l10n.t('Your answers')}`, '');
  for (const question of QUESTION_IDS) {
    const answers = (advice.answers[question] ?? []).map((answer) => answerLabel(factOf(question, answer)).label);
    lines.push(`- ${questionTitle(question)} ${answers.length > 0 ? answers.join('; ') : vscode.l10n.t('Not sure')}`);
  }
  lines.push('');

  const row = advice.scale?.row;
  if (advice.scale && row) {
    lines.push(`## ${vscode.l10n.t('Starting set for {0}', scaleLabel(advice.scale.tier))}`, '');
    lines.push(vscode.l10n.t('Its users: {0}, or its data: {1}; the larger of the two decides.', row.users, row.data), '');
    lines.push(...row.patterns.map((id) => `- ${link(id, titleOf(id))}`), '');
    if (row.caseStudy !== undefined) lines.push(vscode.l10n.t('Read how it looks in practice: {0}', link(row.caseStudy, titleOf(row.caseStudy))), '');
    lines.push(vscode.l10n.t('Next step: {0}', row.nextStep), '');
  }

  if (advice.recommended.length > 0) lines.push(`## ${vscode.l10n.t('Ranked for your answers')}`, '');
  for (const [index, { entry, score, reasons, warnings }] of advice.recommended.entries()) {
    lines.push(`### ${index + 1}. ${link(entry.id, entry.title)}`, '');
    lines.push(`${asText(entry.summary)} ${vscode.l10n.t('(score {0})', score)}`, '');
    if (entry.workspace !== undefined) lines.push(`- ${vscode.l10n.t('From the workspace {0}', asText(entry.workspace))}`);
    lines.push(...reasons.map((reason) => `- ${asText(reasonText(reason))}`));
    lines.push(...warnings.map((warning) => `- **${vscode.l10n.t('Mind')}:** ${asText(warningText(warning))}`), '');
  }
  if (advice.more > 0) lines.push(vscode.l10n.t('{0} more patterns fit less well and are not listed.', advice.more), '');

  if (advice.leaveOut.length > 0) {
    lines.push(`## ${vscode.l10n.t('Leave out for now')}`, '');
    lines.push(...advice.leaveOut.map((left) => `- ${link(left.entry.id, left.entry.title)}. ${asText(leftOutText(left))}`), '');
    if (advice.moreToLeaveOut > 0) lines.push(vscode.l10n.t('{0} more patterns are better left alone and are not listed.', advice.moreToLeaveOut), '');
  }
  lines.push('---', '', vscode.l10n.t('The score is the sum of the weights of all answers that speak for or against a pattern. The same answers always give the same list.'), '');
  return lines.join('\n');
}

/** A workspace's entries may say anything: no link and no markup comes of it. Plain sentences stay as they are. */
function asText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]<]/g, '\\$&');
}
