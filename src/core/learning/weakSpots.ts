/** Which entries are known badly: many questions wrong at the last try, or most likely forgotten by now. */
import { compareText } from '../compareText';
import type { Library } from '../library/model';
import { questionName } from './events';
import { memoriesOf, recallOf } from './memory';
import type { ProgressDocument } from './progress';

export interface WeakSpot {
  readonly entry: string;
  /** `wrong`: more than a fifth of its questions were answered wrongly at the last try. `forgotten`: recall is low. */
  readonly reason: 'wrong' | 'forgotten';
  /** Questions that were wrong at the last try. */
  readonly wrong: number;
  /** Questions that were answered at all. */
  readonly answered: number;
  /** The mean likelihood of a right answer now, from 0 to 1. */
  readonly recall: number;
}

/** As in a quiz: who knows four of five passes. */
const WRONG_SHARE = 0.2;
/** Reviews aim at nine of ten; below this they were left alone for long. */
const LOW_RECALL = 0.75;
/** One answer says nothing about an entry. */
const FEWEST_ANSWERS = 2;

/**
 * Entries with a weak spot, the weakest first: by the share of wrong answers, then by recall.
 *
 * @param now milliseconds since the epoch
 */
export function weakSpots(document: ProgressDocument, library: Pick<Library, 'quizzes'>, now: number): readonly WeakSpot[] {
  const memories = memoriesOf(document);
  if (memories.size === 0) return [];
  return [...library.quizzes.values()]
    .flatMap(({ entry, questions }): readonly WeakSpot[] => {
      const known = questions.flatMap((question) => memories.get(questionName(entry, question)) ?? []);
      if (known.length < FEWEST_ANSWERS) return [];
      const wrong = known.filter(({ last }) => last === 'again').length;
      const recall = known.reduce((sum, memory) => sum + recallOf(memory, now), 0) / known.length;
      const spot = { entry, wrong, answered: known.length, recall };
      if (wrong / known.length > WRONG_SHARE) return [{ ...spot, reason: 'wrong' }];
      return recall < LOW_RECALL ? [{ ...spot, reason: 'forgotten' }] : [];
    })
    .sort((a, b) => b.wrong / b.answered - a.wrong / a.answered || a.recall - b.recall || compareText(a.entry, b.entry));
}
