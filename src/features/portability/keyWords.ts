import * as vscode from 'vscode';
import { MILESTONE_IDS, type Library } from '../../core';
import { milestoneTitle } from '../../studio/milestoneWords';

/** What a key of the progress is about, as people read it; undefined for events and choices, which are counted instead. */
export function wordsOfKey(library: Library, key: string): string | undefined {
  const at = key.indexOf(':');
  const [kind, id] = [key.slice(0, at), key.slice(at + 1)];
  const entry = library.get(id)?.title ?? id;
  switch (kind) {
    case 'read': return vscode.l10n.t('Read: {0}', entry);
    case 'quiz': return vscode.l10n.t('Quiz: {0}', entry);
    case 'lab': return vscode.l10n.t('Lab: {0}', library.labs.find((lab) => lab.id === id)?.title ?? id);
    case 'bookmark': return vscode.l10n.t('Bookmark: {0}', entry);
    case 'learn': return vscode.l10n.t('To learn: {0}', entry);
    case 'declared': {
      const milestone = MILESTONE_IDS.find((each) => each === id);
      return vscode.l10n.t('Milestone: {0}', milestone === undefined ? id : milestoneTitle(milestone));
    }
    case 'item': {
      const [pathId, itemId] = id.split('/');
      const path = library.paths.find((each) => each.id === pathId);
      const item = path?.weeks.flatMap(({ items }) => items).find((each) => each.id === itemId);
      return vscode.l10n.t('{0}: {1}', path?.title ?? pathId ?? '', item?.title ?? itemId ?? '');
    }
    default: return undefined;
  }
}
