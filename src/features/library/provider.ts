import * as vscode from 'vscode';
import { bookmarkKey, readKey, type Kind, type Library } from '../../core';
import { COMMANDS } from '../../ids';
import { categoryLabel, domainLabel, kindLabel, problemLabel, tierLabel, topicLabel } from '../../studio/labels';
import { escapeMarkdown } from '../../studio/markdown';
import type { Studio } from '../../studio/studio';
import type { GroupingChoice } from './grouping';
import { buildTree, type CalculatorNode, type EntryNode, type Group, type GroupNode, type LibraryNode } from './model';

/** Renders the Library tree; the model decides what is in it. */
export function createLibraryProvider(studio: Studio, grouping: GroupingChoice): vscode.TreeDataProvider<LibraryNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<LibraryNode | undefined>();
  let quizzes: Library['quizzes'] = new Map();
  const listeners = vscode.Disposable.from(
    changed,
    grouping.onDidChange(() => { changed.fire(undefined); }),
    studio.progress.onDidChange(() => { changed.fire(undefined); }),
    studio.onDidReload(() => { changed.fire(undefined); }),
  );
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem(node) {
      switch (node.type) {
        case 'group': return groupItem(node);
        case 'entry': return entryItem(node, studio, quizzes.has(node.entryId));
        case 'calculator': return calculatorItem(node);
      }
    },
    async getChildren(node) {
      if (node) return node.type === 'group' ? [...node.children] : [];
      try {
        const library = await studio.library();
        ({ quizzes } = library);
        return [...buildTree(library, grouping.current())];
      } catch {
        return []; // The store has logged the cause; the view's welcome content says what to do.
      }
    },
    dispose: () => { listeners.dispose(); },
  };
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const label = groupLabel(node.group);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.key;
  item.description = String(node.count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: node.group.by === 'calculators' ? `${label}, ${node.count}` : vscode.l10n.t('{0}, entries: {1}', label, node.count) };
  if (node.group.by === 'calculators') item.iconPath = new vscode.ThemeIcon('symbol-ruler');
  if (node.group.by === 'kind') item.iconPath = new vscode.ThemeIcon(KIND_ICONS[node.group.value]);
  return item;
}

const KIND_ICONS: Readonly<Record<Kind, string>> = {
  law: 'law',
  pillar: 'layers',
  principle: 'lightbulb',
  pattern: 'extensions',
  'anti-pattern': 'circle-slash',
  'case-study': 'notebook',
  company: 'organization',
  playbook: 'flame',
  migration: 'arrow-swap',
  guide: 'compass',
  reference: 'references',
};

function groupLabel(group: Group): string {
  switch (group.by) {
    case 'kind': return kindLabel(group.value, 'many');
    case 'category': return categoryLabel(group.value);
    case 'tier': return tierLabel(group.value);
    case 'problem': return group.value === 'other' ? vscode.l10n.t('Other problems') : problemLabel(group.value);
    case 'domain': return domainLabel(group.value);
    case 'topic': return topicLabel(group.value);
    case 'calculators': return vscode.l10n.t('Calculators');
    case 'company': return group.value === '' ? vscode.l10n.t('Generic designs') : group.value;
  }
}

function entryItem(node: EntryNode, studio: Studio, hasQuiz: boolean): vscode.TreeItem {
  const { entry } = node;
  const read = studio.progress.isDone(readKey(entry.id));
  const bookmarked = studio.progress.isDone(bookmarkKey(entry.id));
  const item = new vscode.TreeItem(entry.title, vscode.TreeItemCollapsibleState.None);
  item.id = node.key;
  item.iconPath = new vscode.ThemeIcon(bookmarked ? 'star-full' : read ? 'pass' : 'circle-outline');
  const marks = [
    ...(entry.kind === 'pattern' ? [tierLabel(entry.tier)] : []),
    ...(entry.workspace === undefined ? [] : [entry.workspace]),
    ...(read ? [vscode.l10n.t('read')] : []),
    ...(bookmarked ? [vscode.l10n.t('bookmarked')] : []),
  ];
  item.description = marks.join(' · ');
  item.tooltip = entryTooltip(node, marks);
  item.accessibilityInformation = { label: [entry.title, kindLabel(entry.kind), ...marks].join(', ') };
  // One word for each state that a menu asks about; see `view/item/context` in package.json.
  item.contextValue = ['entry', entry.kind, bookmarked ? 'bookmarked' : 'plain', read ? 'read' : 'unread', ...(hasQuiz ? ['quiz'] : [])].join(' ');
  item.command = { command: COMMANDS.openEntry, title: vscode.l10n.t('Open'), arguments: [entry.id] };
  return item;
}

function calculatorItem({ key, calculator: { id, title, summary } }: CalculatorNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  item.id = key;
  item.iconPath = new vscode.ThemeIcon('graph-line');
  const tooltip = new vscode.MarkdownString(`**${escapeMarkdown(title)}**\n\n`);
  tooltip.appendText(summary);
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: `${title}, ${vscode.l10n.t('Calculator')}` };
  item.contextValue = 'calculator';
  item.command = { command: COMMANDS.openCalculator, title: vscode.l10n.t('Open'), arguments: [id] };
  return item;
}

function entryTooltip({ entry }: EntryNode, marks: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown(`**${escapeMarkdown(entry.title)}**\n\n`);
  tooltip.appendText(entry.summary);
  const facts = [kindLabel(entry.kind), ...marks, vscode.l10n.t('{0} min read', entry.minutes)];
  tooltip.appendMarkdown(`\n\n*${escapeMarkdown(facts.join(' · '))}*`);
  return tooltip;
}
