import * as vscode from 'vscode';
import { KINDS, type FieldMatch, type Search, type SearchHit } from '../../core';
import { kindLabel, tierLabel } from '../../studio/labels';

export interface SearchItem extends vscode.QuickPickItem {
  /** What choosing the item opens; a separator and a hint have none. */
  readonly target?: { readonly type: 'entry' | 'path' | 'calculator'; readonly id: string };
}

const LIMIT = 60;

/**
 * The items for a query, grouped by kind; groups follow their best hit, hits keep the search's order inside a group.
 * Items are always shown: the search has matched them already, typos included, where VS Code's own filter would not.
 */
export function searchItems(search: Search, query: string): SearchItem[] {
  const hits = search.query(query, { limit: query.trim() === '' ? Number.POSITIVE_INFINITY : LIMIT });
  const paths = search.queryPaths(query, { limit: 5 });
  const calculators = search.queryCalculators(query, query.trim() === '' ? {} : { limit: 5 });
  if (hits.length === 0 && paths.length === 0 && calculators.length === 0) {
    return [{ label: vscode.l10n.t('Nothing found for "{0}"', query), detail: vscode.l10n.t('Try a shorter word, or the name of the problem.'), alwaysShow: true }];
  }
  const byKind = new Map(KINDS.map((kind) => [kind, hits.filter(({ entry }) => entry.kind === kind)]));
  const groups = [...byKind]
    .filter(([, members]) => members.length > 0)
    .sort(([, a], [, b]) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0))
    .map(([kind, members]) => ({
      score: members[0]?.score ?? 0,
      label: kindLabel(kind, 'many'),
      items: members.map(entryItem),
    }));
  const pathItems = paths.map(({ path }): SearchItem => ({
    label: path.title, description: vscode.l10n.t('Learning path'), detail: path.summary, alwaysShow: true,
    target: { type: 'path', id: path.id },
  }));
  const calculatorItems = calculators.map(({ calculator, matches }): SearchItem => ({
    label: calculator.title,
    description: [vscode.l10n.t('Calculator'), ...matches.filter(({ field }) => field === 'alias').slice(0, 1).map(mark)].join(' · '),
    detail: calculator.summary, alwaysShow: true,
    target: { type: 'calculator', id: calculator.id },
  }));
  if (pathItems.length > 0) groups.push({ score: paths[0]?.score ?? 0, label: vscode.l10n.t('Learning Paths'), items: pathItems });
  if (calculatorItems.length > 0) groups.push({ score: calculators[0]?.score ?? 0, label: vscode.l10n.t('Calculators'), items: calculatorItems });
  groups.sort((a, b) => b.score - a.score);
  return groups.flatMap(({ label, items }) => [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items]);
}

function entryItem({ entry, matches }: SearchHit): SearchItem {
  const found = matches.find(({ field }) => field !== 'title');
  return {
    label: entry.title,
    description: [
      ...(entry.kind === 'pattern' ? [tierLabel(entry.tier)] : []),
      ...(entry.workspace === undefined ? [] : [entry.workspace]),
      ...(found?.field === 'alias' || found?.field === 'term' || found?.field === 'tag' ? [mark(found)] : []),
      ...(found?.field === 'text' ? [vscode.l10n.t('in the text: {0}', wordsIn(found))] : []),
    ].join(' · '),
    detail: found?.field === 'problem' ? mark(found) : entry.summary,
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }],
    target: { type: 'entry', id: entry.id },
  };
}

/** The words of the body that were found. */
function wordsIn({ value, ranges }: FieldMatch): string {
  return [...new Set(ranges.map(([start]) => value.slice(start).split(' ', 1)[0] ?? ''))].slice(0, 4).join(', ');
}

/** Where the match is not in the title, the text that matched is shown, so that the reader sees why the entry is there. */
function mark({ value }: FieldMatch): string {
  return value;
}
