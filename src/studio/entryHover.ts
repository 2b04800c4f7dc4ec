import * as vscode from 'vscode';
import type { Entry, Library } from '../core';
import { COMMANDS, type CommandId } from '../ids';
import { kindLabel, tierLabel } from './labels';
import { escapeMarkdown } from './markdown';

const LINES = 2;

/**
 * The text of a hover: what the thing is, two lines each on when and when not, and what to do next.
 * Only the commands named here can be run from it.
 */
export function hoverMarkdown(library: Library, entry: Entry, state: { readonly learning: boolean }): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(undefined, true);
  markdown.isTrusted = {
    enabledCommands: [COMMANDS.openEntry, COMMANDS.showRelated, COMMANDS.markForLearning, COMMANDS.unmarkForLearning, COMMANDS.muteHover],
  };
  const kind = entry.kind === 'pattern'
    ? vscode.l10n.t('{0} pattern, {1} tier', entry.title, tierLabel(entry.tier).toLowerCase())
    : `${entry.title}, ${kindLabel(entry.kind).toLowerCase()}`;
  const heading = entry.workspace === undefined ? kind : vscode.l10n.t('{0}, from {1}', kind, entry.workspace);
  markdown.appendMarkdown(`**${escapeMarkdown(heading)}**\n\n`);
  markdown.appendMarkdown(`${escapeMarkdown(entry.summary)}\n\n`);
  const links = [
    link(vscode.l10n.t('Open'), COMMANDS.openEntry, entry.id, vscode.l10n.t('Read the page of this entry')),
    ...(library.related(entry.id).length > 0
      ? [link(vscode.l10n.t('Related'), COMMANDS.showRelated, entry.id, vscode.l10n.t('Choose among the related entries'))]
      : []),
    state.learning
      ? link(vscode.l10n.t('Remove from learning'), COMMANDS.unmarkForLearning, entry.id, vscode.l10n.t('Take it off the list in the Learning view'))
      : link(vscode.l10n.t('Mark for learning'), COMMANDS.markForLearning, entry.id, vscode.l10n.t('Keep it in the Learning view')),
    link(vscode.l10n.t('Don’t show here'), COMMANDS.muteHover, entry.id, vscode.l10n.t('Don’t show hovers for this pattern here')),
  ];
  // Above the lists: a hover shows about twelve lines, and what can be done must not need scrolling.
  markdown.appendMarkdown(`${links.join('&nbsp;&nbsp;|&nbsp;&nbsp;')}\n\n`);
  if (entry.kind === 'pattern') {
    appendList(markdown, vscode.l10n.t('Use when'), entry.useWhen);
    appendList(markdown, vscode.l10n.t('Avoid when'), entry.avoidWhen);
  }
  return markdown;
}

function appendList(markdown: vscode.MarkdownString, title: string, items: readonly string[]): void {
  markdown.appendMarkdown(`${escapeMarkdown(title)}\n`);
  for (const item of items.slice(0, LINES)) markdown.appendMarkdown(`- ${escapeMarkdown(item)}\n`);
  markdown.appendMarkdown('\n');
}

function link(label: string, command: CommandId, entryId: string, tooltip: string): string {
  const uri = `command:${command}?${encodeURIComponent(JSON.stringify([entryId]))}`;
  return `[${escapeMarkdown(label)}](${uri} "${tooltip.replaceAll('"', '')}")`;
}
