import * as vscode from 'vscode';
import type { RecordStatus } from '../../core';
import { escapeMarkdown } from '../../studio/markdown';
import type { RecordFile, RecordFolder, RecordStore } from './store';
import { recordLabel, statusText } from './words';

/** A node of the Decision Records view: records, below their folders where there are several. */
export type RecordNode =
  | { readonly type: 'folder'; readonly folder: RecordFolder }
  | { readonly type: 'record'; readonly folder: RecordFolder; readonly file: RecordFile };

const ICONS: Readonly<Record<RecordStatus, string>> = {
  proposed: 'comment-discussion',
  accepted: 'pass',
  rejected: 'circle-slash',
  deprecated: 'warning',
  superseded: 'history',
  unknown: 'file',
};

export function createRecordProvider(store: RecordStore): vscode.TreeDataProvider<RecordNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const listeners = vscode.Disposable.from(changed, store.onDidChange(() => { changed.fire(undefined); }));
  const recordsOf = (folder: RecordFolder): RecordNode[] => folder.records.map((file) => ({ type: 'record', folder, file }));
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (node.type === 'folder' ? folderItem(node.folder) : recordItem(node.file)),
    async getChildren(node) {
      if (node) return node.type === 'folder' ? recordsOf(node.folder) : [];
      const folders = (await store.folders()).filter(({ records }) => records.length > 0);
      return folders.length > 1 ? folders.map((folder) => ({ type: 'folder', folder })) : folders.flatMap(recordsOf);
    },
    dispose: () => { listeners.dispose(); },
  };
}

function folderItem({ uri, path, workspaceFolder, records }: RecordFolder): vscode.TreeItem {
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const label = several ? `${workspaceFolder.name}/${path}` : path;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = uri.toString();
  item.iconPath = vscode.ThemeIcon.Folder;
  item.description = String(records.length);
  item.contextValue = 'folder';
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, records: {1}', label, records.length) };
  return item;
}

function recordItem(file: RecordFile): vscode.TreeItem {
  const { record, uri } = file;
  const label = recordLabel(file);
  const facts = [statusText(file), ...(record.date === undefined ? [] : [record.date])];
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  const over = record.status === 'superseded' || record.status === 'deprecated';
  item.id = uri.toString();
  item.iconPath = new vscode.ThemeIcon(ICONS[record.status], over ? new vscode.ThemeColor('disabledForeground') : undefined);
  item.description = facts.join(' · ');
  item.tooltip = recordMarkdown(file);
  item.accessibilityInformation = { label: [label, ...facts].join(', ') };
  item.contextValue = record.status === 'superseded' ? 'record superseded' : 'record';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  return item;
}

/** Title, status, date and the first paragraph of the context. The paragraph is Markdown from a file, so it is not trusted. */
export function recordMarkdown(file: RecordFile): vscode.MarkdownString {
  const { record, uri } = file;
  const markdown = new vscode.MarkdownString();
  markdown.baseUri = uri;
  const facts = [statusText(file), ...(record.date === undefined ? [] : [record.date])];
  markdown.appendMarkdown(`**${escapeMarkdown(recordLabel(file))}**\n\n*${escapeMarkdown(facts.join(' · '))}*\n\n`);
  // An image would be fetched from wherever it is; its text says enough here.
  if (record.summary !== '') markdown.appendMarkdown(`${record.summary.replaceAll('![', '!\\[')}\n\n`);
  return markdown;
}
