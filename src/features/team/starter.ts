import * as vscode from 'vscode';
import type { TeamKind } from '../../core';
import type { NewEntry } from './newEntry';
import { bodyOf } from './starterBody';

/**
 * The text of a new entry: every key of its kind, every section with a hint. It joins the library as it is; what is
 * left to write shows as warnings.
 * @param today as in 2026-11-21
 */
export function starterEntry(entry: NewEntry, today: string): string {
  const front = [...commonKeys(entry.title, today), ...KEYS[entry.kind](entry), 'references: []'];
  return `---\n${front.join('\n')}\n---\n\n${bodyOf(entry.kind)}`;
}

function commonKeys(title: string, today: string): string[] {
  return [
    `title: ${quote(title)}`,
    `summary: ${quote(vscode.l10n.t('Say in one sentence what {0} does.', title).slice(0, 160))}`,
    'aliases: []',
    'tags: [team]',
    `updated: ${today}`,
  ];
}

/** A double-quoted text of JSON is one of YAML. */
const quote = (text: string): string => JSON.stringify(text);

const LINKS = ['patterns: []', 'laws: []'];
const MENTIONS = ['mentions:', '  code: []', '  prose: []'];

const KEYS: Readonly<Record<TeamKind, (entry: NewEntry) => string[]>> = {
  pattern: ({ category }) => [
    `category: ${category ?? 'resilience'}`,
    'tier: silver # gold, silver, bronze',
    `tierReason: ${quote(vscode.l10n.t('Say why this tier.'))}`,
    'difficulty: intermediate # beginner, intermediate, advanced',
    'effort: 2–5 days',
    `problem: ${quote(vscode.l10n.t('Say in one sentence what goes wrong without it.'))}`,
    `adoptWhen: ${quote(vscode.l10n.t('say what can be measured when it is time for it'))}`,
    'useWhen: []', 'avoidWhen: []', 'gains: []', 'costs: []', 'laws: []', 'pillars: []',
    'related:', '  requires: []', '  complements: []', '  alternatives: []', '  conflicts: []',
    'signals: []',
    ...MENTIONS,
    `noSampleReason: ${quote(vscode.l10n.t('Say why there is no sample that runs, or write one and remove this line.'))}`,
  ],
  'anti-pattern': () => [...LINKS, ...MENTIONS],
  principle: () => ['order: 1', 'patterns: []', 'laws: []', 'pillars: []', ...MENTIONS],
  'case-study': ({ domain }) => [`domain: ${domain ?? 'infrastructure'}`, 'scale: []', ...LINKS],
  company: () => [],
  playbook: () => [
    'symptoms: []',
    'quickFix:',
    `  action: ${quote(vscode.l10n.t('Say what brings the first relief.'))}`,
    '  time: 5–15 minutes',
    `  risk: ${quote(vscode.l10n.t('Say what may go wrong with it.'))}`,
    ...LINKS,
  ],
  migration: () => [
    `from: ${quote(vscode.l10n.t('What there is now'))}`,
    `to: ${quote(vscode.l10n.t('What there is to be'))}`,
    'complexity: medium # low, medium, high',
    'duration: 3–9 months',
    'whenNot: []',
    ...LINKS,
  ],
  guide: () => ['order: 1', 'topic: design # fundamentals, design, operations, quantitative, security, people', ...LINKS],
};
