import * as vscode from 'vscode';
import * as v from 'valibot';
import { COMMANDS, CONTEXT_KEYS, STATE_KEYS, type CommandId } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';

const GroupingSchema = v.object({
  patterns: v.fallback(v.picklist(['category', 'tier', 'problem']), 'category'),
  caseStudies: v.fallback(v.picklist(['domain', 'company']), 'domain'),
});
/** By what the tree groups patterns and case studies. */
export type Grouping = v.InferOutput<typeof GroupingSchema>;

/** The reader's choice of grouping: kept in global state, mirrored in context keys for the title-bar menu. */
export interface GroupingChoice extends vscode.Disposable {
  current(): Grouping;
  readonly onDidChange: vscode.Event<void>;
}

const CHOICES: readonly (readonly [CommandId, Partial<Grouping>])[] = [
  [COMMANDS.groupPatternsByCategory, { patterns: 'category' }],
  [COMMANDS.groupPatternsByTier, { patterns: 'tier' }],
  [COMMANDS.groupPatternsByProblem, { patterns: 'problem' }],
  [COMMANDS.groupCaseStudiesByDomain, { caseStudies: 'domain' }],
  [COMMANDS.groupCaseStudiesByCompany, { caseStudies: 'company' }],
];

export function createGroupingChoice(studio: Studio): GroupingChoice {
  const changed = new vscode.EventEmitter<void>();
  const { globalState } = studio.context;
  let current: Grouping | undefined;

  const read = (): Grouping => {
    const stored = globalState.get<unknown>(STATE_KEYS.libraryGrouping);
    return v.parse(GroupingSchema, typeof stored === 'object' && stored !== null ? stored : {});
  };
  const publish = (grouping: Grouping): void => {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.patternGrouping, grouping.patterns);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.caseStudyGrouping, grouping.caseStudies);
  };
  const get = (): Grouping => {
    if (current === undefined) publish((current = read()));
    return current;
  };
  const choose = async (part: Partial<Grouping>): Promise<void> => {
    current = { ...get(), ...part };
    publish(current);
    changed.fire();
    await globalState.update(STATE_KEYS.libraryGrouping, current);
  };

  const commands = CHOICES.map(([command, part]) => registerCommand(studio, command, () => choose(part)));
  return {
    current: get,
    onDidChange: changed.event,
    dispose: () => { vscode.Disposable.from(changed, ...commands).dispose(); },
  };
}
