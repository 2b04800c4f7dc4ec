import type { Entry, EntryBody } from '../model';
import { isSample } from './checks/fences';
import type { Draft } from './draft';
import type { Report } from './source';

/**
 * Draws a Mermaid diagram as sanitised SVG; every id in it starts with `prefix`, which is unique in the library.
 * Throws an `Error` when it cannot; one with a number `line` (from 1 in the diagram) is reported on that line.
 */
export type DiagramRenderer = (source: string, prefix: string) => string;

/** A `ts run` block. Its line n stands on the line `line + n` of the file. */
export interface Sample {
  readonly entry: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const WORDS_PER_MINUTE = 200;

/** The entry as trees, hovers and search see it; none when the front matter is not valid. */
export function assembleEntry({ id, file, front, outline }: Draft, terms = ''): Entry[] {
  if (front === undefined) return [];
  const { references, ...rest } = { references: [], ...front };
  const sections = outline.sections.map((section) => ({ id: section.id, title: section.title }));
  const minutes = Math.max(1, Math.round(outline.words / WORDS_PER_MINUTE));
  return [{ ...rest, id, path: file, sections, minutes, referenceCount: references.length, terms }];
}

/** What the page of the entry needs, with its diagrams drawn; a diagram that fails is reported and left empty. */
export function assembleBody({ id, front, markdown, outline }: Draft, render: DiagramRenderer | undefined, report: Report): EntryBody[] {
  const draw = (text: string, line: number, index: number): string => {
    try {
      return render?.(text, `${id}-${index + 1}`) ?? '';
    } catch (error) {
      const within = error instanceof Error && 'line' in error ? Number(error.line) : 0;
      report(line + within, `the diagram does not render: ${error instanceof Error ? error.message : String(error)}`);
      return '';
    }
  };
  const fences = render === undefined ? [] : outline.fences.filter(({ language }) => language === 'mermaid');
  const diagrams = fences.map(({ text, line }, index) => draw(text, line, index));
  if (front === undefined) return [];
  return [{ version: 1, id, markdown: `${markdown.trim()}\n`, diagrams, references: 'references' in front ? front.references : [], executed: false }];
}

export function samplesOf({ id, file, outline }: Draft): Sample[] {
  return outline.fences.filter(isSample).map(({ line, text }) => ({ entry: id, file, line, text }));
}
