import * as vscode from 'vscode';
import {
  bookmarkKey, calculatorsFor, readKey,
  type Entry, type EntryBody, type Library, type PatternEntry, type RelatedEntry,
} from '../../core';
import type { EntryLink, PageContent, PageMarks } from '../../webviews/protocol';
import {
  categoryLabel, complexityLabel, difficultyLabel, domainLabel, kindLabel, relationLabel, tierLabel, topicLabel,
} from '../../studio/labels';
import { calculatorLink } from '../../studio/calculatorLink';
import { readableOf } from '../../studio/readable';
import type { Studio } from '../../studio/studio';

/** All that the page shows of one entry. */
export function pageContent(library: Library, entry: Entry, body: EntryBody): PageContent {
  const siblings = library.all(entry.kind);
  const position = siblings.findIndex(({ id }) => id === entry.id);
  return {
    id: entry.id,
    title: entry.title,
    kind: kindLabel(entry.kind),
    summary: entry.summary,
    badge: entry.kind === 'pattern'
      ? { text: tierLabel(entry.tier), className: `tier-${entry.tier}`, description: entry.tierReason }
      : null,
    facts: factsOf(entry),
    lists: listsOf(entry),
    readable: readableOf(library, body),
    calculators: calculatorsFor(library, [entry.id]).map(calculatorLink),
    related: groupRelated(library.related(entry.id)),
    previous: linkTo(siblings[position - 1]),
    next: linkTo(siblings[position + 1]),
  };
}

export function pageMarks(studio: Studio, entryId: string): PageMarks {
  return { read: studio.progress.isDone(readKey(entryId)), bookmarked: studio.progress.isDone(bookmarkKey(entryId)) };
}

/** Words around the content; the page knows them by key. */
export function pageLabels(): Record<string, string> {
  return {
    contents: vscode.l10n.t('On this page'),
    related: vscode.l10n.t('Related entries'),
    calculate: vscode.l10n.t('Calculate'),
    neighbours: vscode.l10n.t('Previous and next'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    markRead: vscode.l10n.t('Mark as read'),
    markUnread: vscode.l10n.t('Read — mark as unread'),
    addBookmark: vscode.l10n.t('Add bookmark'),
    removeBookmark: vscode.l10n.t('Bookmarked — remove'),
    copied: vscode.l10n.t('Copied'),
  };
}

function factsOf(entry: Entry): PageContent['facts'] {
  const facts: PageContent['facts'] = [];
  const add = (name: string, value: string): void => { facts.push({ name, value }); };
  if (entry.workspace !== undefined) add(vscode.l10n.t('From the workspace'), entry.workspace);
  switch (entry.kind) {
    case 'pattern':
      add(vscode.l10n.t('Category'), categoryLabel(entry.category));
      add(vscode.l10n.t('Difficulty'), difficultyLabel(entry.difficulty));
      add(vscode.l10n.t('First working version'), entry.effort);
      add(vscode.l10n.t('Time for it'), vscode.l10n.t('When {0}', entry.adoptWhen));
      break;
    case 'case-study':
      add(vscode.l10n.t('Domain'), domainLabel(entry.domain));
      if (entry.company !== undefined) add(vscode.l10n.t('Company'), entry.company);
      break;
    case 'guide':
      add(vscode.l10n.t('Topic'), topicLabel(entry.topic));
      break;
    case 'playbook':
      add(vscode.l10n.t('First relief'), entry.quickFix.action);
      add(vscode.l10n.t('Takes'), entry.quickFix.time);
      add(vscode.l10n.t('Risk'), entry.quickFix.risk);
      break;
    case 'migration':
      add(vscode.l10n.t('From'), entry.from);
      add(vscode.l10n.t('To'), entry.to);
      add(vscode.l10n.t('Complexity'), complexityLabel(entry.complexity));
      add(vscode.l10n.t('Takes'), entry.duration);
      break;
    case 'law':
    case 'pillar':
    case 'principle':
    case 'anti-pattern':
    case 'company':
    case 'reference':
      break;
  }
  // An overview is looked things up in, not read through, and it is as new as the library.
  if (entry.kind !== 'reference') {
    add(vscode.l10n.t('Reading time'), vscode.l10n.t('{0} min', entry.minutes));
    add(vscode.l10n.t('Updated'), entry.updated);
  }
  if (entry.aliases.length > 0) add(vscode.l10n.t('Also called'), entry.aliases.join(', '));
  return facts;
}

function listsOf(entry: Entry): PageContent['lists'] {
  if (entry.kind === 'pattern') return patternLists(entry);
  if (entry.kind === 'migration') return [{ title: vscode.l10n.t('Not when'), className: 'avoid-when', items: [...entry.whenNot] }];
  return [];
}

function patternLists(entry: PatternEntry): PageContent['lists'] {
  return [
    { title: vscode.l10n.t('Use when'), className: 'use-when', items: [...entry.useWhen] },
    { title: vscode.l10n.t('Avoid when'), className: 'avoid-when', items: [...entry.avoidWhen] },
    { title: vscode.l10n.t('Gains'), className: 'gains', items: [...entry.gains] },
    { title: vscode.l10n.t('Costs'), className: 'costs', items: [...entry.costs] },
  ];
}

function groupRelated(related: readonly RelatedEntry[]): PageContent['related'] {
  const groups = new Map<string, PageContent['related'][number]>();
  for (const { entry, relation, because } of related) {
    const label = relationLabel(relation);
    const group = groups.get(label) ?? { relation: label, entries: [] };
    group.entries.push({ link: { id: entry.id, title: entry.title, summary: entry.summary }, because: because ?? null });
    groups.set(label, group);
  }
  return [...groups.values()];
}

function linkTo(entry: Entry | undefined): EntryLink | null {
  return entry ? { id: entry.id, title: entry.title, summary: entry.summary } : null;
}
