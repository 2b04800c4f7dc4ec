import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createNotes } from './notes';
import { createEmergencyPage, requirePlaybook } from './panel';
import { pickEmergency } from './picker';
import { createIncidentStore } from './store';

/** The list of all playbooks, for whoever finds no symptom of theirs. */
const PLAYBOOK_LIST = 'emergency-playbooks';

/** "Our System Is on Fire": symptom, first five minutes on a clock, notes that write themselves. */
export function register(studio: Studio): vscode.Disposable {
  const incidents = createIncidentStore(studio.context.workspaceState, studio.log);
  const notes = createNotes(studio, incidents);
  const page = createEmergencyPage(studio, incidents, notes);
  return vscode.Disposable.from(
    incidents,
    notes,
    page,
    // A button in the title of a view hands over the focused row, which is not meant: only a text names a playbook.
    registerCommand(studio, COMMANDS.onFire, async (argument) => {
      const library = await studio.library();
      if (typeof argument === 'string') {
        await page.open(requirePlaybook(library, argument));
        return;
      }
      const choice = await pickEmergency(library, incidents.current(), incidents.now());
      switch (choice?.type) {
        case undefined: return;
        case 'playbook': return page.open(requirePlaybook(library, choice.id));
        case 'list': return vscode.commands.executeCommand(COMMANDS.openEntry, PLAYBOOK_LIST);
        case 'search': return vscode.commands.executeCommand(COMMANDS.search, choice.text);
      }
    }),
  );
}
