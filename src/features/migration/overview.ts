import * as vscode from 'vscode';
import { drawChart, type MigrationPlan } from '../../core';
import { rangeText, weeksText } from './words';

/** The chart of all phases in a fenced block, and how to read it. */
export function overviewMarkdown({ entry, phases, total, further }: MigrationPlan): string[] {
  const rows = phases
    .filter(({ leftOutBy }) => leftOutBy === undefined)
    .map(({ phase, start, end, duration }) => ({ label: `${phase.number} ${phase.title}`, start, end, range: rangeText(duration) }));
  const chart = drawChart(rows, total, { week: vscode.l10n.t('Week'), total: vscode.l10n.t('Total'), totalRange: rangeText(total) });
  const once = further.map(({ each, duration }) => vscode.l10n.t('Where the guide gives a time for each {0}, this plan counts one; each further one adds {1}, if they follow one after the other.', each, weeksText(duration)));
  return [
    `## ${vscode.l10n.t('Overview')}`, '',
    '```text', ...chart, '```', '',
    vscode.l10n.t('█ is the quick case, ░ goes on to the end of the slow case; numbers are weeks from the start, and at the end of each row its length in weeks. A phase starts when the one before it has ended, unless it runs beside it.'), '',
    [
      vscode.l10n.t('In all: {0}.', weeksText(total)),
      vscode.l10n.t('The guide’s own range for the whole, at usual size, is {0}.', entry.duration),
      ...once,
    ].join(' '), '',
  ];
}
