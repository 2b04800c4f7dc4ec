/**
 * Pages that nobody writes: overviews that are generated from the library, so that they are never out of date.
 * Each has a file with a title and an introduction in `content/reference/`; a company has one in `content/companies/`.
 */
import { companyOverview } from '../library/companyOverview';
import { joinBlocks } from '../library/markdown/write';
import type { Entry, Library } from '../library/model';
import { caseStudiesByCompany, caseStudiesByDomain } from './caseStudies';
import {
  allEntries, antiPatternCatalogue, corePrinciples, crossReference, emergencyPlaybooks, glossary, handbook, migrationGuides,
} from './collections';
import { cheatSheet, goldPatterns, patternCatalogue, patternHealth, patternsByProblem } from './patterns';

/** The generated pages by the id of their entry; each gives its blocks of Markdown. */
const OVERVIEWS: Readonly<Record<string, (library: Library) => readonly string[]>> = {
  'core-principles': corePrinciples,
  'pattern-catalogue': patternCatalogue,
  'gold-patterns': goldPatterns,
  'cheat-sheet': cheatSheet,
  'patterns-by-problem': patternsByProblem,
  'pattern-health': patternHealth,
  'cross-reference': crossReference,
  'case-studies-by-domain': caseStudiesByDomain,
  'case-studies-by-company': caseStudiesByCompany,
  'emergency-playbooks': emergencyPlaybooks,
  'migration-guides': migrationGuides,
  'anti-pattern-catalogue': antiPatternCatalogue,
  handbook,
  glossary,
  'all-entries': allEntries,
};
export const OVERVIEW_IDS: readonly string[] = Object.keys(OVERVIEWS);

/** Whether a part of the entry's page is generated. */
export function isGenerated({ kind }: Pick<Entry, 'kind'>): boolean {
  return kind === 'reference' || kind === 'company';
}

/**
 * The generated part of a page, to stand below its introduction; links are relative to a folder of `content/`.
 * @returns Markdown that starts with a `##` heading; empty for an entry that is not generated
 */
export function overviewMarkdown(library: Library, entry: Entry): string {
  const blocks = entry.kind === 'company' ? companyOverview(library, entry) : entry.kind === 'reference' ? OVERVIEWS[entry.id]?.(library) : undefined;
  return joinBlocks(blocks ?? []);
}
