import * as vscode from 'vscode';

/** A file system in memory that can be written: what a test may save to in both hosts. */
export interface MemoryFiles extends vscode.Disposable {
  put(path: string, text: string): vscode.Uri;
  remove(path: string): void;
}

export function memoryFiles(scheme: string): MemoryFiles {
  const files = new Map<string, Uint8Array>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });
  const contentOf = (uri: vscode.Uri): Uint8Array => {
    const content = files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  };
  let times = 0;
  const registration = vscode.workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => (uri.path === '/'
      ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
      : { type: vscode.FileType.File, ctime: 0, mtime: times, size: contentOf(uri).length }),
    readFile: contentOf,
    readDirectory: () => [],
    createDirectory: () => undefined,
    writeFile(uri, content) {
      times += 1;
      files.set(uri.path, content);
    },
    delete(uri) { files.delete(uri.path); },
    rename() { throw vscode.FileSystemError.NoPermissions(); },
  });
  return {
    put(path, text) {
      files.set(path, new TextEncoder().encode(text));
      return uriOf(path);
    },
    remove(path) {
      files.delete(path);
      changed.fire([{ type: vscode.FileChangeType.Deleted, uri: uriOf(path) }]);
    },
    dispose() {
      registration.dispose();
      changed.dispose();
    },
  };
}
