/**
 * Finds an availability in running text, for the hover. Imports nothing of the calculators, because the hover is part of
 * the small bundle that every window loads. Rather silent than wrong: `context.ts` says what keeps it quiet.
 */
import { contextOf, isNamed, speaksOfElse } from './context';

export { downtimeOf, durationParts, type Downtime, type DurationPart, type DurationUnit } from './downtimeOf';

export interface AvailabilityFigure {
  /** Offsets in the line; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A fraction from 0.9 up to but not 1. */
  readonly availability: number;
  /** As it is written in the line. */
  readonly text: string;
}

/** Longer than any figure with the key before it: of a long line only this much is read on either side. */
const REACH = 64;
/** From here on a percentage, or a number of nines, needs no word beside it. */
const SELF_EVIDENT = 0.99;

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
// Not the rest of a longer number, a price, a difference or a negative number.
const START = String.raw`(?<![\w.$€£+#])(?<!\d[,:])(?<!(?:^|[^\w%])[-−])`;
const PERCENTAGE = new RegExp(String.raw`${START}(9\d)(?:[.,](\d{1,9}))?[ \u00a0\u202f]?%(?![\w%(])`, 'gu');
const FRACTION = new RegExp(String.raw`${START}0\.(9\d{0,10})(?![\w%⁰¹²³⁴-⁹]|[.,]\d|\s?(?:ms|[µμn]?s|sec|min|h|[kKMGT]i?B)\b)`, 'gu');
/** A percentage without its sign, right behind the name of an objective, such as Sloth's `objective: 99.9`. */
const OBJECTIVE = /(?<=(?:objective|(?<![a-z])sl[oa]|(?<!un)availability|uptime)(?:[ _-]?(?:target|objective|goal|percent(?:age)?))?["']?\s{0,3}[:=]\s{0,8}["']?)(9\d)(?:\.(\d{1,9}))?(?=["']?\s{0,8}(?:$|[,;}\]#]|\/\/))/giu;
const NINES = new RegExp(String.raw`(?<![\w.,-])(${NUMBERS.join('|')}|[2-9])([.,]5|\s?½|[ -]and[ -]a[ -]half)?[ -](?:nines|9[’']?s)(?!\w)`, 'giu');

/** The match that touches the place, with the fraction that it stands for. */
function matchAt(pattern: RegExp, text: string, place: number, read: (groups: readonly (string | undefined)[]) => number): { index: number; length: number; availability: number } | undefined {
  for (const match of text.matchAll(pattern)) {
    if (match.index <= place && place <= match.index + match[0].length) return { index: match.index, length: match[0].length, availability: read(match) };
  }
  return undefined;
}

const fromPercent = ([, whole = '', decimals = '']: readonly (string | undefined)[]) => Number(`0.${whole}${decimals}`);
const fromDigits = ([, digits = '']: readonly (string | undefined)[]) => Number(`0.${digits}`);
/** A half is a five behind the nines, as people use it ("three and a half nines" is 99.95 %), not half a decade. */
function fromNines([, word = '', half]: readonly (string | undefined)[]): number {
  const index = NUMBERS.indexOf(word.toLowerCase());
  return Number(`0.${'9'.repeat(index < 0 ? Number(word) : index + 2)}${half === undefined ? '' : '5'}`);
}

/**
 * The availability that is written at a place in a line of text: `99.95 %`, `99,95%`, `four nines`, and where the line
 * speaks of availability, an SLO or an SLA also `0.9995`, `objective: 99.9` and what is below 99 %.
 * @param character an offset in the line; one right behind the figure counts too
 */
export function availabilityFigureAt(line: string, character: number): AvailabilityFigure | undefined {
  const from = Math.max(0, character - REACH);
  const near = line.slice(from, character + REACH);
  const place = character - from;
  const free = matchAt(PERCENTAGE, near, place, fromPercent) ?? matchAt(NINES, near, place, fromNines);
  const found = free ?? matchAt(FRACTION, near, place, fromDigits) ?? matchAt(OBJECTIVE, near, place, fromPercent);
  if (!found || found.availability >= 1) return undefined;
  const start = from + found.index;
  const end = start + found.length;
  const context = contextOf(line, start, end);
  const named = isNamed(context);
  if (!named && (!free || found.availability < SELF_EVIDENT)) return undefined;
  return speaksOfElse(context, named) ? undefined : { start, end, availability: found.availability, text: line.slice(start, end) };
}
