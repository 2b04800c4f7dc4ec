import * as vscode from 'vscode';
import { relinkMarkdown, type AddedStep, type Library, type PhaseTime, type PlannedPhase, type TimeUnit } from '../../core';
import type { LinkTo } from './document';
import { addedStepText, factorText, percentText } from './reasons';
import { factLabel, weeksText } from './words';

/** One phase as Markdown: goal, duration, steps and exit criteria to tick off, way back, patterns. */
export function phaseMarkdown(planned: PlannedPhase, library: Library, linkTo: LinkTo): string[] {
  const { phase, added } = planned;
  const relink = (markdown: string): string => relinkMarkdown(markdown, linkTo);
  const heading = `### ${vscode.l10n.t('Phase {0}: {1}', phase.number, phase.title)}`;
  const goal = `**${vscode.l10n.t('Goal.')}** ${relink(phase.goal)}`;
  if (planned.leftOutBy !== undefined) {
    const text = vscode.l10n.t('Because you said “{0}”. The guide says of this phase: {1}.', factLabel(planned.leftOutBy).label, relink(phase.time.condition));
    return [heading, '', goal, '', `**${vscode.l10n.t('Left out.')}** ${text}`, ''];
  }
  const addedAt = (place: AddedStep['place']): string[] => added.filter((step) => step.place === place).map(addedText);
  const patterns = phase.links.flatMap((id) => {
    const entry = library.get(id);
    return entry?.kind === 'pattern' ? [`[${entry.title}](${linkTo(id)})`] : [];
  });
  return [
    heading, '', goal, '',
    ...durationMarkdown(planned, relink),
    `#### ${vscode.l10n.t('Steps')}`, '',
    ...checkboxes([...addedAt('before'), ...phase.steps.map(relink), ...addedAt('after')]), '',
    `#### ${vscode.l10n.t('Exit criteria')}`, '',
    ...checkboxes(phase.exitCriteria.map(relink)), '',
    `#### ${vscode.l10n.t('Way back')}`, '',
    relink(phase.wayBack), '',
    ...(patterns.length > 0 ? [`**${vscode.l10n.t('Patterns.')}** ${patterns.join(', ')}`, ''] : []),
  ];
}

function durationMarkdown({ phase, factors, percent, duration, optional, copyAtOnce, start, end }: PlannedPhase, relink: (markdown: string) => string): string[] {
  const ranges = vscode.l10n.t('{0}: weeks {1} to {2} in the quick case, {3} to {4} in the slow case.', weeksText(duration), start.quick + 1, end.quick, start.slow + 1, end.slow);
  const own = vscode.l10n.t('The guide says {0}.', [ownRange(phase.time), relink(phase.time.condition)].filter((text) => text !== '').join(phase.time.condition.startsWith('for ') ? ' ' : ', '));
  const lines = [`**${vscode.l10n.t('Duration.')}** ${optional ? vscode.l10n.t('Up to {0}, if it is needed at all: the guide leaves that open, so the quick case goes without it.', weeksText({ quick: duration.slow, slow: duration.slow })) : ranges} ${own}`, ''];
  lines.push(...factors.map((factor) => `- ${factorText(factor)}`));
  if (factors.length > 1) lines.push(`- ${vscode.l10n.t('Together × {0}, rounded up to whole weeks.', percentText(percent))}`);
  if (factors.length > 0) lines.push('');
  if (copyAtOnce) lines.push(vscode.l10n.t('Because you said “{0}” and “{1}”: the data may be copied and compared at once while writes stand still, instead of being followed. The ranges do not count on it.', factLabel('downtime.hours').label, factLabel('data.under-100gb').label), '');
  return lines;
}

function ownRange({ min, max, unit }: PhaseTime): string {
  const texts: Record<TimeUnit, string> = {
    days: vscode.l10n.t('{0}–{1} days', min, max),
    weeks: vscode.l10n.t('{0}–{1} weeks', min, max),
    months: vscode.l10n.t('{0}–{1} months', min, max),
  };
  return texts[unit];
}

function addedText({ id, fact }: AddedStep): string {
  return `${addedStepText(id)} *(${vscode.l10n.t('added because you said “{0}”', factLabel(fact).label)})*`;
}

/** What stands below the first line of a step, such as code, stays within its item. */
function checkboxes(items: readonly string[]): string[] {
  return items.map((item) => `- [ ] ${item.replace(/\n(?=[^\n])/g, '\n  ')}`);
}
