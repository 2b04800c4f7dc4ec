import * as vscode from 'vscode';
import type { Library, PatternEntry } from '../../core';
import { asText } from '../../studio/markdown';
import { comparisonContent } from './content';

/** The comparison as a Markdown table; lines that only one pattern has are marked. */
export function comparisonMarkdown(library: Library, patterns: readonly PatternEntry[], linkTo: (entryId: string) => string): string {
  const { title, columns, rows, relations } = comparisonContent(library, patterns);
  const cell = (text: string): string => asText(text).replaceAll('|', '\\|');
  return [
    `# ${title}`, '',
    `| ${vscode.l10n.t('Aspect')} | ${columns.map(({ link }) => `[${cell(link.title)}](${linkTo(link.id)})`).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...rows.map(({ name, cells }) => `| **${cell(name)}** | ${cells.map((lines) => lines.map(({ text }) => cell(text)).join('<br>')).join(' | ')} |`),
    '',
    ...(relations.length > 0 ? [`## ${vscode.l10n.t('How they stand to each other')}`, '', ...relations.map((text) => `- ${text}`), ''] : []),
  ].join('\n');
}
