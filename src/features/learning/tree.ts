import * as vscode from 'vscode';
import {
  changeItem, isDone, isReading, learnKey, pathProgress, readKey,
  type AssessmentResult, type Entry, type ItemProgress, type LearningPath, type PathProgress, type WeekProgress,
} from '../../core';
import { COMMANDS } from '../../ids';
import { currentAssessment } from '../../studio/assessmentStore';
import { itemTypeLabel, kindLabel } from '../../studio/labels';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { assessmentItem, assessmentNodes, type AssessmentNode } from './assessment';
import type { PaceChoice } from './paces';
import { progressText } from './words';

/** A node of the Learning tree: the assessment, what is marked for learning, then the paths with weeks and items. */
export type LearningNode =
  | AssessmentNode
  | { readonly type: 'marked'; readonly entries: readonly Entry[] }
  | { readonly type: 'entry'; readonly entryId: string; readonly entry: Entry }
  | { readonly type: 'path'; readonly progress: PathProgress }
  | { readonly type: 'week'; readonly path: LearningPath; readonly week: WeekProgress }
  | { readonly type: 'item'; readonly path: LearningPath; readonly progress: ItemProgress };

export function createLearningProvider(studio: Studio, paces: PaceChoice): vscode.TreeDataProvider<LearningNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const listeners = vscode.Disposable.from(
    changed,
    studio.progress.onDidChange(() => { changed.fire(undefined); }),
    studio.onDidReload(() => { changed.fire(undefined); }),
    paces.onDidChange(() => { changed.fire(undefined); }),
    studio.assessment.onDidChange(() => { changed.fire(undefined); }),
  );
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node, studio),
    async getChildren(node) {
      // A library that cannot be read leaves the view empty; its welcome content says what to do.
      if (node === undefined) return roots(studio, paces).catch(() => []);
      switch (node.type) {
        case 'marked': return node.entries.map((entry) => ({ type: 'entry', entryId: entry.id, entry }));
        case 'path': return node.progress.weeks.map((week) => ({ type: 'week', path: node.progress.path, week }));
        case 'week': return node.week.items.map((item) => ({ type: 'item', path: node.path, progress: item }));
        case 'entry':
        case 'item':
        case 'takeAssessment':
        case 'startHere':
        case 'patternOfTheWeek': return [];
      }
    },
    dispose: () => { listeners.dispose(); },
  };
}

/** Native check boxes: what is checked in the tree is stored like a check on the page. */
export async function applyChecks(studio: Studio, changes: readonly (readonly [LearningNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
  try {
    await studio.progress.update((document, stamp) =>
      changes.reduce((next, [node, state]) => (
        node.type === 'item'
          ? changeItem(next, node.path.id, node.progress.item, state === vscode.TreeItemCheckboxState.Checked, stamp)
          : next
      ), document));
  } catch (cause) {
    reportProblem(studio.log, describeError(cause), cause);
  }
}

async function roots(studio: Studio, paces: PaceChoice): Promise<LearningNode[]> {
  const library = await studio.library();
  const document = studio.progress.document();
  const marked = library.all().filter(({ id }) => isDone(document, learnKey(id)));
  return [
    ...assessmentNodes(await assessmentOf(studio)),
    ...(marked.length > 0 ? [{ type: 'marked' as const, entries: marked }] : []),
    ...library.paths.map((path): LearningNode => ({ type: 'path', progress: pathProgress(document, path, paces.of(path)) })),
  ];
}

/** Questions that cannot be read must not take the learning paths away; the store has written the cause into the log. */
async function assessmentOf(studio: Studio): Promise<AssessmentResult | undefined> {
  return currentAssessment(studio).catch(() => undefined);
}

function treeItem(node: LearningNode, studio: Studio): vscode.TreeItem {
  switch (node.type) {
    case 'takeAssessment':
    case 'startHere':
    case 'patternOfTheWeek':
      return assessmentItem(node);
    case 'marked': {
      const item = new vscode.TreeItem(vscode.l10n.t('Marked for Learning'), vscode.TreeItemCollapsibleState.Expanded);
      item.id = 'marked';
      item.iconPath = new vscode.ThemeIcon('mortar-board');
      item.description = String(node.entries.length);
      item.accessibilityInformation = { label: vscode.l10n.t('Marked for Learning, entries: {0}', node.entries.length) };
      return item;
    }
    case 'entry': {
      const read = studio.progress.isDone(readKey(node.entryId));
      const item = new vscode.TreeItem(node.entry.title, vscode.TreeItemCollapsibleState.None);
      item.id = `marked/${node.entryId}`;
      item.iconPath = new vscode.ThemeIcon(read ? 'pass' : 'circle-outline');
      const kind = [kindLabel(node.entry.kind), ...(node.entry.workspace === undefined ? [] : [node.entry.workspace])].join(' · ');
      item.description = read ? vscode.l10n.t('{0} · read', kind) : kind;
      item.tooltip = node.entry.summary;
      item.accessibilityInformation = { label: `${node.entry.title}, ${item.description}` };
      item.contextValue = 'entry marked';
      item.command = { command: COMMANDS.openEntry, title: vscode.l10n.t('Open'), arguments: [node.entryId] };
      return item;
    }
    case 'path': {
      const { path } = node.progress;
      const item = new vscode.TreeItem(path.title, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `path/${path.id}`;
      item.iconPath = new vscode.ThemeIcon(node.progress.state === 'complete' ? 'pass-filled' : 'milestone');
      item.description = progressText(node.progress);
      item.tooltip = path.summary;
      // Without a label of its own, a screen reader would read the tooltip instead of the title.
      item.accessibilityInformation = { label: `${path.title}, ${item.description}` };
      item.contextValue = 'path';
      item.command = { command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [path.id] };
      return item;
    }
    case 'week': {
      const label = vscode.l10n.t('Week {0}: {1}', node.week.number, node.week.title);
      const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = `week/${node.path.id}/${node.week.number}`;
      item.description = vscode.l10n.t('{0} of {1}', node.week.done, node.week.total);
      item.tooltip = node.week.goal;
      item.accessibilityInformation = { label: `${label}, ${item.description}` };
      item.contextValue = 'week';
      return item;
    }
    case 'item': {
      const { item: pathItem, done } = node.progress;
      const item = new vscode.TreeItem(pathItem.title, vscode.TreeItemCollapsibleState.None);
      item.id = `item/${node.path.id}/${pathItem.id}`;
      item.description = vscode.l10n.t('{0} · {1} min', itemTypeLabel(pathItem.type), pathItem.minutes);
      item.tooltip = pathItem.title;
      item.accessibilityInformation = { label: `${pathItem.title}, ${item.description}` };
      item.contextValue = 'item';
      item.checkboxState = {
        state: done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
        accessibilityInformation: { label: vscode.l10n.t('{0}: done', pathItem.title), role: 'checkbox' },
      };
      // An item that is all reading opens its entry; a brief is read on the learning page.
      item.command = isReading(pathItem)
        ? { command: COMMANDS.openEntry, title: vscode.l10n.t('Open'), arguments: [pathItem.entry] }
        : { command: COMMANDS.openLearning, title: vscode.l10n.t('Open'), arguments: [node.path.id, pathItem.id] };
      return item;
    }
  }
}
