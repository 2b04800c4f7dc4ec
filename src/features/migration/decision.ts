import * as vscode from 'vscode';
import { relinkMarkdown, type DecisionDraft, type MigrationPlan } from '../../core';
import type { LinkTo } from './document';
import { objectionLabel, objectionText } from './reasons';
import { weeksText } from './words';

const MIGRATE = 0;
const STAY = 1;

/** The decision that the plan leads to. With a "caution" nothing is chosen: that is for people to do. */
export function decisionDraft(plan: MigrationPlan, linkTo: LinkTo): DecisionDraft {
  const { entry, guide, answers, verdict, total, objections } = plan;
  const relink = (markdown: string): string => relinkMarkdown(markdown, linkTo);
  const holding = entry.whenNot.filter((text) => answers.whenNot?.includes(text));
  const against = objections.filter(({ severity }) => severity === 'dont').map((objection) => objectionLabel(objection).label);
  const last = guide.phases.at(-1);
  return {
    title: verdict === 'dont' ? vscode.l10n.t('Do not go from “{0}” yet', entry.title) : entry.title,
    context: [vscode.l10n.t('We have: {0}. We could have: {1}.', entry.from, entry.to), ...objections.map(objectionText)],
    drivers: guide.pays.map(relink),
    options: [
      {
        title: vscode.l10n.t('Migrate in phases: {0}', entry.title), entry: entry.id,
        gains: [vscode.l10n.t('it leads to “{0}”', entry.to)],
        costs: [vscode.l10n.t('it takes {0} by a rough plan', weeksText(total)), ...guide.risks.map(({ risk }) => vscode.l10n.t('there is a risk: {0}', relink(risk)))],
      },
      {
        title: vscode.l10n.t('Stay, and improve what there is'),
        gains: holding.map((text) => vscode.l10n.t('this is true here: “{0}”', text)),
        costs: [vscode.l10n.t('it leaves “{0}” as it is', entry.from)],
        notes: relink(guide.instead).split('\n\n'),
      },
    ],
    ...(verdict === 'plan' && { chosen: MIGRATE }),
    ...(verdict === 'dont' && { chosen: STAY, because: vscode.l10n.t('what speaks against the migration decides: {0}', against.join('; ')) }),
    consequences: { good: [], bad: [] },
    ...(verdict !== 'dont' && last !== undefined && { confirmation: last.exitCriteria.map(relink).join(' ') }),
    links: [{ title: entry.title, url: linkTo(entry.id) }],
  };
}
