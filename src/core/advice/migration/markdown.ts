/** The few forms of Markdown that a migration is written in, read without a parser, so that a plan needs no page code. */

/** A heading with the lines below it, up to the next heading of its level or a higher one. */
export interface Part {
  /** The text of the heading, without its marks. */
  readonly title: string;
  /** Index of the heading in the lines that were given, from 0. */
  readonly index: number;
  readonly lines: readonly string[];
}

/** The parts below the headings of one level. A heading inside a fenced block is code, and none. */
export function partsOf(lines: readonly string[], level: number): readonly Part[] {
  const marks = headings(lines);
  return marks.flatMap((heading, position) => {
    if (heading.level !== level) return [];
    const end = marks.slice(position + 1).find((next) => next.level <= level)?.index;
    return [{ title: heading.title, index: heading.index, lines: lines.slice(heading.index + 1, end) }];
  });
}

/** The lines before the first heading. */
export function introduction(lines: readonly string[]): readonly string[] {
  return lines.slice(0, headings(lines)[0]?.index);
}

/** Blocks of lines between blank lines, each as one text. */
export function paragraphsOf(lines: readonly string[]): readonly string[] {
  return lines.join('\n').split(/\n{2,}/).map((text) => text.trim()).filter((text) => text !== '');
}

/**
 * The items of a list, each as Markdown without its mark; what is indented below an item (a block of code) belongs to it
 * and loses that indentation. Lines before the first item are not part of the list.
 */
export function itemsOf(lines: readonly string[]): readonly string[] {
  const items: { readonly width: number; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const mark = /^(?:\d+\.|[-*]) +(?=\S)/.exec(line)?.[0];
    if (mark !== undefined) items.push({ width: mark.length, lines: [line.slice(mark.length)] });
    else {
      const item = items.at(-1);
      const indent = /^ */.exec(line)?.[0].length ?? 0;
      item?.lines.push(line.slice(Math.min(indent, item.width)));
    }
  }
  return items.map((item) => item.lines.join('\n').trim());
}

/** The cells of the rows of the first table, without the heading row. */
export function tableRowsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const from = lines.findIndex((line) => line.startsWith('|'));
  if (from === -1) return [];
  const end = lines.findIndex((line, index) => index > from && !line.startsWith('|'));
  const rows = lines.slice(from, end === -1 ? undefined : end).map((line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim()));
  return rows.slice(2);
}

interface HeadingLine {
  readonly level: number;
  readonly title: string;
  readonly index: number;
}

function headings(lines: readonly string[]): readonly HeadingLine[] {
  let fence: string | undefined;
  return lines.flatMap((line, index): HeadingLine[] => {
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
    const match = fence === undefined ? /^(#{1,6}) +(.*)$/.exec(line) : null;
    return match === null ? [] : [{ level: match[1]?.length ?? 0, title: (match[2] ?? '').trim(), index }];
  });
}
