import * as vscode from 'vscode';
import { emptyDraft, type DecisionDraft, type Entry, type Library, type PatternEntry, type Reference } from '../../core';
import { clause, leaveAsItIs, patternOption, sentence } from '../../studio/decisionText';
import { addressOfEntry } from '../../studio/entryAddress';

const ALTERNATIVE_ARGUMENTS = 2;
const SOURCES = 5;

/**
 * A decision that starts from an entry: a pattern becomes the chosen option beside its alternatives; what an anti-pattern
 * is replaced with becomes options without a choice; anything else is context.
 *
 * @param references of the entry's text, for the links
 */
export function draftOf(library: Library, entry: Entry, references: readonly Reference[]): DecisionDraft {
  const links = [
    { title: entry.title, url: addressOfEntry(entry.id) },
    ...references.slice(0, SOURCES).map(({ author, title, year, url }) => ({ title: `${author}: ${title} (${year})`, url })),
  ];
  if (entry.kind === 'pattern') return { ...patternDraft(library, entry), links };
  return {
    ...emptyDraft,
    context: [entry.summary, yourSituation()],
    options: library.related(entry.id).flatMap(({ entry: other, relation }) => (relation === 'cured-by' && other.kind === 'pattern' ? [patternOption(other)] : [])),
    links,
  };
}

function patternDraft(library: Library, pattern: PatternEntry): DecisionDraft {
  const alternatives = library.related(pattern.id).flatMap(({ entry, relation, because }) => {
    if (relation !== 'alternatives' || entry.kind !== 'pattern') return [];
    return [{ ...patternOption(entry, ALTERNATIVE_ARGUMENTS), notes: [because === undefined ? entry.summary : sentence(because)] }];
  });
  return {
    title: vscode.l10n.t('Use {0}', pattern.title),
    context: [pattern.problem, yourSituation()],
    drivers: pattern.useWhen,
    options: [{ ...patternOption(pattern), notes: [pattern.summary] }, ...alternatives, leaveAsItIs([pattern])],
    chosen: 0,
    consequences: { good: pattern.gains.map(clause), bad: pattern.costs.map(clause) },
    links: [],
  };
}

/** In braces, as everything in a record that its author still has to write. */
function yourSituation(): string {
  return `{${vscode.l10n.t('Say where this shows in your system, and how much of it')}}`;
}
