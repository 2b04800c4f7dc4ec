import { readRiskCells } from '../../../advice/migration/guide';
import { readPhases } from '../../../advice/migration/phases';
import type { OutlineSection } from '../../markdown/outline';
import type { Draft } from '../draft';
import type { Report } from '../source';

/** The least number of first steps of a playbook, and of phases of a migration. */
const STEPS = 4;
const PHASES = 3;
const RISK_CELLS = 3;

/** Calls back with the section of a title, if it is there and filled. */
export type InSection = (title: string, check: (found: OutlineSection) => void) => void;

/** Read under stress: steps that can be ticked off, relief with its time and risk, and commands to copy. */
export function checkPlaybook({ outline }: Draft, section: InSection, report: Report): void {
  section('First five minutes', (found) => {
    if (found.listItems < STEPS) report(found.line, `the section "First five minutes" has ${found.listItems} list items; write at least ${STEPS} steps, each as an item of a numbered list`);
  });
  section('Stabilise', (found) => {
    if (found.tables === 0) report(found.line, 'the section "Stabilise" has no table; add one with the columns action, time, risk');
  });
  section('Find the cause', (found) => {
    if (!outline.fences.some((fence) => fence.language !== 'mermaid' && fence.section === found.title)) {
      report(found.line, 'the section "Find the cause" has no query or command; add at least one in a fence with its language');
    }
  });
}

/** Each phase is complete in itself, so that a plan can be made of it: goal, time, steps, exit criteria, way back. */
export function checkPhases(draft: Draft, report: Report): void {
  const section = draft.outline.sections.find(({ title }) => title === 'Phases');
  if (section === undefined) return;
  const phases = readPhases(draft.markdown, draft.bodyLine);
  if (phases.length < PHASES) report(section.line, `has ${phases.length} phases; write at least ${PHASES}, each as "### Phase n: title"`);
  for (const { line, heading, missing } of phases) {
    if (missing.length > 0) report(line, `"${heading}" has no ${missing.join(', no ')}; write **Goal.** and **Time.** (a range such as 2–4 weeks) in its first paragraphs, and the parts #### Steps, #### Exit criteria and #### Way back`);
  }
  const risks = draft.outline.sections.find(({ title }) => title === 'Risks');
  const cells = readRiskCells(draft.markdown).find((row) => row.length !== RISK_CELLS);
  if (risks !== undefined && cells !== undefined) report(risks.line, `the row "${cells.join(' | ')}" of the risks has ${cells.length} cells; write three: risk, early sign, answer`);
}
