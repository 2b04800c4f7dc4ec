import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Library, PlaybookEntry } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { EmergencyStateSchema, FromEmergencySchema, type FromEmergency, type ToEmergency } from '../../webviews/protocol';
import { emergencyLabels, incidentView, preparePlaybook, type PreparedPlaybook } from './content';
import type { IncidentNotes } from './notes';
import type { IncidentStore } from './store';

interface Target { readonly playbook: string; readonly title: string }

/** The page of an emergency: at most one panel, showing one playbook. */
export interface EmergencyPage extends vscode.Disposable {
  /** Follows a playbook and shows it. Resolves when it is painted, or when that is taking suspiciously long. */
  open(playbook: PlaybookEntry): Promise<void>;
}

/** A page that is hidden at once is never painted; nobody waits for it longer than this. */
const LONGEST_PAINTING_MS = 3_000;

export function createEmergencyPage(studio: Studio, incidents: IncidentStore, notes: IncidentNotes): EmergencyPage {
  const painted = new vscode.EventEmitter<string>();
  /** The text of the playbook that is shown: it stays the same while steps are checked. */
  let prepared: { readonly library: Library; readonly id: string; readonly result: Promise<PreparedPlaybook> } | undefined;

  function prepare(library: Library, playbook: PlaybookEntry): Promise<PreparedPlaybook> {
    if (prepared?.library !== library || prepared.id !== playbook.id) {
      const result = Promise.all([studio.parsing(), studio.body(playbook.id)]).then(([parsing, body]) => preparePlaybook(parsing, library, playbook, body));
      result.catch(() => { prepared = undefined; }); // The next attempt reads again; whoever shows it reports it.
      prepared = { library, id: playbook.id, result };
    }
    return prepared.result;
  }

  async function content({ playbook: id }: Target): Promise<ToEmergency> {
    const library = await studio.library();
    const { content: shown } = await prepare(library, requirePlaybook(library, id));
    return { type: 'show', content: shown, incident: incidentView(library, incidents.current(), id, incidents.now()), labels: emergencyLabels() };
  }

  const page = createSinglePanel<Target, FromEmergency, ToEmergency>(studio, {
    viewType: PANELS.emergency,
    page: 'emergency',
    incoming: FromEmergencySchema,
    state: v.pipe(EmergencyStateSchema, v.transform(({ playbook, title }): Target => ({ playbook, title }))),
    title: ({ title }) => vscode.l10n.t('Incident: {0}', title),
    failure: () => vscode.l10n.t('The playbook cannot be shown'),
    content,
    receive,
  });

  async function receive(message: Said<FromEmergency>): Promise<void> {
    switch (message.type) {
      case 'check': return check(message.playbook, message.step, message.on);
      case 'incident':
        if (message.change !== 'start') return incidents.change({ type: message.change });
        await notes.settled(); // the end of the last incident belongs into its notes
        return incidents.follow(message.playbook);
      case 'openNotes': return notes.open();
      case 'changePlaybook':
        await vscode.commands.executeCommand(COMMANDS.onFire, ...(message.playbook === null ? [] : [message.playbook]));
        return;
      case 'openEntry':
        await vscode.commands.executeCommand(COMMANDS.openEntryToSide, message.entry, message.section);
        return;
      case 'openWeb':
        // VS Code shows the address and asks, unless the person has trusted its domain.
        await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        return;
      case 'copy': return vscode.env.clipboard.writeText(message.text);
      case 'painted':
        painted.fire(message.playbook);
        return;
    }
  }

  async function check(id: string, stepId: string, on: boolean): Promise<void> {
    const library = await studio.library();
    const { steps } = await prepare(library, requirePlaybook(library, id));
    const step = steps.find((each) => each.id === stepId);
    if (!step) return;
    // A check without a clock starts one: the person has begun to act.
    if (!incidents.current()) await incidents.follow(id);
    await incidents.change({ type: on ? 'check' : 'uncheck', playbook: id, step: step.id, text: step.text });
  }

  const listener = incidents.onDidChange(() => { page.refresh(); });

  return {
    async open(playbook) {
      const library = await studio.library();
      prepare(library, playbook).catch(() => undefined); // begun while VS Code still makes the page's frame
      await notes.settled();
      await incidents.follow(playbook.id);
      const done = paintingOf(playbook.id, painted.event);
      page.open({ playbook: playbook.id, title: playbook.title });
      await done;
    },
    dispose() {
      listener.dispose();
      painted.dispose();
      page.dispose();
    },
  };
}

function paintingOf(playbook: string, painted: vscode.Event<string>): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(settle, LONGEST_PAINTING_MS);
    const listener = painted((id) => { if (id === playbook) settle(); });
  });
}

/** @throws Error with a message for people when the library has no such playbook */
export function requirePlaybook(library: Library, idOrName: string): PlaybookEntry {
  const entry = library.get(idOrName) ?? library.find(idOrName);
  if (entry?.kind === 'playbook') return entry;
  throw new Error(vscode.l10n.t('There is no playbook "{0}" in the library. Run "Our System Is on Fire" and choose what you see.', idOrName));
}
