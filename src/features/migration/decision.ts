import * as vscode from 'vscode';
import { relinkMarkdown, type MigrationPlan } from '../../core';
import type { LinkTo } from './document';
import { objectionText } from './reasons';
import { weeksText } from './words';

/** The command of decision records. It is asked for before it is offered: not every build has it. */
export const RECORD_DECISION = 'systemsStudio.recordDecision';

/** What that command takes, as plain data. */
export interface DecisionDraft {
  readonly title: string;
  readonly context: readonly string[];
  readonly drivers: readonly string[];
  readonly options: readonly { readonly title: string; readonly entry?: string; readonly gains: readonly string[]; readonly costs: readonly string[] }[];
  readonly chosen?: number;
  readonly because?: string;
  readonly consequences: { readonly good: readonly string[]; readonly bad: readonly string[] };
  readonly confirmation?: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

const MIGRATE = 0;
const STAY = 1;

/** The decision that the plan leads to. With a "caution" nothing is chosen: that is for people to do. */
export function decisionDraft(plan: MigrationPlan, linkTo: LinkTo): DecisionDraft {
  const { entry, guide, verdict, total, objections } = plan;
  const relink = (markdown: string): string => relinkMarkdown(markdown, linkTo);
  const reasons = objections.map(objectionText);
  const last = guide.phases.at(-1);
  return {
    title: verdict === 'dont' ? vscode.l10n.t('Do not go from “{0}” yet', entry.title) : entry.title,
    context: [vscode.l10n.t('We have: {0}. We could have: {1}.', entry.from, entry.to), ...reasons],
    drivers: guide.pays.map(relink),
    options: [
      {
        title: vscode.l10n.t('Migrate in phases: {0}', entry.title), entry: entry.id,
        gains: [entry.to],
        costs: [vscode.l10n.t('{0} by a rough plan', weeksText(total)), ...guide.risks.map(({ risk }) => relink(risk))],
      },
      { title: vscode.l10n.t('Stay, and improve what there is'), gains: [relink(guide.instead)], costs: [entry.from] },
    ],
    ...(verdict === 'plan' && { chosen: MIGRATE }),
    ...(verdict === 'dont' && { chosen: STAY, because: reasons.join(' ') }),
    consequences: { good: [], bad: [] },
    ...(verdict !== 'dont' && last !== undefined && { confirmation: last.exitCriteria.map(relink).join(' ') }),
    links: [{ title: entry.title, url: linkTo(entry.id) }],
  };
}
