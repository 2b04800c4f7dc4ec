import * as vscode from 'vscode';
import type { AddedStepId, Factor, MigrationFact, Objection, RuleId } from '../../core';
import { factLabel, quotedFacts } from './words';

/** What speaks against the migration, in a sentence that quotes what it rests on. */
export function objectionText(objection: Objection): string {
  if (objection.kind === 'when-not') return vscode.l10n.t('You said that this is true: “{0}”.', objection.text);
  const because = vscode.l10n.t('You said {0}', quotedFacts(objection.facts));
  return vscode.l10n.t('{0}: {1}', because, ruleText(objection.kind, objection.phase));
}

/** The same in two short lines, for a list. */
export function objectionLabel(objection: Objection): { readonly label: string; readonly detail: string } {
  if (objection.kind === 'when-not') return { label: objection.text, detail: vscode.l10n.t('You said that this is true.') };
  const number = objection.phase?.number ?? 0;
  const labels: Record<RuleId, string> = {
    'nothing-to-separate': vscode.l10n.t('There is nothing to separate'),
    'fits-one-machine': vscode.l10n.t('The data fit into the memory of one machine'),
    'small-data': vscode.l10n.t('The data fit into the memory of one machine'),
    'busy-with-much': vscode.l10n.t('A team with other work tends to stay half-way'),
    'no-return-without-downtime': vscode.l10n.t('Phase {0} has a point of no return, and no pause before it', number),
    'data-leave-region': vscode.l10n.t('A second region is a second place for the data'),
    'late-approval': vscode.l10n.t('The way back in phase {0} needs an approval as well', number),
  };
  return { label: labels[objection.kind], detail: vscode.l10n.t('You said {0}', quotedFacts(objection.facts)) };
}

function ruleText(rule: RuleId, phase: { readonly number: number; readonly title: string } = { number: 0, title: '' }): string {
  const texts: Record<RuleId, string> = {
    'nothing-to-separate': vscode.l10n.t('one team that runs a small system waits for nobody, so the split costs operation and gives no independence.'),
    'fits-one-machine': vscode.l10n.t('a small system with less than 100 GB fits into the memory of one machine; indexes and a larger machine come first.'),
    'small-data': vscode.l10n.t('less than 100 GB fits into the memory of one machine. Make sure that writes are the limit before you go on.'),
    'busy-with-much': vscode.l10n.t('the state in between has to be operated as well, and a team with other work tends to stay in it. Reserve the time before you begin.'),
    'no-return-without-downtime': vscode.l10n.t('phase {0}, “{1}”, has a point of no return, and without downtime there is no pause in which to notice a fault. Do not pass it before the way back has been rehearsed.', phase.number, phase.title),
    'data-leave-region': vscode.l10n.t('a second region is a second place for the data. Settle which regions are allowed before phase 1; that may decide the mode, or end the plan.'),
    'late-approval': vscode.l10n.t('a return in phase {0}, “{1}”, is a change as well. Have the way back approved together with the way forward, or it comes too late.', phase.number, phase.title),
  };
  return texts[rule];
}

/** "× 1.5 because you said “No downtime”: each cut-over is rehearsed and run twice." */
export function factorText({ fact, percent }: Factor): string {
  return vscode.l10n.t('× {0} because you said “{1}”: {2}', percentText(percent), factLabel(fact).label, assumptionOf(fact));
}

/** 195 → "1.95". */
export function percentText(percent: number): string {
  return String(Math.round(percent) / 100);
}

/** The assumption behind a factor. An answer that stretches nothing has none. */
function assumptionOf(fact: MigrationFact): string {
  const texts: Partial<Record<MigrationFact, string>> = {
    'size.large': vscode.l10n.t('we assume that each step meets more callers, tables and owners, of which a part is worked on at the same time.'),
    'team.one-busy': vscode.l10n.t('we assume that two days of three are free for it.'),
    'team.few-free': vscode.l10n.t('we assume that a step now and then waits for another team.'),
    'team.few-busy': vscode.l10n.t('we assume two days of three for it, and waiting for other teams.'),
    'team.many': vscode.l10n.t('we assume that most steps wait for the plans of other teams.'),
    'downtime.minutes': vscode.l10n.t('we assume that each cut-over is rehearsed until it fits.'),
    'downtime.none': vscode.l10n.t('we assume that each cut-over is rehearsed and run twice.'),
    'data.to-1tb': vscode.l10n.t('we assume that copying and comparing take hours, and are repeated once.'),
    'data.to-10tb': vscode.l10n.t('we assume that copying and comparing take days, and are repeated once.'),
    'data.over-10tb': vscode.l10n.t('we assume that copying and comparing take weeks, at a rate that production can bear.'),
    'compliance.audit-trail': vscode.l10n.t('we assume half a day a week for evidence.'),
    'compliance.residency': vscode.l10n.t('we assume that each copy waits for a confirmation of its place.'),
    'compliance.change-control': vscode.l10n.t('we assume that of six weeks one is spent waiting for approvals.'),
  };
  return texts[fact] ?? '';
}

/** A step that an answer demands. */
export function addedStepText(step: AddedStepId): string {
  const texts: Record<AddedStepId, string> = {
    waves: vscode.l10n.t('Divide what switches into waves, the least important first; the next wave starts when the exit criteria hold for the last.'),
    'reserve-time': vscode.l10n.t('Write down which days of the week belong to the migration, and who takes support on those days.'),
    'reserve-time-each': vscode.l10n.t('Agree with each team which days of the week belong to the migration, and write it down.'),
    'one-decider': vscode.l10n.t('Name one person who decides when teams disagree, and one weekly meeting in which all of them are present.'),
    'shadow-reads': vscode.l10n.t('Send a copy of real reads to the new side, answer from the old, and explain each difference before anything switches.'),
    'rehearse-twice': vscode.l10n.t('Rehearse the cut-over and its way back with the volume of production, twice in a row without a surprise.'),
    'rehearse-by-clock': vscode.l10n.t('Rehearse the cut-over by the clock, and fix the minute at which you turn back if it is not done.'),
    'throttled-copy': vscode.l10n.t('Copy in ranges that can be repeated, at a rate that follows the load of production and stops by itself.'),
    'measured-rate': vscode.l10n.t('Measure the rate of copying before you promise a date. As an example: 10 TB at 50 MB/s take 200,000 s, about 56 hours, if nothing is repeated.'),
    'permitted-places': vscode.l10n.t('List the data that must stay in a place, and every store, backup, log and queue through which they will pass.'),
    'copies-in-place': vscode.l10n.t('Before data are copied, have confirmed that the target, its backups and everything in between are in a permitted place.'),
    'agree-approvals': vscode.l10n.t('Agree with change control which steps of this plan need an approval, and how many days it takes.'),
    approval: vscode.l10n.t('Hand in the switch together with its way back and the result of the rehearsal; fix the date after the approval.'),
    evidence: vscode.l10n.t('Keep the evidence of the switch: who approved it, what was run and when, what the comparison showed.'),
  };
  return texts[step];
}
