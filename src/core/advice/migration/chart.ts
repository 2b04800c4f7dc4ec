/** A chart of phases as plain text, for a fenced block: at most 80 columns, aligned wherever the font is monospaced. */
import type { Weeks } from './plan';

export interface ChartRow {
  /** Cut where the columns to its right need the room. */
  readonly label: string;
  readonly start: Weeks;
  readonly end: Weeks;
  /** What stands at the end of the row, such as "2–4"; at most 9 characters. */
  readonly range: string;
}

export interface ChartWords {
  /** Heads the ruler. */
  readonly week: string;
  /** Heads the last row. */
  readonly total: string;
  readonly totalRange: string;
}

const WIDTH = 80;
/** The most columns of bars, and of a row's end; what they leave is the label's. */
const BARS = 40;
const RANGE = 9;
/** Weeks for each column: the first that fits is taken. */
const SCALES = [0.25, 0.5, 1, 2, 4, 8, 16, 32];
/** Columns between two marks of the ruler, so that marks are whole months of four weeks, or several. */
const markColumns = (scale: number): number => (scale <= 1 ? 8 : 6);

/**
 * The rows: a ruler in weeks, one row for each phase, the total. A solid bar is the quick case of a phase, from where it
 * can start soonest; the light bar goes on to where it ends in the slow case.
 */
export function drawChart(rows: readonly ChartRow[], total: Weeks, words: ChartWords): readonly string[] {
  const scale = SCALES.find((weeks) => total.slow / weeks <= BARS) ?? total.slow / BARS;
  const columns = Math.ceil(total.slow / scale);
  const width = Math.min(WIDTH - columns - RANGE - 2, Math.max(...[words.week, words.total, ...rows.map(({ label }) => label)].map((label) => label.length)));
  const mark = Math.ceil(scale * markColumns(scale));
  const line = (label: string, bars: string, range: string): string => `${fit(label, width)} ${bars.padEnd(columns)} ${range}`.trimEnd();
  const at = (weeks: number): number => Math.round(weeks / scale);
  const bar = (start: Weeks, end: Weeks): string => {
    const solid = end.quick > start.quick ? Math.max(1, at(end.quick) - at(start.quick)) : 0;
    const light = Math.max(0, at(end.slow) - at(start.quick) - solid);
    return ' '.repeat(at(start.quick)) + '█'.repeat(solid) + '░'.repeat(light);
  };
  const marks = Array.from({ length: Math.floor(total.slow / mark) + 1 }, (_, index) => index * mark);
  return [
    line(words.week, place(marks.map((weeks) => [at(weeks), `|${weeks}`]), columns + RANGE), ''),
    ...rows.map(({ label, start, end, range }) => line(label, bar(start, end), range)),
    line(words.total, bar({ quick: 0, slow: 0 }, total), words.totalRange),
  ];
}

/** A text that fills its column, cut at a word's end if that loses little. */
function fit(text: string, width: number): string {
  if (text.length <= width) return text.padEnd(width);
  const cut = text.slice(0, width - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > width / 2 ? cut.slice(0, word) : cut).replace(/[ ,]+$/, '')}…`.padEnd(width);
}

/** Texts at columns, from left to right; what would not fit at the end is left out. */
function place(texts: readonly (readonly [column: number, text: string])[], width: number): string {
  return texts.reduce((line, [column, text]) => (column + text.length > width ? line : line.padEnd(column) + text), '');
}
