import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { isDone, readKey, type ProgressDocument } from '../../core';
import { itemTypeLabel, kindLabel } from '../../studio/labels';
import { assessmentItem } from './assessment';
import { milestoneWords } from '../../studio/milestoneWords';
import type { LearningNode } from './nodes';
import { iconOf, openingOf } from './open';
import { durationText, failedText, groupLabel, levelAndTime, percentOf, planHint, progressText, standing } from './words';

type Node<Type extends LearningNode['type']> = Extract<LearningNode, { type: Type }>;
const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** The row of a node. */
export function rowOf(node: LearningNode, document: ProgressDocument): vscode.TreeItem {
  switch (node.type) {
    case 'takeAssessment':
    case 'startHere':
    case 'patternOfTheWeek': return assessmentItem(node);
    case 'current': return currentRow(node);
    case 'reviews':
      return row(vscode.l10n.t('Reviews: {0} due', node.due), {
        id: 'reviews', icon: 'history', tooltip: vscode.l10n.t('Questions that you have answered before, before you forget them.'),
        command: { command: COMMANDS.reviewDue, title: vscode.l10n.t('Open') },
      });
    case 'milestones': {
      const reached = node.all.filter(({ state }) => state === 'reached').length;
      return row(vscode.l10n.t('Milestones'), { id: 'milestones', icon: 'star', state: Collapsed, description: vscode.l10n.t('{0} of {1}', reached, node.all.length) });
    }
    case 'milestone': return milestoneRow(node);
    case 'allPaths': return row(vscode.l10n.t('All Paths'), { id: `paths/${node.open ? 'open' : 'closed'}`, icon: 'list-tree', state: node.open ? Expanded : Collapsed, description: String(node.paths.length) });
    case 'group': return row(groupLabel(node.group), { id: `group/${node.group}`, state: node.group === 'role' ? Expanded : Collapsed, description: String(node.paths.length) });
    case 'path': return pathRow(node);
    case 'week':
      return row(vscode.l10n.t('Week {0}: {1}', node.week.number, node.week.title), {
        id: `week/${node.path.id}/${node.week.number}`, state: Collapsed, description: vscode.l10n.t('{0} of {1}', node.week.done, node.week.total), tooltip: node.week.goal, context: 'week',
      });
    case 'item': return itemRow(node);
    case 'marked':
      return row(vscode.l10n.t('Marked for Learning'), {
        id: 'marked', icon: 'mortar-board', state: Expanded, description: String(node.entries.length), spoken: vscode.l10n.t('Marked for Learning, entries: {0}', node.entries.length),
      });
    case 'entry': return entryRow(node, isDone(document, readKey(node.entryId)));
  }
}

function currentRow({ progress, week, plan }: Node<'current'>): vscode.TreeItem {
  const { path } = progress;
  const complete = progress.state === 'complete';
  const hint = plan && planHint(plan, week);
  const description = [complete ? vscode.l10n.t('all items are done') : standing(progress, week), ...(hint === undefined ? [] : [hint])].join(' · ');
  return row(path.title, {
    id: `current/${path.id}/${complete ? 'complete' : 'open'}`,
    icon: complete ? 'pass-filled' : 'milestone',
    state: complete ? None : Expanded,
    description,
    // A narrow view cuts the description off.
    tooltip: `${complete ? path.outcome : vscode.l10n.t('Week {0}: {1}', week.number, week.title)}\n${description}`,
    context: 'path',
    command: { command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [path.id] },
  });
}

function pathRow({ progress }: Node<'path'>): vscode.TreeItem {
  const { path } = progress;
  const state = { 'not-started': [], 'in-progress': [vscode.l10n.t('{0} %', percentOf(progress))], complete: [vscode.l10n.t('done')] }[progress.state];
  return row(path.title, {
    id: `path/${path.id}`,
    icon: progress.state === 'complete' ? 'pass-filled' : 'milestone',
    state: Collapsed,
    description: [...state, levelAndTime(path, progress.pace)].join(' · '),
    tooltip: `${path.summary}\n${progressText(progress)}`,
    context: 'path',
    command: { command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [path.id] },
  });
}

function itemRow({ path, progress: { item, done }, place, failed }: Node<'item'>): vscode.TreeItem {
  const created = row(item.title, {
    id: `${place}/${path.id}/${item.id}`,
    icon: iconOf(item.type),
    description: [itemTypeLabel(item.type), durationText(item.minutes), ...(failed ? [failedText(failed)] : [])].join(' · '),
    tooltip: `${item.title}\n${itemTypeLabel(item.type)} · ${durationText(item.minutes)}`,
    context: 'item',
    command: openingOf(path.id, item),
  });
  created.checkboxState = checkbox(done, item.title);
  return created;
}

function milestoneRow({ milestone: { id, basis, done, total, state } }: Node<'milestone'>): vscode.TreeItem {
  const { title, description } = milestoneWords(id);
  const reached = state === 'reached';
  const standing = reached ? vscode.l10n.t('reached') : vscode.l10n.t('{0} of {1}', done, total);
  const created = row(title, {
    id: `milestone/${id}`, description: standing, tooltip: description,
    // The check box of what the learner declares says it already.
    ...(basis === 'derived' && { icon: reached ? 'pass-filled' : 'circle-large-outline' }),
  });
  if (basis === 'declared') created.checkboxState = checkbox(reached, title);
  return created;
}

function entryRow({ entry, entryId }: Node<'entry'>, read: boolean): vscode.TreeItem {
  const kind = [kindLabel(entry.kind), ...(entry.workspace === undefined ? [] : [entry.workspace])].join(' · ');
  return row(entry.title, {
    id: `marked/${entryId}`, icon: read ? 'pass' : 'circle-outline', description: read ? vscode.l10n.t('{0} · read', kind) : kind, tooltip: entry.summary, context: 'entry marked',
    command: { command: COMMANDS.openEntry, title: vscode.l10n.t('Open'), arguments: [entryId] },
  });
}

interface RowOptions {
  readonly id: string;
  readonly icon?: string;
  readonly state?: vscode.TreeItemCollapsibleState;
  readonly description?: string;
  readonly tooltip?: string;
  readonly context?: string;
  readonly command?: vscode.Command;
  readonly spoken?: string;
}

function row(label: string, { id, icon, state = None, description, tooltip, context, command, spoken }: RowOptions): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.tooltip = tooltip ?? label;
  // Without a label of its own, a screen reader would read the tooltip instead of the title.
  item.accessibilityInformation = { label: spoken ?? (description === undefined ? label : `${label}, ${description}`) };
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  if (description !== undefined) item.description = description;
  if (context !== undefined) item.contextValue = context;
  if (command !== undefined) item.command = command;
  return item;
}

function checkbox(done: boolean, title: string): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    accessibilityInformation: { label: vscode.l10n.t('{0}: done', title), role: 'checkbox' },
  };
}
