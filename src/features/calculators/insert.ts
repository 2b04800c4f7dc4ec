import * as vscode from 'vscode';

/** The text editor that was last in front: a page that is clicked takes the focus from it. */
export interface LastEditor extends vscode.Disposable {
  /**
   * Puts a text in place of the selection, on lines of its own, as one step for "undo". Without an editor it becomes an
   * untitled Markdown document.
   * @returns the name of the document
   * @throws with a message for people when the document cannot be written
   */
  insert(text: string): Promise<string>;
}

export function watchLastEditor(): LastEditor {
  let last: vscode.TextEditor | undefined;
  function note(editor: vscode.TextEditor | undefined): void {
    // An output channel, a commit message or a peek view is no document to write into; they stand in no column.
    if (editor?.viewColumn !== undefined) last = editor;
  }
  note(vscode.window.activeTextEditor);
  const listener = vscode.window.onDidChangeActiveTextEditor(note);
  return {
    async insert(text) {
      if (!last || last.document.isClosed) {
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
        await vscode.window.showTextDocument(document, { preview: false });
        return nameOf(document);
      }
      const { document, viewColumn } = last;
      requireWritable(document);
      // Behind another tab it has no editor any more; shown again, it has its selection back.
      const editor = await vscode.window.showTextDocument(document, { preserveFocus: false, ...(viewColumn !== undefined && { viewColumn }) });
      await replaceSelection(editor, text);
      return nameOf(document);
    },
    dispose: () => { listener.dispose(); },
  };
}

const nameOf = ({ uri }: vscode.TextDocument): string => uri.path.split('/').at(-1) ?? uri.path;

async function replaceSelection(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const before = document.lineAt(selection.start.line).text.slice(0, selection.start.character).trim() === '' ? '' : '\n\n';
  const after = document.lineAt(selection.end.line).text.slice(selection.end.character).trim() === '' ? '' : '\n';
  const done = await editor.edit((edit) => { edit.replace(selection, `${before}${text}${after}`); });
  // A document that is read-only by a setting or by its permissions takes the edit and does nothing.
  if (!done || document.version === version) throw new Error(readOnly(document));
}

function requireWritable(document: vscode.TextDocument): void {
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) throw new Error(readOnly(document));
}

function readOnly(document: vscode.TextDocument): string {
  return vscode.l10n.t('"{0}" cannot be changed: it is read-only. Put the cursor into another document and insert again, or copy the text.', nameOf(document));
}
