/** From what a person writes at "What hurts?" to the known problems. */
import * as v from 'valibot';
import { QUESTIONS, type AnswerId } from './questions';

export interface ProblemMatch {
  readonly problem: AnswerId<'hurts'>;
  /** Above 0; comparable within one text only. */
  readonly score: number;
}

type Problem = AnswerId<'hurts'>;

/** The words by which problems are known, by problem; those in `problemWords.ts`, as the build writes them. */
export type ProblemWords = Readonly<Partial<Record<Problem, readonly string[]>>>;

/**
 * Makes the words usable.
 *
 * @param compiled the parsed content of `dist/problems.json`
 * @throws when it is something else
 */
export function loadProblemWords(compiled: unknown): ProblemWords {
  return v.parse(v.record(v.string(), v.array(v.string())), compiled);
}

/** Words that say nothing about a problem. */
const FILLERS = new Set('a an and are as at be but by can do does for from has have how i in is it its my not of on or our so some than that the their them then there these they this to too us very was we when which while who why with you your customer customers people service services system systems user users'.split(' '));
/** A match below this share of the best one is noise beside it. */
const SHARE_OF_BEST = 0.4;
/** The fewest letters of a word that may be misspelt, or stand for a longer one. */
const LONG_ENOUGH = 4;
/** The longest ending that a person may add to a known word. */
const MOST_ENDING = 2;
const MOST = 5;

/**
 * The problems that a text speaks of, best first; equal ones in the order of the questions. A word counts the more, the
 * fewer problems it is known for; a misspelt one, and the beginning of a longer one, count for less.
 *
 * @param text anything; case, punctuation and fillers make no difference
 * @param known the words that stand for the problems
 * @param labels how the problems are called where the text is typed, so that those words match as well
 */
export function matchProblems(text: string, known: ProblemWords, labels: Readonly<Partial<Record<Problem, string>>> = {}): readonly ProblemMatch[] {
  const wanted = [...new Set(wordsOf(text))];
  if (wanted.length === 0) return [];
  const problems = QUESTIONS.hurts.map((problem) => ({
    problem,
    words: new Set([...(known[problem] ?? []), problem, labels[problem] ?? ''].flatMap(wordsOf)),
  }));
  const rarity = (word: string): number => {
    const sharing = problems.filter(({ words }) => closeness(word, words) > 0).length;
    return sharing === 0 ? 0 : 1 / sharing;
  };
  const weights = new Map(wanted.map((word) => [word, rarity(word)]));
  const scored = problems
    .map(({ problem, words }) => ({ problem, score: wanted.reduce((sum, word) => sum + (weights.get(word) ?? 0) * closeness(word, words), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * SHARE_OF_BEST).slice(0, MOST);
}

/** Words in lower case without endings that change nothing: "queries" and "query", "timed" and "time" are one. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !FILLERS.has(word)).map(stem);
}

function stem(word: string): string {
  if (word.length <= LONG_ENOUGH) return word.length === LONG_ENOUGH && word.endsWith('s') ? word.slice(0, -1) : word;
  return word.replace(/ies$/, 'y').replace(/(?:ings?|ed|es|s)$/, '').replace(/e$/, '');
}

/** 1 for the word itself, less for a beginning or a slip of the hand, 0 otherwise. */
function closeness(word: string, words: ReadonlySet<string>): number {
  if (words.has(word)) return 1;
  if (word.length < LONG_ENOUGH) return 0;
  let best = 0;
  for (const other of words) {
    if (other.length < LONG_ENOUGH) continue;
    if (other.startsWith(word) || (word.startsWith(other) && word.length - other.length <= MOST_ENDING)) best = Math.max(best, 0.7);
    else if (differsByOne(word, other)) best = Math.max(best, 0.5);
  }
  return best;
}

/** One letter added, dropped, changed or swapped with its neighbour. */
function differsByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one[0] !== other[0]) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const middle = one.slice(start, one.length - end);
  const otherMiddle = other.slice(start, other.length - end);
  const swapped = middle.length === 2 && otherMiddle.length === 2 && middle[0] === otherMiddle[1] && middle[1] === otherMiddle[0];
  return swapped || (middle.length <= 1 && otherMiddle.length <= 1);
}
