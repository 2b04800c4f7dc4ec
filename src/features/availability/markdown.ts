import * as vscode from 'vscode';
import { downtimeOf, durationParts, type DurationUnit } from '../../core/calculators/availability/figure';
import { COMMANDS } from '../../ids';

const DAY = 86_400;

/** What an availability means in time, with a link to the calculator. Only that one command can be run from it. @param availability a fraction from 0 to 1 */
export function availabilityMarkdown(availability: number): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: [COMMANDS.openCalculator] };
  const { perMonth, perYear } = downtimeOf(availability);
  const percent = `${Number((availability * 100).toPrecision(12))} %`;
  markdown.appendMarkdown(`${vscode.l10n.t('**{0} available**: {1} of downtime a month, {2} a year.', percent, durationText(perMonth), durationText(perYear))}\n\n`);
  const rows: readonly (readonly [string, number])[] = [
    [vscode.l10n.t('a day'), DAY], [vscode.l10n.t('a week'), 7 * DAY], [vscode.l10n.t('30 days'), 30 * DAY], [vscode.l10n.t('90 days'), 90 * DAY],
  ];
  markdown.appendMarkdown(`| ${rows.map(([period]) => period).join(' | ')} |\n|${' --- |'.repeat(rows.length)}\n`);
  markdown.appendMarkdown(`| ${rows.map(([, seconds]) => durationText((1 - availability) * seconds)).join(' | ')} |\n\n`);
  const target = encodeURIComponent(JSON.stringify(['availability', `availability=${percent}`]));
  markdown.appendMarkdown(`[${vscode.l10n.t('Open the availability calculator')}](command:${COMMANDS.openCalculator}?${target})`);
  return markdown;
}

function durationText(seconds: number): string {
  const words: Readonly<Record<DurationUnit, (count: number) => string>> = {
    day: (count) => vscode.l10n.t('{0} d', count),
    hour: (count) => vscode.l10n.t('{0} h', count),
    minute: (count) => vscode.l10n.t('{0} min', count),
    second: (count) => vscode.l10n.t('{0} s', count),
    millisecond: (count) => vscode.l10n.t('{0} ms', count),
  };
  return durationParts(seconds).map(({ count, unit }) => words[unit](count)).join(' ');
}
