/** The last question: what is there already. Its answers are patterns, so they follow from the others. */
import type { Library, PatternEntry } from '../library/model';
import type { Answers } from './questions';
import { patternsIn, weigh } from './recommend';

/** The most patterns to ask about. */
const MOST_TO_ASK = 12;
/** So many of the recommendation are asked about, with what they require. */
const DEEP = 6;

/**
 * The patterns whose being in place would change the advice: the first of the recommendation and what they require,
 * by title. What was said to be in place before stays among them, so that it can be taken back.
 */
export function patternsToAskAbout(library: Library, answers: Answers): readonly PatternEntry[] {
  const { inPlace = [], ...others } = answers;
  const asked = new Set<string>();
  for (const { entry } of weigh(library, others).recommended.slice(0, DEEP)) {
    asked.add(entry.id);
    for (const { entry: needed, relation } of library.related(entry.id)) {
      if (relation === 'requires' && needed.kind === 'pattern') asked.add(needed.id);
    }
  }
  return patternsIn(library, [...inPlace, ...[...asked].slice(0, MOST_TO_ASK)]);
}
