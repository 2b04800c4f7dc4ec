import * as vscode from 'vscode';
import { isTeamEntry, teamLibraryUri, teamPathOf } from './files';

/** Saving writes a file in several steps, and a checkout changes hundreds. */
const FILES_SETTLE_MS = 150;
/** A person who types is not told about each letter. */
const TYPING_SETTLES_MS = 300;

export interface TeamListener {
  /** Files or folders have come or gone. */
  scan(): void;
  /** These files have changed. */
  update(uris: readonly vscode.Uri[]): void;
  /** An open document's text has changed, or it was closed. */
  check(document: vscode.TextDocument): void;
}

/** Whether the address is that of a team's library folder or of a folder above it. */
function isAroundLibrary(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && `${teamLibraryUri(folder).path}/`.startsWith(`${uri.path}/`);
}

/** Follows the teams' libraries of all workspace folders: files, folders, open documents. */
export function watchTeamFiles(listener: TeamListener): vscode.Disposable {
  let watchers = vscode.Disposable.from();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wantsScan = false;
  const changed = new Map<string, vscode.Uri>();
  const typing = new Map<string, ReturnType<typeof setTimeout>>();

  function settle(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const uris = [...changed.values()];
      changed.clear();
      if (wantsScan) listener.scan();
      wantsScan = false;
      if (uris.length > 0) listener.update(uris);
    }, FILES_SETTLE_MS);
  }

  /** An event may be for a folder, which says nothing about the files in it. */
  function noticeEvent(uri: vscode.Uri): void {
    if (isTeamEntry(uri)) changed.set(uri.toString(), uri);
    else wantsScan = true;
    settle();
  }

  /** Anything may be renamed or deleted in the window, a folder around a library among it. */
  function noticeFile(uri: vscode.Uri): void {
    if (teamPathOf(uri) !== undefined || isAroundLibrary(uri)) noticeEvent(uri);
  }

  function watchFolders(): void {
    watchers.dispose();
    watchers = vscode.Disposable.from(...(vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '{.systems-studio,.systems-studio/**}'));
      return vscode.Disposable.from(watcher, watcher.onDidCreate(noticeEvent), watcher.onDidChange(noticeEvent), watcher.onDidDelete(noticeEvent));
    }));
  }

  function noticeText(document: vscode.TextDocument, waitMs: number): void {
    if (!isTeamEntry(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(typing.get(key));
    typing.set(key, setTimeout(() => {
      typing.delete(key);
      listener.check(document);
    }, waitMs));
  }

  watchFolders();
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      watchFolders();
      wantsScan = true;
      settle();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { noticeText(document, TYPING_SETTLES_MS); }),
    vscode.workspace.onDidCloseTextDocument((document) => { noticeText(document, 0); }),
    // A virtual workspace may not watch its files, so what happens in this window is heard of here too,
    // and what happened elsewhere is looked for when the person comes back.
    vscode.workspace.onDidCreateFiles(({ files }) => { files.forEach(noticeFile); }),
    vscode.workspace.onDidDeleteFiles(({ files }) => { files.forEach(noticeFile); }),
    vscode.workspace.onDidRenameFiles(({ files }) => { files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]).forEach(noticeFile); }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      wantsScan = true;
      settle();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!isTeamEntry(document.uri)) return;
      noticeEvent(document.uri);
      // After the file itself, so that what was mended does not come back for a moment.
      noticeText(document, 2 * FILES_SETTLE_MS);
    }),
  );
  return {
    dispose() {
      clearTimeout(timer);
      for (const each of typing.values()) clearTimeout(each);
      watchers.dispose();
      listeners.dispose();
    },
  };
}
