import type { Draft, DraftSummary } from '../draft';
import type { Report } from '../source';

const SHINGLE_WORDS = 5;
/** Share of common shingles (Jaccard) above which two entries are the same page twice. */
export const SIMILARITY_LIMIT = 0.3;

/** Entries that say the same: near-identical bodies, or the same summary. */
export function checkSimilar(drafts: readonly Draft[], reportIn: (file: string) => Report): void {
  checkSummaries(drafts, reportIn);
  for (const { a, b, similarity } of similarPairs(drafts)) {
    const percent = Math.round(similarity * 100);
    reportIn(b.file)(b.lineOf('title'), `the text is ${percent} % the same as ${a.file}; merge the two, or rewrite one`);
  }
}

/** Two entries with the same summary cannot be told apart in a list. */
export function checkSummaries(drafts: readonly DraftSummary[], reportIn: (file: string) => Report): void {
  const summaries = new Map<string, DraftSummary>();
  for (const draft of drafts) {
    if (draft.front === undefined) continue;
    const key = wordsOf(draft.front.summary).join(' ');
    const first = summaries.get(key);
    if (first === undefined) summaries.set(key, draft);
    else reportIn(draft.file)(draft.lineOf('summary'), `the summary is the same as in ${first.file}; say what sets this entry apart`);
  }
}

/** Counts common shingles through an inverted index, so that the cost grows with what is shared, not with the pairs. */
function similarPairs(drafts: readonly Draft[]): { a: Draft; b: Draft; similarity: number }[] {
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  const common = new Map<number, number>();
  drafts.forEach((draft, index) => {
    const shingles = shinglesOf(draft.outline.prose);
    sizes.push(shingles.size);
    for (const shingle of shingles) {
      const others = holders.get(shingle);
      if (others === undefined) holders.set(shingle, [index]);
      else {
        for (const other of others) {
          const pair = other * drafts.length + index;
          common.set(pair, (common.get(pair) ?? 0) + 1);
        }
        others.push(index);
      }
    }
  });
  return [...common].flatMap(([pair, shared]) => {
    const first = Math.floor(pair / drafts.length);
    const second = pair % drafts.length;
    const [a, b] = [drafts[first], drafts[second]];
    const similarity = shared / ((sizes[first] ?? 0) + (sizes[second] ?? 0) - shared);
    return a !== undefined && b !== undefined && similarity > SIMILARITY_LIMIT ? [{ a, b, similarity }] : [];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const shingles = new Set<string>();
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start++) shingles.add(words.slice(start, start + SHINGLE_WORDS).join(' '));
  return shingles;
}
