import * as vscode from 'vscode';

/** A file system in memory that can refuse to be written to, with no path on any disk. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  readonly files = new Map<string, Uint8Array>();
  private readonly times = new Map<string, number>();
  /** Writing fails, though the file system does not say that it is read-only. */
  refuses = false;

  put(path: string, text: string): void { this.files.set(path, new TextEncoder().encode(text)); }
  /** The text of a file as it is stored, byte order mark included. */
  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
  paths(): string[] { return [...this.files.keys()].sort(); }

  watch(): vscode.Disposable { return new vscode.Disposable(() => undefined); }
  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.files.get(uri.path);
    if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: this.times.get(uri.path) ?? 1, size: bytes.length };
    if (uri.path === '/' || this.paths().some((path) => path.startsWith(`${uri.path}/`))) return { type: vscode.FileType.Directory, ctime: 0, mtime: 1, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const found = new Map<string, vscode.FileType>();
    for (const path of this.paths()) {
      if (!path.startsWith(folder)) continue;
      const [name = '', ...rest] = path.slice(folder.length).split('/');
      found.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    if (found.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...found];
  }
  createDirectory(): void { if (this.refuses) throw vscode.FileSystemError.NoPermissions(); }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.refuses) throw vscode.FileSystemError.NoPermissions(uri);
    const created = !this.files.has(uri.path);
    this.files.set(uri.path, content);
    this.times.set(uri.path, (this.times.get(uri.path) ?? 1) + 1);
    this.changes.fire([{ type: created ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri }]);
  }
  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  rename(): void { throw vscode.FileSystemError.NoPermissions(); }
}

/** The same, registered under a scheme of its own until it is disposed. */
export function memoryFiles(scheme: string): vscode.Disposable & { put(path: string, text: string): vscode.Uri; remove(path: string): void } {
  const files = new MemoryFiles();
  const registration = vscode.workspace.registerFileSystemProvider(scheme, files);
  const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });
  return {
    put(path, text) {
      files.put(path, text);
      return uriOf(path);
    },
    remove: (path) => { files.delete(uriOf(path)); },
    dispose: () => { registration.dispose(); },
  };
}
