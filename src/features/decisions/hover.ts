import * as vscode from 'vscode';
import { createMentions, learnKey, numberOfFile, referenceAt, type Library, type Mentions } from '../../core';
import { EXTENSION_ID } from '../../ids';
import { hoverMarkdown } from '../../studio/entryHover';
import { describeError } from '../../studio/log';
import type { Studio } from '../../studio/studio';
import type { RecordFile, RecordStore } from './store';
import { recordMarkdown } from './tree';

/** Hovers on links inside decision records: on other records, and on entries of the library. Silent everywhere else. */
export function registerRecordHover(studio: Studio, store: RecordStore): vscode.Disposable {
  let prepared: { readonly library: Library; readonly mentions: Mentions } | undefined;

  async function entryHover(document: vscode.TextDocument, position: vscode.Position, id: string, onLabel: boolean): Promise<vscode.MarkdownString | undefined> {
    const library = await studio.library();
    const entry = library.get(id);
    if (!entry) return undefined;
    if (prepared?.library !== library) prepared = { library, mentions: createMentions(library) };
    // Where the words of a link name the entry, the hover on names is there already.
    if (onLabel && prepared.mentions.at(document.getText(), document.offsetAt(position), document.languageId)?.entry === entry) return undefined;
    return hoverMarkdown(library, entry, { learning: studio.progress.isDone(learnKey(entry.id)) });
  }

  return vscode.languages.registerHoverProvider({ language: 'markdown' }, {
    async provideHover(document, position, token) {
      // The cheap questions first: most Markdown is no record.
      if (numberOfFile(document.uri.path.split('/').at(-1) ?? '') === undefined) return undefined;
      const reference = referenceAt(document.lineAt(position.line).text, position.character, EXTENSION_ID);
      if (!reference) return undefined;
      try {
        const folder = (await store.folders()).find(({ uri }) => uri.toString() === vscode.Uri.joinPath(document.uri, '..').toString());
        if (!folder || token.isCancellationRequested) return undefined;
        const contents = reference.kind === 'entry'
          ? await entryHover(document, position, reference.id, reference.onLabel)
          : recordHover(folder.records, folder.uri, reference);
        return contents && new vscode.Hover(contents, new vscode.Range(position.line, reference.start, position.line, reference.end));
      } catch (cause) {
        // A hover must not complain at each movement of the mouse.
        studio.log.warn(`No hover in a decision record: ${describeError(cause)}`);
        return undefined;
      }
    },
  });
}

function recordHover(records: readonly RecordFile[], folder: vscode.Uri, { href, number }: { readonly href?: string; readonly number?: number }): vscode.MarkdownString | undefined {
  const target = href === undefined ? undefined : vscode.Uri.joinPath(folder, href).toString();
  const file = records.find(({ uri, record }) => (target === undefined ? record.number === number : uri.toString() === target));
  if (!file) return undefined;
  const markdown = recordMarkdown(file);
  // A bare number is no link; this is the way to the record.
  if (target === undefined) markdown.appendMarkdown(`[${vscode.l10n.t('Open')}](${file.uri.toString()})`);
  return markdown;
}
