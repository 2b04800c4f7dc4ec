import * as vscode from 'vscode';
import { questionsFor, relinkMarkdown, type Library, type MigrationPlan } from '../../core';
import { overviewMarkdown } from './overview';
import { phaseMarkdown } from './phase';
import { objectionText } from './reasons';
import { factLabel, questionTitle } from './words';

/** Where the links of a document lead: an entry, and a section of it. */
export type LinkTo = (entryId: string, section?: string) => string;

/**
 * The plan as a Markdown document. With the verdict "don't" it has the reasons and what to do instead, and no phases,
 * unless the person wants them all the same; the warning then stands on top.
 */
export function planMarkdown(plan: MigrationPlan, library: Library, linkTo: LinkTo, allTheSame = false): string {
  const { entry, verdict } = plan;
  const relink = (markdown: string): string => relinkMarkdown(markdown, linkTo);
  const withPhases = verdict !== 'dont' || allTheSame;
  const lines = [
    `# ${withPhases ? vscode.l10n.t('Migration plan: {0}', entry.title) : vscode.l10n.t('Don’t, for now: {0}', entry.title)}`, '',
    ...(verdict === 'dont' && allTheSame ? [`> **${vscode.l10n.t('Don’t, for now.')}** ${vscode.l10n.t('Something you said speaks against this migration; see the verdict below. The plan was made all the same, because you asked for it.')}`, ''] : []),
    `- ${vscode.l10n.t('From: {0}', entry.from)}`,
    `- ${vscode.l10n.t('To: {0}', entry.to)}`,
    `- ${vscode.l10n.t('Guide, with the sources: {0}', `[${entry.title}](${linkTo(entry.id)})`)}`, '',
  ];
  // What a person came for stands first: the reasons and the way out, or the answers that the plan is made from.
  if (withPhases) lines.push(...answersMarkdown(plan), ...verdictMarkdown(plan), ...insteadMarkdown(plan, relink), ...roadmapMarkdown(plan, library, linkTo));
  else lines.push(...verdictMarkdown(plan), ...insteadMarkdown(plan, relink), ...answersMarkdown(plan));
  return `${lines.join('\n').trim()}\n`;
}

function insteadMarkdown({ verdict, guide }: MigrationPlan, relink: (markdown: string) => string): string[] {
  if (verdict !== 'dont') return [];
  return [
    `## ${vscode.l10n.t('What to do instead')}`, '', relink(guide.instead), '',
    ...(guide.pays.length === 0 ? [] : [`## ${vscode.l10n.t('When to come back')}`, '', vscode.l10n.t('The guide says that it pays when:'), '', ...guide.pays.map((text) => `- ${relink(text)}`), '']),
  ];
}

function roadmapMarkdown(plan: MigrationPlan, library: Library, linkTo: LinkTo): string[] {
  const relink = (markdown: string): string => relinkMarkdown(markdown, linkTo);
  const { guide } = plan;
  return [
    ...overviewMarkdown(plan),
    `## ${vscode.l10n.t('Phases')}`, '',
    ...plan.phases.flatMap((phase) => phaseMarkdown(phase, library, linkTo)),
    `## ${vscode.l10n.t('Risks')}`, '',
    `| ${vscode.l10n.t('Risk')} | ${vscode.l10n.t('Early sign')} | ${vscode.l10n.t('Answer')} |`,
    '| --- | --- | --- |',
    ...guide.risks.map(({ risk, sign, answer }) => `| ${[risk, sign, answer].map(relink).join(' | ')} |`), '',
    `## ${vscode.l10n.t('Measures')}`, '',
    relink(guide.measures), '',
    ...unknownsMarkdown(plan),
  ];
}

function answersMarkdown({ entry, guide, answers }: MigrationPlan): string[] {
  const unsure = vscode.l10n.t('Not sure');
  const none = vscode.l10n.t('Nothing named');
  const asked = questionsFor(entry.id, guide);
  const { size, team, downtime, data, compliance = [], whenNot = [] } = answers;
  const list = (texts: readonly string[]): string => (texts.length === 0 ? none : texts.join('; '));
  return [
    `## ${vscode.l10n.t('Your answers')}`, '',
    `- ${questionTitle('size')} ${size ? factLabel(`size.${size}`).label : unsure}`,
    `- ${questionTitle('team')} ${team ? factLabel(`team.${team}`).label : unsure}`,
    ...(asked.downtime ? [`- ${questionTitle('downtime')} ${downtime ? factLabel(`downtime.${downtime}`).label : unsure}`] : []),
    ...(asked.data ? [`- ${questionTitle('data')} ${data ? factLabel(`data.${data}`).label : unsure}`] : []),
    `- ${questionTitle('compliance')} ${list(compliance.map((answer) => factLabel(`compliance.${answer}`).label))}`,
    `- ${vscode.l10n.t('Which of the guide’s reasons against it are true?')} ${list(entry.whenNot.filter((text) => whenNot.includes(text)))}`, '',
  ];
}

function verdictMarkdown({ verdict, objections }: MigrationPlan): string[] {
  const texts = {
    plan: [vscode.l10n.t('Go ahead.'), vscode.l10n.t('Nothing you said speaks against it. Whether it pays is for the numbers of the first phase to say.')],
    caution: [vscode.l10n.t('Go ahead with care.'), vscode.l10n.t('Nothing you said rules it out, but mind this:')],
    dont: [vscode.l10n.t('Don’t, for now.'), vscode.l10n.t('This speaks against it:')],
  } as const;
  const [short, long] = texts[verdict];
  return [
    `## ${vscode.l10n.t('Verdict')}`, '', `**${short}** ${long}`, '',
    ...objections.map((objection) => `- ${objectionText(objection)}`),
    ...(objections.length > 0 ? [''] : []),
  ];
}

function unknownsMarkdown({ entry, phases, further }: MigrationPlan): string[] {
  const lines = [
    vscode.l10n.t('The ranges in weeks are the guide’s, and the factors are assumptions of this tool from no source. Replace both by your own numbers as soon as the first phase has given you some.'),
    vscode.l10n.t('Each duration rests on the assumption beside it. Where that is not true, the duration is not either.'),
    vscode.l10n.t('A factor stretches waiting as well as work, because the ranges do not tell them apart; a month-end stays a month.'),
    vscode.l10n.t('Holidays, release freezes, hiring, budgets and other projects are not in it.'),
    vscode.l10n.t('What you did not answer has no influence. A plan without a factor is not a plan without that difficulty.'),
  ];
  if (further.length > 0) lines.push(vscode.l10n.t('How often the phases that are counted once must be repeated; see below the overview.'));
  if (phases.some(({ optional }) => optional)) lines.push(vscode.l10n.t('Whether the phases that are marked as optional are needed; the phases before them show it.'));
  return [`## ${vscode.l10n.t('What this plan does not know')}`, '', ...lines.map((line) => `- ${line}`), '', `*${vscode.l10n.t('Made from the guide “{0}” of Distributed Systems Studio, as of {1}. The same answers always give the same plan.', entry.title, entry.updated)}*`];
}
