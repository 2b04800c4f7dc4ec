/** The phases of a migration as its author wrote them: the one reader, for the check of the content and for plans. */
import { parseHref } from '../../library/markdown/href';
import { introduction, itemsOf, paragraphsOf, partsOf, type Part } from './markdown';

export type TimeUnit = 'days' | 'weeks' | 'months';

/** "4–8 weeks for each service, in parallel with phase 2, assuming that a month-end falls into it". */
export interface PhaseTime {
  readonly min: number;
  readonly max: number;
  readonly unit: TimeUnit;
  /** All that follows the range, without the full stop: conditions and assumption, as written; may be empty. */
  readonly condition: string;
  /** What follows "assuming": the assumption behind the range; may be empty. */
  readonly assumption: string;
  /** The phase is done once for each of these: "service". */
  readonly each?: string;
  /** The phase runs beside the phase of this number, and does not wait for its end. */
  readonly alongside?: number;
}

/** Texts are Markdown with the links of the content folder. */
export interface Phase {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly time: PhaseTime;
  readonly steps: readonly string[];
  readonly exitCriteria: readonly string[];
  readonly wayBack: string;
  /** Ids of the entries that the phase links, in order, each once. */
  readonly links: readonly string[];
}

/** A phase on its way: what is missing, or the whole. */
export interface PhaseOutline {
  /** "Phase 1: Measure". */
  readonly heading: string;
  /** The line of the file on which the heading stands. */
  readonly line: number;
  /** The parts that every phase has and this one has not. */
  readonly missing: readonly string[];
  /** Undefined when something is missing. */
  readonly phase: Phase | undefined;
}

/**
 * @param markdown the body of a migration
 * @param firstLine the line of the file on which the body starts
 */
export function readPhases(markdown: string, firstLine = 1): readonly PhaseOutline[] {
  const section = partsOf(markdown.split('\n'), 2).find(({ title }) => title === 'Phases');
  if (section === undefined) return [];
  return partsOf(section.lines, 3).map((part, position) => readPhase(part, position + 1, firstLine + section.index + 1 + part.index));
}

function readPhase(part: Part, number: number, line: number): PhaseOutline {
  const prefix = `Phase ${number}: `;
  const opening = paragraphsOf(introduction(part.lines));
  const below = (title: string): readonly string[] => partsOf(part.lines, 4).find((found) => found.title === title)?.lines ?? [];
  const goal = labelled(opening, 'Goal');
  const time = readTime(labelled(opening, 'Time'));
  const steps = itemsOf(below('Steps'));
  const exitCriteria = itemsOf(below('Exit criteria'));
  const wayBack = below('Way back').join('\n').trim();
  const missing = [
    ...(part.title.startsWith(prefix) ? [] : [`heading "${prefix}title"`]),
    ...(goal === '' ? ['goal'] : []),
    ...(time === undefined ? ['time'] : []),
    ...(steps.length === 0 ? ['steps'] : []),
    ...(exitCriteria.length === 0 ? ['exit criteria'] : []),
    ...(wayBack === '' ? ['way back'] : []),
  ];
  const phase = missing.length > 0 || time === undefined
    ? undefined
    : { number, title: part.title.slice(prefix.length), goal, time, steps, exitCriteria, wayBack, links: linkedIn(part.lines.join('\n')) };
  return { heading: part.title, line, missing, phase };
}

/** The text of the paragraph that starts with `**Label.**`, on one line; '' when there is none. */
function labelled(paragraphs: readonly string[], label: string): string {
  const mark = `**${label}.** `;
  return paragraphs.find((text) => text.startsWith(mark))?.slice(mark.length).replaceAll('\n', ' ').trim() ?? '';
}

function readTime(text: string): PhaseTime | undefined {
  const match = /^(\d+)–(\d+) (days|weeks|months)\b,? *(.*)$/.exec(text);
  if (match === null) return undefined;
  const condition = (match[4] ?? '').replace(/\.$/, '');
  const each = /^for each (\w+)/.exec(condition)?.[1];
  const alongside = /\bin parallel with phase (\d+)/.exec(condition)?.[1];
  return {
    min: Number(match[1]),
    max: Number(match[2]),
    unit: match[3] as TimeUnit,
    condition,
    assumption: /\bassuming (?:that )?(.*)$/.exec(condition)?.[1] ?? '',
    ...(each !== undefined && { each }),
    ...(alongside !== undefined && { alongside: Number(alongside) }),
  };
}

function linkedIn(text: string): readonly string[] {
  const ids = [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, href = '']) => {
    const target = parseHref(href);
    return target?.type === 'entry' ? [target.id] : [];
  });
  return [...new Set(ids)];
}
