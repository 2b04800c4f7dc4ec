import * as vscode from 'vscode';
import { startOf, type Incident, type Library } from '../../core';
import { EXTENSION_ID } from '../../ids';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { firstEmptySection, markOf, notesMarkdown, timelineLines } from './document';
import { appendToTimeline, findNotes, hasMark, newNotesDocument } from './notesDocument';
import type { IncidentStore } from './store';

/** The incident notes: a Markdown document that follows the incident for as long as it is there. */
export interface IncidentNotes extends vscode.Disposable {
  /** Brings the notes to the front, or opens new ones with the timeline so far. Does nothing without an incident. */
  open(): Promise<void>;
  /** Resolves when the document has been told all that has happened so far. */
  settled(): Promise<void>;
}

export function createNotes(studio: Studio, incidents: IncidentStore): IncidentNotes {
  /** One at a time: two edits at once would both be placed by the same text. */
  let queue: Promise<void> = Promise.resolve();
  function enqueue(work: () => Promise<void>): Promise<void> {
    const done = queue.then(work);
    queue = done.catch(() => undefined); // whoever asked reports it
    return done;
  }
  const enqueueTelling = (): void => {
    enqueue(tell).catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
  };

  /** Tells the document what has happened since it was last told. */
  async function tell(): Promise<void> {
    const incident = incidents.current();
    if (!incident?.notes || incident.notes.written >= incident.events.length) return;
    const document = await findNotes(incident.notes.uri, markOf(incident));
    if (!document) {
      await incidents.setNotes(startOf(incident), null);
      offerNewNotes();
      return;
    }
    const titleOf = titlesIn(await studio.library());
    if (!await appendToTimeline(document, timelineLines(incident, incident.events.slice(incident.notes.written), titleOf))) {
      throw new Error(vscode.l10n.t('The incident notes could not be changed. What you check is kept, and goes into the notes with the next step once they can be edited.'));
    }
    await incidents.setNotes(startOf(incident), { uri: document.uri.toString(), written: incident.events.length });
  }

  function offerNewNotes(): void {
    const openNew = vscode.l10n.t('Open New Notes');
    void vscode.window.showWarningMessage(vscode.l10n.t('The incident notes were closed or deleted. Nothing is lost: new notes contain the timeline so far.'), openNew).then((choice) => {
      if (choice === openNew) open().catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
    });
  }

  function open(): Promise<void> {
    return enqueue(async () => {
      const incident = incidents.current();
      if (!incident) return;
      const existing = incident.notes && await findNotes(incident.notes.uri, markOf(incident));
      if (existing) await reveal(existing);
      else await create(incident);
    });
  }

  async function create(incident: Incident): Promise<void> {
    const content = notesMarkdown(incident, titlesIn(await studio.library()), (id) => `${vscode.env.uriScheme}://${EXTENSION_ID}/entry/${id}`);
    const document = await newNotesDocument(content);
    const line = firstEmptySection(content);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false, selection: new vscode.Range(line, 0, line, 0) });
    await incidents.setNotes(startOf(incident), { uri: document.uri.toString(), written: incident.events.length });
  }

  /** Saving an untitled document closes it and opens the file; a renamed file has a new address. */
  const listeners = vscode.Disposable.from(
    incidents.onDidChange(enqueueTelling),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const incident = incidents.current();
      if (incident?.notes && vscode.Uri.parse(incident.notes.uri).scheme === 'untitled' && hasMark(document, markOf(incident))) moveTo(incident, document.uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const incident = incidents.current();
      const moved = files.find(({ oldUri }) => oldUri.toString() === incident?.notes?.uri);
      if (incident && moved) moveTo(incident, moved.newUri);
    }),
  );

  function moveTo(incident: Incident, uri: vscode.Uri): void {
    if (!incident.notes) return;
    incidents.setNotes(startOf(incident), { ...incident.notes, uri: uri.toString() })
      .catch((cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
  }

  return {
    open,
    settled: () => queue,
    dispose: () => { listeners.dispose(); },
  };
}

async function reveal(document: vscode.TextDocument): Promise<void> {
  const shown = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString()));
  await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside, preview: false });
}

/** The title of a playbook; its id, where a newer library does not have it. */
function titlesIn(library: Library): (playbook: string) => string {
  return (playbook) => library.get(playbook)?.title ?? playbook;
}
