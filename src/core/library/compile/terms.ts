/**
 * The telling words of each body, for the search: "hystrix" or "split" stand in no title and no summary, and a person
 * who types them means something. Common words are left out, so that a library of hundreds of entries stays small.
 */
import type { Draft } from './draft';

/** A word that stands in more entries than this share tells nothing about any of them. */
const MOST_ENTRIES = 0.12;
/** In a small library the share would leave nothing. */
const ALWAYS_TELLING = 4;
/** A word that stands once is a passing remark, unless hardly any other entry has it. */
const RARE = 3;

/** Words of the bodies by the id of their entry, as one text each, by alphabet. */
export function termsOf(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const counts = drafts.map(({ outline }) => countWords(outline.prose));
  const tell = tellingWords(counts);
  return new Map(drafts.map(({ id }, index) => [id, tell(counts[index] ?? new Map())]));
}

/**
 * Makes the function that picks the telling words of one body.
 * @param counts the words of every body of the library, as `countWords` gives them
 */
export function tellingWords(counts: readonly ReadonlyMap<string, number>[]): (words: ReadonlyMap<string, number>) => string {
  const entries = new Map<string, number>();
  for (const words of counts) for (const word of words.keys()) entries.set(word, (entries.get(word) ?? 0) + 1);
  const most = Math.max(ALWAYS_TELLING, counts.length * MOST_ENTRIES);
  const isTelling = (word: string, count: number): boolean => {
    const holders = entries.get(word) ?? 0;
    return holders <= RARE || (count > 1 && holders <= most);
  };
  return (words) => [...words].flatMap(([word, count]) => (isTelling(word, count) ? [word] : [])).sort().join(' ');
}

/** How often each word stands in a text in lower case. */
export function countWords(prose: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of prose.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Three letters or more, or a short name with a digit in it, such as "s3" and "2pc"; no bare numbers. */
function isWord(word: string): boolean {
  return /\p{L}/u.test(word) && (word.length > 2 || /\d/.test(word));
}
