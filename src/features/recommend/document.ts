import * as vscode from 'vscode';
import { QUESTION_IDS, type Advice, type Library, type PatternEntry, type Recommendation } from '../../core';
import { addressOfCalculator } from '../../studio/entryAddress';
import { asText } from '../../studio/markdown';
import type { CalculatorLink } from '../../webviews/protocol';
import { adviceContent } from './content';
import { answerLabel, factOf, questionTitle } from './questions';
import { leftOutText, loadText, neededForText, reasonText, verdictText, warningText } from './words';

/** The whole advice as Markdown: answers, what to start with, what next and when, what not now, and what is open. */
export function adviceMarkdown(library: Library, advice: Advice, linkTo: (entryId: string) => string): string {
  const link = ({ id, title }: { readonly id: string; readonly title: string }): string => `[${asText(title)}](${linkTo(id)})`;
  const content = adviceContent(library, advice, undefined);
  const lines: string[] = [`# ${vscode.l10n.t('Recommended patterns')}`, '', verdictText(advice), ''];

  lines.push(`## ${vscode.l10n.t('Your answers')}`, '');
  for (const question of QUESTION_IDS) {
    const answers = (advice.answers[question] ?? []).map((answer) => answerLabel(factOf(question, answer)).label);
    lines.push(`- ${questionTitle(question)} ${answers.length > 0 ? answers.join('; ') : vscode.l10n.t('Not sure')}`);
  }
  if (advice.inPlace.length > 0) lines.push(`- ${vscode.l10n.t('In place: {0}', advice.inPlace.map(link).join(', '))}`);
  lines.push('');

  const details = (recommendation: Recommendation | undefined): string[] => [
    ...(recommendation?.reasons ?? []).map((reason) => `- ${asText(reasonText(reason, advice.answers))}`),
    ...(recommendation?.warnings ?? []).map((warning) => `- **${vscode.l10n.t('Mind')}:** ${asText(warningText(warning))}`),
    ...(recommendation?.alternatives ?? []).map(({ entry, because }) => `- **${vscode.l10n.t('Or')}:** ${link(entry)}: ${asText(because)}`),
  ];
  const { startWith, next } = advice.plan;
  if (content.suspects.length > 0) lines.push(`## ${vscode.l10n.t('Look here first: it is in place, and may be the cause')}`, '', ...content.suspects.map((suspect) => `- ${link(suspect.link)}. ${asText(suspect.text)}`), '');
  if (startWith.length > 0) lines.push(`## ${vscode.l10n.t('Start with')}`, '', loadText(advice), '');
  startWith.forEach((step, index) => {
    const needed = neededForText(step);
    lines.push(`### ${index + 1}. ${link(step.entry)}`, '', ...summaryOf(step.entry), ...(needed === null ? [] : [`- ${asText(needed)}`]), ...details(step.recommendation), '');
  });
  if (next.length > 0) lines.push(`## ${vscode.l10n.t('Next, when …')}`, '');
  next.forEach(({ recommendation }, index) => {
    const { entry } = recommendation;
    lines.push(`### ${startWith.length + index + 1}. ${link(entry)}`, '', ...summaryOf(entry), `**${asText(content.next[index]?.when ?? '')}**`, '', ...details(recommendation), '');
  });
  if (content.more !== '') lines.push(content.more, '');

  if (advice.notNow.length > 0) {
    lines.push(`## ${vscode.l10n.t('Not now, because …')}`, '');
    lines.push(...advice.notNow.map((left) => `- ${link(left.entry)}. ${asText(leftOutText(left, advice.answers))}`), '');
    if (content.moreNotNow !== '') lines.push(content.moreNotNow, '');
  }
  if (content.prerequisites) lines.push(`## ${vscode.l10n.t('What needs what')}`, '', ...content.prerequisites.edges.map(({ text }) => `- ${asText(text)}`), '');
  if (content.caseStudies.length > 0) lines.push(`## ${vscode.l10n.t('Seen in practice')}`, '', ...content.caseStudies.map((study) => `- ${link(study.link)}. ${asText(study.text)}`), '');
  if (content.calculators.length > 0) {
    const address = ({ id, query }: CalculatorLink): string => `${addressOfCalculator(id)}${query === '' ? '' : `?${encodeURIComponent(query)}`}`;
    lines.push(`## ${vscode.l10n.t('Matching calculators')}`, '', ...content.calculators.map((calculator) => `- [${asText(calculator.title)}](${address(calculator)}). ${asText(calculator.because)}`), '');
  }
  if (content.scale) {
    lines.push(`## ${vscode.l10n.t('At your scale')}`, '', content.scale.title, '');
    lines.push(...content.scale.patterns.map((pattern) => `- ${link(pattern.link)}${pattern.note === '' ? '' : ` (${pattern.note})`}`), '', content.scale.nextStep, '');
  }
  if (content.open.length > 0) lines.push(`## ${vscode.l10n.t('What this advice does not know')}`, '', ...content.open.map(({ title, text }) => `- ${title} ${asText(text)}`), '');
  lines.push('---', '', vscode.l10n.t('The order comes from the weights of all answers that speak for or against each pattern. The same answers always give the same list.'), '');
  return lines.join('\n');
}

/** A team's entry says whose it is. */
function summaryOf({ summary, workspace }: PatternEntry): string[] {
  return [asText(summary), '', ...(workspace === undefined ? [] : [`- ${vscode.l10n.t('From the workspace {0}', asText(workspace))}`])];
}
