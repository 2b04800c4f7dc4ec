import * as vscode from 'vscode';
import * as v from 'valibot';
import { changeItem } from '../../core';
import { COMMANDS, PANELS } from '../../ids';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { BriefStateSchema, FromBriefSchema, type BriefSubject, type FromBrief, type ToBrief } from '../../webviews/protocol';
import { briefContent, briefLabels, briefStatus, keyOf, type LabSituation, type Revealed } from './briefContent';
import type { LabTests } from './labTests';
import { findObstacle } from './obstacle';
import { showSolution } from './solution';
import { openFiles } from './startLab';
import type { StartedLabs } from './startedLabs';
import { findAssignment, type Assignment } from './subject';

interface Target {
  readonly subject: BriefSubject;
  readonly title: string;
  readonly revealed: Revealed;
  /** The lab that it is about; unknown of a page that was restored. */
  readonly lab?: string | undefined;
}

const nothing: Revealed = { hints: 0, discussion: false };

/** The page of a brief: at most one panel. */
export interface BriefPage extends vscode.Disposable {
  /** Rejects with a message for people when there is no such brief. */
  open(subject: BriefSubject): Promise<void>;
  /** Opens the brief of a lab, or brings it to the front where it is open as an item of a path. */
  openLab(labId: string): Promise<void>;
}

export function createBriefPage(studio: Studio, labs: StartedLabs, tests: LabTests): BriefPage {
  const page = createSinglePanel<Target, FromBrief, ToBrief>(studio, {
    viewType: PANELS.brief,
    page: 'brief',
    incoming: FromBriefSchema,
    state: v.pipe(BriefStateSchema, v.transform(({ subject, title, marks }): Target => ({ subject, title, revealed: marks[keyOf(subject)] ?? nothing }))),
    column: ({ lab }) => columnFor(lab !== undefined),
    title: ({ title }) => title,
    failure: () => vscode.l10n.t('The brief cannot be shown'),
    async content({ subject, revealed }) {
      const [library, assignment] = await Promise.all([studio.library(), findAssignment(studio, subject)]);
      const situation = await situationOf(assignment);
      return {
        type: 'show',
        subject,
        content: briefContent(library, subject, revealed, assignment),
        status: briefStatus(studio.progress.document(), assignment, situation),
        labels: briefLabels(),
      };
    },
    receive,
  });

  async function situationOf({ lab }: Assignment): Promise<LabSituation | undefined> {
    if (!lab) return undefined;
    const started = await labs.find(lab.overview.id);
    return {
      started,
      running: started !== undefined && tests.isRunning(started.folder),
      last: started && tests.lastRun(started.folder),
      obstacle: findObstacle(started?.folder),
    };
  }

  async function receive(message: Said<FromBrief>): Promise<void> {
    switch (message.type) {
      case 'reveal': {
        const { target } = page;
        if (target && keyOf(target.subject) === keyOf(message.subject)) page.update({ ...target, revealed: { hints: message.hints, discussion: message.discussion } });
        return;
      }
      case 'openEntry':
        await vscode.commands.executeCommand(COMMANDS.openEntry, message.entry);
        return;
      case 'openCalculator':
        await vscode.commands.executeCommand(COMMANDS.openCalculator, message.calculator, message.query);
        return;
      case 'openPath':
        await vscode.commands.executeCommand(COMMANDS.openLearning, message.path, message.item);
        return;
      case 'mark': {
        const { place } = await findAssignment(studio, message.subject);
        if (place) await studio.progress.update((document, stamp) => changeItem(document, place.path.id, place.item, message.on, stamp));
        return;
      }
      case 'act': {
        const { lab } = await findAssignment(studio, message.subject);
        if (lab) await act(message.action, lab);
        return;
      }
    }
  }

  async function act(action: Extract<FromBrief, { type: 'act' }>['action'], { overview, content }: NonNullable<Assignment['lab']>): Promise<void> {
    const started = await labs.find(overview.id);
    switch (action) {
      case 'start':
        await vscode.commands.executeCommand(COMMANDS.startLab, overview.id);
        return;
      case 'run':
        if (started) await tests.run(started);
        return;
      case 'files':
        if (started) await openFiles(started.folder, content);
        return;
      case 'solution':
        return showSolution(content, overview.title, started);
      case 'results':
        await vscode.commands.executeCommand('workbench.view.testing.focus');
        return;
      case 'trust':
        await vscode.commands.executeCommand('workbench.trust.manage');
        return;
    }
  }

  const refresh = (): void => { page.refresh(); };
  const listeners = vscode.Disposable.from(
    studio.progress.onDidChange(refresh),
    labs.onDidChange(refresh),
    tests.onDidRun(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
  );
  async function open(subject: BriefSubject): Promise<void> {
    const { title, lab } = await findAssignment(studio, subject);
    // A page that shows it already keeps what was opened there.
    const revealed = page.target && keyOf(page.target.subject) === keyOf(subject) ? page.target.revealed : nothing;
    page.open({ subject, title, revealed, lab: lab?.overview.id });
  }

  return {
    open,
    openLab: (labId) => open(page.target?.lab === labId ? page.target.subject : { type: 'lab', lab: labId }),
    dispose() {
      listeners.dispose();
      page.dispose();
    },
  };
}

/** A lab is done in the editor, beside its brief; beside nothing there would be an empty half. */
function columnFor(lab: boolean): vscode.ViewColumn {
  return lab && vscode.window.tabGroups.activeTabGroup.tabs.length > 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
