/** The phases of a migration, as its author wrote them below "## Phases". */
export interface PhaseOutline {
  /** "Phase 1: Measure". */
  readonly heading: string;
  /** The line of the file on which the heading stands. */
  readonly line: number;
  /** The parts that every phase has and this one has not. */
  readonly missing: readonly string[];
}

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['goal', /^\*\*Goal\.\*\* \S/m],
  ['time', /^\*\*Time\.\*\* \d+–\d+ (days|weeks|months)\b/m],
  ['steps', /^#### Steps\n+(1\.|[-*]) \S/m],
  ['exit criteria', /^#### Exit criteria\n+[-*] \S/m],
  ['way back', /^#### Way back\n+\S/m],
];

/**
 * @param markdown the body of a migration
 * @param firstLine the line of the file on which the body starts
 */
export function readPhases(markdown: string, firstLine: number): readonly PhaseOutline[] {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => line === '## Phases');
  if (from === -1) return [];
  const end = lines.findIndex((line, index) => index > from && line.startsWith('## '));
  const inside = lines.slice(from, end === -1 ? undefined : end);
  const starts = inside.flatMap((line, index) => (line.startsWith('### ') ? [index] : []));
  return starts.map((start, position) => {
    const text = inside.slice(start + 1, starts[position + 1]).join('\n');
    const heading = (inside[start] ?? '').slice('### '.length);
    const wrongHeading = heading.startsWith(`Phase ${position + 1}: `) ? [] : [`heading "Phase ${position + 1}: title"`];
    return { heading, line: firstLine + from + start, missing: [...wrongHeading, ...PARTS.flatMap(([name, part]) => (part.test(text) ? [] : [name]))] };
  });
}
