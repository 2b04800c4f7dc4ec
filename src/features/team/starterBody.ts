import * as vscode from 'vscode';
import type { TeamKind } from '../../core';

/** A section and what to write in it. Titles belong to the format and stay as they are. */
type Hint = readonly [title: string, hint: string];

/** The sections of a kind, each with a hint. */
export function bodyOf(kind: TeamKind): string {
  return hints()[kind].map(([title, hint]) => `## ${title}\n\n${hint}\n`).join('\n');
}

const TABLE = (...columns: readonly string[]): string =>
  `| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n| ${columns.map(() => '…').join(' | ')} |`;
const STEPS = ['1. …', '2. …', '3. …', '4. …'].join('\n');

const phase = (number: number): string => [
  `### Phase ${number}: …`, '**Goal.** …', '**Time.** 2–4 weeks, assuming one team.', '#### Steps', '1. …', '#### Exit criteria', '- …', '#### Way back', '…',
].join('\n\n');

function hints(): Readonly<Record<TeamKind, readonly Hint[]>> {
  const patternsUsed = vscode.l10n.t('Name each pattern, link its page by its file, such as [Timeout](timeout.md), and say what it contributes.');
  return {
    pattern: [
      ['Problem', vscode.l10n.t('Describe the situation, and what goes wrong without the pattern.')],
      ['How it works', vscode.l10n.t('Explain the mechanism, with a Mermaid diagram whose caption says what it shows.')],
      ['Choosing the parameters', `${vscode.l10n.t('Say how each value is derived, and what happens when it is too low or too high.')}\n\n${TABLE(vscode.l10n.t('Parameter'), vscode.l10n.t('How to derive it'), vscode.l10n.t('Safe start'))}`],
      ['Implementation', vscode.l10n.t('Show the smallest code that is right, and what to mind when it grows.')],
      ['Failure modes', vscode.l10n.t('Say how the pattern itself goes wrong, and what to do then.')],
      ['Operating it', vscode.l10n.t('Say what to measure, and what to alert on.')],
      ['In practice', vscode.l10n.t('Name the systems of yours that use it, and cite their documents.')],
    ],
    'anti-pattern': [
      ['Looks like', vscode.l10n.t('List the signs that can be checked.')],
      ['Why it happens', vscode.l10n.t('Name the sensible step that led there.')],
      ['What it costs', vscode.l10n.t('Show the arithmetic, or cite a case.')],
      ['Way out', STEPS],
      ['Patterns', patternsUsed],
    ],
    principle: [
      ['Statement', vscode.l10n.t('State exactly what is assumed, and what follows.')],
      ['Why it holds', vscode.l10n.t('Give the argument or the arithmetic.')],
      ['What it costs to ignore', vscode.l10n.t('Cite what happened where it was ignored.')],
      ['How to design with it', vscode.l10n.t('Write a checklist.')],
      ['Patterns that answer it', patternsUsed],
      ['Common misreadings', vscode.l10n.t('Say what it does not mean.')],
      ['Exercises', ['### Exercise 1: …', '…', '#### Solution', '…'].join('\n\n')],
    ],
    'case-study': [
      ['Requirements', vscode.l10n.t('Say what the system must do, for how many, and how well.')],
      ['Estimates', vscode.l10n.t('Work out the load, the data and the machines.')],
      ['Architecture', vscode.l10n.t('Show the parts in a Mermaid diagram, and follow one request through them.')],
      ['Decisions', vscode.l10n.t('Name each choice, its alternatives, and why it was made.')],
      ['What broke or would break', vscode.l10n.t('Say what failed, or what would fail first.')],
      ['Lessons', vscode.l10n.t('Say what the next system should do differently.')],
      ['Questions', ['- …', '- …', '- …'].join('\n')],
    ],
    company: [['What it publishes', vscode.l10n.t('Introduce the company or the team whose systems the case studies describe.')]],
    playbook: [
      ['Symptoms', vscode.l10n.t('Say what the graphs and the users show, and what else looks like it.')],
      ['First five minutes', STEPS],
      ['Stabilise', TABLE(vscode.l10n.t('Action'), vscode.l10n.t('Time'), vscode.l10n.t('Risk'))],
      ['Find the cause', vscode.l10n.t('Give the queries and commands in order, and say what each answer means.')],
      ['Repair', vscode.l10n.t('Say how to mend each cause.')],
      ['Prevent', patternsUsed],
      ['Verify', vscode.l10n.t('Say what must be true, measured, before the incident is closed.')],
    ],
    migration: [
      ['When it pays', vscode.l10n.t('Say what makes it worth the effort.')],
      ['When not to', vscode.l10n.t('Say when to leave things as they are, and what to do instead.')],
      ['From and to', vscode.l10n.t('Show both in a Mermaid diagram.')],
      ['Phases', [phase(1), phase(2), phase(3)].join('\n\n')],
      ['Risks', TABLE(vscode.l10n.t('Risk'), vscode.l10n.t('Early sign'), vscode.l10n.t('Answer'))],
      ['Measures', vscode.l10n.t('Say what shows progress, and what shows harm.')],
      ['Patterns used', patternsUsed],
    ],
    guide: [
      [vscode.l10n.t('What it is about'), vscode.l10n.t('Say what a reader can do after reading.')],
      [vscode.l10n.t('How we do it'), vscode.l10n.t('Explain the steps in their order.')],
      [vscode.l10n.t('What goes wrong'), vscode.l10n.t('Name the usual mistakes, and how to notice them.')],
      [vscode.l10n.t('Where to go on'), patternsUsed],
    ],
  };
}
