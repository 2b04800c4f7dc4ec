/** What the words around a figure say: whether it is an availability. */

/** A figure with what stands before and behind it in its line. */
export interface Context { readonly before: string; readonly figure: string; readonly after: string; readonly whole: string }

/** Of a long line, as a paragraph or minified code is one, only this much on either side counts. */
const CONTEXT = 240;

export function contextOf(line: string, start: number, end: number): Context {
  const from = Math.max(0, start - CONTEXT);
  return { before: line.slice(from, start), figure: line.slice(start, end), after: line.slice(end, end + CONTEXT), whole: line.slice(from, end + CONTEXT) };
}

const any = (flags: string, ...patterns: readonly RegExp[]) => new RegExp(patterns.map(({ source }) => source).join('|'), flags);

const NAMES = any('iu',
  /(?<!un)availability(?![ _-]?(?:zone|set|group|domain))/,
  /up-?time|downtime|error budget|service[ -]level|objective/,
  /verfügbarkeit|disponib|beschikbaarheid/,
);
// Not in "slow", "Tesla" or "Island", but in `sloTarget`, `slo_target` and "SLAs".
const SHORT_NAMES = /(?<![A-Za-z])(?:slo|sla)s?(?![a-z])|(?<![A-Z])(?:SLO|SLA)s?(?![A-Za-z])|Sl[oa](?![a-z])/u;

/** Whether the line names availability, an objective or an agreement about it. */
export const isNamed = ({ whole }: Context): boolean => NAMES.test(whole) || SHORT_NAMES.test(whole);

/** A line with one of these speaks of something else, whatever more it says. */
const ELSE = any('iu',
  /percentile|quantile|%[ -]?ile|median|(?<![a-z0-9])t?p(?:50|75|[89]\d)/,
  /(?<!\d)9\d(?:[.,]\d{1,4})?[ -]?th\b/,
  /latenc|response[ _-]?time|\d\s?(?:ms|[µμun]s|msecs?)\b|millisecond/,
  /confiden|significance|credible|coverage|accura|precision/,
  /cpu|memory|(?<![a-z])(?:ram|heap|gpu)(?![a-z])|disk|utili[sz]|saturation/,
  /hit[ _-]?ra|cache[ _-]?hit|% hits|durab|discount/,
  /m(?:ax|in)_?(?:un)?available|maxSurge/,
  /(?<![a-z])(?:(?:min|max)-?)?(?:width|height|(?:margin|padding|inset)(?:-?(?:top|left|right|bottom))?|opacity|basis|radius|top|left|right|bottom|font-?size)(?![a-z])["']?\s?[:=]/,
  /(?:gradient|calc|clamp|hsla?|rgba?|translate[xyz]?|scale[xyz]?)\(/,
);
/** How long something may take; a downtime may be so long too. */
const WITHIN_SECONDS = /(?:within|under|below|less than|faster than|at most|[<≤]=?)\s{0,2}\d+(?:[.,]\d+)?\s?s(?:ec(?:onds?)?)?\b/iu;

/** Right behind the figure: what a share is of, unless it is time or requests. */
const COUNTED = /^\s+of\s+(?!(?:[\w'-]+\s+){0,3}(?:time|requests?|calls?|quer(?:y|ies)|probes?|checks?|events?|transactions?|attempts?|minutes|hours|days|weeks?|months?|quarters?|years?)\b)/iu;
const IDIOM = /^\s+(?:\w+\s+)?(?:sure|certain\w*|done|complete|completed|finished|identical|similar\w*|likely|probab\w+|off|faster|slower|smaller|larger|cheaper|less|fewer|reduction|compatib\w+|compliant)\b/iu;
const DIFFERENCE = /\b(?:by|probability|threshold|traffic|weight|canary|sampl\w+)\b\W{0,4}(?:(?:up to|about|almost|over|more than|of)\s+)?$|\blike\s+['"]$/iu;

const CODE = /\b(?:const|let|var|auto|int|double|float|final)\s+\w+(?:\s?:\s?\w+)?\s?=|\breturn\b[^;]{0,200};\s*$|=[^;]{0,200};\s*$|\bif\s?\(/u;
/** The remainder of a division, as code writes it: `99.9 % x`. */
function isRemainder({ before, figure, after, whole }: Context): boolean {
  if (!figure.endsWith('%') || figure.includes(',') || !/^ ?[\w$(]/u.test(after)) return false;
  return /^ ?(?:\d|[b-z_$](?![\w'’]))/iu.test(after) || CODE.test(whole) || (/^\s*[\w.]+\s?=\s?$/u.test(before) && /^ [\w.]+\s*$/u.test(after));
}
/** A declaration `name: 99.5%;` or a step `99.5% {` of an animation. */
const isStyle = ({ before, after }: Context, named: boolean) => /^\s?[{]/u.test(after) || (!named && /^["']?\s?;/u.test(after) && /[\w-]\s?:[^;]*$/u.test(before));

/** Whether the figure is, for all that its line says, no availability. */
export function speaksOfElse(context: Context, named: boolean): boolean {
  const { before, after, whole } = context;
  if (ELSE.test(whole) || (WITHIN_SECONDS.test(whole) && !/downtime/iu.test(whole))) return true;
  if (isRemainder(context) || isStyle(context, named)) return true;
  return !named && (COUNTED.test(after) || IDIOM.test(after) || DIFFERENCE.test(before));
}
