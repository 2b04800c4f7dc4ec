import * as vscode from 'vscode';
import { CATEGORIES, DOMAINS, TEAM_KINDS } from '../../core';
import { categoryLabel, domainLabel, kindLabel } from '../../studio/labels';
import type { NewEntry, Wish } from './newEntry';

/**
 * Asks for what is missing: kind, folder of the kind, title.
 * @param whyNot what speaks against a title, in words
 * @returns undefined when the person cancelled
 */
export async function askForEntry(wish: Wish, whyNot: (title: string) => string | undefined): Promise<NewEntry | undefined> {
  const kind = wish.kind ?? (await pick(TEAM_KINDS, kindLabel, vscode.l10n.t('The kind of the entry')));
  if (kind === undefined) return undefined;
  const category = kind === 'pattern' ? (wish.category ?? (await pick(CATEGORIES, categoryLabel, vscode.l10n.t('The category of the pattern')))) : undefined;
  if (kind === 'pattern' && category === undefined) return undefined;
  const domain = kind === 'case-study' ? (wish.domain ?? (await pick(DOMAINS, domainLabel, vscode.l10n.t('The domain of the case study')))) : undefined;
  if (kind === 'case-study' && domain === undefined) return undefined;
  const title = wish.title ?? (await askTitle(whyNot));
  if (title === undefined) return undefined;
  return { kind, title, ...(category === undefined ? {} : { category }), ...(domain === undefined ? {} : { domain }) };
}

async function pick<Value extends string>(values: readonly Value[], labelOf: (value: Value) => string, placeHolder: string): Promise<Value | undefined> {
  const items = values.map((value) => ({ label: labelOf(value), value }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('New Team Entry'), placeHolder, ignoreFocusOut: true });
  return chosen?.value;
}

async function askTitle(whyNot: (title: string) => string | undefined): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Team Entry'),
    prompt: vscode.l10n.t('The title, which also names the file'),
    placeHolder: vscode.l10n.t('For example: Payment Hold'),
    ignoreFocusOut: true,
    validateInput: (value) => whyNot(value.trim()),
  });
  return title?.trim();
}

/** A title as a file name: "Café & Bar" becomes "cafe-bar". Empty when nothing of it can stand in one. */
export function idOf(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
