/** A migration entry as data: what plans are made of. */
import { itemsOf, partsOf, tableRowsOf } from './markdown';
import { readPhases, type Phase } from './phases';

export interface Risk {
  readonly risk: string;
  readonly sign: string;
  readonly answer: string;
}

/** All texts are Markdown with the links of the content folder, and without citations: the sources stay in the entry. */
export interface MigrationGuide {
  /** What speaks for the migration; empty where the author wrote prose instead of a list. */
  readonly pays: readonly string[];
  /** What to do instead, from the section "When not to". */
  readonly instead: string;
  readonly phases: readonly Phase[];
  readonly risks: readonly Risk[];
  readonly measures: string;
}

/**
 * Reads the body of a migration.
 *
 * @throws Error that names the part that is missing; the check of the content refuses such an entry, so only a damaged
 *   or foreign text gets here
 */
export function readGuide(markdown: string): MigrationGuide {
  const sections = partsOf(withoutCitations(markdown).split('\n'), 2);
  const linesOf = (title: string): readonly string[] => {
    const found = sections.find((section) => section.title === title);
    if (found === undefined) throw new Error(`the section "${title}" is missing`);
    return found.lines;
  };
  const outlines = readPhases(withoutCitations(markdown));
  const phases = outlines.flatMap(({ phase }) => phase ?? []);
  const incomplete = outlines.find(({ phase }) => phase === undefined);
  if (incomplete !== undefined) throw new Error(`"${incomplete.heading}" has no ${incomplete.missing.join(', no ')}`);
  if (phases.length === 0) throw new Error('the section "Phases" has no phase');
  return {
    pays: itemsOf(linesOf('When it pays')).map((item) => item.split('\n\n')[0] ?? ''),
    instead: linesOf('When not to').join('\n').trim(),
    phases,
    risks: tableRowsOf(linesOf('Risks')).map(([risk = '', sign = '', answer = '']) => ({ risk, sign, answer })),
    measures: linesOf('Measures').join('\n').trim(),
  };
}

/** The rows of the table in the section "Risks", as cells; the check of the content asks for three in each. */
export function readRiskCells(markdown: string): readonly (readonly string[])[] {
  const section = partsOf(markdown.split('\n'), 2).find(({ title }) => title === 'Risks');
  return tableRowsOf(section?.lines ?? []);
}

function withoutCitations(markdown: string): string {
  return markdown.replace(/\[\^[^\]\s]+\]/g, '');
}
